"""Evidence that two clauses answer one question: sources, each a likeness of every pair.

A source is a seam: :class:`EvidenceSource` is all that the scoring asks of one, so a semantic
model can be plugged in by someone who has one. None of ours needs a model or the network.
"""

from __future__ import annotations

import typing
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from scipy.sparse import csr_matrix

from protocolkit.alignment.units import Sentence, Unit
from protocolkit.alignment.vectors import Features, Space, make_space
from protocolkit.wording.terms import stem

Likeness = np.ndarray
"""One row and one column per unit, symmetric, each value from 0 (nothing alike) to 1."""

_SHORTEST_GRAM, _LONGEST_GRAM = 3, 5
# So much rarity (in the units of a space's weights) is as much as matters can say.
_FULL_MATTERS = 6.0
# How much a neighbour and a heading add to a likeness when a board's clauses compete for another.
_NEIGHBOUR_SHARE, _HEADING_SHARE = 0.2, 0.1
# Who has a counterpart that is so much nearer is taken; from this likeness on it begins to count,
# from that on it counts in full.
_NEARER = 0.03
_TAKEN_FROM, _TAKEN_FULL = 0.45, 0.75
_FAR_BEHIND = 0.4

_STAFF = frozenset(map(stem, ("medewerker", "leraar", "leidinggevende")))
_PUPILS = frozenset((stem("leerling"),))
_PARENTS = frozenset((stem("ouder"),))


class EvidenceSource(typing.Protocol):
    """Something that knows how alike clauses are; ``weight`` is what a likeness of 1 adds."""

    name: str
    weight: float

    def likeness(self, units: Sequence[Unit]) -> Likeness:
        """Return how alike every two units are, whatever the order of the units."""
        ...


class Wording:
    """All likenesses of a list of units, each worked out once."""

    def __init__(self, units: Sequence[Unit]) -> None:
        self.units = units
        self._sentences: list[Sentence] = []
        owners: list[int] = []
        for number, unit in enumerate(units):
            told = [s for s in unit.sentences if len(set(s.terms)) > 1]
            self._sentences += told
            owners += [number] * len(told)
        self._owners = np.array(owners, dtype=int)
        terms = [Counter(unit.terms) for unit in units]
        self._space = make_space(terms)
        self._terms = self._space.vectors(terms)

    def words(self) -> Likeness:
        """Return the likeness of clauses by their terms."""
        return _products(self._terms)

    def pieces(self) -> Likeness:
        """Return the likeness of clauses by pieces of words: compounds and spellings."""
        return _products(_own_vectors([_pieces(unit.neutral) for unit in self.units]))

    def phrases(self) -> Likeness:
        """Return the likeness of clauses by pairs of terms that follow each other."""
        return _products(_own_vectors([Counter(pairwise(unit.terms)) for unit in self.units]))

    def best_sentences(self) -> Likeness:
        """Return how alike the two most similar sentences of two clauses are."""
        vectors = self._space.vectors([Counter(s.terms) for s in self._sentences])
        return self._best(self._best(_products(vectors)).T)

    def shared_matters(self) -> Likeness:
        """Return how much the matters say that a sentence of either clause has in common."""
        space = make_space([_matters(unit) for unit in self.units])
        present = _present(space.vectors([Counter(s.matters) for s in self._sentences]), space)
        shared = np.asarray((present @ (present > 0).astype(np.float32).T).todense())
        return np.minimum(1, self._best(self._best(shared).T) / _FULL_MATTERS)

    def matters(self) -> Likeness:
        """Return the likeness of clauses by all their matters."""
        return _products(_own_vectors([_matters(unit) for unit in self.units]))

    def headings(self) -> Likeness:
        """Return the likeness of the headings and lead-ins that clauses stand under."""
        return _products(_own_vectors([Counter(unit.context) for unit in self.units]))

    def neighbours(self, likeness: Likeness) -> Likeness:
        """Return how alike what stands before or after two clauses is, by another likeness."""
        before = np.array([unit.before for unit in self.units], dtype=int)
        after = np.array([unit.after for unit in self.units], dtype=int)
        return np.maximum(_moved(likeness, before), _moved(likeness, after))

    def same_kind(self) -> Likeness:
        """Return 1 where two clauses are of one kind of text."""
        kinds = np.array([unit.kind.value for unit in self.units])
        return (kinds[:, None] == kinds[None, :]).astype(np.float32)

    def other_audience(self) -> Likeness:
        """Return 1 where the first sentences (else the headings) name other people."""
        named = np.array([_named(unit) for unit in self.units], dtype=bool).reshape(-1, 3)
        known = named.any(axis=1)
        shared = named.astype(np.float32) @ named.T.astype(np.float32) > 0
        return (~shared & known[:, None] & known[None, :]).astype(np.float32)

    def staff_against_pupils(self) -> Likeness:
        """Return 1 where one clause is for staff and not for pupils, the other the reverse."""
        named = np.array([_named(unit) for unit in self.units], dtype=bool).reshape(-1, 3)
        staff = named[:, 0] & ~named[:, 1]
        pupils = named[:, 1] & ~named[:, 0]
        return (np.outer(staff, pupils) | np.outer(pupils, staff)).astype(np.float32)

    def _best(self, by_sentence: np.ndarray) -> np.ndarray:
        found = np.zeros((len(self.units), by_sentence.shape[1]), dtype=np.float32)
        np.maximum.at(found, self._owners, by_sentence)
        return found


