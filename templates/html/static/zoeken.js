// Searching the clauses: which documents can have the words is in Sphinx's own index, the clauses
// themselves come from the data of those documents alone. Whole pages stay Sphinx's own results.
(function () {
  "use strict";
  const kit = window.protocolkit;
  const host = document.getElementById("bepalingen");
  const form = document.querySelector(".search-form");
  if (!kit || !host || !form || typeof Search === "undefined") return;
  const { root, source } = host.dataset;
  const AT_ONCE = 25;
  const FIRST = 40;
  let data = null;

  function choices() {
    const found = new URLSearchParams(location.search);
    return { query: found.get("q") || "", subject: found.get("soort") || "", board: found.get("bestuur") || "", whom: found.get("voor") || "" };
  }

  // The pages of which Sphinx's index knows that they have a word, in any form; null: all pages.
  function pagesWith(word) {
    const { terms, docnames } = Search._index;
    const stem = typeof Stemmer === "undefined" ? word : new Stemmer().stemWord(word);
    const found = new Set();
    for (const [term, places] of Object.entries(terms)) {
      const plain = kit.plain(term).trim();
      if (term === stem || plain.startsWith(word)) [].concat(places).forEach((place) => found.add(docnames[place]));
    }
    return found;
  }

  function pagesWithAny(phrases) {
    const found = new Set();
    for (const phrase of phrases) {
      const sets = phrase.split(" ").map(pagesWith).filter((pages) => pages.size);
      for (const page of sets[0] || []) if (sets.every((pages) => pages.has(page))) found.add(page);
    }
    return found;
  }

  function documents(wanted, choice) {
    const pages = wanted.map(({ word, others }) => pagesWithAny([word, ...others])).filter((found) => found.size);
    const found = [];
    for (const subject of data.subjects)
      for (const column of subject.columns) {
        const page = "protocols/" + subject.slug + "/" + column.slug;
        if (choice.subject && subject.slug !== choice.subject) continue;
        if (choice.board && column.name !== choice.board) continue;
        if (pages.every((names) => names.has(page))) found.push({ subject, column });
      }
    return found;
  }

  // A clause's text with the words that were found as marks.
  function highlighted(text, wanted) {
    const isFound = (plain) => wanted.some(({ word, others }) => plain.includes(word) || others.some((other) => (other.length < 4 ? plain === other : plain.startsWith(other))));
    return text.split(/([\p{L}\p{N}'’]+)/u).map((piece, at) => (at % 2 && isFound(kit.plain(piece).trim()) ? kit.element("mark", {}, piece) : piece));
  }

  function resultItem({ clause, column, subject }, wanted) {
    const name = column.name + ", " + clause.label;
    const about = data.subjects.length > 1 ? subject.title + ", " + column.year : column.year;
    const lead = clause.leadIn ? kit.element("span", { class: "cell-lead-in" }, clause.leadIn) : null;
    return kit.element("li", {}, kit.element("a", { class: "result-label", href: clause.url }, name), kit.element("span", { class: "result-about" }, " " + about), kit.element("p", { class: "result-text" }, lead, highlighted(clause.text, wanted)));
  }

  async function clausesOf({ subject, column }, wanted, whom) {
    const clauses = await kit.clauses(root, subject.slug, column);
    const literal = wanted.map(({ word }) => ({ word, others: [] }));
    return clauses
      .map((clause) => ({ clause, subject, column, plain: kit.plain(clause.leadIn + " " + clause.text) }))
      .filter((found) => kit.has(found.plain, wanted) && (!whom || found.clause.forWhom.includes(whom)))
      .map((found) => ({ ...found, isLiteral: kit.has(found.plain, literal) }));
  }

  async function search() {
    const { words } = data;
    const choice = choices();
    const wanted = kit.wanted(choice.query, data.synonyms);
    if (!wanted.length) return;
    const status = document.getElementById("bepalingen-stand");
    status.textContent = words.searching;
    const places = documents(wanted, choice);
    const whom = choice.whom ? String(data.audiences.indexOf(choice.whom)) : "";
    const found = [];
    for (let at = 0; at < places.length; at += AT_ONCE) {
      const some = await Promise.all(places.slice(at, at + AT_ONCE).map((place) => clausesOf(place, wanted, whom)));
      found.push(...some.flat());
    }
    found.sort((a, b) => b.isLiteral - a.isLiteral);
    show(found, wanted, status);
  }

  function show(found, wanted, status) {
    const { words } = data;
    const list = kit.element("ol", { class: "clause-results" });
    const more = kit.element("button", { type: "button", class: "quiet" }, words.more);
    const others = [...new Set(wanted.flatMap((one) => one.others))];
    const also = others.length ? kit.element("p", { class: "result-about" }, kit.filled(words.also, { words: others.join(", ") })) : null;
    let shown = 0;
    function add() {
      const next = found.slice(shown, shown + FIRST).map((one) => resultItem(one, wanted));
      list.append(...next);
      shown += next.length;
      more.hidden = shown >= found.length;
      const text = found.length === 0 ? words.none : shown < found.length ? words.foundFirst : words.found;
      status.textContent = kit.filled(text, { count: found.length, shown });
      return next[0];
    }
    more.addEventListener("click", function () {
      const first = add();
      if (first) first.querySelector("a").focus();
    });
    add();
    document.getElementById("bepalingen-lijst").replaceChildren(...[also, list, more].filter(Boolean));
    host.dataset.ready = "true";
  }

  function fill(id, values, chosen) {
    const field = document.getElementById(id);
    field.append(...values.map(([value, text]) => kit.element("option", { value, selected: value === chosen }, text)));
  }

  async function start() {
    data = await kit.load("search", source);
    if (!data) return;
    const choice = choices();
    const names = [...new Set(data.subjects.flatMap((subject) => subject.columns.map((column) => column.name)))].sort((a, b) => a.localeCompare(b));
    fill("zoek-bestuur", names.map((name) => [name, name]), choice.board);
    fill("zoek-soort", data.subjects.map((subject) => [subject.slug, subject.title]), choice.subject);
    fill("zoek-voor", data.audiences.map((name) => [name, name]), choice.whom);
    document.getElementById("zoek-filters").hidden = false;
    document.getElementById("search-words").value = choice.query;
    host.hidden = !choice.query;
    await search();
  }

  document.addEventListener("DOMContentLoaded", start);
})();
