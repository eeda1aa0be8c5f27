"""Lines under words: what a typist sets apart when it is no heading of its own style.

A line under all words of a printed line, and not much wider than these, says that the line stands
out as one in bold does. A rule across the page does not, and neither does what is drawn around a
cell or under a link.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from protocolkit.importing.extract.pdf.drawings import Shape
from protocolkit.importing.extract.pdf.line_pieces import RawLine
from protocolkit.importing.extract.pdf.places import Box
from protocolkit.importing.source.lines import MarkKind

# How thick a line under words is at most, and how far from the foot of the letters it may lie, in
# parts of their size; how far it may reach beyond them.
_THICKEST, _NEAR, _BEYOND = 0.15, 0.25, 0.5
# The part of the words that must have a line under it: spaces between them may lack it.
_ENOUGH = 0.85
_MOST_LINES = 5_000


def mark_underlined(lines: Iterable[RawLine], shapes: Sequence[Shape]) -> None:
    """Say of each printed line whether all its words have a line under them."""
    bars = list(_bars(shapes))
    for line in lines if 0 < len(bars) <= _MOST_LINES else ():
        is_link = any(found.kind is MarkKind.LINK for found in line.marks)
        if not (line.cells or is_link or line.is_bold):
            line.is_underlined = line.is_bold = _is_underlined(line, bars)


def _is_underlined(line: RawLine, bars: Sequence[Box]) -> bool:
    reach = _BEYOND * line.size
    below = [
        bar
        for bar in bars
        if abs(bar.bottom - line.bottom) <= _NEAR * line.size
        and bar.height <= _THICKEST * line.size
        and bar.left >= line.left - reach
        and bar.right <= line.right + reach
    ]
    return sum(bar.width for bar in below) >= _ENOUGH * (line.right - line.left) > 0


def _bars(shapes: Sequence[Shape]) -> Iterator[Box]:
    """Yield what may be drawn as a line from left to right."""
    for shape in shapes:
        if shape.is_filled and not shape.is_stroked:
            yield shape.box
        elif shape.is_stroked and len(shape.points) == 2:
            left, low, right, high = shape.box
            yield Box(left, low - shape.thick / 2, right, high + shape.thick / 2)
