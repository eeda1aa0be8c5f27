// From answers to a draft that has no numbers yet, as drafting/new/ does. Knows no page: what is answered comes
// as it stands in a file of answers, what there is to choose from as site/composer/ made it. Needs opstellen-bestand.js.
"use strict";

// What fills a blank: as answers.Answers.value has it.
kit.valuesOf = function (data, { organisation, schools, ...told }) {
  const isSchool = organisation.kind === "school";
  const inRow = schools.join(", ").replace(/, ([^,]*)$/, " en $1");
  const names = {
    bestuur: organisation[isSchool ? "parent" : "name"],
    school: isSchool ? organisation.name : !schools[1] && schools[0],
    "namen-van-scholen": inRow || (isSchool && organisation.name),
    "soort-onderwijs": data.sectors[organisation.sector],
  };
  const answered = [told.placeholders, told.systems, told.functions];
  function valueOf(printed) {
    const key = data.blanks[printed];
    const found = answered.flatMap((by) => [key, key?.replace(/^functie-/, "")].map((name) => kit.clean(by?.[name] || "")));
    return found.find(Boolean) || names[key] || "";
  }
  return valueOf;
};

// What was chosen on a topic: the options, words of one's own, and how that is called.
kit.chosen = function (topic, { choices, texts }) {
  const answer = choices[topic.id] ?? "";
  const own = answer === "eigen" && kit.hasWords(texts[topic.id]) ? texts[topic.id] : "";
  const names = answer.split(/[\s,;+]+/);
  const options = topic.options.filter(({ id, places }) => names.some((name) => [id, ...places].includes(name)));
  return { own, options, state: own || options[0] ? "chosen" : answer === "geen" ? "out" : "open" };
};
kit.hasWords = (text) => !!kit.clean(text || "");

// Everything chosen under its headings; a clause on several topics is written once.
kit.compose = function (data, topics, answers) {
  const takers = {};
  const clausesOf = (topic) => kit.chosen(topic, answers).options.flatMap(({ clauses }) => clauses);
  for (const topic of topics) for (const { key } of clausesOf(topic)) (takers[key] ||= []).push(topic.id);
  function clausesIn(item) {
    const { id, kind, options, when } = item;
    if (!options) return !when || answers.choices[when] === "alle" || when === data.always ? item.clauses : [];
    if (!topics.includes(item)) return [];
    const { own, state } = kit.chosen(item, answers);
    if (own) return [kit.typed(own, {}, { id: "eigen", kind, notes: [] })];
    const isHome = ({ key, main }) => id === (takers[key].includes(main) ? main : takers[key][0]);
    return state === "open" ? [item.open] : clausesOf(item).filter(isHome);
  }
  function part({ stem, id }, clause) {
    const text = answers.edits[clause.key];
    const topics = id ? [...new Set([id, ...(takers[clause.key] || [])])] : [""];
    return { stem, topics, clause: kit.hasWords(text) ? kit.typed(text, data.blanks, clause, data.marker) : clause };
  }
  return data.groups.map((group) => ({ ...group, parts: group.items.flatMap((item) => clausesIn(item).map((clause) => part(item, clause))) }));
};

// The whole draft with its numbers; a reference gets the number that its clause has here.
kit.drafted = function (data, topics, answers) {
  const groups = kit.compose(data, topics, answers);
  const valueOf = kit.valuesOf(data, answers);
  const numbers = {};
  for (const section of kit.assemble(groups, valueOf).sections)
    for (const { nr, clause } of section.clauses) numbers[clause.id] = nr && "artikel " + section.nr + "." + parseInt(nr);
  const cited = (printed) => numbers[data.targets[printed]?.find((id) => numbers[id])];
  const declined = data.version ? topics.filter((topic) => kit.chosen(topic, answers).state === "out") : [];
  return { ...kit.assemble(groups, (printed) => valueOf(printed) || cited(printed)), declined: declined.map(({ id }) => id) };
};

// Data and topics of a template become those of two boards that become one; `need` says that they differ.
kit.merged = function (data, topics, left, right) {
  for (const topic of topics) {
    const options = [left, right].map(({ topics }) => topics[topic.id]).filter(Boolean);
    const [one, other] = options;
    const need = !!other && !one.same.includes(other.id);
    if (other) options.push({ id: "beide", places: [], clauses: [...one.clauses, ...other.clauses] });
    Object.assign(topic, { need, options, contrary: [], start: { "": need ? "" : one?.id } });
  }
  const [mine, theirs] = [left, right].map(({ rest }) => rest.items[0]);
  theirs.clauses = theirs.clauses.filter(({ id }) => !mine.clauses.some((clause) => clause.id === id));
  data.groups.push(left.rest, right.rest);
  data.version = data.always = "";
};
kit.topicsOf = ({ groups }) => groups.flatMap(({ items }) => items).filter(({ options }) => options);
