"""The columns of a page: where its text stands side by side, and in which order that is read.

Knows places only. A gutter is a strip that lines stand on both sides of; lines across it, such as
a title, part the page into bands, and every band is read column by column. Text with something
short beside it (a term and its meaning, a form) is no column: columns are filled with lines, the
left one first, and most of their lines run on.
"""

from __future__ import annotations

import itertools
import operator
import statistics
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

_NARROWEST_GUTTER = 7.0
_NARROWEST_COLUMN = 0.2
FEWEST_LINES = 4
"""How many lines a column has at least when nothing but its place tells that it is one."""

# The left column has at least this part of the lines of the right one.
_NEARLY_AS_MANY = 0.6
_FILLED = 0.6
# Among so many lines that are painted as a column, so many reach this part of its width at least.
_MANY, _FEWEST_FULL, _REACHED = 8, 2, 0.75
_SAME_PLACE = 3.0
# How much wider than its neighbour a column may be.
_WIDER = 1.1
# How much further apart than paragraphs an edge stands.
_FURTHER = 1.2
_MOST_PLACES = 40
# A page with more than this is a drawing, or made to keep us busy.
_MOST_LINES = 1_000


class Placed(Protocol):
    """Something with a place on a page, in points from its lower left corner."""

    @property
    def left(self) -> float:
        """Where it begins."""

    @property
    def right(self) -> float:
        """Where it ends."""

    @property
    def bottom(self) -> float:
        """Its lower edge."""

    @property
    def top(self) -> float:
        """Its upper edge."""


L = TypeVar("L", bound=Placed)
GoesOn = Callable[[Sequence[L], Sequence[L]], bool]
"""Tells of the lines left and right of a gutter whether they say that the right goes on there."""


@dataclass(frozen=True, slots=True)
class Gutter:
    """An empty strip of a page."""

    left: float
    right: float


@dataclass(frozen=True, slots=True)
class Column(Generic[L]):
    """Lines that are read one after another, and the edges between which they stand."""

    lines: tuple[L, ...]
    left: float
    right: float


@dataclass(frozen=True, slots=True)
class Columns(Generic[L]):
    """A page in reading order. Without a gutter it is one column."""

    columns: tuple[Column[L], ...]
    gutters: tuple[Gutter, ...] = ()


@dataclass(frozen=True, slots=True)
class _Flow(Generic[L]):
    """What makes columns of lines that stand beside each other."""

    goes_on: GoesOn[L] | None
    fewest: int


def find_columns(
    lines: Sequence[L],
    goes_on: GoesOn[L] | None = None,
    known: Sequence[Gutter] = (),
    *,
    fewest: int = FEWEST_LINES,
) -> Columns[L]:
    """Put the lines of a page into columns, in reading order; every line is in one.

    ``goes_on`` tells whether lines themselves say that they are columns; ``fewest`` is how many
    lines a column has at least; ``known`` are gutters of the page before, for which a few lines are
    enough.
    """
    gutter = _best_gutter(lines, _Flow(goes_on, fewest), known)
    if gutter is None:
        return Columns((_column(lines),) if lines else ())
    found: list[Column[L]] = []
    gutters = [gutter]
    loose: list[L] = []
    for band in _bands(lines, gutter):
        sides = _sides(band, gutter)
        if not all(sides) or sum(map(len, sides)) != len(band):
            loose += band
            continue
        if loose:
            found.append(_column(loose))
            loose = []
        for side in sides:
            inner = find_columns(side, goes_on, known, fewest=fewest)
            found += inner.columns
            gutters += inner.gutters
    if loose:
        found.append(_column(loose))
    return Columns(tuple(found), tuple(gutters))


def _sides(lines: Sequence[L], gutter: Gutter) -> tuple[list[L], list[L]]:
    """Return the lines left and right of a gutter; one across it is in neither."""
    left = [line for line in lines if line.right <= gutter.left + 1]
    right = [line for line in lines if line.left >= gutter.right - _SAME_PLACE]
    return left, right


def _column(lines: Sequence[L]) -> Column[L]:
    left = min(line.left for line in lines)
    return Column(tuple(lines), left, max(line.right for line in lines))


def _best_gutter(lines: Sequence[L], flow: _Flow[L], known: Sequence[Gutter]) -> Gutter | None:
    """Return the gutter that most lines stand beside, or None."""
    if not 2 <= len(lines) <= _MOST_LINES:
        return None
    begin, end = min(line.left for line in lines), max(line.right for line in lines)
    narrowest = _NARROWEST_COLUMN * (end - begin)
    best: tuple[int, float, Gutter] | None = None
    for place in _places(lines):
        if not begin + narrowest < place < end - narrowest:
            continue
        found = _gutter_at(lines, place, narrowest, flow)
        if found is not None and (best is None or found[:2] > best[:2]):
            best = found
    if best is not None:
        return best[2]
    return next((gutter for gutter in known if _fits(lines, gutter)), None)


def _places(lines: Sequence[Placed]) -> list[float]:
    """Return the places where lines begin, those of most lines first."""
    found: list[list[float]] = []
    for left in sorted(line.left for line in lines):
        if found and left - found[-1][0] <= _SAME_PLACE:
            found[-1].append(left)
        else:
            found.append([left])
    found.sort(key=lambda place: -len(place))
    return [place[0] for place in found[:_MOST_PLACES]]


