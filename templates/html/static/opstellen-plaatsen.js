// The places that a draft leaves open, as document/open_places.py and document/cover_notices.py have them: marked in Word,
// counted and cited on its cover. Knows a draft as opstellen-concept.js made it; the patterns are those of the package.
"use strict";

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
