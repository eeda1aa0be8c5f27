"""Answers are filled in on a spreadsheet and read back; what has no place is placed by hand."""

from __future__ import annotations

import json
import subprocess
import zipfile
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from docx import Document
from openpyxl.worksheet.worksheet import Worksheet

from examples import few
from import_quality import own_word
from one_protocol import headed
from protocolkit.reading.found_problems import Report
from protocolkit.reading.reader import read_protocol_text
from protocolkit.review.on_behalf import Side
from protocolkit.review.reply_file import Reply, Verdict, read_replies_text
from protocolkit.review.reply_filling import filled_in
from protocolkit.review.reply_sheet import SheetAnswer
from returned_word import ReturnedWord
from typed import Typed, typed

_TEXT = (
    headed("Pesten")
    + """## 1 Voor leerlingen

{#a1}
1. Wie een ander pest, gaat nog dezelfde dag naar de mentor van de klas.

{#a2}
2. De mentor belt de ouders van alle kinderen die bij het pesten waren.
"""
)
_SHEET = "antwoorden.xlsx"
_SIDE, _CLAUSE, _NEAR, _QUOTE, _REMARK, _ANSWER, _REASON, _CHANGE, _KEY = range(1, 10)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    path = tmp_path / "protocollen" / "protocols" / "pesten" / "de-brug.md"
    path.parent.mkdir(parents=True)
    path.write_text(_TEXT, "utf-8")
    protocol = read_protocol_text(_TEXT, subject="pesten", slug="de-brug").protocol
    word = ReturnedWord(own_word(protocol))
    word.on("Waarom de ouders?", "belt de ouders", author="Jan Jansen")
    word.on("=1+1 en 'zo'\nen verder", "nog dezelfde dag", author="MR De Brug")
    (tmp_path / "retour.docx").write_bytes(word.content())
    (tmp_path / "mail.txt").write_text("En de gymzaal dan?\n", "utf-8")
    return tmp_path / "protocollen"


def _asked(root: Path, *more: str) -> Typed:
    text = ("--text", "protocols/pesten/de-brug.md")
    return typed("comments", "../retour.docx", "../mail.txt", *text, *more, cwd=root)


def _sheet(root: Path, *more: str) -> Typed:
    return _asked(root, "--sheet", f"../{_SHEET}", *more)


def _edit(root: Path, edit: Callable[[Worksheet], None]) -> None:
    book = openpyxl.load_workbook(root.parent / _SHEET)
    edit(book.worksheets[0])
    book.save(root.parent / _SHEET)


def _yaml(root: Path) -> Path:
    return root / "protocols" / "pesten" / "de-brug.reacties.yml"


def _replies(root: Path) -> dict[str, Reply]:
    report = Report("")
    found = read_replies_text(_yaml(root).read_text("utf-8"), report)
    assert not report.problems
    return {one.said.splitlines()[0]: one for one in found}


def _row_of(sheet: Worksheet, remark: str) -> int:
    said = [str(row[_REMARK - 1].value) for row in sheet.iter_rows(min_row=2)]
    return 2 + next(at for at, text in enumerate(said) if text.startswith(remark))


def test_a_sheet_is_made_with_a_row_for_each_remark_and_no_name(root: Path) -> None:
    done = _sheet(root)
    assert done.returncode == 0, done.stderr
    assert "Vul dit rekenblad in" in done.stderr
    sheet = openpyxl.load_workbook(root.parent / _SHEET).worksheets[0]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=2)]
    assert [(row[_SIDE - 1], row[_CLAUSE - 1], row[_REMARK - 1]) for row in rows] == [
        ("", "1.2", "Waarom de ouders?"),
        ("raad", "1.1", "=1+1 en 'zo'\nen verder"),
        ("", "", "En de gymzaal dan?"),
    ]
    assert {cell.data_type for row in sheet.iter_rows() for cell in row if cell.value} == {"s"}
    with zipfile.ZipFile(root.parent / _SHEET) as packed:
        everything = b"".join(packed.read(name) for name in packed.namelist())
    assert b"Jansen" not in everything


