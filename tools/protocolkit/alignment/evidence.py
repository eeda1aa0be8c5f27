"""Evidence that two clauses answer one question: how alike they are, in several ways.

A source is a seam: :class:`EvidenceSource` is all that the scoring asks of one, so a semantic
model can be plugged in by someone who has one. None of ours needs a model or the network.
"""

from __future__ import annotations

import typing
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy.sparse import csr_matrix

from protocolkit.alignment.profiles import Profile
from protocolkit.alignment.units import Unit

Likeness = np.ndarray
"""A row per unit of one list and a column per unit of another, 0 (nothing alike) to 1."""

# Rarity above this (in the units of a space's weights) says no more.
_FULL_MATTERS = 6.0
# How much a neighbour and a heading add to a likeness when a board's clauses compete for another.
_NEIGHBOUR_SHARE, _HEADING_SHARE = 0.2, 0.1
# A clause with another counterpart nearer by this much is taken; this begins to count at the first
# likeness below and counts in full from the second.
_NEARER = 0.03
_TAKEN_FROM, _TAKEN_FULL = 0.45, 0.75
_FAR_BEHIND = 0.4
# The best of a poor lot is no match: below this, being the nearest counts in proportion.
_LEAST_BEST = 0.3
# A step over a third clause counts from this chance on.
_LEAST_STEP = 0.05


class EvidenceSource(typing.Protocol):
    """Something that knows how alike clauses are; ``weight`` is what a likeness of 1 adds."""

    name: str
    weight: float

    def likeness(self, left: Sequence[Unit], right: Sequence[Unit]) -> Likeness:
        """Return how alike each unit of the one list is to each of the other."""
        ...


def words(left: Profile, right: Profile) -> Likeness:
    """Return the likeness of clauses by their terms."""
    return _products(left.terms, right.terms)


def pieces(left: Profile, right: Profile) -> Likeness:
    """Return the likeness of clauses by pieces of words: compounds and spellings."""
    return _products(left.pieces, right.pieces)


def phrases(left: Profile, right: Profile) -> Likeness:
    """Return the likeness of clauses by pairs of terms that follow each other."""
    return _products(left.phrases, right.phrases)


def best_sentences(left: Profile, right: Profile) -> Likeness:
    """Return how alike the two most similar sentences of two clauses are."""
    return _best(_products(left.sentences, right.sentences), left, right)


def shared_matters(left: Profile, right: Profile) -> Likeness:
    """Return how much the matters say that a sentence of either clause has in common."""
    present = (right.sentence_matters > 0).astype(np.float32)
    shared = _products(left.sentence_matters, present.tocsr())
    return np.minimum(1, _best(shared, left, right) / _FULL_MATTERS)


def matters(left: Profile, right: Profile) -> Likeness:
    """Return the likeness of clauses by all their matters."""
    return _products(left.matters, right.matters)


def headings(left: Profile, right: Profile) -> Likeness:
    """Return the likeness of the headings and lead-ins that clauses stand under."""
    return _products(left.headings, right.headings)


def neighbours(likeness: Likeness, left: Profile, right: Profile) -> Likeness:
    """Return how alike what stands before or after two clauses is, by another likeness."""
    before = _moved(likeness, _places(left, "before"), _places(right, "before"))
    after = _moved(likeness, _places(left, "after"), _places(right, "after"))
    return np.asarray(np.maximum(before, after))


def same_kind(left: Profile, right: Profile) -> Likeness:
    """Return 1 where two clauses are of one kind of text."""
    rows = np.array([unit.kind.value for unit in left.units])
    columns = np.array([unit.kind.value for unit in right.units])
    return np.asarray(rows[:, None] == columns[None, :], dtype=np.float32)


def other_audience(left: Profile, right: Profile) -> Likeness:
    """Return 1 where the first sentences (else the headings) name other people."""
    shared = left.named.astype(np.float32) @ right.named.T.astype(np.float32) > 0
    known = np.outer(left.named.any(axis=1), right.named.any(axis=1))
    return np.asarray(~shared & known, dtype=np.float32)


