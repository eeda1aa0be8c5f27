"""What a PDF marks as no part of its text: running heads, page numbers, labels in the margin.

In the middle of a line of text it is text all the same; between lines of text it may be a clause.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

from protocolkit.importing.extract.pdf.glyphs import Glyph
from protocolkit.importing.extract.pdf.objects import TEXT, Painted
from protocolkit.importing.extract.pdf.overlaps import glyphs_box
from protocolkit.importing.extract.pdf.places import Box

_Run = tuple[bool, list[Glyph]]
# Signs on one line belong to one sentence while no further apart than this many times their height.
_NEAR = 4.0
# More letters in one place than a number, a label or a watermark has.
_MANY = 12


def artifacts(items: Sequence[Painted], glyphs: Sequence[Glyph]) -> Iterator[list[Glyph]]:
    """Yield the signs, run by run, that are marked as no part of the text of a page."""
    marked = {
        item.key
        for item in items
        if item.kind == TEXT and any(name == "Artifact" for name, _ in item.marks())
    }
    if not marked:
        return
    runs = itertools.groupby(glyphs, lambda glyph: glyph.owner in marked)
    parts = [(is_marked, list(run)) for is_marked, run in runs]
    for number, (is_marked, run) in enumerate(parts):
        before, after = parts[max(number - 1, 0) : number], parts[number + 1 : number + 2]
        if is_marked and not _is_amid(run, before, after):
            yield run


def holds_clause(run: Sequence[Glyph], text: Sequence[Glyph]) -> bool:
    """Tell whether a piece of a run stands between lines of text, as a clause does."""
    pieces = [list(piece) for _, piece in itertools.groupby(run, lambda glyph: glyph.owner)]
    long = [piece for piece in pieces if sum(glyph.sign.isalpha() for glyph in piece) >= _MANY]
    if not (long and text):
        return False
    whole = glyphs_box(text)
    return any(_is_between(piece, text, whole) for piece in long)


def are_beside(one: Box, other: Box) -> bool:
    """Tell whether two signs stand in one line, no more than a few words' width apart."""
    height = max(one.height, other.height)
    row = min(one.top, other.top) - max(one.bottom, other.bottom) > -0.3 * height
    gap = max(one.left, other.left) - min(one.right, other.right)
    return row and gap < _NEAR * height


def _is_between(run: Sequence[Glyph], text: Sequence[Glyph], whole: Box) -> bool:
    across, up = glyphs_box(run).middle
    is_inside = whole.left <= across <= whole.right and whole.bottom < up < whole.top
    return is_inside and not any(glyph.box.bottom <= up <= glyph.box.top for glyph in text)


def _is_amid(run: Sequence[Glyph], before: Sequence[_Run], after: Sequence[_Run]) -> bool:
    """Tell whether signs stand in the middle of a line of text, whatever the PDF says of them."""
    return (
        bool(before and after)
        and are_beside(before[0][1][-1].box, run[0].box)
        and are_beside(run[-1].box, after[0][1][0].box)
    )
