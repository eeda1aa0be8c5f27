"""Which units of the same items answer each other: paragraphs, points, and cells of tables.

Paragraphs and points are paired in their order, one with one or one with several; a point that
left its place and kept its words has moved. Tables are paired row by row and column by column.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from protocolkit.changes.likeness import Bag, bag_of, likeness, trace
from protocolkit.changes.sequence_pairing import Match, in_order
from protocolkit.changes.shared_passages import bring_their_own
from protocolkit.changes.units import Unit, UnitKind
from protocolkit.text.words import tokens

_ALIKE, _MOVED = 0.3, 0.8
# What it is worth to pair short texts that have nothing in common but their place.
_SAME_PLACE = 0.01
_SHORT = 8
_MOST_PARTS = 5
# Decides only between what is otherwise worth the same.
_LEAST = 1e-6
# How much more alike several together must be than the best of them alone: where one is very short
# its own words must all stand in the whole.
_GAIN = 0.05


@dataclass(frozen=True, slots=True)
class Counterpart:
    """Units that answer each other; one side may be empty, and only one has several."""

    old: tuple[Unit, ...]
    new: tuple[Unit, ...]
    moved: bool = False


def answers(old: Sequence[Unit], new: Sequence[Unit]) -> tuple[Counterpart, ...]:
    """Return which units answer which, in an order that keeps that of both sides but for moves."""
    olds, news = _blocks(old), _blocks(new)
    begin, end = _same_ends(olds, news)
    same = [*zip(olds[:begin], news[:begin], strict=True)]
    last = [*zip(olds[len(olds) - end :], news[len(news) - end :], strict=True)]
    middle = _middle(olds[begin : len(olds) - end], news[begin : len(news) - end])
    found = [
        *(answer for one, other in same for answer in _of_blocks((one,), (other,))),
        *middle,
        *(answer for one, other in last for answer in _of_blocks((one,), (other,))),
    ]
    return tuple(_with_moves(found))


_Block = tuple[Unit, ...]
"""A paragraph or point alone, or all cells of a table."""


def _blocks(units: Sequence[Unit]) -> list[_Block]:
    made: list[list[Unit]] = []
    for unit in units:
        is_same_table = (
            unit.kind is UnitKind.CELL
            and made
            and made[-1][0].kind is UnitKind.CELL
            and (made[-1][0].anchor, made[-1][0].path[:-2]) == (unit.anchor, unit.path[:-2])
        )
        if is_same_table:
            made[-1].append(unit)
        else:
            made.append([unit])
    return [tuple(block) for block in made]


def _same_ends(olds: Sequence[_Block], news: Sequence[_Block]) -> tuple[int, int]:
    """Return how many blocks have the same words at the beginning, and at the end."""
    shortest = min(len(olds), len(news))
    begin = 0
    while begin < shortest and _is_same(olds[begin], news[begin]):
        begin += 1
    end = 0
    while end < shortest - begin and _is_same(olds[-1 - end], news[-1 - end]):
        end += 1
    return begin, end


def _is_same(one: _Block, other: _Block) -> bool:
    return (
        len(one) == len(other)
        and _is_table(one) == _is_table(other)
        and all(words(a) == words(b) for a, b in zip(one, other, strict=True))
    )


def _is_table(block: _Block) -> bool:
    return block[0].kind is UnitKind.CELL


def _middle(olds: Sequence[_Block], news: Sequence[_Block]) -> Iterator[Counterpart]:
    old_bags, new_bags = [_bag(block) for block in olds], [_bag(block) for block in news]

    old_stays, new_stays = _stays(olds, news), _stays(news, olds)

    def score(ones: range, others: range) -> float:
        stays = {old_stays[at] for at in ones} | {new_stays[at] for at in others}
        is_same = len(stays) == len(ones) == len(others) == 1
        if not is_same and stays != {()}:
            return 0.0
        return _score(olds, news, old_bags, new_bags, (ones, others))

    only = len(olds) == len(news) == 1 and _is_table(olds[0]) == _is_table(news[0])
    matches = (Match(range(1), range(1)),) if only else None
    for match in matches or in_order(len(olds), len(news), score, _MOST_PARTS):
        ones = tuple(olds[at] for at in match.old)
        others = tuple(news[at] for at in match.new)
        yield from _of_blocks(ones, others)


def _stays(blocks: Sequence[_Block], others: Sequence[_Block]) -> list[tuple[str, ...]]:
    """Return of each text its words where as many say the same in the other version, else ().

    It stayed, whether in its place or not, and became nothing else.
    """
    said = [() if _is_table(block) else words(block[0]) for block in blocks]
    counts = Counter(said), Counter(words(block[0]) for block in others if not _is_table(block))
    return [
        found if len(found) > 1 and counts[0][found] == counts[1][found] else () for found in said
    ]


def _score(
    olds: Sequence[_Block],
    news: Sequence[_Block],
    old_bags: Sequence[Bag],
    new_bags: Sequence[Bag],
    places: tuple[range, range],
) -> float:
    ones, others = places
    if len({_is_table(b) for b in (*(olds[a] for a in ones), *(news[a] for a in others))}) > 1:
        return 0.0
    if len(ones) == len(others) == 1:
        one, other = olds[ones.start], news[others.start]
        bags = old_bags[ones.start], new_bags[others.start]
        if (found := likeness(*bags)) >= _ALIKE:
            return found + _size(one, other, bags)
        return _worth_of_place(one, other)
    if _is_table(olds[ones.start]):
        return 0.0
    several, one = ([olds[at] for at in ones], news[others.start])
    if len(ones) == 1:
        several, one = [news[at] for at in others], olds[ones.start]
    is_whole = bring_their_own([words(block[0]) for block in several], words(one[0]))
    gain = 0.0 if is_whole else _GAIN
    return _worth_together(
        [old_bags[at] for at in ones], [new_bags[at] for at in others], gain=gain
    )


def _worth_together(olds: Sequence[Bag], news: Sequence[Bag], *, gain: float) -> float:
    """Return what it is worth to pair one text with several.

    ``gain`` is how much more alike together they must be than the best of them alone.
    """
    one, other = (sum(bags, Bag(bag_of(()).words)) for bags in (olds, news))
    together = likeness(one, other)
    alone = max(likeness(a, b) for a in olds for b in news)
    least = min(likeness(one, b) for b in news) if len(news) > 1 else 1.0
    least = min(least, *(likeness(a, other) for a in olds)) if len(olds) > 1 else least
    return together if together >= alone + gain and least > 0 and together >= 2 * _ALIKE else 0.0


def _size(one: _Block, other: _Block, bags: tuple[Bag, Bag]) -> float:
    """Return what decides which of two texts moved that changed places, read from either side.

    It is the one with fewer words, or with another trace.
    """
    return _LEAST * (_length(one) + _length(other)) + trace(*bags)


def _worth_of_place(one: _Block, other: _Block) -> float:
    """Return what it is worth to pair texts that are not alike: both short, and in one place.

    A point is in no place of a paragraph. What each item begins with is before all that follows.
    """
    is_short = min(_length(one), _length(other)) <= _SHORT
    if not is_short or (one[0].kind, one[0].depth) != (other[0].kind, other[0].depth):
        return 0.0
    begin = not any(one[0].path) and not any(other[0].path)
    return _SAME_PLACE + begin * _LEAST


def _of_blocks(ones: tuple[_Block, ...], others: tuple[_Block, ...]) -> Iterator[Counterpart]:
    if not ones or not others:
        yield from (Counterpart((unit,), ()) for block in ones for unit in block)
        yield from (Counterpart((), (unit,)) for block in others for unit in block)
    elif _is_table(ones[0]):
        yield from _cells(ones[0], others[0])
    else:
        yield Counterpart(tuple(b[0] for b in ones), tuple(b[0] for b in others))


def _cells(one: _Block, other: _Block) -> Iterator[Counterpart]:
    """Yield the cells of two tables: of the same row and column, and those of one side alone."""
    old_rows, new_rows = _rows(one), _rows(other)
    columns = _paired(_columns(old_rows), _columns(new_rows))
    for rows in _paired(old_rows, new_rows):
        for column in columns:
            old = _cell(old_rows, rows[0], column[0])
            new = _cell(new_rows, rows[1], column[1])
            if old or new:
                yield Counterpart((old,) if old else (), (new,) if new else ())


def _cell(rows: Sequence[_Block], row: int | None, column: int | None) -> Unit | None:
    return None if row is None or column is None else rows[row][column]


def _rows(cells: _Block) -> list[_Block]:
    found: dict[int, list[Unit]] = {}
    for cell in cells:
        found.setdefault(cell.row, []).append(cell)
    return [tuple(row) for row in found.values()]


def _columns(rows: Sequence[_Block]) -> list[_Block]:
    return [tuple(column) for column in zip(*rows, strict=True)]


def _paired(olds: Sequence[_Block], news: Sequence[_Block]) -> list[tuple[int | None, int | None]]:
    """Return which rows or columns answer each other, in order; all do where both have as many.

    The cell at their head names them, so it counts as much as all of them.
    """
    old_bags, new_bags = [_bag(line) for line in olds], [_bag(line) for line in news]

    def score(ones: range, others: range) -> float:
        is_same_head = words(olds[ones.start][0]) == words(news[others.start][0])
        bags = old_bags[ones.start], new_bags[others.start]
        size = _size(olds[ones.start], news[others.start], bags)
        return max(likeness(*bags) + is_same_head, _SAME_PLACE) + size

    return [
        (match.old.start if match.old else None, match.new.start if match.new else None)
        for match in in_order(len(olds), len(news), score)
    ]


def _with_moves(found: list[Counterpart]) -> Iterator[Counterpart]:
    """Pair what was taken out and put in again elsewhere, with its words."""
    gone = [a for a in found if not a.new and len(words(a.old[0])) > 1 and _can_move(a.old[0])]
    come = [a for a in found if not a.old and len(words(a.new[0])) > 1 and _can_move(a.new[0])]
    taken: dict[int, Counterpart] = {}
    for one in gone:
        fits = [
            (likeness(_bag(one.old), _bag(a.new)), -at)
            for at, a in enumerate(come)
            if id(a) not in taken
        ]
        if fits and max(fits)[0] >= _MOVED:
            other = come[-max(fits)[1]]
            taken[id(one)] = taken[id(other)] = Counterpart(one.old, other.new, moved=True)
    for answer in found:
        if id(answer) not in taken:
            yield answer
        elif answer.new:
            yield taken[id(answer)]


def _can_move(unit: Unit) -> bool:
    return unit.kind is not UnitKind.CELL


def _length(block: _Block) -> int:
    return sum(len(words(unit)) for unit in block)


def _bag(block: _Block) -> Bag:
    return bag_of(word for unit in block for word in words(unit))


def words(unit: Unit) -> tuple[str, ...]:
    """Return the words of a unit."""
    return _words(unit.spelled)


@lru_cache(maxsize=4096)
def _words(text: str) -> tuple[str, ...]:
    return tokens(text)
