"""A table of ours among the lines of pages: its cells, in whatever lines their words stand.

Between what stands before a table and after it the words of a copy are held beside those of the
rows. A row that has its own words is as it was. Of one with other words the place of those tells
which cell it is; where that is not certain the row is told as a whole.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass, replace
from itertools import groupby

from protocolkit.review.page_lines import PageLine, PrintedText, is_count
from protocolkit.review.row_words import cells_of, changed_row, row_stretches
from protocolkit.text.words import glued

# As many letters as these stand in one place only.
_SURE, _LABEL = 12, 4
# The share of the words of a table that a copy has, and so far from these it begins or ends.
_SHARE, _FAR = 0.6, 12
_MOST_WORDS = 1_500
# A word that stands beside a table counts so much against it.
_AGAINST = 1.5
# How much further on the rest of a broken line may stand.
_BROKEN = 6


@dataclass(frozen=True, slots=True)
class _Word:
    """A word: its letters, what it says, and its line; the one in which a broken word goes on."""

    letters: str
    text: str
    line: int


class CopiedTables:
    """The tables of ours, and what stands ``beside`` and runs along the lines of pages."""

    def __init__(
        self, own: Sequence[PrintedText], beside: Set[str], running: Sequence[str]
    ) -> None:
        self._own, self._beside, self._running = own, beside, running
        tables = groupby(range(len(own)), lambda at: _table(own[at]))
        self._tables = [list(cells) for table, cells in tables if table]

    def told(self, lines: Sequence[PageLine]) -> list[PageLine]:
        """Return lines with the cells of each table that stands among them for certain."""
        made = list(lines)
        for cells in self._tables:
            one = _Table(self._own, cells, self._beside, self._running)
            if one.is_simple and (found := one.stretch(made)):
                begin, end = found
                is_part = one.is_open(made, begin, end)
                told = one.told(made[begin:end], is_part=is_part)
                made[begin:end] = told if told is not None else made[begin:end]
        return made

    def is_in_pieces(self, lines: Sequence[PageLine]) -> bool:
        """Tell whether a table stands among lines of which not each is a cell."""
        held = [one for one in self.told(lines) if one.home is not None]
        pairs = {(one.at, one.home) for one in held}
        return len({at for at, _ in pairs}) < len(pairs) or len({of for _, of in pairs}) < len(
            pairs
        )


def _table(one: PrintedText) -> tuple[str, tuple[int, ...]] | None:
    return (one.row[0], one.row[1][:-1]) if one.row else None


class _Table:
    """One table, as the ``cells`` of ours, and the lines of a copy that may be it."""

    def __init__(
        self,
        own: Sequence[PrintedText],
        cells: Sequence[int],
        beside: Set[str],
        running: Sequence[str],
    ) -> None:
        self._own, self._beside, self._running = own, beside, running
        self._first, self._last = cells[0], cells[-1]
        rows = groupby(cells, lambda at: own[at].row)
        self._rows = [list(row) for _, row in rows]
        self._said = {at: tuple(map(glued, own[at].words.split())) for at in cells}
        self._known = {glued(word): word for at in cells for word in own[at].words.split()}
        self._notes = [one for one in own if one.is_note]

    @property
    def is_simple(self) -> bool:
        """Whether no cell has a list or the mark of a note, and there are not too many words."""
        cells = [self._own[at] for at in self._said]
        is_plain = not any(one.marks or one.marker for one in cells)
        return is_plain and sum(map(len, self._said.values())) <= _MOST_WORDS

    def stretch(self, lines: Sequence[PageLine]) -> tuple[int, int] | None:
        """Return from where to where the table stands, None where that is not certain."""
        begin, end = self._core(lines)
        if begin == end:
            return None
        begins = range(max(0, begin - _FAR), end)
        ends = range(begin + 1, min(len(lines), end + _FAR) + 1)
        first = self._nearest(lines, begin, [at for at in begins if self._begins(lines, at)])
        last = self._nearest(lines, end, [at for at in ends if self._ends(lines, at)])
        if first is None or last is None or first >= last:
            return None
        while last > first and self._runs(lines, last - 1):
            last -= 1
        inside = sum(len(one.text.split()) for one in lines[first:last])
        words = sum(map(len, self._said.values()))
        return (first, last) if _SHARE * words <= inside <= words / _SHARE else None

    def is_open(self, lines: Sequence[PageLine], begin: int, end: int) -> bool:
        """Tell whether a stretch begins or ends where a page or the copy itself does."""
        edges = (begin - 1, end)
        return any(at not in range(len(lines)) or self._runs(lines, at) for at in edges)

    def _core(self, lines: Sequence[PageLine]) -> tuple[int, int]:
        """Return the lines that have most words of the table, and few others."""
        best, begin, held = (0.0, 0, 0), 0, 0.0
        for at, line in enumerate(lines):
            if held <= 0:
                begin, held = at, 0.0
            words = [glued(one) for one in line.text.split()]
            held += sum(1 if one in self._known else -_AGAINST for one in words)
            if held > best[0]:
                best = held, begin, at + 1
        return best[1], best[2]

    def _nearest(self, lines: Sequence[PageLine], place: int, places: Sequence[int]) -> int | None:
        """Return the place that has the fewest words between it and another one."""

        def far(at: int) -> int:
            between = lines[min(at, place) : max(at, place)]
            return sum(len(one.text.split()) for one in between)

        near = min(places, key=far, default=None)
        return near if near is not None and far(near) <= _FAR else None

    def _begins(self, lines: Sequence[PageLine], at: int) -> bool:
        """Tell whether what we print before the table stands before a line."""
        if at == 0 or self._runs(lines, at - 1):
            return True
        letters = lines[at - 1].letters
        own = self._own[self._first - 1] if self._first else None
        is_label = len(letters) >= _LABEL and letters in self._own[self._first].leads
        if own is None or is_label:
            return is_label
        tail = letters if at == 1 else lines[at - 2].letters + letters
        whole = {lead + own.letters for lead in own.leads}
        is_tail = own.letters.endswith(tail) or own.letters.endswith(letters)
        return letters in whole or (is_tail and len(tail) >= _SURE)

    def _ends(self, lines: Sequence[PageLine], at: int) -> bool:
        """Tell whether what we print behind the table begins with a line."""
        if at == len(lines) or self._runs(lines, at):
            return True
        behind = self._own[self._last + 1 : self._last + 2]
        letters = lines[at].letters
        last = self._said[self._last][-1:]
        for own in behind:
            if _is_number_apart(lines, at, own):
                return True
            if at and _is_number_apart(lines, at - 1, own) and last != (lines[at - 1].letters,):
                return False
            leads = [one for one in own.leads if one]
            begins = [*(lead + own.letters for lead in leads), own.letters]
            is_begin = any(one.startswith(letters) for one in begins) and len(letters) >= _SURE
            is_begin |= any(letters.startswith(one[:_SURE]) for one in begins if len(one) >= _SURE)
            is_lead = any(_is_sign(one) and letters == one for one in leads)
            is_lead |= any(_is_sign(one) and letters.startswith(one) for one in leads[1:])
            if is_begin or is_lead or letters in begins:
                return True
        is_label = letters in self._beside and letters not in self._known
        return (is_label and not letters.isdigit()) or self._is_changed_behind(lines, at)

    def _is_changed_behind(self, lines: Sequence[PageLine], at: int) -> bool:
        """Tell whether what we print behind the table begins here with other words of its own.

        Its number stands first, and what we print behind it follows.
        """
        behind = self._own[self._last + 1 : self._last + 3]
        is_begin = at == 0 or lines[at - 1].at != lines[at].at
        line = [one for one in lines[at : at + 2] if one.at == lines[at].at]
        after = "".join(one.letters for one in lines[at + len(line) : at + len(line) + 1])
        if len(behind) <= 1 or not (is_begin and after):
            return False
        letters = "".join(one.letters for one in line)
        words = [word for one in line for word in one.text.split()][1:]
        is_other = any(glued(one) not in self._known for one in words)
        has_number = any(one and letters.startswith(one) for one in behind[0].leads)
        follows = _is_sign(after) and after in self._beside
        follows |= any(
            after.startswith((one + behind[1].letters)[:_SURE]) for one in behind[1].leads
        )
        return has_number and is_other and follows

    def _runs(self, lines: Sequence[PageLine], at: int) -> bool:
        """Tell whether a line is one of those that run along on pages, or of a note below one."""
        letters = lines[at].letters
        if is_count(letters):
            return True
        if len(letters) < _SURE:
            is_known = all(glued(one) in self._known for one in lines[at].text.split())
            below = lines[at + 1].letters if at + 1 < len(lines) else ""
            is_mark = any(
                letters in one.leads and below and one.letters.startswith(below)
                for one in self._notes
            )
            return is_mark or (letters in self._running and not is_known)
        inside = any(letters in lead + one.letters for one in self._notes for lead in one.leads)
        return inside or any(one.startswith(letters) for one in self._running)

    def _is_aside(self, lines: Sequence[PageLine], at: int) -> bool:
        """Tell whether a line is none of a table: it runs along, or is a label in the margin."""
        letters = lines[at].letters
        is_label = letters in self._beside and _is_sign(letters) and letters not in self._known
        return is_label or self._runs(lines, at)

    def told(self, lines: Sequence[PageLine], *, is_part: bool) -> list[PageLine] | None:
        """Return the cells of the table as lines, None where most of it is not there.

        ``is_part`` says that the copy or a page begins or ends here, so that rows may lack.
        """
        running = [at for at in range(len(lines)) if self._runs(lines, at)]
        aside = [one for at, one in enumerate(lines) if self._is_aside(lines, at)]
        words = self._without_heads(self._words(lines), running)
        rows = [tuple(word for at in row for word in self._said[at]) for row in self._rows]
        said = [one.letters for one in words]
        places = [one.line for one in words]
        found = row_stretches(said, places, rows, max(2, len(self._rows[0])))
        made: list[PageLine] = []
        same = 0
        for number, begin, end in found:
            told = list(self._row(number, words[begin:end], lines)) if begin < end else []
            is_for_certain = bool(told) and all(isinstance(one.home, int) for one in told)
            if (is_part or running) and not is_for_certain:
                return None
            same += end - begin if told and all(one.is_as_was for one in told) else 0
            made += told
        is_there = same >= _SHARE * sum(map(len, rows))
        return [*aside, *made] if is_there else None

    def _without_heads(self, words: Iterable[_Word], turns: Sequence[int]) -> list[_Word]:
        """Return words without the head of the table that each new page repeats.

        ``turns`` are the lines that run along there.
        """
        head = Counter(word for at in self._rows[0] for word in self._said[at])
        size = head.total()
        kept = list(words)
        for turn in turns:
            at = next((at for at, one in enumerate(kept) if one.line > turn), len(kept))
            if at and Counter(one.letters for one in kept[at : at + size]) == head:
                del kept[at : at + size]
        return kept

    def _words(self, lines: Sequence[PageLine]) -> Iterator[_Word]:
        """Yield the words of lines; of one that a line broke its whole, where it begins."""
        held = [
            [(glued(one), one) for one in line.text.split()]
            if not self._is_aside(lines, at)
            else []
            for at, line in enumerate(lines)
        ]
        for at, words in enumerate(held):
            if words and words[-1][0] not in self._known:
                words[-1] = self._whole(words[-1], held[at + 1 : at + 1 + _BROKEN])
            yield from (_Word(letters, text, at) for letters, text in words if letters)

    def _whole(
        self, broken: tuple[str, str], below: Sequence[list[tuple[str, str]]]
    ) -> tuple[str, str]:
        """Return a word whose other half begins a line below, without that there; or itself."""
        for words in (one for one in below if one):
            whole = broken[0] + words[0][0]
            if whole in self._known:
                del words[0]
                return whole, self._known[whole]
        return broken

    def _row(
        self, number: int, words: Sequence[_Word], lines: Sequence[PageLine]
    ) -> Iterator[PageLine]:
        """Yield the words of a row cell by cell, or as a whole where that is not certain."""
        row = self._rows[number] if number >= 0 else []
        cells = [self._said[at] for at in row]
        said, places = tuple(one.letters for one in words), [one.line for one in words]
        own = cells_of(said, places, cells)
        found = own if own is not None or not row else changed_row(said, places, cells)
        if found is None:
            home = replace(
                self._own[self._first],
                words="",
                letters="",
                leads=("",),
                row=("", (number, places[0])),
            )
            yield from _lines([*words], lines, home)
            return
        for at, cell in enumerate(row):
            mine = [one for one, of in zip(words, found, strict=True) if of == at]
            is_as_was = tuple(one.letters for one in mine) == self._said[cell]
            yield from (replace(one, is_as_was=is_as_was) for one in _lines(mine, lines, cell))


def _is_number_apart(lines: Sequence[PageLine], at: int, own: PrintedText) -> bool:
    """Tell whether a line is the number of a text alone, which itself begins a line below."""
    below = lines[at + 1].letters if at + 1 < len(lines) else ""
    is_number = bool(lines[at].letters) and lines[at].letters in own.leads
    return is_number and bool(below) and own.letters.startswith(below)


def _is_sign(lead: str) -> bool:
    """Tell whether a lead is a number or label that no word of a table is."""
    return len(lead) > 1 and not lead.isalnum()


def _lines(
    words: Sequence[_Word], lines: Sequence[PageLine], home: int | PrintedText
) -> Iterator[PageLine]:
    for at, inside in groupby(words, lambda one: one.line):
        text = " ".join(one.text for one in inside)
        yield PageLine(at=lines[at].at, text=text, letters=glued(text), home=home)
