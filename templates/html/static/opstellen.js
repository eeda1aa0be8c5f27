// The composer's page: which step and topic is shown, what is open, what is kept, what can be undone. All that is
// chosen stands in the form; opstellen-concept.js makes a draft of it, opstellen-bestand.js files. Nothing is sent.
"use strict";
const { at } = kit;
const [form, app] = ["opstellen", "opstellen-app"].map(at);
const query = new URLSearchParams(location.search);
const merges = ["van", "en"].map((name) => query.get(name)).filter(Boolean);
const steps = [...app.querySelectorAll(".composer-step")];
let data, words, topics, sector;
// What the name says that it is: a school or a board.
let guessed;
// One word for one thing, and how the text speaks to its reader, by how each is asked.
let terms = {};
// What is asked: the topics, and what every protocol needs.
let cards;

const all = (selector) => [...app.querySelectorAll(selector)];
const field = (name) => form.elements[name];
const told = (key) => kit.clean(field("organisation:" + key)?.value || "");
const load = (name, address) => kit.load("composer/" + app.dataset.subject + name, address);
const say = (name, values = {}) => (at("melding").textContent = kit.filled(words[name], values));

// What was chosen on a topic.
const inputs = ({ id }) => field("choices:" + id);
const answer = (topic) => inputs(topic).value;
function pick(topic, [first, ...others]) {
  for (const input of inputs(topic)) input.checked = (input.type === "radio" ? [first] : others).includes(input.value);
}
function picked(topic) {
  const picks = [...inputs(topic)].filter(({ checked }) => checked).map(({ value }) => value);
  const options = topic.options.filter(({ id }) => picks.includes(id)).map(({ id }) => id);
  return topic.options.some(({ id }) => id === answer(topic)) ? options.join(", ") : answer(topic);
}
const guess = () => (new RegExp(data.school, "iu").test(told("name").replaceAll(".", "")) ? "school" : "bestuur");
const usual = (topic) => topic.start[told("sector")] ?? topic.start[""];

