"""Fitting the weights of the alignment on labelled subjects, both stages.

The second stage learns from first chances of a model that had not seen what it gives a chance to,
as it will be on a new subject: of a subject that others were made like, one without all subjects
of those hands; of one that is alone of its kind (the seeds), one without those two boards.

Both also learn from small sets out of each subject (:mod:`small_sets`), since most sets are small;
the second weights for two boards from sets of two boards alone.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

import numpy as np

from labelled_subjects import Subject
from protocolkit.alignment.clause_vectors import Profile, Vectors, make_profile, make_spaces
from protocolkit.alignment.compared_clauses import Unit, make_units
from protocolkit.alignment.likenesses import Likeness
from protocolkit.alignment.scoring import Stages, Weights, likenesses, set_likenesses
from protocolkit.wording.thesaurus_file import general_thesaurus
from small_sets import Size, of_boards, of_few_clauses

_RIDGE = 3.0
_STEPS = 60
# Longer ones leave the place where a step is a good guess.
_LONGEST_STEP = 1.0
# Real protocols say more than invented ones, and there are few.
_OFTEN = {"seeds": 3.0}
# Of pairs that nobody linked and that are not alike, one in so many is learnt from, for all.
_THINNED = 7
_LOOKS_ALIKE = 0.2
# The words of a thesaurus may be those of the subjects that were at hand: in so many of the pairs
# it is as if it knew none of them, so that nothing leans on it.
_DROPPED = 0.3
_OF_THESAURUS = ("shared_matters", "concepts", "shared_concepts")
# A likeness whose weight comes out against its meaning only corrects another one, on the subjects
# that were learnt from; it is left out.
_AGAINST = ("other_audience", "staff_against_pupils")
_SEED = 20260101
# How many small sets are learnt from per subject: of three boards, of two, of a few clauses.
_OF_THREE, _OF_TWO, _OF_FEW = 4, 6, 24
_TWO = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Taught:
    """A subject to learn from: ``truth`` is 1 for linked, 0 for not, -1 for what does not count.

    ``times`` says how often each pair counts.
    """

    name: str
    hands: str
    profile: Profile
    found: Mapping[str, Likeness]
    truth: np.ndarray
    times: np.ndarray
    size: Size = Size.WHOLE

    @property
    def is_whole(self) -> bool:
        """Whether it is the whole subject, no small set out of it."""
        return self.size is Size.WHOLE

    @property
    def boards(self) -> int:
        """How many boards it has."""
        return len(set(self.profile.organisations))

    def without(self, one: str, other: str) -> Taught:
        """Return it without the pairs of two boards."""
        hidden = self.between(one, other)
        return replace(self, times=np.where(hidden, 0, self.times))

    def between(self, one: str, other: str) -> np.ndarray:
        """Tell which pairs are of two boards."""
        names = np.array(self.profile.organisations)
        found = (names == one)[:, None] & (names == other)[None, :]
        return np.asarray(found | found.T)


def taught(
    subject: Subject, vectors: Vectors | None = None, units: Sequence[Unit] | None = None
) -> Taught:
    """Return a subject, or some units of it, as something to learn from."""
    units = units or make_units(subject.protocols, general_thesaurus())
    profile = make_profile(units, make_spaces(units), vectors)
    found = likenesses(profile, profile)
    truth = _truth(subject, profile)
    return Taught(
        name=subject.name,
        hands=subject.hands,
        profile=profile,
        found=found,
        truth=truth,
        times=_times(truth, found) * _OFTEN.get(subject.hands, 1.0),
    )


def taught_with_small(subject: Subject, vectors: Vectors | None = None) -> list[Taught]:
    """Return a subject as something to learn from, and small sets out of it after it."""
    small = {
        Size.THREE: of_boards(subject, 3, _OF_THREE, _SEED),
        Size.TWO: of_boards(subject, 2, _OF_TWO, _SEED),
        Size.FEW: of_few_clauses(subject, _OF_FEW, _SEED),
    }
    return [
        taught(subject, vectors),
        *(
            replace(taught(subject, vectors, units), size=size)
            for size, sets in small.items()
            for units in sets
        ),
    ]


def fit_stages(sets: Sequence[Taught]) -> Stages:
    """Fit both stages on subjects and the small sets out of them."""
    first = _Firsts(sets)
    second = []
    for one in sets:
        chances = first.unseen_chances(one)
        more = set_likenesses(chances, chances, one.profile, one.profile)
        second.append(replace(one, found={**one.found, **more}))
    return Stages(
        first=fit_weights(sets),
        second=fit_weights([one for one in second if one.boards > _TWO]),
        between_two=fit_weights([one for one in second if one.boards == _TWO]),
    )


def without(sets: Sequence[Taught], hands: Collection[str]) -> list[Taught]:
    """Return the subjects that were made by nobody of these hands."""
    return [one for one in sets if one.hands not in hands]


def fit_weights(sets: Sequence[Taught]) -> Weights:
    """Fit the weights of all likenesses that the subjects have."""
    names = tuple(sets[0].found)
    generator = np.random.default_rng(_SEED)
    rows, truths, times = [], [], []
    for one in sets:
        counted = one.times > 0
        own = np.stack([one.found[name][counted] for name in names], axis=1).astype(np.float64)
        dropped = generator.random(len(own)) < _DROPPED
        for name in _OF_THESAURUS:
            own[dropped, names.index(name)] = 0
        rows.append(own)
        truths.append(one.truth[counted] > 0)
        times.append(one.times[counted])
    table, truth, often = (np.concatenate(parts) for parts in (rows, truths, times))
    used = list(range(len(names)))
    near = None
    while True:
        start, weights = logistic(table[:, used], truth, often, near)
        spreads = table[:, used].std(axis=0)
        right = weights * spreads * [_sign(names[at]) for at in used]
        if right.min() >= 0:
            break
        worst = int(right.argmin())
        del used[worst]
        near = start, np.delete(weights, worst)
    made = {names[at]: round(float(weight), 3) for at, weight in zip(used, weights, strict=True)}
    return Weights(start=round(start, 3), weights=made)


def _sign(name: str) -> int:
    """Return what a weight may be: what says that clauses differ may only count against them."""
    return -1 if name in _AGAINST else 1


def logistic(
    rows: np.ndarray,
    truth: np.ndarray,
    times: np.ndarray,
    near: tuple[float, np.ndarray] | None = None,
) -> tuple[float, np.ndarray]:
    """Return the start and the weights of a logistic regression with a ridge, by Newton's steps.

    The ridge is the same for every column, measured in its own spread. ``near`` is a solution to
    begin from.
    """
    mean, spread = rows.mean(axis=0), rows.std(axis=0) + 1e-9
    table = np.c_[(rows - mean) / spread, np.ones(len(rows))]
    ridge = np.r_[np.full(rows.shape[1], _RIDGE), 1e-6]
    found = np.zeros(table.shape[1])
    if near is not None:
        found = np.r_[near[1] * spread, near[0] + near[1] @ mean]
    for _ in range(_STEPS):
        chances = 1 / (1 + np.exp(-table @ found))
        slope = table.T @ (times * (chances - truth)) + ridge * found
        bend = (table.T * (times * chances * (1 - chances))) @ table + np.diag(ridge)
        step = np.linalg.solve(bend, slope)
        step *= min(1.0, _LONGEST_STEP / max(np.abs(step).max(), 1e-12))
        found = found - step
        if np.abs(step).max() < 1e-4:
            break
    weights = found[:-1] / spread
    return float(found[-1] - weights @ mean), weights


class _Firsts:
    """First weights that have not seen what they judge, each fitted once."""

    def __init__(self, sets: Sequence[Taught]) -> None:
        self._sets = sets
        self._fitted: dict[tuple[str, ...], Weights] = {}

    def unseen_chances(self, one: Taught) -> Likeness:
        """Return the first chances of a set by weights that have not seen it."""
        names = np.array(one.profile.organisations)
        others = names[:, None] != names[None, :]
        alike = [other for other in self._sets if other.hands == one.hands]
        if len({o.name for o in alike}) > 1 or not one.is_whole:
            found = self._weights((one.hands,), without(self._sets, {one.hands}))
            return np.asarray(found.chances(one.found) * others, dtype=np.float32)
        chances = np.zeros(one.truth.shape, dtype=np.float32)
        boards = sorted(set(names))
        for number in range(len(boards)):
            pairs = [
                (left, right)
                for (i, left), (j, right) in combinations(enumerate(boards), 2)
                if (i + j) % len(boards) == number
            ]
            found = self._weights((one.name, *map("/".join, pairs)), self._hidden(one.name, pairs))
            hidden = np.any([one.between(*pair) for pair in pairs], axis=0)
            chances[hidden] = found.chances(one.found)[hidden]
        return chances

    def _hidden(self, name: str, pairs: Sequence[tuple[str, str]]) -> list[Taught]:
        """Return the sets without the pairs of some boards of a subject."""
        found = list(self._sets)
        for pair in pairs:
            found = [one.without(*pair) if one.name == name else one for one in found]
        return found

    def _weights(self, key: tuple[str, ...], sets: Sequence[Taught]) -> Weights:
        if key not in self._fitted:
            self._fitted[key] = fit_weights(sets)
        return self._fitted[key]


def _truth(subject: Subject, profile: Profile) -> np.ndarray:
    numbers = {unit.place: number for number, unit in enumerate(profile.units)}
    names = np.array(profile.organisations)
    truth = np.where(names[:, None] != names[None, :], 0, -1)
    for link in subject.labels.links:
        if not all(place in numbers for place in link.pair):
            continue
        left, right = (numbers[place] for place in link.pair)
        truth[left, right] = truth[right, left] = 1 if link.is_sure else -1
    return truth


def _times(truth: np.ndarray, found: Mapping[str, Likeness]) -> np.ndarray:
    """Return how often each pair counts: once above the diagonal, some for all that are thinned."""
    alike = np.maximum(found["words"], found["concepts"] / 2) > _LOOKS_ALIKE
    left, right = np.indices(truth.shape)
    thinned = np.where((left + right) % _THINNED == 0, float(_THINNED), 0.0)
    times = np.where((truth > 0) | alike, 1.0, thinned)
    return np.asarray(np.triu(np.where(truth >= 0, times, 0.0), 1))
