"""Lines through words: what may have been struck out by hand or by a program.

A line under words, around them or between them does not strike them. Who drew a line and why
cannot be told, so the words stay, with a doubt.
"""

from __future__ import annotations

import itertools
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
    lines = list(
        itertools.islice(itertools.chain(_lines(shapes), bars, _dashes(glyphs)), _MOST_LINES)
    )
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
        self._reach = 2 * float(self._high.max())

    def struck_by(self, begin: Point, end: Point, thick: float) -> list[int]:
        """Return the places of the letters that a line strikes, when it strikes most it passes."""
        if begin[0] > end[0]:
            begin, end = end, begin
        width, rise = end[0] - begin[0], end[1] - begin[1]
        if width <= 0 or abs(rise) > 2 * width:
            return []
        lowest, highest = sorted((begin[1], end[1]))
        rows = slice(*np.searchsorted(self._low, (lowest - self._reach, highest + self._reach)))
        across, high = self._across[rows], self._high[rows]
        up = (begin[1] + rise / width * (across - begin[0]) - self._low[rows]) / high
        passed = (begin[0] <= across) & (across <= end[0]) & (np.abs(up - 0.5) <= 1)
        hit = passed & (up >= _LOW) & (up <= _HIGH) & (thick <= _THICKEST * high)
        count = int(hit.sum())
        enough = count > 0 and count >= _ENOUGH * int(passed.sum())
        return [int(place) for place in self._places[rows][hit]] if enough else []


def _lines(shapes: Iterable[Shape]) -> Iterator[_Line]:
    """Yield what may be drawn as a line, with how thick it is: sides of outlines, and low areas."""
    for shape in shapes:
        if shape.is_filled and not shape.is_stroked:
            yield _bar(shape.box)
        elif shape.is_stroked:
            yield from ((begin, end, shape.thick) for begin, end in shape.sides)


def _dashes(glyphs: Sequence[Glyph]) -> Iterator[_Line]:
    """Yield the dashes of the text itself: they may be printed over other words."""
    for glyph in glyphs:
        if glyph.sign in _DASHES:
            yield _bar(glyph.box)


def _bar(box: Box) -> _Line:
    """Return the line that a low rectangle is."""
    middle = (box.bottom + box.top) / 2
    return (box.left, middle), (box.right, middle), box.height
