// The composer's form: which topic is shown, what is open, what is kept. All that is chosen stands
// in the form itself; opstellen-bestand.js makes the files of it. Nothing is sent.
(function () {
  "use strict";
  const kit = window.protocolkit;
  const page = document.getElementById("opstellen-pagina");
  if (!kit || !page) return;
  const at = (id) => document.getElementById(id);
  const form = at("opstellen");
  const app = at("opstellen-app");
  const query = new URLSearchParams(location.search);
  const merges = ["van", "en"].map((name) => query.get(name)).filter(Boolean);
  let data, words, storage;

  const field = (name) => form.elements[name];
  const typed = (name) => kit.clean((field(name) || { value: "" }).value);
  const schools = () => typed("scholen").split(/\s*[,;]\s*/).filter(Boolean);
  const say = (name, values) => (at("melding").textContent = kit.filled(words[name], values || {}));

  const inARow = (names) => [names.slice(0, -1).join(", "), ...names.slice(-1)].filter(Boolean).join(" en ");

  // What stands for a placeholder: as answers.Answers.value has it.
  function valueOf(key) {
    const isSchool = typed("soort") === "school";
    const own = { school: isSchool ? typed("naam") : schools().length === 1 ? schools()[0] : "", bestuur: typed(isSchool ? "hoort" : "naam"),
      "namen-van-scholen": inARow(schools()) || (isSchool ? typed("naam") : ""), "soort-onderwijs": data.education[typed("sector")] };
    return typed("invullen:" + key) || own[key] || "";
  }

  // What was chosen on a topic.
  const picked = (topic) => field("onderwerp-" + topic.id).value;
  const also = (topic) => [...document.getElementsByName("ook-" + topic.id)].filter((box) => box.checked).map((box) => box.value);
  const ownWords = (topic) => (picked(topic) === "eigen" ? field("tekst:" + topic.id).value.trim() : "");
  const chosen = (topic) => topic.options.filter((option) => option.id === picked(topic) || (option.sides || [option.id]).some((id) => also(topic).includes(id)));
  const stateOf = (topic) => (ownWords(topic) || chosen(topic).length ? "chosen" : picked(topic) === "geen" ? "out" : "open");
  const keyOf = (clause) => (merges.length ? clause.source : clause.id);
  function edited(clause) {
    const area = field("bewerkt:" + keyOf(clause));
    return area && area.value.trim() !== area.defaultValue.trim() ? area.value.trim() : "";
  }

  // Everything chosen as groups of clauses to be; a clause on several topics is written once.
  function groups() {
    const homes = new Map();
    for (const topic of data.topics)
      for (const option of chosen(topic))
        for (const clause of option.clauses) {
          const home = homes.get(keyOf(clause)) || { main: option.main, topics: [] };
          if (!home.topics.includes(topic.id)) home.topics.push(topic.id);
          homes.set(keyOf(clause), home);
        }
    const part = (stem, topics, clause) => ({ stem, topics, clause, kind: clause.kind, edit: edited(clause) });
    function ofTopic(topic) {
      const plain = (choice, lines) => ({ stem: topic.stem, topics: [topic.id], kind: topic.kind, choice, lines });
      if (ownWords(topic)) return [plain("eigen", ownWords(topic).split("\n").map(kit.clean).filter(Boolean))];
      if (stateOf(topic) === "open") return [plain("", [kit.filled(words.choose, { question: topic.title })])];
      const clauses = new Set(chosen(topic).flatMap((option) => option.clauses));
      return [...clauses].flatMap(function (clause) {
        const { main, topics } = homes.get(keyOf(clause));
        const home = topics.includes(main) ? main : topics[0];
        return home === topic.id ? [part(topic.stem, [home, ...topics.filter((other) => other !== home)], clause)] : [];
      });
    }
    const ofTheme = function (theme) {
      const topics = data.topics.filter((topic) => topic.theme === theme.id);
      const own = (after) => theme.own.filter(after).map((found) => part(found.stem, [], found.clause));
      const parts = topics.flatMap((topic) => [...ofTopic(topic), ...own((found) => found.after === topic.id)]);
      return { ...theme, parts: [...parts, ...own((found) => !topics.some((topic) => topic.id === found.after))] };
    };
    const appendices = data.appendices.filter((found) => field(found.id).checked);
    return [...data.themes.map(ofTheme), ...appendices.map((found) => ({ ...found, parts: found.clauses.map((clause) => part(found.stem, [], clause)) }))];
  }

  function draft() {
    const sector = typed("sector");
    return kit.assemble({
      ...data,
      groups: groups(),
      declined: merges.length ? [] : data.topics.filter((topic) => stateOf(topic) === "out").map((topic) => topic.id),
      template: data.version,
      valueOf,
      facts: { organisation: { name: typed("naam") || "[" + words.someone + "]", kind: typed("soort"), sector, parent: typed("hoort") }, schools: schools(), basis: merges, sector: data.sectors[sector] },
    });
  }

  // The form as an answers file of `protocol new`; what has no place there is among the names.
  function answers() {
    const placeholders = {};
    for (const { name, value, defaultValue } of form.elements)
      if (/^(invullen|tekst|bewerkt):/.test(name) && value !== defaultValue) placeholders[name.replace("invullen:", "")] = value;
    const picks = data.topics.map((topic) => [topic.id, picked(topic) === "eigen" ? "" : [...new Set([picked(topic), ...also(topic)])].filter(Boolean).join(", ")]);
    const appendices = data.appendices.map(({ id }) => [id, field(id).checked ? "alle" : "geen"]);
    const [name, kind, sector, parent] = ["naam", "soort", "sector", "hoort"].map(typed);
    const start = merges.length ? { merges } : {};
    return { subject: data.subject, ...start, organisation: { name, kind, sector, parent }, schools: schools(), choices: Object.fromEntries([...picks, ...appendices]), placeholders };
  }

  function putBack(found) {
    if (found.subject !== data.subject || String(found.merges || []) !== String(merges)) return false;
    const put = (name, value) => field(name) && (field(name).value = value || "");
    const { name, kind, sector, parent } = found.organisation || {};
    Object.entries({ naam: name, soort: kind || "bestuur", sector, hoort: parent, scholen: (found.schools || []).join(", ") }).forEach(([key, value]) => put(key, value));
    for (const topic of data.topics) {
      const answer = (found.choices || {})[topic.id];
      if (answer === undefined) continue;
      const names = answer.split(/[\s,;+]+/).filter(Boolean);
      const options = topic.options.filter(({ id, places }) => names.some((one) => one === id || (places || []).includes(one)));
      put("onderwerp-" + topic.id, options.length ? options[0].id : answer === "geen" ? answer : "");
      for (const box of document.getElementsByName("ook-" + topic.id)) box.checked = options.slice(1).some((option) => option.id === box.value);
    }
    for (const { id } of data.appendices) field(id).checked = (found.choices || {})[id] === "alle";
    showBlanks();
    const functions = Object.entries(found.functions || {}).map(([key, value]) => ["functie-" + key, value]);
    for (const [key, value] of [...functions, ...Object.entries(found.systems || {}), ...Object.entries(found.placeholders || {})]) {
      put((field(key) ? "" : "invullen:") + key, value);
      if (key.startsWith("tekst:")) put("onderwerp-" + key.slice(6), "eigen");
    }
    return true;
  }

  // Names that the chosen clauses leave open, each with a field of its own.
  function showBlanks() {
    const used = new Map();
    for (const clause of data.topics.flatMap((topic) => chosen(topic).flatMap((option) => option.clauses)))
      for (const [key, printed] of clause.slots) used.set(key, [printed, ((used.get(key) || [])[1] || 0) + 1]);
    for (const [key, [printed]] of used) {
      if (["school", "bestuur"].includes(key) || field("invullen:" + key)) continue;
      const id = "veld-" + key;
      const label = kit.element("label", { for: id }, printed.slice(1, 2).toUpperCase() + printed.slice(2, -1));
      const input = kit.element("input", { id, name: "invullen:" + key, maxlength: 200, "aria-describedby": "uitleg-" + key });
      at("invullen").append(kit.element("div", { class: "field" }, label, input, kit.element("span", { class: "hint", id: "uitleg-" + key })));
    }
    for (const input of at("invullen").querySelectorAll("input")) {
      const [, count] = used.get(input.name.slice(9)) || [];
      input.parentNode.hidden = !count;
      input.nextSibling.textContent = kit.filled(words.blankUses, { count });
    }
    return [...used].filter(([key]) => !valueOf(key)).map(([key, [printed]]) => [key, printed]);
  }

  function showOpen(blanks) {
    const link = (address, name, values) => kit.element("li", {}, kit.element("a", { href: address }, kit.filled(words[name], values)));
    const fieldOf = (key) => "#veld-" + (key !== "school" && key !== "bestuur" ? key : (key === "school") === (typed("soort") === "school") ? "naam" : key === "school" ? "scholen" : "hoort");
    const byState = { chosen: [], open: [], out: [] };
    data.topics.forEach((topic) => byState[stateOf(topic)].push(topic));
    const open = byState.open.map((topic) => link("#onderwerp-" + topic.id, "openTopic", { question: topic.title }));
    const names = typed("naam") ? blanks : [["bestuur", words.openName], ...blanks.filter(([key]) => fieldOf(key) !== "#veld-naam")];
    at("open-lijst").replaceChildren(...open, ...names.map(([key, name]) => link(fieldOf(key), "openBlank", { name })));
    const values = { chosen: byState.chosen.length, open: open.length, blanks: names.length };
    at("stand").textContent = kit.filled(words[open.length + names.length ? "summary" : "nothingOpen"], values);
  }

  function showStates() {
    for (const topic of data.topics) {
      const row = at("lijst").querySelector('[data-topic="' + topic.id + '"]');
      row.dataset.state = stateOf(topic);
      row.querySelector(".state").textContent = words["state-" + row.dataset.state];
      const both = chosen(topic).map((option) => option.id);
      const warning = at("onderwerp-" + topic.id).querySelector(".composer-contrary");
      if (warning) warning.hidden = !topic.contrary.some((pair) => pair.every((id) => both.includes(id)));
    }
    for (const mark of app.querySelectorAll("mark")) {
      mark.dataset.printed = mark.dataset.printed || mark.textContent;
      mark.textContent = valueOf(data.keys[mark.dataset.printed]) || mark.dataset.printed;
    }
  }

  function showDraft() {
    if (!at("lezen").open) return;
    const clause = ({ nr, text }) => kit.element("div", { class: "draft-clause" }, kit.element("span", {}, nr ? nr + "." : ""), kit.element("p", {}, text));
    const made = draft();
    at("concept").replaceChildren(...made.sections.flatMap(({ nr, title, clauses }) => [kit.element("h3", {}, nr + " " + title), ...clauses.map(clause)]), ...made.notes.map(({ label, text }) => clause({ nr: label, text })));
  }

  function refresh() {
    showOpen(showBlanks());
    showStates();
    showDraft();
    keep();
  }

  const storageKey = () => ["protocolkit", "opstellen", data.subject, ...merges].join("/");
  function keep() {
    if (!at("bewaar").checked) return;
    try {
      storage.setItem(storageKey(), JSON.stringify(answers()));
    } catch (_error) {
      at("bewaar").checked = false;
      say("cannotKeep");
    }
  }
  function forget() {
    try {
      storage.removeItem(storageKey());
    } catch (_error) {
      // Nothing can have been kept here.
    }
  }

  // The topics that the list shows, and the one on the card.
  const listed = () => data.topics.filter((topic) => !at("alleen-open").checked || at("lijst").querySelector('[data-topic="' + topic.id + '"][data-need]'));
  function show(topic, takesFocus) {
    for (const card of at("kaarten").querySelectorAll(".composer-topic")) card.hidden = card.id !== "onderwerp-" + topic.id;
    for (const link of at("lijst").querySelectorAll("a")) link.toggleAttribute("aria-current", link.hash === "#onderwerp-" + topic.id);
    const [topics, card] = [listed(), at("onderwerp-" + topic.id)];
    card.querySelector(".place").textContent = kit.filled(words.topicOf, { number: topics.indexOf(topic) + 1, count: topics.length });
    app.querySelector('[data-does="vorige"]').disabled = topics[0] === topic;
    if (takesFocus) card.querySelector("h3").focus();
  }
  const current = () => data.topics.find((topic) => !at("onderwerp-" + topic.id).hidden);
  function followAddress(takesFocus) {
    const asked = data.topics.find((topic) => "#onderwerp-" + topic.id === decodeURIComponent(location.hash));
    if (asked) show(asked, takesFocus !== false);
    else if (takesFocus && at(location.hash.slice(1))) (at(location.hash.slice(1)).querySelector("h2") || at(location.hash.slice(1))).focus();
  }
  function filterList() {
    const topics = listed();
    for (const row of at("lijst").querySelectorAll("[data-topic]")) row.hidden = !topics.some((topic) => topic.id === row.dataset.topic);
    for (const theme of at("lijst").children) theme.hidden = !theme.querySelector("[data-topic]:not([hidden])");
    if (topics.length) show(topics.includes(current()) ? current() : topics[0]);
  }
  function step(by) {
    const topics = listed();
    const next = topics[topics.indexOf(current()) + by];
    location.hash = next ? "onderwerp-" + next.id : "namen";
  }
  function start(answer) {
    for (const topic of data.topics) field("onderwerp-" + topic.id).value = answer(topic);
    for (const box of form.querySelectorAll('[name^="ook-"]')) box.checked = false;
  }

  function save(ending, content) {
    const name = (typed("naam").replace(/^(stichting|vereniging|scholengroep)\s+/i, "") || words.noName).normalize("NFD").toLowerCase().replace(/[^a-z0-9]+/g, " ").trim().replace(/ /g, "-").slice(0, 40) + ending;
    const link = kit.element("a", { href: URL.createObjectURL(new Blob([content])), download: name });
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
    say("made", { name });
  }
  async function word() {
    const made = await kit.load("composer/" + data.subject + "/word", "word.js?v=" + data.word);
    if (!made) return say("failed");
    if (!merges.length) data.clauses.forEach((clause, n) => { [clause.xml] = made.xml[n]; clause.notes.forEach((note, m) => (note.xml = made.xml[n][1][m])); });
    save(".docx", kit.word(draft(), made));
  }
  const does = {
    leeg: () => (start(() => "geen"), say("started")),
    gewoon: () => (start((topic) => topic.start[typed("sector")]), say("startedUsual")),
    vorige: () => step(-1),
    volgende: () => step(1),
    terug: (button) => { const area = button.parentNode.querySelector("textarea"); area.value = area.defaultValue; area.focus(); },
    markdown: () => save(".md", kit.markdown(draft())),
    word,
    bestand: () => save("." + words.fileAnswers + ".json", JSON.stringify(answers(), null, 1) + "\n"),
    wissen: function () {
      if (!confirm(words.wipeSure)) return;
      forget();
      at("bewaar").checked = false;
      form.reset();
      say("wiped");
    },
  };

  // Two boards that become one: both sides of every topic, and what is not to be decided chosen.
  function merge(left, right) {
    const [sides, rows] = [[left, right], []];
    const has = (one, other) => one.every(([, variant]) => other.some((found) => found[1] === variant));
    for (const row of data.rows) {
      const [mine, theirs] = sides.map((board) => board.topics[row.id] || []);
      if (!mine.length && !theirs.length) continue;
      const clauses = sides.map((board) => (board.topics[row.id] || []).map(([place]) => board.clauses[place]));
      const ids = clauses.map((found) => String(found.map((clause) => clause.id).sort()));
      const isSame = ids[0] === ids[1] || (has(mine, theirs) && has(theirs, mine));
      const need = mine.length && theirs.length && !isSame;
      const options = merges.map((id, n) => ({ id, clauses: clauses[n], name: sides[n].name })).filter((option) => option.clauses.length);
      if (options[1]) options.push({ id: "beide", clauses: clauses.flat(), name: words.both });
      const start = need ? "" : mine.length ? merges[0] : merges[1];
      rows.push({ ...row, options, contrary: [], start: { "": start }, why: words[need ? "mergeWhy" : options[1] ? "equal" : "oneSided"], need });
    }
    const known = new Set(left.rest.map((place) => left.clauses[place].id));
    const rest = sides.map((board, n) => board.rest.map((place) => board.clauses[place]).filter((clause) => !n || !known.has(clause.id)));
    const more = sides.map((board, n) => ({ id: board.anchor, anchor: board.anchor, title: kit.filled(words.rest, { name: board.name }), own: rest[n].map((clause) => ({ stem: board.anchor, clause })) }));
    Object.assign(data, { topics: rows, themes: [...data.allThemes, ...more], appendices: [], version: "", clauses: sides.flatMap((board) => board.clauses) });
  }
  const copy = (id) => at(id).content.firstElementChild.cloneNode(true);
  function mergeCard(topic) {
    const card = copy("mal-onderwerp");
    card.id = "onderwerp-" + topic.id;
    const put = (selector, text) => (card.querySelector(selector).textContent = text);
    put("h3", topic.title);
    card.querySelector("[role]").setAttribute("aria-label", topic.title);
    put(".theme", data.allThemes.find((theme) => theme.id === topic.theme).title);
    put(".why", topic.why);
    card.querySelector(".sides").append(...topic.options.map(function (option) {
      const made = copy("mal-keuze");
      made.querySelector("input").value = option.id;
      made.querySelector("label span").textContent = option.name;
      if (option.id !== "beide") made.querySelector(".clauses").append(...option.clauses.map(function (clause) {
        const box = copy("mal-bepaling");
        const area = box.querySelector("textarea");
        // a clause on several topics is changed at the first
        if (clause.hasField) box.querySelector("details").remove();
        clause.hasField = true;
        area.name = "bewerkt:" + clause.source;
        area.defaultValue = kit.textOf(clause, () => "");
        box.querySelector(".composer-words").append(...area.defaultValue.split("\n").map((line) => kit.element("p", {}, line)));
        return box;
      }));
      return made;
    }));
    card.querySelectorAll("[type=radio]").forEach((radio) => { radio.name = "onderwerp-" + topic.id; radio.defaultChecked = radio.value === topic.start[""]; });
    card.querySelector(".own-words textarea").name = "tekst:" + topic.id;
    return card;
  }
  async function startMerge() {
    const known = merges.every((slug) => data.boards[slug]) && merges[0] !== merges[1];
    const load = (slug) => kit.load("composer/" + data.subject + "/" + slug, "bestuur/" + slug + ".js?v=" + data.boards[slug]);
    const boards = known ? await Promise.all(merges.map(load)) : [];
    if (boards.filter(Boolean).length < 2) return false;
    merge(...boards);
    at("kaarten").querySelectorAll(".composer-topic").forEach((card) => card.remove());
    at("kaarten").prepend(...data.topics.map(mergeCard));
    const row = (topic) => kit.element("li", { "data-topic": topic.id, "data-need": topic.need ? "" : null }, kit.element("a", { href: "#onderwerp-" + topic.id }, kit.element("span", { class: "state" }), " ", topic.title));
    at("lijst").replaceChildren(...data.allThemes.map((theme) => kit.element("div", {}, kit.element("h3", {}, theme.title), kit.element("ul", {}, ...data.topics.filter((topic) => topic.theme === theme.id).map(row)))));
    if (at("bijlagen")) at("bijlagen").hidden = true;
    const count = data.topics.filter((topic) => topic.need).length;
    at("begin-uitleg").textContent = kit.filled(words[count ? "merging" : "mergeNone"], { left: boards[0].name, right: boards[1].name, count });
    at("begin-uitleg").nextElementSibling.hidden = true;
    at("alleen-open").checked = count > 0;
    return true;
  }

  function listen() {
    let sector = "";
    page.addEventListener("click", function (event) {
      const button = event.target.closest("[data-does]");
      if (!button) return;
      does[button.dataset.does](button);
      refresh();
    });
    form.addEventListener("input", function (event) {
      // another sector: what nobody chose otherwise follows it
      if (event.target.name === "sector") {
        for (const topic of data.topics) if (!merges.length && picked(topic) === topic.start[sector]) field("onderwerp-" + topic.id).value = topic.start[typed("sector")];
        sector = typed("sector");
      }
      refresh();
    });
    form.addEventListener("submit", (event) => event.preventDefault());
    at("alleen-open").addEventListener("change", filterList);
    at("lezen").addEventListener("toggle", showDraft);
    at("bewaar").addEventListener("change", function () {
      say(at("bewaar").checked ? "kept" : "notKept");
      if (at("bewaar").checked) keep();
      else forget();
    });
    at("inlezen").addEventListener("change", async function (event) {
      try {
        say(putBack(JSON.parse(await event.target.files[0].text())) ? "read" : "unreadable");
      } catch (_error) {
        say("unreadable");
      }
      event.target.value = "";
      refresh();
    });
    window.addEventListener("hashchange", followAddress);
    return () => (sector = typed("sector"));
  }

  async function begin() {
    data = await kit.load("composer/" + page.dataset.subject, page.dataset.core);
    if (!data) return;
    words = data.words;
    const clauseAt = (place) => data.clauses[place];
    data.topics.forEach((topic) => topic.options.forEach((option) => (option.clauses = option.clauses.map(clauseAt))));
    data.appendices.forEach((found) => (found.clauses = found.clauses.map(clauseAt)));
    data.themes.forEach((theme) => theme.own.forEach((own) => (own.clause = clauseAt(own.clause))));
    let problem = "";
    if (merges.length && !(await startMerge())) problem = merges.splice(0) && "mergeSame";
    at("zonder").hidden = true;
    app.hidden = false;
    if (matchMedia("(max-width: 60em)").matches) app.querySelector(".composer-list details").open = false;
    const ready = listen();
    try {
      storage = localStorage;
      const kept = storage.getItem(storageKey());
      if (kept && putBack(JSON.parse(kept))) at("bewaar").checked = say("restored") !== "";
    } catch (_error) {
      // A browser that keeps nothing, or something that is not ours: begin afresh.
    }
    ready();
    if (problem) say(problem);
    filterList();
    refresh();
    followAddress(false);
  }

  begin();
})();
