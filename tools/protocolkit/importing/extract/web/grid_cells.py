"""Which cells of a grid an item takes, as far as its style says so of rows and columns."""

from __future__ import annotations

import re
from dataclasses import dataclass

from protocolkit.importing.extract.web.css_text import words_apart
from protocolkit.importing.extract.web.css_values import Declarations
from protocolkit.importing.extract.web.lengths import points
from protocolkit.text.bounded_numbers import whole_number

_LAST = 10_000
_SPAN = re.compile(r"span\s+(\d{1,4})")
Lines = tuple[int, int] | str
"""The first line of an item and that behind its last one, or the name of its place."""


@dataclass(frozen=True, slots=True)
class Cell:
    """The rows and the columns that an item takes."""

    rows: Lines
    columns: Lines

    def meets(self, other: Cell) -> bool:
        """Tell whether two items take a cell that is the same."""
        return _meet(self.rows, other.rows) and _meet(self.columns, other.columns)


def cell_of(said: Declarations) -> Cell | None:
    """Return the cells of an item, None when a style leaves its rows or columns to the browser."""
    area = [word.strip() for word in said.get("grid-area", "").split("/")]
    if len(area) == 1 and area[0] and not area[0].lstrip("-").isdigit():
        return None if area[0] in ("auto", "initial", "unset") else Cell(area[0], area[0])
    area += [""] * (4 - len(area))
    found = []
    for name, place in (("row", 0), ("column", 1)):
        short = [word.strip() for word in said.get(f"grid-{name}", "").split("/")] + [""]
        first = said.get(f"grid-{name}-start", short[0] or area[place])
        last = said.get(f"grid-{name}-end", short[1] or area[place + 2])
        lines = _lines(first, last)
        if lines is None:
            return None
        found.append(lines)
    return Cell(found[0], found[1])


def row_heights(said: Declarations, size: float) -> list[float]:
    """Return how high the rows of a grid of one column are, [] when that is up to what they hold.

    The last one counts for all that follow.
    """
    if any(f"grid-{name}" in said for name in ("template-columns", "auto-columns", "auto-flow")):
        return []
    for name in ("grid-template-rows", "grid-auto-rows"):
        lengths = [points(word, size) for word in words_apart(said.get(name, ""))]
        if lengths and None not in lengths:
            return [length for length in lengths if length is not None]
    return []


def _lines(first: str, last: str) -> Lines | None:
    begin, end = (_line(text) for text in (first, last))
    if begin is None and end is None:
        is_named = first not in ("", "auto") and not first.startswith("span")
        return first if is_named else None
    span = _SPAN.match(last) or _SPAN.match(first)
    wide = whole_number(span[1], least=1, most=_LAST, default=1) if span else 1
    if begin is None:
        return (end or wide) - wide, end or wide
    return begin, max(end if end is not None else begin + wide, begin + 1)


def _line(text: str) -> int | None:
    """Return the number of a line; those that are counted from the end come after all others."""
    number = whole_number(text.removeprefix("-"), least=1, most=_LAST, default=0)
    if not number:
        return None
    return _LAST * 2 - number if text.startswith("-") else number


def _meet(one: Lines, other: Lines) -> bool:
    if isinstance(one, str) or isinstance(other, str):
        return one == other
    return one[0] < other[1] and other[0] < one[1]
