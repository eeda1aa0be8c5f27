"""From evidence to one score per pair: an estimate of the chance that a person links them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from protocolkit.alignment import evidence
from protocolkit.alignment.evidence import EvidenceSource, Likeness
from protocolkit.alignment.profiles import Profile

# How much each likeness counts: fitted by benchmarks/fit_weights.py on the labels of this
# repository and on laws altered by machine; the constant is what a pair without likeness has.
FIRST_WEIGHTS = {
    "words": 0.76,
    "pieces": 0.69,
    "phrases": 0.56,
    "best_sentences": 0.79,
    "equal_sentences": 0.73,
    "shared_matters": 3.00,
    "matters": 2.50,
    "headings": 1.26,
    "neighbours": 1.24,
    "same_kind": 0.64,
    "other_audience": -1.01,
    "staff_against_pupils": -0.57,
    "nearest_both": 1.91,
    "nearest_one": 1.04,
    "behind": -3.69,
    "taken": -3.47,
}
FIRST_START = -6.17
SET_WEIGHTS = {
    "words": 0.60,
    "pieces": 0.59,
    "phrases": 0.57,
    "best_sentences": 0.62,
    "equal_sentences": 0.71,
    "shared_matters": 1.82,
    "matters": 1.39,
    "headings": 1.10,
    "neighbours": 1.02,
    "same_kind": -0.02,
    "other_audience": -0.74,
    "staff_against_pupils": -0.40,
    "nearest_both": 1.03,
    "nearest_one": 0.33,
    "behind": -2.94,
    "taken": -2.72,
    "through_others": 1.60,
    "nearest_in_set": 2.92,
}
SET_START = -5.92


def first_scores(
    found: Mapping[str, Likeness], left: Profile, right: Profile, added: Likeness
) -> Likeness:
    """Return the chance of every pair by itself; pairs within one organisation have 0."""
    alone = chance(_sum(found, FIRST_WEIGHTS, FIRST_START) + added)
    return np.asarray(alone * _others(left, right), dtype=np.float32)


@dataclass(frozen=True, slots=True, kw_only=True)
class Scored:
    """The score of every pair, and the likenesses that it was made of, by their name."""

    scores: Likeness
    likenesses: Mapping[str, Likeness]


def score(
    left: Profile,
    right: Profile,
    among_right: Likeness | None = None,
    sources: Sequence[EvidenceSource] = (),
) -> Scored:
    """Score every pair of a unit of ``left`` and one of ``right``.

    ``among_right`` are the first scores among the units of ``right`` themselves; left out, both
    are one and the same set. Pairs within one organisation have 0.
    """
    found = likenesses(left, right)
    added = _added(left, right, sources)
    first = first_scores(found, left, right, added)
    found |= set_likenesses(first, first if among_right is None else among_right, left, right)
    total = _sum(found, SET_WEIGHTS, SET_START) + added
    made = np.asarray(chance(total) * _others(left, right), dtype=np.float32)
    return Scored(scores=made, likenesses=found)


def first_scores_among(profile: Profile, sources: Sequence[EvidenceSource] = ()) -> Likeness:
    """Return the first scores among the units of one set."""
    added = _added(profile, profile, sources)
    return first_scores(likenesses(profile, profile), profile, profile, added)


def likenesses(left: Profile, right: Profile) -> dict[str, Likeness]:
    """Return every likeness of two clauses by themselves, by its name."""
    words, pieces = evidence.words(left, right), evidence.pieces(left, right)
    sentences = evidence.best_sentences(left, right)
    near = (words + pieces + sentences) / 3
    neighbours = evidence.neighbours((words + pieces) / 2, left, right)
    headings = evidence.headings(left, right)
    placed = evidence.with_place(near, neighbours, headings)
    place = evidence.compete(placed, left.organisations, right.organisations)
    return {
        "words": words,
        "pieces": pieces,
        "phrases": evidence.phrases(left, right),
        "best_sentences": sentences,
        "equal_sentences": sentences**2,
        "shared_matters": evidence.shared_matters(left, right),
        "matters": evidence.matters(left, right),
        "headings": headings,
        "neighbours": neighbours,
        "same_kind": evidence.same_kind(left, right),
        "other_audience": evidence.other_audience(left, right),
        "staff_against_pupils": evidence.staff_against_pupils(left, right),
        "nearest_both": place.nearest_both,
        "nearest_one": place.nearest_one,
        "behind": place.behind,
        "taken": place.taken,
    }


def set_likenesses(
    first: Likeness, among_right: Likeness, left: Profile, right: Profile
) -> dict[str, Likeness]:
    """Return what the whole set says, from the first scores."""
    place = evidence.compete(first, left.organisations, right.organisations)
    return {
        "through_others": evidence.through_others(first, among_right),
        "nearest_in_set": place.nearest_both,
    }


def chance(total: np.ndarray) -> Likeness:
    """Return the chance (0 to 1) that goes with a sum of weights (a logit)."""
    return np.asarray(1 / (1 + np.exp(-total)), dtype=np.float32)


def _added(left: Profile, right: Profile, sources: Sequence[EvidenceSource]) -> Likeness:
    total = np.zeros((len(left.units), len(right.units)), dtype=np.float32)
    for source in sources:
        total += source.weight * source.likeness(left.units, right.units)
    return total


def _others(left: Profile, right: Profile) -> np.ndarray:
    rows, columns = np.array(left.organisations), np.array(right.organisations)
    return np.asarray(rows[:, None] != columns[None, :])


def _sum(found: Mapping[str, Likeness], weights: Mapping[str, float], start: float) -> Likeness:
    total = np.full_like(next(iter(found.values())), start)
    for name, weight in weights.items():
        total += weight * found[name]
    return total
