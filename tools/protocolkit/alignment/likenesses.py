"""Evidence that two clauses answer one question: how alike they are, in several ways.

None needs the network. What a sentence model says is one of them, where vectors are given
(:mod:`~protocolkit.alignment.meaning`). :class:`EvidenceSource` is a seam for anything else that
knows how alike two clauses are.
"""

from __future__ import annotations

import typing
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from scipy.sparse import csr_matrix

from protocolkit.alignment.clause_vectors import Profile
from protocolkit.alignment.compared_clauses import Unit

Likeness = np.ndarray
"""A row per unit of one list and a column per unit of another, 0 (nothing alike) to 1."""

# Rarity above this (in the units of a space's weights) says no more.
_FULL_MATTERS = 6.0
# What everybody has: keeps a clause with hardly any link from counting its weakest one in full.
_LEAST_STRENGTH = 0.3
# Vectors differ a little between processors; what is rounded does not.
_DECIMALS = 2
# From here on a sentence is taken to be about what one of another clause is about.
_MEETS = 0.15
_TINY = 1e-6
# How far the likenesses of a clause with a whole board usually spread. Added to the spread that is
# found, so that the nearest of a few clauses that are all unlike does not stand out.
_USUAL_SPREAD = 0.05
# A board with one clause has no rival to it; this is how alike a rival usually is.
_USUAL_RIVAL = 0.2


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


def best_sentences(left: Profile, right: Profile) -> Likeness:
    """Return how alike the two most similar sentences of two clauses are."""
    return _best(_products(left.sentences, right.sentences), left, right)


def shared_matters(left: Profile, right: Profile) -> Likeness:
    """Return how much the matters say that a sentence of either clause has in common."""
    return _shared(left.sentence_matters, right.sentence_matters, left, right)


def shared_concepts(left: Profile, right: Profile) -> Likeness:
    """Return how much the concepts say that a sentence of either clause has in common."""
    return _shared(left.sentence_concepts, right.sentence_concepts, left, right)


def concepts(left: Profile, right: Profile) -> Likeness:
    """Return the likeness of clauses by all their concepts."""
    return _products(left.concepts, right.concepts)


def meaning(left: Profile, right: Profile) -> Likeness:
    """Return the likeness of clauses by a sentence model, -1 to 1."""
    cosines = left.meaning @ right.meaning.T
    return np.asarray(np.round(cosines, _DECIMALS), dtype=np.float32)


def headings(left: Profile, right: Profile) -> Likeness:
    """Return the likeness of the headings and lead-ins that clauses stand under.

    Where all stand under the same heading it says nothing, so the mean is taken off.
    """
    found = _products(left.headings, right.headings)
    return np.asarray(np.maximum(0, found - (found.mean() if found.size else 0)))


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


def standing(likeness: Likeness, left: Sequence[str], right: Sequence[str]) -> Likeness:
    """Return how far each pair stands out from the others of either clause with that board.

    Measured in standard deviations, for whichever of the two clauses it stands out less from;
    ``left`` and ``right`` are the organisations.
    """
    by_column = _standing(np.ascontiguousarray(likeness.T), left).T
    return np.asarray(np.minimum(_standing(likeness, right), by_column))


@dataclass(frozen=True, slots=True, kw_only=True)
class Lead:
    """How far a pair is ahead of the best other pair of a clause with the other's board.

    Negative for one that is behind. ``both``: for the clause with the smaller lead, ``either``
    for the one with the larger.
    """

    both: Likeness
    either: Likeness


def lead(likeness: Likeness, left: Sequence[str], right: Sequence[str]) -> Lead:
    """Work out the lead by a likeness; ``left`` and ``right`` are the organisations."""
    by_row = _lead(likeness, right)
    by_column = _lead(np.ascontiguousarray(likeness.T), left).T
    return Lead(both=np.minimum(by_row, by_column), either=np.maximum(by_row, by_column))


def share_of_both(scores: Likeness, left: Sequence[str], right: Sequence[str]) -> Likeness:
    """Return how far a pair has all that either clause has with the other's board, 0 to 1."""
    by_row = scores / (_sum_of_each(scores, right) + _LEAST_STRENGTH)
    by_column = scores / (_sum_of_each(scores.T, left).T + _LEAST_STRENGTH)
    return np.asarray(by_row * by_column, dtype=np.float32)


def near_best(
    scores: Likeness,
    left: Sequence[str],
    right: Sequence[str],
    least: float,
    sides: tuple[np.ndarray, np.ndarray] | None = None,
) -> np.ndarray:
    """Tell which pairs score close enough to the best score of either clause.

    ``sides`` are the sentences that pairs are about (:func:`meeting_sentences`): a clause with
    three rules has a best pair for each of them, with clauses that have no better one at all.
    """
    own, other = _best_of_each(scores, right), _best_of_each(scores.T, left).T
    best = np.maximum(own, other)
    if sides is not None:
        rows, columns = sides
        for_row = np.maximum(_best_of_each(scores, right, rows), other)
        for_column = np.maximum(own, _best_of_each(scores.T, left, columns.T).T)
        best = np.minimum(for_row, for_column)
    return np.asarray(scores >= least * best)


def meeting_sentences(left: Profile, right: Profile) -> tuple[np.ndarray, np.ndarray]:
    """Return for each pair which sentence of either clause is most like one of the other.

    It is -1 where none is alike: such a pair may be about any of them.
    """
    alike = _products(left.sentences, right.sentences)
    return _nearest(_best_rows(alike.T, right).T, left), _nearest(
        _best_rows(alike, left).T, right
    ).T


