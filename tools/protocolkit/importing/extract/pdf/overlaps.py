"""Pieces of text that are printed over each other: which may be looked at together.

Taking all text off a page shows at once what of it is seen, but not of a piece on which another
one lies. Those are parted into layers, in none of which two pieces touch.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import product
from math import ceil, floor, log2

from protocolkit.importing.extract.pdf.glyphs import Glyph
from protocolkit.importing.extract.pdf.objects import Painted
from protocolkit.importing.extract.pdf.places import Box, around

MOST_LAYERS = 16
# A page whose pieces touch more often than this is not looked at piece by piece.
_MOST_PAIRS = 20_000
_MOST_IN_PLACE = 100
_EDGE = 0.15
# The part of its height by which the shadow of a word may lie beside the word.
_SHADOW = 0.35


@dataclass(slots=True, kw_only=True)
class Piece:
    """One piece of text with its signs, and what was painted in the same place once more."""

    item: Painted
    glyphs: list[Glyph]
    box: Box
    twins: list[Painted] = field(default_factory=list)

    @property
    def words(self) -> str:
        """Its signs, without spaces."""
        return "".join(glyph.sign for glyph in self.glyphs)

    @property
    def items(self) -> list[Painted]:
        """All that must go to take it off the page."""
        return [self.item, *self.twins]


def text_pieces(items: Sequence[Painted], glyphs: Sequence[Glyph]) -> list[Piece]:
    """Return the pieces of text with signs, in the order in which they are painted.

    One without signs that lies on another says the same: PDFium reads what is drawn twice once.
    """
    by_owner: dict[int, list[Glyph]] = {}
    for glyph in glyphs:
        by_owner.setdefault(glyph.owner, []).append(glyph)
    pieces = [
        Piece(item=item, glyphs=found, box=glyphs_box(found))
        for item in items
        if (found := by_owner.get(item.key))
    ]
    near = _Near(pieces)
    for item in items:
        box = item.box() if item.key not in by_owner else None
        twin = near.same(box) if box is not None else None
        if twin is not None:
            twin.twins.append(item)
    return pieces


class _Near:
    """Finds the first piece in a place, among those of about its size that begin near it."""

    def __init__(self, pieces: Sequence[Piece]) -> None:
        self._pieces = pieces
        self._cells: dict[tuple[float, int, int], list[int]] = {}
        for number, piece in enumerate(pieces):
            size = 2.0 ** ceil(log2(_nearness(piece.box)))
            cell = (size, floor(piece.box.left / size), floor(piece.box.bottom / size))
            self._cells.setdefault(cell, []).append(number)
        self._sizes = {size for size, _, _ in self._cells}

    def same(self, box: Box) -> Piece | None:
        """Return the piece that stands where a box is; of very many in one place none."""
        found: list[int] = []
        for size in self._sizes:
            across, up = floor(box.left / size), floor(box.bottom / size)
            for one, other in product((across - 1, across, across + 1), (up - 1, up, up + 1)):
                found += self._cells.get((size, one, other), ())[:_MOST_IN_PLACE]
        same = (number for number in found if _is_same(self._pieces[number].box, box))
        number = min(same, default=-1)
        return self._pieces[number] if number >= 0 else None


def glyphs_box(glyphs: Sequence[Glyph]) -> Box:
    """Return the box around signs."""
    corners = [(glyph.box.left, glyph.box.bottom) for glyph in glyphs]
    return around(corners + [(glyph.box.right, glyph.box.top) for glyph in glyphs])


def printed_twice(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """Yield every piece that is only the shadow of the same words just above it."""
    by_words: dict[str, list[Piece]] = {}
    for piece in pieces:
        by_words.setdefault(piece.words, []).append(piece)
    for same in by_words.values():
        for number, piece in enumerate(same[:-1]):
            near = _SHADOW * max(min(g.box.width, g.box.height) for g in piece.glyphs)
            if any(_is_near(piece.box, later.box, near) for later in same[number + 1 :][:50]):
                yield piece


def layers(pieces: Sequence[Piece]) -> tuple[list[list[Piece]], list[Piece]]:
    """Return the pieces that lie on others by layer, and those for which there is no layer left.

    In a layer no two pieces touch. Pieces that touch no other are in none of them.
    """
    touching: dict[int, list[int]] = {}
    for one, other in touching_pairs(pieces):
        touching.setdefault(one, []).append(other)
        touching.setdefault(other, []).append(one)
    chosen: dict[int, int] = {}
    found: list[list[Piece]] = []
    left: list[Piece] = []
    for number in sorted(touching):
        taken = {chosen.get(other) for other in touching[number]}
        layer = next((n for n in range(MOST_LAYERS) if n not in taken), None)
        if layer is None:
            left.append(pieces[number])
            continue
        chosen[number] = layer
        if layer == len(found):
            found.append([])
        found[layer].append(pieces[number])
    return found, left


def touching_pairs(pieces: Sequence[Piece]) -> Iterator[tuple[int, int]]:
    """Yield the numbers of pieces that lie on each other, by more than their edges."""
    boxes = [_inner(piece.box) for piece in pieces]
    order = sorted(range(len(boxes)), key=lambda number: boxes[number].bottom)
    active: list[int] = []
    count = 0
    for number in order:
        box = boxes[number]
        active = [other for other in active if boxes[other].top > box.bottom]
        for other in active:
            if boxes[other].meets(box):
                count += 1
                if count > _MOST_PAIRS:
                    return
                yield number, other
        active.append(number)


def _inner(box: Box) -> Box:
    edge = _EDGE * min(box.width, box.height)
    return Box(box.left + edge, box.bottom + edge, box.right - edge, box.top - edge)


def _is_same(one: Box, other: Box) -> bool:
    return _is_near(one, other, _nearness(one))


def _nearness(box: Box) -> float:
    return 0.25 * max(min(box.width, box.height), 0.1)


def _is_near(one: Box, other: Box, most: float) -> bool:
    return (
        abs(one.left - other.left) <= most
        and abs(one.right - other.right) <= most
        and abs(one.bottom - other.bottom) <= most
        and abs(one.top - other.top) <= most
    )
