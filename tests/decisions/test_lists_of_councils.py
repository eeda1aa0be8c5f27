"""Lists of councils and of their decisions: filled with who is known, and taken back as a whole."""

from __future__ import annotations

from io import StringIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook
from xlsxwriter import Workbook

from decided import TEXT, Desk
from protocolkit.commands.submit_list import list_rows
from protocolkit.document.approvals import Decision
from typed import typed

_FILE = "protocols/pesten/de-brug.md"
_HEADS = ("Raad", "Geleding", "Recht", "Besluit", "Besloten op", "Overleg op", "Bewijs")


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    text = TEXT.replace("  status:", "  applies_to: [obs A, obs B, obs C]\n  status:")
    made = Desk(tmp_path, text)
    made.ask("MR A", schools=("obs A",))
    made.ask("MR B", schools=("obs B",))
    return made


def _rows(path: Path) -> list[list[str]]:
    return [list(row.cells.values()) for row in list_rows(path)[0]]


def _write(path: Path, *rows: tuple[str, ...], hidden: str = "") -> None:
    book = Workbook(str(path))
    sheet = book.add_worksheet()
    for number, row in enumerate((_HEADS, *rows)):
        sheet.write_row(number, 0, row)
    if hidden:
        sheet.set_column(hidden, None, None, {"hidden": True})
    book.close()


def test_a_mailing_list_has_the_councils_and_schools_that_are_known(desk: Desk) -> None:
    done = typed("submit", _FILE, "--list", "lijst.xlsx", cwd=desk.root)
    assert done.returncode == 0, done.stderr
    said = [" ".join(row) for row in _rows(desk.root / "lijst.xlsx")]
    assert said[1].startswith("MR A")
    assert said[2].startswith("MR B")
    assert "obs C" in said[3]
    assert len(said) == 4
    other = Desk(desk.root, TEXT.replace("title: Pesten", "title: Meer"), slug="de-linde")
    name = f"protocols/pesten/{other.path.name}"
    assert typed("submit", name, "--list", "ander.xlsx", cwd=desk.root).returncode == 0
    said = [" ".join(row) for row in _rows(desk.root / "ander.xlsx")]
    assert [line[:4] for line in said[1:]] == ["MR A", "MR B"]
    assert "2026-02-03" not in " ".join(said)


def _answer(monkeypatch: pytest.MonkeyPatch, reply: str) -> None:
    monkeypatch.setattr("sys.stdin", StringIO(reply))


def test_a_list_may_have_days_as_people_write_them(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    sheet = desk.root / "besluiten.xlsx"
    for unclear in ("10/3/2026", "10-3-26", "31-2-2026"):
        _write(sheet, ("MR A", "", "instemming", "verleend", unclear))
        assert typed("approve", _FILE, "--list", sheet.name, "--yes", cwd=desk.root).returncode == 2
    _write(
        sheet,
        ("MR A", "", "instemming", "verleend", "10-3-2026"),
        ("MR B", "", "instemming", "verleend", "17/3/2026"),
    )
    _answer(monkeypatch, "ja\n")
    done = typed("approve", _FILE, "--list", sheet.name, cwd=desk.root)
    assert done.returncode == 0, done.stderr
    assert [one.date for one in desk.protocol.facts.approvals] == ["2026-03-10", "2026-03-17"]


def test_decisions_come_back_through_a_list(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    _answer(monkeypatch, "")
    sheet = desk.root / "besluiten.xlsx"
    done = typed("approve", _FILE, "--list", sheet.name, cwd=desk.root)
    assert done.returncode == 0, done.stderr
    assert [row[0] for row in _rows(sheet)] == ["Raad", "MR A", "MR B"]
    _write(
        sheet,
        ("MR A", "", "instemming", "verleend", "2026-03-10"),
        ("MR B", "", "instemming", "niet gegeven", "2026-03-11"),
    )
    before = desk.path.read_bytes()
    done = typed("approve", _FILE, "--list", sheet.name, cwd=desk.root)
    assert (done.returncode, "[list-unconfirmed]" in done.stderr) == (2, True), done.stderr
    assert "MR B: onthouden, 11 maart 2026" in done.stderr, "a summary comes first"
    assert desk.path.read_bytes() == before
    done = typed("approve", _FILE, "--list", sheet.name, "--yes", cwd=desk.root)
    assert done.returncode == 0, done.stderr
    made = [one.decision for one in desk.protocol.facts.approvals]
    assert made == [Decision.GRANTED, Decision.WITHHELD]
    done = typed("approve", _FILE, "--list", "nieuw.xlsx", cwd=desk.root)
    assert "[list-nobody]" in done.stderr


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ([("MR A", "", "instemming", "positief", "2026-03-10")], ["decision-unknown", ":2"]),
        ([("MR A", "", "instemming", "verleend", "")], ["list-row", "rij 2"]),
        (
            [
                ("MR A", "", "instemming", "verleend", "gisteren"),
                ("MR B", "", "instemming", "verleend", ""),
            ],
            ["list-rows", "rij 2", "rij 3"],
        ),
        (
            [
                ("MR A", "", "instemming", "verleend", "2026-03-10"),
                ("MR X", "", "instemming", "verleend", "2026-03-10"),
            ],
            ["body-unknown", ":3"],
        ),
        ([("MR A", "", "instemming", "", "")], ["list-empty"]),
    ],
)
def test_one_row_that_is_wrong_leaves_all_undone(
    desk: Desk, rows: list[tuple[str, ...]], said: list[str]
) -> None:
    sheet = desk.root / "besluiten.xlsx"
    _write(sheet, *rows)
    before = desk.path.read_bytes()
    done = typed("approve", _FILE, "--list", sheet.name, "--yes", cwd=desk.root)
    assert done.returncode == 2
    assert all(one in done.stderr for one in said), done.stderr
    assert desk.path.read_bytes() == before


