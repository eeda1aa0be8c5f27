"""A column that a style folds away is left out in each row, whatever reaches into it from above."""

from __future__ import annotations

import pytest

from protocolkit.importing.extract.web.extract import extract_html
from protocolkit.reading.words_left_out import LeftOutReason


def _read(columns: str, rows: str) -> tuple[list[str], list[str]]:
    """Return the lines of a table, and the words of it that are hidden."""
    table = f"<table>{columns}{rows}</table>"
    style = "<style>.weg {visibility: collapse}</style>"
    found = extract_html(f"<html><head>{style}</head><body>{table}</body></html>".encode())
    hidden = (one.text for one in found.left_out if one.reason is LeftOutReason.HIDDEN)
    return [line.text for line in found.lines], " ".join(hidden).split()


_SECOND = "<colgroup><col><col class=weg></colgroup>"


@pytest.mark.parametrize("height", [1, 2, 3])
def test_a_cell_that_goes_down_takes_its_column_in_as_many_rows(height: int) -> None:
    rows = [f"<tr><td rowspan={height}>a</td><td>weg</td></tr>"]
    rows += ["<tr><td>weg</td></tr>"] * (height - 1)
    rows += ["<tr><td>b</td><td>weg</td></tr>"]
    lines, hidden = _read(_SECOND, "".join(rows))
    assert lines == ["a", "b"]
    assert hidden == ["weg"] * (height + 1)


def test_a_cell_that_goes_down_and_across_is_hidden_when_all_its_columns_are() -> None:
    columns = "<col><col class=weg span=2>"
    rows = "<tr><td>a</td><td colspan=2 rowspan=2>weg</td></tr><tr><td>b</td></tr>"
    assert _read(columns, rows) == (["a", "b"], ["weg"])
    assert _read("<col><col class=weg>", rows) == (["a\tweg\t", "b"], [])


def test_a_group_that_is_folded_away_folds_its_columns() -> None:
    columns = "<col><colgroup class=weg span=2></colgroup>"
    rows = "<tr><td>a</td><td>weg</td><td>weg</td><td>b</td></tr>"
    lines, hidden = _read(columns, rows)
    assert (lines[0].split(), hidden) == (["a", "b"], ["weg", "weg"])
