"""The row of a clause's table in which the words of a returned file stand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from protocolkit.base.messages import Translate, mark
from protocolkit.changes.protocol_items import items_of
from protocolkit.changes.units import UnitKind
from protocolkit.document.model import Protocol
from protocolkit.document.richtext import plain
from protocolkit.review.remarks import Remark
from protocolkit.review.word_story import StoryParagraph
from protocolkit.text.words import tokens

_ROW, _HEAD = mark("row {number}"), mark("head of the table")
Words = tuple[str, ...]


class TableRows:
    """The rows of the tables in a text, and the cells of a returned file beside them."""

    def __init__(self, protocol: Protocol, paragraphs: Sequence[StoryParagraph]) -> None:
        self._rows: dict[str, dict[tuple[int, ...], list[Words]]] = {}
        for item in items_of(protocol):
            for unit in item.units:
                if unit.kind is UnitKind.CELL:
                    rows = self._rows.setdefault(item.anchor, {})
                    rows.setdefault(unit.path[:-1], []).append(tokens(plain(unit.text)))
        self._paragraphs = paragraphs
        self._in_row: dict[tuple[int, int], set[Words]] = {}
        for paragraph in paragraphs:
            if paragraph.cell:
                self._in_row.setdefault(paragraph.cell[:2], set()).add(tokens(paragraph.old))

    def row(self, anchor: str, at: int | None) -> int | None:
        """Return the row of a clause's only table in which a paragraph stands, 0 for its head.

        None when it stands in no table, or in no row for certain.
        """
        rows = self._rows.get(anchor, {})
        if at is None or len({path[:-1] for path in rows}) != 1:
            return None
        words, cell = tokens(self._paragraphs[at].old), self._paragraphs[at].cell
        around = self._in_row.get(cell[:2], set()) if cell else set()
        holding = [path for path, cells in rows.items() if words in cells]
        if len(holding) > 1:
            holding = [path for path in holding if around.issuperset(rows[path])]
        elif not holding:  # a cell with other words, beside ones that are as they were
            beside = {path: len(around & set(cells)) for path, cells in rows.items()}
            most = max(beside.values())
            holding = [path for path, count in beside.items() if count == most > 0]
        return holding[0][-1] if len(holding) == 1 else None


def place_words(remark: Remark, cited: Mapping[str, str], translate: Translate) -> str:
    """Return how the clause of a remark is called, with the row of its table."""
    place = cited.get(remark.anchor, remark.anchor)
    return ", ".join(filter(None, (place, *more_words(remark, cited, translate))))


def more_words(remark: Remark, cited: Mapping[str, str], translate: Translate) -> tuple[str, ...]:
    """Return in which row of a table a remark stands, and which other clauses it names."""
    others = ", ".join(cited.get(one, one) for one in remark.also)
    also = translate("also names {places}").format(places=others) if others else ""
    return tuple(filter(None, (row_words(remark, translate), also)))


def row_words(remark: Remark, translate: Translate) -> str:
    """Return in which row of a table a remark stands, "" when it stands in none."""
    if remark.row is None:
        return ""
    return row_place(remark.row, translate)


def row_place(number: int, translate: Translate) -> str:
    """Return how a row of a table is called; that with number 0 is its head."""
    return translate(_ROW).format(number=number) if number else translate(_HEAD)
