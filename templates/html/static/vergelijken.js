// The comparison of a subject: what is chosen stands in the form, the form in the address.
(async function () {
  "use strict";
  const kit = window.protocolkit;
  const { at, element } = kit;
  const [page, form, chooser] = ["vergelijking", "kiezen", "besturen-lijst"].map(at);
  // So many boards are shown in a view until someone chooses, and are looked through.
  const MOST_SHOWN = { "": 6, overzicht: 120 };
  const MOST_SEARCHED = 150;
  const isSmall = () => matchMedia("(max-width: 47.99em)").matches;
  const data = await kit.comparison(page);
  if (!data) return;
  form.hidden = false;
  const { columns, subject, words } = data;
  // In the order of their rows, which stand by theme: what is taken along has that order too.
  const rows = [...at("matrix").querySelectorAll("tr[id]")].map(({ id }) => id);
  const topics = [...data.topics].sort((one, other) => rows.indexOf(one.id) - rows.indexOf(other.id));
  const boards = [...columns.keys()].filter((place) => !columns[place].isTemplate);
  const boxes = chooser.querySelectorAll("input");
  const draw = kit.comparisonTable(data, at("matrix"));
  let shown = [];
  let turn = 0;

  const placeOf = (slug) => columns.findIndex((column) => column.slug === slug);

  function chosen() {
    const found = Object.fromEntries(new FormData(form));
    const base = placeOf(found.basis);
    const named = found.besturen.split(",").map(placeOf).filter((place) => place >= 0);
    const first = boards.slice(0, MOST_SHOWN[found.weergave]);
    const asked = named.length ? named : base < 0 || first.includes(base) ? first : [base, ...first];
    return { ...found, base, compact: found.weergave !== "", columns: [...new Set(asked)] };
  }

  // Whether a topic meets what is chosen; that to which a link leads is always shown. Boards are
  // those that are shown: nothing is said of others.
  function keeps(topic, choice, isFound) {
    const { base, thema, voor, regel, verschil, stil } = choice;
    const here = choice.columns.filter((place) => boards.includes(place));
    const isRelated = (one, other) => one !== other && kit.cellRelation(data, topic, one, other)?.[0] === verschil;
    const hasRelation = () => (base < 0 ? here : [base]).some((one) => choice.columns.some((other) => isRelated(one, other)));
    const isOffered = () =>
      (choice.soorten || topic.compared) &&
      (choice.alles || verschil || stil || differs(topic, choice, here)) &&
      (choice.themas || !topic.isLate || thema);
    return (
      isTarget(topic) ||
      ((isFound ? isFound(topic) : isOffered()) &&
        (!thema || topic.theme === thema) &&
        (!voor || topic.audience === voor) &&
        (!regel || here.some((place) => topic.cells[place].clauses.some(({ rule }) => rule === regel))) &&
        (!verschil || hasRelation()) &&
        (!stil || topic.cells[placeOf(stil)].presence === "niet-gevonden"))
    );
  }

  // One board differs from what it is compared with; alone it has what it says.
  function differs(topic, { base }, here) {
    const among = here.length > 1 || base < 0 ? here : [...new Set([...here, base])];
    return among.length > 1 ? kit.differs(data, topic, among) : here.some((place) => has(topic, place));
  }

  const has = (topic, place) => topic.cells[place].clauses.length > 0;
  const isTarget = (topic) => topic.id === decodeURIComponent(location.hash.slice(1));

  // Question and clauses of a topic as they are looked through.
  function plainOf(topic) {
    const clauses = boards.flatMap((place) => topic.cells[place].clauses.map((clause) => kit.plainClause(columns[place], clause.place)));
    return kit.plain(topic.title) + clauses.join("");
  }

  // Whether a topic has a clause with this number, of those that were loaded.
  function hasNumber(topic, number) {
    const wanted = number.trim().toLowerCase();
    const isIt = (place, clause) => columns[place].lines?.[clause.place].label.toLowerCase() === wanted;
    return boards.some((place) => topic.cells[place].clauses.some((clause) => isIt(place, clause)));
  }

  // Load clauses; tells whether any of them is new.
  async function load(places) {
    const missing = places.filter((place) => place >= 0 && !columns[place].lines);
    await Promise.all(missing.map((place) => kit.clauses(subject, columns[place])));
    return missing.length;
  }

  // Texts to look through come after what is there already.
  async function show() {
    const mine = ++turn;
    const choice = chosen();
    const wanted = kit.wanted(choice.zoek, data.synonyms);
    boxes.forEach((box, place) => (box.checked = choice.columns.includes(place)));
    if (!choice.compact) await load([...choice.columns, choice.base]);
    const isLatest = () => mine === turn;
    if (!isLatest()) return;
    const named = topics.filter((topic) => hasNumber(topic, choice.zoek));
    const isFound = (topic) => (named.length ? named.includes(topic) : kit.has(plainOf(topic), wanted));
    shown = topics.filter((topic) => keeps(topic, choice, wanted.length && isFound));
    tell(choice);
    const key = [choice.compact, choice.base, choice.tekst, choice.columns].join("|");
    await draw({ ...choice, key }, shown, isLatest);
    if (isLatest()) markSearched(wanted);
    if (wanted.length && boards.length <= MOST_SEARCHED && isLatest() && (await load(boards)) && isLatest()) await show();
  }

  // What was looked for is marked; a text unfolds that has it after its first sentence.
  function markSearched(wanted) {
    const found = kit.markSearched(at("matrix"), kit.searchedWords(wanted));
    for (const { startContainer } of found) {
      const text = startContainer.parentElement.closest("summary, .cell-text > details");
      if (text?.matches("details")) text.open = true;
    }
  }

  const labelOf = (field) => field.labels[0].textContent.trim();

  // What is chosen, each as [words, what takes it away]; the view is none, it stands there itself.
  function choices(choice) {
    const fields = [...form.querySelectorAll(".field [name]")].filter((field) => field.value);
    const found = fields.map((field) => [
      labelOf(field) + ": " + (field.selectedOptions?.[0].text || field.value),
      () => (field.value = ""),
    ]);
    if (choice.besturen)
      found.push([kit.filled(words.boards, { count: choice.columns.length }), () => (form.elements.besturen.value = "")]);
    const many = choice.columns.length > 1 || choice.base >= 0;
    if (many && !choice.alles && !choice.zoek && !choice.stil && !choice.verschil)
      found.push([words.onlyDiffering, () => (form.elements.alles.checked = true)]);
    for (const box of form.querySelectorAll(".switch :checked")) found.push([labelOf(box), () => (box.checked = false)]);
    return found;
  }

  function chip([said, takeAway]) {
    const sign = element("span.sign", { "aria-hidden": "true" }, " ×");
    const made = element("button.chip", { type: "button" }, said, element("span.heard", {}, ", " + words.remove), sign);
    made.addEventListener("click", function () {
      takeAway();
      change();
    });
    return element("li", {}, made);
  }

  // The keyboard stays where it was: at the chip that took the place of the one taken away.
  function showChips(chips) {
    const place = [...at("gekozen").querySelectorAll("button")].indexOf(document.activeElement);
    at("gekozen").replaceChildren(...chips);
    if (place < 0) return;
    (chips[Math.min(place, chips.length - 1)]?.firstElementChild || at("keuze-zoek")).focus({ preventScroll: true });
  }

  // In words too, for who cannot see the table change.
  function tell(choice) {
    const here = choice.columns.filter((place) => boards.includes(place));
    const known = topics.filter((topic) => shown.includes(topic) || here.some((place) => has(topic, place)));
    const counts = { topics: shown.length, of: known.length, boards: here.length, all: boards.length };
    const told = choices(choice);
    const elsewhere = page.dataset.search + "?" + new URLSearchParams({ q: choice.zoek });
    at("stand").replaceChildren(
      kit.filled(shown.length ? words.status : words.nothing, counts),
      element("span.heard", {}, told.map(([said]) => " · " + said).join("")),
      ...(choice.zoek && !shown.length && page.dataset.search ? [" ", element("a", { href: elsewhere }, words.wholeSite)] : [])
    );
    showChips(told.map(chip));
    at("tabel").hidden = !shown.length;
    at("wissen").hidden = !location.search;
    at("kopieer-link").textContent = words.copyLink;
  }

  const change = () => form.dispatchEvent(new Event("change"));

  // A box lets a board come last or go, a button puts it first.
  function setColumns({ target: { checked, type, value } }) {
    const others = chosen().columns.map((place) => columns[place].slug).filter((slug) => slug !== value);
    form.elements.besturen.value = type === "button" ? [value, ...others] : checked ? [...others, value] : others;
    if (type === "button") change();
  }

  // All boards that the list still has, such as those of one sector; none means the first of all.
  function setListed() {
    const listed = [...chooser.querySelectorAll("li:not([hidden]) > input")].map(({ value }) => value);
    form.elements.besturen.value = listed.filter((slug) => boards.includes(placeOf(slug)));
    change();
  }

  // What is shown, in words, for a file.
  async function taken() {
    const choice = chosen();
    await load([...choice.columns, choice.base]);
    return kit.shownTable(data, choice, shown, { status: at("stand").textContent, address: location.href });
  }

  // Rows out of sight have a guessed height, so that the way to one is found step by step.
  async function goTo(topic) {
    let before;
    for (let step = 0; step < 8; step++) {
      at(topic.id).scrollIntoView({ block: isSmall() ? "start" : "center", behavior: "instant" });
      await new Promise(requestAnimationFrame);
      const now = at(topic.id).getBoundingClientRect().top;
      if (now === before) break;
      before = now;
    }
  }

  async function goToTarget() {
    const topic = topics.find(isTarget);
    if (!topic) return;
    await show();
    await goTo(topic);
  }

  // Who has typed what to find goes to what was found.
  async function goToFound() {
    if (!at("keuze-zoek").value) return;
    await show();
    if (!shown.length) return;
    at(shown[0].id).querySelector(".topic-link").focus({ preventScroll: true });
    await goTo(shown[0]);
  }

  chooser.addEventListener("change", setColumns);
  chooser.addEventListener("click", (event) => event.target.type === "button" && setColumns(event));
  at("besturen-deze").addEventListener("click", setListed);
  at("besturen-begin").addEventListener("click", function () {
    form.elements.besturen.value = "";
    change();
  });
  // The form itself goes back to the beginning after this.
  at("wissen").addEventListener("click", function () {
    at("keuze-zoek").focus();
    setTimeout(change);
  });
  form.addEventListener("submit", goToFound);
  // Of the parts that unfold one is open at a time; Escape closes it.
  form.addEventListener("click", function ({ target }) {
    const part = target.closest("summary")?.parentElement;
    if (part) for (const other of form.querySelectorAll("details[open]")) other.open = other === part;
  });
  addEventListener("keydown", function ({ key }) {
    const part = key === "Escape" && form.querySelector("details[open]");
    if (!part) return;
    part.open = false;
    part.querySelector("summary").focus();
  });
  kit.takeAlong(subject, page.dataset.files, taken);
  at("kopieer-link").addEventListener("click", ({ target }) => kit.copy(target, location.href, words));
  addEventListener("hashchange", goToTarget);
  at("tabel").removeAttribute("tabindex");
  await kit.follow(form, show);
  await goToTarget();
  page.dataset.ready = "true";
})();