def test_what_was_filled_in_comes_back_and_goes_on_paper(root: Path) -> None:
    _sheet(root)

    def fill(sheet: Worksheet) -> None:
        row = _row_of(sheet, "Waarom")
        sheet.cell(row, _ANSWER).value = "Deels  overgenomen"
        sheet.cell(row, _REASON).value = "Zij horen het.\nEn graag."
        sheet.cell(row, _CHANGE).value = "1.1"
        sheet.cell(_row_of(sheet, "En de gym"), _CLAUSE).value = "1.2"

    _edit(root, fill)
    done = _sheet(root, "--paper", "../reactie.docx")
    assert done.returncode == 0, done.stderr
    assert "nieuw: 0; nog open: 2" in done.stderr
    found = _replies(root)
    assert found["Waarom de ouders?"].answer is Verdict.PARTLY
    assert found["Waarom de ouders?"].reason == "Zij horen het.\nEn graag."
    assert (found["Waarom de ouders?"].change, found["En de gymzaal dan?"].about) == ("a1", "a2")
    paper = Document(str(root.parent / "reactie.docx"))
    rows = [[cell.text for cell in row.cells] for table in paper.tables for row in table.rows]
    (own,) = [row for row in rows if row[1] == "“belt de ouders”\nWaarom de ouders?"]
    assert own[2].startswith("Deels overgenomen.\nZij horen het.\nEn graag.\nZie 1.1, nu: “Wie een")
    assert ["1.2", "En de gymzaal dan?", "NOG GEEN ANTWOORD."] in rows
    kept = _yaml(root).read_bytes()
    assert _sheet(root).returncode == 0
    assert _yaml(root).read_bytes() == kept


def test_on_whose_behalf_a_remark_is_can_be_put_right(root: Path) -> None:
    _sheet(root)
    _edit(root, _set(2, _SIDE, "Geleding"))
    done = _sheet(root)
    assert done.returncode == 0, done.stderr
    assert _replies(root)["Waarom de ouders?"].side is Side.SECTION
    _edit(root, _set(2, _SIDE, "lid"))
    assert "“geleding” is “lid” geworden" in _sheet(root).stderr
    assert _replies(root)["Waarom de ouders?"].side is Side.MEMBER
    _edit(root, lambda sheet: sheet.delete_cols(_SIDE))
    assert _sheet(root).returncode == 0
    assert _replies(root)["Waarom de ouders?"].side is Side.MEMBER


def test_what_was_marked_stands_beside_the_remark(root: Path) -> None:
    _sheet(root)
    sheet = openpyxl.load_workbook(root.parent / _SHEET).worksheets[0]
    assert sheet.cell(_row_of(sheet, "Waarom"), _QUOTE).value == "belt de ouders"
    assert _replies(root)["Waarom de ouders?"].quote == "belt de ouders"


@pytest.mark.parametrize(
    ("change", "later", "told"),
    [
        ("", _TEXT, True),
        ("", _TEXT.replace("belt", "mailt"), False),
        ("", _TEXT.replace("dezelfde dag", "die week"), True),
        ("1.1", _TEXT.replace("dezelfde dag", "die week"), False),
        ("1.1", _TEXT.replace("belt", "mailt"), True),
    ],
)
def test_taken_over_while_nothing_changed_is_told(
    root: Path, change: str, later: str, told: bool
) -> None:
    path = root / "protocols" / "pesten" / "de-brug.md"
    assert typed("freeze", str(path), "voorgelegd", cwd=root).returncode == 0
    _sheet(root)

    def fill(sheet: Worksheet) -> None:
        row = _row_of(sheet, "Waarom")
        sheet.cell(row, _ANSWER).value, sheet.cell(row, _CHANGE).value = "overgenomen", change

    _edit(root, fill)
    path.write_text(later, "utf-8")
    text = ("--text", "versions/pesten/de-brug@voorgelegd.md", "--sheet", f"../{_SHEET}")
    done = typed("comments", "../retour.docx", "../mail.txt", *text, cwd=root)
    assert done.returncode == 0, done.stderr
    assert ("er is daar niets in de tekst gewijzigd" in done.stderr) is told


def test_sorted_rows_and_moved_columns_come_back_at_their_remark(root: Path) -> None:
    _sheet(root)

    def shuffle(sheet: Worksheet) -> None:
        rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
        for number, row in enumerate([rows[0], *reversed(rows[1:])], start=2):
            for column, value in enumerate(reversed(row), start=1):
                sheet.cell(number, column).value = value
        for cell in sheet[1]:
            cell.value = None
        row = next(
            r[0].row for r in sheet.iter_rows() if "Waarom de ouders?" in [c.value for c in r]
        )
        answer = next(c.column for c in sheet[2] if c.value == "Ons antwoord")
        sheet.cell(row, answer).value = "overgenomen"

    _edit(root, shuffle)
    done = _sheet(root)
    assert done.returncode == 0, done.stderr
    assert {said: one.answer for said, one in _replies(root).items()} == {
        "Waarom de ouders?": Verdict.TAKEN,
        "=1+1 en 'zo'": Verdict.OPEN,
        "En de gymzaal dan?": Verdict.OPEN,
    }


