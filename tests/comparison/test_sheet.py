"""The spreadsheet of a comparison can be read as it opens, and an incomplete source is said."""

from __future__ import annotations

import io
from dataclasses import replace

import openpyxl

from protocolkit.base.messages import translator
from protocolkit.comparison.exports import column_heading, column_standing
from protocolkit.comparison.judgements import judge
from protocolkit.comparison.matrix import make_matrix
from protocolkit.comparison.matrix_workbook import LONGEST, matrix_workbook
from protocolkit.comparison.topics_file import read_topics_text
from protocolkit.document.model import Protocol
from protocolkit.reading.found_problems import Report
from small_boards import HEAD, board, line_up, topic_line

_NL = translator("nl")
_LINES = topic_line("foto", {"aa": ["a-1"], "bb": ["a-1"], "cc": ["a-1"]})


def _boards() -> tuple[Protocol, ...]:
    return tuple(board(name, "Foto's mogen.") for name in ("aa", "bb", "cc"))


def test_columns_are_wide_enough_to_read_and_fit_on_a_screen() -> None:
    """A column of words is as wide as a short line; the explanation as a long one."""
    book = openpyxl.load_workbook(io.BytesIO(matrix_workbook(line_up(_boards(), _LINES)[0], _NL)))
    comparison, explanation = book.worksheets
    widths = [found.width for found in comparison.column_dimensions.values()]
    assert widths
    assert all(8 < width < 80 for width in widths)
    assert max(widths) >= 40
    assert all(60 < found.width < 150 for found in explanation.column_dimensions.values())


def test_a_text_is_no_longer_than_a_cell_can_hold() -> None:
    """Excel holds 32,767 characters; what is nearly that long is whole."""
    assert 30_000 < LONGEST <= 32_767


def test_a_source_that_breaks_off_is_said_under_the_name_and_does_not_count() -> None:
    one, two, three = _boards()
    source = replace(three.facts.source, complete=False)
    protocols = (one, two, replace(three, facts=replace(three.facts, source=source)))
    concordance = read_topics_text(f"{HEAD}topics:\n{_LINES}", "regels", Report("x"))
    matrix = make_matrix(protocols, concordance, lambda p, a: f"{p.slug}#{a}")
    whole, _, broken = matrix.columns
    assert column_standing(broken, _NL).count(", ") == column_standing(whole, _NL).count(", ") + 1
    assert column_heading(whole, _NL).startswith(f"{whole.name} (")
    [row] = judge(matrix, protocols).rows
    assert row.found == 2
    [full] = judge(line_up(_boards(), _LINES)[0], _boards()).rows
    assert full.found == 3
    missing = topic_line("foto", {"aa": ["a-1"]})
    [few] = judge(line_up(_boards(), missing)[0], _boards()).rows
    assert few.found == 1
