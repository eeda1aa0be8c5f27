// Where two texts differ, word by word, as a reader sees it: in phrases.
(function () {
  "use strict";
  const kit = (window.protocolkit = window.protocolkit || {});
  const TOKEN = /[\p{L}\p{N}]+(?:['’\-/@._+&][\p{L}\p{N}]+)*|[^\s]/gu;
  // Beyond this many pairs of words a text is shown without marks: a phone must keep up.
  const MOST_PAIRS = 1000000;
  // What stands equal between two changes and is this short carries nothing.
  const MOST_ISLAND = 2;

  function tokens(text) {
    return Array.from(text.matchAll(TOKEN), (found) => ({ word: found[0], end: found.index + found[0].length, start: found.index }));
  }

  // The longest common run of words, by the table of lengths.
  function matches(old, now) {
    const width = now.length + 1;
    const lengths = new Uint16Array((old.length + 1) * width);
    for (let i = old.length - 1; i >= 0; i--)
      for (let j = now.length - 1; j >= 0; j--)
        lengths[i * width + j] =
          old[i].word === now[j].word
            ? lengths[(i + 1) * width + j + 1] + 1
            : Math.max(lengths[(i + 1) * width + j], lengths[i * width + j + 1]);
    const found = [];
    for (let i = 0, j = 0; i < old.length && j < now.length; ) {
      if (old[i].word === now[j].word) found.push([i++, j++]);
      else if (lengths[(i + 1) * width + j] >= lengths[i * width + j + 1]) i++;
      else j++;
    }
    return found;
  }

  // Runs of equal and changed words by turns: [equal?, old from, old to, now from, now to].
  function runs(old, now) {
    const made = [];
    let i = 0;
    let j = 0;
    for (const [atOld, atNow] of [...matches(old, now), [old.length, now.length]]) {
      if (atOld > i || atNow > j) made.push([false, i, atOld, j, atNow]);
      if (atOld < old.length && atNow < now.length) {
        const last = made[made.length - 1];
        if (last && last[0]) [last[2], last[4]] = [atOld + 1, atNow + 1];
        else made.push([true, atOld, atOld + 1, atNow, atNow + 1]);
      }
      [i, j] = [atOld + 1, atNow + 1];
    }
    return made;
  }

  function withoutIslands(made) {
    const joined = [];
    made.forEach(function (run, at) {
      const last = joined[joined.length - 1];
      const isIsland = run[0] && at > 0 && at < made.length - 1 && run[2] - run[1] <= MOST_ISLAND;
      if (last && !last[0] && (isIsland || !run[0])) [last[2], last[4]] = [run[2], run[4]];
      else joined.push([...run]);
    });
    return joined;
  }

  // Two texts as pieces {kind: "equal" | "old" | "now", text} that together give both texts, and
  // the share of the words that both have.
  kit.differences = function (oldText, nowText) {
    const old = tokens(oldText);
    const now = tokens(nowText);
    if (old.length * now.length > MOST_PAIRS) return { share: 0, pieces: [{ kind: "now", text: nowText }] };
    const cut = (text, list, from, to) => (from < to ? text.slice(list[from].start, list[to - 1].end) : "");
    const pieces = [];
    let same = 0;
    for (const [isEqual, a, b, c, d] of withoutIslands(runs(old, now))) {
      if (isEqual) {
        same += b - a;
        pieces.push({ kind: "equal", text: cut(nowText, now, c, d), glued: c > 0 && now[c - 1].end === now[c].start });
      } else {
        if (a < b) pieces.push({ kind: "old", text: cut(oldText, old, a, b), glued: a > 0 && old[a - 1].end === old[a].start });
        if (c < d) pieces.push({ kind: "now", text: cut(nowText, now, c, d), glued: c > 0 && now[c - 1].end === now[c].start });
      }
    }
    return { share: (2 * same) / Math.max(1, old.length + now.length), pieces };
  };

  // Pieces as nodes; what is only on one side is said in words for who hears the page.
  kit.marked = function (pieces, onlyOld, onlyNow) {
    const heard = (text) => kit.element("span", { class: "heard" }, text);
    return pieces.flatMap(function ({ kind, text, glued }, at) {
      const space = at > 0 && !glued ? [" "] : [];
      if (kind === "equal") return [...space, text];
      const [tag, words] = kind === "old" ? ["del", onlyOld] : ["ins", onlyNow];
      return [...space, kit.element(tag, {}, heard(" [" + words + ": "), text, heard("] "))];
    });
  };
})();
