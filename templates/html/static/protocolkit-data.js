// What the scripts of several pages share: data from scripts, elements from text, finding words.
// Every text of the data goes into the page as text, never as markup.
(function () {
  "use strict";
  const kit = (window.protocolkit = window.protocolkit || {});
  const asked = new Map();

  // Load a script of data once; gives its value, or null when it cannot be had.
  kit.load = function (name, address) {
    if (!asked.has(name)) {
      asked.set(
        name,
        new Promise(function (resolve) {
          const tag = document.createElement("script");
          tag.src = address;
          tag.onload = () => resolve((window.protocolkitData || {})[name] || null);
          tag.onerror = () => resolve(null);
          document.head.append(tag);
        })
      );
    }
    return asked.get(name);
  };

  // The clauses of a protocol as values; the order is that of site/comparison_scripts.py.
  kit.clauses = async function (root, subject, column) {
    const name = "texts/" + subject + "/" + column.slug;
    const lines = await kit.load(name, root + "gegevens/" + subject + "/" + column.slug + ".js?v=" + column.version);
    return (lines || []).map(function (line, place) {
      const [anchor, label, text, leadIn, kind, rule, firstEnd, forWhom] = line;
      return { place, anchor, label, text, leadIn, kind, rule, firstEnd, forWhom, url: root + column.url + "#" + anchor };
    });
  };

  // The parts of a table keep their roles when a small screen shows them as blocks.
  const ROLES = { table: "table", thead: "rowgroup", tbody: "rowgroup", tr: "row", td: "cell" };

  // An element with attributes and children; a child that is a string becomes text.
  kit.element = function (tag, attributes, ...children) {
    const made = document.createElement(tag);
    if (ROLES[tag]) made.setAttribute("role", ROLES[tag]);
    for (const [name, value] of Object.entries(attributes || {})) {
      if (name === "class") made.className = value;
      else if (value === true) made.setAttribute(name, "");
      else if (value !== false && value != null) made.setAttribute(name, value);
    }
    made.append(...children.flat().filter((child) => child != null && child !== ""));
    return made;
  };

  // A sentence of the catalogue with its places filled.
  kit.filled = function (text, values) {
    return text.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? String(values[name]) : whole));
  };

  // A sign with its words: [code, sign, words] as the data has it.
  kit.badge = function (name, kind) {
    return kit.element("span", { class: "badge " + kind + "-" + name[0] }, kit.element("span", { class: "sign", "aria-hidden": "true" }, name[1]), " ", name[2]);
  };

  // A clause: its label as a link, kind of rule, lead-in and whatever its text has become.
  kit.clauseBlock = function (line, rules, note, text) {
    const lead = line.leadIn ? kit.element("span", { class: "cell-lead-in" }, line.leadIn) : null;
    const rule = line.rule >= 0 ? kit.badge(rules[line.rule], "rule") : null;
    return kit.element("div", { class: "cell-clause" }, kit.element("a", { class: "cell-label", href: line.url }, line.label), " ", rule, note, lead, text);
  };

  // A name at the head of a column, with year and status.
  kit.columnHead = function (column, root, ...more) {
    const standing = kit.element("span", { class: "matrix-standing" + (column.draft ? " draft-mark" : "") }, column.year + ", " + column.status);
    const name = kit.element("span", { class: "column-name" }, kit.element("a", { href: root + column.url }, column.name));
    return kit.element("th", { scope: "col", role: "columnheader" }, name, standing, more);
  };

  // A text without case and accents, one space between words and around the whole.
  kit.plain = function (text) {
    return " " + text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase().replace(/[’‘]/g, "'").replace(/[^\p{L}\p{N}']+/gu, " ").trim() + " ";
  };

  function begins(text, word) {
    return text.includes(word.length < 4 ? " " + word + " " : " " + word);
  }

  function isMeant(member, word) {
    return member === word || (word.length > 3 && member.startsWith(word)) || (member.length > 4 && word.startsWith(member));
  }

  // Words looked for: each with the words that mean the same.
  kit.wanted = function (query, synonyms) {
    const words = kit.plain(query).trim().split(" ").filter(Boolean);
    return words.map(function (word) {
      const others = synonyms.filter((group) => group.some((member) => isMeant(member, word)));
      return { word, others: [...new Set(others.flat())].filter((other) => other !== word) };
    });
  };

  // Whether a plain text has all of these words, or words that mean the same.
  kit.has = function (text, wanted) {
    return wanted.every(({ word, others }) => text.includes(word) || others.some((other) => begins(text, other)));
  };
})();
