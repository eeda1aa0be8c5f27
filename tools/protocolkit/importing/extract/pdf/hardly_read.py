"""Words of a PDF that are seen and that perhaps nobody can read.

They are squeezed, printed over others, half covered, or cut off at a side. They are text, with a
doubt.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pypdfium2.raw as pdfium_c

from protocolkit.importing.extract.pdf.glyphs import Glyph
from protocolkit.importing.extract.pdf.objects import TEXT, Painted
from protocolkit.importing.extract.pdf.overlaps import Piece, touching_pairs
from protocolkit.importing.extract.pdf.pictures import Change, Paper, Window
from protocolkit.importing.extract.pdf.places import Box

# Signs that are narrow in every font.
_NARROW = frozenset("iIlj1tfrJ")
_SQUEEZED = 0.12
# Words of quite another size, as those of a watermark, are told apart.
_LARGER = 2.0
_FEW = 2
# Which part of a letter must be painted over, and how far across it, before it counts.
_PART, _ACROSS = 0.25, 0.8
_SIDE = 0.3
_LEAST_PIXELS = 2
_SEEN = 5


def squeezed(piece: Piece) -> bool:
    """Tell whether the letters of a piece are so narrow, or so flat, that they are lines."""
    letters = [g.box for g in piece.glyphs if g.sign.isalnum() and g.sign not in _NARROW]
    return bool(letters) and all(
        min(box.width, box.height) < _SQUEEZED * max(box.width, box.height) for box in letters
    )


def overprinted(pieces: Sequence[Piece]) -> Iterator[Glyph]:
    """Yield the letters of pieces that stand in the same place as other letters of their size."""
    told: set[int] = set()
    for one, other in touching_pairs(pieces):
        if {one, other} <= told:
            continue
        first, second = (
            [g for g in pieces[number].glyphs if g.sign.isalnum()] for number in (one, other)
        )
        met = [glyph for glyph in first if any(_are_in_one_place(glyph, by) for by in second)]
        if len(met) >= max(_FEW, min(len(first), len(second)) / 2):
            told |= {one, other}
            yield from (*first, *second)


def _are_in_one_place(one: Glyph, other: Glyph) -> bool:
    high, low = sorted((one.box.height, other.box.height), reverse=True)
    return (
        high <= _LARGER * low
        and other.box.holds(*one.box.middle)
        and one.box.holds(one.box.middle[0], other.box.middle[1])
    )


class Covers:
    """What is painted on a page besides text, and which letters it covers in part."""

    def __init__(self, paper: Paper, items: Sequence[Painted], scale: float) -> None:
        self._paper = paper
        self._scale = scale
        found = ((item, item.box()) for item in items if item.kind != TEXT)
        self._boxes = [(item.number, box) for item, box in found if box is not None]
        self._last = max((number for number, _ in self._boxes), default=-1)

    def later(self, piece: Piece) -> Iterator[Box]:
        """Yield the places of what was painted after a piece of text and is not text itself."""
        turn = piece.item.number
        return (box for number, box in self._boxes if number > turn)

    def half_covered(self, piece: Piece, changed: Change) -> Iterator[Glyph]:
        """Yield the letters of which a part is painted over, so that no pixel of it is seen."""
        if self._last <= piece.item.number:
            return
        boxes = [box for box in self.later(piece) if box.meets(piece.box)]
        for glyph in piece.glyphs if boxes else ():
            if glyph.sign.isalnum() and any(self._hides(box, glyph, changed) for box in boxes):
                yield glyph

    def cut_off(self, piece: Piece, changed: Change) -> Iterator[Glyph]:
        """Yield the letters of which a side is cut off, because the page is cut out around them.

        A letter reaches all sides of its box, so that each must show something of it.
        """
        clip = pdfium_c.FPDFPageObj_GetClipPath(piece.item.raw)
        if not clip or pdfium_c.FPDFClipPath_CountPaths(clip) <= 0:
            return
        for glyph in piece.glyphs:
            if glyph.sign.isalnum() and any(
                self._shows_nothing(side, changed) for side in _sides(glyph.box)
            ):
                yield glyph

    def _shows_nothing(self, part: Box, changed: Change) -> bool:
        window = self._paper.window(part, self._scale)
        if min(window.right - window.left, window.bottom - window.top) < _LEAST_PIXELS:
            return False
        return changed.most(window) < _SEEN

    def _hides(self, cover: Box, glyph: Glyph, changed: Change) -> bool:
        box = glyph.box
        part = Box(max(box.left, cover.left), max(box.bottom, cover.bottom),
                   min(box.right, cover.right), min(box.top, cover.top))  # fmt: skip
        if min(part.width, part.height) <= 0 or min(box.width, box.height) <= 0:
            return False
        shares = sorted((part.width / box.width, part.height / box.height))
        if shares[0] < _PART or shares[1] < _ACROSS:
            return False
        window = self._paper.window(part, self._scale)
        inner = Window(window.left + 1, window.top + 1, window.right - 1, window.bottom - 1)
        if min(inner.right - inner.left, inner.bottom - inner.top) < _LEAST_PIXELS:
            return False
        return changed.most(inner) < _SEEN


def _sides(box: Box) -> tuple[Box, ...]:
    """Return what lies along each side of a box."""
    wide, high = _SIDE * box.width, _SIDE * box.height
    return (
        Box(box.left, box.top - high, box.right, box.top),
        Box(box.left, box.bottom, box.right, box.bottom + high),
        Box(box.left, box.bottom, box.left + wide, box.top),
        Box(box.right - wide, box.bottom, box.right, box.top),
    )
