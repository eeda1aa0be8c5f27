// The comparison of a subject: what is chosen stands in the form, the form in the address.
(async function () {
  "use strict";
  const kit = window.protocolkit;
  const { at } = kit;
  const [page, form, chooser] = ["vergelijking", "kiezen", "besturen-lijst"].map(at);
  // So many boards are shown in a view until someone chooses, and are looked through.
  const MOST_SHOWN = { "": 6, overzicht: 120 };
  const MOST_SEARCHED = 150;
  const data = await kit.comparison(page);
  if (!data) return;
  const { columns, subject, topics, words } = data;
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

  // Whether a topic meets what is chosen; that to which a link leads is always shown.
  function keeps(topic, choice, wanted) {
    const { base, thema, voor, regel, verschil, stil } = choice;
    const isRelated = (place) => place !== base && kit.cellRelation(data, topic, base, place)?.[0] === verschil;
    const isOffered = () =>
      (choice.soorten || topic.compared) && (choice.alles || topic.differs || stil) && (choice.themas || !topic.isLate || thema);
    return (
      isTarget(topic) ||
      ((wanted.length ? kit.has(plainOf(topic), wanted) : isOffered()) &&
        (!thema || topic.theme === thema) &&
        (!voor || topic.audience === voor) &&
        (!regel || topic.cells.some(({ clauses }) => clauses.some(({ rule }) => rule === regel))) &&
        (!verschil || (base < 0 ? topic.kinds.includes(verschil) : choice.columns.some(isRelated))) &&
        (!stil || topic.cells[placeOf(stil)].presence === "niet-gevonden"))
    );
  }

  const isTarget = (topic) => topic.id === decodeURIComponent(location.hash.slice(1));

  // Question and clauses of a topic as they are looked through.
  function plainOf(topic) {
    const clauses = boards.flatMap((place) => topic.cells[place].clauses.map((clause) => kit.plainClause(columns[place], clause.place)));
    return kit.plain(topic.title) + clauses.join("");
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
    shown = topics.filter((topic) => keeps(topic, choice, wanted));
    tell(choice);
    const key = [choice.compact, choice.base, choice.tekst, choice.columns].join("|");
    await draw({ ...choice, key }, shown, isLatest);
    if (wanted.length && boards.length <= MOST_SEARCHED && isLatest() && (await load(boards)) && isLatest()) await show();
  }

  // In words too, for who cannot see the table change.
  function tell(choice) {
    const here = choice.columns.filter((place) => boards.includes(place));
    const counts = { topics: shown.length, of: topics.length, boards: here.length, all: boards.length };
    const fields = [...form.querySelectorAll(".field [name]")].filter((field) => field.value);
    const said = fields.map((field) => field.labels[0].textContent + ": " + (field.selectedOptions?.[0].text || field.value));
    if (!choice.alles && !choice.zoek && !choice.stil) said.push(words.onlyDiffering);
    at("stand").textContent = [kit.filled(shown.length ? words.status : words.nothing, counts), ...said].join(" · ");
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

  // What is shown, as a file: made here, and no cell of it can become a formula.
  const safe = (text) => '"' + (/^[=+\-@\t\r\n|%]/.test(text) ? "'" : "") + text.replace(/"/g, '""') + '"';

  function cellText(topic, place) {
    const { presence, clauses } = topic.cells[place];
    const lines = clauses.map(function ({ place: line, proposed }) {
      const { label, leadIn, text } = columns[place].lines[line];
      return label + (proposed ? " (" + words.proposed + ")" : "") + ": " + (leadIn && leadIn + " ") + text;
    });
    return [...(presence === "gevonden" ? [] : [data.presences[presence][2]]), ...lines].join("\n");
  }

  async function download() {
    const places = chosen().columns;
    await load(places);
    const heads = [words.topic, words.audience, words.summary, ...places.map((place) => columns[place].title)];
    const rows = shown.map((topic) => [topic.title, topic.forWhom, topic.counts, ...places.map((place) => cellText(topic, place))]);
    kit.save(subject + ".csv", "\ufeff", ...[heads, ...rows].map((row) => row.map(safe).join(",") + "\r\n"));
  }

  // A browser may refuse, as for a site on a disk.
  async function copyLink({ target }) {
    const isCopied = await navigator.clipboard?.writeText(location.href).then(() => true, () => false);
    target.textContent = isCopied ? words.copied : words.copyYourself;
  }

  async function goToTarget() {
    const topic = topics.find(isTarget);
    if (!topic) return;
    await show();
    at(topic.id).scrollIntoView({ block: "center" });
  }

  chooser.addEventListener("change", setColumns);
  chooser.addEventListener("click", (event) => event.target.type === "button" && setColumns(event));
  // The form itself goes back to the beginning after this.
  at("wissen").addEventListener("click", function () {
    at("keuze-zoek").focus();
    setTimeout(change);
  });
  at("als-csv").addEventListener("click", download);
  at("kopieer-link").addEventListener("click", copyLink);
  addEventListener("hashchange", goToTarget);
  form.hidden = false;
  await kit.follow(form, show);
  at("filters").open = at("filters").querySelector(":checked:not([value=''])");
  await goToTarget();
  page.dataset.ready = "true";
})();
