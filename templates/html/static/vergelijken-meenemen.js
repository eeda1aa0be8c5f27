// What the comparison shows, as a file: the same rows, boards and words. Word and Excel are put
// together from parts that were made at build, see site/comparison/open_files.py.
(function () {
  "use strict";
  const kit = window.protocolkit;
  // More columns than this and a page of Word is too narrow: the table goes on in another one.
  const MOST_COLUMNS = 5;
  // A cell of a spreadsheet holds little more.
  const LONGEST = 32000;
  const QUESTION_WIDTH = 2300;

  // What is shown, in words: {title, status, address, heads, rows: [{question, remarks, cells}]}; a
  // cell is {said: [words], lines: [{label, remark, text}]}.
  kit.shownTable = function (data, choice, topics, around) {
    const { columns, presences, words } = data;
    const boards = choice.columns.filter((place) => !columns[place].isTemplate);
    function cellOf(topic, place) {
      const { presence, clauses } = topic.cells[place];
      const relation = place !== choice.base && kit.cellRelation(data, topic, choice.base, place);
      const said = relation ? [relation[2]] : [];
      if (choice.compact) return { said: relation ? said : kit.answersOf(data, topic.cells[place]).map(([, name]) => name[2]), lines: [] };
      if (presence === "elders" || !clauses.length) said.push(presences[presence][2]);
      const lines = clauses.map(function (clause) {
        const { label, leadIn, text } = columns[place].lines[clause.place];
        const remark = [data.rules[clause.rule]?.[2], clause.proposed && words.proposed].filter(Boolean).join(", ");
        return { label, remark, text: (leadIn && leadIn + " ") + text };
      });
      return { said, lines };
    }
    const rows = topics.map((topic) => ({
      question: topic.title,
      remarks: [topic.forWhom, kit.countsInWords(kit.counts(data, topic, boards))],
      cells: choice.columns.map((place) => cellOf(topic, place)),
    }));
    return { ...around, title: data.title, words, heads: choice.columns.map((place) => columns[place].title), rows };
  };

  const inLine = ({ label, remark, text }) => label + (remark && " (" + remark + ")") + ": " + text;
  const inCell = ({ said, lines }) => [...said, ...lines.map(inLine)].join("\n");

  // The rows of a spreadsheet, its head first.
  function sheetOf({ words, heads, rows }) {
    const head = [words.topic, words.audience, words.summary, ...heads];
    return [head, ...rows.map(({ question, remarks, cells }) => [question, ...remarks, ...cells.map(inCell)])];
  }

  // No cell can become a formula, whatever separator a program takes: what begins one, at the start
  // or behind anything that may part cells, gets an apostrophe before it.
  const LIVE = /^(?=[=+\-@\t\r\n|%])|(?<=[,;\t|\r\n])(?=[=+\-@])/g;
  const safe = (text) => '"' + text.replace(LIVE, "'").replace(/"/g, '""') + '"';
  const csv = (table, separator) => sheetOf(table).map((row) => row.map(safe).join(separator) + "\r\n").join("");

  // What XML cannot hold becomes a space.
  const xml = (text) => forXml(text.replace(/[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, " "));

  function lettersOf(number) {
    return (number > 25 ? lettersOf(Math.floor(number / 26) - 1) : "") + String.fromCharCode(65 + (number % 26));
  }

  function workbook(table, { looks }) {
    const { title, status, address } = table;
    function cell(text, row, column) {
      const look = row === 0 ? looks.head : column === 0 ? looks.question : looks.text;
      const cut = text.length > LONGEST ? text.slice(0, LONGEST) + " […]" : text;
      // Excel reads _x0041_ as a sign.
      const shown = xml(cut).replace(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_");
      return `<c r="${lettersOf(column)}${row + 1}" s="${look}" t="inlineStr"><is><t xml:space="preserve">${shown}</t></is></c>`;
    }
    const rows = sheetOf(table).map((texts, row) => `<row r="${row + 1}">` + texts.map((text, n) => cell(text, row, n)).join("") + "</row>");
    return { rijen: rows.join(""), titel: xml(title), stand: xml(status), adres: xml(address) };
  }

  function document_({ title, status, address, words, heads, rows }, { shapes, width }) {
    const shape = (name, values) => fill(shapes[name], (open) => values[open]);
    const paragraph = (kind, text) => shape(kind, { woorden: xml(text) });
    const boxOf = ({ said, lines }) =>
      said.map((text) => paragraph("zegt", text)).join("") +
      lines.map(({ label, remark, text }) => shape("regel", { nummer: xml(label), woorden: xml((remark && " (" + remark + ")") + ": " + text) })).join("");
    const questionOf = ({ question, remarks }) => paragraph("vraag", question) + remarks.map((text) => paragraph("klein", text)).join("");
    function strip(first) {
      const [from, to] = [first * MOST_COLUMNS, (first + 1) * MOST_COLUMNS];
      const own = heads.slice(from, to);
      const widths = [QUESTION_WIDTH, ...own.map(() => Math.floor((width - QUESTION_WIDTH) / own.length))];
      const row = (kind, boxes) => shape(kind, { cellen: boxes.map((inhoud, n) => shape("cel", { breedte: widths[n], inhoud })).join("") });
      const head = row("koprij", [words.topic, ...own].map((text) => paragraph("kop", text)));
      const body = rows.map((one) => row("rij", [questionOf(one), ...one.cells.slice(from, to).map((cell) => boxOf(cell) || paragraph("zegt", ""))]));
      const grid = widths.map((breedte) => shape("kolom", { breedte })).join("");
      return shape("tabel", { breedte: widths.reduce((sum, one) => sum + one), kolommen: grid, rijen: head + body.join("") }) + shapes.na;
    }
    const strips = [...Array(Math.ceil(heads.length / MOST_COLUMNS)).keys()].map(strip);
    return { titel: xml(title), stand: xml(status), adres: xml(address), tabel: strips.join("") };
  }

  function made(parts, values) {
    return zipped(parts, parts.files.map(({ text }) => bytesIn(fill(text, (name) => values[name] ?? ""))));
  }

  // Let the buttons of a page give what `taken` says is shown; `name` is that of the files.
  kit.takeAlong = function (name, source, taken) {
    const parts = () => kit.load("meenemen", source);
    const on = (id, make) => kit.at(id).addEventListener("click", async () => make(await taken()));
    on("als-csv", (table) => kit.save(name + ".csv", "\ufeff", csv(table, ";")));
    on("als-csv-komma", (table) => kit.save(name + "-komma.csv", csv(table, ",")));
    on("als-xlsx", async (table) => (({ xlsx }) => kit.save(name + ".xlsx", made(xlsx, workbook(table, xlsx))))(await parts()));
    on("als-docx", async (table) => (({ docx }) => kit.save(name + ".docx", made(docx, document_(table, docx))))(await parts()));
  };
})();
