"""From scored pairs to topics: sets of clauses in which nearly every pair across boards fits."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product

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


def group(
    scores: Likeness,
    organisations: Sequence[str],
    least: float,
    sentences: np.ndarray | None = None,
) -> tuple[Members, ...]:
    """Return sets of units that cover nearly every pair whose score is at least ``least``.

    The strongest pair that is not yet covered begins a set; the unit that fits best joins until
    none fits (:data:`AGREEMENT`). Sets that say little that larger ones do not (:data:`FRESH`)
    are left out. A unit may stand in several sets; one that is in none stands alone.

    ``sentences`` says by its number, in each row, with which sentence a unit meets each other one,
    -1 for any: the units of one board in a set meet the others in the same one, so that a clause
    with three rules stands in three sets.
    """
    work = _Grouping(scores, scores >= least, np.array(organisations), least, sentences)
    covered = np.zeros(scores.shape, dtype=bool)
    found: list[Members] = []
    for left, right in _by_strength(scores, work.linked):
        if not covered[left, right]:
            members = work.grown([left, right])
            found.append(members)
            covered[np.ix_(members, members)] = True
    kept = _fresh(found, work.linked)
    placed = {unit for members in kept for unit in members}
    lonely = (unit for unit in range(len(scores)) if unit not in placed)
    return (*kept, *((unit,) for unit in lonely))


def _by_strength(scores: Likeness, linked: np.ndarray) -> list[tuple[int, int]]:
    left, right = np.nonzero(np.triu(linked, 1))
    order = np.lexsort((right, left, -scores[left, right]))
    return [(int(left[at]), int(right[at])) for at in order]


class _Grouping:
    """The pairs from which sets grow."""

    def __init__(
        self,
        scores: Likeness,
        linked: np.ndarray,
        boards: np.ndarray,
        least: float,
        sentences: np.ndarray | None,
    ) -> None:
        self.linked = linked
        self._scores = scores
        self._boards = boards
        self._others = boards[:, None] != boards[None, :]
        self._least = least
        self._sentences = sentences

    def grown(self, members: list[int]) -> Members:
        """Return a set with all units that fit it."""
        links = self.linked[members].sum(axis=0)
        pairs = self._others[members].sum(axis=0)
        total = self._scores[members].sum(axis=0)
        left_out = np.zeros(len(self._scores), dtype=bool)
        left_out[members] = True
        self._bar(left_out, members, members[:1])
        inside = members.copy()
        while True:
            mean = total / np.maximum(pairs, 1)
            fits = (links >= np.maximum(AGREEMENT * pairs, 1)) & (mean >= self._least) & ~left_out
            if not fits.any():
                return tuple(sorted(inside))
            best = int(np.argmax(np.where(fits, mean, -1)))
            left_out[best] = True
            self._bar(left_out, [best], inside)
            inside.append(best)
            links = links + self.linked[best]
            pairs = pairs + self._others[best]
            total = total + self._scores[best]

    def _bar(self, barred: np.ndarray, ones: Sequence[int], others: Sequence[int]) -> None:
        """Bar who would meet one of two members in another sentence than the other one does."""
        if self._sentences is None:
            return
        for one, other in product(ones, others):
            for unit, met in ((one, other), (other, one)):
                number = self._sentences[unit, met]
                if number >= 0 and self._others[unit, met]:
                    own = self._sentences[unit]
                    barred |= (self._boards == self._boards[met]) & (own >= 0) & (own != number)


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
