"""The cover and the contents of a PDF of ours: which of their lines this program printed.

The others are text that somebody put there. Lines are known by their words, as on any of our
covers; a value or a sentence may go on over several lines.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence, Set
from itertools import pairwise

from protocolkit.document.cover_words import MOST_ROW_LINES, NAMED, CoverWords, language_of
from protocolkit.importing.extract.pdf.line_pieces import RawLine
from protocolkit.importing.extract.pdf.passed_over import Passed
from protocolkit.importing.extract.pdf.places import Box
from protocolkit.reading.words_left_out import LeftOutReason
from protocolkit.text.words import glued

# A sentence that names schools, or a title, may go on over this many lines.
_MOST_LINES = 24
_LONGEST_BODY = 150
# A line stands so much higher than the one before it where a page begins.
_NEXT_PAGE = 100.0
# How far the second line of a value stands to the right of its label.
_HANGS = 40.0
# Something longer, in signs, is no heading, address or code: it ends as a sentence.
_LONG = 400
# How straight below each other labels stand, and a row below the head of its table: that may be
# where the words of the head begin, or its border.
_STRAIGHT, _BELOW_HEAD = 2.0, 8.0
_DOTS = re.compile(r"(?:[ .…]{3,400})?[0-9]{0,4}$")
_Rows = tuple[int, int, tuple[int, ...]]
"""Rows of decisions: how many lines they have, how many rows, and the numbers of the lines."""


class PdfFront:
    """Holds the lines of the front pages beside the text that follows them."""

    def __init__(self, lines: Sequence[RawLine], body: Sequence[str]) -> None:
        self._lines = lines
        self._said = [" ".join(line.text.split()) for line in lines]
        self._words: CoverWords = language_of(self._said)
        self._heads = {" ".join(cells) for cells in self._words.decided}
        self._edges = list(self._left_edges())
        self._facts = self._rows_of_facts()
        self._body = glued("".join(body))
        self._begins = [glued(line) for line in body]
        self._filled = dict(self._values())

    def typed(self) -> list[RawLine]:
        """Return the lines that this program did not print."""
        known = {number for row in self._facts for number in row}
        known |= {n for n in range(len(self._lines)) if self._is_fixed(n)}
        # before the sentences: a year in a row of its own would be one
        known |= self._decisions(known)
        # the name and the title as well: a sentence may begin with a name, and so take in all above
        self._know(known, self._is_value)
        self._know(known, self._is_known)
        known |= self._closing(" ".join(self._words.signed), self._words.contents)
        unknown = [n for n in range(len(self._lines)) if n not in known]
        if any(self._said[n].startswith(self._words.cite) for n in unknown):
            # a cover whose own sentences are not understood is left out whole, and told
            unknown = [n for n in unknown if self._lines[n].is_late]
        return [self._lines[n] for n in unknown]

    def shown(self, typed: Sequence[RawLine]) -> Iterator[str]:
        """Yield what the cover says, without the contents; a tab stands after a label."""
        others = {id(line) for line in typed}
        rows = {row[0]: row for row in self._facts}
        below = {number for row in self._facts for number in row[1:]}
        passed = below | (self._closing(self._words.contents) - set(rows))
        for number, line in enumerate(self._lines):
            if number not in passed and id(line) not in others:
                yield self._as_row(rows[number]) if number in rows else line.text

    def _decisions(self, known: Set[int]) -> set[int]:
        """Return the lines of the table of decisions, as many as can be, in as many rows."""
        best: list[_Rows] = [(0, 0, ())]
        for begin in range(len(self._said) - 1, -1, -1):
            ways = [best[0], *self._rows_from(begin, known, best)]
            best.insert(0, max(ways, key=lambda rows: rows[:2]))
        return set(best[0][2])

    def _rows_from(self, begin: int, known: Set[int], after: Sequence[_Rows]) -> Iterator[_Rows]:
        """Yield the rows from a line on whose first begins there; ``after`` begins one further."""
        for size in range(1, min(MOST_ROW_LINES, len(self._said) - begin) + 1):
            last = begin + size - 1
            if last in known or self._lines[last].is_late:
                return
            if self._is_row_of(begin, size):
                lines, rows, numbers = after[size - 1]
                yield lines + size, rows + 1, (*range(begin, begin + size), *numbers)

    def _is_row_of(self, begin: int, size: int) -> bool:
        """Tell whether lines are a decision, of which the first stands below the table's head."""
        lefts = [line.left for line in self._lines[begin : begin + size]]
        edge = self._edges[begin] or min(lefts)
        if abs(lefts[0] - edge) > _BELOW_HEAD:
            return False
        ways = [range(begin, begin + size), *self._over_two_pages(range(begin, begin + size))]
        return any(self._is_decision(self._said_in(way)) for way in ways)

    def _over_two_pages(self, row: range) -> Iterator[list[int]]:
        """Yield the lines of a row that goes on on the next page: its first cell before the others.

        What stands in the other cells was read with the lines of the first page.
        """
        heights = [self._lines[number].bottom for number in row]
        if any(after > before + _NEXT_PAGE for before, after in pairwise(heights)):
            edge = self._lines[row.start].left
            first = [n for n in row if abs(self._lines[n].left - edge) <= _STRAIGHT]
            yield [*first, *(number for number in row if number not in first)]

    def _left_edges(self) -> Iterator[float | None]:
        """Yield where the rows below the last head begin, per line; None where none was seen."""
        edge = None
        for number, line in enumerate(self._lines):
            edge = line.left if self._is_head(number) else edge
            yield edge

    def _is_fixed(self, number: int) -> bool:
        is_heading = self._said[number] in self._words.headings or self._is_head(number)
        return is_heading and not self._lines[number].is_late

    def _is_head(self, number: int) -> bool:
        return self._said[number] in self._heads

    def _closing(self, *heads: str) -> set[int]:
        """Return the lines below heads: of the table for signatures, of the contents, with these.

        What stands there is left out and told: a heading in the contents is not always its own.
        Each goes on until a sentence of the cover, or the other, begins.
        """
        found: set[int] = set()
        is_inside = False
        for number, said in enumerate(self._said):
            is_inside = said in heads or (is_inside and not self._begins_sentence(number))
            if is_inside and not self._lines[number].is_late:
                found.add(number)
        return found

    def _begins_sentence(self, number: int) -> bool:
        """Tell whether a sentence of the cover begins at a line."""
        windows = (self._said[number : number + size] for size in range(1, _MOST_LINES + 1))
        said = (one for window in windows for one in _joined(window))
        ended = (one for one in said if len(one) <= _LONG or one.endswith("."))
        return any(self._words.is_sentence(one, self._filled) for one in ended)

    def title_lines(self) -> int:
        """Return how many lines of the text are its title, which a reader sees on the cover first.

        0 when the text does not begin with it.
        """
        title = glued(self._filled.get("title", ""))
        sizes = range(1, min(_MOST_LINES, len(self._begins)) + 1)
        return next((n for n in sizes if "".join(self._begins[:n]) == title), 0)

    def _know(self, known: set[int], is_known: Callable[[str], bool]) -> None:
        """Enter the lines that say something known, the most together: one may be part of more."""
        for size in range(_MOST_LINES, 0, -1):
            for begin in range(len(self._said) - size + 1):
                window = range(begin, begin + size)
                is_free = not any(n in known or self._lines[n].is_late for n in window)
                said = _joined(self._said[begin : begin + size])
                if is_free and any(map(is_known, said)):
                    known |= set(window)

    def _values(self) -> Iterator[tuple[str, str]]:
        for row in self._facts:
            fact, value = self._words.label(self._said_in(row)) or ("", "")
            if fact in NAMED:
                yield fact.removesuffix(".name"), value
        yield from (("title", title) for title in self._titles())

    def _titles(self) -> Iterator[str]:
        """Yield the title, the longest last: it begins the text, or a note says it was added."""
        notes = [note for note in self._words.headings if note.startswith("[")]
        for begin in range(min(len(self._said), _MOST_LINES)):
            for end in range(begin + 1, min(begin + _MOST_LINES, len(self._said)) + 1):
                title = " ".join(self._said[begin:end])
                is_added = begin == 1 and self._said[end : end + 1] in [[note] for note in notes]
                if is_added or self._body.startswith(glued(title)):
                    yield title

    def _rows_of_facts(self) -> list[tuple[int, ...]]:
        """Return the lines of each row with a label: its value may go on below, beside the label.

        A line beside the labels is part of a value, whatever it begins with, and one of the
        contents is a heading.
        """
        labelled = [n for n, said in enumerate(self._said) if self._words.label(said) is not None]
        labelled = [number for number in labelled if not self._lines[number].is_late]
        if not labelled:
            return []
        edge = min(self._lines[number].left for number in labelled) + _STRAIGHT
        contents = (
            number
            for number, said in enumerate(self._said)
            if said == self._words.contents and self._lines[number].left <= edge
        )
        last = next(contents, len(self._lines))
        rows = [n for n in labelled if n < last and self._lines[n].left <= edge]
        return [(row, *self._beside(row)) for row in rows]

    def _beside(self, row: int) -> Iterator[int]:
        """Yield the lines with which the value of a row goes on: they hang beside its label."""
        edge = self._lines[row].left + _HANGS
        for number in range(row + 1, len(self._lines)):
            if self._lines[number].is_late:
                continue
            if self._lines[number].left <= edge:
                return
            yield number

    def _said_in(self, row: Sequence[int]) -> str:
        return " ".join(self._said[number] for number in row)

    def _as_row(self, row: Sequence[int]) -> str:
        said = self._said_in(row)
        _, value = self._words.label(said) or ("", "")
        return f"{said.removesuffix(value).strip()}\t{value}"

    def _is_value(self, said: str) -> bool:
        return said in (self._filled.get("organisation"), self._filled.get("title"))

    def _is_known(self, said: str) -> bool:
        if len(said) > _LONG:
            return said.endswith(".") and self._words.is_sentence(said, self._filled)
        return self._words.is_sentence(said, self._filled) or self._is_heading(said)

    def _is_decision(self, said: str) -> bool:
        found = self._words.decision(said)
        return found is not None and len(found[0]) < _LONGEST_BODY

    def _is_heading(self, said: str) -> bool:
        """Tell whether a line of contents is that of a heading of the text."""
        words = _DOTS.sub("", said)
        if words == said or not words:
            return False
        wanted = glued(words)
        return any(
            "".join(self._begins[n : n + more]) == wanted
            for n, line in enumerate(self._begins)
            if line and wanted.startswith(line)
            for more in range(1, _MOST_LINES)
        )


def logo_lines(pages: Iterable[tuple[Sequence[RawLine], Sequence[Passed]]]) -> frozenset[int]:
    """Return which lines of a cover, by identity, are letters drawn in its logo.

    A logo says aloud what it is. What was put on the page later is none of its letters.
    """
    return frozenset(
        id(line)
        for lines, passed in pages
        for one in passed
        if one.reason is LeftOutReason.SPOKEN and one.box is not None
        for line in lines
        if not line.is_late
        and one.box.holds(*Box(line.left, line.bottom, line.right, line.top).middle)
    )


def _joined(lines: Sequence[str]) -> Iterator[str]:
    """Yield lines as one, with and without the hyphens at their ends."""
    whole = " ".join(lines)
    yield whole
    if "- " in whole:
        yield whole.replace("- ", "")
        yield whole.replace("- ", "-")
