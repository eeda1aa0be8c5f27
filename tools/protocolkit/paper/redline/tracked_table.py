"""A table of a Word redline: its rows and cells, each with what happened to it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from docx.oxml.ns import qn

from protocolkit.document.richtext import RichText
from protocolkit.document.tree import rows_of
from protocolkit.paper.docx.body import table_grid
from protocolkit.paper.docx.elements import Element, element, paragraph
from protocolkit.paper.docx.tables import (
    Grid,
    cell_element,
    cell_setting,
    row_properties,
    sized,
    table_element,
)
from protocolkit.paper.redline.passages import Row, State, TablePassage
from protocolkit.paper.redline.tracked_words import TrackedWords
from protocolkit.paper.shared.columns import Columns, column_widths


@dataclass(frozen=True, slots=True)
class TrackedTable:
    """A table in the file; ``old`` and ``new`` are the first paragraphs that a version has."""

    made: Element
    old: Element
    new: Element


def tracked_table(passage: TablePassage, words: TrackedWords, width: int) -> TrackedTable:
    """Return a table of two versions, so wide in twips as the text is."""
    grid = table_grid(passage.line, words.new, width)
    before, now = (
        sized(grid, column_widths(rows_of(side.table), grid.width, grid.spread)) if side else None
        for side in (passage.old, passage.new)
    )
    grids = (before or now or grid, now or before or grid)
    columns = range(len(passage.columns))
    texts = [[_shown_in(row, column) for column in columns] for row in passage.rows]
    found = column_widths(texts, grid.width, grid.spread)
    look = replace(grids[1], has_header_row=any(row.is_header for row in passage.rows))
    made = table_element(
        look, found.widths, (_row(row, passage, words, found, grids) for row in passage.rows)
    )
    cells = list(zip(made.iter(qn("w:p")), _states(passage), strict=True))
    first = cells[0][0]
    return TrackedTable(
        made,
        old=next((one for one, state in cells if not state.comes), first),
        new=next((one for one, state in cells if not state.goes), first),
    )


def _states(passage: TablePassage) -> Iterator[State]:
    """Yield what happened to each cell, or to its row as a whole."""
    for row in passage.rows:
        for cell in row.cells:
            yield cell.state if row.state is State.KEPT else row.state


def _row(
    row: Row,
    passage: TablePassage,
    words: TrackedWords,
    columns: Columns,
    grids: tuple[Grid, Grid],
) -> Element:
    """Return a row; ``grids`` are the looks of the table before and now."""
    tracker = words.tracker
    shown = [_shown_in(row, column) for column in range(len(columns.widths))]
    properties = row_properties(grids[1], is_header=row.is_header, breaks=columns.breaks(shown))
    tracker.row(properties, row.state)
    made = element("tr", properties)
    for cell in row.cells:
        state = cell.state if row.state is State.KEPT else row.state
        before, now = (
            cell_setting(is_heading=row.is_header, grid=grid, flush=side)
            for grid, side in zip(grids, passage.flush[cell.column], strict=True)
        )
        before, now = now if state.comes else before, before if state.goes else now
        inside = paragraph(now, words.stretches(cell.stretches))
        tracker.end(inside, row.state)
        tracker.setting(inside, now, before)
        around = cell_element(columns.widths[cell.column], inside)
        if row.state is State.KEPT:
            tracker.cell(around, cell.state)
        made.append(around)
    return made


def _shown_in(row: Row, column: int) -> RichText:
    found = (cell for cell in row.cells if cell.column == column)
    return tuple(piece for cell in found for one in cell.stretches for piece in one.shown)
