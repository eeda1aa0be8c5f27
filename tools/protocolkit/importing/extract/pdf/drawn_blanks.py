"""Signs of a PDF that put ink on the page while the file says that they are blanks or strokes.

Such a sign is a letter of which the file does not say which one: a reader sees a word where the
file has spaces, dots or hyphens. It is told by how large it is drawn.
"""

from __future__ import annotations

import ctypes
import math
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import pypdfium2.raw as pdfium_c

from protocolkit.importing.extract.pdf.objects import Painted, object_matrix
from protocolkit.text.words import BULLET

_BLANK = (
    "\\s\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f"
    "\u2800\u3164\ufe00-\ufe0f\ufeff\uffa0\U000e0000-\U000e0fff"
)
# Soft hyphens are what many programs call the hyphen at the end of a line.
_STROKE = "\\-\xad\u2010\u2011\x02\ufffe"
_DOT = "\xb7\u02d1\u2027\u2219\u22c5\u30fb"
_CLAIMS = re.compile(
    f"(?P<blank>[{_BLANK}])|(?P<stroke>[{_STROKE}])|(?P<dot>[{_DOT}])|(?P<bullets>{BULLET}{{2,}})"
)
# How high a sign of each kind is drawn at most, where the size of its letters is 1: the heaviest
# hyphen that was seen is 0.15, the heaviest dot 0.36, the lowest letter 0.45.
_MOST = {"blank": 0.04, "stroke": 0.3, "dot": 0.4, "bullets": 0.7}
# Bullets beside each other are one sign, so they differ no more than this.
_ALIKE = 0.05
_UPRIGHT, _SAME = 0.02, 0.005
# What is drawn no higher, in points, is ink of no letter: so stand the blanks of most files.
_HAIR = 0.02


class _Ink(NamedTuple):
    """How a sign is drawn, where the size of its letters is 1."""

    left: float
    right: float
    bottom: float
    top: float

    @property
    def height(self) -> float:
        return self.top - self.bottom

    def shares(self, other: _Ink) -> bool:
        """Whether both are one drawing, of which a PDF may say that it is two signs.

        Each then has the box of the whole, or its part of it.
        """
        begins = (abs(self.left - edge) for edge in (other.left, other.right))
        edges = (
            self.bottom - other.bottom,
            self.top - other.top,
            min(begins),
            (self.right - self.left) - (other.right - other.left),
        )
        return all(abs(edge) < _SAME for edge in edges)


class _Inks:
    """How the signs of a page are drawn; each is asked for in the same room, for they are many."""

    def __init__(self, raw: object) -> None:
        self._raw = raw
        self._edges = [ctypes.c_double() for _ in range(4)]
        self._matrix = pdfium_c.FS_MATRIX()
        self._into = [*map(ctypes.byref, self._edges)]
        self._into_matrix = ctypes.byref(self._matrix)

    def is_hair(self, place: int) -> bool:
        """Tell whether a sign is drawn so low that it is a blank, whatever its size."""
        pdfium_c.FPDFText_GetCharBox(self._raw, place, *self._into)
        return self._edges[3].value - self._edges[2].value < _HAIR

    def at(self, place: int) -> _Ink | None:
        """Return how a sign is drawn; None where PDFium adds it, or where it stands aslant."""
        raw, matrix = self._raw, self._matrix
        pdfium_c.FPDFText_GetCharBox(raw, place, *self._into)
        left, right, bottom, top = (edge.value for edge in self._edges)
        is_flat = right <= left or top <= bottom
        if is_flat or pdfium_c.FPDFText_IsGenerated(raw, place) == 1:
            return None
        pdfium_c.FPDFText_GetMatrix(raw, place, self._into_matrix)
        along, up = math.hypot(matrix.a, matrix.b), math.hypot(matrix.c, matrix.d)
        size = abs(pdfium_c.FPDFText_GetFontSize(raw, place)) * up
        if size <= 0 or min(abs(matrix.a), abs(matrix.b)) > _UPRIGHT * along:
            return None
        if abs(matrix.b) > abs(matrix.a):
            left, right, bottom, top = bottom, top, left, right
        return _Ink(left / size, right / size, bottom / size, top / size)


def inked_places(raw: object, signs: str) -> Iterator[int]:
    """Yield the places of signs on a page that are drawn as no sign of that name is."""
    drawn = _Inks(raw)
    for found in _CLAIMS.finditer(signs):
        kind, places = str(found.lastgroup), range(*found.span())
        if kind == "blank" and drawn.is_hair(found.start()):
            continue
        inks = [ink for ink in map(drawn.at, places) if ink]
        is_large = any(ink.height > _MOST[kind] for ink in inks)
        if kind == "bullets":
            if is_large or not _are_alike(inks):
                yield from places
        elif is_large and not _is_part(drawn, signs, found.start()):
            yield found.start()


def _are_alike(inks: Sequence[_Ink]) -> bool:
    """Tell whether signs have one height and one width."""
    sizes = [(ink.height, ink.right - ink.left) for ink in inks]
    return all(max(side) - min(side) <= _ALIKE for side in zip(*sizes, strict=True))


def _is_part(drawn: _Inks, signs: str, place: int) -> bool:
    """Tell whether the sign before is a letter, and the drawing of it is that of both.

    So is written, in what a PDF says of its letters, that a blank or a soft hyphen stood there.
    """
    ink = drawn.at(place)
    while place and _CLAIMS.match(signs, place):
        before = drawn.at(place - 1)
        if ink is None or before is None or not ink.shares(before):
            return False
        ink, place = before, place - 1
    return bool(signs) and not _CLAIMS.match(signs, place)


def is_inked(item: Painted) -> bool:
    """Tell whether a piece of text without any sign is drawn with ink."""
    if pdfium_c.FPDFTextObj_GetTextRenderMode(item.raw) == pdfium_c.FPDF_TEXTRENDERMODE_INVISIBLE:
        return False
    matrix, box = object_matrix(item.raw).within(item.around), item.box()
    if box is None or min(abs(matrix.b), abs(matrix.a)) > _UPRIGHT:
        return False
    size = ctypes.c_float()
    pdfium_c.FPDFTextObj_GetFontSize(item.raw, ctypes.byref(size))
    high = abs(size.value) * max(abs(matrix.d), abs(matrix.c))
    return min(box.width, box.height) > max(_MOST["blank"] * high, _MOST["blank"])
