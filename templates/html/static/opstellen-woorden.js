// One word for one thing through a draft, as checking/one_term.py has it. Which words mean one thing, and how each is
// bent, was written at build by site/composer/terms.py.
"use strict";
const oneSpace = (text) => text.replace(/\s+/g, " ");
const begins = (before) => /(?:^|[.?!:\n])$/.test(before.replace(/[ "'‘“„(]+$/, ""));
// The paragraphs and points of a text, each without its sign.
const linesOf = (text) => text.split("\n").map((line) => line.replace(/^\s*(?:[•–]|\p{L}{1,2}[.)])\s+/u, ""));

// Each use of a group of words: as it stands there, the word that it is of, which of its forms, and what stands before.
function usesIn(text, { found, forms, inflected, case: isCase }) {
  return linesOf(text).flatMap((line) =>
    [...line.matchAll(new RegExp(found, "giu"))].map(function ({ 0: said, index }) {
      const before = line.slice(0, index);
      const words = oneSpace(said);
      const [word, form] = forms[words.toLowerCase()] || [0, 0];
      if (!isCase) return { words: said, word: inflected[word][0], form, before };
      const lower = words[0].toLowerCase() + words.slice(1);
      const isStart = words === words[0].toUpperCase() + lower.slice(1).toLowerCase() && begins(before);
      return { words: said, word: isStart && inflected.some(([known]) => known === lower) ? lower : words, form, before };
    }),
  );
}
const itemsOf = ({ sections, notes }) => [...sections.flatMap(({ clauses }) => clauses), ...notes];

// A sentence that names two of them tells them apart.
function toldApart(text, group) {
  const sentences = linesOf(text).flatMap((line) => line.split(/(?<=[.?!])["'’”)]*\s+(?=["'‘“„(]?[A-Z0-9])/));
  return group.apart && sentences.some((sentence) => new Set(usesIn(sentence, group).map(({ word }) => word)).size > 1);
}

// The things that a draft calls by several names: how each is answered, how often each word stands there, the most used
// first, and which may be chosen.
kit.mixedTerms = function (draft, { terms }) {
  const texts = itemsOf(draft).map(({ offered, text }) => offered ?? text);
  return terms.flatMap(function (group) {
    const counts = new Map();
    if (!texts.some((text) => toldApart(text, group)))
      for (const { word } of texts.flatMap((text) => usesIn(text, group))) counts.set(word, (counts.get(word) || 0) + 1);
    const ordered = [...counts].sort((a, b) => b[1] - a[1]);
    const choices = ordered.filter(([word]) => group.inflected.some(([known]) => known === word));
    return ordered[1] ? [{ key: group.key, group, counts: ordered, choices }] : [];
  });
};

// A draft in which each thing has the word that was chosen; what a text was before stands in `offered`.
kit.withOneTerm = function (draft, data, chosen) {
  const wanted = kit.mixedTerms(draft, data).filter(({ key }) => chosen[key]);
  function put(item) {
    const swaps = wanted.map(({ key, group }) => ({
      found: group.found,
      made: usesIn(item.text, group).map(function ({ words, word, form, before }) {
        if (word === chosen[key]) return words;
        const made = group.inflected.find(([known]) => known === chosen[key])[form] ?? chosen[key];
        return begins(before) && words[0] !== words[0].toLowerCase() ? made[0].toUpperCase() + made.slice(1) : made;
      }),
    }));
    const text = kit.reworded(item.text, swaps);
    return text === item.text ? item : { ...item, swaps, offered: item.text, text };
  }
  const sections = draft.sections.map((section) => ({ ...section, clauses: section.clauses.map(put) }));
  return { ...draft, sections, notes: draft.notes.map(put) };
};

// A text, Markdown or XML with other words for those found, in their order; no tag, address or mark of ours is touched.
const APART = /(<[^>]*>|\u0002[^\u0002]*\u0002|\]\([^)]*\))/;
kit.reworded = (text, swaps = []) =>
  swaps.reduce(function (text, { found, made }) {
    const pattern = new RegExp(found, "giu");
    const parts = text.split(APART);
    const count = parts.reduce((sum, part, n) => sum + (n % 2 ? 0 : [...part.matchAll(pattern)].length), 0);
    let at = 0;
    return count === made.length ? parts.map((part, n) => (n % 2 ? part : part.replace(pattern, () => made[at++]))).join("") : text;
  }, text);

// How a draft speaks to its reader, as checking/reader_forms.py has it: each form of each clause once, with its words.
kit.speaking = function (draft, { speaking }) {
  const blank = (text) => text.replace(new RegExp(speaking.quoted, "gu"), (quoted) => " ".repeat(quoted.length));
  // a question that is still open is ours
  const said = itemsOf(draft).filter(({ clause }) => clause.id);
  return said.flatMap((item) =>
    speaking.forms.flatMap(function ([form, source, flags]) {
      const found = item.text.split("\n").map((line) => blank(line).match(new RegExp(source, flags))).find(Boolean);
      return found ? [{ form, words: oneSpace(found[0]), item }] : [];
    }),
  );
};
