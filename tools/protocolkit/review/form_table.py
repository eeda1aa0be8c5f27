"""A returned form for reactions: which column is which, and which clause each row is about.

People sort, add rows, rename heads and take columns away. So a column is known by what stands in
it, then by its head; and a row counts as a clause's when nothing in it says otherwise.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from types import MappingProxyType

from protocolkit.changes.change_set import ChangeKind
from protocolkit.document.model import Protocol
from protocolkit.exchange.reaction_columns import (
    Column,
    begin_of,
    column_of,
    form_rows,
    is_goes_label,
    is_head_of_whom,
    is_row_text,
    note_rows,
    row_words,
)
from protocolkit.reading.words_left_out import LeftOutReason
from protocolkit.review.lapsed import LapsedClause, folded_label
from protocolkit.review.on_behalf import is_only_whom, says_more_than_whom
from protocolkit.review.placing import UNPLACED, Stand
from protocolkit.review.remarks import PassedOver, PlacedBy, Remark, ReturnedChange, Review
from protocolkit.text.shortening import CUT_OFF

# In so many of a column's cells must stand what it is said to hold.
_MOST_CELLS = 0.6
_FEWEST_HEADS = 2
# A head stands in one of the first rows.
_HEAD_ROWS = 20
_LONGEST_HEAD = 40
# The columns that say which clause a row is about.
_NAMES = (Column.LABEL, Column.TEXT, Column.ANCHOR)


@dataclass(frozen=True, slots=True, kw_only=True)
class FormCell:
    """A cell: its words as they stand, and before what was tracked; ``name`` tells where.

    One that ``is_unworked`` has a formula of which no value is kept: that is its text.
    """

    name: str
    text: str
    before: str
    is_unworked: bool = False


Row = Mapping[int, FormCell]
"""The cells of a row by their column, counted from 0; empty ones may be left out."""


class FormReader:
    """The rows that a form of a text may have, by which those of a returned one are known."""

    def __init__(
        self, protocol: Protocol, lapsed: Mapping[str, LapsedClause] = MappingProxyType({})
    ) -> None:
        rows = list(form_rows(protocol))
        self._clauses = [text for _, text, _ in rows]
        rows += note_rows(protocol)
        goes = [(name, one, anchor) for anchor, one in lapsed.items() for name in one.goes_labels]
        rows += [(name, one.text, anchor) for name, one, anchor in reversed(goes)]
        self._labels = {folded_label(label): anchor for label, _, anchor in rows}
        self._anchors = {anchor: anchor for _, _, anchor in rows}
        self._texts = {anchor: text for _, text, anchor in rows}
        self._by_words: dict[tuple[str, ...], list[str]] = defaultdict(list)
        for _, text, anchor in rows:
            for shown in dict.fromkeys((row_words(text), row_words(begin_of(text)))):
                self._by_words[shown] = list(dict.fromkeys((*self._by_words[shown], anchor)))

    def is_form(self, table: Sequence[Row]) -> bool:
        """Tell whether a table is a form on this text."""
        known = self._by_content(table).keys()
        heads, _ = self._heads(table)
        is_headed = Column.REMARK in heads.values() and len(heads) >= _FEWEST_HEADS
        return bool(known & {Column.LABEL, Column.ANCHOR}) and (is_headed or Column.TEXT in known)

    def share(self, tables: Sequence[Sequence[Row]]) -> float:
        """Return which share of the clauses stands in a row of some tables, word for word."""
        cells = {
            row_words(cell.before) for table in tables for row in table for cell in row.values()
        }
        own = self._clauses
        held = sum(row_words(text) in cells or row_words(begin_of(text)) in cells for text in own)
        return held / len(own) if own else 0.0

    def read(
        self,
        table: Sequence[Row],
        file: str,
        hidden: Collection[int] = (),
        hidden_columns: Collection[int] = (),
        whom: str = "",
    ) -> tuple[Review, list[Stand]]:
        """Return what stands in a form, and at which clause each of its rows stands.

        What is written in ``hidden`` rows and columns is passed over: whoever sent it may not have
        seen it. ``whom`` are those on whose behalf the whole form is, where a row does not say.
        """
        columns, head = self._columns(table)
        stands = [
            UNPLACED if at == head else self._place(row, columns) for at, row in enumerate(table)
        ]
        remarks: list[Remark] = []
        changes: list[ReturnedChange] = []
        passed: list[PassedOver] = []
        near = ""
        for at, row in enumerate(table):
            near = stands[at].anchor or near
            if at == head:
                continue
            ours = self._ours(row, columns)
            found = _remarks(row, columns, ours, stands[at], near, file)
            written = [one if one.author else replace(one, author=whom, whom=whom) for one in found]
            changed = list(self._changes(row, columns, stands[at], file))
            alone = "" if written else _whom_alone(row, columns)
            if alone not in ("", whom, *(one.words for one in passed)):
                passed.append(PassedOver(words=alone, reason=LeftOutReason.WHOM_ALONE, file=file))
            unseen = {c.name for n, c in row.items() if at in hidden or n in hidden_columns}
            place = row[columns[Column.TEXT]].name if changed else ""
            passed += [_hidden(one.text, one.id, file) for one in written if one.id in unseen]
            passed += [_hidden(one.new, place, file) for one in changed if place in unseen]
            remarks += [one for one in written if one.id not in unseen]
            changes += [one for one in changed if place not in unseen]
        read = Review(remarks=tuple(remarks), changes=tuple(changes), passed_over=tuple(passed))
        return read, stands

    def _columns(self, table: Sequence[Row]) -> tuple[dict[Column, int], int]:
        """Return where each column is, and which row is the head, -1 when there is none."""
        heads, head = self._heads(table)
        found = self._by_content(table)
        for at, column in heads.items():
            if column not in found and at not in found.values():
                found[column] = at
        if head < 0 and table and self._is_other_head(table[0], found):
            head = 0
            for at, cell in table[0].items():
                named = column_of(cell.before)
                if named is not None and named not in found and at not in found.values():
                    found[named] = at
        whom = _column_of_whom(table, found, head) if Column.WHOM not in found else None
        if whom is not None:
            found[Column.WHOM] = whom
        return found, head

    def _is_other_head(self, row: Row, columns: Mapping[Column, int]) -> bool:
        """Tell whether a first row is a head in words of others: short ones, above all of ours."""
        over = [row[at].before for at in columns.values() if at in row]
        said = [column for column, at in columns.items() if at in row]
        is_full = len(over) == len(columns) >= _FEWEST_HEADS
        is_short = all(len(words) <= _LONGEST_HEAD for words in over)
        return is_full and is_short and not any(map(self._says, said, over))

    def _heads(self, table: Sequence[Row]) -> tuple[dict[int, Column], int]:
        """Return the columns that a head names, the first one of a name, and the head's row."""
        for number, row in enumerate(table[:_HEAD_ROWS]):
            named: dict[int, Column] = {}
            for at, cell in sorted(row.items()):
                column = column_of(cell.before)
                if column is not None and column not in named.values():
                    named[at] = column
            if len(named) >= _FEWEST_HEADS:
                return named, number
        return {}, -1

    def _by_content(self, table: Sequence[Row]) -> dict[Column, int]:
        """Return the columns that are known by what stands in them."""
        cells: dict[int, list[str]] = defaultdict(list)
        for row in table:
            for at, cell in row.items():
                if cell.before.strip() and column_of(cell.before) is None:
                    cells[at].append(cell.before)
        found: dict[Column, int] = {}
        for column in (Column.ANCHOR, Column.LABEL, Column.TEXT):
            fitting = [
                (sum(self._says(column, one) for one in said), -at)
                for at, said in cells.items()
                if at not in found.values()
                and sum(self._says(column, one) for one in said) >= _MOST_CELLS * len(said)
            ]
            if fitting and max(fitting)[0] > 0:
                found[column] = -max(fitting)[1]
        return found

    def _says(self, column: Column, said: str) -> bool:
        if column is Column.ANCHOR:
            return said.strip() in self._anchors
        if column is Column.LABEL:
            return folded_label(said) in self._labels
        return column is Column.TEXT and row_words(said) in self._by_words

    def _text(self, said: str) -> str:
        """Return the only clause with these words, "" when none or several have them."""
        found = self._by_words.get(row_words(said), [])
        return found[0] if len(found) == 1 else ""

    def _ours(self, row: Row, columns: Mapping[Column, int]) -> Set[int]:
        """Return the cells that hold what we put in such a cell."""
        said = [(column, row[at], at) for column, at in columns.items() if at in row]
        if is_goes_label(_before(row, columns, Column.LABEL)):
            return {at for column, _, at in said if column in _NAMES}
        return {at for column, cell, at in said if self._says(column, cell.text)}

    def _place(self, row: Row, columns: Mapping[Column, int]) -> Stand:
        """Return which clause a row is about; nowhere when its cells do not agree."""
        anchor = _before(row, columns, Column.ANCHOR)
        label = _before(row, columns, Column.LABEL)
        text = self._text(_before(row, columns, Column.TEXT))
        said = [self._anchors.get(anchor.strip(), "")] if anchor.strip() else []
        said += [self._labels.get(folded_label(label), "")] if label.strip() else []
        ways = [PlacedBy.ANCHOR] if anchor.strip() else []
        ways += [PlacedBy.LABEL] if label.strip() else []
        said += [text] if text else []
        ways += [PlacedBy.TEXT] if text else []
        return Stand(said[0], ways[0]) if len(set(said)) == 1 and said[0] else UNPLACED

    def _changes(
        self, row: Row, columns: Mapping[Column, int], stand: Stand, file: str
    ) -> Iterator[ReturnedChange]:
        """Yield the change of a clause whose text was edited in the form."""
        cell = row.get(columns.get(Column.TEXT, -1))
        if cell is None or not cell.text.strip() or not stand.anchor:
            return
        whole = self._texts[stand.anchor]
        shown = begin_of(whole) if cell.text.rstrip().endswith(CUT_OFF) else whole
        if not is_row_text(cell.text, whole):
            yield ReturnedChange(
                anchor=stand.anchor,
                kind=ChangeKind.CHANGED.value,
                old=shown,
                new=cell.text.strip(),
                tracked=cell.text != cell.before,
                file=file,
            )


