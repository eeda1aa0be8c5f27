"""Bullets that a PDF draws instead of printing them, as browsers do: they begin an item too.

A bullet is a small round or square figure right before the words of a line, at half their height.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from protocolkit.importing.extract.pdf.columns import Gutter
from protocolkit.importing.extract.pdf.drawings import Shape
from protocolkit.importing.extract.pdf.line_pieces import RawLine, are_apart
from protocolkit.importing.extract.pdf.places import Box
from protocolkit.text.words import BULLET

# How large a bullet is, and how far before its words it stands, in the size of the type.
_SMALLEST, _LARGEST, _FURTHEST = 0.12, 0.55, 2.6
# How much wider than high it may be, or the other way round.
_SQUARE = 1.35
# A bullet is bent or has four corners; what has fewer points is a line.
_FEWEST_POINTS = 4


def put_bullets(
    lines: Sequence[RawLine], shapes: Sequence[Shape], gutters: Sequence[Gutter] = ()
) -> None:
    """Put a bullet before the words of each line that one is drawn before.

    What stands beyond one of the ``gutters`` is in another column.
    """
    boxes = sorted(
        (shape.box for shape in shapes if len(shape.points) >= _FEWEST_POINTS),
        key=lambda box: box.left,
    )
    boxes = [box for box in boxes if 0 < box.width < _SQUARE * box.height]
    boxes = [box for box in boxes if box.height < _SQUARE * box.width]
    for number, line in enumerate(lines):
        if line.cells or not line.size or line.text.startswith(BULLET):
            continue
        found = next((box for box in reversed(boxes) if _is_before(box, line)), None)
        if found is not None and not _has_words_between(found, lines, number, gutters):
            _begin(line, found)


def _is_before(box: Box, line: RawLine) -> bool:
    room = line.left - box.right
    _, up = box.middle
    is_sized = _SMALLEST * line.size <= box.height <= _LARGEST * line.size
    return is_sized and 0 < room <= _FURTHEST * line.size and line.bottom < up < line.top


def _has_words_between(
    box: Box, lines: Sequence[RawLine], number: int, gutters: Sequence[Gutter]
) -> bool:
    """Tell whether the figure stands after other words, as a sign in a sentence or a row does.

    They are printed right before it: what a page prints at another time is of another column.
    """
    line, (_, up) = lines[number], box.middle
    for other in reversed(lines[:number]):
        if not (other.bottom < up < other.top and other.left < line.left):
            return False
        if not are_apart(other.right, line.left, gutters):
            return True
    return False


def _begin(line: RawLine, box: Box) -> None:
    shift = len(BULLET) + 1
    line.text = f"{BULLET} {line.text}"
    line.left = box.left
    line.marks[:] = [
        replace(mark, begin=mark.begin + shift, end=mark.end + shift) for mark in line.marks
    ]
