"""The rows of a was-wordt table: what a proposed text changes in one old text, or in several.

Where schools merge there are several. A row is about one clause of the proposed text, or about one
that goes; it has a part for each text of before, since the same words may be new to one school and
changed or the same to another.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from itertools import count
from pathlib import PurePath

from protocolkit.changes.change_set import Change, ChangeKind, ChangeSet, Version
from protocolkit.changes.pieces import PieceKind
from protocolkit.changes.units import ItemKind

TITLE_KEY = "_title"
"""How the reasons name the title, which has no anchor."""


class RowKind(Enum):
    """What becomes of a clause, as a council reads it; of one that says the same, nothing."""

    NEW = "new"
    CHANGED = "changed"
    REPEALED = "repealed"
    MOVED = "moved"
    SAME = "same"


ROW_KINDS: dict[ChangeKind, RowKind] = {
    ChangeKind.CHANGED: RowKind.CHANGED,
    ChangeKind.ADDED: RowKind.NEW,
    ChangeKind.REMOVED: RowKind.REPEALED,
    ChangeKind.MOVED: RowKind.MOVED,
    ChangeKind.SPLIT: RowKind.CHANGED,
    ChangeKind.MERGED: RowKind.CHANGED,
    ChangeKind.REPEALED: RowKind.REPEALED,
    ChangeKind.RENUMBERED: RowKind.SAME,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class RowPart:
    """What a row is to one old text, ``since`` being its place among them, from 0.

    ``change`` is None where that text says the same already; where only a reference in it follows
    something else, that is told. ``keys`` are its own names among the reasons, by what stands in
    that old text: ``de-brug#art-9``.
    """

    since: int
    change: Change | None
    keys: tuple[str, ...] = ()

    @property
    def kind(self) -> RowKind:
        """What becomes of the clause."""
        return ROW_KINDS[self.change.kind] if self.change else RowKind.SAME


@dataclass(frozen=True, slots=True, kw_only=True)
class WasWordtRow:
    """One row: its name among the reasons, and its parts in the order of the old texts."""

    key: str
    parts: tuple[RowPart, ...]

    @property
    def changes(self) -> tuple[Change, ...]:
        """The changes of all parts that are counted."""
        found = (part.change for part in self.parts)
        return tuple(change for change in found if change and change.kind.is_counted)

    @property
    def anchors(self) -> tuple[str, ...]:
        """What the row is about in the proposed text: of a clause that was split, all its parts."""
        found = (part.change.new for part in self.parts if part.change)
        return tuple(dict.fromkeys(anchor for news in found for anchor in news))


@dataclass(frozen=True, slots=True, kw_only=True)
class WasWordt:
    """A was-wordt table: the change sets that it is made of, one for each old text."""

    sets: tuple[ChangeSet, ...]
    rows: tuple[WasWordtRow, ...]

    @property
    def new(self) -> Version:
        """The proposed version."""
        return self.sets[0].new

    @property
    def renumbered(self) -> tuple[tuple[int, Change], ...]:
        """What only has another number or refers to one, and for which old text."""
        return tuple(
            (at, change)
            for at, found in enumerate(self.sets)
            for change in found.changes
            if not change.kind.is_counted
        )


def table_of(sets: Sequence[ChangeSet]) -> WasWordt:
    """Return the table of change sets with one and the same new version; there is at least one."""
    names = before_names([found.old for found in sets])
    groups = [sorted(group, key=_order) for group in _joined(sets)]
    ordered = sorted(groups, key=lambda group: _order(group[0]))
    rows = tuple(_row([part for _, part in group], names, sets) for group in ordered)
    return WasWordt(sets=tuple(sets), rows=rows)


def before_names(olds: Sequence[Version]) -> tuple[str, ...]:
    """Return a short name for each old text, no two the same: ``de-brug``, ``de-brug-2``."""
    names: list[str] = []
    for old in olds:
        stem = PurePath(old.shown_path).name.partition("@")[0].partition(".")[0]
        name = old.protocol.slug or stem or "eerst"
        free = (f"{name}-{number}" for number in count(2))
        names.append(name if name not in names else next(one for one in free if one not in names))
    return tuple(names)


_Order = tuple[int, int, int, int]
_Placed = tuple[_Order, RowPart]


def _order(found: _Placed) -> _Order:
    return found[0]


def _joined(sets: Sequence[ChangeSet]) -> list[list[_Placed]]:
    """Return the parts of each row: changes of one new clause, or of several that belong together.

    What one school has as one clause that was split, another may have as two that changed.
    """
    alone: list[list[_Placed]] = []
    groups: dict[int, list[_Placed]] = {}
    holding: dict[str, int] = {}
    for since, found in enumerate(sets):
        for place, change in _placed(found, since):
            part = (place, RowPart(since=since, change=change))
            if not change.new:
                alone.append([part])
                continue
            touched = sorted({holding[anchor] for anchor in change.new if anchor in holding})
            home = touched[0] if touched else len(groups) and max(groups) + 1
            groups[home] = [
                *(one for at in touched for one in groups.pop(at)),
                part,
            ]
            holding |= dict.fromkeys(_anchors(groups[home]), home)
    return [*groups.values(), *alone]


def _anchors(parts: Iterable[_Placed]) -> Iterator[str]:
    for _, part in parts:
        yield from part.change.new if part.change else ()


def _placed(found: ChangeSet, since: int) -> Iterator[tuple[_Order, Change]]:
    """Yield the counted changes, each with its place in the proposed text.

    What is gone stands after what it followed, as in the correspondence.
    """
    places: dict[int, _Order] = {}
    last = -1
    for at, pair in enumerate(found.pairs):
        if pair.new and not pair.moved:
            last = pair.new.order
        own = (pair.new.order, 0) if pair.new else (last, 1)
        places[id(pair)] = (*own, since, at)
    for change in found.changes:
        if change.kind.is_counted:
            inside = [pair for pair in change.pairs if pair.new] or change.pairs
            yield min(places[id(pair)] for pair in inside), change


def _row(parts: Sequence[RowPart], names: Sequence[str], sets: Sequence[ChangeSet]) -> WasWordtRow:
    first = parts[0].change
    assert first is not None
    parts = [replace(part, keys=_own_keys(part, names)) for part in parts]
    news = [anchor for part in parts if part.change for anchor in part.change.new]
    if not news:
        return WasWordtRow(key=parts[0].keys[0], parts=tuple(parts))
    covered: dict[int, set[str]] = defaultdict(set)
    for part in parts:
        covered[part.since].update(part.change.new if part.change else ())
    same = [
        RowPart(since=since, change=_followed(found, {*news} - covered[since]))
        for since, found in enumerate(sets)
        if not covered[since] >= {*news}
    ]
    ordered = sorted([*parts, *same], key=lambda part: part.since)
    return WasWordtRow(key=_key(first, first.new[0]), parts=tuple(ordered))


def _followed(found: ChangeSet, news: set[str]) -> Change | None:
    """Return what only follows something else, in the words of one clause."""
    return next(
        (
            change
            for change in found.changes
            if not change.kind.is_counted
            and set(change.new) == news
            and any(piece.kind is PieceKind.CONSEQUENTIAL for piece in change.pieces)
        ),
        None,
    )


def _own_keys(part: RowPart, names: Sequence[str]) -> tuple[str, ...]:
    change = part.change
    olds = change.old if change else ()
    return tuple(f"{names[part.since]}#{_key(change, old)}" for old in olds if change)


def _key(change: Change, anchor: str) -> str:
    return TITLE_KEY if change.item is ItemKind.TITLE else anchor
