"""Places of two versions that answer each other, so that neither version changes its order."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Container, Iterable

from protocolkit.changes.units import Unit, UnitKind
from protocolkit.document.richtext import plain
from protocolkit.paper.redline.passages import place_of
from protocolkit.text.shortening import first_words

_SHOWN = 6
"""How many words of a paragraph say which one it is."""

LinePlace = tuple[int, int]
"""A place in the old version and one in the new version."""


def in_order(places: Iterable[LinePlace]) -> list[LinePlace]:
    """Return as many places as can be, so that neither side goes back; one side may stay."""
    ordered = sorted(set(places))
    tops: list[int] = []
    chosen: list[int] = []
    befores: list[int] = []
    for at, (_, new) in enumerate(ordered):
        level = bisect_right(tops, new)
        befores.append(chosen[level - 1] if level else -1)
        tops[level : level + 1] = [new]
        chosen[level : level + 1] = [at]
    found: list[LinePlace] = []
    at = chosen[-1] if chosen else -1
    while at >= 0:
        found.append(ordered[at])
        at = befores[at]
    return found[::-1]


def one_to_one(answers: Iterable[LinePlace]) -> list[LinePlace]:
    """Return places that are answered most often, each place once, in an order that both have."""
    counts = Counter(answers)
    olds: set[int] = set()
    news: set[int] = set()
    found = []
    for (old, new), _ in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
        if old not in olds and new not in news:
            olds.add(old)
            news.add(new)
            found.append((old, new))
    return in_order(found)


def merged(
    places: Iterable[LinePlace], olds: int, news: int
) -> list[tuple[int | None, int | None]]:
    """Return all places of both sides in one order; what has no answer is None on the other side.

    ``olds`` and ``news`` are how many places either side has. What went stands before what came.
    """
    found: list[tuple[int | None, int | None]] = []
    at_old = at_new = 0
    for old, new in (*places, (olds, news)):
        found += [(at, None) for at in range(at_old, old)]
        found += [(None, at) for at in range(at_new, new)]
        if (old, new) != (olds, news):
            found.append((old, new))
        at_old, at_new = old + 1, new + 1
    return found


def befores(units: Iterable[Unit], divided: Container[str]) -> dict[int, str]:
    """Return for each unit how what stands before it is cited, by its place.

    In items of which part stays, the anchors ``divided``, that is the unit before it: 'b.'.
    """
    found: dict[int, str] = {}
    before = last = inner = ""
    anchor = None
    for unit in sorted({unit.order: unit for unit in units}.values(), key=lambda one: one.order):
        if unit.anchor != anchor:
            before, last, anchor, inner = last, place_of(unit), unit.anchor, ""
        found[unit.order] = (unit.anchor in divided and inner) or before
        is_point = unit.kind is UnitKind.POINT and unit.marker
        inner = unit.marker if is_point else first_words(plain(unit.text), _SHOWN)
    return found
