"""From scored pairs to topics: sets of clauses in which nearly every pair across boards fits."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from protocolkit.alignment.likenesses import Likeness

Members = tuple[int, ...]

AGREEMENT = 0.9
"""A clause joins a set when it is linked to at least this part of the other boards' clauses in it.

At 1, a single missed pair splits a topic into two that differ by one clause; at a half, two
questions that share a clause run together. At this value topics lose nothing against the links, on
subjects that were not seen (at 0.8 neither, and more of them is wrong).
"""


FRESH = 0.2
"""A set is kept when at least this part of its links is in no larger set.

Without it, sets that differ by a clause or two pile up as boards are added.
"""


def group(scores: Likeness, organisations: Sequence[str], least: float) -> tuple[Members, ...]:
    """Return sets of units that cover nearly every pair whose score is at least ``least``.

    The strongest pair that is not yet covered begins a set; the unit that fits best joins until
    none fits (:data:`AGREEMENT`). Sets that say little that larger ones do not (:data:`FRESH`)
    are left out. A unit may stand in several sets; one that is in none stands alone.
    """
    linked = scores >= least
    names = np.array(organisations)
    others = names[:, None] != names[None, :]
    covered = np.zeros(linked.shape, dtype=bool)
    found: list[Members] = []
    for left, right in _by_strength(scores, linked):
        if not covered[left, right]:
            members = _grown([left, right], scores, linked, others, least)
            found.append(members)
            covered[np.ix_(members, members)] = True
    kept = _fresh(found, linked)
    placed = {unit for members in kept for unit in members}
    lonely = (unit for unit in range(len(scores)) if unit not in placed)
    return (*kept, *((unit,) for unit in lonely))


def _by_strength(scores: Likeness, linked: np.ndarray) -> list[tuple[int, int]]:
    left, right = np.nonzero(np.triu(linked, 1))
    order = np.lexsort((right, left, -scores[left, right]))
    return [(int(left[at]), int(right[at])) for at in order]


def _grown(
    members: list[int], scores: Likeness, linked: np.ndarray, others: np.ndarray, least: float
) -> Members:
    links = linked[members].sum(axis=0)
    pairs = others[members].sum(axis=0)
    total = scores[members].sum(axis=0)
    inside = np.zeros(len(scores), dtype=bool)
    inside[members] = True
    while True:
        mean = total / np.maximum(pairs, 1)
        fits = (links >= np.maximum(AGREEMENT * pairs, 1)) & (mean >= least) & ~inside
        if not fits.any():
            return tuple(int(member) for member in np.flatnonzero(inside))
        best = int(np.argmax(np.where(fits, mean, -1)))
        inside[best] = True
        links = links + linked[best]
        pairs = pairs + others[best]
        total = total + scores[best]


def _fresh(found: list[Members], linked: np.ndarray) -> list[Members]:
    """Leave out sets most of whose links stand in larger sets; the largest come first."""
    sized = [(-int(linked[np.ix_(members, members)].sum()), members) for members in set(found)]
    covered = np.zeros(linked.shape, dtype=bool)
    kept = []
    for _, members in sorted(sized):
        inside = np.ix_(members, members)
        own = linked[inside]
        if (own & ~covered[inside]).sum() >= FRESH * own.sum():
            kept.append(members)
            covered[inside] = True
    return kept
