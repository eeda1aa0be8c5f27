"""Lines that a PDF paints elsewhere than they stand: markers behind the text, heads and feet.

A page is read in the order in which it is painted, which keeps columns apart. Some programs paint
all markers of lists when the text is done, or the foot of a page before its text. What stands by
itself is put where a reader sees it; lines of text stay in their order.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from protocolkit.importing.extract.pdf.columns import Gutter
from protocolkit.importing.extract.pdf.line_pieces import ON_ONE_LINE, RawLine, are_apart
from protocolkit.text.markers import find_starts

# How far before its words a marker stands at most, in the size of the type.
_FURTHEST = 3.0
# How many signs it has at most.
_LONGEST = 8
# How many lines the head or the foot of a page has at most, and how much room, in lines, is
# between it and the text.
_MOST_EDGES, _LEAST_ROOM = 4, 1.0
# How many lines of text a page has at least between them; with fewer, so many lines of room.
_LEAST_TEXT, _ROOM_OF_FEW = 3, 12.0


def as_seen(lines: Sequence[RawLine], gutters: Sequence[Gutter] = ()) -> list[RawLine]:
    """Return the lines of a page with its loose markers, head and foot where they stand."""
    return _edges_in_place(_markers_in_place(lines, gutters))


def _markers_in_place(lines: Sequence[RawLine], gutters: Sequence[Gutter]) -> list[RawLine]:
    """Put each marker that was painted by itself before the words that it stands before."""
    found = list(lines)
    for place, line in enumerate(lines):
        if not _is_marker(line.text) or _is_beside(line, lines[place + 1 : place + 2]):
            continue
        words = _words_of(line, lines, gutters)
        if words is not None:
            found.remove(line)
            found.insert(next(n for n, one in enumerate(found) if one is words), line)
    return found


def _is_marker(text: str) -> bool:
    """Tell whether a text is a bullet, or a count with its sign: a bare number may be a cell."""
    if len(text) > _LONGEST or text.isalnum():
        return False
    return any(start.marker == text for start in find_starts(f"{text} {text}"))


def _is_beside(line: RawLine, after: Sequence[RawLine]) -> bool:
    return any(_on_one_row(line, other) and other.left >= line.right - 1 for other in after)


def _words_of(line: RawLine, lines: Sequence[RawLine], gutters: Sequence[Gutter]) -> RawLine | None:
    """Return the words that a marker stands right before, when nothing stands before both."""
    row = [other for other in lines if other is not line and _on_one_row(line, other)]
    row = [other for other in row if not _is_parted(line, other, gutters)]
    if not row or min(other.left for other in row) < line.right - 1:
        return None
    words = min(row, key=lambda other: other.left)
    return words if words.left - line.right <= _FURTHEST * line.size else None


def _is_parted(line: RawLine, other: RawLine, gutters: Sequence[Gutter]) -> bool:
    first, second = sorted((line, other), key=lambda one: one.left)
    return are_apart(first.right, second.left, gutters)


def _on_one_row(line: RawLine, other: RawLine) -> bool:
    overlap = min(line.top, other.top) - max(line.bottom, other.bottom)
    return overlap >= ON_ONE_LINE * min(line.top - line.bottom, other.top - other.bottom)


def _edges_in_place(lines: Sequence[RawLine]) -> list[RawLine]:
    """Put a foot that was painted first below the text, and a head that was painted last above it.

    Only what stands apart from all text: it may be the first line of another column.
    """
    found = list(lines)
    first = _edge_lines(found, range(_MOST_EDGES, 0, -1))
    feet = [line for line in first if line.top <= _lowest(found[len(first) :])]
    found = [line for line in found if not any(line is one for one in feet)] + feet
    last = _edge_lines(found, range(-_MOST_EDGES, 0))
    rest = found[: len(found) - len(last)]
    heads = [line for line in last if line.bottom >= _highest(rest)]
    return heads + [line for line in found if not any(line is one for one in heads)]


def _edge_lines(lines: Sequence[RawLine], numbers: Iterable[int]) -> Sequence[RawLine]:
    """Return the most lines at an end of the order that all stand above or below the others."""
    for number in numbers:
        edge, text = (lines[:number], lines[number:])[:: 1 if number > 0 else -1]
        if not text or not all(_is_apart(line, text, _LEAST_ROOM) for line in edge):
            continue
        if len(text) >= _LEAST_TEXT or any(_is_apart(line, text, _ROOM_OF_FEW) for line in edge):
            return edge
    return ()


def _is_apart(line: RawLine, text: Sequence[RawLine], lines: float) -> bool:
    room = lines * line.size
    return line.top + room <= _lowest(text) or line.bottom - room >= _highest(text)


def _lowest(lines: Sequence[RawLine]) -> float:
    return min(line.bottom for line in lines)


def _highest(lines: Sequence[RawLine]) -> float:
    return max(line.top for line in lines)
