"""The paragraphs, points and cells of a text, as those of a returned file are known by them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from protocolkit.changes.likeness import Bag, bag_of
from protocolkit.changes.protocol_items import items_of
from protocolkit.changes.units import UnitKind
from protocolkit.document.model import Protocol
from protocolkit.document.richtext import plain
from protocolkit.review.word_story import StoryParagraph
from protocolkit.text.label_form import label_length
from protocolkit.text.words import tokens


@dataclass(frozen=True, slots=True)
class ClausePiece:
    """A paragraph, point or cell: its clause, its words, and these behind its marker."""

    anchor: str
    words: tuple[str, ...]
    marked: tuple[str, ...]
    bag: Bag
    is_cell: bool

    @property
    def forms(self) -> frozenset[tuple[str, ...]]:
        """Its words with its marker and without."""
        return frozenset((self.words, self.marked))

    def may_be(self, paragraph: StoryParagraph) -> bool:
        """Tell whether a paragraph can be this one: nothing outside a table is a cell of one."""
        return not self.is_cell or paragraph.cell is not None


def clause_pieces(protocol: Protocol) -> Iterator[ClausePiece]:
    """Yield every piece of a text that has words."""
    for item in items_of(protocol):
        for unit in item.units:
            said = plain(unit.text)
            if words := tokens(said):
                marked, is_cell = tokens(f"{unit.marker} {said}"), unit.kind is UnitKind.CELL
                yield ClausePiece(item.anchor, words, marked, bag_of(words), is_cell)


def own_words(text: str) -> tuple[str, ...]:
    """Return the words of a paragraph, without the label that we print before a clause."""
    return tokens(text[label_length(text) :])
