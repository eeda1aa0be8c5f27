"""Signs of a PDF that put ink on the page while the file says that they are blanks or strokes.

Such a sign is a letter of which the file does not say which one: a reader sees a word where the
file has spaces, dots or hyphens. It is told by how large it is drawn.
"""

from __future__ import annotations

import ctypes
import math
import re
from collections.abc import Iterator

import pypdfium2.raw as pdfium_c

from protocolkit.importing.extract.pdf.objects import Painted, object_matrix
from protocolkit.text.words import BULLET

_BLANK = (
    "\\s\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f"
    "\u2800\u3164\ufe00-\ufe0f\ufeff\uffa0\U000e0000-\U000e0fff"
)
# Soft hyphens are what many programs call the hyphen at the end of a line.
_LOW = "\\-\xad\xb7\u2010\u2011\u02d1\u2027\u2219\u22c5\u30fb\x02\ufffe"
_CLAIMS = re.compile(f"(?P<blank>[{_BLANK}])|(?P<low>[{_LOW}])|(?P<dots>{BULLET}{{2,}})")
# How high a blank, and a hyphen or a raised dot, is drawn, by how high a line of its font is.
_MOST_BLANK, _MOST_LOW = 0.04, 0.3
_UPRIGHT = 0.02


def inked_places(raw: object, signs: str) -> Iterator[int]:
    """Yield the places of signs on a page that are drawn as no sign of that name is."""
    for found in _CLAIMS.finditer(signs):
        if found["dots"]:
            yield from range(*found.span())
        elif _height(raw, found.start()) > (_MOST_BLANK if found["blank"] else _MOST_LOW):
            yield found.start()


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
    return min(box.width, box.height) > max(_MOST_BLANK * high, _MOST_BLANK)


def _height(raw: object, place: int) -> float:
    """Return how high a sign is drawn; 0 for one that PDFium adds, or that stands aslant."""
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    pdfium_c.FPDFText_GetCharBox(raw, place, *map(ctypes.byref, (left, right, bottom, top)))
    across, up = right.value - left.value, top.value - bottom.value
    if min(across, up) <= 0 or pdfium_c.FPDFText_IsGenerated(raw, place) == 1:
        return 0.0
    turn = pdfium_c.FPDFText_GetCharAngle(raw, place) % (math.pi / 2)
    if min(turn, math.pi / 2 - turn) > _UPRIGHT:
        return 0.0
    line = pdfium_c.FS_RECTF()
    pdfium_c.FPDFText_GetLooseCharBox(raw, place, ctypes.byref(line))
    is_level = abs(math.cos(pdfium_c.FPDFText_GetCharAngle(raw, place))) > 0.5
    if is_level:
        return float(up / max(abs(line.top - line.bottom), 0.01))
    return float(across / max(abs(line.right - line.left), 0.01))