def test_a_list_stands_alone(desk: Desk) -> None:
    done = typed("approve", _FILE, "--list", "x.xlsx", "--body", "MR A", cwd=desk.root)
    assert (done.returncode, "[list-alone]" in done.stderr) == (2, True)
    done = typed("approve", _FILE, "--decision", "verleend", cwd=desk.root)
    assert (done.returncode, "--body" in done.stderr) == (2, True)


_GRANTED = ("MR A", "", "instemming", "verleend", "46091", "2026-03-05", "x/besluit.pdf")


@pytest.mark.parametrize("column", ["E:E", "G:G"])
def test_what_nobody_sees_in_a_list_is_not_recorded(desk: Desk, column: str) -> None:
    sheet = desk.root / "besluiten.xlsx"
    _write(sheet, _GRANTED, hidden=column)
    before = desk.path.read_bytes()
    done = typed("approve", _FILE, "--list", sheet.name, "--yes", cwd=desk.root)
    assert (done.returncode, "[list-hidden-column]" in done.stderr) == (2, True), done.stderr
    assert ("2026-03-10" if column == "E:E" else "x/besluit.pdf") in done.stderr
    assert desk.path.read_bytes() == before


_OWN = "hoort niet bij deze lijst: wat daar staat, wordt niet vastgelegd"


@pytest.mark.parametrize(
    ("head", "said", "is_own"),
    [
        ("Opmerking", "gebeld op maandag", True),
        ("Contact", "secretariaat", True),
        ("Besluit 2", "zie brief", False),
        ("Besluitdatum", "12 maart", False),
        ("Uitslag", "verleend", False),
        ("", "gebeld", False),
    ],
)
def test_a_column_of_ones_own_is_told_and_not_read(
    desk: Desk, head: str, said: str, is_own: bool
) -> None:
    book = Workbook(str(desk.root / "besluiten.xlsx"))
    sheet = book.add_worksheet()
    sheet.write_row(0, 0, (*_HEADS, head))
    sheet.write_row(1, 0, (*_GRANTED, said))
    book.close()
    before = desk.path.read_bytes()
    done = typed("approve", _FILE, "--list", "besluiten.xlsx", "--yes", cwd=desk.root)
    assert (_OWN in done.stderr) == is_own, done.stderr
    assert ("[list-head-unknown]" in done.stderr) != is_own, done.stderr
    assert (desk.path.read_bytes() != before) == ("bewijs" not in done.stderr and is_own)


def test_a_column_of_ones_own_in_a_mailing_list(desk: Desk) -> None:
    typed("submit", _FILE, "--list", "lijst.xlsx", cwd=desk.root)
    made = load_workbook(desk.root / "lijst.xlsx")
    sheet = made.worksheets[0]
    sheet.cell(1, sheet.max_column + 1, "Opmerking")
    sheet.cell(2, sheet.max_column, "gebeld")
    for row in range(sheet.max_row, 1, -1):
        sheet.delete_rows(row)
    cells = ("MR Z", "", "advies", "2026-02-03", "", "2026-03-31", "", "obs A", "", "", "gebeld")
    sheet.append(cells)
    made.save(desk.root / "lijst.xlsx")
    done = typed("submit", _FILE, "--list", "lijst.xlsx", cwd=desk.root)
    assert (done.returncode, "'Opmerking' (K) " + _OWN in done.stderr) == (0, True), done.stderr
    assert desk.protocol.facts.approvals[-1].body == "MR Z"


