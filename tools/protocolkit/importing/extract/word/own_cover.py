"""The beginning of a Word file of ours: what this program printed there is left out, the rest read.

What somebody typed before the title follows the title, which a reader sees on the cover first.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Protocol

from protocolkit.importing.extract.shared.elements import Element
from protocolkit.importing.extract.shared.paragraph import Runs
from protocolkit.importing.extract.word.blocks import Paragraphs, Table
from protocolkit.importing.extract.word.front import Front, begins_text, ends_section
from protocolkit.importing.extract.word.lines import LineMaker, indent_of_table
from protocolkit.importing.extract.word.run_values import Paragraph as Read
from protocolkit.importing.extract.word.runs import RunReader
from protocolkit.importing.extract.word.tables import Cell, Tables, strays
from protocolkit.importing.source.lines import SourceBuilder
from protocolkit.reading.words_left_out import LeftOutReason


class Places(Protocol):
    """What adds blocks to the text, and reads cells."""

    def place(self, block: Paragraphs | Table, reader: RunReader) -> None:
        """Add a paragraph or a table as it is read."""

    def place_read(self, block: Paragraphs, read: Read, reader: RunReader) -> None:
        """Add a paragraph whose runs have been read."""

    def cell(self, cell: Cell, reader: RunReader) -> tuple[Runs, int]:
        """Return the text of a cell, and how many columns it takes."""


class Beginning:
    """Goes over the blocks of a file of ours; the text begins with its title."""

    def __init__(
        self,
        body: Element,
        builder: SourceBuilder,
        lines: LineMaker,
        tables: Tables,
        places: Places,
        *,
        has_record: bool,
    ) -> None:
        self._front = Front(body, has_record=has_record)
        self._builder = builder
        self._lines = lines
        self._tables = tables
        self._places = places
        self._is_before_text = True
        self._typed: list[Callable[[], None]] = []

    @property
    def shown(self) -> tuple[str, ...]:
        """The lines of the cover that this program printed and a reader sees."""
        return tuple(self._front.lines)

    def add(self, block: Paragraphs | Table, reader: RunReader) -> None:
        """Add a block of the file, or leave it out when this program printed it."""
        if self._front.is_front(block, is_before_text=self._is_before_text):
            self._add_front(block, reader)
        elif self._is_before_text and not begins_text(block):
            self._typed.append(lambda: self._places.place(block, reader))
        else:
            self._places.place(block, reader)
        # a sheet before the cover is a section by itself
        is_whole = self._front.is_past_title and not self._front.has_title
        is_text = begins_text(block) or (is_whole and ends_section(block))
        if is_text or not self._is_before_text:
            self._is_before_text = False
            self.add_typed()

    def add_typed(self) -> None:
        """Add what somebody typed before the title."""
        for add in self._typed:
            add()
        self._typed.clear()

    def _add_front(self, block: Paragraphs | Table, reader: RunReader) -> None:
        if isinstance(block, Table):
            self._add_table(block, reader)
            return
        read = reader.read(block.elements, block.around)
        if self._front.is_ours(block, read.runs.text):
            self._leave(read.runs)
            read = replace(read, runs=read.runs.unseen())
        if read.boxes or read.runs.has_words:
            self._typed.append(lambda: self._places.place_read(block, read, reader))

    def _add_table(self, block: Table, reader: RunReader) -> None:
        """Leave out the rows of a table that are ours; the others are text."""
        for words, reason in strays(block.element):
            self._builder.leave_out(words, reason)
        typed = []
        for row in self._tables.rows(block.element, block.around):
            cells = [self._places.cell(cell, reader) for cell in row]
            if self._front.is_our_row([runs.text for runs, _ in cells]):
                for runs, _ in cells:
                    self._leave(runs)
            else:
                typed.append(cells)
        if typed:
            self._typed.append(lambda: self._emit(typed, block))

    def _emit(self, rows: list[list[tuple[Runs, int]]], block: Table) -> None:
        self._lines.begin_table()
        for cells in rows:
            self._lines.emit_row(cells, indent_of_table(block.element))

    def _leave(self, runs: Runs) -> None:
        self._builder.leave_out(runs.held, LeftOutReason.OURS)
        self._lines.leave(runs.unseen())
