"""The lines of a Word table: a row is one, and of a table of one column each paragraph is."""

from __future__ import annotations

from typing import Protocol

from protocolkit.importing.extract.shared.elements import Element
from protocolkit.importing.extract.shared.paragraph import Runs
from protocolkit.importing.extract.word.all_words import all_words
from protocolkit.importing.extract.word.blocks import Table
from protocolkit.importing.extract.word.lines import LineMaker, indent_of_table
from protocolkit.importing.extract.word.open_controls import has_picture
from protocolkit.importing.extract.word.runs import RunReader
from protocolkit.importing.extract.word.sight import Surroundings
from protocolkit.importing.extract.word.tables import Cell, Tables, columns_of, described, strays
from protocolkit.importing.source.doubts import EMPTY_PLACE
from protocolkit.importing.source.lines import SourceBuilder
from protocolkit.reading.words_left_out import LeftOutReason


class CellReader(Protocol):
    """What reads the cells of a table."""

    def inside(self, parent: Element, around: Surroundings, reader: RunReader) -> None:
        """Add all that stands in a cell as blocks of the text."""

    def cell(self, cell: Cell, reader: RunReader) -> tuple[Runs, int]:
        """Return the text of a cell, and how many columns it takes."""


class TableLines:
    """Adds tables to a source."""

    def __init__(
        self, builder: SourceBuilder, lines: LineMaker, tables: Tables, cells: CellReader
    ) -> None:
        self._builder = builder
        self._lines = lines
        self._tables = tables
        self._cells = cells

    def add(self, block: Table, reader: RunReader) -> None:
        """Add a table as it is read, and name what stands in it and in none of its cells."""
        rows = self._tables.rows(block.element, block.around)
        for words, reason in strays(block.element):
            self._builder.leave_out(words, reason)
        self._builder.leave_out(described(block.element), LeftOutReason.DESCRIPTION)
        if max(map(columns_of, rows), default=0) < 2:
            for row in rows:
                self._add_as_blocks(row, reader)
            return
        self._lines.begin_table()
        for row in rows:
            shown = [cell for cell in row if not cell.is_deleted]
            cells = [self._cells.cell(cell, reader) for cell in shown]
            for runs, _ in (self._cells.cell(cell, reader) for cell in row if cell.is_deleted):
                self._lines.leave(runs)
            self._lines.emit_row(
                cells,
                indent_of_table(block.element),
                [cell.flush for cell in shown],
                is_seen=any(cell.around.gone is None for cell in shown),
            )
        self._lines.end_table()

    def _add_as_blocks(self, row: tuple[Cell, ...], reader: RunReader) -> None:
        for cell in row:
            self._cells.inside(cell.element, cell.around, reader)
            if _is_open(cell) and self._builder.lines:
                self._builder.doubt(EMPTY_PLACE)


def _is_open(cell: Cell) -> bool:
    """Tell whether a reader sees a cell with nothing in it."""
    is_filled = has_picture(cell.element) or bool(all_words(cell.element).strip())
    return cell.around.gone is None and not is_filled
