"""Which links between two orders keep their place, so that as little as can be is said to move."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from itertools import pairwise


def keeping_place(
    links: Sequence[tuple[int, int]], weight: Callable[[int, int], float]
) -> frozenset[int]:
    """Return which links (old place, new place) keep their order, as places in ``links``.

    The heaviest set of links in which the old places never go down as the new places go up.
    ``weight`` is over 0; whole numbers stay exact. It is not asked where all of them keep it: in
    most texts nothing moved.
    """
    order = sorted(range(len(links)), key=lambda at: (links[at][1], links[at][0]))
    if all(links[one][0] <= links[other][0] for one, other in pairwise(order)):
        return frozenset(order)
    places = sorted({old for old, _ in links})
    best = _Best(len(places))
    came_from: dict[int, int] = {}
    for at in order:
        old, new = links[at]
        rank = bisect_right(places, old)
        total, before = best.up_to(rank)
        came_from[at] = before
        best.put(rank, total + weight(old, new), at)
    kept = set()
    _, at = best.up_to(len(places))
    while at >= 0:
        kept.add(at)
        at = came_from[at]
    return frozenset(kept)


class _Best:
    """The heaviest chain that ends at or before a place: a binary indexed tree of maxima."""

    def __init__(self, size: int) -> None:
        self._found: list[tuple[float, int]] = [(0, -1)] * (size + 1)

    def up_to(self, rank: int) -> tuple[float, int]:
        found: tuple[float, int] = (0, -1)
        while rank > 0:
            found = max(found, self._found[rank], key=lambda entry: entry[0])
            rank -= rank & -rank
        return found

    def put(self, rank: int, total: float, at: int) -> None:
        while rank < len(self._found):
            if total > self._found[rank][0]:
                self._found[rank] = (total, at)
            rank += rank & -rank
