"""The cells of a table of Akoma Ntoso in their rows and columns, merged cells too."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from protocolkit.base.location import Location
from protocolkit.base.problems import ProtocolkitError, problem
from protocolkit.document.model import Flush
from protocolkit.importing.extract.akoma_ntoso.elements import children
from protocolkit.importing.extract.shared.elements import Element
from protocolkit.importing.source import codes
from protocolkit.text.bounded_numbers import whole_number

_THOUSAND = 1000
_SIDE = re.compile(r"(?:^|;)\s*text-align\s*:\s*(left|center|right)\b", re.IGNORECASE)
_MOST_CELLS = 20
_MOST_COLUMNS = 50
_MOST_ROWS = 1000

Grid = list[list[Element | None]]
"""Rows of one length; None is a place without a cell, or one that a merged cell goes on in."""


def grid_of(lines: Sequence[Element], location: Location) -> Grid:
    """Return each cell in the first row and column that it takes; rows without any are dropped.

    Raises :class:`ProtocolkitError` when the grid would be far too large.
    """
    rows: list[dict[int, Element]] = []
    lasting: dict[int, int] = {}
    width = 0
    for line in lines:
        taken = {column for column, left in lasting.items() if left}
        lasting = {column: left - 1 for column, left in lasting.items() if left > 1}
        row: dict[int, Element] = {}
        column = 0
        for cell in cells_of(line):
            while column in taken:
                column += 1
            row[column] = cell
            span = _span(cell, "colspan", _MOST_COLUMNS)
            if more := _span(cell, "rowspan", _MOST_ROWS) - 1:
                lasting |= dict.fromkeys(range(column, column + span), more)
            column += span
        width = max(width, column)
        rows += [row] if row else []
        if width * len(rows) > _MOST_CELLS * _THOUSAND:
            limit = str(_MOST_CELLS)
            raise ProtocolkitError(problem(codes.TOO_MANY_CELLS, location, limit=limit))
    return [[row.get(column) for column in range(width)] for row in rows]


def cells_of(line: Element) -> Iterator[Element]:
    """Yield the cells of one line of a table."""
    return children(line, "th", "td")


def side_of(cell: Element | None) -> Flush:
    """Return to which side the words of a cell are set, by its own style."""
    found = _SIDE.search(cell.get("style", "")) if cell is not None else None
    return Flush(found[1].lower()) if found else Flush.LEFT


def has_merged(lines: Sequence[Element]) -> bool:
    """Tell whether a cell takes several rows or columns."""
    return any(
        _span(cell, name, most) > 1
        for line in lines
        for cell in cells_of(line)
        for name, most in (("colspan", _MOST_COLUMNS), ("rowspan", _MOST_ROWS))
    )


def _span(cell: Element, name: str, most: int) -> int:
    return whole_number(cell.get(name), least=1, most=most, default=1)