@dataclass(frozen=True, slots=True, kw_only=True)
class Competition:
    """How a pair fares against the other pairs of either clause with the other's board.

    ``nearest_both`` and ``nearest_one``: its share of the best likeness, for the worse and the
    better of the two. ``behind``: how far both have something nearer, 0 to 1. ``taken``: how
    sure it is that both belong to something nearer, 0 to 1.
    """

    nearest_both: Likeness
    nearest_one: Likeness
    behind: Likeness
    taken: Likeness


def compete(likeness: Likeness, organisations: Sequence[str]) -> Competition:
    """Work out the competition by a likeness."""
    names = np.array(organisations)
    best = np.zeros_like(likeness)
    for name in sorted(set(organisations)):
        columns = names == name
        best[:, columns] = likeness[:, columns].max(axis=1, keepdims=True)
    share = likeness / np.maximum(best, 1e-6)
    rival = np.minimum(best, best.T)
    sure = np.clip((rival - _TAKEN_FROM) / (_TAKEN_FULL - _TAKEN_FROM), 0, 1)
    return Competition(
        nearest_both=np.minimum(share, share.T),
        nearest_one=np.maximum(share, share.T),
        behind=np.clip(rival - likeness, 0, _FAR_BEHIND) / _FAR_BEHIND,
        taken=(rival - likeness > _NEARER) * sure,
    )


def fit(near: Likeness, neighbours: Likeness, headings: Likeness) -> Likeness:
    """Return the likeness by which clauses compete: their place counts a little."""
    return np.asarray(near + _NEIGHBOUR_SHARE * neighbours + _HEADING_SHARE * headings)


def through_others(likeness: Likeness) -> Likeness:
    """Return how well a pair is linked by way of a third clause: the weaker of both steps."""
    found = np.zeros_like(likeness)
    for third in range(len(likeness)):
        step = likeness[third]
        np.maximum(found, np.minimum(step[:, None], step[None, :]), out=found)
    return found


def _products(vectors: csr_matrix) -> Likeness:
    return np.asarray((vectors @ vectors.T).todense(), dtype=np.float32)


def _own_vectors(texts: Sequence[Features]) -> csr_matrix:
    return make_space(texts).vectors(texts)


def _present(vectors: csr_matrix, space: Space) -> csr_matrix:
    return (vectors > 0).astype(np.float32).multiply(space.weights[None, :]).tocsr()


def _named(unit: Unit) -> tuple[bool, bool, bool]:
    first = frozenset(unit.sentences[0].terms if unit.sentences else ())
    for found in (first, frozenset(unit.context)):
        if found & (_STAFF | _PUPILS | _PARENTS):
            return bool(found & _STAFF), bool(found & _PUPILS), bool(found & _PARENTS)
    return False, False, False


def _matters(unit: Unit) -> Counter[str]:
    return Counter({matter: 1 for sentence in unit.sentences for matter in sentence.matters})


def _pieces(text: str) -> Counter[str]:
    found: Counter[str] = Counter()
    for word in text.split():
        framed = f" {word} "
        for size in range(_SHORTEST_GRAM, _LONGEST_GRAM + 1):
            found.update(framed[at : at + size] for at in range(len(framed) - size + 1))
    return found


def _moved(likeness: Likeness, places: np.ndarray) -> Likeness:
    has = places >= 0
    at = np.where(has, places, 0)
    return np.asarray(likeness[np.ix_(at, at)] * has[:, None] * has[None, :])
