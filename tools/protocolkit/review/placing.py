"""At which clause of the submitted text each paragraph of a returned file stands.

A paragraph is known again by its bookmark, held beside its words; else by its words alone. Nothing
is guessed: one that could be two clauses, or that nobody submitted, stands at none.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from itertools import pairwise

from protocolkit.changes.likeness import Bag, bag_of, coverage, likeness
from protocolkit.changes.protocol_items import items_of
from protocolkit.document.cover import code_lines
from protocolkit.document.model import Protocol
from protocolkit.document.outline import sections
from protocolkit.exchange.bookmark_names import bookmark_name
from protocolkit.review.clause_pieces import ClausePiece, clause_pieces, own_words
from protocolkit.review.copied_clauses import copied_clauses
from protocolkit.review.joined import joined_owners
from protocolkit.review.numbered_places import numbered_places
from protocolkit.review.remarks import PlacedBy
from protocolkit.review.word_story import StoryParagraph
from protocolkit.text.words import glued, holds_in_a_row, tokens

# How much alike a paragraph must be with its bookmark, and without it.
_WITH_BOOKMARK, _ALIKE = 0.35, 0.6
# Without a bookmark it must also have this many words, and be so much more alike than any other.
_ALIKE_WORDS, _AHEAD = 4, 0.12
# The words that a part of a split clause has at least, and the share of them in the clause.
_PART_WORDS, _PART = 4, 0.97
# At least this many marked words are found again by themselves, in one clause.
_QUOTE_WORDS = 3
# The share of a clause that a paragraph has at least in which it was joined with another.
_JOINED = 0.8
# An inserted paragraph with this many words, all as in a clause, is that clause, moved.
_MOVED_WORDS = 5
# The share of the clauses whose bookmarks tell where the text begins.
_MARKED = 0.5


@dataclass(frozen=True, slots=True)
class Stand:
    """Where a paragraph stands, and how that is known; ``copy_of`` is what a copy was made of."""

    anchor: str = ""
    by: PlacedBy = PlacedBy.NOTHING
    copy_of: str = ""


UNPLACED = Stand()


class SubmittedText:
    """The text that a council had before it, as paragraphs whose clause is known."""

    def __init__(self, protocol: Protocol) -> None:
        self.protocol = protocol
        self._notes = {note.anchor for note in protocol.notes}
        self._headings = {one.anchor for one in sections(protocol)}
        self._texts = list(clause_pieces(protocol))
        self._by_words: dict[tuple[str, ...], list[ClausePiece]] = defaultdict(list)
        self._by_anchor: dict[str, list[ClausePiece]] = defaultdict(list)
        for text in self._texts:
            self._by_anchor[text.anchor].append(text)
            for form in dict.fromkeys((text.words, text.marked)):
                self._by_words[form].append(text)
        self._code_lines = {tokens(line) for line in code_lines(protocol)}
        self.bookmarks = {
            bookmark_name(item.anchor).casefold(): item.anchor
            for item in items_of(protocol)
            if item.anchor
        }

    def places(self, paragraphs: Sequence[StoryParagraph], front: Set[str]) -> list[Stand]:
        """Return where each paragraph stands; ``front`` are the letters of lines before a text."""
        found = [UNPLACED] * len(paragraphs)
        shown = [own_words(paragraph.old) for paragraph in paragraphs]
        own = [self._marks(paragraph) for paragraph in paragraphs]
        begin = self._begin(shown, own)
        is_front = (not words or glued("".join(words)) in front for words in shown[begin:])
        begin += next((at for at, one in enumerate(is_front) if not one), 0)
        shown = [words if at >= begin else () for at, words in enumerate(shown)]
        for at, words in enumerate(shown):
            if words and paragraphs[at].is_note and len(own[at]) == 1:
                # whatever a program made of its words: the text calls it there
                found[at] = Stand(own[at][0], PlacedBy.BOOKMARK)
            elif words and not paragraphs[at].is_contents:
                found[at] = self._exact(words, own[at], paragraphs[at])
        for at, words in enumerate(shown):
            if found[at] is UNPLACED and words and not paragraphs[at].is_contents:
                found[at] = self._alike(words, own[at], paragraphs[at])
        self._moved(found, shown, paragraphs)
        marked = {at for at, stand in enumerate(found) if stand.by is PlacedBy.BOOKMARK}
        copies = copied_clauses(self._texts, [one.anchor for one in found], marked, paragraphs)
        self._follow(found, shown, paragraphs)
        self._retyped(found, own, shown, paragraphs)
        self._between(found, paragraphs)
        anchors = [stand.anchor for stand in found]
        numbers = numbered_places(self._by_anchor, anchors, paragraphs, self._headings)
        for at in numbers:
            found[at] = Stand(numbers[at], PlacedBy.TEXT)
        self._joined(found, paragraphs)
        self._in_row(found, paragraphs)
        for at in copies:
            found[at] = Stand(copy_of=found[at].anchor)
        return [
            replace(stand, by=PlacedBy.TEXT) if one.is_by_words and stand.anchor else stand
            for stand, one in zip(found, paragraphs, strict=True)
        ]

    def _begin(self, shown: Sequence[tuple[str, ...]], own: Sequence[Collection[str]]) -> int:
        """Return where the text begins, behind a cover: at the first of our bookmarks.

        Where too few are left, behind the last line of our cover; without that, at the beginning.
        """
        code = max((at for at, words in enumerate(shown) if words in self._code_lines), default=-1)
        said = ({text.anchor for text in self._by_words.get(words, ())} for words in shown)
        held = {anchor for anchors in said for anchor in anchors if len(anchors) == 1}
        marked = {anchor for marks in own for anchor in marks}
        first = next((at for at, marks in enumerate(own) if marks), 0)
        return first if len(marked) >= _MARKED * len(held) else code + 1

    def of_quote(self, quote: str, paragraph: StoryParagraph) -> Stand:
        """Return the only clause with these words that stands in a paragraph with its other words.

        So a paragraph into which two clauses were joined has its remarks; words that a new
        paragraph has in common with a clause do not place it there.
        """
        words, around = tokens(quote), bag_of(tokens(paragraph.new))
        if not words or self._with_words(own_words(paragraph.new), paragraph):
            return UNPLACED
        holding = {
            text.anchor
            for text in self._texts
            if len(text.words) >= _ALIKE_WORDS
            and text.may_be(paragraph)
            and coverage(text.bag, around) >= _JOINED
            and holds_in_a_row(text.words, words)
        }
        return Stand(holding.pop(), PlacedBy.QUOTE) if len(holding) == 1 else UNPLACED

    def only_quote(self, quote: str) -> Stand:
        """Return the only clause that has some whole words after each other, if they are enough.

        For what says itself that it quotes, such as the answered words of a mail.
        """
        words = tokens(quote)
        if len(words) < _QUOTE_WORDS:
            return UNPLACED
        holding = {text.anchor for text in self._texts if holds_in_a_row(text.words, words)}
        return Stand(holding.pop(), PlacedBy.QUOTE) if len(holding) == 1 else UNPLACED

    def share(self, paragraphs: Iterable[StoryParagraph]) -> float:
        """Return which share of the text's paragraphs a file has, word for word."""
        shown = {own_words(paragraph.old) for paragraph in paragraphs}
        held = sum(bool(shown & {text.words, text.marked}) for text in self._texts)
        return held / len(self._texts) if self._texts else 0.0

    def lacking(self, paragraphs: Sequence[StoryParagraph], found: Sequence[Stand]) -> Set[str]:
        """Return the clauses that have no words of their own in a file any more."""
        held = zip(paragraphs, found, strict=True)
        return self._by_anchor.keys() - {one.anchor for shown, one in held if shown.new.strip()}

    def joined(self, stand: Stand, paragraph: str, lacking: Set[str]) -> tuple[str, ...]:
        """Return whose each word of a paragraph is when clauses that lack were joined into it.

        Empty when it is of one clause alone; ``stand`` is where it stands as a whole.
        """
        if not lacking - {""}:
            return ()
        words = own_words(paragraph)
        around = bag_of(words)
        texts = {
            text.anchor: [one.words for one in self._by_anchor[text.anchor]]
            for text in self._texts
            if text.anchor == stand.anchor
            or (
                text.anchor in lacking
                and len(text.words) >= _ALIKE_WORDS
                and coverage(text.bag, around) >= _JOINED
            )
        }
        return joined_owners(texts, words) if len(texts) > 1 else ()

    def _marks(self, paragraph: StoryParagraph) -> tuple[str, ...]:
        """Return the clauses whose bookmarks begin in a paragraph; of what was taken away too."""
        names = (name.casefold() for name in paragraph.bookmarks)
        own = tuple(self.bookmarks[name] for name in names if name in self.bookmarks)
        return tuple(one for one in own if one in self._notes) if paragraph.is_note else own

    def _with_words(self, words: tuple[str, ...], paragraph: StoryParagraph) -> tuple[str, ...]:
        """Return the clauses that have a paragraph of these words, which this one can be."""
        fitting = (text for text in self._by_words.get(words, ()) if text.may_be(paragraph))
        return tuple(dict.fromkeys(text.anchor for text in fitting))

    def _exact(
        self, words: tuple[str, ...], own: Collection[str], paragraph: StoryParagraph
    ) -> Stand:
        anchors = self._with_words(words, paragraph)
        marked = [anchor for anchor in own if anchor in anchors]
        if len(marked) == 1:
            return Stand(marked[0], PlacedBy.BOOKMARK)
        return Stand(anchors[0], PlacedBy.TEXT) if len(anchors) == 1 else UNPLACED

    def _likenesses(self, bag: Bag, paragraph: StoryParagraph) -> Mapping[str, float]:
        """Return how much alike some words and each clause are that a paragraph can be of."""
        best: dict[str, float] = defaultdict(float)
        for text in self._texts:
            if text.may_be(paragraph):
                best[text.anchor] = max(best[text.anchor], likeness(bag, text.bag))
        return best

    def _alike(
        self, words: tuple[str, ...], own: Collection[str], paragraph: StoryParagraph
    ) -> Stand:
        bag = bag_of(words)
        best = self._likenesses(bag, paragraph)
        ranked = sorted(best.items(), key=lambda one: -one[1])
        if not ranked:
            return UNPLACED
        anchor, most = ranked[0]
        enough = max(_WITH_BOOKMARK, most - _AHEAD)
        if marked := next((one for one in own if best.get(one, 0.0) >= enough), ""):
            return Stand(marked, PlacedBy.BOOKMARK)
        second = ranked[1][1] if len(ranked) > 1 else 0.0
        if len(words) >= _ALIKE_WORDS and most >= _ALIKE and most - second >= _AHEAD:
            return Stand(anchor, PlacedBy.TEXT)
        return self._part(words, bag, paragraph)

    def _part(self, words: tuple[str, ...], bag: Bag, paragraph: StoryParagraph) -> Stand:
        """Return the only clause of which a paragraph is a part, word after word."""
        if len(words) < _PART_WORDS:
            return UNPLACED
        holding = {
            text.anchor
            for text in self._texts
            if text.may_be(paragraph)
            and coverage(bag, text.bag) >= _PART
            and holds_in_a_row(text.words, words[:_PART_WORDS])
        }
        return Stand(holding.pop(), PlacedBy.TEXT) if len(holding) == 1 else UNPLACED

    def _moved(
        self,
        found: list[Stand],
        shown: Sequence[tuple[str, ...]],
        paragraphs: Sequence[StoryParagraph],
    ) -> None:
        """Place a paragraph that was put in with tracking and has the very words of a clause."""
        for at, paragraph in enumerate(paragraphs):
            if found[at] is UNPLACED and not shown[at] and not paragraph.old.strip():
                words = own_words(paragraph.new)
                if len(words) >= _MOVED_WORDS:
                    found[at] = self._exact(words, (), paragraph)

    def _follow(
        self,
        found: list[Stand],
        shown: Sequence[tuple[str, ...]],
        paragraphs: Sequence[StoryParagraph],
    ) -> None:
        """Place what several clauses have, such as a short cell, at the clause that goes on."""
        here = ""
        for at, words in enumerate(shown):
            is_open = words and not paragraphs[at].is_contents
            if found[at].anchor:
                here = found[at].anchor
            elif here and is_open and here in self._with_words(words, paragraphs[at]):
                found[at] = Stand(here, PlacedBy.TEXT)

    def _retyped(
        self,
        found: list[Stand],
        own: Sequence[Collection[str]],
        shown: Sequence[tuple[str, ...]],
        paragraphs: Sequence[StoryParagraph],
    ) -> None:
        """Place a paragraph of other words at its bookmark when its clause is nowhere else."""
        taken = {stand.anchor for stand in found}
        for at, marks in enumerate(own):
            [anchor] = marks if len(marks) == 1 else ("",)
            is_free = anchor and anchor not in taken and not paragraphs[at].is_contents
            if is_free and found[at] is UNPLACED and (shown[at] or paragraphs[at].new.strip()):
                found[at] = Stand(anchor, PlacedBy.BOOKMARK)
                taken.add(anchor)

    def _between(self, found: list[Stand], paragraphs: Sequence[StoryParagraph]) -> None:
        """Place the only new paragraph between two clauses at the only one that lacks there.

        Its words must say so as well: it is like that clause, and like no other one more.
        """
        order = [anchor for anchor in self._by_anchor if anchor]
        places = [at for at, stand in enumerate(found) if stand.anchor in order]
        for before, after in pairwise(places):
            one, two = (order.index(found[at].anchor) for at in (before, after))
            new = [at for at in range(before + 1, after) if paragraphs[at].new.strip()]
            if two - one != 2 or len(new) != 1 or paragraphs[new[0]].is_contents:
                continue
            bag = bag_of(own_words(paragraphs[new[0]].new))
            alike = self._likenesses(bag, paragraphs[new[0]])
            lacking = order[one + 1]
            is_held = any(stand.anchor == lacking for stand in found)
            if not is_held and alike.get(lacking, 0.0) >= max(_WITH_BOOKMARK, *alike.values()):
                found[new[0]] = Stand(lacking, PlacedBy.TEXT)

    def _joined(self, found: list[Stand], paragraphs: Sequence[StoryParagraph]) -> None:
        """Place a paragraph into which several clauses were joined at the first of them."""
        lacking = self.lacking(paragraphs, found)
        for at, paragraph in enumerate(paragraphs):
            if found[at] is UNPLACED and paragraph.new.strip() and not paragraph.is_contents:
                owners = self.joined(UNPLACED, paragraph.new, lacking)
                if anchor := next(filter(None, owners), ""):
                    found[at] = Stand(anchor, PlacedBy.TEXT)

    def _in_row(self, found: list[Stand], paragraphs: Sequence[StoryParagraph]) -> None:
        """Place a cell with other words at the clause of the cells in its row, or in its table."""
        around: dict[tuple[int, ...], set[str]] = defaultdict(set)
        for paragraph, stand in zip(paragraphs, found, strict=True):
            if paragraph.cell and stand.anchor:
                around[paragraph.cell[:2]].add(stand.anchor)
                around[paragraph.cell[:1]].add(stand.anchor)
        for at, paragraph in enumerate(paragraphs):
            cell = paragraph.cell or ()
            beside = around.get(cell[:2]) or around.get(cell[:1]) or set()
            if found[at] is UNPLACED and paragraph.new.strip() and len(beside) == 1:
                found[at] = Stand(next(iter(beside)), PlacedBy.TEXT)
