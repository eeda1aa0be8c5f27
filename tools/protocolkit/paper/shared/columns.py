"""How wide the columns of a table are, the same in PDF and Word: by what stands in them.

A column is at least as wide as its longest word, measured in the file of the typeface, so that no
word is broken letter by letter; a day stands on one line where it can. Where the words of all
columns together are too wide for the page, the table is set smaller; where they still are, those
of the widest columns are broken.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from protocolkit.document.richtext import Emphasis, RichText, note_labels, plain, walk
from protocolkit.paper.shared.long_words import in_lines, widest_day, widest_part, widest_word
from protocolkit.text.letter_widths import line_count, lines_of, word_widths, words_width
from protocolkit.text.typeface import Face

TEXT_WIDTH = 8165
"""How wide the text is on our own pages, in twips."""

WIDER_SIDEWAYS = 4932
"""How much wider it is on a page that lies on its side, between the same margins."""

_MANY_COLUMNS = 5
# A column's share of the width grows with its longest text, between these numbers of characters.
_NARROWEST, _WIDEST = 8, 60
# Of so many cells of a column the lines are counted.
_LONG_CELLS = 3
# Into so many parts a width is shared out.
_STEPS = 80
# No word of every day is so wide, in sizes of its letters; what is wider may be broken.
_LONGEST_WORD = 20.0
# A row of no more lines, in the widest of letters, is never a third of a page on its side.
_MOST_LINES = 10
# Programs measure letters a little differently: so much more than the words ask for.
_SLACK, _SPARE = 1.02, 24


@dataclass(frozen=True, slots=True, kw_only=True)
class _Size:
    """Twips: how large letters are, and the margins of a cell."""

    points: int
    padding: int

    def least(self, ems: float) -> int:
        """Return how wide a column is that holds a word so wide."""
        return int(self.padding + _SPARE + _SLACK * self.points * ems) + 1

    def room(self, width: int) -> float:
        """Return how wide a word is that a column so wide holds."""
        return max(width - self.padding - _SPARE, 0) / (_SLACK * self.points)


_USUAL = _Size(points=190, padding=216)
# None is smaller: who reads on paper has to read it.
_SMALL = _Size(points=160, padding=160)


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """The columns of a table: how wide each is, in twips, and whether the table is set smaller.

    ``is_whole`` when no word needs to be broken. Letters of a typeface that we do not know may be
    wider than ours: ``spread`` times.
    """

    widths: tuple[int, ...]
    is_small: bool = False
    is_whole: bool = True
    spread: float = 1.0

    @property
    def _size(self) -> _Size:
        return _SMALL if self.is_small else _USUAL

    def breaks(self, row: Sequence[RichText]) -> bool:
        """Tell whether a row may be so high that it has to go on on the next page."""
        rooms = (self._size.room(width) / self.spread for width in self.widths)
        return goes_on(map(plain, row), rooms)

    def in_lines(self, text: str, column: int, face: Face) -> Iterator[tuple[str, bool]]:
        """Yield words of a column in pieces: a part of a word wider than it stays whole."""
        return in_lines(text, self._size.room(self.widths[column]), face, self.spread)


def goes_on(cells: Iterable[str], rooms: Iterable[float]) -> bool:
    """Tell whether a row may be so high that it has to go on on the next page.

    ``rooms`` are how wide the columns are, in sizes of their letters. Words that no line holds any
    more are printed nowhere, so letters are taken to be bold.
    """
    return any(
        sum(line_count(line, max(room, 1.0), Face.BOLD) for line in cell.split("\n")) > _MOST_LINES
        for cell, room in zip(cells, rooms, strict=False)
    )


def turns_page(
    rows: Sequence[Sequence[RichText]], total: int = TEXT_WIDTH, spread: float = 1.0
) -> bool:
    """Tell whether a table asks for a page on its side: many columns, too wide for an upright one.

    Only one that is a clause by itself can have that page.
    """
    found = column_widths(rows, total, spread)
    does_fit = found.is_whole and not found.is_small
    return not does_fit and len(found.widths) >= _MANY_COLUMNS


def column_widths(rows: Iterable[Sequence[RichText]], total: int, spread: float = 1.0) -> Columns:
    """Share out a width over the columns: first their longest words, then where lines are many."""
    columns = list(zip_longest(*rows, fillvalue=()))
    words, parts, days = (
        [_widest(column, measured, spread) for column in columns]
        for measured in (widest_word, widest_part, widest_day)
    )
    with_days = [max(pair) for pair in zip(words, days, strict=True)]
    texts = [[plain(cell) for cell in column] for column in columns]
    for size, wanted in (
        (_USUAL, with_days),
        (_USUAL, words),
        (_SMALL, with_days),
        (_SMALL, words),
    ):
        least = [size.least(ems) for ems in wanted]
        if sum(least) <= total:
            widths = _levelled(least, texts, total, size)
            return Columns(widths=tuple(widths), is_small=size is _SMALL, spread=spread)
    for size in (_USUAL, _SMALL):
        least = [size.least(ems) for ems in parts]
        if sum(least) <= total:
            widths = _raised(least, [size.least(ems) for ems in words], total)
            break
    else:
        widths = _raised([0] * len(least), least, total)
    is_small = size is _SMALL
    return Columns(widths=tuple(widths), is_small=is_small, is_whole=False, spread=spread)


def _widest(
    column: Sequence[RichText], measured: Callable[[str, Face, float], float], spread: float
) -> float:
    """Return how wide the widest word of a column is, of which the first cell is its head."""
    widest = max(
        measured(plain(cell), _face(cell, is_head=number == 0), spread) + _marks_width(cell, spread)
        for number, cell in enumerate(column)
    )
    return min(widest, spread * _LONGEST_WORD)


def _face(cell: RichText, *, is_head: bool) -> Face:
    is_bold = is_head or any(isinstance(one, Emphasis) and one.strong for one in walk(cell))
    return Face.BOLD if is_bold else Face.REGULAR


def _marks_width(cell: RichText, spread: float) -> float:
    """Return how wide the marks of notes in a cell are, which stand behind its words."""
    return max((words_width(one, spread=spread) for one in note_labels(cell)), default=0.0)


def _raised(least: Sequence[int], wanted: Sequence[int], total: int) -> list[int]:
    """Return widths of which the widest are cut off at the same height, so that all fit."""
    low, high = 0, max(wanted)
    while low < high:
        height = (low + high + 1) // 2
        if sum(_cut(least, wanted, height)) <= total:
            low = height
        else:
            high = height - 1
    return _cut(least, wanted, low)


def _cut(least: Sequence[int], wanted: Sequence[int], height: int) -> list[int]:
    return [max(few, min(many, height)) for few, many in zip(least, wanted, strict=True)]


def _levelled(
    least: list[int], columns: Sequence[Sequence[str]], total: int, size: _Size
) -> list[int]:
    """Return widths that leave no column much higher than the others, which make up a row's height.

    Of the highest columns the one that asks for the least room to lose a line is served first. When
    none of them can lose one, what is left is shared out by how much each column holds.
    """
    widths, step = list(least), max(total // _STEPS, 1)
    longest = [_Longest.of(column) for column in columns]
    while (more := _least_more(widths, longest, step, total, size)) is not None:
        column, width = more
        widths[column] += width
    rest = total - sum(widths)
    needs = [min(max(_NARROWEST, *map(len, column)), _WIDEST) for column in columns]
    return [width + rest * need // sum(needs) for width, need in zip(widths, needs, strict=True)]


def _least_more(
    widths: Sequence[int], longest: Sequence[_Longest], step: int, total: int, size: _Size
) -> tuple[int, int] | None:
    """Return which of the highest columns loses a line by the least more width, and by how much."""
    lines = [one.lines(size.room(width)) for one, width in zip(longest, widths, strict=True)]
    most = max(lines, default=0)
    if most <= 1:
        return None
    highest = [column for column, count in enumerate(lines) if count == most]
    for more in range(step, total - sum(widths) + 1, step):
        for column in highest:
            if longest[column].lines(size.room(widths[column] + more)) < most:
                return column, more
    return None


@dataclass(frozen=True, slots=True)
class _Longest:
    """The longest cells of a column, by the widths of the words in each of their lines.

    ``space`` is how wide a space is between two of them.
    """

    cells: tuple[tuple[tuple[float, ...], ...], ...]
    space: float

    @staticmethod
    def of(column: Sequence[str]) -> _Longest:
        """Return those of a column; others have no more lines, or hardly so."""
        found = sorted(column, key=len, reverse=True)[:_LONG_CELLS]
        cells = tuple(tuple(map(word_widths, cell.split("\n"))) for cell in found)
        return _Longest(cells, words_width(" ", Face.REGULAR))

    def lines(self, room: float) -> int:
        """Return how many lines the highest has, in a column so wide."""
        width = max(room, 1.0)
        counts = [[lines_of(words, width, self.space) for words in cell] for cell in self.cells]
        return max(map(sum, counts))
