// What the scripts of several pages share. Texts of the data go into the page as text, not as markup.
(function () {
  "use strict";
  const kit = (window.protocolkit = window.protocolkit || {});
  const root = document.documentElement.dataset.content_root;
  const asked = {};

  kit.at = (id) => document.getElementById(id);

  // Load a script of data once; gives its value, or null when it cannot be had.
  kit.load = function (name, address) {
    return (asked[name] ||= new Promise(function (resolve) {
      const tag = document.createElement("script");
      tag.src = address;
      tag.onload = tag.onerror = () => resolve(window.protocolkitData?.[name] ?? null);
      document.head.append(tag);
    }));
  };

  // The clauses of a column, see site/comparison/scripts.py.
  kit.clauses = async (subject, column) =>
    (column.lines ||= (await kit.load("texts/" + subject + "/" + column.slug, root + column.texts)) || []);

  kit.linkTo = (column, clause) => root + column.url + (clause ? "#" + clause.anchor : "");

  // The parts of a table keep their roles when a small screen shows them as blocks.
  const ROLES = { table: "table", thead: "rowgroup", tbody: "rowgroup", tr: "row", td: "cell", th: "columnheader" };

  // An element, named as "tag.class", with attributes and children; a string becomes text.
  kit.element = function (name, attributes, ...children) {
    const [tag, ...classes] = name.split(".");
    const made = document.createElement(tag);
    const all = Object.entries({ class: classes.join(" ") || null, role: ROLES[tag], ...attributes });
    for (const [key, value] of all) if (value != null && value !== false) made.setAttribute(key, value === true ? "" : value);
    made.append(...children.flat().filter(Boolean));
    return made;
  };

  // Give a visitor a file that was made here.
  kit.save = (name, ...content) => kit.element("a", { href: URL.createObjectURL(new Blob(content)), download: name }).click();

  // A sentence of the catalogue with its places filled.
  kit.filled = (text, values) => text.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? values[name] : whole));

  const recalled = new WeakSet();

  // Fill a form from the address; what this does not name well is as at the beginning.
  kit.recall = function (form) {
    recalled.add(form);
    form.reset();
    for (const [name, value] of new URLSearchParams(location.search)) {
      const field = form.elements[name] || {};
      if (field.type === "checkbox") field.checked = true;
      else field.value = value;
      if (field.selectedIndex < 0) field.selectedIndex = 0;
    }
  };

  // Show, and again after each choice and when a visitor goes back. What is chosen stands in the
  // form, and the form in the address, so that a link shows the same. A form that was filled before
  // its data came keeps what was typed since.
  kit.follow = function (form, show) {
    function changed(isTyping) {
      const query = new URLSearchParams([...new FormData(form)].filter(([, value]) => value));
      const address = location.pathname + (String(query) && "?" + query);
      if (String(query) !== location.search.slice(1)) history[isTyping ? "replaceState" : "pushState"](null, "", address);
      show();
    }
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("input", ({ target }) => target.type === "search" && changed(true));
    form.addEventListener("change", () => changed(false));
    addEventListener("popstate", function () {
      kit.recall(form);
      show();
    });
    if (!recalled.has(form)) kit.recall(form);
    return show();
  };

  // A text without case and accents, one space between words and around the whole.
  kit.plain = function (text) {
    const bare = text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase().replace(/[’‘]/g, "'");
    return " " + bare.replace(/[^\p{L}\p{N}']+/gu, " ").trim() + " ";
  };
})();
