// What stands behind a draft in Word, for who reads it first: whose words these are, and what is open. Knows a draft
// as opstellen-concept.js made it; every sentence is of the catalogue.
"use strict";
const MOST_WORDS = 7;

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
