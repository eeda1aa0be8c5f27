"""From scored pairs to topics: sets of clauses in which every pair across boards is linked."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from protocolkit.alignment.evidence import Likeness

Members = tuple[int, ...]


def group(scores: Likeness, organisations: Sequence[str], least: float) -> tuple[Members, ...]:
    """Return sets of units that cover every pair whose score is at least ``least``.

    In a set, every two units of different organisations are such a pair; a unit may stand in
    several sets; one without a pair stands alone. The strongest pair that is not yet covered
    begins a set; the unit that fits best joins until none fits.
    """
    linked = scores >= least
    names = np.array(organisations)
    allowed = linked | (names[:, None] == names[None, :])
    covered = np.zeros_like(linked)
    found: list[Members] = []
    for left, right in _by_strength(scores, linked):
        if not covered[left, right]:
            members = _grown([left, right], scores, linked, allowed)
            found.append(tuple(sorted(members)))
            covered[np.ix_(members, members)] = True
    lonely = np.flatnonzero(~linked.any(axis=1))
    return (*_distinct(found), *((int(unit),) for unit in lonely))


def _by_strength(scores: Likeness, linked: np.ndarray) -> list[tuple[int, int]]:
    left, right = np.nonzero(np.triu(linked, 1))
    order = np.lexsort((right, left, -scores[left, right]))
    return [(int(left[at]), int(right[at])) for at in order]


def _grown(
    members: list[int], scores: Likeness, linked: np.ndarray, allowed: np.ndarray
) -> list[int]:
    fits = allowed[members].all(axis=0) & linked[members].any(axis=0)
    fits[members] = False
    strength = scores[members].sum(axis=0)
    while fits.any():
        best = int(np.argmax(np.where(fits, strength, -1)))
        members.append(best)
        fits &= allowed[best]
        fits[best] = False
        strength += scores[best]
    return members


def _distinct(found: list[Members]) -> list[Members]:
    """Leave out sets that another set holds, keeping the order."""
    sets = [frozenset(members) for members in found]
    return [
        members
        for number, members in enumerate(found)
        if not any(
            sets[number] < other or (sets[number] == other and number > place)
            for place, other in enumerate(sets)
        )
    ]
