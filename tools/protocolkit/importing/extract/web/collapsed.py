"""Columns of a table that its style folds away (``visibility: collapse``), or colours."""

from __future__ import annotations

from collections.abc import Iterator

from protocolkit.importing.extract.shared.elements import Element
from protocolkit.importing.extract.web.css import StyleSheets
from protocolkit.text.bounded_numbers import whole_number

_MOST = 1_000


def collapsed_cells(table: Element, rows: list[Element], sheets: StyleSheets) -> Iterator[Element]:
    """Yield the cells of a table of which every column is folded away."""
    gone = frozenset(_gone_columns(table, sheets))
    # columns that a cell above reaches down into, with the number of rows that it still goes on
    open_above: dict[int, int] = {}
    for row in rows if gone else ():
        column = 0
        open_above = {place: left - 1 for place, left in open_above.items() if left}
        for cell in row.iterchildren("td", "th"):
            while column in open_above:
                column += 1
            wide, high = (
                whole_number(cell.get(name), least=1, most=_MOST, default=1)
                for name in ("colspan", "rowspan")
            )
            places = range(column, column + wide)
            open_above |= dict.fromkeys(places, high - 1)
            column += wide
            if gone.issuperset(places):
                yield cell


def has_coloured_columns(table: Element, sheets: StyleSheets) -> bool:
    """Tell whether a style or an attribute lays a colour behind columns of a table."""
    return any(
        column.get("bgcolor") or {"background", "background-color"} & sheets.of(column)[0].keys()
        for column in (*table.iterchildren("col", "colgroup"), *table.iterfind("colgroup/col"))
    )


def _gone_columns(table: Element, sheets: StyleSheets) -> Iterator[int]:
    column = 0
    for child in table.iterchildren("col", "colgroup"):
        inside = list(child.iterchildren("col")) if child.tag == "colgroup" else []
        for one in inside or [child]:
            count = whole_number(one.get("span"), least=1, most=_MOST, default=1)
            if any(_is_gone(element, sheets) for element in (one, child)):
                yield from range(column, column + count)
            column += count


def _is_gone(element: Element, sheets: StyleSheets) -> bool:
    return sheets.of(element)[0].get("visibility") == "collapse"
