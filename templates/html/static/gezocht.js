// Words that are looked for: in which texts they are, marked where they stand. The page itself stays as it is.
(function () {
  "use strict";
  const kit = window.protocolkit;
  const KEPT = "protocolkit-searched";
  // Sphinx marks pieces of words, 'mag' in 'imago'; its search page asks this.
  window.SPHINX_HIGHLIGHT_ENABLED = false;

  // Words looked for: each with the words that mean the same.
  kit.wanted = function (query, synonyms) {
    return (kit.plain(query).match(/\S+/g) || []).map(function (word) {
      const isMeant = (member) =>
        member === word || (word.length > 3 && member.startsWith(word)) || (member.length > 4 && word.startsWith(member));
      const others = synonyms.filter((group) => group.some(isMeant)).flat();
      return { word, others: [...new Set(others)].filter((other) => other !== word) };
    });
  };

  // Whether a plain text has a word, or one that means the same; a short one only as a whole.
  kit.hasOne = (text, { word, others }) =>
    text.includes(word) || others.some((other) => text.includes(" " + other + (other.length < 4 ? " " : "")));
  kit.has = (text, wanted) => wanted.every((one) => kit.hasOne(text, one));

  // A clause as it is looked through, nothing when it is not loaded.
  kit.plainClause = function ({ lines }, place) {
    const line = lines?.[place];
    return line ? (line.plain ||= kit.plain(line.leadIn + " " + line.text)) : "";
  };

  // The words that are looked for, see kit.wanted.
  kit.searchedWords = (wanted) => wanted.flatMap(({ word, others }) => [word, ...others]);

  // Whether a word is one of these; of a short one nothing may stand around it.
  kit.isSearched = function (text, searched) {
    const word = kit.plain(text).trim();
    return searched.some((one) => word === one || (one.length > 3 && word.includes(one)));
  };

  // Mark words in a place; gives the ranges of all that were found.
  kit.markSearched = function (place, searched) {
    if (!window.Highlight) return [];
    const found = new Highlight();
    const texts = document.createTreeWalker(place, NodeFilter.SHOW_TEXT);
    while (searched.length && texts.nextNode())
      for (const { 0: word, index } of texts.currentNode.data.matchAll(/[\p{L}\p{N}'’]+/gu)) {
        if (!kit.isSearched(word, searched)) continue;
        const range = new Range();
        range.setStart(texts.currentNode, index);
        range.setEnd(texts.currentNode, index + word.length);
        found.add(range);
      }
    CSS.highlights.set("searched", found);
    return [...found];
  };

  // The page that a result leads to marks them too, once.
  kit.keepSearched = ({ pathname }, searched) => localStorage.setItem(KEPT, JSON.stringify({ pathname, searched }));
  document.addEventListener("DOMContentLoaded", function () {
    const { pathname, searched } = JSON.parse(localStorage.getItem(KEPT)) || {};
    localStorage.removeItem(KEPT);
    if (pathname === location.pathname) kit.markSearched(document.querySelector("[role=main]"), searched);
  });
})();
