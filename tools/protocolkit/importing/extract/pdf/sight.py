"""What a reader sees of a page of a PDF: a sign is seen when its absence changes the printed page.

The page is made twice, with its text and without; where nothing changed, nothing was to be seen.
What is too small or too near to others to tell is looked at again, larger. Only what cannot be
told this way is text, with a doubt.
"""

from __future__ import annotations

import ctypes
import math
from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt
import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from protocolkit.base.messages import Marked
from protocolkit.importing.extract.pdf.glyphs import Glyph
from protocolkit.importing.extract.pdf.hardly_read import Covers, overprinted, squeezed
from protocolkit.importing.extract.pdf.objects import TEXT, Painted, object_matrix
from protocolkit.importing.extract.pdf.overlaps import Piece, layers, printed_twice, text_pieces
from protocolkit.importing.extract.pdf.pictures import (
    Change,
    Paper,
    Pixels,
    Window,
    Windows,
    change,
)
from protocolkit.importing.extract.pdf.places import Box
from protocolkit.importing.source.doubts import COVERED, FAINT, OVERPRINTED, UNTOLD
from protocolkit.reading.words_left_out import LeftOutReason

_SCALE = 1.6
# By how many of 255 steps a pixel must change to be seen, and to be seen easily.
_SEEN, _EASILY_SEEN = 5, 32
_SMALLEST = 1.0
# How high and wide the letters are of a text of one point.
_SMALL_LETTER = 0.7
_CLEAR_PIXELS = 16
_LARGEST_SCALE = 60.0
_MOST_CLOSE_LOOKS = 400
# For each close look all that is on the page is painted twice: so many pieces, or signs in them.
_MOST_PAINTED_CLOSELY = 150_000
_MOST_SIGNS_CLOSELY = 1_000_000
# Ways to print text (ISO 32000-1, table 106): not at all, and as a form to cut things out with.
_NEVER_PAINTED = 3
_CUTS = 4
_ONLY_CUTS = 7
_LIKE_BACKGROUND = 12


@dataclass(slots=True, kw_only=True)
class Sight:
    """By place: why a sign is not seen, and why it is not sure that one is; the pieces of text."""

    hidden: dict[int, LeftOutReason] = field(default_factory=dict)
    doubts: dict[int, Marked] = field(default_factory=dict)
    pieces: list[Piece] = field(default_factory=list)


def look(page: pdfium.PdfPage, glyphs: Sequence[Glyph], items: Sequence[Painted]) -> Sight:
    """Tell of every printed sign of a page whether it is seen."""
    pieces = text_pieces([item for item in items if item.kind == TEXT], glyphs)
    sight = Sight(pieces=pieces)
    paper = Paper(page)
    for piece in printed_twice(pieces):
        _hide(sight, piece, LeftOutReason.TWICE)
    open_pieces = []
    for piece in pieces:
        if piece.glyphs[0].place in sight.hidden:
            continue
        reason = _certain(piece)
        if reason is None:
            open_pieces.append(piece)
        else:
            _hide(sight, piece, reason)
    if paper.is_vast:
        sight.doubts.update((g.place, UNTOLD) for piece in open_pieces for g in piece.glyphs)
    else:
        _Looker(paper, items, sight).look(open_pieces)
    known = {piece.item.key for piece in pieces}
    for glyph in glyphs:
        if glyph.owner not in known:
            sight.doubts[glyph.place] = UNTOLD
    return sight


def _hide(sight: Sight, piece: Piece, reason: LeftOutReason) -> None:
    sight.hidden.update((glyph.place, reason) for glyph in piece.glyphs)


def _certain(piece: Piece) -> LeftOutReason | None:
    """Return why a piece is not seen where the PDF says so itself."""
    mode = pdfium_c.FPDFTextObj_GetTextRenderMode(piece.item.raw)
    if mode == _NEVER_PAINTED:
        return LeftOutReason.INVISIBLE
    return LeftOutReason.SMALL if _is_small(piece) else None


def _is_small(piece: Piece) -> bool:
    """Tell whether a piece is smaller than one point: by its size, or as its letters are drawn."""
    if _size(piece.item) < _SMALLEST:
        return max(min(glyph.box.width, glyph.box.height) for glyph in piece.glyphs) < _SMALLEST
    letters = (glyph.box for glyph in piece.glyphs if glyph.sign.isalnum())
    tallest = next(letters, None)
    if tallest is None or max(tallest.width, tallest.height) >= _SMALL_LETTER:
        return False
    return all(max(box.width, box.height) < _SMALL_LETTER for box in letters)


