"""A form has a row for what goes and for each note, and says on whose behalf it is."""

from __future__ import annotations

from pathlib import Path

import pytest
from docx.document import Document as Doc
from docx.table import Table
from openpyxl.worksheet.worksheet import Worksheet

from one_protocol import headed, placed
from protocolkit.changes.change_set import version_of
from protocolkit.changes.compare_versions import compare_versions
from protocolkit.reading.reader import read_protocol_text
from protocolkit.review.gathering import read_returned
from protocolkit.review.remarks import Review
from returned_form import edited_paper, edited_sheet

_TEXT = (
    headed("Telefoons")
    + """{#a1}
1. Een telefoon ligt tijdens de les in de kluis van de klas.[^1]

{#a2}
2. De leraar mag het gebruik toestaan voor een opdracht.[^2]

{#a3}
3. Wie zich er niet aan houdt, levert het toestel in bij de conciërge.

[^1]: De kluis staat bij de deur.
[^2]: Alleen als het in het lesplan staat.
"""
)
_OLD_TEXT = _TEXT.replace("bij de deur", "achterin").replace(
    "{#a3}\n3.", "{#b1}\n3. De tweede keer bellen wij de ouders.\n\n{#a3}\n4."
)
PROTOCOL = read_protocol_text(_TEXT, subject="telefoons", slug="de-brug").protocol
OLD = read_protocol_text(_OLD_TEXT, subject="telefoons", slug="de-brug").protocol
CHANGES = compare_versions(version_of(OLD), version_of(PROTOCOL))
_GONE = "3. De tweede keer bellen wij de ouders."


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return placed(tmp_path, _TEXT, "telefoons")


def _read(root: Path, name: str, content: bytes) -> Review:
    (root / name).write_bytes(content)
    return read_returned(root / name, root).review


def _rows(sheet: Worksheet) -> list[tuple[str, str, str]]:
    return [
        (str(a.value), str(b.value), e.value or "") for a, b, _, _, e in sheet.iter_rows(min_row=2)
    ]


def test_a_row_for_what_goes_and_for_each_note(root: Path) -> None:
    seen: list[tuple[str, str, str]] = []
    content = edited_sheet(PROTOCOL, lambda sheet: seen.extend(_rows(sheet)), CHANGES)
    assert [(label, anchor) for label, _, anchor in seen] == [
        ("Aanhef 1", "a1"),
        ("Aanhef 2", "a2"),
        ("Aanhef 3 (vervalt)", ""),
        ("Aanhef 3", "a3"),
        ("noot 1", "noot-1"),
        ("noot 2", "noot-2"),
    ]
    assert (seen[2][1], seen[4][1]) == (_GONE, "De kluis staat bij de deur.")
    found = _read(root, "formulier.xlsx", content)
    assert (found.remarks, found.changes) == ((), ())


def test_without_a_text_of_before_nothing_goes() -> None:
    seen: list[tuple[str, str, str]] = []
    edited_sheet(PROTOCOL, lambda sheet: seen.extend(_rows(sheet)))
    assert [label for label, _, _ in seen] == [
        "Aanhef 1",
        "Aanhef 2",
        "Aanhef 3",
        "noot 1",
        "noot 2",
    ]


_SAID = [
    ("Waarom weg?", "", "a2", "ouders"),
    ("Bij welke deur?", "noot-1", "", "de raad"),
]


def test_what_is_written_there_comes_back_from_the_spreadsheet(root: Path) -> None:
    def write(sheet: Worksheet) -> None:
        sheet["C4"], sheet["D4"] = "Waarom weg?", "ouders"
        sheet["C6"], sheet["D6"] = "Bij welke deur?", "de raad"

    found = _read(root, "formulier.xlsx", edited_sheet(PROTOCOL, write, CHANGES))
    assert [(one.text, one.anchor, one.near, one.author) for one in found.remarks] == _SAID
    assert _GONE in found.remarks[0].quote
    assert found.changes == ()


def test_what_is_written_there_comes_back_from_the_word_file(root: Path) -> None:
    def write(table: Table) -> None:
        table.cell(3, 2).text, table.cell(3, 3).text = "Waarom weg?", "ouders"
        table.cell(5, 2).text = "Bij welke deur?"

    def around(document: Doc) -> None:
        document.tables[0].cell(1, 1).text = "de raad"
        document.add_paragraph("Verder een helder stuk.")

    content = edited_paper(PROTOCOL, write, CHANGES, around)
    found = _read(root, "formulier.docx", content)
    said = [(one.text, one.anchor, one.near, one.author) for one in found.remarks]
    assert said == [("Verder een helder stuk.", "", "", "de raad"), *_SAID]
    assert found.changes == ()


def test_a_form_that_nobody_filled_in_says_nothing(root: Path) -> None:
    found = _read(root, "formulier.docx", edited_paper(PROTOCOL, lambda _: None, CHANGES))
    assert (found.remarks, found.changes, found.passed_over) == ((), (), ())


def test_the_rows_of_a_long_form_may_stand_on_several_pages() -> None:
    """A heading that keeps what follows on its page would take the whole table to the next one."""
    held: list[bool] = []

    def look(table: Table) -> None:
        for row in table.rows[1:]:
            keeps = row.cells[0].paragraphs[0].paragraph_format.keep_with_next
            held.append(keeps is False)

    edited_paper(PROTOCOL, look, CHANGES)
    assert held == [True] * 6


_TABLE_TEXT = headed("Pesten") + (
    "{#a1}\n| Wie | Taak |\n|---|---|\n"
    + "".join(f"| De mentor van klas {at} | belt de ouders op |\n" for at in range(1, 9))
)


@pytest.mark.parametrize("of_before", [False, True])
def test_the_cells_of_a_table_stand_apart_and_forms_of_before_are_read(
    tmp_path: Path, *, of_before: bool
) -> None:
    protocol = read_protocol_text(_TABLE_TEXT, subject="pesten", slug="de-brug").protocol
    seen: list[str] = []

    def edit(sheet: Worksheet) -> None:
        text = sheet.cell(2, 2)
        seen.append(str(text.value))
        if of_before:
            text.value = " ".join(seen[0].replace("|", " ").split())
        sheet.cell(2, 3).value = "Te vaak bellen."

    def on_paper(table: Table) -> None:
        cell = table.cell(1, 1)
        if of_before:
            words = " ".join(seen[0].replace("|", " ").split())
            cell.text = f"{words[:260].rsplit(' ', 1)[0]} …"
        table.cell(1, 2).text = "Te vaak bellen."

    (tmp_path / "form.xlsx").write_bytes(edited_sheet(protocol, edit))
    assert seen[0].startswith("Wie | Taak\nDe mentor van klas 1 | belt de ouders op\n")
    (tmp_path / "form.docx").write_bytes(edited_paper(protocol, on_paper))
    root = placed(tmp_path, _TABLE_TEXT, "pesten")
    for name in ("form.xlsx", "form.docx"):
        found = read_returned(root / name, root).review
        assert [(one.text, one.anchor) for one in found.remarks] == [("Te vaak bellen.", "a1")]
        assert found.changes == ()
