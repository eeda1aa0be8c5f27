// The composer's page: which topic is shown, what is open, what is kept. All that is chosen stands in the
// form; opstellen-bestand.js makes the files of it. Nothing is sent.
"use strict";
const { at } = kit;
const [form, app] = ["opstellen", "opstellen-app"].map(at);
const query = new URLSearchParams(location.search);
const merges = ["van", "en"].map((name) => query.get(name)).filter(Boolean);
let data, words, topics, sector;

const all = (selector) => [...app.querySelectorAll(selector)];
const field = (name) => form.elements[name];
const typed = (name) => kit.clean(field(name)?.value || "");
const said = (name) => typed(name) && field(name).value.trim();
const told = (key) => typed("organisation:" + key);
const schools = () => typed("schools").split(/\s*[,;]\s*/).filter(Boolean);
const load = (name, address) => kit.load("composer/" + app.dataset.subject + name, address);
const say = (name, values = {}) => (at("melding").textContent = kit.filled(words[name], values));

// What fills a blank: as answers.Answers.value has it.
function valueOf(printed) {
  const key = data.blanks[printed];
  const isSchool = told("kind") === "school";
  const names = {
    bestuur: told(isSchool ? "parent" : "name"),
    school: isSchool ? told("name") : !schools()[1] && schools()[0],
    "namen-van-scholen": schools().join(", ").replace(/, ([^,]*)$/, " en $1") || (isSchool && told("name")),
    "soort-onderwijs": data.sectors[told("sector")],
  };
  return typed("placeholders:" + key) || names[key] || "";
}

// What was chosen on a topic.
const inputs = ({ id }) => field("choices:" + id);
const answer = (topic) => inputs(topic).value;
function pick(topic, [first, ...others]) {
  for (const input of inputs(topic)) input.checked = (input.type === "radio" ? [first] : others).includes(input.value);
}
function chosen(topic) {
  const picks = [...inputs(topic)].filter(({ checked }) => checked).map(({ value }) => value);
  return topic.options.some(({ id }) => id === answer(topic)) ? topic.options.filter(({ id }) => picks.includes(id)) : [];
}
const ownWords = (topic) => answer(topic) === "eigen" && said("texts:" + topic.id);
const stateOf = (topic) => (ownWords(topic) || chosen(topic)[0] ? "chosen" : answer(topic) === "geen" ? "out" : "open");
const inState = (state) => topics.filter((topic) => stateOf(topic) === state);

// Everything chosen; a clause on several topics is written once.
function draft() {
  const takers = {};
  const clausesOf = (topic) => chosen(topic).flatMap(({ clauses }) => clauses);
  for (const topic of topics) for (const { key } of clausesOf(topic)) (takers[key] ||= []).push(topic.id);
  function clausesIn(item) {
    const { id, kind, options, when } = item;
    if (!options) return !when || field(when)?.checked ? item.clauses : [];
    if (!topics.includes(item)) return [];
    if (ownWords(item)) return [kit.typed(ownWords(item), {}, { id: "eigen", kind, notes: [] })];
    const isHome = ({ key, main }) => id === (takers[key].includes(main) ? main : takers[key][0]);
    return stateOf(item) === "open" ? [item.open] : clausesOf(item).filter(isHome);
  }
  function part({ stem, id }, clause) {
    const text = said("edits:" + clause.key);
    const isEdited = text && text !== field("edits:" + clause.key).defaultValue.trim();
    const topics = id ? [...new Set([id, ...(takers[clause.key] || [])])] : [""];
    return { stem, topics, clause: isEdited ? kit.typed(text, data.blanks, clause) : clause };
  }
  const partsOf = (item) => clausesIn(item).map((clause) => part(item, clause));
  const groups = data.groups.map((group) => ({ ...group, parts: group.items.flatMap(partsOf) }));
  // a reference gets the number that its clause has here
  const numbers = {};
  for (const section of kit.assemble(groups, valueOf).sections)
    for (const { nr, clause } of section.clauses) numbers[clause.id] = nr && "artikel " + section.nr + "." + parseInt(nr);
  const cited = (printed) => numbers[data.targets[printed]?.find((id) => numbers[id])];
  return kit.assemble(groups, (printed) => valueOf(printed) || cited(printed));
}

