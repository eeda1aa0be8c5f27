// From answers to a draft that has no numbers yet, as drafting/new/ does. Knows no page: answers are those of a file of
// answers, what there is to choose from is what site/composer/ made.
"use strict";

// What fills a blank: as answers.Answers.value has it.
kit.valuesOf = function (data, { organisation, schools, ...told }) {
  const isSchool = organisation.kind === "school";
  // a row of schools, as the words of a board join the last of them
  const inRow = (joined) => schools.slice(0, -1).join(", ") + (schools[1] ? " " + joined + " " : "") + (schools.at(-1) || "");
  const rows = Object.entries(data.rows).map(function ([joined, key]) {
    const given = kit.clean(told.placeholders?.[data.rows.en] || "").replace(/^(.*) en /, "$1 " + joined + " ");
    return [key, inRow(joined) || given || (isSchool && organisation.name)];
  });
  const names = {
    bestuur: organisation[isSchool ? "parent" : "name"],
    school: isSchool ? organisation.name : !schools[1] && schools[0],
    ...Object.fromEntries(rows),
    "soort-onderwijs": data.sectors[organisation.sector],
  };
  const answered = [told.placeholders, told.systems, told.functions];
  function valueOf(printed) {
    const { needed } = data;
    if (printed === needed.whom) return isSchool ? organisation.name || data.someone : named(data.rows.en) || ofBoard(needed);
    return named(data.blanks[printed]);
  }
  const ofBoard = ({ schools, board }) => schools.replace(board, () => named("bestuur") || board);
  function named(key) {
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
// How much somebody decided, apart from what stood there before: `usualOf` tells what that is on a topic.
kit.decided = function (topics, answers, usualOf) {
  const counts = { own: 0, out: 0, usual: 0, open: 0 };
  for (const topic of topics) {
    const { state, options } = kit.chosen(topic, answers);
    const isEdited = options.some(({ clauses }) => clauses.some(({ key }) => kit.hasWords(answers.edits[key])));
    const isUsual = (answers.choices[topic.id] ?? "") === usualOf(topic) && !isEdited;
    counts[state === "open" ? "open" : isUsual ? "usual" : state === "out" ? "out" : "own"]++;
  }
  return counts;
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
    // beside explanations without a number what is typed is one too
    const said = options.flatMap(({ clauses }) => clauses);
    const alone = said[0] && said.every(({ kind, alone }) => kind === "toelichting" && alone);
    const typed = { id: "eigen", kind: alone ? "toelichting" : kind, notes: [] };
    if (own) return [kit.typed(own, {}, typed, data.marker)];
    const isHome = ({ key, main }) => id === (takers[key].includes(main) ? main : takers[key][0]);
    return state === "open" ? [item.open] : clausesOf(item).filter(isHome);
  }
  function part({ stem, id }, clause) {
    const text = answers.edits[clause.key];
    const topics = id ? [...new Set([id, ...(takers[clause.key] || [])])] : [];
    return { stem, topics, clause: kit.hasWords(text) ? kit.typed(text, data.blanks, clause, data.marker) : clause };
  }
  return data.groups.map((group) => ({ ...group, parts: group.items.flatMap((item) => clausesIn(item).map((clause) => part(item, clause))) }));
};

// A text as patterns of ours look at it, and as two are compared: blanks as they are printed.
const bare = kit.bare = (text) => text.replace(/\u0001n\d+\u0001/g, "").replace(/[\u0001^]/g, "").replace(/\s+/g, " ").trim();
const alike = (text) => bare(text).replace(/[•\s]/g, "").replace(/[.;,]+$/, "");

// What introduces before all else, as drafting/new/introducing.py has it.
const INTRODUCTION = "deel-vooraf";
kit.introduced = function (data, groups, introduces, explains) {
  const moved = groups.flatMap(({ parts }) => parts.filter(introduces));
  if (!moved[0]) return groups;
  const kept = groups.map((group) => ({ ...group, parts: group.parts.filter((part) => !moved.includes(part)) })).filter(({ parts }) => parts[0]);
  const [head, ...others] = kept;
  if (head?.parts.some(explains)) return [{ ...head, parts: [...head.parts, ...moved] }, ...others];
  return [{ anchor: INTRODUCTION, title: data.words.introduction, parts: moved }, ...kept];
};

// A draft as a protocol reads, as drafting/new/arranging.py has it: each wording once, guidance and links behind the
// rules. What does not come along is in `aside`; `declined` are the topics that lose their words by it.
kit.arranged = function (data, groups) {
  const parts = groups.flatMap((group) => group.parts);
  const offered = ({ clause }) => clause.offered ?? clause.words;
  const known = new Map(parts.filter(({ clause }) => !clause.lines).map((part) => [alike(part.clause.text), offered(part)]));
  const wordsOf = (part) => (part.clause.lines ? known.get(alike(part.clause.text)) || alike(part.clause.text) : offered(part));
  const notesOf = ({ clause }) => clause.notes.map(({ words }) => words);
  const isTaken = ({ clause }) => clause.source;
  const [kept, topics, again] = [{}, new Map(), []];
  const goesOn = ({ clause }) => /[;,]$/.test(bare(clause.text));
  const first = (a, b) => new Set(notesOf(b)).size - new Set(notesOf(a)).size || goesOn(a) - goesOn(b);
  for (const part of parts.filter(isTaken).sort(first)) {
    const same = (kept[wordsOf(part)] ||= []);
    let home = same.find((other) => notesOf(part).every((words) => notesOf(other).includes(words)));
    if (!home) same.push((home = part));
    else if (alike(home.clause.text) !== alike(part.clause.text)) again.push(data.words.again.replace("{whose}", part.clause.whose));
    topics.set(home, [...new Set([...(topics.get(home) || []), ...part.topics])]);
  }
  const aside = [];
  function without(list, why) {
    const isOut = (part) => isTaken(part) && why(part.clause) && aside.push({ part, why: why(part.clause) });
    return list.map((group) => ({ ...group, parts: group.parts.filter((part) => !isOut(part)) }));
  }
  const once = groups.map((group) => ({
    ...group,
    parts: group.parts.filter((part) => !isTaken(part) || topics.has(part)).map((part) => (isTaken(part) ? { ...part, topics: topics.get(part) } : part)),
  }));
  const whole = without(once, ({ aside }) => aside);
  const out = aside.splice(0);
  const called = new Set(whole.flatMap((group) => group.parts.filter(isTaken).flatMap(notesOf)));
  const noted = without(whole, (clause) => !called.has(offered({ clause })) && clause.loose);
  const explains = ({ clause }) => clause.kind === "toelichting";
  const isLoose = (part) => isTaken(part) && explains(part) && !part.topics[0];
  const firm = kit.introduced(data, noted, (part) => isLoose(part) && part.clause.introduces, explains);
  // what explains without a rule beside it comes with the guidance
  const unruled = firm.filter(({ anchor, parts }) => anchor !== INTRODUCTION && parts.every(isLoose)).flatMap(({ parts }) => parts);
  const kindOf = (part) => (unruled.includes(part) ? data.appendices[0][0] : part.clause.kind);
  // what leads to a clause that came along stands before that
  const taken = firm.flatMap(({ parts }) => parts.filter(isTaken).map((part) => bare(part.clause.text)));
  const isLed = (lead) => lead.endsWith(":") && taken.some((text) => text.startsWith(lead + " "));
  const last = data.appendices.map(([kind]) => kind);
  const isLast = (part) => isTaken(part) && last.includes(kindOf(part));
  const body = firm.map((group) => ({ ...group, parts: group.parts.filter((part) => !isLast(part)).sort((a, b) => explains(b) - explains(a)) }));
  const inOrder = (a, b) => (a.clause.order || 0) - (b.clause.order || 0);
  const lastOnes = firm.flatMap((group) => group.parts.filter(isLast)).sort(inOrder);
  const appendices = data.appendices.map(([kind, anchor, title]) => ({
    anchor,
    title,
    parts: lastOnes.filter((part) => kindOf(part) === kind),
  }));
  return {
    groups: [...body, ...appendices].filter((group) => group.parts[0]),
    declined: [...aside, ...out].flatMap(({ part }) => part.topics),
    aside: [...[...out.filter(({ part }) => !isLed(bare(part.clause.text))), ...aside].map(({ why }) => why), ...again],
  };
};

const finds = (sources, { text }) => sources.some((source) => new RegExp(source, "iu").test(bare(text)));
const says = ({ clause }, { name, found }) => (clause.lines ? finds(found, clause) : clause.says.includes(name));

// What every protocol needs and nothing chosen says, as drafting/new/essentials.py has it; guidance binds nobody.
kit.lacking = function (data, groups) {
  const apart = data.appendices.map(([, anchor]) => anchor);
  const parts = groups.filter(({ anchor }) => !apart.includes(anchor)).flatMap((group) => group.parts);
  const answered = parts.flatMap((part) => part.topics);
  const isThere = (item) =>
    (item.kind === "begripsbepaling" && parts.some(({ clause }) => clause.kind === item.kind)) ||
    item.topics.some((topic) => answered.includes(topic)) ||
    parts.some((part) => says(part, item));
  return data.needed.items.filter((item) => !isThere(item));
};
// Where that stands, and what boards have of it, as drafting/new/chapters.py has it.
kit.withNeeded = function (data, groups, lacking, answers) {
  const apart = data.appendices.map(([, anchor]) => anchor);
  const [first, last] = Object.keys(data.needed.chapters);
  const defines = ({ kind }) => kind === "begripsbepaling";
  const { items } = data.needed;
  const begins = items.filter((item) => item.chapter === first);
  const isOf = (part) => (item) => part.from === item.id || (defines(item) ? defines(part.clause) : says(part, item));
  const isWhole = ({ clause }) => items.some(({ whole }) => finds(whole, clause));
  const homeOf = (part) => (part.clause.source ? part.clause.home : isWhole(part) ? last : begins.some(isOf(part)) && first);
  const explains = ({ clause }) => clause.kind === "toelichting";
  const introduces = ({ parts }) => parts.every(({ clause }) => clause.kind !== "regel");
  const moved = { [first]: [], [last]: [] };
  const around = new RegExp("^(?:" + data.needed.around + ")$", "iu");
  const [head] = groups;
  const isEmpty = ({ title }) => around.test(title);
  const hasIntro = !!head && introduces(head) && !(isEmpty(head) && head.parts.every(homeOf));
  const next = groups[+hasIntro];
  const firm = next?.parts.find((part) => !explains(part));
  const isBegun = firm && homeOf(firm) === first && !isEmpty(next);
  const kept = groups.map(function (group, n) {
    const stays = (part, home) => !home || (home === first && (isBegun || (!n && hasIntro))) || !moved[home].push(part);
    return { ...group, parts: group.parts.filter((part) => stays(part, homeOf(part))) };
  });
  const made = kept.filter(({ parts }) => parts[0]);
  function partOf({ stem, id, kind, options, open }) {
    const answer = answers.choices[id] ?? "algemeen";
    const isOwn = answer === "eigen" && kit.hasWords(answers.texts[id]);
    const own = () => kit.typed(answers.texts[id], {}, { id: "eigen", kind, notes: [] }, data.marker);
    return { stem, topics: [], from: id, clause: isOwn ? own() : answer === "algemeen" ? options[0].clauses[0] : open };
  }
  Object.entries(data.needed.chapters).forEach(function ([chapter, title], n) {
    const own = lacking.filter((item) => item.chapter === chapter && answers.choices[item.id] !== "geen");
    const end = made.findIndex(({ anchor }) => apart.includes(anchor));
    const place = !n ? +!!(made[0] && introduces(made[0])) : end < 0 ? made.length : end;
    const rank = (part) => (explains(part) ? -2 : begins.findIndex(isOf(part)));
    const parts = [...moved[chapter], ...own.map(partOf)];
    if (!n) parts.sort((a, b) => rank(a) - rank(b));
    if (parts[0]) made.splice(place, 0, { anchor: "deel-algemeen-" + chapter, title, parts });
  });
  return made;
};

// The whole draft with its numbers; a reference gets the number that its clause has here.
kit.drafted = function (data, topics, answers) {
  const { groups: chosen, ...left } = kit.arranged(data, kit.compose(data, topics, answers));
  const lacking = kit.lacking(data, chosen);
  const groups = kit.withNeeded(data, chosen, lacking, answers);
  const valueOf = kit.valuesOf(data, answers);
  const numbers = {};
  for (const section of kit.assemble(groups, valueOf).sections)
    for (const { nr, clause } of section.clauses) numbers[clause.id] = nr && "artikel " + section.nr + "." + parseInt(nr);
  const cited = (printed) => numbers[data.targets[printed]?.find((id) => numbers[id])];
  const isOut = (topic) => kit.chosen(topic, answers).state === "out";
  const declined = topics.filter((topic) => isOut(topic) && (data.version || answers.choices[topic.id] === "geen"));
  const dropped = lacking.filter(({ id }) => answers.choices[id] === "geen");
  return {
    ...kit.withOneTerm(kit.assemble(groups, (printed) => valueOf(printed) || cited(printed)), data, answers.terms),
    declined: [...[...dropped, ...declined].map(({ id }) => id), ...left.declined],
    aside: left.aside,
    lacking,
  };
};

// Gives what tells with which other topics an option does not go together; words that somebody changed are hers. Of two
// boards each clause counts as the wording of the template that says the same.
kit.clashing = function (data, topics, answers) {
  const { variants, clashes } = data;
  const saying = ({ clauses }) =>
    clauses
      .filter(({ key }) => !answers.edits[key])
      .map(({ key, id, source }) => ({ id, said: variants?.[key] || id, whose: variants && source.split("#")[0] }));
  const takers = {};
  for (const topic of topics)
    for (const one of kit.chosen(topic, answers).options.flatMap(saying)) (takers[one.said] ||= []).push({ ...one, topic });
  return function (topic, option) {
    const found = saying(option).flatMap((mine) =>
      clashes.flatMap(function ([left, right, kind, ...told]) {
        const isLeft = left === mine.said;
        if (!isLeft && right !== mine.said) return [];
        const isOther = (one) => (one.topic !== topic || ["contrary", "perhaps", "defined"].includes(kind)) && !(variants && one.whose === mine.whose);
        const other = takers[isLeft ? right : left]?.find(isOther);
        // the words that are quoted are those of the template
        const isQuoted = other && (kind === "defined" || (mine.id === mine.said && other.id === other.said));
        return other ? [{ other: other.topic, kind, pair: left + right, why: isQuoted ? told[isLeft ? 0 : 1] : "" }] : [];
      })
    );
    return found.filter((one, n) => found.findIndex(({ pair }) => pair === one.pair) === n);
  };
};

// Tells whether each clause of an option has the words of weight of one of another option.
const hasWordsOf = (one, other) =>
  one.clauses.every(({ id }, n) => other.clauses.some((clause, m) => clause.id === id || one.weights[n] === other.weights[m]));

// Data and topics of a template become those of two boards that become one; `need` says that they differ.
kit.merged = function (data, topics, left, right) {
  const wordings = topics.flatMap(({ options }) => options);
  data.variants = Object.fromEntries(wordings.flatMap(({ id, places }) => places.map((place) => [place, id])));
  for (const topic of topics) {
    const options = [left, right].map(({ topics }) => topics[topic.id]).filter(Boolean);
    const [one, other] = options;
    const need = !!other && !(one.same.includes(other.id) && hasWordsOf(one, other) && hasWordsOf(other, one));
    if (other) options.push({ id: "beide", places: [], clauses: [...one.clauses, ...other.clauses] });
    Object.assign(topic, { need, options, contrary: [], start: { "": need ? "" : one?.id } });
  }
  const [mine, theirs] = [left, right].map(({ rest }) => rest.items[0]);
  theirs.clauses = theirs.clauses.filter(({ id }) => !mine.clauses.some((clause) => clause.id === id));
  data.groups.push({ ...left.rest, items: [mine, theirs] });
  data.behind = [...left.behind, ...right.behind];
  data.version = data.always = "";
  data.basis = left.name + " en " + right.name;
};
kit.topicsOf = ({ groups }) => groups.flatMap(({ items }) => items).filter(({ options }) => options);