def test_what_is_confirmed_is_all_that_is_recorded(desk: Desk) -> None:
    sheet = desk.root / "besluiten.xlsx"
    _write(sheet, _GRANTED)
    done = typed("approve", _FILE, "--list", sheet.name, cwd=desk.root)
    line = "MR A: verleend, 10 maart 2026; overleg op 5 maart 2026; bewijs: besluit.pdf"
    assert line in done.stderr


def test_a_formula_that_nobody_worked_out_is_no_name(desk: Desk) -> None:
    book = Workbook(str(desk.root / "lijst.xlsx"))
    sheet = book.add_worksheet()
    sheet.write_row(0, 0, ("Raad", "Recht", "Voorgelegd op", "Antwoord uiterlijk op"))
    sheet.write_row(1, 0, ("", "instemming", "2026-02-03", "2026-03-31"))
    sheet.write_formula(1, 0, "=A3", None, "")
    book.close()
    done = typed("submit", _FILE, "--list", "lijst.xlsx", cwd=desk.root)
    assert (done.returncode, "[list-formula]" in done.stderr) == (2, True), done.stderr


def test_articles_that_are_the_same_are_told_once(tmp_path: Path) -> None:
    desk = Desk(tmp_path, TEXT.replace("geschorst", "geschorst voor de veiligheid"))
    book = Workbook(str(tmp_path / "lijst.xlsx"))
    sheet = book.add_worksheet()
    sheet.write_row(0, 0, ("Raad", "Recht", "Voorgelegd op", "Antwoord uiterlijk op"))
    for number in range(1, 4):
        row = (f"MR {number}", "instemming", "2026-02-03", "2026-03-31")
        sheet.write_row(number, 0, row)
    book.close()
    done = typed("submit", _FILE, "--list", "lijst.xlsx", cwd=desk.root)
    assert done.returncode == 0, done.stderr
    assert done.stderr.count("Wms, artikel 10 e") == 1
    assert "--body … --ground" in done.stderr


@pytest.mark.parametrize("width", [0, 0.05, 0.2])
def test_a_column_without_width_is_hidden(desk: Desk, width: float) -> None:
    book = Workbook(str(desk.root / "besluiten.xlsx"))
    sheet = book.add_worksheet()
    sheet.write_row(0, 0, _HEADS)
    sheet.write_row(1, 0, _GRANTED)
    sheet.set_column(4, 4, width)
    book.close()
    done = typed("approve", _FILE, "--list", "besluiten.xlsx", "--yes", cwd=desk.root)
    assert (done.returncode, "[list-hidden-column]" in done.stderr) == (2, True), done.stderr


def test_columns_that_are_all_without_width_are_hidden(desk: Desk) -> None:
    book = Workbook(str(desk.root / "besluiten.xlsx"))
    sheet = book.add_worksheet()
    sheet.write_row(0, 0, _HEADS)
    sheet.write_row(1, 0, _GRANTED)
    sheet.set_column(0, 3, 20)
    book.close()
    part = "xl/worksheets/sheet1.xml"
    with ZipFile(desk.root / "besluiten.xlsx") as made, ZipFile(desk.root / "x.xlsx", "w") as flat:
        for name in made.namelist():
            content = made.read(name)
            if name == part:
                content = content.replace(
                    b"<sheetFormatPr ", b'<sheetFormatPr defaultColWidth="0" '
                )
            flat.writestr(name, content)
    done = typed("approve", _FILE, "--list", "x.xlsx", "--yes", cwd=desk.root)
    assert (done.returncode, "[list-hidden-column]" in done.stderr) == (2, True), done.stderr


_ASKED = ("Raad", "Geleding", "Recht", "Voorgelegd op", "Antwoord uiterlijk op", "Grond")
_ROWS = (
    ("MR C", "ouders", "instemming", "2026-02-03", "2026-03-31", "artikel 13"),
    ("MR D", "", "ter kennisneming", "2026-02-03", "", ""),
)


