// Two texts side by side. The pairing knows two lists of clauses and the links between them, so
// that boards, and two versions of one protocol, are all the same to it.
(function () {
  "use strict";
  const kit = window.protocolkit;
  const page = document.getElementById("naast-elkaar");
  const form = document.getElementById("kiezen");
  const READABLE = 0.3;
  // The better a link, the sooner it is taken: the same, other words, opposite, partly, another rule.
  const STRENGTH = [50, 40, 30, 20, 10];
  const LEFT_ONLY = "alleen-links";
  const RIGHT_ONLY = "alleen-rechts";

  // Pair two lists of clauses by links {left, right, relation, proposed}, places in the lists.
  // Gives rows {left: [places], right: [places], relation, moved, proposed} in reading order of
  // the left or, turned, the right list; nothing of either list is lost.
  kit.pair = function (left, right, links, isTurned) {
    const best = links.map((link) => ({ ...link, strength: STRENGTH[link.relation] + kit.differences(left[link.left].text, right[link.right].text).share }));
    best.sort((a, b) => b.strength - a.strength || a.left - b.left || a.right - b.right);
    const [ofLeft, ofRight] = [new Map(), new Map()];
    const groups = [];
    for (const link of best) {
      const [ours, theirs] = [ofLeft.get(link.left), ofRight.get(link.right)];
      if (ours && theirs) continue;
      let group = ours || theirs;
      // One clause of many joins; a whole new pair begins. Chains of many to many are not made.
      if (group && (ours ? group.left.length > 1 : group.right.length > 1)) continue;
      if (!group) groups.push((group = { left: [], right: [], relation: link.relation, proposed: link.proposed }));
      else if (link.relation !== group.relation) group.relation = 4;
      if (!ours) ofLeft.set(link.left, group) && group.left.push(link.left);
      if (!theirs) ofRight.set(link.right, group) && group.right.push(link.right);
    }
    groups.forEach((group) => [group.left, group.right].forEach((side) => side.sort((a, b) => a - b)));
    const [main, other] = isTurned ? ["right", "left"] : ["left", "right"];
    const alone = (list, taken, side) => list.map((_, at) => at).filter((at) => !taken.has(at)).map((at) => ({ left: [], right: [], [side]: [at] }));
    const rows = [...groups, ...alone(isTurned ? right : left, isTurned ? ofRight : ofLeft, main)].sort((a, b) => a[main][0] - b[main][0]);
    markMoved(groups, main, other);
    // What stands only in the other text comes after what it follows there.
    for (const row of alone(isTurned ? left : right, isTurned ? ofLeft : ofRight, other)) {
      let after = -1;
      rows.forEach((one, at) => {
        if (one[other].length && one[other][0] < row[other][0] && (after < 0 || one[other][0] > rows[after][other][0])) after = at;
      });
      rows.splice(after + 1, 0, row);
    }
    return rows;
  };

  // What is not in the longest run that both texts have in the same order has been moved.
  function markMoved(groups, main, other) {
    const ordered = [...groups].sort((a, b) => a[main][0] - b[main][0]);
    const length = [];
    const before = [];
    let last = -1;
    ordered.forEach(function (group, at) {
      [length[at], before[at]] = [1, -1];
      for (let one = 0; one < at; one++)
        if (ordered[one][other][0] < group[other][0] && length[one] + 1 > length[at]) [length[at], before[at]] = [length[one] + 1, one];
      if (last < 0 || length[at] > length[last]) last = at;
    });
    ordered.forEach((group) => (group.moved = true));
    for (let at = last; at >= 0; at = before[at]) ordered[at].moved = false;
  }

  if (!page || !form) return;
  const { root, subject, core } = page.dataset;
  const host = document.getElementById("tabel");
  const status = document.getElementById("stand");
  let data = null;

  // The links between two boards: clauses that answer one question.
  function linksBetween(one, other) {
    const found = new Map();
    for (const topic of data.topics)
      for (const ours of topic.cells[one].clauses)
        for (const theirs of topic.cells[other].clauses) {
          const near = topic.nearest(ours, [theirs]);
          const key = ours.place + "-" + theirs.place;
          if (near && !found.has(key)) found.set(key, { left: ours.place, right: theirs.place, relation: near.relation, proposed: Boolean(ours.proposed || theirs.proposed) });
        }
    return [...found.values()];
  }

  function clauseBlock(clause, against, words) {
    const text = kit.element("span", { class: "cell-text" });
    const { share, pieces } = against ? kit.differences(against.before, against.after) : { share: 0 };
    const shown = share >= READABLE ? pieces.filter((piece) => piece.kind === "equal" || piece.kind === against.side) : [];
    text.append(...(shown.length ? kit.marked(shown, words.onlyBase, words.onlyHere) : [clause.text]));
    return kit.clauseBlock(clause, data.rules, null, text);
  }

  function sideCell(column, clauses, against, words, isEmpty) {
    const name = column.name + " (" + column.year + ")";
    const none = () => kit.element("span", { class: "cell-empty" }, kit.filled(column.complete ? words.noneRight : words.unknownRight, { name: column.name }));
    return kit.element("td", { "data-organisation": name }, isEmpty ? none() : clauses.map((clause) => clauseBlock(clause, against, words)));
  }

  function tableRow(row, sides, columns, words) {
    const [left, right] = [row.left.map((at) => sides[0][at]), row.right.map((at) => sides[1][at])];
    const isPair = left.length === 1 && right.length === 1;
    const texts = isPair ? { before: left[0].text, after: right[0].text } : null;
    const between = [];
    if (left.length && right.length) {
      between.push(kit.badge(data.relations[row.relation], "relation"));
      if (row.moved) between.push(kit.badge(["moved", "↕", words.moved], "side"));
      if (!isPair) between.push(kit.badge(["split", "+", kit.filled(words.split, { count: Math.max(left.length, right.length) })], "side"));
      if (row.proposed) between.push(kit.element("span", { class: "cell-note" }, words.proposed));
    } else between.push(kit.badge(["only", left.length ? "←" : "→", kit.filled(words.onlyAt, { name: columns[left.length ? 0 : 1].name })], "side"));
    return kit.element(
      "tr",
      {},
      sideCell(columns[0], left, texts && { ...texts, side: "old" }, words, !left.length),
      kit.element("td", { class: "side-relation" }, between),
      sideCell(columns[1], right, texts && { ...texts, side: "now" }, words, !right.length)
    );
  }

  function codeOf(row) {
    if (!row.right.length) return LEFT_ONLY;
    return row.left.length ? data.relations[row.relation][0] : RIGHT_ONLY;
  }

  function tell(rows, sides, columns, words) {
    const names = { left: sides[0].length, right: sides[1].length, leftName: columns[0].name, rightName: columns[1].name };
    const counts = data.relations.map(([code, , text]) => [rows.filter((row) => codeOf(row) === code).length, text]);
    counts.push([rows.filter((row) => codeOf(row) === LEFT_ONLY).length, kit.filled(words.onlyAt, { name: columns[0].name })]);
    counts.push([rows.filter((row) => codeOf(row) === RIGHT_ONLY).length, kit.filled(words.onlyAt, { name: columns[1].name })]);
    status.textContent = kit.filled(words.counts, names) + " " + counts.filter(([count]) => count).map(([count, text]) => count + " " + text).join(" · ") + ". " + words.kinds;
  }

  // What is compared: rules, definitions and principles, as on the table.
  function compared(clauses, links, side) {
    const linked = new Set(links.map((link) => link[side]));
    const kept = clauses.filter((clause) => linked.has(clause.place) || (clause.kind >= 0 && clause.kind < 3));
    return { kept, place: new Map(kept.map((clause, at) => [clause.place, at])) };
  }

  async function show() {
    const words = data.side;
    const choice = Object.fromEntries(new FormData(form));
    const at = [choice.links, choice.rechts].map((slug) => data.columns.findIndex((column) => column.slug === slug));
    if (at[0] < 0 || at[1] < 0 || at[0] === at[1]) {
      host.replaceChildren();
      status.textContent = words.choose;
      return;
    }
    const columns = at.map((place) => data.columns[place]);
    const texts = await Promise.all(columns.map((column) => kit.clauses(root, subject, column)));
    const links = linksBetween(...at);
    const [left, right] = [compared(texts[0], links, "left"), compared(texts[1], links, "right")];
    const placed = links.map((link) => ({ ...link, left: left.place.get(link.left), right: right.place.get(link.right) }));
    const sides = [left.kept, right.kept];
    const rows = kit.pair(...sides, placed, Boolean(choice.volgorde));
    const body = kit.element("tbody", {}, rows.filter((row) => !choice.toon || codeOf(row) === choice.toon).map((row) => tableRow(row, sides, columns, words)));
    const heads = columns.map((column) => kit.columnHead(column, root));
    heads.splice(1, 0, kit.element("th", { scope: "col", role: "columnheader", class: "side-relation" }, words.relation));
    const caption = kit.filled(words.caption, { leftName: columns[0].name, rightName: columns[1].name });
    const table = kit.element("table", { class: "matrix side-table" }, kit.element("caption", {}, caption), kit.element("thead", {}, kit.element("tr", {}, heads)), body);
    host.replaceChildren(table);
    tell(rows, sides, columns, words);
    page.dataset.ready = "true";
  }

  function readAddress() {
    const found = new URLSearchParams(location.search);
    form.reset();
    if (form.elements.rechts.options.length > 1) form.elements.rechts.selectedIndex = 1;
    for (const [name, value] of found) if (form.elements[name] && [...form.elements[name].options].some((option) => option.value === value)) form.elements[name].value = value;
  }

  async function start() {
    data = await kit.load("comparison/" + subject, core);
    if (!data) return;
    data.topics = data.topics.map(kit.comparisonTopic);
    document.documentElement.classList.add("has-table");
    document.getElementById("toon-knop").hidden = true;
    readAddress();
    form.addEventListener("change", function () {
      const query = new URLSearchParams([...new FormData(form)].filter(([, value]) => value));
      history.pushState(null, "", location.pathname + "?" + query);
      show();
    });
    document.getElementById("afdrukken").addEventListener("click", () => window.print());
    window.addEventListener("popstate", function () {
      readAddress();
      show();
    });
    await show();
  }

  start();
})();
