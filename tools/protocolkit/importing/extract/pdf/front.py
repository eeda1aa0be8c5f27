"""The cover and the contents of a PDF of ours: which of their lines this program printed.

The others are text that somebody put there. Lines are known by their words, as on any of our
covers; a value or a sentence may go on over several lines.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence, Set

from protocolkit.document.cover_words import CoverWords, language_of
from protocolkit.importing.extract.pdf.line_pieces import RawLine
from protocolkit.text.words import glued

_MOST_LINES = 6
_LONGEST_BODY = 150
# How far the second line of a value stands to the right of its label.
_HANGS = 40.0
# How straight below each other the lines of a cell stand.
_STRAIGHT = 2.0
_DOTS = re.compile(r"(?:[ .…]{3,400})?[0-9]{0,4}$")


class PdfFront:
    """Holds the lines of the front pages beside the text that follows them."""

    def __init__(self, lines: Sequence[RawLine], body: Sequence[str]) -> None:
        self._lines = lines
        self._said = [" ".join(line.text.split()) for line in lines]
        self._words: CoverWords = language_of(self._said)
        self._body = glued("".join(body))
        self._begins = [glued(line) for line in body]
        self._filled = dict(self._values())

    def typed(self) -> list[RawLine]:
        """Return the lines that this program did not print."""
        known = {n for n, line in enumerate(self._lines) if self._is_row(n) and not line.is_late}
        known |= set(self._continued(known))
        # a heading may be part of another; a decision is no longer than it must be
        self._know(known, range(_MOST_LINES, 0, -1), self._is_known)
        self._know(known, range(1, _MOST_LINES + 1), self._is_decision)
        for number in range(len(self._said) - 2, -1, -1):
            if number not in known and self._goes_on(number, known):
                known.add(number)
        known |= self._closing()
        unknown = [n for n in range(len(self._lines)) if n not in known]
        if any(self._said[n].startswith(self._words.cite) for n in unknown):
            # a cover whose own sentences are not understood is left out whole, and told
            unknown = [n for n in unknown if self._lines[n].is_late]
        return [self._lines[n] for n in unknown]

    def _goes_on(self, number: int, known: Set[int]) -> bool:
        """Tell whether a line is the first of a body whose decision stands in the next ones."""
        line, below = self._lines[number], self._lines[number + 1]
        if line.is_late or number + 1 not in known or abs(line.left - below.left) > _STRAIGHT:
            return False
        windows = (self._said[number : number + size] for size in range(2, _MOST_LINES + 1))
        return any(self._is_decision(" ".join(window)) for window in windows)

    def _closing(self) -> set[int]:
        """Return the lines of the table for signatures and of the contents.

        What stands there is left out and told: a heading in the contents is not always its own.
        Each goes on until a sentence of the cover, or the other, begins.
        """
        heads = {" ".join(self._words.signed), self._words.contents}
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
        return any(self._words.is_sentence(one, self._filled) for one in said)

    def title_lines(self) -> int:
        """Return how many lines of the text are its title, which a reader sees on the cover first.

        0 when the text does not begin with it.
        """
        title = glued(self._filled.get("title", ""))
        sizes = range(1, min(_MOST_LINES, len(self._begins)) + 1)
        return next((n for n in sizes if "".join(self._begins[:n]) == title), 0)

    def _know(self, known: set[int], sizes: Iterable[int], is_known: Callable[[str], bool]) -> None:
        """Enter the lines that say something known, as many together as ``sizes`` say."""
        for size in sizes:
            for begin in range(len(self._said) - size + 1):
                window = range(begin, begin + size)
                is_free = not any(n in known or self._lines[n].is_late for n in window)
                if is_free and any(map(is_known, _joined(self._said[begin : begin + size]))):
                    known |= set(window)

    def _values(self) -> Iterator[tuple[str, str]]:
        for said in self._said:
            fact, value = self._words.label(said) or ("", "")
            if fact in ("organisation.name", "owner"):
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

    def _is_row(self, number: int) -> bool:
        return self._words.label(self._said[number]) is not None

    def _continued(self, rows: set[int]) -> Iterator[int]:
        """Yield the lines with which the value of a row goes on: they hang below it."""
        for row in rows:
            for number in range(row + 1, min(row + _MOST_LINES, len(self._lines))):
                is_below = self._lines[number].left > self._lines[row].left + _HANGS
                if number in rows or not is_below or self._lines[number].is_late:
                    break
                yield number

    def _is_known(self, said: str) -> bool:
        words = self._words
        if said in words.headings or tuple(said.split()) in words.decided:
            return True
        if said in (self._filled.get("organisation"), self._filled.get("title")):
            return True
        return words.is_sentence(said, self._filled) or self._is_heading(said)

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


def _joined(lines: Sequence[str]) -> Iterator[str]:
    """Yield lines as one, with and without the hyphens at their ends."""
    whole = " ".join(lines)
    yield whole
    if "- " in whole:
        yield whole.replace("- ", "")
        yield whole.replace("- ", "-")
