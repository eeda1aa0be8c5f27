"""The paragraphs of a file that are copies: a clause stands in its own place, and again elsewhere.

The one that keeps the order of the text is the clause, whichever of them has its bookmark: that may
travel with a copy. Where the order tells nothing, the one with our bookmark is it. Beside a clause
of which every word stands, a paragraph elsewhere that is like it is a copy that somebody changed.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence, Set

from protocolkit.changes.ordering import keeping_place
from protocolkit.review.clause_pieces import ClausePiece
from protocolkit.review.word_story import StoryParagraph
from protocolkit.text.label_form import label_length
from protocolkit.text.words import tokens

Words = tuple[str, ...]
_Name = tuple[str, Words]

# With so many words a paragraph is known to be a clause without a bookmark.
_SURE = 4


def copied_clauses(
    pieces: Iterable[ClausePiece],
    found: Sequence[str],
    marked: Set[int],
    paragraphs: Sequence[StoryParagraph],
) -> frozenset[int]:
    """Return which paragraphs are copies.

    ``found`` are the clauses at which paragraphs stand, ``marked`` those that a bookmark tells.
    """
    return _Copies(pieces, found, marked, paragraphs).told()


class _Copies:
    """The paragraphs that are pieces of clauses, each by the piece that it is."""

    def __init__(
        self,
        pieces: Iterable[ClausePiece],
        found: Sequence[str],
        marked: Set[int],
        paragraphs: Sequence[StoryParagraph],
    ) -> None:
        self._found, self._marked = found, marked
        self._count, self._rank = Counter[_Name](), dict[_Name, int]()
        names: dict[_Name, _Name] = {}
        for one in pieces:
            name = one.anchor, one.words
            self._count[name] += 1
            self._rank.setdefault(name, len(self._rank))
            names |= {(one.anchor, form): name for form in (one.marked, one.words)}
        words = [tokens(one.new[label_length(one.new) :]) for one in paragraphs]
        loose = [
            at
            for at, one in enumerate(paragraphs)
            if words[at] and not (one.is_note or one.cell or one.is_contents)
        ]
        self._named = {
            at: names[found[at], words[at]] for at in loose if (found[at], words[at]) in names
        }
        self._changed = [
            at for at in loose if found[at] and at not in self._named and len(words[at]) >= _SURE
        ]

    def told(self) -> frozenset[int]:
        """Return the copies, the same words and like words."""
        groups = defaultdict[_Name, list[int]](list)
        for at, name in self._named.items():
            groups[name].append(at)
        often = [name for name, group in groups.items() if len(group) > self._count[name]]
        if not often and not self._changed:
            return frozenset()
        places = list(self._named)
        links = [(self._rank[self._named[at]], at) for at in places]
        kept = keeping_place(links, lambda _, at: float(len(self._named[at][1])))
        in_order = {places[at] for at in kept}
        copies: set[int] = set()
        for name in often:
            own = self._own(name, groups[name], in_order)
            copies |= {*groups[name]} - own if own else set()
        return frozenset(copies | self._like(in_order - copies))

    def _own(self, name: _Name, group: Sequence[int], in_order: Set[int]) -> set[int]:
        """Return which of some paragraphs of the same words are the clause, none where unknown."""
        count = self._count[name]
        marked = [at for at in group if at in self._marked]
        if not marked and len(name[1]) < _SURE:
            return set()
        kept = [at for at in group if at in in_order]
        for own in (kept, [at for at in kept if at in self._marked], marked):
            if len(own) == count:
                return {*own}
        return {*kept[:count]} if len(kept) > count else set()

    def _like(self, own: Set[int]) -> set[int]:
        """Return the paragraphs that are like a clause of which all stands in its own place."""
        lacking = self._count - Counter(self._named[at] for at in own)
        whole = {self._named[at][0] for at in own} - {anchor for anchor, _ in lacking}
        return {at for at in self._changed if self._found[at] in whole and not self._is_beside(at)}

    def _is_beside(self, at: int) -> bool:
        """Tell whether the paragraph before or behind one that stands at a clause is of it too."""
        around = (reversed(self._found[:at]), self._found[at + 1 :])
        return self._found[at] in {next(filter(None, side), "") for side in around}
