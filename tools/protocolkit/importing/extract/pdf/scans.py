"""Pages that are a picture of a page, with the words that a program read from it on top.

Those words nobody sees, but they say what the picture shows. Text that nobody sees over a picture
that shows nothing in that place is no such thing.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pypdfium2 as pdfium

from protocolkit.importing.extract.pdf.glyphs import Glyph
from protocolkit.importing.extract.pdf.pictures import Paper
from protocolkit.importing.extract.pdf.places import Box
from protocolkit.reading.words_left_out import LeftOutReason

READ_OFF = frozenset((LeftOutReason.INVISIBLE, LeftOutReason.COVERED))
# The part of a page that its pictures must fill, and of its words that must be unseen.
_FILLED, _UNSEEN = 0.75, 0.8
# The part of those words under which the picture must show something.
_SHOWN = 0.6
_SCALE = 0.75
_CELLS = 60
_CONTRAST = 40


def is_scan(
    page: pdfium.PdfPage,
    glyphs: Sequence[Glyph],
    hidden: dict[int, LeftOutReason],
    pictures: Sequence[Box],
) -> bool:
    """Tell whether the words of a page that nobody sees were read off its pictures."""
    unseen = [glyph for glyph in glyphs if hidden.get(glyph.place) in READ_OFF]
    if not unseen or not pictures or len(unseen) < _UNSEEN * len(glyphs):
        return False
    paper = Paper(page)
    if paper.is_flat or _filled(paper, pictures) < _FILLED:
        return False
    pixels = paper.pixels(scale := paper.scale(_SCALE))
    grey = (pixels & 255) + (pixels >> 8 & 255) + (pixels >> 16 & 255)
    shown = 0
    for left, top, right, bottom in paper.windows([g.box for g in unseen], scale).tolist():
        part = grey[max(top - 1, 0) : bottom + 1, max(left - 1, 0) : right + 1]
        shown += part.size > 0 and int(part.max()) - int(part.min()) >= _CONTRAST
    return shown >= _SHOWN * len(unseen)


def _filled(paper: Paper, pictures: Sequence[Box]) -> float:
    """Return which part of a page lies under pictures."""
    scale = _CELLS / max(paper.width, paper.height)
    cells = np.zeros((round(paper.height * scale) or 1, round(paper.width * scale) or 1), bool)
    for left, top, right, bottom in paper.windows(pictures, scale).tolist():
        cells[top:bottom, left:right] = True
    return float(cells.mean())
