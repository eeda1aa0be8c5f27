"""Pictures between the lines of a PDF that may hold words of the text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from protocolkit.importing.extract.pdf.glyphs import Glyph
from protocolkit.importing.extract.pdf.passed_over import Passed
from protocolkit.importing.extract.pdf.places import Box
from protocolkit.importing.source.doubts import PICTURED
from protocolkit.reading.words_left_out import LeftOutReason

# A smaller picture holds no line of words; so low on a page stands its foot. In points.
_WIDE, _HIGH, _FOOT = 200.0, 8.0, 60.0


def lone_pictures(pictures: Sequence[Box], glyphs: Sequence[Glyph]) -> Iterator[Passed]:
    """Yield a doubt for each wide picture below a line of text on which no letters stand."""
    for box in pictures:
        if box.width < _WIDE or box.height < _HIGH or box.top < _FOOT:
            continue
        places = [glyph.box.middle for glyph in glyphs]
        is_under = any(
            box.left <= across <= box.right and box.bottom <= up <= box.top for across, up in places
        )
        if not is_under and any(up > box.top for _, up in places):
            yield Passed(words="", reason=LeftOutReason.PICTURE, box=box, doubt=PICTURED)
