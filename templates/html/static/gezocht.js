// Words that were looked for, marked where they stand. The page itself stays as it is.
(function () {
  "use strict";
  const kit = window.protocolkit;
  const KEPT = "protocolkit-searched";
  // Sphinx marks pieces of words, 'mag' in 'imago'; its search page asks this.
  window.SPHINX_HIGHLIGHT_ENABLED = false;

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
