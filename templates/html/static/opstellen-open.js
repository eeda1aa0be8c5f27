// What a draft leaves open, and what stands behind it in Word: places marked, counted and cited on its cover, as
// document/open_places.py and document/cover_notices.py have them; whose words it has, and its open points.
"use strict";
const MOST_WORDS = 7;

// A text in pieces, each with whether it is a blank.
kit.splitAtBlanks = function (text, patterns) {
  const taken = [];
  for (const [source, flags] of patterns)
    for (const { 0: said, index } of text.matchAll(new RegExp(source, flags)))
      if (!taken.some(([begin, end]) => begin < index + said.length && index < end)) taken.push([index, index + said.length]);
  const edges = [0, ...taken.sort((a, b) => a[0] - b[0]).flat(), text.length];
  return edges.slice(1).map((end, n) => [text.slice(edges[n], end), n % 2 === 1]).filter(([piece]) => piece);
};

// How each clause and note is cited, in order, as document/outline.py does: with the name of its heading, or its number.
kit.cited = function ({ sections, notes }, { groups, needed }) {
  const shorts = { ...needed.shorts, ...Object.fromEntries(groups.map(({ title, short }) => [title, short])) };
  const [names, used, counts] = [new Set(), new Set(), {}];
  function free(label) {
    let made = label;
    for (let n = 2; used.has(made); n++) made = label + " (" + n + "e)";
    used.add(made);
    return made;
  }
  function labelOf(section, name, { nr, clause }) {
    if (nr) return section.nr + "." + parseInt(nr);
    const isClosing = clause.kind === "slotbepaling";
    const word = clause.table ? "tabel" : "alinea";
    const key = (isClosing ? "Slot" : section.anchor) + " " + word;
    counts[key] = (counts[key] || 0) + 1;
    return (isClosing ? "Slot" : name) + ", " + counts[key] + "e " + word;
  }
  const labelled = sections.flatMap(function (section) {
    const short = shorts[section.title] || section.nr;
    const name = names.has(short) ? section.title : short;
    names.add(name);
    return section.clauses.map((made) => [free(labelOf(section, name, made)), made]);
  });
  return [...labelled, ...notes.map((made) => [free("noot " + made.nr), made])];
};

// What a label fills in: in the line of its clause or in a frame before it, as text/printed_label.py and paper/docx/clause_labels.py do.
kit.beside = function (label, { longest, cut, room, narrows, narrow, capital, usual }, shape) {
  const [, name, count] = label.match(/^(.*?)((?:, \d+e \w{1,12}| \S{1,9})(?: \(\d+e\))?)?$/su);
  function begin(signs, most) {
    const kept = signs.slice(0, most);
    const end = signs[most] === " " ? most : Math.max(kept.lastIndexOf(" "), 0);
    return (end >= Math.floor(most / 2) ? kept.slice(0, end) : kept).join("").trim();
  }
  const short = begin([...name], longest - 1 - [...(count || "")].length) + cut + (count || "");
  const shown = [...label].length > longest ? short : label;
  const widthOf = (sign) => (narrows.includes(sign) ? narrow : sign === sign.toLowerCase() ? usual : capital);
  const isBeside = [...shown].reduce((sum, sign) => sum + widthOf(sign), 0) <= room;
  const values = { label: forXml(shown) };
  const where = isBeside ? ["naast", "hangt"] : ["boven"];
  return { ...values, boven: "", naast: "", hangt: "", ...Object.fromEntries(where.map((name) => [name, shape(name, values)])) };
};

// What the cover says of it; "" when nothing is open.
kit.openSentence = function (draft, data) {
  const { words, openPatterns } = data;
  const texts = draft.sections.map(({ title }) => [title, title]);
  for (const [label, { text }] of kit.cited(draft, data)) texts.push(...text.split("\n").map((line) => [label, line]));
  const counted = new Map();
  for (const [label, text] of texts)
    for (const [, isOpen] of kit.splitAtBlanks(text, openPatterns)) if (isOpen) counted.set(label, (counted.get(label) || 0) + 1);
  const said = [...counted].map(([label, times]) => (times > 1 ? label + " (" + times + "×)" : label));
  const total = (numbers) => numbers.reduce((sum, times) => sum + times, 0);
  const clauses = said.length - data.mostOpen;
  const more = total([...counted.values()].slice(data.mostOpen));
  if (clauses > 1) said.splice(data.mostOpen, clauses, kit.filled(words.openRest, { count: more, clauses }));
  const count = total([...counted.values()]);
  return count ? kit.filled(count === 1 ? words.openOne : words.openMore, { count, places: said.join(", ") }) : "";
};