// The form as answers for `protocol new`, by the names of its fields.
function answers() {
  const made = { format: data.format, subject: data.subject, merges, schools: [],
    organisation: {}, choices: {}, texts: {}, edits: {}, placeholders: {}, terms };
  made.schools = kit.clean(field("schools").value).split(/\s*[,;]\s*/).filter(Boolean);
  for (const card of cards) made.choices[card.id] = picked(card);
  for (const { name, value, defaultValue = "", checked } of form.elements) {
    const [part, key] = name.split(/:(.*)/);
    if (!key && value === "alle") made.choices[part] = checked ? value : "geen";
    if (key && value.trim() && value.trim() !== defaultValue.trim()) made[part][key] = value;
  }
  return made;
}
// The other way round.
function putBack(found) {
  const { organisation, texts, edits, choices = {} } = found;
  const placeholders = { ...found.functions, ...found.systems, ...found.placeholders };
  for (const [part, values] of Object.entries({ organisation, texts, edits, placeholders }))
    for (const [key, value] of Object.entries(values || {})) {
      const input = field(part + ":" + key) || field(part + ":functie-" + key);
      if (input) input.value = value;
    }
  field("schools").value = (found.schools || []).join(", ");
  for (const topic of cards) {
    const names = (choices[topic.id] ?? usual(topic)).split(/[\s,;+]+/);
    const options = topic.options.filter(({ id, places }) => names.some((name) => [id, ...places].includes(name)));
    pick(topic, options[0] ? options.map(({ id }) => id) : names);
  }
  for (const box of all("[name^=bijlage-]")) box.checked = choices[box.name] === box.value;
  sector = told("sector");
}
// A file of answers: `protocol new` writes remarks behind some. Gives nothing when it is not for this page.
function readAnswers(text) {
  try {
    const found = JSON.parse(text.replace(/^((?:[^"#\n]|"(?:[^"\\\n]|\\.)*")*)#.*$/gm, "$1"));
    const isFit = found.format <= data.format && found.subject === data.subject && String(found.merges || "") === String(merges);
    return isFit && found;
  } catch (_error) {
    // not ours
  }
}
function beginWith(answerOf, among = topics) {
  among.forEach((topic) => pick(topic, [answerOf(topic)]));
  sector = told("sector");
}
function fillForm(found) {
  form.reset();
  terms = found?.terms || {};
  beginWith((topic) => topic.start[""], cards);
  if (found) putBack(found);
  guessed = guess();
}

// What is kept on this device: a browser may refuse.
let isRefused = false;
function keep(text) {
  const key = "protocolkit/opstellen/" + [data.subject, ...merges];
  try {
    if (text !== undefined) localStorage[text ? "setItem" : "removeItem"](key, text);
    isRefused = false;
    return localStorage.getItem(key);
  } catch (_error) {
    isRefused = true;
  }
}
// What there was before each change, the last at the end; `isLost` says that what there is now is nowhere else.
const past = [];
let fresh, now, typing, isLost;
function tellKept(name) {
  const time = new Date().toLocaleTimeString("nl-NL", { hour: "2-digit", minute: "2-digit" });
  at("bewaard").textContent = kit.filled(words[name], { time });
}
function keepNow() {
  const isAsked = at("bewaar").checked;
  isLost = !isAsked || !keep(now);
  tellKept(isRefused ? "cannotKeep" : isAsked ? "kept" : "notKept");
}
// Remember what there was, once for all that is typed into a field, and keep what there is.
function settle(name) {
  const next = JSON.stringify(answers());
  if (next === now) return;
  if (!name || name !== typing) past.push(now);
  typing = name;
  now = next;
  keepNow();
}
function undo() {
  const before = past.pop();
  if (!before) return;
  const [old, made] = [before, now].map((text) => JSON.parse(text));
  const changed = cards.filter(({ id }) => old.choices[id] !== made.choices[id]);
  const fields = all("input, select, textarea");
  const values = fields.map(({ value }) => value);
  fillForm(old);
  const field = fields.find(({ value }, n) => value !== values[n]);
  const terms = Object.keys({ ...old.terms, ...made.terms });
  const [topic] = [...changed, ...cards.filter(({ card }) => card.contains(field))];
  const term = terms.find((key) => old.terms[key] !== made.terms[key]);
  const name = topic?.title ?? field?.labels[0].textContent.trim() ?? term;
  [now, typing] = [before, ""];
  keepNow();
  if (changed[0] && !changed[1]) show(changed[0]);
  say(changed[1] ? "undoneMany" : "undone", { count: changed.length, name });
}
// What takes many choices away is asked first, when there is something to lose.
const mayLose = () => !topics.some((topic) => picked(topic) !== usual(topic)) || confirm(words.resetSure);
addEventListener("beforeunload", (event) => isLost && event.preventDefault());

// Where a blank is filled in, by its key: a name of one's own for a board and for a school.
const fields = JSON.parse(app.dataset.fields);
const fieldFor = (key) => "veld-" + (fields[key]?.[told("kind") === "school" ? 1 : 0] || key);

// A text of the draft in which what is open leads to where it is filled in.
function withLinks({ text, clause, from }) {
  if (from && !clause.id) return [kit.element("a", { href: "#onderwerp-" + from }, text)];
  const linked = (piece) => kit.element("a", { href: "#" + fieldFor(data.blanks[piece]) }, piece);
  return text.split(/(\[[^\]]+\])/).map((piece) => (piece in data.blanks ? linked(piece) : piece));
}

function refresh(name) {
  settle(name);
  const answered = answers();
  const draft = kit.drafted(data, topics, answered);
  const { sections, notes, valueOf, lacking, aside } = draft;
  const used = [...sections.flatMap(({ clauses }) => clauses), ...notes].flatMap(({ clause }) => kit.blanksIn(clause.text));
  // schools in a row are filled in once, whatever joins the last of them
  const rows = Object.values(data.rows).filter((key) => used.some((printed) => data.blanks[printed] === key));
  // what one field fills in is one thing to do
  const asked = new Set(told("name") ? [] : ["veld-name"]);
  for (const item of all("[data-key]")) {
    const uses = used.filter((printed) => data.blanks[printed] === item.dataset.key);
    const hint = item.querySelector(".hint");
    item.hidden = !uses[0] || rows.indexOf(item.dataset.key) > 0 || (!hint && valueOf(uses[0]));
    if (hint) hint.textContent = kit.filled(words.blankUses, { count: uses.length });
    else {
      const field = fieldFor(item.dataset.key);
      item.firstElementChild.hash = field;
      if (!item.hidden) item.hidden = asked.has(field);
      if (!item.hidden) asked.add(field);
    }
  }
  at("open-naam").hidden = told("name");
  for (const topic of cards) {
    const { state, options } = kit.chosen(topic, answered);
    const isAsked = topics.includes(topic) || lacking.includes(topic);
    topic.state = isAsked ? state : "moot";
    for (const row of topic.rows) row.dataset.state = topic.state;
    topic.rows[0].hidden = !isAsked;
    topic.rows[0].querySelector(".state").textContent = words["state-" + state];
    const both = options.map(({ id }) => id);
    topic.card.querySelector(".composer-contrary").hidden = !topic.contrary.some((pair) => pair.every((id) => both.includes(id)));
  }
  const inState = (state) => cards.filter((topic) => topic.state === state).length;
  const decided = kit.decided(cards.filter((topic) => topic.state !== "moot"), answered, usual);
  const counts = { chosen: inState("chosen"), open: inState("open"), blanks: all("#open-lijst > :not([hidden], [data-topic])").length };
  at("stand").textContent = kit.filled(words[counts.open + counts.blanks ? "summary" : "nothingOpen"], counts);
  // of what is for her to decide; most of it left out was one click, and no answer
  const { own, out, usual: before, open } = decided;
  at("voortgang").max = own + out + open || 1;
  at("voortgang").value = own + (out > own + before ? 0 : out);
  at("voortgang-tekst").textContent = kit.filled(words.progress, decided);
  showClashes();
  showTerms(draft);
  const listed = { "blijft-weg": [...(data.behind || []), ...aside], leunt: kit.leaning(draft, data), mankeert: kit.faults(draft, data) };
  for (const [name, lines] of Object.entries(listed)) at(name).replaceChildren(...lines.map((line) => kit.element("li", {}, line)));
  // a button that is disabled loses the focus of who pressed it
  at("ongedaan").setAttribute("aria-disabled", String(!past[0]));
  for (const mark of all("mark")) {
    mark.title ||= mark.textContent;
    mark.textContent = valueOf(mark.title) || mark.title;
  }
  const ours = (clause) => clause.id === "algemeen" && kit.element("small", { lang: document.documentElement.lang }, " (" + words.ours + ")");
  const text = (made) => kit.element("p", { lang: "nl" }, withLinks(made), ours(made.clause));
  const line = (made) => kit.element("div.draft-clause", {}, kit.element("span", {}, made.nr), text(made));
  const chapter = ({ nr, title, clauses }) => [kit.element("h3", {}, nr + " " + title), ...clauses.map(line)];
  at("concept").replaceChildren(...sections.flatMap(chapter), ...notes.map(line));
}

const current = () => cards.find(({ card }) => !card.hidden);
function show(topic) {
  for (const { card, link } of cards) {
    card.hidden = card !== topic.card;
    link.ariaCurrent = !card.hidden;
  }
  goTo(steps.find((step) => step.contains(topic.card)));
}
// One step of the page at a time.
function goTo(step) {
  steps.forEach((one, n) => {
    one.hidden = one !== step;
    const link = all(".composer-steps a")[n];
    link.ariaCurrent = one === step ? "step" : null;
  });
  const n = steps.indexOf(step);
  at("stap").textContent = kit.filled(words.stepOf, { number: n + 1, count: steps.length });
  all("[data-does=stap-terug]")[0].hidden = !n;
  all("[data-does=stap-verder]")[0].hidden = n === steps.length - 1;
}
function followAddress() {
  const place = cards && at(decodeURIComponent(location.hash.slice(1)));
  const step = place?.closest(".composer-step");
  if (!step) return;
  const asked = cards.find(({ card }) => card === place);
  if (asked) show(asked);
  else goTo(step);
  const heading = asked ? place.querySelector("h3") : place;
  heading.focus();
  heading.scrollIntoView({ block: "center" });
}
const headOf = (step) => step.querySelector("h2").id;
const isListed = ({ rows }) => !at("alleen-open").checked || rows[0].matches("[data-need]");
function stepTopic(by) {
  const among = cards.filter((topic) => topic === current() || (topic.state !== "moot" && isListed(topic)));
  const next = among[among.indexOf(current()) + by];
  location.hash = next?.link.hash ?? (by > 0 ? "namen" : "begin");
}
const shown = () => steps.findIndex((step) => !step.hidden);

function save(ending, content) {
  const bare = told("name").replace(/^(stichting|vereniging|scholengroep)\s/i, "") || words.noName;
  const name = kit.plain(bare).trim().replace(/[^a-z0-9]+/g, "-").slice(0, 40) + ending;
  kit.save(name, content);
  say("made", { name });
}
const drafted = () => kit.drafted(data, topics, answers());
const does = {
  leeg: () => mayLose() && (beginWith(() => "geen"), say("started")),
  gewoon: () => mayLose() && (beginWith(usual), say("startedUsual")),
  ongedaan: undo,
  vorige: () => stepTopic(-1),
  volgende: () => stepTopic(1),
  "stap-terug": () => (location.hash = headOf(steps[shown() - 1])),
  "stap-verder": () => (location.hash = headOf(steps[shown() + 1])),
  terug: ({ previousElementSibling: { control } }) => (control.value = control.defaultValue),
  markdown: () => save(".md", kit.markdown(drafted(), data, answers())),
  word: async function () {
    const made = await load("/word", data.word);
    if (!made) return say("failed");
    const draft = drafted();
    const clashing = [...at("botsingen").children].map(({ textContent }) => textContent);
    const appendices = [
      [words.whoseTitle, [words.apart, words.bar, ...kit.whose(draft, data), words.end]],
      [words.openTitle, [words.apart, ...kit.openPoints(draft, data, clashing), words.end]],
    ];
    save(".docx", kit.word(draft, data, answers(), made, appendices));
  },
  bestand: function () {
    save("." + words.fileAnswers + ".json", JSON.stringify(answers(), null, 1));
    isLost = false;
  },
  bewaar: function ({ checked }) {
    if (!checked) keep("");
    keepNow();
    say(checked ? "keeping" : "notKept");
  },
  wissen: function () {
    if (!confirm(words.wipeSure)) return;
    keep("");
    past.push(now);
    fillForm();
    now = JSON.stringify(answers());
    isLost = false;
    tellKept("nothingKept");
    say("wiped");
  },
};

async function begin() {
  data = await load("", app.dataset.core);
  if (!data) return;
  words = data.words;
  topics = kit.topicsOf(data);
  for (const topic of [...topics, ...data.needed.items]) {
    topic.card = at("onderwerp-" + topic.id);
    topic.rows = all('[data-topic="' + topic.id + '"]');
    topic.link = topic.rows[0].firstElementChild;
  }
  const problem = merges[0] && !(await merge()) && merges.splice(0) && "mergeSame";
  topics = topics.filter(({ rows, options }) => !(rows[0].hidden = !options[0]));
  topics.forEach(({ card }, n) => (card.querySelector(".place").textContent = kit.filled(words.topicOf, { number: n + 1, count: topics.length })));
  app.hidden = false;
  at("lijst").parentNode.open = innerWidth > 960;
  cards = [...topics, ...data.needed.items];
  fillForm();
  fresh = JSON.stringify(answers());
  const found = readAnswers(keep() || "");
  if (found) fillForm(found);
  if (problem || found) say(problem || "restored");
  tellKept(isRefused ? "cannotKeep" : found ? "keptBefore" : "willKeep");
  now = JSON.stringify(answers());
  show(topics.find(isListed) || topics[0]);
  goTo(steps[0]);
  refresh();
  followAddress();
}

app.addEventListener("click", async function ({ target }) {
  const asked = target.closest("[data-does]");
  if (asked) {
    await does[asked.dataset.does](asked);
    refresh();
  }
  // a link to where one is already leads there too
  if (target.closest("a")?.hash === location.hash) followAddress();
});
form.addEventListener("input", function ({ target }) {
  at("melding").textContent = "";
  // what nobody chose otherwise follows the sector
  if (sector !== told("sector") && !merges[0]) {
    const [before, after] = [sector, told("sector")];
    const free = topics.filter((topic) => picked(topic) === topic.start[before] && topic.start[before] !== topic.start[after]);
    free.forEach((topic) => pick(topic, [topic.start[after]]));
    if (free[0]) say("followedSector", { count: free.length });
  }
  sector = told("sector");
  // what it is follows its name until somebody said otherwise
  if (guessed !== guess() && told("kind") === guessed) field("organisation:kind").value = guess();
  guessed = guess();
  if (target.dataset.term) terms = { ...terms, [target.dataset.term]: target.value };
  refresh(target.matches("textarea, input:not([type=radio], [type=checkbox])") ? target.name : "");
});
// what is typed into a field after one was elsewhere is a step of its own
form.addEventListener("focusout", () => (typing = ""));
at("inlezen").addEventListener("change", async function ({ target }) {
  const found = readAnswers(await target.files[0].text());
  target.value = "";
  if (found && now !== fresh && !confirm(words.resetSure)) return;
  if (found) fillForm(found);
  say(found ? "read" : "unreadable");
  refresh();
});
addEventListener("hashchange", followAddress);

begin();
