"""The cells of a row of the comparison on paper: none goes on long after those beside it.

A row of which few cells are long stands whole on a page. One that is longer than a page is
shortened until enough of its cells end together, so that no page shows columns that are empty.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from protocolkit.base.messages import Translate, mark
from protocolkit.base.remembered import remembered
from protocolkit.text.letter_widths import line_count
from protocolkit.text.shortening import shortened

# A row of shorter cells stands whole on a page; of longer ones that would leave half a page empty.
_LONGEST_WHOLE = 500
_MOST_IN_CELL, _LEAST_IN_CELL, _STEP = 1_500, 300, 100
# How wide all columns are together, and what each keeps free, in sizes of their letters.
_WIDTH, _FREE = 84.7, 1.2
# How many lines surely fit on a page.
_MOST_LINES = 30
# A row of its own fits on a page with this many, below its head, a heading and the question;
# one a little higher leaves a few lines for the next page, and hardly anything beside them.
_PAGE, _LITTLE_MORE = 31.5, 1.4
# Between two clauses in a cell, in parts of a line.
_APART = 0.3

# A cell is measured with several lengths, and in every build.
_lines = remembered(line_count)

_SHORTENED = mark("Shortened. The whole text stands in the document: {labels}.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One clause in a cell; ``remark`` says that it is only a proposal, ``url`` is its place."""

    label: str
    remark: str
    text: str
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """One cell: what is said of it in our own words, ``""`` for nothing, and its clauses.

    ``more`` says below them, in our own words, where the rest stands of what is too long.
    """

    said: str = ""
    lines: tuple[Line, ...] = ()
    more: str = ""


def evened(boxes: Sequence[Box], translate: Translate) -> tuple[Box, ...]:
    """Return the cells of a row, of which those are shortened that are too long beside others."""
    limited = [_cut(box, _MOST_IN_CELL, translate) for box in boxes]
    high = max(_MOST_LINES, _common(limited))
    is_even = max(height(box, len(boxes)) for box in limited) == high
    if _PAGE < high < _LITTLE_MORE * _PAGE and not is_even:
        high = _PAGE
    return tuple(_as_high(box, high, len(boxes), translate) for box in boxes)


def stays_whole(boxes: Sequence[Box]) -> bool:
    """Tell whether a row stays on one page: it is low, or few of its cells are high."""
    if all(sum(len(line.text) for line in box.lines) <= _LONGEST_WHOLE for box in boxes):
        return True
    highest = max(height(box, len(boxes)) for box in boxes)
    return _common(boxes) < highest <= _MOST_LINES


def _common(boxes: Sequence[Box]) -> float:
    """Return how high so many cells are that the others may be empty: more than two of five."""
    heights = sorted((height(box, len(boxes)) for box in boxes), reverse=True)
    empty = -(-3 * len(boxes) // 5) - 1
    return heights[len(boxes) - 1 - empty]


def height(box: Box, columns: int) -> float:
    """Return about how many lines a cell has, beside so many others in all."""
    wide = _WIDTH / columns - _FREE
    texts = [text for text in (box.said, box.more) if text]
    texts += [f"{line.label} {line.remark}: {line.text}" for line in box.lines]
    return sum(_lines(text, wide) + _APART for text in texts)


def _as_high(box: Box, high: float, columns: int, translate: Translate) -> Box:
    """Return a cell that is no higher than this."""
    for most in range(_MOST_IN_CELL, _LEAST_IN_CELL, -_STEP):
        found = _cut(box, most, translate)
        if height(found, columns) <= high:
            return found
    return _cut(box, _LEAST_IN_CELL, translate)


def _cut(box: Box, most: int, translate: Translate) -> Box:
    """Return a cell of so many signs, that says where its whole text stands if it was longer."""
    shown = tuple(_within(box.lines, most))
    others = [line.label for line in box.lines if line not in shown]
    more = translate(_SHORTENED).format(labels=", ".join(others)) if others else ""
    return replace(box, lines=shown, more=more)


def _within(lines: Iterable[Line], most: int) -> Iterator[Line]:
    """Yield lines of so many characters together, of which the last may be cut off."""
    left = most
    for line in lines:
        yield replace(line, text=shortened(line.text, left))
        left -= len(line.text)
        if left <= 0:
            return
