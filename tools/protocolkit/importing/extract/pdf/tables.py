"""Tables on a PDF's page, from the lines that are drawn around their cells.

The lines are those of the page itself; which cells they make is worked out by pdfplumber.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pdfplumber.table import (
    cells_to_tables,
    edges_to_intersections,
    intersections_to_cells,
    merge_edges,
)
from pdfplumber.utils.geometry import filter_edges

from protocolkit.base.objects import Object
from protocolkit.importing.extract.pdf.drawings import Point, Shape
from protocolkit.importing.extract.pdf.places import Box, around

# How far lines of one table may lie beside each other, or stop short of each other.
_NEAR = 3.0
_SHORTEST_PART, _SHORTEST = 1.0, 3.0
_STRAIGHT = 0.1
# A page with more than this is a drawing, or made to keep us busy.
_MOST_PARTS = 10_000
_MOST_EDGES = 1_000
_MOST_CROSSINGS = 3_000


_Rows = tuple[tuple[Box, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundTable:
    """A table's place, and the places of its cells by row."""

    box: Box
    rows: _Rows


def find_tables(shapes: Iterable[Shape]) -> tuple[FoundTable, ...]:
    """Return the tables of two columns or more on a page with such lines.

    A single row may be the rest of a table on the page before: see :func:`goes_on`.
    """
    edges = list(_edges(shapes))
    if len(edges) > _MOST_PARTS:
        return ()
    edges = filter_edges(merge_edges(edges, _NEAR, _NEAR, _NEAR, _NEAR), min_length=_SHORTEST)
    if len(edges) > _MOST_EDGES:
        return ()
    crossings = edges_to_intersections(edges, _NEAR, _NEAR)
    if len(crossings) > _MOST_CROSSINGS:
        return ()
    found = []
    for cells in cells_to_tables(intersections_to_cells(crossings)):
        boxes = sorted((_box(cell) for cell in cells), key=lambda box: (-box.top, box.left))
        groups = itertools.groupby(boxes, key=lambda box: box.top)
        rows = tuple(tuple(row) for _, row in groups)
        found += [_table(part) for part in _parted(rows) if max(map(len, part)) >= 2]
    return tuple(found)


def _table(rows: _Rows) -> FoundTable:
    boxes = [box for row in rows for box in row]
    corners = [(box.left, box.bottom) for box in boxes]
    corners += [(box.right, box.top) for box in boxes]
    return FoundTable(box=around(corners), rows=rows)


def _parted(rows: _Rows) -> Iterator[_Rows]:
    """Yield tables that stand right below each other one at a time.

    Where every row above has columns that no row below has, and the other way round, no cell was
    merged: it is another table. A row by itself is none.
    """
    columns = [{round(box.left) for box in row} for row in rows]
    begin = 0
    for place in range(1, len(rows)):
        above, below = columns[place - 1], columns[place]
        differ = all(_has_other(one, other) for one, other in ((above, below), (below, above)))
        is_kept = columns[begin:place] == [above] * (place - begin) and place - begin > 1
        if differ and is_kept and columns[place : place + 2] == [below] * 2:
            yield rows[begin:place]
            begin = place
    if rows:
        yield rows[begin:]


def _has_other(lefts: set[int], others: set[int]) -> bool:
    """Tell whether a column begins where none of the others does."""
    return any(all(abs(left - other) > _NEAR for other in others) for left in lefts)


def goes_on(table: FoundTable, before: FoundTable | None) -> bool:
    """Tell whether a table has the columns of the last one on the page before."""
    if before is None:
        return False
    lefts, others = ([box.left for box in one.rows[-1]] for one in (table, before))
    return len(lefts) == len(others) and all(
        abs(left - other) <= _NEAR for left, other in zip(lefts, others, strict=True)
    )


def _edges(shapes: Iterable[Shape]) -> Iterator[Object]:
    """Yield the sides of shapes that go straight across or straight up, measured downwards."""
    for shape in shapes:
        for begin, end in shape.sides:
            edge = _edge(begin, end)
            if edge is not None:
                yield edge


def _edge(begin: Point, end: Point) -> Object | None:
    wide, high = abs(begin[0] - end[0]), abs(begin[1] - end[1])
    if min(wide, high) > _STRAIGHT or max(wide, high) < _SHORTEST_PART:
        return None
    is_across = wide > high
    left, right = sorted((begin[0], end[0]))
    low, top = sorted((begin[1], end[1]))
    if is_across:
        low = top = (low + top) / 2
    else:
        left = right = (left + right) / 2
    return {
        "object_type": "line",
        "orientation": "h" if is_across else "v",
        "x0": left,
        "x1": right,
        "top": -top,
        "bottom": -low,
        "doctop": -top,
        "width": right - left,
        "height": top - low,
    }


def _box(corners: tuple[float, float, float, float]) -> Box:
    left, top, right, bottom = (float(corner) for corner in corners)
    return Box(left, -bottom, right, -top)
