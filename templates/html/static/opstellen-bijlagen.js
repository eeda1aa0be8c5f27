// What stands behind a draft in Word, for who reads it first: whose words these are, and what is open. Knows a draft
// as opstellen-concept.js made it; every sentence is of the catalogue.
"use strict";
const MOST_WORDS = 7;

// Each clause and note with whose words it has and whether they were changed.
kit.whose = function ({ sections, notes }, { words }) {
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
  const line = (label, made) => label + " ‘" + beginOf(made.text) + "’ " + said(made);
  return [
    ...sections.flatMap((section) => section.clauses.map((made) => line(section.nr + (made.nr && "." + parseInt(made.nr)), made))),
    ...notes.map((made) => line(kit.filled(words.noteNumber, { label: made.nr }), made)),
  ];
};

// What is to be chosen, filled in and decided, what does not go together, and what did not come along.
kit.openPoints = function ({ sections, notes, aside }, { words, openPatterns }, clashing) {
  const clauses = sections.flatMap((section) => section.clauses.map((made) => ({ ...made, label: section.nr + (made.nr && "." + parseInt(made.nr)) })));
  const places = {};
  const noted = notes.map((made) => ({ ...made, label: kit.filled(words.noteNumber, { label: made.nr }) }));
  for (const { text, clause, label } of [...clauses, ...noted])
    if (clause.id !== "")
      for (const [printed, isOpen] of kit.splitAtBlanks(text, openPatterns))
        if (isOpen && printed.startsWith("[")) (places[printed] ||= []).push(label);
  const undecided = clauses.some(({ clause }) => clause.id === "algemeen") ? [words.undecided] : [];
  const made = [
    ...clauses.filter(({ clause }) => clause.id === "").map(({ label, text }) => label + " " + text),
    ...Object.entries(places).map(([printed, labels]) => printed + ": " + [...new Set(labels)].join(", ")),
    ...clashing,
    ...aside,
    ...undecided,
  ];
  return made[0] ? made : [words.nothingOpen];
};
