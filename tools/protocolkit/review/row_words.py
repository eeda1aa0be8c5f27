"""Whose words are whose in a table that was copied from a page: its rows, and the cells of a row.

The words of a copied table come in any order of lines, but row after row; within a row each cell
keeps its own order, and none begins before the one left of it. Words and cells are letters.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from protocolkit.text.words import holds_in_a_row

Words = tuple[str, ...]

# How many words more than its own a row may have, and how far from its own place it may begin.
_MORE, _DRIFT = 14, 40
# A row with other words costs more than one with many; so does one that begins amid a line.
_OTHER, _AMID, _NEW = 0.5, 0.25, 0.9
# What goes back to the left within a line, and what goes to another cell amid one.
_BACK, _SWITCH = 10, 1
# How many words of a row that stayed may stand between ones that changed.
_BETWEEN = 6
_MOST_WORDS, _MOST_STATES = 90, 400


def row_stretches(
    said: Sequence[str], lines: Sequence[int], rows: Sequence[Words], least: int
) -> list[tuple[int, int, int]]:
    """Return from where to where the words of each row stand, rows in order; -1 for a new row.

    ``lines`` is the line of each word; a new row is whole lines of ``least`` words or more.
    """
    count = len(said)
    begins = {at for at in range(count) if at == 0 or lines[at] != lines[at - 1]} | {count}
    best: dict[int, tuple[float, list[tuple[int, int, int]]]] = {0: (0.0, [])}
    place = 0
    for number, row in enumerate(rows):
        _with_new(best, sorted(begins), least)
        made: dict[int, tuple[float, list[tuple[int, int, int]]]] = {}
        for begin, (cost, way) in best.items():
            if abs(begin - place) > _DRIFT:
                continue
            amid = 0 if begin in begins else _AMID
            for end, other in _costs(said, begin, row):
                total = cost + other + amid + (_OTHER if other else 0)
                if end not in made or total < made[end][0]:
                    made[end] = total, [*way, (number, begin, end)]
        best, place = made, place + len(row)
    _with_new(best, sorted(begins), least)
    return best[count][1] if count in best else []


def _costs(said: Sequence[str], begin: int, row: Words) -> Iterator[tuple[int, int]]:
    """Yield up to which word a row may go, and how many words it lacks or has too many then."""
    rest, cost = Counter(row), len(row)
    yield begin, cost
    for end in range(begin + 1, min(len(said), begin + len(row) + _MORE) + 1):
        word = said[end - 1]
        cost += -1 if rest[word] > 0 else 1
        rest[word] -= 1
        yield end, cost


def _with_new(
    best: dict[int, tuple[float, list[tuple[int, int, int]]]], begins: Sequence[int], least: int
) -> None:
    """Add the ways on which a new row stands here."""
    for begin, (cost, way) in [(at, best[at]) for at in begins if at in best]:
        for end in begins:
            total = cost + _OTHER + _NEW * (end - begin)
            is_row = least <= end - begin <= least + _DRIFT
            if is_row and (end not in best or total < best[end][0]):
                best[end] = total, [*way, (-1, begin, end)]


def have_shifted(old: Sequence[Words], new: Sequence[Words]) -> bool:
    """Tell whether a cell has what another one lost: as many lines are not the same cells then.

    >>> have_shifted([("a",), ("b",), ("c",)], [("b",), ("d",), ("c",)])
    True
    """
    if len(old) != len(new):
        return True
    other = [at for at, words in enumerate(old) if words != new[at]]
    return any(
        holds_in_a_row(new[to], old[at]) and not holds_in_a_row(old[to], old[at])
        for at in other
        for to in other
        if at != to and old[at]
    )


def cells_of(said: Words, lines: Sequence[int], cells: Sequence[Words]) -> list[int] | None:
    """Return of which cell each word of a row is, None where they are no words of these cells."""
    found = _way(said, lines, cells)
    return found[1] if found else None


def _way(said: Words, lines: Sequence[int], cells: Sequence[Words]) -> tuple[int, list[int]] | None:
    """Return the way through the cells that goes back and forth least, and what that costs."""
    if len(said) != sum(map(len, cells)) or len(said) > _MOST_WORDS:
        return None
    first = (0,) * len(cells), -1
    states: dict[tuple[tuple[int, ...], int], tuple[int, list[int]]] = {first: (0, [])}
    for at, word in enumerate(said):
        is_same_line = at > 0 and lines[at] == lines[at - 1]
        after: dict[tuple[tuple[int, ...], int], tuple[int, list[int]]] = {}
        for (places, last), (cost, way) in states.items():
            for cell, words in enumerate(cells):
                place = places[cell]
                if place >= len(words) or words[place] != word:
                    continue
                if any(cells[left] and not places[left] for left in range(cell)):
                    continue
                more = _SWITCH if last not in {cell, -1} else 0
                more += _BACK if is_same_line and cell < last else 0
                key = (*places[:cell], place + 1, *places[cell + 1 :]), cell
                if key not in after or cost + more < after[key][0]:
                    after[key] = cost + more, [*way, cell]
        states = dict(sorted(after.items(), key=lambda one: one[1][0])[:_MOST_STATES])
    return min(states.values(), default=None)


def changed_row(said: Words, lines: Sequence[int], cells: Sequence[Words]) -> list[int] | None:
    """Return of which cell each word of a row is in which one cell has other words; None if unsure.

    What went and what came each stands in a row; of several places the one that leaves the lines
    of the page most whole is it, where there is no other as good.
    """
    for ways in _ways(said, lines, cells):
        if not ways:
            continue
        least = min(cost for cost, _, _ in ways)
        best = {made: way for cost, made, way in ways if cost == least}
        return next(iter(best.values())) if len(best) == 1 else None
    return None


def _ways(
    said: Words, lines: Sequence[int], cells: Sequence[Words]
) -> Iterator[list[tuple[int, tuple[Words, ...], list[int]]]]:
    """Yield the ways in which one cell can have become another, by how many words stayed amid."""
    own = Counter(word for cell in cells for word in cell)
    gone, came = own - Counter(said), Counter(said) - own
    runs: dict[frozenset[tuple[str, int]], set[Words]] = {}
    for begin, end in _spans(len(said), came.total()):
        rest = Counter(said[begin:end])
        if rest >= came:
            runs.setdefault(frozenset((rest - came).items()), set()).add(said[begin:end])
    for size in range(_BETWEEN + 1):
        found = []
        for at, cell in enumerate(cells):
            for begin, end in _spans(len(cell), gone.total(), size):
                rest = Counter(cell[begin:end])
                if not rest >= gone:
                    continue
                for run in runs.get(frozenset((rest - gone).items()), ()):
                    new = (*cell[:begin], *run, *cell[end:])
                    made = (*cells[:at], new, *cells[at + 1 :])
                    way = _way(said, lines, made) if new and new != cell else None
                    if way:
                        found.append((way[0], made, way[1]))
        yield found


def _spans(count: int, least: int, more: int | None = None) -> Iterator[tuple[int, int]]:
    """Yield from where to where some words in a row stand: so many at least, or so many more."""
    sizes = [least + more] if more is not None else range(least, least + _BETWEEN + 1)
    for size in sizes:
        for begin in range(count - size + 1):
            yield begin, begin + size
