"""Whether two boards say the same on one topic, also where their words differ.

What all boards say is looked up once; each two of them are then told apart at once. Whether one may
stand for the other where nobody chose is asked more strictly: of one rule in other words no word of
weight is in one alone.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from protocolkit.comparison.judgements import RowJudgement
from protocolkit.document.place import Place
from protocolkit.wording.thesaurus_file import canonical


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What a board says on a topic: its clauses, and the variants that they belong to."""

    places: tuple[Place, ...]
    variants: frozenset[int]


def has_same_words(left: str, right: str) -> bool:
    """Tell whether two texts have the same words of weight, each as often, or words for the same.

    So neither names people, a school or a board that the other does not name.
    """
    return words_of_weight(left) == words_of_weight(right)


def words_of_weight(text: str) -> tuple[str, ...]:
    """Return what a text has in common with one of the same words, in an order of its own."""
    return tuple(sorted(canonical(text)))


class SameRule:
    """Tells of any two boards whether they say the same on one topic."""

    def __init__(self, judged: RowJudgement) -> None:
        self._variants = {p: n for n, v in enumerate(judged.variants) for p in v.members}
        same = (pair for pair in judged.pairs if pair.judgement.relation.is_same_rule)
        self._across = {
            frozenset((pair.left, pair.right))
            for pair in same
            if self._variants[pair.left] != self._variants[pair.right]
        }

    def said(self, places: Iterable[Place]) -> Said:
        """Return what a board says with these clauses."""
        found = tuple(places)
        return Said(places=found, variants=frozenset(self._variants[place] for place in found))

    def says_same(self, left: Said, right: Said) -> bool:
        """Tell whether each clause of either has its equal in the other."""
        if left.variants == right.variants:
            return True
        return bool(self._across) and all(
            self._is_in(place, others)
            for one, others in ((left, right), (right, left))
            for place in one.places
        )

    def _is_in(self, place: Place, said: Said) -> bool:
        return self._variants[place] in said.variants or any(
            frozenset((place, other)) in self._across for other in said.places
        )