// The form as answers for `protocol new`, by the names of its fields.
function answers() {
  const made = { format: data.format, subject: data.subject, merges, schools: schools(),
    organisation: {}, choices: {}, texts: {}, edits: {}, placeholders: {} };
  for (const topic of topics) made.choices[topic.id] = chosen(topic).map(({ id }) => id).join(", ") || answer(topic);
  for (const { name, value, defaultValue, checked } of form.elements) {
    const [part, key] = name.split(/:(.*)/);
    if (!key && value === "alle") made.choices[part] = checked ? value : "geen";
    if (key && value !== defaultValue) made[part][key] = value;
  }
  return made;
}
// The other way round; `protocol new` writes remarks behind its answers.
function putBack(text) {
  const found = JSON.parse(text.replace(/^((?:[^"#\n]|"(?:[^"\\\n]|\\.)*")*)#.*$/gm, "$1"));
  if (found.format > data.format || found.subject !== data.subject || String(found.merges || "") !== String(merges)) return false;
  const { organisation, texts, edits, choices = {} } = found;
  const placeholders = { ...found.functions, ...found.systems, ...found.placeholders };
  for (const [part, values] of Object.entries({ organisation, texts, edits, placeholders }))
    for (const [key, value] of Object.entries(values || {})) {
      const input = field(part + ":" + key) || field(part + ":functie-" + key);
      if (input) input.value = value;
    }
  field("schools").value = (found.schools || []).join(", ");
  for (const topic of topics) {
    const names = (choices[topic.id] ?? topic.start[told("sector")] ?? topic.start[""]).split(/[\s,;+]+/);
    const options = topic.options.filter(({ id, places }) => names.some((name) => [id, ...places].includes(name)));
    pick(topic, options[0] ? options.map(({ id }) => id) : names);
  }
  for (const box of all("[name^=bijlage-]")) box.checked = choices[box.name] === box.value;
  return true;
}
function restore(text, name) {
  let isRead = false;
  try {
    isRead = putBack(text);
  } catch (_error) {
    // not ours
  }
  say(isRead ? name : "unreadable");
  sector = told("sector");
}

// Keeps a text on this device and gives it back; a browser may refuse.
function keep(text) {
  const key = "protocolkit/opstellen/" + [data.subject, ...merges];
  try {
    if (text !== undefined) localStorage[text ? "setItem" : "removeItem"](key, text);
    return localStorage.getItem(key);
  } catch (_error) {
    at("bewaar").checked = false;
    if (text) say("cannotKeep");
  }
}

function refresh() {
  const { sections, notes, valueOf } = draft();
  const used = [...sections.flatMap(({ clauses }) => clauses), ...notes].flatMap(({ clause }) => kit.blanksIn(clause.text));
  for (const item of all("[data-key]")) {
    const uses = used.filter((printed) => data.blanks[printed] === item.dataset.key);
    const hint = item.querySelector(".hint");
    item.hidden = !uses[0] || (!hint && valueOf(uses[0]));
    if (hint) hint.textContent = kit.filled(words.blankUses, { count: uses.length });
  }
  at("open-naam").hidden = told("name");
  for (const topic of topics) {
    const state = stateOf(topic);
    for (const row of topic.rows) row.dataset.state = state;
    topic.rows[0].querySelector(".state").textContent = words["state-" + state];
    const both = chosen(topic).map(({ id }) => id);
    topic.card.querySelector(".composer-contrary").hidden = !topic.contrary.some((pair) => pair.every((id) => both.includes(id)));
  }
  const counts = { chosen: inState("chosen").length, open: inState("open").length, blanks: all("#open-lijst > :not([hidden], [data-topic])").length };
  at("stand").textContent = kit.filled(words[counts.open + counts.blanks ? "summary" : "nothingOpen"], counts);
  for (const mark of all("mark")) {
    mark.title ||= mark.textContent;
    mark.textContent = valueOf(mark.title) || mark.title;
  }
  const line = ({ nr, text }) => kit.element("div.draft-clause", {}, kit.element("span", {}, nr), kit.element("p", {}, text));
  const chapter = ({ nr, title, clauses }) => [kit.element("h3", {}, nr + " " + title), ...clauses.map(line)];
  at("concept").replaceChildren(...sections.flatMap(chapter), ...notes.map(line));
  if (at("bewaar").checked) keep(JSON.stringify(answers()));
}

const current = () => topics.find(({ card }) => !card.hidden);
function show(topic) {
  for (const { card, link } of topics) {
    card.hidden = card !== topic.card;
    link.ariaCurrent = !card.hidden;
  }
}
function followAddress() {
  const asked = topics?.find(({ link }) => link.hash === location.hash);
  if (!asked) return;
  show(asked);
  asked.card.querySelector("h3").focus();
}
const isListed = ({ rows }) => !at("alleen-open").checked || rows[0].matches("[data-need]");
function step(by) {
  const among = topics.filter((topic) => topic === current() || isListed(topic));
  const next = among[among.indexOf(current()) + by];
  location.hash = next?.link.hash ?? (by > 0 ? "namen" : "begin");
}

function save(ending, content) {
  const bare = told("name").replace(/^(stichting|vereniging|scholengroep)\s/i, "") || words.noName;
  const name = kit.plain(bare).trim().replace(/[^a-z0-9]+/g, "-").slice(0, 40) + ending;
  kit.save(name, content);
  say("made", { name });
}
const does = {
  leeg: () => start(() => "geen", "started"),
  gewoon: () => start((topic) => topic.start[sector], "startedUsual"),
  vorige: () => step(-1),
  volgende: () => step(1),
  terug: ({ previousElementSibling: { control } }) => (control.value = control.defaultValue),
  markdown: () => save(".md", kit.markdown(draft(), data, answers(), merges[0] ? [] : inState("out"))),
  word: async function () {
    const made = await load("/word", data.word);
    if (made) save(".docx", kit.word(draft(), data, answers(), made));
    else say("failed");
  },
  bestand: () => save("." + words.fileAnswers + ".json", JSON.stringify(answers(), null, 1)),
  bewaar: function ({ checked }) {
    say(checked ? "kept" : "notKept");
    if (!checked) keep("");
  },
  wissen: function () {
    if (!confirm(words.wipeSure)) return;
    keep("");
    form.reset();
    at("bewaar").checked = false;
    start((topic) => topic.start[""], "wiped");
  },
};
function start(answerOf, name) {
  topics.forEach((topic) => pick(topic, [answerOf(topic)]));
  sector = told("sector");
  if (name) say(name);
}

// Two boards that become one.
async function merge() {
  const board = (slug) => data.boards[slug] && load("/" + slug, data.boards[slug]);
  const [left, right] = await Promise.all(merges.map(board));
  if (!left || !right || left === right) return false;
  for (const topic of topics) {
    const { id, card, rows } = topic;
    const options = [left, right].map(({ topics }) => topics[id]).filter(Boolean);
    const [one, other] = options;
    const need = !!other && !one.same.includes(other.id);
    card.querySelectorAll(".is-offered").forEach((option) => option.remove());
    // markup of our own build, every text in it escaped
    card.querySelector(".composer-choices").insertAdjacentHTML("afterbegin", options.map(({ html }) => html).join(""));
    card.querySelector(".composer-why").textContent = words[need ? "mergeWhy" : other ? "equal" : "oneSided"];
    card.querySelector(".is-both").hidden = !other;
    rows[0].toggleAttribute("data-need", need);
    if (other) options.push({ id: "beide", places: [], clauses: [...one.clauses, ...other.clauses] });
    Object.assign(topic, { options, contrary: [], start: { "": need ? "" : one?.id } });
  }
  const [mine, theirs] = [left, right].map(({ rest }) => rest.items[0]);
  theirs.clauses = theirs.clauses.filter(({ id }) => !mine.clauses.some((clause) => clause.id === id));
  data.groups.push(left.rest, right.rest);
  data.version = "";
  const count = all("[data-need]").length;
  at("begin-uitleg").textContent = kit.filled(words.merging, { left: left.name, right: right.name, count });
  at("alleen-open").checked = count > 0;
  all("[data-alone]").forEach((part) => part.remove());
  return true;
}

async function begin() {
  data = await load("", app.dataset.core);
  if (!data) return;
  words = data.words;
  topics = data.groups.flatMap(({ items }) => items).filter(({ options }) => options);
  for (const topic of topics) {
    topic.card = at("onderwerp-" + topic.id);
    topic.rows = all('[data-topic="' + topic.id + '"]');
    topic.link = topic.rows[0].firstElementChild;
  }
  const problem = merges[0] && !(await merge()) && merges.splice(0) && "mergeSame";
  topics = topics.filter(({ rows, options }) => !(rows[0].hidden = !options[0]));
  topics.forEach(({ card }, n) => (card.querySelector(".place").textContent = kit.filled(words.topicOf, { number: n + 1, count: topics.length })));
  app.hidden = false;
  at("lijst").parentNode.open = innerWidth > 960;
  start((topic) => topic.start[""], problem);
  const kept = keep();
  at("bewaar").checked = kept;
  if (kept) restore(kept, "restored");
  show(topics.find(isListed) || topics[0]);
  refresh();
  followAddress();
}

app.addEventListener("click", async function ({ target }) {
  const asked = target.closest("[data-does]");
  if (!asked) return;
  await does[asked.dataset.does](asked);
  refresh();
});
form.addEventListener("input", function () {
  at("melding").textContent = "";
  // what nobody chose otherwise follows the sector
  for (const topic of merges[0] ? [] : topics)
    if (answer(topic) === topic.start[sector]) inputs(topic).value = topic.start[told("sector")];
  sector = told("sector");
  refresh();
});
at("inlezen").addEventListener("change", async function ({ target }) {
  restore(await target.files[0].text(), "read");
  target.value = "";
  refresh();
});
addEventListener("hashchange", followAddress);

begin();
