// Searching the clauses: Sphinx's index knows which documents can have the words; the clauses come
// from the data of those alone. Whole pages stay Sphinx's own results.
document.addEventListener("DOMContentLoaded", async function () {
  "use strict";
  const kit = window.protocolkit;
  const { element, filled, plain } = kit;
  const host = kit.at("bepalingen");
  const form = document.querySelector(".search-form");
  const FIRST = 40;
  const data = await kit.load("search", host.dataset.source);
  if (!data) return;
  const { bestuur, q, soort, voor } = form.elements;

  // The pages that can have a word, or one that means the same; none for what the index leaves out.
  function pagesWith({ word, others }) {
    const { terms, docnames } = Search._index;
    const looked = [word, ...others].map((one) => one.split(" ").sort((a, b) => b.length - a.length)[0]);
    const stems = looked.map((one) => new Stemmer().stemWord(one));
    const found = Object.keys(terms).filter((term) => stems.includes(term) || looked.some((one) => plain(term).startsWith(" " + one)));
    return found.flatMap((term) => terms[term]).map((place) => docnames[place]);
  }

  function documents(wanted) {
    const pages = wanted.map(pagesWith).filter((found) => found.length);
    return data.columns.filter(
      ({ name, subject, url }) =>
        [subject, ""].includes(soort.value) && [name, ""].includes(bestuur.value) && pages.every((found) => found.includes(url.replace(".html", "")))
    );
  }

  async function clausesOf(column, wanted) {
    const whom = voor.selectedIndex - 1;
    const lines = await kit.clauses(column.subject, column);
    const literal = wanted.map(({ word }) => ({ word, others: [] }));
    return lines
      .filter((line, place) => (whom < 0 || line.forWhom.includes(whom)) && kit.has(kit.plainClause(column, place), wanted))
      .map((line) => ({ line, column, isLiteral: kit.has(line.plain, literal) }));
  }

  function resultItem({ line, column }, wanted) {
    const isFound = (word) => wanted.some((one) => kit.hasOne(plain(word), one));
    const pieces = line.text.split(/([\p{L}\p{N}'’]+)/u);
    const marked = pieces.map((piece, at) => (at % 2 && isFound(piece) ? element("mark", {}, piece) : piece));
    const label = element("a.result-label", { href: kit.linkTo(column, line) }, column.name + ", " + line.label);
    const lead = line.leadIn && element("span.cell-lead-in", {}, line.leadIn);
    return element("li", {}, label, element("span.result-about", {}, " " + column.about), element("p.result-text", {}, lead, marked));
  }

  function show(found, wanted, status) {
    const list = element("ol.clause-results");
    const more = element("button.quiet", { type: "button" }, data.words.more);
    const others = [...new Set(wanted.flatMap((one) => one.others))].join(", ");
    function add() {
      const shown = list.children.length;
      list.append(...found.slice(shown, shown + FIRST).map((one) => resultItem(one, wanted)));
      const counts = { count: found.length, shown: list.children.length };
      more.hidden = counts.shown === counts.count;
      status.textContent = filled(!counts.count ? data.words.none : more.hidden ? data.words.found : data.words.foundFirst, counts);
      return list.children[shown];
    }
    more.addEventListener("click", () => add().querySelector("a").focus());
    add();
    status.after(others && element("p.result-about", {}, filled(data.words.also, { words: others })), list, more);
    host.dataset.ready = "true";
  }

  kit.recall(form);
  kit.at("zoek-filters").hidden = false;
  // Screen readers hear how many pages were found.
  const pages = document.querySelector("#search-results .search-summary");
  if (pages) pages.setAttribute("role", "status");
  const wanted = kit.wanted(q.value, data.synonyms);
  if (!wanted.length) return;
  host.hidden = false;
  const status = kit.at("bepalingen-stand");
  status.textContent = data.words.searching;
  const found = await Promise.all(documents(wanted).map((column) => clausesOf(column, wanted)));
  show(found.flat().sort((a, b) => b.isLiteral - a.isLiteral), wanted, status);
});