def test_what_stood_in_the_file_is_not_replaced_in_silence(root: Path) -> None:
    _sheet(root)
    text = _yaml(root).read_text("utf-8").replace('reason: ""', 'reason: "Oud."', 1)
    _yaml(root).write_text(text, "utf-8")
    _edit(root, lambda sheet: sheet.cell(2, _REASON).__setattr__("value", "Nieuw."))
    done = _sheet(root)
    assert "“Oud.” is “Nieuw.” geworden" in done.stderr
    assert _replies(root)["Waarom de ouders?"].reason == "Nieuw."


def _set(row: int, column: int, value: str) -> Callable[[Worksheet], None]:
    def edit(sheet: Worksheet) -> None:
        sheet.cell(row, column).value = value

    return edit


@pytest.mark.parametrize(
    ("edit", "code"),
    few(
        [
            (_set(2, _ANSWER, "misschien"), "reply-sheet-row"),
            (_set(2, _KEY, "r-onbekend"), "reply-sheet-row"),
            (_set(4, _ANSWER, "overgenomen"), None),
            (_set(5, _ANSWER, "overgenomen"), "reply-sheet-row"),
            (_set(2, _CHANGE, "9.9"), "reply-place"),
            (_set(4, _CLAUSE, "artikel 99"), "reply-place"),
            (_set(1, _ANSWER, "Iets anders"), "reply-sheet-heads"),
            (_set(2, _SIDE, "Jan Jansen"), "reply-sheet-row"),
        ],
        slice(None, None, 2),
    ),
)
def test_a_row_that_cannot_be_used_is_told_and_nothing_is_written(
    root: Path, edit: Callable[[Worksheet], None], code: str | None
) -> None:
    _sheet(root)
    _edit(root, edit)
    before = _yaml(root).read_bytes(), (root.parent / _SHEET).read_bytes()
    done = _sheet(root, "--paper", "../reactie.pdf")
    if code is None:
        assert done.returncode == 0, done.stderr
        return
    assert (done.returncode, f"[{code}]" in done.stderr) == (2, True), done.stderr
    assert before == (_yaml(root).read_bytes(), (root.parent / _SHEET).read_bytes())
    assert not (root.parent / "reactie.pdf").exists()


@pytest.mark.parametrize(
    "content", few([b"", b"PK", b"PK\x03\x04kapot", b"<html>", b"\x00" * 50], 2), ids=str
)
def test_a_broken_sheet_is_told(root: Path, content: bytes) -> None:
    _sheet(root)
    (root.parent / _SHEET).write_bytes(content)
    before = _yaml(root).read_bytes()
    done = _sheet(root)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    assert "antwoorden.xlsx" in done.stderr
    assert _yaml(root).read_bytes() == before


def test_a_remark_twice_in_a_sheet_is_told(root: Path) -> None:
    _sheet(root)

    def copy(sheet: Worksheet) -> None:
        for column in range(1, _KEY + 1):
            sheet.cell(5, column).value = sheet.cell(2, column).value

    _edit(root, copy)
    assert "[reply-sheet-row]" in _sheet(root).stderr


@pytest.mark.parametrize("place", ["1.2", "a2", "#a2"])
def test_a_remark_that_was_placed_by_hand_stands_there(root: Path, place: str) -> None:
    assert _asked(root, "--answers").returncode == 0
    begin, end = _yaml(root).read_text("utf-8").split("En de gymzaal dan?")
    at = begin.rindex('about: ""')
    _yaml(root).write_text(f"{begin[:at]}about: '{place}'{begin[at + 9 :]}En de gymzaal dan?{end}")
    done = _asked(root, "--format", "json")
    (found,) = [one for one in json.loads(done.stdout)["comments"] if "gymzaal" in one["text"]]
    assert (found["anchor"], found["placed_by"]) == ("a2", "hand")
    assert json.loads(done.stdout)["counts"] == {"in_file": 3, "placed": 3, "unplaced": 0}
    shown = _asked(root)
    assert "zonder plek: 0" in shown.stderr
    head, remark = shown.stdout.split("En de gymzaal dan?")[0].splitlines()[-2:]
    assert (head.endswith("met de hand hier gezet"), remark.strip()) == (True, "")


def test_a_place_that_is_wrong_is_put_right_by_hand(root: Path) -> None:
    assert _asked(root, "--answers").returncode == 0
    text = _yaml(root).read_text("utf-8")
    assert text.count("about: a2") == 1
    _yaml(root).write_text(text.replace("about: a2", "about: '1.1'"), "utf-8")
    found = json.loads(_asked(root, "--format", "json").stdout)["comments"]
    assert {(one["text"], one["anchor"], one["placed_by"]) for one in found if one["anchor"]} == {
        ("Waarom de ouders?", "a1", "hand"),
        ("=1+1 en 'zo'\nen verder", "a1", "bookmark"),
    }


