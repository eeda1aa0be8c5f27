"""Cells of a table that may be two: the one beside them is empty, and no other of its column is."""

from __future__ import annotations

from collections.abc import Sequence

from protocolkit.base.messages import mark

DOUBT_CELL = mark("a cell of this table is empty: perhaps its words are in the cell before it")

# How many other rows say what a column holds.
_FEWEST_ROWS = 2


def has_swallowed(rows: Sequence[Sequence[str]]) -> bool:
    """Tell whether a row holds an empty cell after one that holds more words than its column does.

    The first row is the head of the table; an empty cell in a column with others like it is empty,
    and so is a row without a word.
    """
    body = [row for row in rows[1:] if any(cell.strip() for cell in row)]
    return any(
        _is_swallowed(row, [other for other in body if other is not row], place)
        for row in body
        for place in range(1, len(row))
        if not row[place].strip()
    )


def _is_swallowed(row: Sequence[str], others: Sequence[Sequence[str]], place: int) -> bool:
    if len(others) < _FEWEST_ROWS or not all(other[place].strip() for other in others):
        return False
    most = max(len(other[place - 1].split()) for other in others)
    return len(row[place - 1].split()) > most
