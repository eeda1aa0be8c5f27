"""How the clauses of one topic relate, and its cells, in the shape in which scripts look it up.

Squares of digits: between clauses where each pair was judged; where there are too many, between
variants. Whatever is said of two boards on a topic, in the table or on the topic's page, is said
by :func:`cells_likeness`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

from protocolkit.document.model import Clause, Footnote, Kind
from protocolkit.document.outline import clause_text
from protocolkit.document.place import Place
from protocolkit.site.comparison.likeness import Likeness, likeness_of
from protocolkit.text.words import tokens

if TYPE_CHECKING:
    from protocolkit.comparison.judgements import RowJudgement, Variant

NOT_JUDGED = "-"
_APART = max(Likeness)

Digits = dict[tuple[Place, Place], str]
_Sides = tuple[tuple[int, ...], tuple[int, ...]]
_Nearest = tuple[Mapping[int, Likeness], Mapping[int, Likeness]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Traits:
    """What counts of clauses besides their relation: the words of each, and which are rules."""

    items: Mapping[Place, Clause | Footnote]

    def are_equal(self, left: Place, right: Place) -> bool:
        """Tell whether two clauses have the same words, names included."""
        first, second = (clause_text(self.items[place]) for place in (left, right))
        return first == second or tokens(first) == tokens(second)

    def is_rule(self, place: Place) -> bool:
        """Tell whether a clause is a rule, and no guidance, explanation or principle."""
        return self.items[place].kind is Kind.RULE


@dataclass(frozen=True, slots=True, kw_only=True)
class Square:
    """The relations of a topic: ``rows[items[a]][items[b]]`` is that between the places a and b.

    A relation is the digit of its :class:`Likeness`, or a dash for what was not judged: two clauses
    of one document. ``rules`` are the items that are rules.
    """

    items: Mapping[Place, int]
    rows: tuple[str, ...]
    rules: frozenset[int]


def relation_square(found: RowJudgement, places: Sequence[Place], traits: Traits) -> Square:
    """Return the relations between these places, all that a topic has."""
    known: Digits = {}
    for pair in found.pairs:
        equal = traits.are_equal(pair.left, pair.right)
        digit = _digit(likeness_of(pair.judgement.relation, has_equal_words=equal))
        known[pair.left, pair.right] = known[pair.right, pair.left] = digit
    pairs = combinations(dict.fromkeys(places), 2)
    if all(pair in known for pair in pairs if pair[0].organisation != pair[1].organisation):
        return _between_clauses(places, known, traits)
    return _between_variants(found.variants, known, traits)


def cell_rows(states: Sequence[tuple[int, ...]], square: Square) -> list[str]:
    """Return how cells relate as a whole; a state is the items of a cell's clauses."""
    return ["".join(_told(left, right, square) for right in states) for left in states]


def cells_likeness(left: Iterable[int], right: Iterable[int], square: Square) -> Likeness | None:
    """Return what two cells are to each other, the most serious first; None: nothing was judged.

    Rules decide where both have any, before guidance and explanation. Opposite when any two are,
    and not both have a counterpart that says the same; partly equal when all of the one has a
    counterpart in the other, if only a partial one, and the other has more.
    """
    sides = _deciding(tuple(left), tuple(right), square)
    nearest = _both_nearest(sides, square)
    found = [near for side in nearest for near in side.values()]
    if not found:
        return None
    if all(near.is_same_rule for near in found):
        return max(found)
    if any(_opposite(sides, nearest, square)):
        return Likeness.CONTRARY
    is_inside = any(max(side.values(), default=_APART) <= Likeness.PARTIAL for side in nearest)
    return Likeness.PARTIAL if is_inside else Likeness.SUBSTANTIVE


def opposite_items(
    left: Iterable[int], right: Iterable[int], square: Square
) -> tuple[tuple[int, int], ...]:
    """Return the items by which two cells are opposite; none where the cells are not."""
    sides = _deciding(tuple(left), tuple(right), square)
    return tuple(_opposite(sides, _both_nearest(sides, square), square))