// The XML of a text with its blanks marked, as paper/docx/text_runs.py does: words with a style of their own keep it.
const SIGNS = { amp: "&", lt: "<", gt: ">", quot: '"' };
const fromXml = (text) => text.replace(/&(?:#(\d+)|(\w+));/g, (_, code, name) => (code ? String.fromCodePoint(code) : SIGNS[name]));
kit.markedBlanks = (xml, { openPatterns }) =>
  xml.replace(/<w:r>(?:<w:rPr>((?:(?!<\/w:rPr>|<w:rStyle).)*)<\/w:rPr>)?(<w:t[^>]*>)([^<]*)<\/w:t><\/w:r>/gs, function (whole, look, tag, text) {
    const pieces = kit.splitAtBlanks(fromXml(text), openPatterns);
    if (!pieces.some(([, isOpen]) => isOpen)) return whole;
    const runOf = ([piece, isOpen]) => {
      const set = (isOpen ? '<w:rStyle w:val="OpenPlace"/>' : "") + (look || "");
      return "<w:r>" + (set ? "<w:rPr>" + set + "</w:rPr>" : "") + tag + forXml(piece) + "</w:t></w:r>";
    };
    return pieces.map(runOf).join("");
  });

// Each clause and note with whose words it has and whether they were changed.
kit.whose = function (draft, data) {
  const { words } = data;
  function beginOf(text) {
    const all = text.split(/\s+/);
    return all.slice(0, MOST_WORDS).join(" ") + (all.length > MOST_WORDS ? " …" : "");
  }
  function said({ clause, swaps }) {
    if (clause.id === "algemeen") return words.whoseOurs;
    if (clause.id === "") return words.whoseOpen;
    if (!clause.whose) return words.whoseOwn;
    return kit.filled(words[clause.lines || swaps ? "whoseChanged" : "whoseKept"], { name: clause.whose });
  }
  return kit.cited(draft, data).map(([label, made]) => label + " ‘" + beginOf(made.text) + "’ " + said(made));
};

// Which clauses lean on words of the document that they come from, as they were taken.
kit.leaning = function (draft, data) {
  const kept = kit.cited(draft, data).filter(([, { clause, swaps }]) => clause.leans && !clause.lines && !swaps);
  return kept.map(([label, { clause }]) => kit.filled(data.words.leans, { label, words: clause.leans }));
};

// What is odd in the words that were taken, as checking/wording_faults.py told; in a text that somebody changed as long
// as those words are there.
kit.faults = function (draft, data) {
  const { sections, notes } = draft;
  const { words } = data;
  const placeOf = (made) => made?.clause.source?.split("#") || [];
  const listed = (anchor = "") => anchor.match(/^(.*?)-?(\d+)$/);
  // whether a clause can stand behind another in one list of one document, by their anchors
  function goesOn(made, after) {
    const [[whose, anchor], [other, next]] = [placeOf(made), placeOf(after)];
    const [own, following] = [listed(anchor), listed(next)];
    if (whose !== other || !own || !following) return whose === other && own === following;
    return own[1] === following[1] && Number(own[2]) < Number(following[2]);
  }
  const ends = new Map(sections.flatMap(({ clauses }) => clauses.map((made, n) => [made, clauses[n + 1]])));
  function endOf(made) {
    const sign = kit.bare(made.text).at(-1);
    const isLeft = placeOf(made)[0] && [";", ","].includes(sign) && !goesOn(made, ends.get(made));
    return isLeft ? [kit.filled(words.listLeftOpen, { sign })] : [];
  }
  function oddIn({ text, clause }) {
    const inUse = (said) => kit.blanksIn(clause.text).reduce((all, blank) => all.replaceAll(blank, draft.valueOf(blank) || blank), said);
    const found = (clause.faults || []).map((one) => one.map(inUse));
    return found.filter(([, quoted]) => !clause.lines || kit.bare(text).includes(quoted)).map(([said]) => said);
  }
  return kit.cited(draft, data).flatMap(([label, made]) =>
    [...oddIn(made), ...(notes.includes(made) ? [] : endOf(made))].map((said) => label + ": " + said),
  );
};

// What is to be chosen, filled in and decided, what does not go together, and what did not come along.
kit.openPoints = function (draft, data, clashing) {
  const { words, openPatterns } = data;
  const items = kit.cited(draft, data);
  const places = {};
  for (const [label, { text, clause }] of items)
    if (clause.id !== "")
      for (const [printed, isOpen] of kit.splitAtBlanks(text, openPatterns))
        if (isOpen && printed.startsWith("[")) (places[printed] ||= []).push(label);
  const undecided = items.some(([, { clause }]) => clause.id === "algemeen") ? [words.undecided] : [];
  const made = [
    ...items.filter(([, { clause }]) => clause.id === "").map(([label, { text }]) => label + " " + text),
    ...Object.entries(places).map(([printed, labels]) => printed + ": " + [...new Set(labels)].join(", ")),
    ...clashing,
    ...kit.faults(draft, data),
    ...kit.leaning(draft, data),
    ...draft.aside,
    ...undecided,
  ];
  return made[0] ? made : [words.nothingOpen];
};
