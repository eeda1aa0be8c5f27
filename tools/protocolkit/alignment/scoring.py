"""From evidence to one score per pair: an estimate of the chance that a person links them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from protocolkit.alignment.evidence import (
    EvidenceSource,
    Likeness,
    Wording,
    compete,
    fit,
    through_others,
)
from protocolkit.alignment.units import Unit

# How much each likeness counts: fitted by benchmarks/fit_weights.py on the labels of this
# repository and on laws altered by machine; the constant is what a pair without likeness has.
FIRST_WEIGHTS = {
    "words": 0.90,
    "pieces": 0.76,
    "phrases": 0.34,
    "best_sentences": 0.83,
    "equal_sentences": 0.68,
    "shared_matters": 3.16,
    "matters": 2.54,
    "headings": 1.57,
    "neighbours": 1.24,
    "same_kind": 1.05,
    "other_audience": -1.30,
    "staff_against_pupils": -0.67,
    "nearest_both": 2.42,
    "nearest_one": 0.06,
    "behind": -3.91,
    "taken": -3.96,
}
FIRST_START = -6.43
SET_WEIGHTS = {
    "words": 0.74,
    "pieces": 0.64,
    "phrases": 0.40,
    "best_sentences": 0.64,
    "equal_sentences": 0.66,
    "shared_matters": 1.82,
    "matters": 1.32,
    "headings": 1.32,
    "neighbours": 1.01,
    "same_kind": 0.27,
    "other_audience": -0.80,
    "staff_against_pupils": -0.40,
    "nearest_both": 1.14,
    "nearest_one": -0.44,
    "behind": -3.19,
    "taken": -2.91,
    "through_others": 1.80,
    "nearest_in_set": 3.07,
}
SET_START = -5.99


def scores(units: Sequence[Unit], sources: Sequence[EvidenceSource] = ()) -> Likeness:
    """Return the score of every two units; pairs within one organisation have 0."""
    organisations = [unit.organisation for unit in units]
    names = np.array(organisations)
    others = names[:, None] != names[None, :]
    found = likenesses(units)
    added = sum(source.weight * source.likeness(units) for source in sources)
    first = chance(_sum(found, FIRST_WEIGHTS, FIRST_START) + added) * others
    found |= set_likenesses(first, organisations)
    return np.asarray(chance(_sum(found, SET_WEIGHTS, SET_START) + added) * others)


def likenesses(units: Sequence[Unit]) -> dict[str, Likeness]:
    """Return every likeness of two clauses by themselves, by its name."""
    wording = Wording(units)
    words, pieces, sentences = wording.words(), wording.pieces(), wording.best_sentences()
    near = (words + pieces + sentences) / 3
    neighbours = wording.neighbours((words + pieces) / 2)
    headings = wording.headings()
    place = compete(fit(near, neighbours, headings), [unit.organisation for unit in units])
    return {
        "words": words,
        "pieces": pieces,
        "phrases": wording.phrases(),
        "best_sentences": sentences,
        "equal_sentences": sentences**2,
        "shared_matters": wording.shared_matters(),
        "matters": wording.matters(),
        "headings": headings,
        "neighbours": neighbours,
        "same_kind": wording.same_kind(),
        "other_audience": wording.other_audience(),
        "staff_against_pupils": wording.staff_against_pupils(),
        "nearest_both": place.nearest_both,
        "nearest_one": place.nearest_one,
        "behind": place.behind,
        "taken": place.taken,
    }


def set_likenesses(first: Likeness, organisations: Sequence[str]) -> dict[str, Likeness]:
    """Return what the whole set says, from the first chance of every pair."""
    return {
        "through_others": through_others(first),
        "nearest_in_set": compete(first, organisations).nearest_both,
    }


def chance(total: np.ndarray) -> Likeness:
    """Return the chance (0 to 1) that goes with a sum of weights (a logit)."""
    return np.asarray(1 / (1 + np.exp(-total)), dtype=np.float32)


def _sum(found: Mapping[str, Likeness], weights: Mapping[str, float], start: float) -> Likeness:
    size = len(next(iter(found.values())))
    total = np.full((size, size), start, dtype=np.float32)
    for name, weight in weights.items():
        total += weight * found[name]
    return total
