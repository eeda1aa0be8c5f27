// Searching: the topics that a question is about, then the clauses. Sphinx's index knows which
// documents can have the words; the clauses come from the data of those alone. Whole pages stay
// Sphinx's own results.
document.addEventListener("DOMContentLoaded", async function () {
  "use strict";
  const kit = window.protocolkit;
  const { element, filled, plain } = kit;
  const host = kit.at("bepalingen");
  const form = document.querySelector(".search-form");
  const FIRST = 40;
  // How surely a word must lead to a group to mean the same.
  const OF_GROUP = 60;
  // Before the data are there somebody may be typing already.
  kit.recall(form);
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

  const chosen = () => data.columns.filter(({ name, subject }) => [subject, ""].includes(soort.value) && [name, ""].includes(bestuur.value));

  // The protocols that can have half of the words or more.
  function documents(wanted) {
    const pages = wanted.map(pagesWith).filter((found) => found.length);
    const has = (url) => pages.filter((found) => found.includes(url.replace(".html", ""))).length;
    return chosen().filter(({ url }) => has(url) * 2 >= pages.length);
  }

  async function linesOf(column) {
    const whom = voor.selectedIndex - 1;
    const lines = await kit.clauses(column.subject, column);
    const all = lines.map((line, place) => ({ line, column, text: kit.plainClause(column, place) }));
    return all.filter(({ line }) => whom < 0 || line.forWhom.includes(whom));
  }

  // How well a clause has a word: as a word, as one that means the same, as a part of one.
  function fit(text, { word, others }) {
    if (text.includes(" " + word + " ")) return 1;
    if (kit.hasOne(text, { word: " " + word, others })) return 0.8;
    return text.includes(word) ? 0.3 : 0;
  }

  // Clauses with half of what is asked or more, the best first; a word in few of them counts more.
  // Where a topic answers, the words that no clause has ask for nothing more.
  function ranked(lines, wanted, isAnswered) {
    const fits = wanted.map((one) => lines.map(({ text }) => fit(text, one)));
    const counts = fits.map((row) => row.filter(Boolean).length);
    const worth = counts.map((count) => (count || !isAnswered ? Math.log(1 + lines.length / (count || 1)) : 0));
    const most = worth.reduce((sum, one) => sum + one, 0);
    const scored = lines.map((one, at) => ({ ...one, score: fits.reduce((sum, row, word) => sum + row[at] * worth[word], 0) }));
    const found = scored.filter(({ score }, at) => score && fits.reduce((sum, row, word) => sum + (row[at] && worth[word]), 0) * 2 >= most);
    return found.sort((one, other) => other.score - one.score);
  }

  // Clauses by their number, as '3.1.6', 'A.6' or 'artikel 4'.
  async function numbered(query) {
    const number = query.trim().match(/^(?:art(?:ikel|\.)?\s*)?((?:[a-z]|\d{1,3})(?:\.\w{1,3})*)\.?$/i)?.[1].toLowerCase();
    if (!number || !/\d|\./.test(number)) return [];
    const lines = (await Promise.all(chosen().map(linesOf))).flat();
    return lines.filter(({ line }) => line.label.toLowerCase().split(/[\s,]+/).some((one) => one.replace(/\.$/, "") === number));
  }

  function resultItem({ line, column }, wanted) {
    const searched = kit.searchedWords(wanted);
    const isFound = (word) => kit.isSearched(word, searched);
    const pieces = line.text.split(/([\p{L}\p{N}'’]+)/u);
    const marked = pieces.map((piece, at) => (at % 2 && isFound(piece) ? element("mark", {}, piece) : piece));
    const label = element("a.result-label", { href: kit.linkTo(column, line) }, column.name + ", " + line.label);
    const lead = line.leadIn && element("span.cell-lead-in", {}, line.leadIn);
    return element("li", {}, label, element("span.result-about", {}, " " + column.about), element("p.result-text", { lang: "nl" }, lead, marked));
  }

  function show(found, wanted, status) {
    const list = element("ol.clause-results");
    const more = element("button.quiet", { type: "button" }, data.words.more);
    const isIn = (word) => !found.length || found.some(({ text }) => text.includes(" " + word));
    const others = [...new Set(wanted.flatMap((one) => one.others))].filter(isIn).join(", ");
    function add() {
      const shown = list.children.length;
      list.append(...found.slice(shown, shown + FIRST).map((one) => resultItem(one, wanted)));
      const counts = { count: found.length, shown: list.children.length };
      more.hidden = counts.shown === counts.count;
      const said = counts.count === 1 ? "foundOne" : more.hidden ? "found" : "foundFirst";
      status.textContent = filled(data.words[counts.count ? said : "none"], counts);
      return list.children[shown];
    }
    more.addEventListener("click", () => add().querySelector("a").focus());
    add();
    status.after(others && element("p.result-about", {}, filled(data.words.also, { words: others })), list, more);
    host.dataset.ready = "true";
  }

  // A word that people ask with means what its group says too: 'juf' what 'leraar' does.
  function meantBy({ word, others }) {
    const leads = Object.hasOwn(data.questions.words, word) ? data.questions.words[word] : [];
    const groups = leads.filter(([key, sure]) => key[0] === "=" && sure >= OF_GROUP).map(([key]) => plain(key).trim());
    const more = data.synonyms.filter((group) => groups.some((name) => group.includes(name))).flat();
    return { word, others: [...new Set([...others, ...more])].filter((other) => other !== word) };
  }

  // The topics that a question is about, or that may help; gives whether they answer it.
  function showTopics(query) {
    const { found, isSure, missed, meant } = kit.rankTopics(query, data.questions);
    const says = [];
    for (const [said, word] of meant) says.push(filled(data.words.meant, { said, word }));
    if (!isSure) says.push(missed.length ? filled(data.words.noRuleOn, { words: missed.map((one) => "‘" + one + "’").join(", ") }) : data.words.noRule);
    if (!isSure && found.length) says.push(data.words.mayHelp);
    const links = found.map(function ({ topic }) {
      const about = topic.about && element("span.result-about", {}, " " + topic.about);
      const label = element("a.result-label", { lang: "nl", href: kit.linkTo(topic) }, topic.title);
      return element("li", {}, label, about, element("p.result-about", {}, topic.answers));
    });
    kit.at("vragen-stand").textContent = says.join(" ") || (found.length === 1 ? data.words.oneTopic : filled(data.words.topics, { count: found.length }));
    kit.at("vragen").append(element("ol.topic-results", {}, links));
    kit.at("vragen").hidden = false;
    return isSure;
  }

  const filters = kit.at("zoek-filters");
  filters.hidden = false;
  // On a phone they are folded, so that the first answer is on the screen; what is chosen is seen.
  filters.open = matchMedia("(min-width: 48rem)").matches || [...filters.querySelectorAll("select")].some((one) => one.value);
  // Screen readers hear how many pages were found.
  const pages = document.querySelector("#search-results .search-summary");
  if (pages) pages.setAttribute("role", "status");
  const all = kit.wanted(q.value, data.synonyms);
  const saysLittle = new Set([...data.questions.idle, ...data.questions.light]);
  const telling = all.filter(({ word }) => !saysLittle.has(word));
  const wanted = (telling.length ? telling : all).map(meantBy);
  if (!wanted.length) return;
  // The page that a result leads to marks the same words, and so do Sphinx's results, which come later.
  const results = kit.at("search-results");
  const searched = kit.searchedWords(wanted);
  function keep({ target }) {
    const link = target.closest("li a");
    if (link) kit.keepSearched(link, searched);
  }
  for (const clicked of ["click", "auxclick"]) kit.at("zoeken").addEventListener(clicked, keep);
  const mark = () => kit.markSearched(results, searched);
  new MutationObserver(mark).observe(results, { childList: true, subtree: true });
  mark();
  host.hidden = false;
  const status = kit.at("bepalingen-stand");
  status.textContent = data.words.searching;
  const byNumber = await numbered(q.value);
  const isAnswered = data.questions.topics.length > 0 && !byNumber.length && showTopics(q.value);
  const lines = byNumber.length ? [] : (await Promise.all(documents(wanted).map(linesOf))).flat();
  show(byNumber.length ? byNumber : ranked(lines, wanted, isAnswered), wanted, status);
});
