"""The rows of our tables on a page: one that is a line, and the head that each page repeats.

A program may put the cells of a row on one line. Of such a line with another word in one cell the
cells before and behind that tell which one it is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from protocolkit.review.page_lines import PageLine, PrintedText
from protocolkit.text.words import glued

_MOST_CELLS = 50
# A piece of a line, and the cell that it is or was.
CellPiece = tuple[PageLine, int]


class PageRows:
    """The cells among paragraphs of ours."""

    def __init__(self, own: Sequence[PrintedText]) -> None:
        self._own = own
        self._last = self._begin = -1
        self._end = 0
        self._is_new_page = False
        begins = [at for at, one in enumerate(own) if one.row and at and own[at - 1].row != one.row]
        self._whole = {"".join(one.letters for one in self._row(at)): at for at in begins}

    def before(self, letters: str, here: int) -> int:
        """Return behind which paragraph the row stands that a line has as a whole, else ``here``.

        What stands before a table may have other words.
        """
        at = self._whole.get(letters, -1)
        return at - 1 if here < at else here

    def reached(self, at: int) -> None:
        """Know that a line stood at a paragraph; a note may stand below a table that goes on."""
        self._last = at if self._own[at].row is not None else self._last
        self._is_new_page = False

    def turned(self) -> None:
        """Know that what runs along on pages stood here, so that a table may go on below it."""
        self._is_new_page = True

    def is_head_again(self, letters: str) -> int | None:
        """Return the cell behind which a table goes on whose head a line has once more, or None."""
        if self._end == 0:
            begin = self._goes_on() if self._is_new_page else None
            if begin is None:
                return None
            self._begin = begin
        row = "".join(one.letters for one in self._row(self._begin))
        is_head = row.startswith(letters, self._end)
        self._end += len(letters)
        if not is_head or self._end == len(row):
            self._is_new_page, self._end = False, 0
        return self._last if is_head else None

    def first(self, line: PageLine, here: int) -> tuple[PageLine, PageLine] | None:
        """Return a line in two, of which the first is the cell behind ``here``."""
        own = self._own[here + 1 : here + 2] if here >= 0 else []
        for lead in own[0].leads if own and own[0].row is not None else ():
            if line.letters.startswith(lead + own[0].letters) and (
                cells := cut(line, lead + own[0].letters)
            ):
                return cells
        return None

    def changed(self, line: PageLine, here: int, end: int, after: str) -> list[CellPiece]:
        """Return a line as the rest of the row behind ``here``, of which the first cell changed.

        ``end`` is up to where ``here`` was read, ``after`` the letters of the next line. [] where
        the line does not end with cells of that row, or ends so itself.
        """
        row = self._row(here + 1) if here >= 0 else []
        made: list[CellPiece] = []
        if row and self._is_alone(line.letters, here, end, after):
            return []
        for at in range(here + len(row), here + 1, -1):
            letters = self._own[at].letters
            is_last = line.letters.endswith(letters) and line.letters != letters
            cells = cut(line, line.letters.removesuffix(letters)) if is_last else None
            if cells is None:
                break
            line = cells[0]
            made.append((cells[1], at))
        return [(line, here + 1), *reversed(made)] if made else []

    def _is_alone(self, letters: str, here: int, end: int, after: str) -> bool:
        """Tell whether a line is of one cell: it goes on, is as it was, or the next one follows."""
        cell, rest = self._own[here + 1], self._row(here + 1)[1:]
        if self._own[here].letters.startswith(letters, end) or (rest and after == rest[0].letters):
            return True
        own = [lead + cell.letters for lead in cell.leads]
        both = letters + after
        return any(
            one.startswith(letters) and (one.startswith(both) or both.startswith(one))
            for one in own
        )

    def _row(self, at: int) -> Sequence[PrintedText]:
        """Return the cells of a row from one on."""
        own = self._own[at : at + _MOST_CELLS]
        return [one for one in own if one.row is not None and one.row == own[0].row]

    def _goes_on(self) -> int | None:
        """Return where the table begins that was last, None where all of it stood."""
        begin = self._last
        if begin < 0 or not self._is_same_table(begin, begin + 1):
            return None
        while begin > 0 and self._is_same_table(begin - 1, self._last):
            begin -= 1
        return begin if self._own[begin].row != self._own[self._last].row else None

    def _is_same_table(self, one: int, other: int) -> bool:
        rows = [self._own[at].row for at in (one, other) if at < len(self._own)]
        tables = {(row[0], row[1][:-1]) if row else None for row in rows}
        return len(rows) > 1 and len(tables) == 1 and None not in tables


def cut(line: PageLine, first: str) -> tuple[PageLine, PageLine] | None:
    """Return a line in two, of which the first has some letters; None where a word would break."""
    for end in (found.start() for found in re.finditer(r"\s", line.text)):
        if glued(line.text[:end]) == first:
            rest = line.text[end:].strip()
            return (
                PageLine(at=line.at, text=line.text[:end], letters=first),
                PageLine(at=line.at, text=rest, letters=glued(rest)),
            )
    return None