def _asked(desk: Desk, heads: tuple[str, ...], *rows: tuple[str, ...]) -> tuple[int, str]:
    book = Workbook(str(desk.root / "lijst.xlsx"))
    sheet = book.add_worksheet()
    for number, row in enumerate((heads, *rows)):
        sheet.write_row(number, 0, row)
    book.close()
    before = desk.path.read_bytes()
    done = typed("submit", _FILE, "--list", "lijst.xlsx", cwd=desk.root)
    assert (done.returncode == 0) == (desk.path.read_bytes() != before)
    return done.returncode, done.stderr


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("Geleding", "Sectie", "list-head-unknown"),
        ("Grond", "Artikel", "list-head-unknown"),
        ("Grond", "", "list-head-unknown"),
        ("Antwoord uiterlijk op", "Uiterlijk antwoord", "list-head-unknown"),
        ("Voorgelegd op", "Verstuurd", "list-head-unknown"),
        ("Grond", "geleding", "list-head-twice"),
    ],
)
def test_a_head_that_was_changed_is_told(tmp_path: Path, old: str, new: str, code: str) -> None:
    heads = tuple(new if one == old else one for one in _ASKED)
    status, said = _asked(Desk(tmp_path), heads, *_ROWS)
    assert (status, f"[{code}]" in said, "lijst.xlsx" in said) == (2, True, True), said
    assert f"'{new or '–'}'" in said or code == "list-head-twice"
    assert all(f"'{one}'" in said for one in _ASKED), said


def test_a_head_that_is_not_there_is_told(tmp_path: Path) -> None:
    for at in (3, 4):
        less = [tuple(cell for n, cell in enumerate(row) if n != at) for row in (_ASKED, *_ROWS)]
        status, said = _asked(Desk(tmp_path), *less)
        assert (status, f"de kop '{_ASKED[at]}' ontbreekt" in said) == (2, True), said


def test_capitals_spaces_and_marks_in_a_head_do_not_count(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    heads = ("RAAD:", " geleding", "Recht ", "voorgelegd  op", "antwoord  uiterlijk OP ", "grond.")
    status, said = _asked(desk, heads, *_ROWS)
    assert status == 0, said
    first = desk.protocol.facts.approvals[0]
    assert (first.section, first.before, first.ground) == ("ouders", "2026-03-31", "artikel 13")


def test_a_row_without_the_day_of_the_answer_is_told(tmp_path: Path) -> None:
    row = (*_ROWS[0][:4], "", "")
    status, said = _asked(Desk(tmp_path), _ASKED, _ROWS[1], row)
    assert (status, "rij 3: onder 'Antwoord uiterlijk op'" in said) == (2, True), said
    status, said = _asked(Desk(tmp_path), _ASKED, (*row[:3], "", "2026-03-31", ""))
    assert (status, "rij 2: onder 'Voorgelegd op'" in said) == (2, True), said


def test_all_rows_that_are_wrong_are_told_with_their_number(desk: Desk, tmp_path: Path) -> None:
    wrong = [(*row[:1], "buren", *row[2:]) for row in _ROWS]
    status, said = _asked(Desk(tmp_path / "x"), _ASKED, wrong[0], _ROWS[1], ("", *wrong[0][1:]))
    assert (status, "rij 4" in said) == (2, True), said
    status, said = _asked(
        Desk(tmp_path / "y"), _ASKED, wrong[0], (*_ROWS[1][:3], "2099-01-01", "", "")
    )
    assert (status, "[list-rows]" in said, "rij 2: " in said, "rij 3: " in said) == (2,) + (
        True,
    ) * 3, said
    _write(
        desk.root / "b.xlsx",
        ("MR X", "", "instemming", "verleend", "2026-03-10"),
        ("MR Y", "", "instemming", "verleend", "2026-03-10"),
    )
    done = typed("approve", _FILE, "--list", "b.xlsx", "--yes", cwd=desk.root)
    assert all(one in done.stderr for one in ("rij 2: ", "rij 3: ", "MR X", "MR Y")), done.stderr


def test_a_changed_head_of_a_list_of_decisions_is_told(desk: Desk) -> None:
    row = ("MR A", "", "instemming", "verleend", "2026-03-10", "2026-03-05", "")
    for at, head in enumerate(_HEADS):
        book = Workbook(str(desk.root / "b.xlsx"))
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, tuple("Kop" if one == head else one for one in _HEADS))
        sheet.write_row(1, 0, row)
        book.close()
        done = typed("approve", _FILE, "--list", "b.xlsx", cwd=desk.root)
        told = "[list-head-" in done.stderr
        assert told == bool(row[at] or head == "Besluit"), (head, done.stderr)
