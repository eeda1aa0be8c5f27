"""How sure a figure is: bootstrap intervals, alone and paired.

What is drawn again, with replacement, are the clauses of each organisation; a link counts as often
as its two clauses were drawn, multiplied. So links that share a clause rise and fall together, as
they do in reality, where one clause that is not understood costs every link that it has. (The
vertex bootstrap of Snijders and Borgatti, 1999; it errs on the wide side. Drawing single links
would make every interval too narrow.) Two systems are compared on the same draws. The seed is
fixed: the same input gives the same interval.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from itertools import groupby

import numpy as np
from numpy.typing import NDArray

from labelled_set import LabelledSet, Pair
from protocolkit.document.place import Place

SEED = 20260101
DRAWS = 5_000
_LEVEL = 95.0

Matrix = NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Interval:
    """The middle 95 % of the draws."""

    low: float
    high: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Gain:
    """How much lower the error rate is than another's, on the same draws.

    ``share`` is the part of the draws in which it is lower.
    """

    mean: float
    interval: Interval
    share: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Draws:
    """Precision, recall and error rate in every draw."""

    precision: Matrix
    recall: Matrix
    error_rate: Matrix


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """How often each clause was drawn: a row per draw, a column per clause."""

    columns: dict[Place, int]
    times: Matrix


def draw_clauses(clauses: Iterable[Place]) -> Sample:
    """Draw the clauses of each organisation again, :data:`DRAWS` times."""
    names = sorted(clauses)
    generator = np.random.default_rng(SEED)
    parts = []
    for _, group in groupby(names, key=lambda name: name.organisation):
        size = len(list(group))
        parts.append(generator.multinomial(size, np.full(size, 1 / size), DRAWS))
    columns = {name: number for number, name in enumerate(names)}
    return Sample(columns=columns, times=np.concatenate(parts, axis=1).astype(np.float64))


def score_draws(
    sample: Sample,
    found: Collection[Pair],
    labels: LabelledSet,
    is_counted: Callable[[Pair], bool],
) -> Draws:
    """Return precision, recall and error rate in each draw."""
    sure = labels.sure
    pairs = sorted(pair for pair in {*found, *sure} if is_counted(pair))
    met = frozenset(found)
    table = np.array(
        [
            (p in met, p in sure, p in met and p in sure, p in met and p in labels.possible)
            for p in pairs
        ],
        dtype=np.float64,
    ).reshape(-1, 4)
    left = sample.times[:, [sample.columns[pair[0]] for pair in pairs]]
    right = sample.times[:, [sample.columns[pair[1]] for pair in pairs]]
    every, all_sure, found_sure, found_possible = ((left * right) @ table).T
    return Draws(
        precision=_share(found_possible, every, 1.0),
        recall=_share(found_sure, all_sure, 1.0),
        error_rate=1 - _share(found_sure + found_possible, every + all_sure, 1.0),
    )


def interval(values: Matrix) -> Interval:
    """Return the middle 95 % of values."""
    low, high = np.percentile(values, [(100 - _LEVEL) / 2, (100 + _LEVEL) / 2])
    return Interval(low=float(low), high=float(high))


def gain(mine: Draws, other: Draws) -> Gain:
    """Compare two systems draw by draw; positive means that the first has the lower error rate."""
    differences = other.error_rate - mine.error_rate
    return Gain(
        mean=float(differences.mean()),
        interval=interval(differences),
        share=float((differences > 0).mean()),
    )


def _share(part: Matrix, whole: Matrix, empty: float) -> Matrix:
    return np.divide(part, whole, out=np.full_like(whole, empty), where=whole > 0)
