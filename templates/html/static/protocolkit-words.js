// Where two texts differ, as a reader sees it: in phrases.
(function () {
  "use strict";
  const kit = window.protocolkit;
  // A word or a sign, with the space behind it.
  const TOKEN = /(?:[\p{L}\p{N}]+(?:['’\-/@._+&][\p{L}\p{N}]+)*|\S)\s*/gu;
  // With more pairs of words than this there are no marks: a phone must keep up.
  const MOST_PAIRS = 1000000;
  // What stands equal between two changes and is this short carries nothing.
  const MOST_ISLAND = 2;
  // Below this share of common words, marks are a patchwork that nobody can read.
  const READABLE = 0.3;

  // The longest phrase that both have, as [length, begin, begin]; longer than an island, unless it
  // stands at an edge of the texts.
  function longestPhrase(old, now, isFirst, isLast) {
    let best = [0, 0, 0];
    let above = [];
    for (let i = 1; i <= old.length; i++) {
      const ending = [0];
      for (let j = 1; j <= now.length; j++) {
        const length = old[i - 1].trim() === now[j - 1].trim() ? (above[j - 1] || 0) + 1 : 0;
        const isEdge = (isFirst && i === length && j === length) || (isLast && i === old.length && j === now.length);
        if (length > best[0] && (length > MOST_ISLAND || isEdge)) best = [length, i - length, j - length];
        ending.push(length);
      }
      above = ending;
    }
    return best;
  }

  // Runs {old, now, isEqual} of tokens: the longest common phrase, what stands before it, what after.
  function runsOf(old, now, isFirst, isLast) {
    const [length, i, j] = longestPhrase(old, now, isFirst, isLast);
    if (!length) return old.length + now.length ? [{ old, now }] : [];
    const phrase = { old: old.slice(i, i + length), now: now.slice(j, j + length), isEqual: true };
    const before = runsOf(old.slice(0, i), now.slice(0, j), isFirst, false);
    return [...before, phrase, ...runsOf(old.slice(i + length), now.slice(j + length), false, isLast)];
  }

  // The runs of two texts, and which share of their words both have.
  kit.differences = function (...texts) {
    const [old, now] = texts.map((text) => text.match(TOKEN) || []);
    const runs = old.length * now.length > MOST_PAIRS ? [] : runsOf(old, now, true, true);
    const same = runs.reduce((sum, run) => sum + (run.isEqual ? run.old.length : 0), 0);
    return { share: (2 * same) / (old.length + now.length || 1), runs };
  };

  // Two texts as one with marks, in nodes, or `only` the "old" or the "now" one; `words` say which
  // text has what. Plain where marks would not help.
  kit.marked = function (oldText, nowText, words, only) {
    const { share, runs } = kit.differences(oldText, nowText);
    if (share < READABLE) return [only === "old" ? oldText : nowText];
    const heard = (text) => kit.element("span.heard", {}, text);
    function mark(side, tokens) {
      const text = tokens.join("");
      // Words of the one text never stick to those of the other.
      const gap = side === "there" && !only ? " " : "";
      const said = kit.element("span.word-" + side, {}, heard(" [" + words[side] + ": "), text.trim(), heard("] "));
      return text ? [gap, said, gap || (text !== text.trimEnd() ? " " : "")] : [];
    }
    return runs.flatMap(function ({ isEqual, old, now }) {
      if (isEqual) return [(only === "old" ? old : now).join("")];
      const there = only === "now" ? [] : mark("there", old);
      return only === "old" ? there : [...there, ...mark("here", now)];
    });
  };
})();
