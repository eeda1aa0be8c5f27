// The table of a comparison and the clauses in it: draws, and knows nothing of filters or addresses.
(function () {
  "use strict";
  const kit = window.protocolkit;
  const { element } = kit;
  // So many columns leave room for words beside the signs.
  const ROOMY = 8;
  // The farthest likeness that is the same rule, see site/comparison/likeness.py.
  const SAME_RULE = "2";
  // So many milliseconds of drawing, then the browser breathes.
  const AT_A_TIME = 80;

  // A sign with its words.
  const badge = ([code, sign, words], kind) =>
    element("span.badge." + kind + "-" + code, {}, element("span.sign", { "aria-hidden": "true" }, sign), " ", words);
  kit.badge = badge;

  // The comparison that a page is about; null when its data cannot be had.
  kit.comparison = async function ({ dataset }) {
    kit.recall(kit.at("kiezen"));
    const data = await kit.load("comparison/" + dataset.subject, dataset.core);
    document.documentElement.classList.add(data ? "has-table" : "no-data");
    return data;
  };

  // What a cell answers, each as [kind, [code, sign, words]]: every kind of rule that it has in
  // their order, or whether it is there.
  kit.answersOf = function ({ rules, presences }, { presence, clauses }) {
    const found = presence === "gevonden" ? Object.keys(rules).filter((code) => clauses.some(({ rule }) => rule === code)) : [];
    return found.length ? found.map((code) => ["rule", rules[code]]) : [["presence", presences[presence]]];
  };

  // How many of some boards answer a topic in each way: [{kind, code, sign, count, words}].
  kit.counts = function (data, topic, places) {
    const told = places.flatMap((place) => kit.answersOf(data, topic.cells[place]));
    const order = [...Object.keys(data.rules), ...Object.keys(data.presences)];
    return order.flatMap(function (code) {
      const found = told.filter(([, name]) => name[0] === code);
      if (!found.length) return [];
      const [kind, [, sign]] = found[0];
      return [{ kind, code, sign, count: found.length, words: data.counted[code] }];
    });
  };

  kit.countsInWords = (counts) => counts.map(({ count, words }) => count + " " + words).join(" · ");

  // Whether boards that have a topic do not all say the same about it.
  kit.differs = function (data, { between, cells }, places) {
    const states = [...new Set(places.map((place) => cells[place].state).filter((state) => state != null))];
    const isOther = (digit) => digit !== "-" && digit > SAME_RULE;
    return states.some((one, n) => states.slice(n + 1).some((other) => isOther(between[one][other])));
  };

  // To which of some other clauses in a topic one is nearest: {relation, other}, if to any.
  kit.nearest = function (topic, one, others) {
    const found = others.map((other) => ({ relation: topic.relations[one.item][other.item], other }));
    return found.filter(({ relation }) => relation !== "-").sort((a, b) => a.relation - b.relation)[0];
  };

  kit.note = (text) => element("span.cell-note", {}, text);

  // A clause: its label as a link, kind of rule, lead-in and whatever its text has become.
  kit.clauseBlock = function (column, line, rule, note, ...text) {
    const label = element("a.cell-label", { href: kit.linkTo(column, line) }, line.label);
    const lead = element("span.cell-lead-in", { lang: "nl", hidden: !line.leadIn }, line.leadIn);
    return element("div.cell-clause", {}, label, " ", rule && badge(rule, "rule"), note, lead, element("span.cell-text", { lang: "nl" }, ...text));
  };

  // The head of a column, made with the page.
  kit.columnHead = (place) => kit.at("kolomkoppen").content.children[place].cloneNode(true);

  kit.comparisonTable = function (data, table) {
    const { columns, presences, words } = data;
    const rows = new Map(data.topics.map((topic) => [topic, kit.at(topic.id)]));
    const head = table.tHead.rows[0];
    let layout = {};

    // How a cell relates to that of the base, when there is one.
    const relationOf = (topic, at) => (at === layout.base ? undefined : kit.cellRelation(data, topic, layout.base, at));

    // The text of a clause: marked against the base, or its first sentence that unfolds the rest;
    // unfolded already when the answer is in the rest.
    function clauseText({ text, firstEnd }, base, open) {
      if (base) return kit.marked(base.text, text, words);
      if (!firstEnd || layout.tekst) return [text];
      return [element("details", { open }, element("summary", {}, text.slice(0, firstEnd)), text.slice(firstEnd))];
    }

    function readingCell(topic, at) {
      const { presence, clauses } = topic.cells[at];
      const base = at === layout.base ? undefined : topic.cells[layout.base];
      const relation = relationOf(topic, at);
      const isAlone = base && !base.clauses.length && clauses.length;
      const above = [
        isAlone && kit.note(kit.filled(presences[base.presence][3], columns[layout.base])),
        relation && badge(relation, "relation"),
        (presence === "elders" || !clauses.length) && badge(presences[presence], "presence"),
      ];
      const blocks = clauses.map(function (clause) {
        const line = columns[at].lines[clause.place];
        const near = base && kit.nearest(topic, clause, base.clauses);
        const note = clause.proposed && kit.note(" " + words.proposed);
        const text = line && clauseText(line, near && columns[layout.base].lines[near.other.place], clause.later);
        return line && kit.clauseBlock(columns[at], line, data.rules[clause.rule], note, ...text);
      });
      return [...above.filter(Boolean).map((said) => element("p.cell-relation", {}, said)), ...blocks];
    }

    // In signs: how it relates to the base, else the kinds of rule, else whether it is there.
    function overviewCell(topic, at) {
      const relation = relationOf(topic, at);
      return (relation ? [["relation", relation]] : kit.answersOf(data, topic.cells[at])).map(([kind, [code, sign, said]]) =>
        element("span.mark." + kind + "-" + code, { role: "img", "aria-label": said, title: said }, sign)
      );
    }

    // The proportions of the boards that are shown, in words and as a bar.
    function sumUp(row, topic) {
      const counts = kit.counts(data, topic, layout.columns.filter((place) => !columns[place].isTemplate));
      const host = row.querySelector(".topic-counts");
      const bar = element("span.shares", { "aria-hidden": "true" }, counts.map(({ kind, code }) => element("span." + kind + "-" + code)));
      counts.forEach(({ count }, n) => bar.children[n].style.setProperty("flex-grow", count));
      host.replaceChildren(bar, kit.countsInWords(counts));
      if (!layout.compact || row.querySelector(".topic-names")) return;
      const button = element("button.topic-names.quiet", { type: "button", "aria-expanded": "false" }, words.names);
      button.addEventListener("click", () => button.setAttribute("aria-expanded", row.classList.toggle("is-open")));
      host.after(button);
    }

    // A cell that stands without the head of its column has its name.
    function nameOf(at) {
      const isBase = at === layout.base;
      return columns[at].title + (isBase ? " – " + kit.columnHead(at).querySelector(".base-mark").textContent : "");
    }

    function fill(row, topic) {
      sumUp(row, topic);
      const content = layout.compact ? overviewCell : readingCell;
      for (const at of layout.columns) {
        const attributes = { "data-organisation": nameOf(at), class: at === layout.base && "is-base" };
        row.append(element("td", attributes, content(topic, at)));
      }
    }

    // Columns that do not fit beside the questions stand below them; how wide both are stands in
    // the style sheet.
    function fit() {
      const style = getComputedStyle(document.documentElement);
      const [question, cell] = ["--question", "--cell"].map((name) => parseFloat(style.getPropertyValue(name)));
      const needed = (question + (head.cells.length - 1) * cell) * parseFloat(style.fontSize);
      table.classList.toggle("is-wrapped", !(needed <= table.parentElement.clientWidth));
    }

    function begin() {
      const many = layout.columns.length;
      table.classList.toggle("is-compact", layout.compact);
      table.classList.toggle("is-roomy", layout.compact && many <= ROOMY);
      document.documentElement.style.setProperty("--columns", many);
      for (const title of table.querySelectorAll(".matrix-theme th")) title.colSpan = many + 1;
      for (const cell of table.querySelectorAll("td, .topic-names")) cell.remove();
      const heads = layout.columns.map(kit.columnHead);
      heads.forEach((made, n) => made.classList.toggle("is-base", layout.columns[n] === layout.base));
      head.replaceChildren(head.firstElementChild, ...heads);
      fit();
    }

    addEventListener("resize", fit);
    fit();

    // Show these topics in this layout; stops when they are no longer the latest.
    return async function (wanted, topics, isLatest) {
      const isOther = wanted.key !== layout.key;
      layout = wanted;
      if (isOther) begin();
      rows.forEach((row, topic) => (row.hidden = !topics.includes(topic)));
      for (const body of table.tBodies) body.hidden = !body.querySelector("[id]:not([hidden])");
      let begun = performance.now();
      for (const topic of topics) {
        if (rows.get(topic).cells.length > 1) continue;
        if (performance.now() - begun > AT_A_TIME) {
          await new Promise((resolve) => setTimeout(resolve));
          if (!isLatest()) return;
          begun = performance.now();
        }
        fill(rows.get(topic), topic);
      }
    };
  };

  // How one cell relates to another as a whole; nothing when either is empty.
  kit.cellRelation = function ({ relations }, { between, cells }, left, right) {
    return relations[between[cells[left]?.state]?.[cells[right].state]];
  };
})();