def staff_against_pupils(left: Profile, right: Profile) -> Likeness:
    """Return 1 where one clause is for staff and not for pupils, the other the reverse."""
    staff = [side.named[:, 0] & ~side.named[:, 1] for side in (left, right)]
    pupils = [side.named[:, 1] & ~side.named[:, 0] for side in (left, right)]
    found = np.outer(staff[0], pupils[1]) | np.outer(pupils[0], staff[1])
    return np.asarray(found, dtype=np.float32)


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


def compete(likeness: Likeness, left: Sequence[str], right: Sequence[str]) -> Competition:
    """Work out the competition by a likeness; ``left`` and ``right`` are the organisations."""
    by_row = _best_of_each(likeness, right)
    by_column = _best_of_each(likeness.T, left).T
    share = (
        likeness / np.maximum(by_row, _LEAST_BEST),
        likeness / np.maximum(by_column, _LEAST_BEST),
    )
    rival = np.minimum(by_row, by_column)
    sure = np.clip((rival - _TAKEN_FROM) / (_TAKEN_FULL - _TAKEN_FROM), 0, 1)
    return Competition(
        nearest_both=np.minimum(*share),
        nearest_one=np.maximum(*share),
        behind=np.clip(rival - likeness, 0, _FAR_BEHIND) / _FAR_BEHIND,
        taken=(rival - likeness > _NEARER) * sure,
    )


def with_place(near: Likeness, neighbouring: Likeness, heading: Likeness) -> Likeness:
    """Return the likeness by which clauses compete: their place counts a little."""
    found: Likeness = near + _NEIGHBOUR_SHARE * neighbouring + _HEADING_SHARE * heading
    return found


def through_others(to_others: Likeness, among_others: Likeness) -> Likeness:
    """Return how well each pair is linked by way of a third clause: the weaker of both steps.

    ``to_others`` has a row per unit and a column per third clause, ``among_others`` a row and a
    column per third clause.
    """
    found = np.zeros_like(to_others)
    steps = to_others >= _LEAST_STEP
    for third in np.flatnonzero(steps.any(axis=0)):
        rows = np.flatnonzero(steps[:, third])
        weaker = np.minimum(to_others[rows, third][:, None], among_others[third][None, :])
        found[rows] = np.maximum(found[rows], weaker)
    return found


def _products(left: csr_matrix, right: csr_matrix) -> Likeness:
    return np.asarray((left @ right.T).toarray(), dtype=np.float32)


def _best(by_sentence: np.ndarray, left: Profile, right: Profile) -> Likeness:
    return _best_rows(_best_rows(by_sentence, left).T, right).T


def _best_rows(by_sentence: np.ndarray, profile: Profile) -> np.ndarray:
    """Return the best row of each unit's sentences, which follow each other; 0 without any."""
    found = np.zeros((len(profile.units), by_sentence.shape[1]), dtype=np.float32)
    if profile.owners.size:
        owners, starts = np.unique(profile.owners, return_index=True)
        found[owners] = np.maximum.reduceat(by_sentence, starts, axis=0)
    return found


def _best_of_each(likeness: Likeness, organisations: Sequence[str]) -> Likeness:
    names = np.array(organisations)
    best = np.zeros_like(likeness)
    for name in sorted(set(organisations)):
        columns = names == name
        best[:, columns] = likeness[:, columns].max(axis=1, keepdims=True)
    return best


def _places(profile: Profile, side: str) -> np.ndarray:
    return np.array([getattr(unit, side) for unit in profile.units], dtype=int)


def _moved(likeness: Likeness, rows: np.ndarray, columns: np.ndarray) -> Likeness:
    has_row, has_column = rows >= 0, columns >= 0
    at = np.ix_(np.where(has_row, rows, 0), np.where(has_column, columns, 0))
    return np.asarray(likeness[at] * has_row[:, None] * has_column[None, :])
