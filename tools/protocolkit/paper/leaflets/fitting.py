"""Whether a short paper fits on one page; how much room to write in gives way where it does not.

The heights are worked out from the widths of letters, a little too high rather than too low: Word
says of no page beforehand what stands on it. The same heights are printed in Word and PDF.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from itertools import starmap
from typing import assert_never

from protocolkit.paper.house.room import room_of_leaflets
from protocolkit.paper.house.style import HouseStyle
from protocolkit.paper.leaflets.leaflet import Grid, Heading, Leaflet, Part, Words
from protocolkit.text.letter_widths import line_count
from protocolkit.text.typeface import Face

# Points: the page and its text; a cell, its letters and lines; what stands apart.
_MM = 72 / 25.4
_PAGE, _WIDTH = 297 * _MM, 170 * _MM
_SIDES, _EDGES, _RULE = 13.0, 7.2, 0.5
_SIZE, _LINE = 10.5, 12.9
_ORGANISATION, _TITLE, _AROUND_TITLE = (14.0, 18.0), (21.0, 27.0), 22.0
_HEADING, _AROUND_HEADING = (16.0, 19.0), 20.0
_BETWEEN = 8.5
# What a page keeps free, since other programs set lines a little wider apart.
_SPARE = 15.0


def fitted(leaflet: Leaflet, style: HouseStyle) -> Leaflet:
    """Return a paper with as much room to write in as one page has, from large to small.

    What may give way most does so first. A paper that is longer all the same keeps its least room.
    """
    parts = list(leaflet.parts)
    giving = [(at, one) for at, one in enumerate(parts) if isinstance(one, Grid) and one.least]
    if not giving:
        return leaflet
    room = room_of_leaflets(style)
    over = _height(leaflet) - (_PAGE - (room.top + room.bottom) * _MM - _SPARE)
    for at, grid in sorted(giving, key=lambda one: one[1].least - one[1].height):
        lower = grid
        while over > 0 and lower.height > grid.least:
            before, lower = lower, replace(lower, height=lower.height - 1)
            over -= _part_height(before) - _part_height(lower)
        parts[at] = lower
    return replace(leaflet, parts=tuple(parts))


def rooms(grid: Grid) -> tuple[float, ...]:
    """Return how wide the words of each column may be, in sizes of their letters."""
    whole = sum(grid.shares)
    return tuple((_WIDTH * share / whole - _SIDES) / _SIZE for share in grid.shares)


def _height(leaflet: Leaflet) -> float:
    """Return how high a paper is, in points."""
    head = _lines(leaflet.organisation, *_ORGANISATION) + _lines(leaflet.title, *_TITLE)
    return head + _AROUND_TITLE + sum(map(_part_height, leaflet.parts))


def _lines(text: str, size: float, line: float) -> float:
    return line_count(text, _WIDTH / size, Face.BOLD) * line


def _part_height(part: Part) -> float:
    match part:
        case Words():
            lines = part.text.split("\n")
            return sum(line_count(one, _WIDTH / _SIZE) for one in lines) * _LINE + _BETWEEN
        case Heading():
            return _lines(part.text, *_HEADING) + _AROUND_HEADING
        case Grid():
            head = _row_height(zip(part.heads, rooms(part), strict=True), Face.BOLD)
            least = part.height * _MM
            rows = (zip(row, rooms(part), strict=True) for row in part.rows)
            heights = (max(least, _row_height(row, Face.REGULAR)) for row in rows)
            return head + sum(heights) + _RULE * len(part.rows) + _BETWEEN
        case _:
            assert_never(part)


def _row_height(cells: Iterable[tuple[str, float]], face: Face) -> float:
    def count(text: str, room: float) -> int:
        return sum(line_count(one, room, face) for one in text.split("\n"))

    return max(starmap(count, cells)) * _LINE + _EDGES