def _gutter_at(
    lines: Sequence[L], place: float, narrowest: float, flow: _Flow[L]
) -> tuple[int, float, Gutter] | None:
    """Return how many lines stand beside a gutter that ends at a place, its width, and itself."""
    strip = Gutter(place - _NARROWEST_GUTTER, place)
    if sum(_crosses(line, strip) for line in lines) > len(lines) / 2:
        return None
    count, reach = 0, 0.0
    for band in _bands(lines, strip):
        left, right = _sides(band, strip)
        if len(left) + len(right) != len(band):
            continue
        # how a page is painted is how it is read, where it goes down one side and then the other
        is_painted = all(map(operator.is_, band, [*left, *right]))
        if _flows(left, right, narrowest, flow, is_painted=is_painted):
            count += len(band)
            reach = max(reach, *(line.right for line in left))
    return (count, place - reach, strip) if count else None


def _flows(
    left: Sequence[L], right: Sequence[L], narrowest: float, flow: _Flow[L], *, is_painted: bool
) -> bool:
    """Tell whether text fills a left column and goes on in the one beside it.

    ``is_painted`` says that it is painted so: most lines may then be short, as items are.
    """
    if not left or not right:
        return False
    reach = min(line.left for line in right) + _WIDER * _width(left)
    near = [line for line in right if line.right <= reach]
    end = max((line.right for line in near), default=0.0)
    if all(line.left >= end for line in right if line.right > reach) and near:
        right = near
    fewest = flow.fewest
    if len(right) < fewest or len(left) < max(fewest, _NEARLY_AS_MANY * len(right)):
        return False
    for side in (left, right):
        width = _width(side)
        is_short = _usual_width(side) < _FILLED * width
        if width < narrowest or (is_short and not (is_painted and _is_full(side, width))):
            return False
    return flow.goes_on is None or flow.goes_on(left, right)


def _width(lines: Sequence[Placed]) -> float:
    return max(line.right for line in lines) - min(line.left for line in lines)


def _usual_width(lines: Sequence[Placed]) -> float:
    """Return a width that one line in four reaches: items and headings are often short."""
    widths = sorted(line.right - line.left for line in lines)
    return widths[3 * len(widths) // 4]


def _is_full(lines: Sequence[Placed], width: float) -> bool:
    """Tell whether enough lines reach the end of a column, though most of them do not."""
    full = sum(line.right - line.left >= _REACHED * width for line in lines)
    return full >= _FEWEST_FULL and len(lines) >= _MANY


def _fits(lines: Sequence[L], gutter: Gutter) -> bool:
    """Tell whether no line of a page crosses a gutter, and its left column is in use."""
    left, right = _sides(lines, gutter)
    crossing = len(lines) - len(left) - len(right)
    return len(left) > max(len(right), crossing)


def _bands(lines: Sequence[L], gutter: Gutter) -> Iterator[list[L]]:
    """Yield runs of lines from the top down: across a gutter, or all beside it."""
    order = sorted(range(len(lines)), key=lambda n: -(lines[n].top + lines[n].bottom))
    position = {id(line): number for number, line in enumerate(lines)}
    for crosses, run in itertools.groupby(order, lambda n: _crosses(lines[n], gutter)):
        numbers = list(run)
        if crosses:
            yield [lines[n] for n in sorted(numbers)]
            continue
        for part in _without_edges([lines[n] for n in numbers], gutter):
            yield sorted(part, key=lambda line: position[id(line)])


def _crosses(line: Placed, gutter: Gutter) -> bool:
    return line.left < gutter.left and line.right > gutter.left + 1


def _without_edges(lines: Sequence[L], gutter: Gutter) -> list[list[L]]:
    """Part the first and the last row from lines (ordered downwards) that stand apart from them.

    So a running head or a page number is not read in the middle of the page. What stands no further
    apart than paragraphs do is the end of a column.
    """
    rows = _rows(lines)
    if len(rows) < 3:
        return [list(lines)]
    gaps = [
        min(line.bottom for line in upper) - max(line.top for line in lower)
        for upper, lower in itertools.pairwise(rows)
    ]
    height = statistics.median(line.top - line.bottom for line in lines)
    usual = _FURTHER * max([*sorted(gaps[1:-1])[:-1], 0.0])
    first = gaps[0] > usual and _is_edge(rows[0], gaps[0], height, gutter)
    last = gaps[-1] > usual and _is_edge(rows[-1], gaps[-1], height, gutter)
    inner = rows[first : len(rows) - last]
    parts = [rows[0]] * first + [[line for row in inner for line in row]] + [rows[-1]] * last
    return [part for part in parts if part]


def _is_edge(row: Sequence[Placed], gap: float, height: float, gutter: Gutter) -> bool:
    sides = {line.right <= gutter.left + 1 for line in row}
    return gap > (1.0 if len(sides) == 1 else 2.0) * height


def _rows(lines: Sequence[L]) -> list[list[L]]:
    """Return lines, ordered downwards, by the rows in which they stand side by side."""
    rows: list[list[L]] = []
    for line in lines:
        if rows and line.top > min(other.bottom for other in rows[-1]) + 1:
            rows[-1].append(line)
        else:
            rows.append([line])
    return rows
