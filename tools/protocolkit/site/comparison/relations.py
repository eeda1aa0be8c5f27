"""How the clauses of one topic relate, and its cells, in the shape in which scripts look it up.

Squares of digits: between clauses where each pair was judged; where there are too many, between
variants.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import assert_never

from protocolkit.comparison.judgements import RowJudgement, Variant
from protocolkit.document.place import Place
from protocolkit.relations.relation import Relation


def _distance(relation: Relation) -> int:
    match relation:
        case Relation.IDENTICAL:
            return 0
        case Relation.EDITORIAL:
            return 1
        case Relation.PARTIAL:
            return 2
        case Relation.CONTRARY:
            return 3
        case Relation.SUBSTANTIVE:
            return 4
        case _:
            assert_never(relation)


NEARNESS = tuple(sorted(Relation, key=_distance))
"""The relations from nearest to farthest: of several, what a clause is to the nearest counts."""

_DIGITS = {relation: str(n) for n, relation in enumerate(NEARNESS)}
_IDENTICAL, _EDITORIAL = _DIGITS[Relation.IDENTICAL], _DIGITS[Relation.EDITORIAL]
_PARTIAL, _CONTRARY = _DIGITS[Relation.PARTIAL], _DIGITS[Relation.CONTRARY]
_SUBSTANTIVE = _DIGITS[Relation.SUBSTANTIVE]
_SAME_RULE = {digit for relation, digit in _DIGITS.items() if relation.is_same_rule}
_NOT_JUDGED = "-"


@dataclass(frozen=True, slots=True, kw_only=True)
class Square:
    """The relations of a topic: ``rows[items[a]][items[b]]`` is that between the places a and b.

    A relation is the digit of its place in :data:`NEARNESS`, or a dash for what was not judged:
    two clauses of one document. ``kinds`` are the relations between documents.
    """

    items: Mapping[Place, int]
    rows: tuple[str, ...]
    kinds: frozenset[Relation]


def relation_square(found: RowJudgement, places: Sequence[Place]) -> Square:
    """Return the relations between these places, all that a topic has."""
    known: dict[tuple[Place, Place], str] = {}
    for pair in found.pairs:
        digit = _DIGITS[pair.judgement.relation]
        known[pair.left, pair.right] = known[pair.right, pair.left] = digit
    pairs = combinations(dict.fromkeys(places), 2)
    if all(pair in known for pair in pairs if pair[0].organisation != pair[1].organisation):
        return _between_clauses(places, known)
    return _between_variants(found.variants, known)


def cell_rows(states: Sequence[tuple[int, ...]], square: Square) -> list[str]:
    """Return how cells relate as a whole; a state is the items of a cell's clauses."""
    return ["".join(_of_cells(left, right, square) for right in states) for left in states]


def _of_cells(left: Iterable[int], right: Iterable[int], square: Square) -> str:
    """Return what two cells are to each other, from what each clause is to its nearest."""
    ours, theirs = tuple(left), tuple(right)
    pairs = {(a, b): square.rows[a][b] for a in ours for b in theirs}
    judged = {pair: digit for pair, digit in pairs.items() if digit != _NOT_JUDGED}
    if not judged:
        return _NOT_JUDGED
    found = {
        min(digit for pair, digit in judged.items() if pair[side] == item)
        for side in (0, 1)
        for item in {pair[side] for pair in judged}
    }
    if found <= _SAME_RULE:
        return max(found)
    if _CONTRARY in found:
        return _CONTRARY
    return _PARTIAL if min(found) <= _PARTIAL else _SUBSTANTIVE


def _between_clauses(places: Sequence[Place], known: Mapping[tuple[Place, Place], str]) -> Square:
    items = {place: number for number, place in enumerate(dict.fromkeys(places))}

    def relation(left: Place, right: Place) -> str:
        return _IDENTICAL if left == right else known.get((left, right), _NOT_JUDGED)

    rows = tuple("".join(relation(left, right) for right in items) for left in items)
    return Square(items=items, rows=rows, kinds=_kinds(known.values()))


def _between_variants(
    variants: Sequence[Variant], known: Mapping[tuple[Place, Place], str]
) -> Square:
    """Return the relations between variants, each parted in what is to the letter and what is not.

    Its representative stands for a variant: members that are not to the letter say the same in
    other words.
    """
    homes = {
        place: (number, place in variant.verbatim)
        for number, variant in enumerate(variants)
        for place in variant.members
    }
    groups = sorted(set(homes.values()))
    items = {place: groups.index(home) for place, home in homes.items()}

    def relation(left: tuple[int, bool], right: tuple[int, bool]) -> str:
        if left[0] == right[0]:
            return _IDENTICAL if left[1] and right[1] else _EDITORIAL
        first, second = (variants[home[0]].representative for home in (left, right))
        return known.get((first, second), _NOT_JUDGED)

    rows = tuple("".join(relation(left, right) for right in groups) for left in groups)
    inside = (
        relation(homes[variant.representative], homes[other])
        for variant in variants
        for other in variant.members
        if other.organisation != variant.representative.organisation
    )
    return Square(items=items, rows=rows, kinds=_kinds([*known.values(), *inside]))


def _kinds(digits: Iterable[str]) -> frozenset[Relation]:
    return frozenset(NEARNESS[int(digit)] for digit in digits)