def test_on_whose_behalf_a_file_is_that_says_so_itself_is_told(root: Path) -> None:
    (root.parent / "mail.txt").write_text("Namens: de oudergeleding\n\nEn de gymzaal?\n", "utf-8")
    told = _asked(root, "--from", "mail.txt=lid", "--from", "retour.docx=raad").stderr
    assert "--from mail.txt=lid verandert niets" in told
    assert "In retour.docx zeggen zoveel opmerkingen zelf namens wie zij zijn" in told
    assert "dat blijft zo: 1." in told
    assert _asked(root, "--answers", "--from", "retour.docx=lid").returncode == 0
    again = _asked(root, "--answers", "--from", "retour.docx=geleding").stderr
    assert "dat blijft staan: 1. Verander het daar." in again
    assert "dat blijft staan" not in _asked(root, "--answers", "--from", "retour.docx=lid").stderr


def test_a_place_that_is_not_there_is_told(root: Path) -> None:
    _asked(root, "--answers")
    text = _yaml(root).read_text("utf-8").replace('about: ""', "about: a9")
    _yaml(root).write_text(text, "utf-8")
    done = _asked(root)
    assert (done.returncode, "[reply-place]" in done.stderr) == (2, True), done.stderr
    assert "de-brug.reacties.yml" in done.stderr


@pytest.mark.process
def test_a_list_with_names_that_git_takes_in_is_told(root: Path) -> None:
    told = "noem een bestand in een andere map: --output ../retour/"
    assert told not in _asked(root, "--output", "weg.json").stderr, "there is no git"
    subprocess.run(["git", "init", "-q"], cwd=root, check=True)
    (root / ".gitignore").write_text("opm*.json\n", "utf-8")
    for name, is_told in (("opm.json", False), ("uit.json", True), ("../uit.json", False)):
        done = _asked(root, "--output", name)
        assert (done.returncode, told in done.stderr) == (0, is_told), name


def test_what_came_back_as_a_spreadsheet(root: Path) -> None:
    done = _asked(root, "-o", "../alles.xlsx")
    assert done.returncode == 0, done.stderr
    assert "namen van mensen" in done.stderr
    remarks, changes = openpyxl.load_workbook(root.parent / "alles.xlsx").worksheets
    rows = [[cell.value for cell in row] for row in remarks.iter_rows(min_row=2)]
    assert [(row[0], row[2], row[6]) for row in rows] == [
        ("1.2", "Jan Jansen", "Waarom de ouders?"),
        ("1.1", "MR De Brug", "=1+1 en 'zo'\nen verder"),
        ("", "", "En de gymzaal dan?"),
    ]
    assert [row[9] for row in rows][2] == "GEEN PLEK GEVONDEN"
    assert {c.data_type for row in remarks.iter_rows() for c in row if c.value} == {"s"}
    assert changes.max_row == 1
    assert _asked(root, "-o", "../alles.xlsx").returncode == 2
    assert _asked(root, "-o", "../alles.xlsx", "--force").returncode == 0


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("--format", "xlsx"), "comments-on-screen"),
        (("-o", "../alles.docx"), "comments-ending"),
        (("-o", "../alles.xlsx", "--format", "json"), "comments-ending"),
        (("--sheet", "../antwoorden.ods"), "reply-sheet-kind"),
        (("--sheet", "protocols/pesten/antwoorden.xlsx"), "papers-inside"),
        (("-o", "versions/alles.xlsx"), "papers-inside"),
        (("--paper", "../retour.docx"), "comments-exists"),
    ],
)
def test_a_form_that_cannot_be_is_told(root: Path, words: tuple[str, ...], code: str) -> None:
    done = _asked(root, *words)
    assert (done.returncode, f"[{code}]" in done.stderr) == (2, True), done.stderr
    assert not _yaml(root).exists()
    assert not list(root.parent.glob("a*.*"))


def test_a_very_long_reason_that_a_cell_cuts_stays_whole() -> None:
    reason = "woord " * 8_000
    text = (
        f"remarks:\n  r-1:\n    from: lid\n    answer: overgenomen\n    reason: {reason.strip()}\n"
    )
    replies = read_replies_text(text, Report(""))
    cut = f"{reason[:32_000]} […]"
    answer = SheetAnswer(
        key="r-1", row=2, side="", about="", answer="overgenomen", reason=cut, change=""
    )
    assert filled_in(text, replies, [answer]) == (text, ())


def test_line_ends_and_the_mark_at_the_beginning_stay(root: Path) -> None:
    _asked(root, "--answers")
    kept = b"\xef\xbb\xbf" + _yaml(root).read_bytes().replace(b"\n", b"\r\n")
    _yaml(root).write_bytes(kept)
    assert _asked(root, "--answers").returncode == 0
    assert _yaml(root).read_bytes() == kept
