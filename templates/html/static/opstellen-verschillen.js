// What differs, on the composer's page: wordings that do not go together, and two boards that become one. Shares its names
// with opstellen.js, which begins.
"use strict";

// At each wording with which that was chosen it does not go together.
function showClashes() {
  const answered = answers();
  const clashing = kit.clashing(data, topics, answered);
  const found = [];
  for (const place of all(".composer-clash")) {
    const mine = place.closest(".composer-topic").id;
    const topic = topics.find(({ card }) => card.id === mine);
    const option = topic?.options.find(({ id }) => id === place.dataset.of);
    const clashes = option ? clashing(topic, option) : [];
    const picks = topic ? kit.chosen(topic, answered).options.flatMap(({ clauses }) => clauses) : [];
    if (option?.clauses.some((clause) => picks.includes(clause))) found.push(...clashes.map((clash) => [mine, clash]));
    const lines = clashes.map(function ({ other, kind, why }) {
      const [before, after] = words[kind].split("{topic}");
      return kit.element("p", {}, before, kit.element("a", { href: other.link.hash }, other.title), after + (why && " " + why));
    });
    place.replaceChildren(...lines);
    place.hidden = !lines[0];
  }
  showFound(found);
}
// What does not go together among all that was chosen, each two once.
function showFound(found) {
  const seen = new Set();
  const lines = found.filter(([, { pair }]) => !seen.has(pair) && seen.add(pair));
  const link = (topic) => kit.element("a", { href: topic.link.hash }, topic.title);
  at("botsingen").replaceChildren(...lines.map(function ([mine, { other, kind, why }]) {
    const topic = topics.find(({ card }) => card.id === mine);
    const [before, after] = words[kind].split("{topic}");
    if (topic === other && why) return kit.element("li", {}, link(topic), " " + why);
    return kit.element("li", {}, link(topic), ": " + before, link(other), after + (why && " " + why));
  }));
}

// Which words stand beside each other for one thing, what may be chosen, and what that changes: at the names.
let offered;
function choice(key, label, options) {
  const id = "woord-" + key.replace(/\W+/g, "-");
  const made = options.map(([value, text]) => kit.element("option", { value }, text));
  const select = kit.element("select", { id, form: "geen", "data-term": key }, kit.element("option", { value: "" }, words.leaveWords), made);
  return kit.element("div.field", {}, kit.element("label", { for: id }, label), select);
}
function showTerms(draft) {
  const { key, wishes } = data.speaking;
  const spoken = kit.speaking(draft, data);
  const counts = wishes.map((form) => [form, spoken.filter((one) => one.form === form).length]);
  const mixed = kit.mixedTerms(draft, data).filter(({ choices }) => choices[1]);
  const speaks = counts.filter(([, count]) => count).length > 1 || terms[key];
  const counted = ([word, count]) => [word, "‘" + word + "’ (" + count + "×)"];
  const listed = JSON.stringify([mixed, speaks, counts]);
  if (offered !== listed) {
    const asked = mixed.map(({ key, counts, choices }) => choice(key, counts.map((one) => counted(one)[1]).join(", "), choices.map(counted)));
    const nobody = ([form, count]) => (form === wishes.at(-1) ? [form, words.nobody] : counted([form, count]));
    at("woorden-keuzes").replaceChildren(...asked, ...(speaks ? [choice(key, words.speaks, counts.map(nobody))] : []));
  }
  offered = listed;
  for (const select of all("[data-term]")) select.value = terms[select.dataset.term] || "";
  const placed = draft.sections.flatMap((section) => section.clauses.map((made) => [section.nr + (made.nr && "." + parseInt(made.nr)), made]));
  placed.push(...draft.notes.map((made) => [kit.filled(words.noteNumber, { label: made.nr }), made]));
  const side = { there: words.before, here: words.after };
  const changed = placed.filter(([, { swaps }]) => swaps);
  at("woorden-anders").replaceChildren(...changed.map(([nr, { offered, text }]) => kit.element("li", {}, nr + " ", kit.marked(offered, text, side))));
  at("woorden-anders").parentNode.hidden = !changed[0];
  const others = terms[key] ? spoken.filter(({ form }) => form !== terms[key]) : [];
  const whereIs = (item) => placed.find(([, made]) => made === item)[0];
  at("omschrijven").textContent = others.map((one) => whereIs(one.item) + " (‘" + one.words + "’)").join(", ");
  at("omschrijven").parentNode.hidden = !others[0];
  at("woorden").hidden = !mixed[0] && !speaks;
}

// Where two boards differ on a topic: on what they disagree, and their texts as one with what only one has marked.
function differences([one, other], boards) {
  const texts = [one, other].map(({ clauses }) => clauses.map(({ text }) => kit.bare(text)).join(" "));
  if (texts[0] === texts[1]) return [];
  const lines = (one.contests[other.id] || []).map((line) => kit.element("li", {}, line));
  const [only, also] = boards.map(({ name }) => kit.filled(words.del, { name }));
  const marked = kit.marked(...texts, { there: only, here: also });
  const legend = kit.element("p.composer-remarks", {}, kit.element("span.word-there", {}, only), " · ", kit.element("span.word-here", {}, also));
  const shown = [kit.element("summary", {}, words.difference), legend, kit.element("p.composer-words", { lang: "nl" }, marked)];
  return [lines[0] && kit.element("ul", {}, lines), marked[1] && kit.element("details.composer-difference", {}, ...shown)].filter(Boolean);
}

// Two boards that become one.
async function merge() {
  const board = (slug) => data.boards[slug] && load("/" + slug, data.boards[slug]);
  const [left, right] = await Promise.all(merges.map(board));
  if (!left || !right || left === right) return false;
  kit.merged(data, topics, left, right);
  for (const { card, rows, need, options } of topics) {
    const other = options[1];
    card.querySelectorAll(".is-offered").forEach((option) => option.remove());
    // markup of our own build, every text in it escaped
    card.querySelector(".composer-choices").insertAdjacentHTML("afterbegin", options.map(({ html }) => html || "").join(""));
    const why = card.querySelector(".composer-why");
    why.textContent = words[need ? "mergeWhy" : other ? "equal" : "oneSided"];
    if (other) why.append(...differences(options, [left, right]));
    card.querySelector(".is-both").hidden = !other;
    rows[0].toggleAttribute("data-need", need);
  }
  const count = all("[data-need]").length;
  at("begin-uitleg").textContent = kit.filled(words.merging, { left: left.name, right: right.name, count });
  at("alleen-open").checked = count > 0;
  all("[data-alone]").forEach((part) => part.remove());
  return true;
}
