"""What is told of a change: each paragraph apart, and of a table only the rows that changed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import zip_longest

from protocolkit.base.messages import Translate, mark
from protocolkit.changes.protocol_items import items_of
from protocolkit.changes.units import Item, UnitKind
from protocolkit.document.model import Protocol
from protocolkit.review.remarks import ReturnedChange
from protocolkit.review.table_rows import row_place

_OLD, _NEW = mark("stood there"), mark("becomes")
_GONE, _CAME = mark("removed"), mark("added")
_BETWEEN = " | "


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldSide:
    """What stood in a place, or what it becomes, as ``name`` says; a line for each paragraph."""

    name: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Row:
    """Lines that are told together: those of a row, or a paragraph, which has no number."""

    number: int | None
    cells: tuple[str, ...]


class ToldChanges:
    """How the changes of some texts are told."""

    def __init__(self, protocols: Iterable[Protocol], translate: Translate) -> None:
        self._translate = translate
        self._tables: Mapping[str, Item] = {
            item.anchor: item
            for protocol in protocols
            for item in items_of(protocol)
            if len({unit.path[:-2] for unit in item.units if unit.kind is UnitKind.CELL}) == 1
        }

    def sides(self, change: ReturnedChange) -> Iterator[ToldSide]:
        """Yield what stood there and what it becomes; of a table for each row that changed."""
        rows = [*self._rows(change)]
        if rows:
            yield from rows
            return
        for name, text in ((_OLD, change.old), (_NEW, change.new)):
            if text:
                yield ToldSide(name=self._translate(name), lines=tuple(text.splitlines()))

    def _rows(self, change: ReturnedChange) -> Iterator[ToldSide]:
        item = self._tables.get(change.anchor)
        if item is None or not change.old or not change.new:
            return
        old = _in_rows(change.old.split("\n"), item, _columns(item))
        new = _best(old, change.new.split("\n"), item)
        around = [[one for one in rows if one.number is None] for rows in (old, new)]
        if len(old) != len(new) and around[0] != around[1]:
            return  # nobody knows which of the lines are rows
        matched = SequenceMatcher(
            None, [one.cells for one in old], [one.cells for one in new], autojunk=False
        )
        for what, *places in matched.get_opcodes() if old and new else ():
            went, came = old[slice(*places[:2])], new[slice(*places[2:])]
            names = (_OLD, _NEW) if went and came else (_GONE, _CAME)
            for pair in zip_longest(went, came) if what != "equal" else ():
                for name, row in zip(names, pair, strict=True):
                    if row is not None:
                        yield self._row(self._translate(name), row)

    def _row(self, name: str, row: _Row) -> ToldSide:
        place = "" if row.number is None else row_place(row.number, self._translate)
        named = ", ".join(filter(None, (place, name)))
        return ToldSide(name=named, lines=(_BETWEEN.join(row.cells),))


def _best(old: Sequence[_Row], lines: Sequence[str], item: Item) -> list[_Row]:
    """Return lines as the rows most like those of before; a column may have come or gone."""
    own = _in_rows(lines, item, _columns(item))
    if not old:
        return own
    count = sum(one.number is not None for one in old)
    around = len(item.units) - count * _columns(item)
    columns, rest = divmod(len(lines) - around, count)
    if rest or columns < 1 or columns == _columns(item):
        return own
    other = _in_rows(lines, item, columns)
    alike = sum(one in old for one in own if one.number is not None)
    pairs = zip(old, other, strict=True)
    holding = sum(set(a.cells) <= set(b.cells) or set(a.cells) >= set(b.cells) for a, b in pairs)
    return other if not own or holding > alike + len(old) - count else own


def _columns(item: Item) -> int:
    """Return how many cells the first row of an item's table has."""
    cells = [unit for unit in item.units if unit.kind is UnitKind.CELL]
    return sum(unit.row == cells[0].row for unit in cells)


def _in_rows(lines: Sequence[str], item: Item, columns: int) -> list[_Row]:
    """Return lines as the rows of an item's table and the paragraphs around that.

    None where they do not come out even.
    """
    first = next(at for at, unit in enumerate(item.units) if unit.kind is UnitKind.CELL)
    cells = [unit for unit in item.units if unit.kind is UnitKind.CELL]
    behind = len(item.units) - len(cells) - first
    count = len(lines) - first - behind
    if count < columns or count % columns or len(cells) % _columns(item):
        return []
    end = first + count
    return [
        *(_Row(number=None, cells=(line,)) for line in lines[:first]),
        *(
            _Row(number=cells[0].row + row, cells=tuple(lines[at : at + columns]))
            for row, at in enumerate(range(first, end, columns))
        ),
        *(_Row(number=None, cells=(line,)) for line in lines[end:]),
    ]
