"""The best pairing of two short sequences that keeps their order, one with one or with several."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

Score = Callable[[range, range], float]
"""What it is worth to pair some of the old with some of the new; 0 or less: never."""


@dataclass(frozen=True, slots=True)
class Match:
    """Places of the old and of the new sequence that belong together; one side may be empty."""

    old: range
    new: range


def in_order(count_old: int, count_new: int, score: Score, most: int = 1) -> tuple[Match, ...]:
    """Return the pairing that is worth most; each place is in one match.

    At most ``most`` of one side are paired with one of the other.
    """
    worth = [[0.0] * (count_new + 1) for _ in range(count_old + 1)]
    step: dict[tuple[int, int], Match] = {}
    for at_old in range(count_old + 1):
        for at_new in range(count_new + 1):
            _best(at_old, at_new, worth, step, score, most)
    return tuple(_walked(count_old, count_new, step))


def _best(
    at_old: int,
    at_new: int,
    worth: list[list[float]],
    step: dict[tuple[int, int], Match],
    score: Score,
    most: int,
) -> None:
    """Fill one place of the table; at equal weight the one with more pairs wins."""
    best = -1.0
    for match in _ending(at_old, at_new, most):
        own = score(match.old, match.new) if match.old and match.new else 0.0
        if match.old and match.new and own <= 0:
            continue
        total = worth[match.old.start][match.new.start] + own
        if total > best:
            best, step[at_old, at_new] = total, match
    worth[at_old][at_new] = max(best, 0.0)


def _ending(at_old: int, at_new: int, most: int) -> Iterator[Match]:
    """Yield every match that ends at two places."""
    if at_old and at_new:
        yield Match(range(at_old - 1, at_old), range(at_new - 1, at_new))
        for several in range(2, most + 1):
            if several <= at_new:
                yield Match(range(at_old - 1, at_old), range(at_new - several, at_new))
            if several <= at_old:
                yield Match(range(at_old - several, at_old), range(at_new - 1, at_new))
    if at_new:
        yield Match(range(at_old, at_old), range(at_new - 1, at_new))
    if at_old:
        yield Match(range(at_old - 1, at_old), range(at_new, at_new))


def _walked(at_old: int, at_new: int, step: dict[tuple[int, int], Match]) -> list[Match]:
    found = []
    while at_old or at_new:
        match = step[at_old, at_new]
        found.append(match)
        at_old, at_new = match.old.start, match.new.start
    return found[::-1]