def _digit(likeness: Likeness) -> str:
    return str(likeness.value)


def _told(left: Iterable[int], right: Iterable[int], square: Square) -> str:
    found = cells_likeness(left, right, square)
    return NOT_JUDGED if found is None else _digit(found)


def _deciding(left: tuple[int, ...], right: tuple[int, ...], square: Square) -> _Sides:
    ours, theirs = (tuple(one for one in side if one in square.rules) for side in (left, right))
    return (ours, theirs) if ours and theirs else (left, right)


def _both_nearest(sides: _Sides, square: Square) -> _Nearest:
    left, right = sides
    return _nearest(left, right, square), _nearest(right, left, square)


def _nearest(items: Iterable[int], others: Sequence[int], square: Square) -> Mapping[int, Likeness]:
    """Return what each item is to the nearest of the others, of those that were judged."""
    rows = {one: [square.rows[one][other] for other in others] for one in items}
    judged = {one: [digit for digit in row if digit != NOT_JUDGED] for one, row in rows.items()}
    return {one: Likeness(int(min(digits))) for one, digits in judged.items() if digits}


def _opposite(sides: _Sides, nearest: _Nearest, square: Square) -> Iterator[tuple[int, int]]:
    contrary = _digit(Likeness.CONTRARY)
    ours, theirs = nearest
    for one in sides[0]:
        for other in sides[1]:
            is_opposite = square.rows[one][other] == contrary
            if is_opposite and not (ours[one].is_same_rule and theirs[other].is_same_rule):
                yield one, other


def _between_clauses(places: Sequence[Place], known: Digits, traits: Traits) -> Square:
    items = {place: number for number, place in enumerate(dict.fromkeys(places))}

    def relation(left: Place, right: Place) -> str:
        return _digit(Likeness.LITERAL) if left == right else known.get((left, right), NOT_JUDGED)

    rows = tuple("".join(relation(left, right) for right in items) for left in items)
    rules = frozenset(number for place, number in items.items() if traits.is_rule(place))
    return Square(items=items, rows=rows, rules=rules)


@dataclass(frozen=True, slots=True, order=True)
class _Group:
    """Clauses of a variant that are alike to its representative, rules or not."""

    variant: int
    likeness: Likeness
    is_rule: bool


def _between_variants(variants: Sequence[Variant], known: Digits, traits: Traits) -> Square:
    """Return the relations between variants, each parted by how alike its representative it is.

    Its representative stands for a variant: members that are not to the letter say the same in
    other words.
    """
    homes = {
        place: _group(number, place, variant, traits)
        for number, variant in enumerate(variants)
        for place in variant.members
    }
    groups = sorted(set(homes.values()))
    relation = _relation_of_groups(variants, known)
    rows = tuple("".join(relation(left, right) for right in groups) for left in groups)
    return Square(
        items={place: groups.index(home) for place, home in homes.items()},
        rows=rows,
        rules=frozenset(number for number, group in enumerate(groups) if group.is_rule),
    )


def _group(number: int, place: Place, variant: Variant, traits: Traits) -> _Group:
    likeness = Likeness.EDITORIAL
    if place in variant.verbatim:
        equal = traits.are_equal(place, variant.representative)
        likeness = Likeness.LITERAL if equal else Likeness.BUT_NAMES
    return _Group(number, likeness, traits.is_rule(place))


def _relation_of_groups(
    variants: Sequence[Variant], known: Digits
) -> Callable[[_Group, _Group], str]:
    def relation(left: _Group, right: _Group) -> str:
        if left.variant == right.variant:
            return _digit(max(left.likeness, right.likeness))
        first, second = (variants[group.variant].representative for group in (left, right))
        return known.get((first, second), NOT_JUDGED)

    return relation
