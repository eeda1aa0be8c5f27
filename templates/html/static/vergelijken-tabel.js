// The table of a comparison: draws what it is asked to, knows nothing of filters or addresses.
(function () {
  "use strict";
  const kit = (window.protocolkit = window.protocolkit || {});
  const element = kit.element;
  const PRESENT = 0;
  const ELSEWHERE = 1;
  const NOT_FOUND = 2;
  const SAME = [0, 1];
  const CONTRARY = 3;
  const PARTIAL = 4;
  // From best to worst: what a clause is to that one of the others that it is nearest to.
  const NEARNESS = [0, 1, 4, 3, 2];
  // Below this share of common words, marks are a patchwork that nobody can read.
  const READABLE = 0.3;
  // So many columns leave room for words beside the signs.
  const ROOMY = 8;
  // Draw this long, then let the browser breathe, in milliseconds.
  const AT_A_TIME = 80;

  // The cells of a topic as values, and how two boards' cells relate.
  kit.comparisonTopic = function (topic) {
    const cells = topic.cells.map(function ([presence, clauses]) {
      return { presence, clauses: (clauses || []).map(([place, rule, variant, exact, proposed]) => ({ place, rule, variant, exact, proposed })) };
    });
    const all = cells.flatMap((cell) => cell.clauses);
    all.forEach((clause, at) => (clause.item = at));
    const count = topic.by === "clauses" ? all.length : topic.variants;
    const home = (clause) => (topic.by === "clauses" ? clause.item : clause.variant);

    function ofClauses(one, other) {
      const [a, b] = [home(one), home(other)].sort((x, y) => x - y);
      if (a === b) return one.exact && other.exact ? 0 : 1;
      const digit = topic.relations[a * count - (a * (a + 1)) / 2 + b - a - 1];
      return digit === "-" || digit === undefined ? null : Number(digit);
    }

    function nearest(one, others) {
      let best = null;
      others.forEach(function (other) {
        const relation = ofClauses(one, other);
        if (relation !== null && (best === null || NEARNESS.indexOf(relation) < NEARNESS.indexOf(best.relation))) best = { relation, clause: other };
      });
      return best;
    }

    // How one cell relates to another as a whole; null when either is empty.
    function relation(left, right) {
      const [ours, theirs] = [cells[left].clauses, cells[right].clauses];
      if (!ours.length || !theirs.length) return null;
      const found = [...ours.map((one) => nearest(one, theirs)), ...theirs.map((one) => nearest(one, ours))].filter(Boolean).map((one) => one.relation);
      if (!found.length) return null;
      if (found.every((one) => one === 0)) return 0;
      if (found.every((one) => SAME.includes(one))) return 1;
      if (found.includes(CONTRARY)) return CONTRARY;
      return found.some((one) => SAME.includes(one) || one === PARTIAL) ? PARTIAL : 2;
    }

    const relations = new Set(Array.from(topic.relations, Number).filter((one) => !Number.isNaN(one)));
    // Between variants the relations inside one are not listed.
    if (topic.by !== "clauses") {
      const seen = new Map();
      for (const one of all) {
        const first = seen.get(one.variant);
        if (first) relations.add(ofClauses(first, one));
        else seen.set(one.variant, one);
      }
    }
    const rules = cells.map((cell) => [...new Set(cell.clauses.map((one) => one.rule).filter((rule) => rule >= 0))]);
    return { ...topic, cells, rules, relations, relation, nearest };
  };

  kit.comparisonTable = function (data, host) {
    const { words } = data;
    let layout = { key: "" };
    let rows = new Map();
    let bodies = new Map();
    let latest = 0;

    function heading(column) {
      return column.name + " (" + [column.year, column.status].join(", ") + ")";
    }

    function headCell(at) {
      const column = data.columns[at];
      const broken = column.complete ? null : element("span", { class: "matrix-standing" }, data.presences[3][2]);
      const base = at === layout.base ? element("span", { class: "base-mark" }, words.base) : null;
      const made = kit.columnHead(column, layout.root, broken, base);
      if (base) made.className = "is-base";
      if (layout.compact) made.title = heading(column);
      return made;
    }

    function head() {
      const topic = element("th", { scope: "col", role: "columnheader", class: "matrix-topic" }, words.topic);
      return element("thead", {}, element("tr", {}, topic, layout.columns.map(headCell)));
    }

    function clauseText(clause, lines, base) {
      const line = lines[clause.place];
      const text = element("span", { class: "cell-text" });
      if (base) {
        const { share, pieces } = kit.differences(base.text, line.text);
        if (share >= READABLE) {
          text.append(...kit.marked(pieces, words.onlyBase, words.onlyHere));
          return text;
        }
      }
      if (!line.firstEnd || layout.whole || base) {
        text.append(line.text);
        return text;
      }
      const rest = element("span", { class: "cell-rest", hidden: true }, line.text.slice(line.firstEnd));
      const more = element("button", { type: "button", class: "more", "aria-expanded": "false", "aria-label": kit.filled(words.moreOf, { label: line.label }) }, words.more);
      text.append(line.text.slice(0, line.firstEnd), rest, " ", more);
      return text;
    }

    function clauseBlock(topic, clause, lines, baseLines) {
      const line = lines[clause.place];
      if (!line) return null;
      const near = baseLines ? topic.nearest(clause, topic.cells[layout.base].clauses) : null;
      const note = clause.proposed ? element("span", { class: "cell-note" }, " " + words.proposed) : null;
      return kit.clauseBlock(line, data.rules, note, clauseText(clause, lines, near && baseLines[near.clause.place]));
    }

    // What stands in a cell in the reading view.
    function cellContent(topic, at) {
      const cell = topic.cells[at];
      const isOther = layout.base >= 0 && at !== layout.base;
      const hasBase = isOther && topic.cells[layout.base].clauses.length > 0;
      const made = [];
      if (!cell.clauses.length) return [kit.badge(data.presences[cell.presence], "presence")];
      if (hasBase) {
        const relation = topic.relation(layout.base, at);
        if (relation !== null) made.push(element("p", { class: "cell-relation" }, kit.badge(data.relations[relation], "relation")));
      } else if (isOther) {
        const name = data.columns[layout.base].name;
        const text = topic.cells[layout.base].presence === NOT_FOUND ? words.baseLacks : words.baseUnknown;
        made.push(element("p", { class: "cell-note" }, kit.filled(text, { name })));
      }
      if (cell.presence === ELSEWHERE) made.push(element("p", { class: "cell-relation" }, kit.badge(data.presences[ELSEWHERE], "presence")));
      return [...made, ...cell.clauses.map((clause) => clauseBlock(topic, clause, layout.texts[at], hasBase ? layout.texts[layout.base] : null))];
    }

    function cellState(topic, at) {
      const cell = topic.cells[at];
      if (layout.base >= 0 && at !== layout.base && cell.clauses.length) {
        const relation = topic.relation(layout.base, at);
        if (relation !== null) return [["relation", data.relations[relation]]];
      }
      const rules = cell.presence === PRESENT ? topic.rules[at] : [];
      return rules.length ? rules.map((rule) => ["rule", data.rules[rule]]) : [["presence", data.presences[cell.presence]]];
    }

    function compactCell(topic, at) {
      const cell = document.createElement("td");
      cell.setAttribute("role", "cell");
      cell.dataset.organisation = data.columns[at].name;
      cellState(topic, at).forEach(function ([kind, name]) {
        const sign = document.createElement("span");
        sign.className = "mark " + kind + "-" + name[0];
        sign.setAttribute("role", "img");
        sign.setAttribute("aria-label", name[2]);
        sign.title = name[2];
        sign.textContent = name[1];
        cell.append(sign);
      });
      return cell;
    }

    function readingCell(topic, at) {
      const column = data.columns[at];
      return element("td", { "data-organisation": heading(column), class: at === layout.base ? "is-base" : "" }, cellContent(topic, at));
    }

    function makeRow(topic) {
      const title = element(
        "th",
        { scope: "row", role: "rowheader", class: "matrix-topic" },
        element("a", { class: "topic-link", href: layout.root + topic.url }, topic.title),
        element("span", { class: "matrix-audience" }, words.audience + ": " + topic.audience),
        element("span", { class: "topic-counts" }, topic.counts)
      );
      return element("tr", { id: topic.id }, title, layout.columns.map((at) => (layout.compact ? compactCell : readingCell)(topic, at)));
    }

    function begin() {
      rows = new Map();
      bodies = new Map();
      const table = element("table", { class: "matrix" + (layout.compact ? " is-compact" : "") + (layout.compact && layout.columns.length <= ROOMY ? " is-roomy" : ""), id: "matrix" }, element("caption", {}, data.title), head());
      data.themes.forEach(function (theme) {
        const title = element("th", { scope: "rowgroup", role: "rowheader", colspan: layout.columns.length + 1 }, element("span", {}, theme.title));
        const body = element("tbody", { hidden: true }, element("tr", { class: "matrix-theme" }, title));
        bodies.set(theme.id, body);
        table.append(body);
      });
      const frame = element("div", { class: "matrix-frame", role: "region", "aria-label": data.title, tabindex: "0" }, table);
      host.replaceChildren(frame);
      host.dataset.columns = layout.columns.length;
      frame.style.setProperty("--columns", layout.columns.length);
    }

    // Rows in the order of the topics, also when one is made after those that follow it.
    function place(topic, row) {
      const body = bodies.get(topic.theme);
      const next = data.topics.slice(data.topics.indexOf(topic) + 1).find((other) => other.theme === topic.theme && rows.has(other.id));
      body.insertBefore(row, next ? rows.get(next.id) : null);
    }

    // Show these topics in this layout; resolves when everything is drawn, false when overtaken.
    async function draw(wanted, topics) {
      const turn = ++latest;
      if (wanted.key !== layout.key) {
        layout = wanted;
        begin();
      }
      const shown = new Set(topics.map((topic) => topic.id));
      host.firstChild.hidden = !topics.length;
      const themes = new Set(topics.map((topic) => topic.theme));
      rows.forEach((row, id) => (row.hidden = !shown.has(id)));
      bodies.forEach((body, id) => (body.hidden = !themes.has(id)));
      let begun = performance.now();
      for (const topic of topics) {
        if (rows.has(topic.id)) continue;
        if (performance.now() - begun > AT_A_TIME) {
          await new Promise((resolve) => setTimeout(resolve, 0));
          if (turn !== latest) return false;
          begun = performance.now();
        }
        const row = makeRow(topic);
        rows.set(topic.id, row);
        place(topic, row);
      }
      return true;
    }

    host.addEventListener("click", function (event) {
      const more = event.target.closest(".more");
      if (!more) return;
      const rest = more.parentNode.querySelector(".cell-rest");
      rest.hidden = !rest.hidden;
      more.setAttribute("aria-expanded", String(!rest.hidden));
      more.textContent = rest.hidden ? words.more : words.less;
    });
    return { draw, row: (id) => rows.get(id) };
  };
})();
