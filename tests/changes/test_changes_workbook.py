"""A spreadsheet of changes: what stands in each column, and how words that changed look."""

from __future__ import annotations

import io
from functools import cache

import openpyxl
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.worksheet.worksheet import Worksheet

from protocolkit.base.messages import translator
from protocolkit.changes.change_list import list_changes
from protocolkit.changes.change_set import version_of
from protocolkit.changes.changes_workbook import changes_workbook
from protocolkit.changes.compare_versions import compare_versions
from protocolkit.comparison.matrix_workbook import LONGEST
from protocolkit.reading.reader import read_protocol_text

_HEAD = "---\nprotocol:\n  organisation: {name: De Brug}\n---\n\n# Pesten\n"
_ENGLISH = translator("en")


def _sheet(old: str, new: str) -> Worksheet:
    sides = [version_of(read_protocol_text(f"{_HEAD}{text}").protocol) for text in (old, new)]
    found = list_changes(compare_versions(*sides), _ENGLISH)
    content = changes_workbook(found, _ENGLISH)
    sheet = openpyxl.load_workbook(io.BytesIO(content), rich_text=True).worksheets[0]
    assert isinstance(sheet, Worksheet)
    return sheet


def _clause(anchor: str, marker: str, text: str) -> str:
    return f"\n{{#{anchor}}}\n{marker} {text}\n"


@cache
def _ordinary() -> Worksheet:
    old = _clause("a", "1.", "De mentor belt de ouders.") + _clause("b", "2.", "Dit gaat weg.")
    new = _clause("a", "1.", "De mentor mailt de ouders.") + _clause("c", "2.", "Dit komt erbij.")
    return _sheet(old, new)


def _row(sheet: Worksheet, anchor: str) -> tuple[object, ...]:
    rows = list(sheet.iter_rows(values_only=True))
    return next(row for row in rows if row[6] == anchor)


def _looks(value: object) -> dict[str, tuple[bool, bool]]:
    """Return, of words that are marked, whether they are struck and whether underlined."""
    assert isinstance(value, CellRichText)
    blocks = [block for block in value if isinstance(block, TextBlock)]
    return {
        block.text: (bool(block.font.strike), bool(block.font.u))
        for block in blocks
        if block.font.strike or block.font.u
    }


def test_words_that_went_are_struck_and_words_that_came_are_underlined() -> None:
    row = _row(_ordinary(), "a")
    assert str(row[2]) == "1. De mentor belt de ouders."
    assert str(row[3]) == "1. De mentor mailt de ouders."
    assert _looks(row[2]) == {"belt": (True, False)}
    assert _looks(row[3]) == {"mailt": (False, True)}
    assert row[4:6] == (1, 1)


def test_a_clause_that_went_or_came_keeps_its_name_and_its_words() -> None:
    sheet = _ordinary()
    gone, come = _row(sheet, "b"), _row(sheet, "c")
    assert "Dit gaat weg." in str(gone[2])
    assert not gone[3]
    assert "Dit komt erbij." in str(come[3])
    assert not come[2]
    assert (gone[5], come[4]) == (0, 0)


def test_a_text_that_is_too_long_to_mark_is_whole() -> None:
    """A cell holds no more than so many signs; what is cut would be lost."""
    words = " ".join(f"woord{number}" for number in range(LONGEST // 12))
    old, new = _clause("a", "1.", f"Oud {words}."), _clause("a", "1.", f"Nieuw {words}.")
    row = _row(_sheet(old, new), "a")
    assert str(row[2]) == f"1. Oud {words}."
    assert _looks(row[2]) == {"Oud": (True, False)}
    long = f"{words} {words} {words}"[:LONGEST]
    over = _sheet(_clause("a", "1.", f"Oud {long}."), _clause("a", "1.", f"Nieuw {long}."))
    value = _row(over, "a")[2]
    assert not isinstance(value, CellRichText)
    assert str(value).startswith("1. Oud woord0 woord1")


def test_what_only_got_another_number_is_a_row_of_its_own() -> None:
    old = _clause("a", "1.", "De mentor belt.") + _clause("b", "2.", "De school mailt.")
    sheet = _sheet(
        old, _clause("n", "1.", "Dit is nieuw.") + old.replace("2.", "3.").replace("1.", "2.")
    )
    row = _row(sheet, "b")
    assert (str(row[2]), str(row[3])) == ("Aanhef 2", "Aanhef 3")
    assert row[4:6] == (0, 0)
    assert sheet.auto_filter.ref == f"A1:G{sheet.max_row}"
