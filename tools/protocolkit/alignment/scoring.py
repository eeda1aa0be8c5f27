"""From evidence to one score per pair: an estimate of the chance that a person links them.

Twice: first each pair by itself, then with what the first scores of the whole set say. The weights
(``weights.json``) are made by ``benchmarks/fit_weights.py`` from the labelled subjects.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np

from protocolkit.alignment import likenesses as alike
from protocolkit.alignment.clause_vectors import Profile, models_of_both
from protocolkit.alignment.crossed_pairs import one_to_one
from protocolkit.alignment.likenesses import EvidenceSource, Likeness
from protocolkit.alignment.self_telling import apart
from protocolkit.base.resources import package_text

WEIGHTS_FILE = "weights.json"

NEAR_BEST = 0.85
"""A pair keeps its score when it is at least this part of the best that either clause has with the
other's board for the same sentence; otherwise the better match counts."""

ODDS_OF_BEST = 0.37
"""Between two boards a pair keeps its score only when its odds are at least this part of the best
too: where a text was copied, the chance of a look-alike of the true pair is hardly lower."""

_FEWEST_BOARDS = 3
"""With fewer there is no other board that could add anything."""

_CONTEXT_ALONE = 0.74
"""The highest chance of two clauses that show nothing in common by themselves: that what stands
beside them belongs together, or that all others are even less alike, makes no pair sure."""

_APART = 0.3
"""The highest chance of two clauses that answer no question together by what they are: lower than
what is proposed. Asked of a set of two boards, in which the nearest of a few clauses stands out; a
kept alignment has no texts to ask it of."""

_MEANS_MUCH = 0.25
"""From here on what sentence models say is something that two clauses have in common."""

_SURE = 1e-4
_EQUAL = 0.98


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """How much each likeness counts; a pair without any likeness has the ``start``."""

    start: float
    weights: Mapping[str, float]

    def chances(self, found: Mapping[str, Likeness], added: Likeness | float = 0.0) -> Likeness:
        """Return the chance of every pair."""
        total = np.full_like(next(iter(found.values())), self.start) + added
        for name, weight in self.weights.items():
            total += weight * found[name]
        return np.asarray(1 / (1 + np.exp(-total)), dtype=np.float32)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stages:
    """The weights of a pair by itself, and of a pair in its set.

    ``between_two`` are those in a set of two boards, in which no other board says anything.
    """

    first: Weights
    second: Weights
    between_two: Weights

    def of_set(self, boards: int) -> Weights:
        """Return the second weights for a set of ``boards`` boards."""
        return self.between_two if boards < _FEWEST_BOARDS else self.second


KINDS = ("plain", "meaning", "two models")
"""The weights that there are: by how many sentence models were asked."""


@cache
def stages(models: int) -> Stages:
    """Return the weights that come along, for so many sentence models."""
    found = json.loads(package_text("protocolkit.alignment", WEIGHTS_FILE))
    own = found[KINDS[min(models, len(KINDS) - 1)]]
    return Stages(**{name: Weights(**weights) for name, weights in own.items()})


@dataclass(frozen=True, slots=True, kw_only=True)
class Scored:
    """The score of every pair, and the likenesses that it was made of, by their name.

    ``chances`` are the scores of all pairs, also of those that another pair has pushed aside;
    ``sentences`` says with which of its sentences a unit of the left meets each of the right.
    """

    scores: Likeness
    chances: Likeness
    likenesses: Mapping[str, Likeness]
    sentences: np.ndarray


def score(
    left: Profile,
    right: Profile,
    among_right: Likeness | None = None,
    sources: Sequence[EvidenceSource] = (),
    weights: Stages | None = None,
) -> Scored:
    """Score every pair of a unit of ``left`` and one of ``right``.

    ``among_right`` are the first scores among the units of ``right`` themselves; left out, both
    are one and the same set. Pairs within one organisation have 0, and so has what is only a name.
    """
    used = weights or stages(models_of_both(left, right))
    found = likenesses(left, right)
    added = _added(left, right, sources)
    others = _others(left, right)
    first = used.first.chances(found, added) * others
    among = first if among_right is None else among_right
    found |= set_likenesses(first, among, left, right)
    boards = len({*left.organisations, *right.organisations})
    chances = used.of_set(boards).chances(found, added) * others
    if boards < _FEWEST_BOARDS and left is right:
        unlike = apart(left.units, right.units) & (added == 0)
        chances = np.where(unlike, np.minimum(chances, _APART), chances).astype(np.float32)
    sides = left.organisations, right.organisations
    meeting = alike.meeting_sentences(left, right)
    kept = alike.near_best(chances, *sides, NEAR_BEST, meeting)
    if boards < _FEWEST_BOARDS:
        near = alike.near_best(_odds(chances), *sides, ODDS_OF_BEST, meeting)
        kept &= near | _holds_other(found["best_sentences"], left, right)
    most = np.where(_shows_something(found) | (added > 0), 1.0, _CONTEXT_ALONE)
    chances = np.minimum(chances, most.astype(np.float32))
    scores = chances * kept
    if boards < _FEWEST_BOARDS:
        scores = one_to_one(scores, chances, found, left.units, right.units)
    return Scored(scores=scores, chances=chances, likenesses=found, sentences=meeting[0])


