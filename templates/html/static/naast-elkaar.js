// Two texts side by side. The pairing knows two lists of clauses and the links between them only.
(async function () {
  "use strict";
  const kit = window.protocolkit;
  const { at, badge, element, filled } = kit;
  // Relations are ordered by nearness, see site/comparison/relations.py.
  const PARTIAL = 3;
  const CONTRARY = 4;
  const SAME_RULE = 2;
  // In this order of relations, those that only one text has behind what differs.
  const WEIGHT = [6, 5, 4, 2, 0, 1];
  const ALONE = 3;
  const ASIDE = 7;

  // Pair two lists of clauses by links {left, right, relation, proposed}, places in the lists, in
  // rows {left: [places], right: [places], relation, moved, proposed}; in reading order of the left
  // or, turned, the right list. Nothing of either list is lost.
  kit.pair = function (left, right, links, isTurned) {
    const lists = { left, right };
    const hasSame = (side, place) => links.some((link) => link[side] === place && link.relation <= SAME_RULE);
    // Opposite rules stand beside each other, unless both texts have both.
    const isOpposite = ({ relation, left, right }) => relation === CONTRARY && !(hasSame("left", left) && hasSame("right", right));
    // Near clauses that share many words find each other first.
    const distance = (link) => (isOpposite(link) ? -1 : link.relation) - kit.differences(left[link.left].text, right[link.right].text).share;
    const best = links.map((link) => ({ ...link, distance: distance(link) }));
    best.sort((a, b) => a.distance - b.distance || a.left - b.left || a.right - b.right);
    const groups = [];
    for (const link of best) {
      const [ours, theirs] = ["left", "right"].map((side) => groups.find((group) => group[side].includes(link[side])));
      if (!ours && !theirs) groups.push({ ...link, left: [link.left], right: [link.right] });
      // One clause of many joins; chains of many to many are not made.
      else if (!(ours && theirs) && (ours ? ours.left : theirs.right).length === 1) {
        const [group, side] = ours ? [ours, "right"] : [theirs, "left"];
        group[side] = [...group[side], link[side]].sort((a, b) => a - b);
        if (link.relation !== group.relation && group.relation !== CONTRARY) group.relation = PARTIAL;
      }
    }
    const [main, other] = isTurned ? ["right", "left"] : ["left", "right"];
    const byMain = (a, b) => a[main][0] - b[main][0];
    function alone(side) {
      const taken = groups.flatMap((group) => group[side]);
      return [...lists[side].keys()].filter((one) => !taken.includes(one)).map((one) => ({ left: [], right: [], [side]: [one] }));
    }
    markMoved(groups.sort(byMain), other);
    const rows = [...groups, ...alone(main)].sort(byMain);
    // What stands only in the other text comes after what it follows there.
    for (const row of alone(other)) {
      const before = rows.map((one) => (one[other][0] < row[other][0] ? one[other][0] : -1));
      const last = Math.max(...before);
      rows.splice(last < 0 ? 0 : before.indexOf(last) + 1, 0, row);
    }
    return rows;
  };

  // What is not in the longest run that both texts have in the same order has been moved.
  function markMoved(ordered, other) {
    const longest = (runs) => runs.reduce((best, run) => (run.length > best.length ? run : best), []);
    const runs = [];
    for (const group of ordered) {
      const before = runs.filter((run) => run[run.length - 1][other][0] < group[other][0]);
      runs.push([...longest(before), group]);
    }
    const kept = longest(runs);
    for (const group of ordered) group.moved = !kept.includes(group);
  }

  const [page, table, status] = ["naast-elkaar", "tabel", "stand"].map(at);
  const data = await kit.comparison(page);
  if (!data) return;
  const { relations, side: words } = data;
  const [LEFT_ONLY, RIGHT_ONLY] = ["alleen-links", "alleen-rechts"];

  // Explanation beside explanation is no rule beside another, unless the two are opposite.
  const isAside = ({ left, right, relation }) => relation !== CONTRARY && ![...left, ...right].some((line) => line.isCompared);

  // A row's relation, or which text alone has it.
  const codeOf = ({ left, right, relation }) => (!right.length ? LEFT_ONLY : left.length ? relations[relation][0] : RIGHT_ONLY);

  // The links between two boards, by their clauses: those that answer one question.
  function linksBetween(one, other) {
    const found = {};
    for (const topic of data.topics)
      for (const ours of topic.cells[one].clauses)
        for (const theirs of topic.cells[other].clauses) {
          const near = kit.nearest(topic, ours, [theirs]);
          const rules = [ours.rule, theirs.rule];
          const link = { left: ours.place, right: theirs.place, proposed: ours.proposed || theirs.proposed, topic, rules };
          if (near) found[ours.place + "-" + theirs.place] ||= { ...link, relation: Number(near.relation) };
        }
    return Object.values(found);
  }

  // In a pair a clause has the rule by which it answers the question.
  function sideCell(column, lines, textOf, rule) {
    const blocks = lines.map((line) => kit.clauseBlock(column, line, data.rules[rule ?? line.rule], null, ...textOf(line)));
    return element("td", { "data-organisation": column.title }, lines.length ? blocks : element("span.cell-empty", {}, column.none));
  }

  // Where kinds of rule differ, that says in a sentence why two clauses are not the same.
  function reasonOf([ourRule, theirRule], names) {
    const rules = [ourRule, theirRule].map((rule) => data.rules[rule]?.[2]);
    if (ourRule === theirRule || !rules[0] || !rules[1]) return null;
    return kit.note(rules.map((rule, n) => names[n] + ": " + rule).join("; ") + ".");
  }

  const topicLink = (topic) => at("onderwerplinks").content.children[data.topics.indexOf(topic)].cloneNode(true);

  function tableRow(row, [ours, theirs]) {
    const { left, right, relation, moved, proposed, topic, rules } = row;
    const isPair = left.length === 1 && right.length === 1;
    const textOf = (only) => (line) => isPair ? kit.marked(left[0].text, right[0].text, words, only) : [line.text];
    const say = (sign, text) => badge(["", sign, text], "side");
    const isBoth = left.length && right.length;
    const isRelated = isBoth && (relation <= SAME_RULE || !isAside(row));
    const between = [
      topic && topicLink(topic),
      isRelated && badge(relations[relation], "relation"),
      isBoth ? isAside(row) && say("i", words.aside) : left.length ? say("←", ours.only) : say("→", theirs.only),
      isRelated && relation > SAME_RULE && reasonOf(rules, [ours.name, theirs.name]),
      moved && say("↕", words.moved),
      isBoth && !isPair && say("+", filled(words.split, { count: Math.max(left.length, right.length) })),
      proposed && kit.note(words.proposed),
    ];
    const sides = [
      [ours, left, textOf("old"), isPair ? rules[0] : null],
      [theirs, right, textOf("now"), isPair ? rules[1] : null],
    ].map((side) => sideCell(...side));
    const cells = [sides[0], element("td.side-relation", {}, between), sides[1]];
    return element("tr", {}, cells);
  }

  function tell(rows, [ours, theirs]) {
    // What differs most is said first, as its rows come first.
    const related = [...relations.keys()].sort((a, b) => WEIGHT[a] - WEIGHT[b]).map((one) => relations[one]);
    const kinds = [...related, [LEFT_ONLY, "", ours.only], [RIGHT_ONLY, "", theirs.only]];
    const counts = kinds.map(([code, , text]) => [rows.filter((row) => codeOf(row) === code).length, text]);
    const said = counts.filter(([count]) => count).map((one) => one.join(" ")).join(" · ");
    const [left, right] = ["left", "right"].map((side) => rows.flatMap((row) => row[side]).length);
    const names = { left, right, leftName: ours.name, rightName: theirs.name };
    table.caption.textContent = filled(words.caption, names);
    status.textContent = filled(words.counts, names) + " " + said + ".";
    at("kopieer-link").textContent = data.words.copyLink;
  }

  async function show() {
    const { links, rechts, toon, volgorde } = Object.fromEntries(new FormData(at("kiezen")));
    const places = [links, rechts].map((slug) => data.columns.findIndex((column) => column.slug === slug));
    status.textContent = words.choose;
    table.hidden = places[0] === places[1];
    if (table.hidden) {
      page.dataset.ready = "false";
      return;
    }
    const columns = places.map((place) => data.columns[place]);
    const lists = await Promise.all(columns.map((column) => kit.clauses(data.subject, column)));
    const lines = (side, n) => side.map((place) => lists[n][place]);
    const weightOf = (row) => (isAside(row) ? ASIDE : WEIGHT[row.relation] ?? ALONE);
    const rows = kit
      .pair(...lists, linksBetween(...places), volgorde === "rechts")
      .map((row) => ({ ...row, left: lines(row.left, 0), right: lines(row.right, 1) }))
      .sort((a, b) => (volgorde ? 0 : weightOf(a) - weightOf(b)))
      // Explanation and closing clauses are there only when they answer the same question.
      .filter(({ left, right }) => (left.length && right.length) || [...left, ...right][0].isCompared);
    const [left, right] = places.map(kit.columnHead);
    table.tHead.rows[0].replaceChildren(left, table.querySelector("th.side-relation"), right);
    const counted = rows.filter((row) => !isAside(row));
    const shown = toon ? counted.filter((row) => codeOf(row) === toon) : rows;
    table.tBodies[0].replaceChildren(...shown.map((row) => tableRow(row, columns)));
    tell(counted, columns);
    page.dataset.ready = "true";
  }

  at("toon-knop").hidden = true;
  at("kopieer-link").addEventListener("click", ({ target }) => kit.copy(target, location.href, data.words));
  kit.follow(at("kiezen"), show);
})();
