"""Small sets out of a labelled subject: two or three of its boards, or a few clauses of two.

Most sets that people begin with are small. What is fitted on six boards alone leans on the other
boards, and on clauses enough to tell what is rare.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import replace
from enum import Enum
from itertools import combinations

from labelled_set import Pair, make_pair
from labelled_subjects import Subject
from protocolkit.alignment.compared_clauses import Unit, make_units
from protocolkit.document.model import Protocol
from protocolkit.wording.thesaurus_file import general_thesaurus

_FEWEST, _MOST = 3, 8


class Size(Enum):
    """How large a set out of a subject is."""

    WHOLE = "whole"
    THREE = "three boards"
    TWO = "two boards"
    FEW = "a few clauses of two boards"


SMALL = (Size.THREE, Size.TWO, Size.FEW)


def of_boards(subject: Subject, boards: int, times: int, seed: int) -> Iterator[tuple[Unit, ...]]:
    """Yield the units of so many boards, drawn so many times, no choice of boards twice."""
    choices = list(combinations(subject.protocols, boards))
    random.Random(seed).shuffle(choices)
    for chosen in choices[:times]:
        yield make_units(chosen, general_thesaurus())


def of_few_clauses(subject: Subject, times: int, seed: int) -> Iterator[tuple[Unit, ...]]:
    """Yield three to eight clauses of either of two boards, in their order.

    From none to all have a sure counterpart there; the others have not even a possible one.
    """
    draw = random.Random(seed)
    for _ in range(times):
        boards = draw.sample(subject.protocols, 2)
        yield _few(boards, subject, draw)


def _few(boards: Sequence[Protocol], subject: Subject, draw: random.Random) -> tuple[Unit, ...]:
    units = make_units(boards, general_thesaurus())
    numbers = {unit.place: number for number, unit in enumerate(units)}
    sure, possible = (
        _inside(pairs, units) for pairs in (subject.labels.sure, subject.labels.possible)
    )
    draw.shuffle(sure)
    each = draw.randint(_FEWEST, _MOST)
    linked = draw.randint(0, each)
    sides: tuple[list[int], list[int]] = ([], [])
    for pair in sure:
        ends = sorted(numbers[place] for place in pair)
        if all(
            len(side) < linked and end not in side for side, end in zip(sides, ends, strict=True)
        ):
            for side, end in zip(sides, ends, strict=True):
                side.append(end)
    firsts: dict[str, list[int]] = {unit.place.organisation: [] for unit in units}
    for number, unit in enumerate(units):
        firsts[unit.place.organisation].append(number)
    for side, other, own in zip(sides, reversed(sides), firsts.values(), strict=True):
        draw.shuffle(own)
        for number in own:
            met = (make_pair(units[number].place, units[end].place) for end in other)
            if len(side) < each and number not in side and not possible_among(met, possible):
                side.append(number)
    return cut(units, sorted({*sides[0], *sides[1]}))


def possible_among(pairs: Iterator[Pair], possible: Sequence[Pair]) -> bool:
    """Tell whether one of the pairs may be linked."""
    return any(pair in possible for pair in pairs)


def cut(units: Sequence[Unit], kept: Sequence[int]) -> tuple[Unit, ...]:
    """Return some of the units, as if their documents held no others."""
    places = {old: new for new, old in enumerate(kept)}
    return tuple(
        replace(
            units[old],
            before=places.get(units[old].before, -1),
            after=places.get(units[old].after, -1),
        )
        for old in kept
    )


def _inside(pairs: frozenset[Pair], units: Sequence[Unit]) -> list[Pair]:
    places = {unit.place for unit in units}
    return sorted(pair for pair in pairs if places.issuperset(pair))
