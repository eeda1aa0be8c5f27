"""The tables of a PDF page by page: one may go on, or only begin, on the next page."""

from __future__ import annotations

from dataclasses import dataclass

from protocolkit.importing.extract.pdf.line_pieces import RawLine
from protocolkit.importing.extract.pdf.page import PrintedPage
from protocolkit.importing.extract.pdf.rows import MOST_EDGE_LINES, put_rows
from protocolkit.importing.extract.pdf.tables import FoundTable, find_tables, goes_on

SHAPES_FOR_TABLE = 3
"""A page with fewer drawn lines has no table that begins on it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Waiting:
    """A page whose last lines may be the head of a table: how it is read then."""

    number: int
    lines: list[RawLine]
    table: FoundTable


class PageTables:
    """Puts the lines of one page after the other into the rows of its tables.

    ``completed`` are the pages, by number, of which the next page showed that they end in the head
    of a table: their lines, with that as a row.
    """

    def __init__(self) -> None:
        self.completed: dict[int, list[RawLine]] = {}
        self._count = 0
        self._table: FoundTable | None = None
        self._waiting: _Waiting | None = None

    def with_rows(self, lines: list[RawLine], page: PrintedPage, number: int) -> list[RawLine]:
        """Return the lines of a page with those of its tables as rows.

        A row alone is one only where a table of the page before goes on in it; one that may be the
        head of a table on the next page waits for that.
        """
        before, self._table = self._table, None
        waiting, self._waiting = self._waiting, None
        fewest = SHAPES_FOR_TABLE if before is None and waiting is None else 1
        if len(page.shapes) < fewest or page.text.quarters:
            return lines
        for table in find_tables(page.shapes):
            if waiting is not None and self._table is None and goes_on(table, waiting.table):
                self.completed[waiting.number] = waiting.lines
            elif len(table.rows) == 1 and not goes_on(table, before):
                self._wait(lines, table, page, number)
                continue
            self._count += 1
            lines = put_rows(lines, table, page.text, self._count)
            self._table = table
        return lines

    def _wait(
        self, lines: list[RawLine], table: FoundTable, page: PrintedPage, number: int
    ) -> None:
        """Keep a row at the foot of a page until the next page shows whether it heads a table."""
        below = sum(line.top < table.box.bottom for line in lines)
        if below <= MOST_EDGE_LINES:
            self._count += 1
            row = put_rows(list(lines), table, page.text, self._count)
            self._waiting = _Waiting(number=number, lines=row, table=table)
