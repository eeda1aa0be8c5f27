// The comparison of a subject: what is chosen stands in the form, the form in the address.
(function () {
  "use strict";
  const kit = window.protocolkit;
  const page = document.getElementById("vergelijking");
  const form = document.getElementById("kiezen");
  if (!kit || !page || !form) return;
  const { root, subject, core } = page.dataset;
  const host = document.getElementById("tabel");
  const status = document.getElementById("stand");
  const chooser = document.getElementById("besturen-lijst");
  // More than this in the reading view, and the first of them are shown until someone chooses.
  const MOST_READING = 8;
  const FIRST_READING = 6;
  const MOST_COMPACT = 120;
  const MOST_SEARCHED = 150;
  const MOST_THEMES = 12;
  const TYPING_PAUSE = 120;
  let data = null;
  let table = null;
  let texts = [];
  let plain = new Map();
  let shownTopics = [];
  let turn = 0;

  function chosen() {
    const found = Object.fromEntries(new FormData(form));
    const base = data.columns.findIndex((column) => column.slug === found.basis);
    const compact = Boolean(found.weergave);
    return { ...found, base, compact, columns: columnsOf(found.besturen, base, compact) };
  }

  function columnsOf(slugs, base, compact) {
    const place = new Map(data.columns.map((column, at) => [column.slug, at]));
    const named = (slugs || "").split(",").filter((slug) => place.has(slug)).map((slug) => place.get(slug));
    if (named.length) return [...new Set(named)];
    const all = data.columns.map((_, at) => at);
    if (compact) return all.slice(0, MOST_COMPACT);
    const first = all.length > MOST_READING ? all.slice(0, FIRST_READING) : all;
    return base >= 0 && !first.includes(base) ? [base, ...first] : first;
  }

  // The address gives the form its values; what it does not name is as at the beginning.
  function readAddress() {
    const found = new URLSearchParams(location.search);
    form.reset();
    form.elements.besturen.value = "";
    for (const [name, value] of found) {
      const field = form.elements[name];
      if (!field) continue;
      if (field.type === "checkbox") field.checked = true;
      else field.value = value;
      if (field.tagName === "SELECT" && field.selectedIndex < 0) field.value = "";
    }
  }

  function addressOf() {
    const made = new URLSearchParams();
    for (const [name, value] of new FormData(form)) if (value) made.append(name, value);
    const query = made.toString().replace(/%2C/g, ",");
    return location.pathname + (query ? "?" + query : "") + location.hash;
  }

  function writeAddress(isTyping) {
    const address = addressOf();
    if (address === location.pathname + location.search + location.hash) return;
    if (isTyping) history.replaceState(null, "", address);
    else history.pushState(null, "", address);
  }

  function hasRelation(topic, place, choice) {
    if (choice.base < 0) return topic.relations.has(place);
    return choice.columns.some((at) => at !== choice.base && topic.relation(choice.base, at) === place);
  }

  function keeps(topic, choice, wanted) {
    const place = (names, code) => names.findIndex((name) => name[0] === code);
    const isLooking = wanted.length > 0;
    if (!choice.soorten && !topic.compared && !isLooking) return false;
    if (!choice.alles && !topic.differs && !isLooking && !choice.stil) return false;
    if (choice.thema && topic.theme !== choice.thema) return false;
    if (choice.voor && topic.audience !== choice.voor) return false;
    if (choice.regel && !topic.rules.some((rules) => rules.includes(place(data.rules, choice.regel)))) return false;
    if (choice.verschil && !hasRelation(topic, place(data.relations, choice.verschil), choice)) return false;
    const silent = data.columns.findIndex((column) => column.slug === choice.stil);
    if (silent >= 0 && topic.cells[silent].presence !== 2) return false;
    return !isLooking || kit.has(plainOf(topic), wanted);
  }

  // Question and clauses of a topic as they are looked through; only what is loaded.
  function plainOf(topic) {
    if (!plain.has(topic.id)) {
      const clauses = topic.cells.flatMap((cell, at) => cell.clauses.map((clause) => (texts[at] && texts[at][clause.place] ? texts[at][clause.place].text : "")));
      plain.set(topic.id, kit.plain([topic.title, ...clauses].join(" ")));
    }
    return plain.get(topic.id);
  }

  async function loadTexts(places) {
    const missing = places.filter((at) => at >= 0 && !texts[at]);
    const found = await Promise.all(missing.map((at) => kit.clauses(root, subject, data.columns[at])));
    missing.forEach((at, n) => (texts[at] = found[n]));
    if (missing.length) plain = new Map();
  }

  function firstThemes(topics, choice) {
    const themes = [...new Set(topics.map((topic) => topic.theme))];
    const isCut = themes.length > MOST_THEMES && !choice.themas && !choice.zoek;
    document.getElementById("themas-keuze").hidden = !isCut && !choice.themas;
    return isCut ? topics.filter((topic) => themes.indexOf(topic.theme) < MOST_THEMES) : topics;
  }

  // Everything as the form says. Texts that are looked through come after what is there already.
  async function show() {
    const mine = ++turn;
    const choice = chosen();
    const wanted = kit.wanted(choice.zoek || "", data.synonyms);
    if (!choice.compact) await loadTexts([...choice.columns, choice.base]);
    if (mine !== turn) return;
    const key = [choice.compact, choice.base, choice.tekst || "", choice.columns.join()].join("|");
    const layout = { key, compact: choice.compact, base: choice.base, whole: Boolean(choice.tekst), columns: choice.columns, root, texts };
    shownTopics = firstThemes(data.topics.filter((topic) => keeps(topic, choice, wanted)), choice);
    tell(choice);
    const isDone = await table.draw(layout, shownTopics);
    document.getElementById("legenda").hidden = !choice.compact;
    document.querySelector(".legend-relations").hidden = choice.base < 0;
    if (!isDone || mine !== turn || !wanted.length) return;
    const all = data.columns.map((_, at) => at);
    if (all.length <= MOST_SEARCHED && all.some((at) => !texts[at])) {
      await loadTexts(all);
      if (mine === turn) show();
    }
  }

  // What is shown, in words; heard by who cannot see the table change.
  function tell(choice) {
    const { words } = data;
    const counts = { topics: shownTopics.length, of: data.topics.length, boards: choice.columns.length, all: data.columns.length };
    const filters = [];
    for (const name of ["zoek", "basis", "thema", "voor", "regel", "verschil", "stil"]) {
      const field = form.elements[name];
      if (!field.value) continue;
      const label = form.querySelector("label[for=" + field.id + "]").textContent.trim();
      filters.push(label + ": " + (field.tagName === "SELECT" ? field.selectedOptions[0].textContent.trim() : field.value));
    }
    if (!choice.alles && !choice.zoek && !choice.stil) filters.push(words.onlyDiffering);
    status.textContent = kit.filled(shownTopics.length ? words.status : words.nothing, counts) + filters.map((text) => " · " + text).join("");
    document.getElementById("wissen").hidden = !new URL(addressOf(), location.href).search;
  }

  function changed(isTyping) {
    writeAddress(isTyping);
    show();
  }

  // Columns: which, and in which order.
  function setColumns(columns) {
    form.elements.besturen.value = columns.map((at) => data.columns[at].slug).join(",");
    changed(false);
    drawChooser();
  }

  function moveColumn(slug, action) {
    const { columns } = chosen();
    const at = data.columns.findIndex((column) => column.slug === slug);
    const from = columns.indexOf(at);
    const order = columns.filter((one) => one !== at);
    if (action === "show") order.push(at);
    else if (action !== "hide") order.splice(from + (action === "left" ? -1 : 1), 0, at);
    if (order.length) setColumns(order);
  }

  function drawChooser() {
    if (!chooser.closest("details").open) return;
    const { columns } = chosen();
    const rest = data.columns.map((_, at) => at).filter((at) => !columns.includes(at));
    const active = document.activeElement && document.activeElement.dataset;
    const kept = active && active.column ? [active.column, active.action] : null;
    const { words } = data;
    const button = (column, action, sign, can) =>
      kit.element("button", { type: "button", disabled: !can, "data-column": column.slug, "data-action": action, "aria-label": kit.filled(words["order-" + action], { name: column.name }) }, sign);
    chooser.replaceChildren(
      ...[...columns, ...rest].map(function (at, place) {
        const column = data.columns[at];
        const isShown = place < columns.length;
        const box = kit.element("input", { type: "checkbox", id: "kolom-" + column.slug, "data-column": column.slug, "data-action": isShown ? "hide" : "show" });
        box.checked = isShown;
        box.disabled = isShown && columns.length === 1;
        const label = kit.element("label", { for: box.id }, column.name, kit.element("span", { class: "matrix-standing" }, column.year + ", " + column.status));
        return kit.element("li", {}, box, label, button(column, "left", "↑", isShown && place > 0), button(column, "right", "↓", isShown && place < columns.length - 1));
      })
    );
    if (!kept) return;
    const [slug, action] = kept;
    const again = [...chooser.querySelectorAll("[data-column]")].filter((one) => one.dataset.column === slug && !one.disabled);
    const found = again.find((one) => one.dataset.action === action) || again[0];
    if (found) found.focus();
  }

  // What is shown, as a file: made here, and no cell of it can become a formula.
  function safe(text) {
    const isRisky = /^[=+\-@\t\r\n|%]/.test(text);
    return '"' + ((isRisky ? "'" : "") + text).replace(/"/g, '""') + '"';
  }

  function cellLines(topic, at) {
    const cell = topic.cells[at];
    if (!cell.clauses.length) return data.presences[cell.presence][2];
    const lines = cell.clauses.map(function (clause) {
      const line = texts[at][clause.place];
      const name = clause.proposed ? line.label + " (" + data.words.proposed + ")" : line.label;
      return name + ": " + (line.leadIn ? line.leadIn + " " : "") + line.text;
    });
    return (cell.presence === 1 ? "(" + data.presences[1][2] + ")\n" : "") + lines.join("\n");
  }

  async function download() {
    const { columns } = chosen();
    await loadTexts(columns);
    const { words } = data;
    const heads = columns.map((at) => data.columns[at].name + " (" + data.columns[at].year + ")");
    const lines = shownTopics.map((topic) => [topic.title, topic.audience, topic.counts, ...columns.map((at) => cellLines(topic, at))]);
    const text = [[words.topic, words.audience, words.summary, ...heads], ...lines].map((line) => line.map(safe).join(",")).join("\r\n");
    const link = kit.element("a", { href: URL.createObjectURL(new Blob(["\ufeff", text, "\r\n"], { type: "text/csv" })), download: subject + ".csv" });
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  }

  async function copyLink(button) {
    const before = button.textContent;
    try {
      await navigator.clipboard.writeText(location.href);
      button.textContent = data.words.copied;
    } catch (_error) {
      button.textContent = data.words.copyYourself;
    }
    setTimeout(() => (button.textContent = before), 4000);
  }

  // A link to a question shows it, whatever is filtered.
  async function goToTopic() {
    const id = location.hash && decodeURIComponent(location.hash.slice(1));
    const topic = id && data.topics.find((one) => one.id === id);
    if (!topic) return;
    if (!shownTopics.includes(topic)) {
      form.reset();
      form.elements.alles.checked = form.elements.soorten.checked = form.elements.themas.checked = true;
      writeAddress(true);
      await show();
    }
    const row = table.row(id);
    if (row) row.scrollIntoView({ block: "center" });
  }

  function listen() {
    let pause = 0;
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("input", function (event) {
      if (event.target.name !== "zoek") return;
      clearTimeout(pause);
      pause = setTimeout(() => changed(true), TYPING_PAUSE);
    });
    form.addEventListener("change", function (event) {
      const { column, action } = event.target.dataset;
      if (column) moveColumn(column, action);
      else if (event.target.name && event.target.name !== "zoek") changed(false);
    });
    page.addEventListener("click", function (event) {
      const button = event.target.closest("button");
      if (!button) return;
      if (button.dataset.column) moveColumn(button.dataset.column, button.dataset.action);
      else if (button.id === "wissen") resetAll();
      else if (button.id === "afdrukken") window.print();
      else if (button.id === "als-csv") download();
      else if (button.id === "kopieer-link") copyLink(button);
    });
    chooser.closest("details").addEventListener("toggle", drawChooser);
    window.addEventListener("popstate", function () {
      readAddress();
      drawChooser();
      show();
    });
    window.addEventListener("hashchange", goToTopic);
  }

  function resetAll() {
    form.reset();
    form.elements.besturen.value = "";
    form.elements.zoek.value = "";
    changed(false);
    drawChooser();
    form.elements.zoek.focus();
  }

  async function start() {
    data = await kit.load("comparison/" + subject, core);
    if (!data) return;
    data.topics = data.topics.map(kit.comparisonTopic);
    table = kit.comparisonTable(data, host);
    readAddress();
    form.hidden = false;
    document.documentElement.classList.add("has-table");
    const more = document.getElementById("filters");
    more.open = [...more.querySelectorAll("select, input")].some((field) => (field.type === "checkbox" ? field.checked : field.value));
    listen();
    await show();
    await goToTopic();
    page.dataset.ready = "true";
  }

  start();
})();
