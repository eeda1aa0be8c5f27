"""Which of two nearly equal clauses belongs with which of two nearly equal ones of another board.

Where boards wrote from one model, ``… voor zover die betrekking heeft op ouders`` and ``… op
leerlingen`` stand in both, and each is nearly the same as both of the other. Each then has one
counterpart: an equal text before a near one, then by what stands around it, and last by where in
the document it stands.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from scipy.optimize import linear_sum_assignment

from protocolkit.alignment.compared_clauses import Unit
from protocolkit.alignment.likenesses import Likeness

NEARLY_EQUAL = 0.65
"""From this likeness by words and pieces of words on, one clause is another form of the other."""

# They belong together more likely than not.
_LIKELY = 0.5
# What counts beside the likeness of the texts; the place in the document only where all is equal.
_EQUAL_TEXT, _BESIDE, _HEADINGS, _ORDER = 0.5, 0.05, 0.05, 0.01
# Two pairs that each are nearly equal are always more than one that is.
_A_PAIR = 2.0


def one_to_one(
    scores: Likeness,
    chances: Likeness,
    found: Mapping[str, Likeness],
    left: Sequence[Unit],
    right: Sequence[Unit],
) -> Likeness:
    """Return scores in which nearly equal clauses of two boards are paired one to one.

    Pairs of which both clauses have a nearly equal counterpart elsewhere lose their score; the
    counterparts have their whole chance, also where a look-alike had pushed them aside.
    """
    near = (found["words"] + found["pieces"]) / 2
    candidates = (chances >= _LIKELY) & (near >= NEARLY_EQUAL)
    made = scores.copy()
    if not _is_crossed(candidates):
        return made
    weights = _A_PAIR + near + _beside(found, left, right)
    rows, columns = _of_boards(left), _of_boards(right)
    for name, own in rows.items():
        for other_name, others in columns.items():
            # One set has each two boards twice: the one is the other turned over.
            if name == other_name or (left is right and name > other_name):
                continue
            at = np.ix_(own, others)
            if _is_crossed(candidates[at]):
                made[at] = _paired(made[at], chances[at], candidates[at], weights[at])
                if left is right:
                    made[np.ix_(others, own)] = made[at].T
    return made


def _is_crossed(candidates: np.ndarray) -> bool:
    """Tell whether a clause has more than one candidate."""
    return bool((candidates.sum(axis=0) > 1).any() or (candidates.sum(axis=1) > 1).any())


def _paired(
    scores: Likeness, chances: Likeness, candidates: np.ndarray, weights: Likeness
) -> Likeness:
    """Return the scores of two boards, their candidates paired by the largest sum of weights."""
    rows, columns = linear_sum_assignment(np.where(candidates, weights, 0), maximize=True)
    chosen = np.zeros_like(candidates)
    chosen[rows, columns] = candidates[rows, columns]
    both = chosen.any(axis=1, keepdims=True) & chosen.any(axis=0, keepdims=True)
    return np.where(chosen, chances, np.where(both, 0, scores)).astype(scores.dtype)


def _beside(found: Mapping[str, Likeness], left: Sequence[Unit], right: Sequence[Unit]) -> Likeness:
    """Return what settles between nearly equal texts."""
    texts = [np.array([unit.neutral for unit in side]) for side in (left, right)]
    places = [_places(side) for side in (left, right)]
    return np.asarray(
        _EQUAL_TEXT * (texts[0][:, None] == texts[1][None, :])
        + _BESIDE * found["neighbours"]
        + _HEADINGS * found["headings"]
        - _ORDER * np.abs(places[0][:, None] - places[1][None, :])
    )


def _of_boards(units: Sequence[Unit]) -> dict[str, np.ndarray]:
    boards = np.array([unit.place.organisation for unit in units])
    return {str(name): np.flatnonzero(boards == name) for name in np.unique(boards)}


def _places(units: Sequence[Unit]) -> np.ndarray:
    """Return where in its document each unit stands, 0 to 1."""
    places = np.zeros(len(units))
    for own in _of_boards(units).values():
        places[own] = np.arange(len(own)) / len(own)
    return places
