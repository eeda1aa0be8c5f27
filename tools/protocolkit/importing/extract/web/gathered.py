"""What is read of a web page, gathered into paragraphs and the cells of tables."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

from protocolkit.base.messages import Marked
from protocolkit.importing.extract.shared.paragraph import Runs
from protocolkit.importing.extract.web.lines import BlockPlace, PageLines
from protocolkit.importing.extract.web.sight import Shown
from protocolkit.importing.source.lines import Mark, MarkKind, SourceBuilder
from protocolkit.reading.words_left_out import LeftOutReason


class Gathered:
    """The paragraph that is being read, and where it stands.

    In a cell of a table all its paragraphs become one text.
    """

    def __init__(self, builder: SourceBuilder) -> None:
        self._lines = PageLines(builder)
        self._cell: Runs | None = None
        self.words = Runs()
        self.place = BlockPlace()

    @property
    def is_in_cell(self) -> bool:
        """Whether what is read stands in a cell of a table."""
        return self._cell is not None

    def say(self, text: str | None, shown: Shown) -> None:
        """Add words as they are shown; what nobody sees is left out with its reason."""
        if not text:
            return
        folded = re.sub(r"\s+", " ", text)
        if shown.reason is not None:
            self.words.leave(folded, shown.reason)
            return
        if not self.words.text:
            folded = folded.lstrip(" ")
        self.words.say(folded, doubt=shown.doubt)

    def leave(self, text: str, reason: LeftOutReason) -> None:
        """Leave out words that stand by themselves."""
        self.words.leave(f"{text} ", reason)

    def doubt(self, text: Marked | None) -> None:
        """Doubt what is read here, where there is something to say of it."""
        if text is not None:
            self.words.doubt_here(text)

    def doubt_above(self, text: Marked | None) -> None:
        """Doubt the paragraph that ends here, where there is something to say of what follows."""
        if text is not None:
            self.flush()
            self._lines.doubt(text)

    def add_mark(self, begin: int, kind: MarkKind, target: str = "", *, add: str = "") -> None:
        """Mark the words from ``begin`` on, when there are any, with what is added to them."""
        self.words.say(add)
        end = len(self.words.text)
        if end > begin:
            self.words.marks.append(Mark(begin=begin, end=end, kind=kind, target=target))

    def flush(self) -> None:
        """Add what was gathered as one paragraph."""
        words, self.words = self.words, Runs()
        end = len(words.text.rstrip())
        bold = words.bold
        words = words.judged()
        if self._cell is not None:
            marker, self.place = self.place.marker, replace(self.place, marker="")
            is_item = bool(marker) and words.has_words
            self._cell.append(words.after(f"{marker} ") if is_item else words)
            return
        is_plain = not (self.place.level or self.place.marker)
        lines = words.lines() if is_plain else [words]
        for line in lines:
            is_bold = 0 < end <= bold or (len(lines) > 1 and line.is_bold)
            self._lines.add(line.stripped(), self.place, is_bold=is_bold)
        if end:
            self.place = BlockPlace(level=self.place.level, depth=self.place.depth)

    @contextmanager
    def cell(self) -> Iterator[Runs]:
        """Gather what is read meanwhile into the text of one cell."""
        around, place = self._cell, self.place
        self._cell, self.place = Runs(), BlockPlace()
        yield self._cell
        self.flush()
        self._cell, self.place = around, place

    @contextmanager
    def table(self) -> Iterator[None]:
        """Let the rows that are added meanwhile be those of one table."""
        self.flush()
        with self._lines.table():
            yield
            self.flush()

    def add_row(self, cells: list[Runs]) -> None:
        """Add a row of a table."""
        self._lines.add_row(cells, self.place)