def first_scores_among(profile: Profile) -> Likeness:
    """Return the first scores among the units of one set."""
    used = stages(profile.models).first
    chances = used.chances(likenesses(profile, profile))
    return np.asarray(chances * _others(profile, profile))


def likenesses(left: Profile, right: Profile) -> dict[str, Likeness]:
    """Return every likeness of two clauses by themselves, by its name."""
    words, pieces = alike.words(left, right), alike.pieces(left, right)
    sentences, concepts = alike.best_sentences(left, right), alike.concepts(left, right)
    found = {
        "words": words,
        "pieces": pieces,
        "best_sentences": sentences,
        "equal_sentences": sentences**2,
        "shared_matters": alike.shared_matters(left, right),
        "concepts": concepts,
        "shared_concepts": alike.shared_concepts(left, right),
        "headings": alike.headings(left, right),
        "neighbours": alike.neighbours((words + pieces) / 2, left, right),
        "same_kind": alike.same_kind(left, right),
        "other_audience": alike.other_audience(left, right),
        "staff_against_pupils": alike.staff_against_pupils(left, right),
    }
    compared = {"words": words, "pieces": pieces, "concepts": concepts}
    if models_of_both(left, right):
        found["meaning"] = compared["meaning"] = alike.meaning(left, right)
    for name, likeness in compared.items():
        found |= _place(name, likeness, left, right)
    return found


def set_likenesses(
    first: Likeness, among_right: Likeness, left: Profile, right: Profile
) -> dict[str, Likeness]:
    """Return what the whole set says, from the first scores."""
    partners = alike.same_partners(first, among_right)
    sides = left.organisations, right.organisations
    before = alike.lead(first, *sides)
    odds = np.asarray(np.log(_odds(first)), dtype=np.float32)
    return {
        "by_itself": odds,
        "odds_standing": alike.standing(odds, *sides),
        "linked_neighbours": alike.neighbours(first, left, right),
        "share_of_both": alike.share_of_both(first, *sides),
        "same_partners": partners,
        "paths": alike.paths(first, among_right),
        "ahead_of_both": before.both,
        "ahead_of_either": before.either,
        "same_partners_ahead": alike.lead(partners, *sides).both,
        "same_partners_standing": alike.standing(partners, *sides),
    }


def _place(name: str, likeness: Likeness, left: Profile, right: Profile) -> dict[str, Likeness]:
    """Return how a pair compares by a likeness with the other pairs of its clauses."""
    sides = left.organisations, right.organisations
    ahead = alike.lead(likeness, *sides)
    return {
        f"{name}_standing": alike.standing(likeness, *sides),
        f"{name}_ahead_of_both": ahead.both,
        f"{name}_ahead_of_either": ahead.either,
    }


def _shows_something(found: Mapping[str, Likeness]) -> np.ndarray:
    """Tell which pairs have a word, a matter, a concept or much of their meaning in common."""
    shared = (found[name] > 0 for name in ("words", "shared_matters", "shared_concepts"))
    shown = np.any(list(shared), axis=0)
    return np.asarray(shown | (found["meaning"] >= _MEANS_MUCH) if "meaning" in found else shown)


def _holds_other(best_sentences: Likeness, left: Profile, right: Profile) -> np.ndarray:
    """Tell where a clause of several sentences has one that the other clause has too."""
    rows, columns = (
        np.array([len(unit.sentences) > 1 for unit in side.units], dtype=bool)
        for side in (left, right)
    )
    return np.asarray((best_sentences >= _EQUAL) & (rows[:, None] | columns[None, :]))


def _odds(chances: Likeness) -> Likeness:
    clipped = np.clip(chances, _SURE, 1 - _SURE)
    return np.asarray(clipped / (1 - clipped))


def _added(left: Profile, right: Profile, sources: Sequence[EvidenceSource]) -> Likeness:
    total = np.zeros((len(left.units), len(right.units)), dtype=np.float32)
    for source in sources:
        total += source.weight * source.likeness(left.units, right.units)
    return total


def _others(left: Profile, right: Profile) -> np.ndarray:
    """Tell which pairs can be one question: of two boards, and neither is only a name."""
    rows, columns = np.array(left.organisations), np.array(right.organisations)
    asks, answers = (
        np.array([not unit.is_name for unit in side.units], dtype=bool) for side in (left, right)
    )
    others = rows[:, None] != columns[None, :]
    return np.asarray(others & asks[:, None] & answers[None, :])
