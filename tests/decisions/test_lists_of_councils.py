"""Lists of councils and of their decisions: filled with who is known, and taken back as a whole."""

from __future__ import annotations

from pathlib import Path
from zipfile import ZipFile

import pytest
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


def test_decisions_come_back_through_a_list(desk: Desk) -> None:
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
