"""Sections, clauses and points while they are still growing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from protocolkit.base.messages import Marked
from protocolkit.document.model import Block, Paragraph, Point, PointList, Table
from protocolkit.document.richtext import RichText, Text, tidy
from protocolkit.importing.source.lines import Line
from protocolkit.importing.structure.line_runs import LineRun
from protocolkit.text.lists import read_markers
from protocolkit.text.markers import Start
from protocolkit.text.words import BULLET


@dataclass(slots=True, kw_only=True)
class Item:
    """A clause or point that is still growing; ``more`` are lines that its block has not.

    ``repeats`` says that its number is that of the item before it in its list.
    """

    block: LineRun
    marker: str = ""
    start: Start | None = None
    repeats: bool = False
    parts: list[Paragraph | Item | Table] = field(default_factory=list)
    more: list[Line] = field(default_factory=list)
    doubts: list[Marked] = field(default_factory=list)

    def counts_as(self, start: Start) -> bool:
        """Tell whether a number is the one that this item has."""
        own = self.start
        return own is not None and bool(own.count) and own == start

    def blocks(self) -> tuple[Block, ...]:
        """Return its paragraphs, runs of points and tables, as the model has them."""
        found: list[Block] = []
        points: list[Point] = []
        for part in self.parts:
            if isinstance(part, Item):
                points.append(Point(marker=part.marker, blocks=part.blocks()))
                continue
            if points:
                found.append(_point_list(points))
                points = []
            found.append(part)
        if points:
            found.append(_point_list(points))
        return tuple(found)


def _point_list(points: Sequence[Point]) -> PointList:
    """Return a run of points; markers that no list can count become words of a bullet's text."""
    if read_markers(tuple(point.marker for point in points)) is not None:
        return PointList(tuple(points))
    return PointList(tuple(_as_bullet(point) for point in points))


def _as_bullet(point: Point) -> Point:
    if point.marker == BULLET:
        return point
    first: RichText = ()
    rest = point.blocks
    if rest and isinstance(rest[0], Paragraph):
        first, rest = rest[0].content, rest[1:]
    words = tidy([Text(f"{point.marker} " if first else point.marker), *first])
    return Point(marker=BULLET, blocks=(Paragraph(words), *rest))


@dataclass(slots=True, kw_only=True)
class Part:
    """A section that is still growing; level 1 is the document itself."""

    level: int
    block: LineRun | None = None
    title: RichText = ()
    parts: list[Part | Item] = field(default_factory=list)


def is_last_without_text(parts: Sequence[Part | Item]) -> bool:
    """Tell whether a section ends in an item that has less below it than its brothers each have.

    A brother alone says nothing: a text may close a list of two.
    """
    below = [len(item.parts) for item in _list_at_end(parts)]
    return len(below) > 2 and below[0] < min(below[1:])


def _list_at_end(parts: Sequence[Part | Item]) -> list[Item]:
    """Return the items of the list in which the parts end, the last one first."""
    found: list[Item] = []
    for part in reversed(parts):
        if not isinstance(part, Item) or part.start is None:
            break
        after = found[-1].start if found else None
        if after is not None and not after.follows(part.start):
            break
        found.append(part)
    return found
