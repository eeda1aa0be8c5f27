"""A table of a redline: which rows and columns of two tables answer each other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from protocolkit.changes.change_set import Pair
from protocolkit.changes.pieces import Piece
from protocolkit.changes.units import Unit
from protocolkit.document.model import Flush
from protocolkit.document.richtext import RichText
from protocolkit.document.tree import rows_of
from protocolkit.paper.redline.marked_words import of_pieces, whole
from protocolkit.paper.redline.order import LinePlace, merged, one_to_one
from protocolkit.paper.redline.passages import Cell, Row, State, Stretch, TablePassage, state_of
from protocolkit.paper.shared.lines import TableLine

_Cells = Sequence[RichText] | None
_CellPieces = dict[tuple[LinePlace, LinePlace], tuple[Piece, ...]]


def table_passage(
    old: TableLine | None,
    new: TableLine | None,
    pairs: Sequence[Pair] = (),
    moved: Unit | None = None,
) -> TablePassage:
    """Return a table by row and cell; a row or column that has no answer is old or new."""
    olds = rows_of(old.table) if old else ()
    news = rows_of(new.table) if new else ()
    found: _CellPieces = {
        ((one.row, other.row), (one.column, other.column)): pair.pieces
        for pair in pairs
        if (one := pair.old) and (other := pair.new)
    }
    columns = merged(
        one_to_one(columns for _, columns in found),
        max(map(len, olds), default=0),
        max(map(len, news), default=0),
    )
    # a header is the first row, whatever became of its words
    heads = [(0, 0)] * len(found) if olds and news and bool(olds[0]) == bool(news[0]) else []
    rows = []
    for left, right in merged(one_to_one([*heads, *(r for r, _ in found)]), len(olds), len(news)):
        before = olds[left] if left is not None else None
        after = news[right] if right is not None else None
        if before or after:
            cells = tuple(_cells(before or None, after or None, (left, right), columns, found))
            rows.append(Row(state_of(before or None, after or None), cells, 0 in (left, right)))
    states = tuple(state_of(one, other) for one, other in columns)
    flush = tuple(_flush(old, new, one, other) for one, other in columns)
    return TablePassage(
        old=old, new=new, rows=tuple(rows), columns=states, flush=flush, moved=moved
    )


def _flush(
    old: TableLine | None, new: TableLine | None, one: int | None, other: int | None
) -> tuple[Flush, Flush]:
    """Return to which side a column was set, and is now; that of a new one did not change."""
    before = old.table.flush_of(one) if old and one is not None else None
    now = new.table.flush_of(other) if new and other is not None else None
    return before or now or Flush.LEFT, now or before or Flush.LEFT


def _cells(
    before: _Cells,
    after: _Cells,
    row: tuple[int | None, int | None],
    columns: Sequence[tuple[int | None, int | None]],
    pieces: _CellPieces,
) -> Iterator[Cell]:
    for column, (left, right) in enumerate(columns):
        was = before[left] if before is not None and left is not None else None
        now = after[right] if after is not None and right is not None else None
        if was is None and now is None:
            continue
        place = (row[0] or 0, row[1] or 0), (left or 0, right or 0)
        is_both = was is not None and now is not None
        known = pieces.get(place) if is_both else None
        stretches = whole(was or (), now or ()) if known is None else of_pieces(known)
        yield Cell(state_of(was, now), stretches, column)


def moved_rows(whole: TablePassage, state: State) -> tuple[Row, ...]:
    """Return the rows of a table that moved, as they stand where it went from or came to."""
    own = State.AWAY if state.goes else State.HERE
    other = State.ADDED if state.goes else State.REMOVED
    found = []
    for row in whole.rows:
        cells = [cell for cell in row.cells if cell.state is not other]
        if row.state is not other:
            words = (tuple(_one_side(cell, own, other)) for cell in cells)
            made = (Cell(own, runs, at) for at, runs in enumerate(words))
            found.append(Row(own, tuple(made), row.is_header))
    return tuple(found)


def _one_side(cell: Cell, own: State, other: State) -> Iterator[Stretch]:
    for stretch in cell.stretches:
        if stretch.state is State.KEPT or (stretch.is_spelling and stretch.state is not other):
            old, new = (stretch.old, ()) if own.goes else ((), stretch.new)
            yield Stretch(own, old, new)
        elif stretch.state is not other:
            yield stretch
