"""What lines that stand side by side say of themselves: that they are columns, or nothing.

Sentences that run on over lines do, and so do items that are counted down the left side and on at
the right one, or that have bullets on both, and lines that are level with none beside them. Lines
that each stand alone may as well be the rows of a table.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

from protocolkit.base.messages import mark
from protocolkit.importing.extract.pdf.columns import FEWEST_LINES, Column
from protocolkit.importing.extract.pdf.line_pieces import RawLine
from protocolkit.text.markers import Start, find_starts
from protocolkit.text.words import BULLET

DOUBT_SIDE_BY_SIDE = mark("these lines stand side by side: perhaps they are two columns of text")
FEWEST_COUNTED = 2
"""How many lines a column has at least when its lines are counted."""

# How much larger than the text a title is at least; a heading in a column is less.
_OF_TITLE = 1.3
# So many lines, of which hardly one is as high as one beside it, in points, are no rows of a table.
_FEWEST_FREE, _LEVEL, _MOST_LEVEL = 6, 1.5, 0.2


def are_columns(left: Sequence[RawLine], right: Sequence[RawLine]) -> bool:
    """Tell whether lines left and right of a gutter are read one side after the other."""
    if min(len(left), len(right)) >= FEWEST_LINES and _run_on(left) and _run_on(right):
        return True
    if _stand_free(left, right) and _stand_free(right, left):
        return True
    if _are_bulleted(left) and _are_bulleted(right):
        return True
    return _are_counted(_downwards(left), _downwards(right))


def painted_columns(page: Sequence[Column[RawLine]]) -> tuple[Column[RawLine], ...]:
    """Return the columns of a page that only the order in which it is painted tells, one by one.

    ``page`` are its lines as one column. The last of them may have a line or two, higher than the
    line that is painted before it and right of all that it stands beside. None where it is one.
    """
    runs: list[list[RawLine]] = []
    for line in (line for column in page for line in column.lines):
        if not runs or line.bottom >= runs[-1][-1].top:
            runs.append([])
        runs[-1].append(line)
    if len(runs) < 2 or not all(_is_beside(*pair) for pair in itertools.pairwise(runs)):
        return ()
    return tuple(map(_column, runs, (*runs[1:], runs[-2])))


def _is_beside(run: Sequence[RawLine], after: Sequence[RawLine]) -> bool:
    """Tell whether lines are the next column: right of all of one, but for what is above them.

    A head that is painted last is beside no line of the text.
    """
    column = _level_or_below(run, after)
    left, low = min(line.left for line in after), min(line.bottom for line in after)
    most = _OF_TITLE * after[0].size
    is_level = any(line.top > low and line.size < most for line in column)
    is_right = all(line.right < left for line in column)
    return is_level and is_right and len(column) >= FEWEST_LINES


def _column(run: Sequence[RawLine], beside: Sequence[RawLine]) -> Column[RawLine]:
    """Return lines as a column; a title over several of them is no measure of its width."""
    column = _level_or_below(run, beside)
    left, right = min(line.left for line in column), max(line.right for line in column)
    return Column(tuple(run), left, right)


def _level_or_below(run: Sequence[RawLine], beside: Sequence[RawLine]) -> list[RawLine]:
    top = max(line.top for line in beside)
    return [line for line in run if line.bottom < top] or [*run]


def _stand_free(some: Sequence[RawLine], beside: Sequence[RawLine]) -> bool:
    """Tell whether lines are level with none on the other side, as the cells of a row are."""
    if min(len(some), len(beside)) < _FEWEST_FREE:
        return False
    level = sum(any(abs(one.bottom - other.bottom) < _LEVEL for other in beside) for one in some)
    return level <= _MOST_LEVEL * len(some)


def _are_bulleted(lines: Sequence[RawLine]) -> bool:
    """Tell whether lines are items with a bullet, or go on with one."""
    items = sum(any(start.is_bullet for start in find_starts(line.text)) for line in lines)
    loose = sum(line.text[:1].islower() for line in lines)
    return items >= FEWEST_COUNTED and items + loose == len(lines)


def _run_on(lines: Sequence[RawLine]) -> bool:
    """Tell whether enough lines go on with the sentence before them, some as items of it."""
    words = (line.text.removeprefix(BULLET).lstrip() for line in lines)
    return sum(text[:1].islower() for text in words) >= len(lines) / 4


def _downwards(lines: Sequence[RawLine]) -> list[RawLine]:
    return sorted(lines, key=lambda line: -line.top)


def _are_counted(left: Sequence[RawLine], right: Sequence[RawLine]) -> bool:
    """Tell whether the items are counted down the left side and on at the right one."""
    sides = [list(_counted(left)), list(_counted(right))]
    if min(map(len, sides)) < FEWEST_COUNTED:
        return False
    # most lines are items, or go on with one
    for lines, starts in zip((left, right), sides, strict=True):
        loose = sum(line.text[:1].islower() for line in lines)
        if len(starts) + loose < len(lines) / 2:
            return False
    return all(
        any(later.follows(before) for later in after for before in one)
        for one, after in itertools.pairwise([*sides[0], *sides[1]])
    )


def _counted(lines: Sequence[RawLine]) -> Iterator[tuple[Start, ...]]:
    """Yield what may be the number of each line that has one."""
    for line in lines:
        starts = tuple(start for start in find_starts(line.text) if start.count)
        if starts:
            yield starts


def doubt_side_by_side(lines: Sequence[RawLine], cut: Sequence[RawLine]) -> None:
    """Doubt each line that would be two if the page had columns."""
    whole = {line.text for line in cut}
    for line in lines:
        if line.text not in whole:
            line.doubts = line.doubts | {DOUBT_SIDE_BY_SIDE}
