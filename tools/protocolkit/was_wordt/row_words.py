"""What a row of a was-wordt table is called: where it is, and what becomes of it."""

from __future__ import annotations

from protocolkit.base.messages import Marked, Translate, mark
from protocolkit.changes.change_list import place_of
from protocolkit.changes.change_set import Change
from protocolkit.document.richtext import plain
from protocolkit.was_wordt.rows import RowKind, WasWordtRow

ROW_KIND_WORDS: dict[RowKind, Marked] = {
    RowKind.NEW: mark("New"),
    RowKind.CHANGED: mark("Changed"),
    RowKind.REPEALED: mark("Removed"),
    RowKind.MOVED: mark("Moved"),
    RowKind.SAME: mark("Stays the same"),
}


def row_place(row: WasWordtRow, translate: Translate) -> str:
    """Return how a row is cited."""
    return place_of(row.changes[0], translate)


def row_remark(row: WasWordtRow, translate: Translate) -> str:
    """Return a row in one line: where, what becomes of it, and its first words."""
    kinds = dict.fromkeys(translate(ROW_KIND_WORDS[part.kind]).lower() for part in row.parts)
    return f"{row_place(row, translate)}, {' / '.join(kinds)}: {_words(row.changes[0])}"


def _words(change: Change) -> str:
    units = [pair.new or pair.old for pair in change.pairs]
    return " ".join(" ".join(plain(unit.text) for unit in units if unit).split())
