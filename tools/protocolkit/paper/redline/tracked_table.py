"""A table of a Word redline: its rows and cells, each with what happened to it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from docx.oxml.ns import qn

from protocolkit.document.richtext import Inline, RichText, Text
from protocolkit.document.tree import rows_of
from protocolkit.paper.docx.body import body_grid
from protocolkit.paper.docx.elements import Element, element, paragraph
from protocolkit.paper.docx.tables import (
    Grid,
    cell_element,
    cell_setting,
    row_properties,
    sized,
    table_element,
)
from protocolkit.paper.docx.text_runs import Story
from protocolkit.paper.redline.passages import Row, State, TablePassage
from protocolkit.paper.redline.tracked_words import TrackedWords
from protocolkit.paper.shared.columns import Columns, column_widths
from protocolkit.paper.shared.lines import TableLine


@dataclass(frozen=True, slots=True)
class TrackedTable:
    """A table in the file; ``old`` and ``new`` are the first paragraphs that a version has."""

    made: Element
    old: Element
    new: Element


def tracked_table(passage: TablePassage, words: TrackedWords, width: int) -> TrackedTable:
    """Return a table of two versions in a text so wide in twips.

    It lies on its side where one of them does; its words are set as in each.
    """
    before, now = (
        _own_grid(side, words.new, width) if side else None for side in (passage.old, passage.new)
    )
    usual = now or before or body_grid(passage.line, words.new, width)
    grids = (before or usual, usual)
    grid = max(grids, key=lambda one: one.width)
    columns = range(len(passage.columns))
    texts = [[_measured_in(row, column) for column in columns] for row in passage.rows]
    found = column_widths(texts, grid.width, grid.spread)
    look = replace(grid, has_header_row=any(row.is_header for row in passage.rows))
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


def _own_grid(line: TableLine, story: Story, width: int) -> Grid:
    """Return the look of the table of one version."""
    grid = body_grid(line, story, width)
    return sized(grid, column_widths(rows_of(line.table), grid.width, grid.spread))


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


def _measured_in(row: Row, column: int) -> RichText:
    """Return what a column has to hold: words that came for others are no one word with them."""
    made: list[Inline] = []
    for cell in row.cells:
        for one in cell.stretches if cell.column == column else ():
            made += [Text(" "), *one.shown] if one.state is State.ADDED else one.shown
    return tuple(made)


def _shown_in(row: Row, column: int) -> RichText:
    found = (cell for cell in row.cells if cell.column == column)
    return tuple(piece for cell in found for one in cell.stretches for piece in one.shown)