def _size(item: Painted) -> float:
    """Return the size in points in which a piece of text is printed."""
    size = ctypes.c_float()
    pdfium_c.FPDFTextObj_GetFontSize(item.raw, ctypes.byref(size))
    matrix = object_matrix(item.raw).within(item.around)
    return abs(size.value) * math.hypot(matrix.c, matrix.d)


class _Looker:
    """Looks at the pieces of one page, from afar and then, where needed, closely."""

    def __init__(self, paper: Paper, items: Sequence[Painted], sight: Sight) -> None:
        self._paper = paper
        self._sight = sight
        self._scale = paper.scale(_SCALE)
        self._close_looks = 0
        signs = sum(len(piece.glyphs) for piece in sight.pieces)
        self._most_close_looks = min(
            _MOST_PAINTED_CLOSELY // max(len(items), 1),
            _MOST_SIGNS_CLOSELY // max(signs, 1),
            _MOST_CLOSE_LOOKS,
        )
        self._covers = Covers(paper, items, self._scale)

    def look(self, pieces: Sequence[Piece]) -> None:
        """Tell of every piece which of its signs are seen."""
        self._leave_outside(pieces)
        hidden = self._sight.hidden
        on_page = [p for p in pieces if any(glyph.place not in hidden for glyph in p.glyphs)]
        if not on_page:
            return
        whole = self._paper.pixels(self._scale)
        parted, left = layers(on_page)
        apart = {id(piece) for layer in (*parted, left) for piece in layer}
        alone = [piece for piece in on_page if id(piece) not in apart]
        for layer in (alone, *parted):
            if layer:
                gone = [item for piece in layer for item in piece.items]
                self._look_at(layer, gone, whole)
        for piece in left:
            self._sight.doubts.update((glyph.place, UNTOLD) for glyph in piece.glyphs)
        self._doubt_hardly_read(on_page)

    def _doubt_hardly_read(self, pieces: Sequence[Piece]) -> None:
        """Doubt what is seen and perhaps cannot be read."""
        hidden, doubts = self._sight.hidden, self._sight.doubts
        for glyph in overprinted(pieces):
            doubts.setdefault(glyph.place, OVERPRINTED)
        for piece in filter(squeezed, pieces):
            for glyph in piece.glyphs:
                doubts.setdefault(glyph.place, UNTOLD)
        for place in hidden:
            doubts.pop(place, None)

    def _leave_outside(self, pieces: Sequence[Piece]) -> None:
        """Leave out the signs that stand off the page."""
        glyphs = [glyph for piece in pieces for glyph in piece.glyphs]
        if self._paper.is_flat or not glyphs:
            gone = np.arange(len(glyphs))
        else:
            left, top, right, bottom = self._windows(glyphs).T
            gone = np.nonzero((right <= left) | (bottom <= top))[0]
        self._sight.hidden.update((glyphs[n].place, LeftOutReason.OFF_PAGE) for n in gone)

    def _windows(self, glyphs: Sequence[Glyph]) -> Windows:
        return self._paper.windows([glyph.box for glyph in glyphs], self._scale)

    def _look_at(self, layer: Sequence[Piece], gone: list[Painted], whole: Pixels) -> None:
        bare = self._paper.without(gone, self._scale)
        changed = change(whole, bare)
        owned = [(piece, glyph) for piece in layer for glyph in piece.glyphs]
        windows = self._windows([glyph for _, glyph in owned])
        inner = self._inner(windows, [glyph.box for _, glyph in owned])
        easily = changed.found_in(inner, _EASILY_SEEN)
        for number in np.nonzero(~easily)[0]:
            piece, glyph = owned[number]
            if glyph.place in self._sight.hidden:
                continue
            seen = self._seen(windows[number], changed)
            if seen >= _EASILY_SEEN and not self._may_be_covered(piece, glyph):
                continue
            if seen >= _SEEN or self._is_tiny(windows[number]):
                seen = self._seen_closely(glyph, gone)
            if seen < _SEEN:
                self._missed(piece, glyph, bare)
            elif seen < _EASILY_SEEN:
                self._sight.doubts[glyph.place] = FAINT
        for piece in layer:
            for glyph in self._covers.half_covered(piece, changed):
                self._sight.doubts.setdefault(glyph.place, COVERED)
            for glyph in self._covers.cut_off(piece, changed):
                self._sight.doubts.setdefault(glyph.place, UNTOLD)

    def _inner(self, windows: Windows, boxes: Sequence[Box]) -> Windows:
        """Return windows without the pixels into which the sign beside it may reach."""
        near = _rooms(boxes) * self._scale < 1
        tight = np.zeros(len(boxes), dtype=bool)
        tight[:-1] |= near
        tight[1:] |= near
        inner = windows.copy()
        inner[tight, :2] += 1
        inner[tight, 2:] -= 1
        return inner

    def _seen(self, window: npt.NDArray[np.int64], changed: Change) -> int:
        """Return by how much the page changes where a sign is, or where one beside it begins."""
        left, top, right, bottom = window.tolist()
        return changed.most(Window(left, top, right, bottom))

    def _is_tiny(self, window: npt.NDArray[np.int64]) -> bool:
        left, top, right, bottom = window.tolist()
        return bool(min(right - left, bottom - top) < 3)

    def _seen_closely(self, glyph: Glyph, gone: Sequence[Painted]) -> int:
        """Return the same, from so near that a neighbour's edge is not taken for the sign."""
        self._close_looks += 1
        if self._close_looks > self._most_close_looks:
            self._sight.doubts[glyph.place] = UNTOLD
            return _EASILY_SEEN
        largest = max(glyph.box.width, glyph.box.height, 0.01)
        smallest = max(min(glyph.box.width, glyph.box.height), largest / 20)
        scale = min(_CLEAR_PIXELS / smallest, _LARGEST_SCALE)
        window = self._paper.window(glyph.box, scale)
        if window.is_empty:
            return 0
        before = self._paper.pixels(scale, window)
        after = self._paper.without(gone, scale, window)
        high, wide = before.shape
        edge = min(high, wide) // 10
        return change(before, after).most(Window(edge, edge, wide - edge, high - edge))

    def _missed(self, piece: Piece, glyph: Glyph, bare: Pixels) -> None:
        """Enter a sign that changes nothing, with the likeliest reason."""
        reason = self._reason(piece, glyph, bare)
        mode = pdfium_c.FPDFTextObj_GetTextRenderMode(piece.item.raw)
        cuts = mode >= _CUTS and not self._is_plain(glyph, bare)
        if cuts or (reason is LeftOutReason.HIDDEN and not _can_be_drawn(piece, glyph)):
            # a picture may be cut out in the form of letters
            self._sight.doubts[glyph.place] = UNTOLD
        else:
            self._sight.hidden[glyph.place] = reason

    def _is_plain(self, glyph: Glyph, pixels: Pixels) -> bool:
        """Tell whether nothing at all is to be seen in the place of a sign."""
        window = self._paper.window(glyph.box, self._scale)
        part = pixels[window.top : window.bottom, window.left : window.right]
        return part.size == 0 or bool((part == part[0, 0]).all())

    def _reason(self, piece: Piece, glyph: Glyph, bare: Pixels) -> LeftOutReason:
        mode = pdfium_c.FPDFTextObj_GetTextRenderMode(piece.item.raw)
        *colour, opacity = piece.item.stroke() if mode % 4 == 1 else piece.item.fill()
        if opacity == 0 or mode == _ONLY_CUTS:
            return LeftOutReason.INVISIBLE
        if self._is_covered(piece, glyph):
            return LeftOutReason.COVERED
        window = self._paper.window(glyph.box, self._scale)
        behind = bare[window.top : window.bottom, window.left : window.right].reshape(-1)
        if len(behind):
            around = [int(np.median(behind >> shift & 255)) for shift in (16, 8, 0)]
            if all(abs(a - b) <= _LIKE_BACKGROUND for a, b in zip(around, colour, strict=True)):
                return LeftOutReason.COLOUR
        return LeftOutReason.HIDDEN

    def _is_covered(self, piece: Piece, glyph: Glyph) -> bool:
        """Tell whether something that is no text was painted over the middle of a sign."""
        across, up = glyph.box.middle
        return any(box.holds(across, up) for box in self._covers.later(piece))

    def _may_be_covered(self, piece: Piece, glyph: Glyph) -> bool:
        """Tell whether something that is no text was painted over a part of a sign."""
        return any(box.meets(glyph.box) for box in self._covers.later(piece))


def _rooms(boxes: Sequence[Box]) -> npt.NDArray[np.float64]:
    """Return how far each two signs in a row stand apart, in points."""
    left, low, right, high = np.array([(b.left, b.bottom, b.right, b.top) for b in boxes]).T
    across = np.maximum(left[1:], left[:-1]) - np.minimum(right[1:], right[:-1])
    up = np.maximum(low[1:], low[:-1]) - np.minimum(high[1:], high[:-1])
    found: npt.NDArray[np.float64] = np.maximum(across, up)
    return found


def _can_be_drawn(piece: Piece, glyph: Glyph) -> bool:
    """Tell whether our program can draw a sign at all: else its absence proves nothing.

    It can when the PDF brings the letters along, or when the sign is one of those of Windows-1252.
    """
    font = pdfium_c.FPDFTextObj_GetFont(piece.item.raw)
    if font and pdfium_c.FPDFFont_GetIsEmbedded(font) == 1:
        return True
    return bool(glyph.sign.encode("cp1252", "ignore"))