def _nearest(by_sentence: np.ndarray, profile: Profile) -> np.ndarray:
    found = np.full((len(profile.units), by_sentence.shape[1]), -1, dtype=np.int16)
    if profile.owners.size:
        owners, starts = np.unique(profile.owners, return_index=True)
        ends = [*starts[1:], len(by_sentence)]
        found[owners] = np.where(by_sentence[starts] >= _MEETS, 0, -1)
        for owner, start, end in zip(owners, starts, ends, strict=True):
            if end - start > 1:
                own = by_sentence[start:end]
                found[owner] = np.where(own.max(axis=0) >= _MEETS, own.argmax(axis=0), -1)
    return found


def same_partners(to_others: Likeness, among_others: Likeness) -> Likeness:
    """Return how far the links of two clauses lead to the same clauses of other boards, 0 to 1.

    ``to_others`` has a row per unit and a column per third clause, ``among_others`` a row and a
    column per third clause.
    """
    lengths = np.outer((to_others**2).sum(axis=1), (among_others**2).sum(axis=1))
    return np.asarray((to_others @ among_others) / np.sqrt(lengths + _TINY), dtype=np.float32)


def paths(to_others: Likeness, among_others: Likeness) -> Likeness:
    """Return the sum of the ways over a third clause, each the less the more links it has."""
    strength = to_others.sum(axis=1) + _LEAST_STRENGTH
    others = among_others.sum(axis=1) + _LEAST_STRENGTH
    ways = (to_others / others[None, :]) @ among_others
    return np.asarray(ways / np.sqrt(np.outer(strength, others)), dtype=np.float32)


def _products(left: csr_matrix, right: csr_matrix) -> Likeness:
    return np.asarray((left @ right.T).toarray(), dtype=np.float32)


def _shared(
    left_shown: csr_matrix, right_shown: csr_matrix, left: Profile, right: Profile
) -> Likeness:
    present = (right_shown > 0).astype(np.float32)
    shared = _products(left_shown, present.tocsr())
    return np.asarray(np.minimum(1, _best(shared, left, right) / _FULL_MATTERS))


def _standing(likeness: Likeness, right: Sequence[str]) -> Likeness:
    names = np.array(right)
    found = np.zeros_like(likeness)
    for name in sorted(set(right)):
        own = likeness[:, names == name]
        spread = own.std(axis=1, keepdims=True) + _USUAL_SPREAD
        found[:, names == name] = (own - own.mean(axis=1, keepdims=True)) / spread
    return found


def _lead(likeness: Likeness, right: Sequence[str]) -> Likeness:
    names = np.array(right)
    found = np.zeros_like(likeness)
    for name in sorted(set(right)):
        own = likeness[:, names == name]
        if own.shape[1] > 1:
            second, best = np.sort(own, axis=1)[:, -2:].T
            rival = np.where(own >= best[:, None], second[:, None], best[:, None])
            found[:, names == name] = own - rival
        else:
            found[:, names == name] = own - _USUAL_RIVAL
    return found


def _best(by_sentence: np.ndarray, left: Profile, right: Profile) -> Likeness:
    return _best_rows(_best_rows(by_sentence, left).T, right).T


def _best_rows(by_sentence: np.ndarray, profile: Profile) -> np.ndarray:
    """Return the best row of each unit's sentences, which follow each other; 0 without any."""
    found = np.zeros((len(profile.units), by_sentence.shape[1]), dtype=np.float32)
    if profile.owners.size:
        owners, starts = np.unique(profile.owners, return_index=True)
        found[owners] = np.maximum.reduceat(by_sentence, starts, axis=0)
    return found


def _best_of_each(
    likeness: Likeness, organisations: Sequence[str], sentences: np.ndarray | None = None
) -> Likeness:
    """Return the best of a board's columns, among those that are about the same sentence."""

    def best(own: Likeness) -> Likeness:
        return np.asarray(own.max(axis=1, keepdims=True))

    found = _of_each(likeness, organisations, best)
    several = np.flatnonzero((sentences > 0).any(axis=1)) if sentences is not None else ()
    if sentences is None or not len(several):
        return found
    rows, numbers = likeness[several], sentences[several]
    made = found[several]
    for number in range(1 + int(numbers.max())):
        about = numbers == number
        among = np.where(about | (numbers == -1), rows, 0)
        made = np.where(about, _of_each(among, organisations, best), made)
    found[several] = made
    return found


def _sum_of_each(likeness: Likeness, organisations: Sequence[str]) -> Likeness:
    return _of_each(likeness, organisations, lambda own: own.sum(axis=1, keepdims=True))


def _of_each(
    likeness: Likeness, organisations: Sequence[str], of: Callable[[Likeness], Likeness]
) -> Likeness:
    """Return what a board's columns come to, in each of these columns."""
    names = np.array(organisations)
    found = np.zeros_like(likeness)
    for name in sorted(set(organisations)):
        columns = names == name
        found[:, columns] = of(likeness[:, columns])
    return found


def _places(profile: Profile, side: str) -> np.ndarray:
    return np.array([getattr(unit, side) for unit in profile.units], dtype=int)


def _moved(likeness: Likeness, rows: np.ndarray, columns: np.ndarray) -> Likeness:
    has_row, has_column = rows >= 0, columns >= 0
    at = np.ix_(np.where(has_row, rows, 0), np.where(has_column, columns, 0))
    return np.asarray(likeness[at] * has_row[:, None] * has_column[None, :])