def _column_of_whom(table: Sequence[Row], columns: Mapping[Column, int], head: int) -> int | None:
    """Return the only column without a head of ours whose cells all say on whose behalf they are.

    Another one must have remarks. Without any it is known by a head of other words, behind what we
    put in a row.
    """
    cells: dict[int, list[str]] = defaultdict(list)
    for number, row in enumerate(table):
        for at, cell in row.items():
            if number != head and at not in columns.values() and cell.text.strip():
                cells[at].append(cell.text.strip())
    fitting = [at for at, said in cells.items() if all(map(is_only_whom, said))]
    if len(fitting) == 1 and (Column.REMARK in columns or len(cells) > 1):
        return fitting[0]
    behind = max((columns[one] for one in _NAMES[:2] if one in columns), default=-1)
    named = [
        at
        for at, cell in (table[head].items() if head >= 0 else ())
        if at > behind and at not in columns.values() and is_head_of_whom(cell.before)
    ]
    return named[0] if len(named) == 1 and not fitting else None


def _remarks(
    row: Row,
    columns: Mapping[Column, int],
    ours: Set[int],
    stand: Stand,
    near: str,
    file: str,
) -> Iterator[Remark]:
    """Yield a remark for each cell in which a person wrote: what we put there ourselves is none.

    Of a row that stands nowhere every cell counts, so that no word of it is lost.
    """
    passed = {columns[column] for column in (*_NAMES, Column.WHOM) if column in columns}
    whom = row.get(columns.get(Column.WHOM, -1))
    written = [cell for at, cell in sorted(row.items()) if at not in passed and cell.text.strip()]
    if not written and not stand.anchor:
        written = [cell for at, cell in sorted(row.items()) if at not in ours and cell.text.strip()]
        written = [cell for cell in written if cell is not whom] or written
    if not written and whom and says_more_than_whom(whom.text):
        written = [whom]
    for cell in written:
        yield Remark(
            id=cell.name,
            author=whom.text.strip() if whom and whom is not cell else "",
            whom=whom.text.strip() if whom and whom is not cell else "",
            date="",
            text=cell.text.strip(),
            quote="" if stand.anchor else _said_beside(row, passed, cell),
            anchor=stand.anchor,
            near="" if stand.anchor else near,
            placed_by=stand.by,
            file=file,
        )


def _whom_alone(row: Row, columns: Mapping[Column, int]) -> str:
    """Return what stands on behalf of whom in a row without a remark, where it may be a remark."""
    whom = row.get(columns.get(Column.WHOM, -1))
    said = whom.text.strip() if whom else ""
    return "" if is_only_whom(said) else said


def _hidden(words: str, place: str, file: str) -> PassedOver:
    return PassedOver(words=words, reason=LeftOutReason.HIDDEN, place=place, file=file)


def _said_beside(row: Row, passed: set[int], cell: FormCell) -> str:
    """Return what stands in the other cells of a row, for whoever has to place it by hand."""
    others = (one for at, one in sorted(row.items()) if at in passed and one is not cell)
    return " ".join(one.text.strip() for one in others if one.text.strip())


def _before(row: Row, columns: Mapping[Column, int], column: Column) -> str:
    cell = row.get(columns.get(column, -1))
    return cell.before if cell else ""
