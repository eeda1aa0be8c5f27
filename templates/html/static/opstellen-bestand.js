// From choices to a file, as drafting/new/assembling.py does. Words and shapes were written at build: fragments by
// site/composer/clauses.py, shapes by paper/docx/open_file.py. The scripts of this page share their names.
"use strict";

// What someone typed, as one line that any format can hold.
kit.clean = (text) => text.replace(/[\u00ad\u200b-\u200d\u2060\ufeff]/g, "").replace(/[\p{C}\s]+/gu, " ").trim();
const forMarkdown = (text) =>
  text.replace(/[\\`*[\]<>{}~_|]|&(?=[#\w])|^[#+=\-%:]/g, "\\$&").replace(/^(\d+)(?=[.)])/, "$1\\");

const printedIn = (name) => name.replace("^", "");
kit.blanksIn = (fragment) => [...new Set(fragment.split(GAP).filter((piece, n) => n % 2 && piece.includes("[")).map(printedIn))];

// The words of a fragment; a blank without a value stays as it is printed.
function wordsOf(fragment, valueOf, escape, other) {
  return fill(fragment, function (name) {
    const printed = printedIn(name);
    if (!printed.startsWith("[")) return other(name);
    const value = valueOf(printed);
    return escape(!value ? printed : name === printed ? value : value[0].toUpperCase() + value.slice(1));
  });
}

// A clause with typed words; `marker` is what a paragraph without a number never begins with.
kit.typed = function (text, blanks, clause, marker) {
  const opened = (line) => line.replace(/\[[^\]]+\]/g, (printed) => (printed in blanks ? gap(printed) : printed));
  const lines = text.split("\n").map(kit.clean).filter(Boolean);
  const isParagraph = clause.alone || (clause.id === "eigen" && clause.kind === "toelichting");
  const alone = isParagraph && !new RegExp(marker, "u").test(lines[0] + " x");
  const made = lines.map(opened);
  const offered = clause.offered ?? clause.words;
  return { ...clause, alone, table: false, offered, words: "", lines: made, text: made.join("\n") };
};

// Groups of parts as a document: numbers, anchors, notes, and where each clause came from.
kit.assemble = function (groups, valueOf) {
  const [used, labels] = [new Set(), new Map()];
  const draft = { sections: [], notes: [], origins: [], valueOf };
  const parts = groups.flatMap((group) => group.parts);
  const noted = new Set(parts.flatMap(({ clause }) => clause.notes.map(({ words }) => words)));
  function free(stem) {
    let made = stem;
    for (let n = 2; used.has(made); n++) made = stem.slice(0, 35 - String(n).length).replace(/-+$/, "") + "-" + n;
    used.add(made);
    return made;
  }
  function origin(made, { topics, clause }) {
    const entry = { anchor: made.anchor, choice: clause.id, source: clause.source, fingerprint: clause.mark };
    const written = crc32(bytesIn(made.text.trim().split(/\s+/).join(" "))).toString(16).padStart(8, "0");
    // what somebody typed counts as changed here when the source changes
    for (const topic of topics[0] ? topics : [""]) draft.origins.push({ ...entry, topic, written: made.clause.lines ? "" : written });
    return made;
  }
  function write(part, count) {
    const { stem, topics, clause } = part;
    const fresh = clause.notes.filter(({ id }) => !labels.has(id));
    fresh.forEach(({ id }) => labels.set(id, String(labels.size + 1)));
    const own = clause.notes.map(({ id }) => labels.get(id));
    const from = part.from ?? topics[0];
    const item = (clause, anchor, nr) => ({ anchor, nr, kind: clause.kind, clause, from, labels: own, text: wordsOf(clause.text, valueOf, plain) });
    const made = origin(item(clause, free(stem), clause.alone ? "" : count + 1 + "."), part);
    for (const note of fresh) {
      const label = labels.get(note.id);
      const whole = parts.find((found) => found.clause.words === note.words);
      const taken = { topics: topics.slice(0, 1), clause: { id: "noot", source: clause.source } };
      draft.notes.push(origin(item({ ...note, whose: (whole?.clause || clause).whose }, "noot-" + label, label), whole || taken));
    }
    return made;
  }
  for (const { anchor, title, parts } of groups) {
    // what is a note of another clause is not printed by itself as well
    const kept = parts.filter(({ clause }) => !noted.has(clause.words));
    const [kind, ...others] = new Set(kept.map(({ clause }) => clause.kind));
    if (!kind) continue;
    const section = { anchor: free(anchor), title, nr: String(draft.sections.length + 1), kind: others[0] ? "regel" : kind, clauses: [] };
    for (const part of kept) section.clauses.push(write(part, section.clauses.filter(({ nr }) => nr).length));
    draft.sections.push(section);
  }
  return draft;
};

// Gives what fills the files of a format with a draft and its facts; `labelOf` says how a clause is cited in its margin.
function written({ sections, notes, valueOf }, facts, shapes, escape, fragmentOf, { behind = "", marked = plain, labelOf } = {}) {
  const called = new Set();
  let lastId = 0;
  const shape = (name, values) => fill(shapes[name], (open) => (open in values ? values[open] : gap(open)));
  // later marks, and those inside notes, lead to the first
  function call(label, isNote) {
    const isFirst = !isNote && !called.has(label);
    if (isFirst) called.add(label);
    return shape(isFirst ? "roep" : "weer", { nr: label, merk: "noot_" + label, id: ++lastId });
  }
  function typed({ lines, notes, alone }) {
    const calls = notes.map((_, n) => gap("n" + n)).join("");
    const said = lines.map((line) => fill(line, gap, escape));
    if (alone) return shape("alleen", { woorden: said.join(shape("breek", {})), roepen: calls });
    const last = lines.length - 1;
    return said.map((woorden, n) => shape(n ? "volgende" : "eerste", { woorden, roepen: n < last ? "" : calls })).join("");
  }
  const place = ({ anchor, nr, kind }, around) => ({
    nr, plek: anchor, merk: anchor.replace(/-/g, "_"), id: ++lastId, soort: kind === around ? "" : " ." + kind, inspring: " ".repeat(nr.length + 1),
  });
  function clauseOf(made, around) {
    const { clause, labels } = made;
    const values = { ...place(made, around), ...(around && labelOf?.(made, shape)) };
    // what the document decides is no word of the clause
    const other = (open) => "\u0002" + (open in values ? values[open] : call(labels[open.slice(1)], !around)) + "\u0002";
    const whole = wordsOf(clause.lines ? typed(clause) : fragmentOf(clause), valueOf, escape, other);
    return kit.reworded(whole, made.swaps).replaceAll("\u0002", "");
  }
  const values = { regels: "", tekst: "" };
  for (const [name, fact] of Object.entries(facts)) values[name] = fact ? shape(name, { [name]: fact }) : "";
  sections.forEach(function (section, n) {
    const head = { ...place(section, "regel"), titel: escape(section.title) };
    values.regels += shape(n ? "regel" : "regel-1", head);
    values.tekst += shape("kop", head) + section.clauses.map((made) => clauseOf(made, section.kind)).join("");
  });
  const rest = notes.filter(({ nr }) => !called.has(nr)).map(({ nr }) => call(nr) + shape("spatie", {}));
  if (rest[0]) values.tekst += shape("slot", { roepen: rest.join("") });
  values.tekst = marked(values.tekst) + behind;
  values.noten = marked(notes.map((note) => clauseOf(note)).join(""));
  return (text) => fill(text, (name) => values[name]);
}

// The source format; its settings are JSON, which is YAML.
kit.markdown = function (draft, { shapes, version, someone, basis }, { organisation, schools }) {
  const json = (value) => JSON.stringify(value, (_, inner) => (inner === "" ? undefined : inner));
  const origins = [...draft.origins, ...draft.declined.map((topic) => ({ topic, choice: "geen" }))];
  const facts = {
    naam: json({ ...organisation, name: organisation.name || someone }),
    basis: basis && json(basis),
    scholen: schools[0] && json(schools),
    herkomst: origins.map((entry) => "\n    - " + json({ ...entry, template: version })).join(""),
  };
  return written(draft, facts, shapes, forMarkdown, ({ md }) => md)(shapes.bestand);
};

// `appendices` are [title, lines], each on a page of its own behind the text.
kit.word = function (draft, data, { organisation, schools }, made, appendices) {
  const { sectors, someone, basis } = data;
  const { name, parent, sector } = organisation;
  const facts = { naam: name || someone, hoort: parent, sector: sectors[sector], scholen: schools.join(", "), basis, open: kit.openSentence(draft, data) };
  for (const key in facts) facts[key] = forXml(facts[key] || "");
  const shaped = (name, key, text) => fill(made.shapes[name], (open) => (open === key ? forXml(text) : ""));
  const labels = new Map(kit.cited(draft, data).map(([label, item]) => [item, label]));
  const labelOf = (item, shape) => kit.beside(labels.get(item), made.labels, shape);
  const behind = appendices.map(([title, lines]) => shaped("bijlage", "titel", title) + lines.map((line) => shaped("bron", "woorden", line)).join(""));
  const around = { behind: behind.join(""), marked: (xml) => kit.markedBlanks(xml, data), labelOf };
  const filled = written(draft, facts, made.shapes, forXml, ({ xml, n }) => xml || made.xml[n], around);
  return zipped(made, made.files.map(({ text }) => bytesIn(filled(text))));
};
