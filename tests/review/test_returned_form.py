"""The form of a dossier comes back filled in: each row at its clause, or reported without one."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from docx.table import Table
from openpyxl.comments import Comment
from openpyxl.worksheet.worksheet import Worksheet

from one_protocol import headed, placed
from programs import Start
from protocolkit.document.outline import labels
from protocolkit.reading.reader import read_protocol_text
from protocolkit.reading.words_left_out import LeftOutReason
from protocolkit.review.gathering import read_returned
from protocolkit.review.remarks import Review
from returned_form import changed_parts, edited_paper, edited_sheet
from returned_odt import as_odt
from typed import typed

_TEXT = (
    headed("Telefoons")
    + """{#h-1}
## 1 In de klas

{#a1}
1. Een telefoon ligt tijdens de les in de kluis van de klas.

{#a2}
2. De leraar mag het gebruik toestaan voor een opdracht, als dat in het lesplan van die dag staat en
   de ouders daarvan weten. Hij schrijft op waarom, hoe lang, en voor welke leerlingen. Hij bewaart
   dat tot het eind van het schooljaar, en laat het zien aan de directeur wanneer die daarom vraagt.

{#a3}
3. Wie zich er niet aan houdt, levert het toestel in bij de conciërge.

{#h-2}
## Sancties

{#a4}
1. De tweede keer bellen wij de ouders.
"""
)
PROTOCOL = read_protocol_text(_TEXT, subject="telefoons", slug="de-brug").protocol
LABELS = labels(PROTOCOL)
Edit = Callable[[Worksheet], None]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return placed(tmp_path, _TEXT, "telefoons")


def _filled(edit: Edit) -> bytes:
    return edited_sheet(PROTOCOL, edit)


def _read(root: Path, content: bytes, name: str = "formulier.xlsx") -> Review:
    path = root / name
    path.write_bytes(content)
    return read_returned(path, root).review


def _said(found: Review) -> list[tuple[str, str]]:
    return [(one.text, one.anchor) for one in found.remarks]


def _write(sheet: Worksheet) -> None:
    sheet["C2"], sheet["D2"] = "Waarom een kluis?", "ouders"
    sheet["C5"] = "Bel eerder.\nDezelfde dag."


def test_each_row_stands_at_its_clause(root: Path) -> None:
    found = _read(root, _filled(_write))
    assert _said(found) == [("Waarom een kluis?", "a1"), ("Bel eerder.\nDezelfde dag.", "a4")]
    assert [(one.author, one.placed_by.value, one.id) for one in found.remarks] == [
        ("ouders", "anchor", "C2"),
        ("", "anchor", "C5"),
    ]
    assert found.changes == ()


def _no_anchors(sheet: Worksheet) -> None:
    sheet.delete_cols(5)


def _moved_column(sheet: Worksheet) -> None:
    sheet.insert_cols(1)
    sheet.move_range("D1:D9", cols=-3)
    sheet.delete_cols(4)


def _other_heads(sheet: Worksheet) -> None:
    for column, name in enumerate(("Nr", "Wat er staat", "Reactie MR", "Wie", "code"), start=1):
        sheet.cell(1, column).value = name


def _no_heads(sheet: Worksheet) -> None:
    sheet.delete_rows(1)


def _sorted(sheet: Worksheet) -> None:
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=2)]
    for at, row in enumerate(reversed(rows), start=2):
        for column, value in enumerate(row, start=1):
            sheet.cell(at, column).value = value


@pytest.mark.parametrize(
    "edit",
    [_no_anchors, _moved_column, _other_heads, _no_heads, _sorted],
    ids=lambda one: one.__name__,
)
def test_what_people_do_to_a_sheet_moves_no_remark(root: Path, edit: Edit) -> None:
    def both(sheet: Worksheet) -> None:
        sheet["C2"], sheet["C5"] = "Waarom een kluis?", "Bel eerder."
        edit(sheet)

    found = _read(root, _filled(both))
    assert sorted(_said(found)) == [("Bel eerder.", "a4"), ("Waarom een kluis?", "a1")]
    assert found.changes == ()


def test_words_on_behalf_of_whom_without_a_remark_are_told_once(root: Path) -> None:
    def write(sheet: Worksheet) -> None:
        for row, said in enumerate(("Te laat", "Te laat", "de ouders"), start=2):
            sheet.cell(row, 4).value = said

    found = _read(root, _filled(write))
    assert (found.remarks, found.changes) == ((), ())
    assert [(one.words, one.reason) for one in found.passed_over] == [
        ("Te laat", LeftOutReason.WHOM_ALONE)
    ]


@pytest.mark.parametrize(
    ("heads", "whom"),
    [
        (("Nr", "Wat er staat", "Reactie", "Van wie"), "de raad"),
        (("Nr", "Tekst", "Reactie", "Geleding"), "oudergeleding van de GMR"),
        (("Bepaling", "Tekst", "Uw opmerking", "Zegt"), "GMR De Brug"),
        (("Bepaling", "Tekst", "Uw opmerking", "Wie?"), "Fatima (klas 2)"),
    ],
)
def test_on_whose_behalf_is_known_by_what_stands_there_or_a_head_of_others(
    root: Path, heads: tuple[str, ...], whom: str
) -> None:
    def write(sheet: Worksheet) -> None:
        for column, name in enumerate(heads, start=1):
            sheet.cell(1, column).value = name
        sheet["C2"], sheet["D2"] = "Waarom een kluis?", whom

    [one] = _read(root, _filled(write)).remarks
    assert (one.text, one.anchor, one.whom) == ("Waarom een kluis?", "a1", whom)


def test_an_only_remark_in_few_words_is_no_name_of_who_speaks(root: Path) -> None:
    def write(sheet: Worksheet) -> None:
        sheet["C1"], sheet["D1"] = "Reactie", "Bijzonder"
        sheet["C2"] = "Ouders"

    assert _said(_read(root, _filled(write))) == [("Ouders", "a1")]


def test_an_anchor_that_lies_is_not_believed(root: Path) -> None:
    def sort_one_column(sheet: Worksheet) -> None:
        sheet["C2"] = "Waarom een kluis?"
        anchors = [sheet.cell(row, 5).value for row in range(2, 6)]
        for row, anchor in enumerate(reversed(anchors), start=2):
            sheet.cell(row, 5).value = anchor

    [one] = _read(root, _filled(sort_one_column)).remarks
    assert (one.text, one.anchor) == ("Waarom een kluis?", "")
    assert "kluis van de klas" in one.quote


def test_an_extra_row_is_reported_with_its_text(root: Path) -> None:
    def add(sheet: Worksheet) -> None:
        sheet.insert_rows(3)
        sheet["C3"], sheet["D3"] = "Wij missen een regel over horloges.", "leerlingen"
        sheet["A9"] = "Algemeen: helder stuk."

    found = _read(root, _filled(add))
    assert [(one.text, one.anchor, one.near) for one in found.remarks] == [
        ("Wij missen een regel over horloges.", "", "a1"),
        ("Algemeen: helder stuk.", "", "a4"),
    ]
    assert found.remarks[0].author == "leerlingen"


def test_an_unknown_column_is_a_remark_too(root: Path) -> None:
    def add(sheet: Worksheet) -> None:
        sheet["F1"], sheet["F3"] = "Vraag", "Geldt dit ook in de pauze?"

    found = _read(root, _filled(add))
    assert ("Geldt dit ook in de pauze?", "a2") in _said(found)


def test_a_text_that_was_edited_is_a_change(root: Path) -> None:
    def edit(sheet: Worksheet) -> None:
        sheet["B2"] = "1. Een telefoon ligt de hele dag in de kluis van de klas."

    [change] = _read(root, _filled(edit)).changes
    assert (change.anchor, change.tracked) == ("a1", False)
    assert "tijdens de les" in change.old
    assert "de hele dag" in change.new


def test_a_formula_is_text_and_is_never_run(root: Path) -> None:
    def formulas(sheet: Worksheet) -> None:
        sheet["C2"] = '=HYPERLINK("http://voorbeeld.test","klik")'
        sheet["C3"] = "=1+1"

    assert _said(_read(root, _filled(formulas))) == [
        ('=HYPERLINK("http://voorbeeld.test","klik")', "a1"),
        ("=1+1", "a2"),
    ]


def test_notes_on_cells_are_remarks(root: Path) -> None:
    def note(sheet: Worksheet) -> None:
        sheet["B4"].comment = Comment("Waarom de conciërge?", "J. Jansen")
        sheet["B40"].comment = Comment("Los.", "J. Jansen")

    found = _read(root, _filled(note)).remarks
    assert [(one.text, one.anchor, one.author) for one in found] == [
        ("Waarom de conciërge?", "a3", "J. Jansen"),
        ("Los.", "", "J. Jansen"),
    ]


def _on_paper(edit: Callable[[Table], None]) -> bytes:
    return edited_paper(PROTOCOL, edit)


def test_the_paper_form_is_read_by_its_labels(root: Path) -> None:
    def write(table: Table) -> None:
        table.cell(2, 2).text = "Lang.\nKan dit korter?"
        table.cell(4, 2).text = "Bel eerder."
        row = table.add_row()  # type: ignore[no-untyped-call]
        row.cells[2].text = "En horloges?"

    paper = _on_paper(write)
    for name, content in (("formulier.docx", paper), ("formulier.odt", as_odt(paper))):
        found = _read(root, content, name)
        assert [(one.text, one.anchor, one.near) for one in found.remarks] == [
            ("Lang. Kan dit korter?", "a2", ""),
            ("Bel eerder.", "a4", ""),
            ("En horloges?", "", "a4"),
        ]
        assert (found.changes, found.passed_over) == ((), ())


def test_libreoffice_writer_gives_the_same(root: Path, soffice: str, start: Start) -> None:
    def write(table: Table) -> None:
        table.cell(1, 2).text = "Waarom een kluis?"
        table.cell(4, 2).text = "Bel eerder."

    path = root / "in" / "formulier.docx"
    path.parent.mkdir()
    path.write_bytes(_on_paper(write))
    profile = f"-env:UserInstallation={(root / 'profile').as_uri()}"
    out = root / "uit"
    start(soffice, profile, "--headless", "--convert-to", "docx", "--outdir", str(out), str(path))
    found = read_returned(out / "formulier.docx", root).review
    assert _said(found) == [("Waarom een kluis?", "a1"), ("Bel eerder.", "a4")]


def test_other_heads_and_another_order_on_paper(root: Path) -> None:
    def write(table: Table) -> None:
        for at, name in enumerate(("nr.", "begin", "onze reactie")):
            table.cell(0, at).text = name
        table.cell(1, 2).text = "Waarom?"
        last = table.rows[-1]._tr
        table.rows[1]._tr.addprevious(last)

    assert _said(_read(root, _on_paper(write), "formulier.docx")) == [("Waarom?", "a1")]


def test_a_label_beside_the_text_of_another_clause_is_not_believed(root: Path) -> None:
    def write(table: Table) -> None:
        table.cell(1, 0).text = LABELS["a4"]
        table.cell(1, 2).text = "Waarom?"

    assert _said(_read(root, _on_paper(write), "formulier.docx")) == [("Waarom?", "")]


def _bomb(parts: dict[str, bytes]) -> None:
    parts["xl/worksheets/sheet1.xml"] = b"<a>" + b" " * 30_000_000 + b"</a>"


def _entity(parts: dict[str, bytes]) -> None:
    parts["xl/worksheets/sheet1.xml"] = b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'


def _torn(parts: dict[str, bytes]) -> None:
    name = "xl/worksheets/sheet1.xml"
    parts[name] = parts[name][: len(parts[name]) // 2]


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (_bomb, "import-unpacks-too-large"),
        (_entity, "import-unsafe-xml"),
        (_torn, "import-damaged"),
    ],
)
def test_what_is_unsafe_or_torn_is_refused(
    root: Path, change: Callable[[dict[str, bytes]], None], code: str
) -> None:
    (root / "f.xlsx").write_bytes(changed_parts(_filled(_write), change))
    done = typed("comments", "f.xlsx", cwd=root)
    assert (done.returncode, f"[{code}]" in done.stderr) == (2, True), done.stderr


def test_odd_values_in_cells_are_no_traceback(root: Path) -> None:
    def spoil(parts: dict[str, bytes]) -> None:
        name = "xl/worksheets/sheet1.xml"
        sheet = (
            parts[name].replace(b'r="A2"', b'r="ZZZZ99999999999"').replace(b"<v>3</v>", b"<v>x</v>")
        )
        parts[name] = sheet.replace(b"<v>5</v>", b"<v>99999999999999999999</v>")

    (root / "f.xlsx").write_bytes(changed_parts(_filled(_write), spoil))
    done = typed("comments", "f.xlsx", cwd=root)
    assert "Traceback" not in done.stderr
    assert done.returncode == 0, done.stderr
    assert "Waarom een kluis?" in done.stdout


_SHEET = "xl/worksheets/sheet1.xml"


def _many_digits(parts: dict[str, bytes]) -> None:
    parts[_SHEET] = re.sub(rb"<v>\d+</v>", b"<v>" + b"1" * 6_000 + b"</v>", parts[_SHEET])


def _author_of_many_digits(parts: dict[str, bytes]) -> None:
    [name] = [name for name in parts if re.search(r"comments?/?\w*\.xml$", name)]
    parts[name] = parts[name].replace(b'authorId="0"', b'authorId="' + b"1" * 6_000 + b'"')


@pytest.mark.parametrize("change", [_many_digits, _author_of_many_digits])
def test_a_number_of_thousands_of_digits_names_nothing(
    root: Path, change: Callable[[dict[str, bytes]], None]
) -> None:
    def note(sheet: Worksheet) -> None:
        sheet["B4"].comment = Comment("Waarom de conciërge?", "J. Jansen")

    (root / "f.xlsx").write_bytes(changed_parts(_filled(note), change))
    done = typed("comments", "f.xlsx", "--text", "telefoons/de-brug", cwd=root)
    assert "Traceback" not in done.stderr
    assert done.returncode == 0, done.stderr
    assert "Waarom de conciërge?" in done.stdout


def test_what_cannot_be_shown_is_seen_to_have_been_there(root: Path) -> None:
    def write(sheet: Worksheet) -> None:
        sheet["C2"] = "zie _xD800_ en _x001B_[2J_x0000__x0007_ en _x009B_31m op"
        sheet["C3"], sheet["D3"] = "een_x000D__x000A_twee_xD83D__xDE00_", "ou_x001B_ders"

    (root / "f.xlsx").write_bytes(_filled(write))
    for form in ("text", "json"):
        done = typed("comments", "f.xlsx", "--format", form, cwd=root)
        assert done.returncode == 0, done.stderr
        assert "zie \ufffd en \ufffd[2J\ufffd\ufffd en \ufffd31m op" in done.stdout
        assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]", done.stdout)
    found = read_returned(root / "f.xlsx", root).review
    assert [(one.text, one.author) for one in found.remarks][1] == ("een\ntwee😀", "ou\ufffdders")
    assert typed("comments", "f.xlsx", "--answers", cwd=root).returncode == 0


def test_what_stands_in_a_hidden_column_is_named_and_is_no_remark(root: Path) -> None:
    def write(sheet: Worksheet) -> None:
        _write(sheet)
        sheet["C3"], sheet["B4"] = "Wegopmerking.", "3. Wegwijziging staat hier."
        sheet["C3"].comment = Comment("Wegnoot.", "J. Jansen")

    def hide(parts: dict[str, bytes]) -> None:
        columns = b'<col min="2" max="2" width="0"/><col min="3" max="3" hidden="1"/>'
        # Said again and again, and with an end before its start: it stays two columns.
        columns += columns * 9 + b'<col min="3" max="2" hidden="1"/><col min="0" hidden="1"/>'
        columns = b"<cols>" + columns + b"</cols>"
        parts[_SHEET] = re.sub(rb"<cols>.*</cols>", columns, parts[_SHEET])

    found = _read(root, changed_parts(_filled(write), hide))
    assert "Wegopmerking." in [one.words for one in found.passed_over]
    assert ("B4", "3. Wegwijziging staat hier.") in [
        (one.place, one.words) for one in found.passed_over
    ]
    assert ("C3", "Wegnoot.") in [(one.place, one.words) for one in found.passed_over]
    assert not any("Weg" in one.text for one in found.remarks)
    assert found.changes == ()


@pytest.mark.parametrize("state", ["hidden", "veryHidden"])
def test_what_stands_on_a_hidden_sheet_is_named_and_is_no_remark(root: Path, state: str) -> None:
    def write(sheet: Worksheet) -> None:
        _write(sheet)
        sheet["C3"] = "Wegopmerking."
        sheet["A5"].comment = Comment("Wegnoot.", "J. Jansen")
        sheet.parent.create_sheet("Zichtbaar")
        sheet.parent.active = 1
        sheet.sheet_state = state

    found = _read(root, _filled(write))
    assert (found.remarks, found.changes) == ((), ())
    words = [one.words for one in found.passed_over]
    assert {"Wegopmerking.", "Waarom een kluis?", "Wegnoot."} <= set(words)


def test_what_stands_in_hidden_rows_is_named_and_is_no_remark(root: Path) -> None:
    def write(sheet: Worksheet) -> None:
        _write(sheet)
        sheet["C3"], sheet["B4"] = "Wegopmerking.", "3. Wegwijziging staat hier."
        sheet["A5"].comment = Comment("Wegnoot.", "J. Jansen")
        sheet.row_dimensions[3].hidden = sheet.row_dimensions[5].hidden = True

    def flatten(parts: dict[str, bytes]) -> None:
        parts[_SHEET] = parts[_SHEET].replace(b'<row r="4"', b'<row ht="0" r="4"')

    found = _read(root, changed_parts(_filled(write), flatten))
    assert _said(found) == [("Waarom een kluis?", "a1")]
    assert found.changes == ()
    assert [(one.place, one.words) for one in found.passed_over] == [
        ("C3", "Wegopmerking."),
        ("B4", "3. Wegwijziging staat hier."),
        ("C5", "Bel eerder.\nDezelfde dag."),
        ("A5", "Wegnoot."),
    ]
    done = typed("comments", "formulier.xlsx", cwd=root)
    assert "Weggelaten (verborgen), formulier.xlsx C3: “Wegopmerking.”" in done.stderr
    assert "Weg" not in done.stdout


@pytest.mark.parametrize(
    ("said", "count"),
    [
        ("Dit is te streng.", 1),
        ("wij willen dat ook de ouders dit horen", 1),
        ("MR De Brug", 0),
        ("Jan Jansen", 0),
    ],
)
def test_a_remark_in_the_column_of_who_says_it_is_one(root: Path, said: str, count: int) -> None:
    def write(table: Table) -> None:
        table.cell(1, 3).text = said

    found = _read(root, edited_paper(PROTOCOL, write), "formulier.docx")
    assert [(one.text, bool(one.anchor), one.whom) for one in found.remarks] == [
        (said, True, "")
    ] * count
