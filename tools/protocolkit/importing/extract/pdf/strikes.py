"""Lines through words: what may have been struck out by hand or by a program.

A line under words, around them or between them does not strike them. Who drew a line and why
cannot be told, so the words stay, with a doubt.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterable, Iterator, Sequence

import numpy as np

from protocolkit.importing.extract.pdf.drawings import Point, Shape
from protocolkit.importing.extract.pdf.glyphs import Glyph
from protocolkit.importing.extract.pdf.places import Box

# The part of a letter, from its foot up, through which a line strikes it.
_LOW, _HIGH = 0.2, 0.8
# A line thicker than this part of a letter is a bar.
_THICKEST = 0.4
# The part of the letters along a line that it must strike: below some letters it only hangs.
_ENOUGH = 0.6
_DASHES = "-–—‒―−_¯"
_STRIKING_SIGNS = "\u0335\u0336\u0337\u0338"
# A slash crosses a word through a letter or close beside it: how far, in the letter's height.
_BESIDE = 0.15
_STEEPEST = 6
_SLASHES = "/\\\u2044\u2215\u2571\u2572"
# An area is a line when it has few corners and is this much longer than thick.
_MOST_CORNERS, _LONGER = 8, 8
_MOST_LINES = 5_000

_Line = tuple[Point, Point, float]


def struck_glyphs(
    glyphs: Sequence[Glyph],
    shapes: Iterable[Shape],
    pictures: Iterable[Box] = (),
    struck: Iterable[Box] = (),
) -> set[int]:
    """Return the places of the letters that a line is drawn through; a picture may be a line.

    ``struck`` are places that the PDF itself calls struck.
    """
    struck = list(struck)
    bars = (_bar(box) for box in pictures)
    drawn = itertools.chain(_lines(shapes), bars, _strokes(glyphs))
    lines = list(itertools.islice(drawn, _MOST_LINES))
    found = {
        glyphs[number - 1].place if number else glyph.place
        for number, glyph in enumerate(glyphs)
        if glyph.sign in _STRIKING_SIGNS
    }
    if not struck and not lines:
        return found
    letters = [glyph for glyph in glyphs if glyph.sign.isalnum() and glyph.box.height > 0]
    for box in struck:
        found.update(glyph.place for glyph in letters if box.holds(*glyph.box.middle))
    if lines and letters:
        rows = _Letters(letters)
        for line in lines:
            found.update(rows.struck_by(*line))
    return found


class _Letters:
    """The letters of a page, ordered from the bottom up."""

    def __init__(self, letters: Sequence[Glyph]) -> None:
        ordered = sorted(letters, key=lambda glyph: glyph.box.bottom)
        self._places = np.array([glyph.place for glyph in ordered])
        self._low = np.array([glyph.box.bottom for glyph in ordered])
        self._high = np.array([glyph.box.height for glyph in ordered])
        self._across = np.array([glyph.box.middle[0] for glyph in ordered])
        self._wide = np.array([glyph.box.width for glyph in ordered])
        self._reach = 2 * float(self._high.max())

    def struck_by(self, begin: Point, end: Point, thick: float) -> list[int]:
        """Return the places of the letters that a line strikes.

        It does when it strikes most that it passes, or crosses them from foot to head as a slash.
        """
        if begin[0] > end[0]:
            begin, end = end, begin
        width, rise = end[0] - begin[0], end[1] - begin[1]
        if width <= 0 or abs(rise) > _STEEPEST * width:
            return []
        lowest, highest = sorted((begin[1], end[1]))
        rows = slice(*np.searchsorted(self._low, (lowest - self._reach, highest + self._reach)))
        across, low, high = self._across[rows], self._low[rows], self._high[rows]
        up = (begin[1] + rise / width * (across - begin[0]) - low) / high
        passed = (begin[0] <= across) & (across <= end[0]) & (np.abs(up - 0.5) <= 1)
        hit = passed & (up >= _LOW) & (up <= _HIGH) & (thick <= _THICKEST * high)
        if int(hit.sum()) < _ENOUGH * int(passed.sum()):
            hit = np.zeros(len(across), dtype=bool)
        if rise:
            middle = begin[0] + width / rise * (low + high / 2 - begin[1])
            whole = (lowest <= low + _LOW * high) & (highest >= low + _HIGH * high)
            near = np.abs(middle - across) <= self._wide[rows] / 2 + _BESIDE * high
            hit |= whole & near & (thick <= high)
        return [int(place) for place in self._places[rows][hit]]


def _lines(shapes: Iterable[Shape]) -> Iterator[_Line]:
    """Yield what may be drawn as a line, with how thick it is: sides of outlines, and areas."""
    for shape in shapes:
        if shape.is_filled and not shape.is_stroked:
            yield _spine(shape) or _bar(shape.box)
        elif shape.is_stroked:
            yield from (_side(begin, end, shape.thick) for begin, end in shape.sides)


def _side(begin: Point, end: Point, thick: float) -> _Line:
    """Return a side of an outline: one without length is a dot as wide as it is thick."""
    if begin != end:
        return begin, end, thick
    return (begin[0] - thick / 2, begin[1]), (end[0] + thick / 2, end[1]), thick


def _spine(shape: Shape) -> _Line | None:
    """Return the line that a long narrow area is which lies aslant."""
    corners = list(dict.fromkeys(shape.points))
    if not 2 < len(corners) <= _MOST_CORNERS:
        return None
    begin, end = max(itertools.combinations(corners, 2), key=lambda pair: math.dist(*pair))
    turns = zip(corners, (*corners[1:], corners[0]), strict=True)
    area = abs(sum(x * its_y - its_x * y for (x, y), (its_x, its_y) in turns)) / 2
    length = math.dist(begin, end)
    thick = area / length if length else 0.0
    is_line = 0 < _LONGER * thick < length and shape.box.height > 2 * thick
    return (begin, end, thick) if is_line else None


def _strokes(glyphs: Sequence[Glyph]) -> Iterator[_Line]:
    """Yield the dashes and slashes of the text itself: they may be printed over other words."""
    for glyph in glyphs:
        if glyph.sign in _DASHES:
            yield _bar(glyph.box)
        elif glyph.sign in _SLASHES:
            box, is_back = glyph.box, glyph.sign in "\\\u2572"
            first, last = (box.top, box.bottom) if is_back else (box.bottom, box.top)
            yield (box.left, first), (box.right, last), 0.0


def _bar(box: Box) -> _Line:
    """Return the line that a low rectangle is."""
    middle = (box.bottom + box.top) / 2
    return (box.left, middle), (box.right, middle), box.height
