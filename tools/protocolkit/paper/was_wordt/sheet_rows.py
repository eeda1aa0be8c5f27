"""The printed rows of a was-wordt table: where, what becomes of it, both texts and why."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from protocolkit.base.messages import Translate, mark
from protocolkit.changes.change_list import label_before, place_of, unmarked_remarks
from protocolkit.changes.change_set import Change, ChangeKind, Version
from protocolkit.changes.places import Places
from protocolkit.changes.units import ItemKind
from protocolkit.changes.version_names import version_name
from protocolkit.paper.redline.marked_runs import OLD, RunMaker
from protocolkit.paper.was_wordt.sides import Blocks, side_blocks
from protocolkit.was_wordt.reasons_file import Reasons, WrittenReason
from protocolkit.was_wordt.row_reasons import reason_of
from protocolkit.was_wordt.row_words import ROW_KIND_WORDS
from protocolkit.was_wordt.rows import RowKind, RowPart, WasWordt, WasWordtRow
from protocolkit.was_wordt.wording import wording_doubt

NOT_THERE = mark("Not in this text.")
GOES = mark("Goes.")
STAYS = mark("Stays as it is.")
OPEN = mark("Still to be filled in.")
SEE_ABOVE = mark("See above, at {whose}.")
SEE_BELOW = mark("See below, at {whose}.")
READ_CURRENT = mark("Read the current text")
SAME_RULE = mark("The writer calls this: other words, same rule.")
DOUBTED = mark("The writer calls this: other words, same rule. But {what}.")
_SHORT = 900
_MORE: dict[ChangeKind, str] = {
    ChangeKind.SPLIT: mark("split into several"),
    ChangeKind.MERGED: mark("several became one"),
}

Address = Callable[[Version, str], str]
"""Gives the web address of a clause of a version by its anchor, ``""`` where there is none."""


def no_address(_version: Version, _anchor: str) -> str:
    """Give no address."""
    return ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CitedPlace:
    """How a clause is cited, and the web address to which that leads, ``""`` for none."""

    label: str
    address: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetRow:
    """One row of the printed table.

    ``names`` are those of its places, to which links in texts lead: anchors, and for a text of
    before :data:`OLD` and an anchor. ``whose`` names the text of before where there are several.
    ``place`` is where the clause is proposed to stand, ``was`` where it stands: at each school
    whose row this is, ``()`` where that is said already; ``remarks`` come under its ``kind``. A
    side without a text says why in ``old_said`` or ``new_said``; a row without a reason, in
    ``reason_said``.
    """

    names: tuple[str, ...]
    whose: str
    place: CitedPlace
    was: tuple[CitedPlace, ...]
    kind: str
    remarks: tuple[str, ...]
    old: Blocks
    old_said: str
    new: Blocks
    new_said: str
    reason: tuple[str, ...]
    reason_said: str
    is_open: bool

    @property
    def is_short(self) -> bool:
        """Whether the row fits on half a page, and is not broken over two."""
        return max(map(_letters, (self.old, self.new, self.reason))) <= _SHORT


def sheet_rows(
    table: WasWordt, reasons: Reasons, translate: Translate, address: Address, brackets: int
) -> tuple[SheetRow, ...]:
    """Return the rows of a table as they are printed.

    ``brackets`` is how many the words at a change have.
    """
    return tuple(_Rows(table, reasons, translate, address, brackets).made())


def whose(table: WasWordt, translate: Translate) -> tuple[str, ...]:
    """Return what each old text is called in the table, ``""`` where there is only one."""
    if len(table.sets) == 1:
        return ("",)
    olds = [found.old for found in table.sets]
    names = [old.protocol.facts.organisation.name for old in olds]
    versions = [version_name(old, translate) for old in olds]
    told = (said for said in (names, versions) if all(said) and len(set(said)) == len(said))
    return tuple(next(told, [old.shown_path for old in olds]))


def _letters(value: object) -> int:
    """Return how many letters are printed in blocks, or in paragraphs."""
    if isinstance(value, str):
        return len(value)
    if isinstance(value, dict):
        printed = ("text", "begin", "end", "runs", "pieces", "rows", "cells")
        return sum(_letters(value[key]) for key in printed if key in value)
    return sum(map(_letters, value)) if isinstance(value, list | tuple) else 0


class _Rows:
    """Makes the printed rows; which places there are is known before any text is made."""

    def __init__(
        self,
        table: WasWordt,
        reasons: Reasons,
        translate: Translate,
        address: Address,
        brackets: int,
    ) -> None:
        self._table, self._reasons = table, reasons
        self._translate, self._address = translate, address
        self._whose = whose(table, translate)
        self._places = [Places(found, translate) for found in table.sets]
        self._names: Mapping[int, tuple[str, ...]] = _names(table)
        goals = frozenset(name for names in self._names.values() for name in names)
        self._maker = RunMaker(translate, goals, brackets)

    def made(self) -> Iterator[SheetRow]:
        for row in self._table.rows:
            rows = _merged([self._row(row, part) for part in row.parts])
            stays = self._translate(ROW_KIND_WORDS[RowKind.SAME])
            told = next((at for at, one in enumerate(rows) if one.kind != stays), 0)
            for at, one in enumerate(rows):
                has_own = one.kind != stays and one.reason != rows[told].reason
                if at == told or has_own:
                    yield one
                    continue
                words = SEE_ABOVE if at > told else SEE_BELOW
                said = self._translate(words).format(whose=rows[told].whose)
                yield replace(one, reason=(), reason_said=said, is_open=False)

    def _row(self, row: WasWordtRow, part: RowPart) -> SheetRow:
        t, change = self._translate, part.change
        reason = reason_of(row, part, self._reasons)
        old = side_blocks(change, self._maker, is_old=True) if change else []
        new = side_blocks(change, self._maker, is_old=False) if change else []
        return SheetRow(
            names=self._names.get(id(part), ()),
            whose=self._whose[part.since],
            place=self._place(row, part),
            was=self._was(part),
            kind=t(ROW_KIND_WORDS[part.kind]),
            remarks=tuple(self._remarks(part, reason)),
            old=old,
            old_said="" if old else t(NOT_THERE if change else STAYS),
            new=new,
            new_said="" if new else t(GOES if change else STAYS),
            reason=reason.paragraphs,
            reason_said="" if reason.paragraphs else t(OPEN),
            is_open=not reason.paragraphs,
        )

    def _place(self, row: WasWordtRow, part: RowPart) -> CitedPlace:
        change = part.change or row.changes[0]
        label = place_of(change, self._translate)
        if change.item is ItemKind.TITLE:
            return CitedPlace(label=label, address="")
        if change.new:
            return CitedPlace(label=label, address=self._address(self._table.new, change.new[0]))
        old = self._table.sets[part.since].old
        return CitedPlace(label=label, address=self._address(old, change.old[0]))

    def _was(self, part: RowPart) -> tuple[CitedPlace, ...]:
        """Return where the clause stands now; nothing where that is said already."""
        change, t = part.change, self._translate
        if change is None or not (change.old and change.new) or change.item is ItemKind.TITLE:
            return ()
        address = self._address(self._table.sets[part.since].old, change.old[0])
        if label := label_before(change, t):
            return (CitedPlace(label=label, address=address),)
        return (CitedPlace(label=t(READ_CURRENT), address=address),) if address else ()

    def _remarks(self, part: RowPart, reason: WrittenReason) -> Iterator[str]:
        change, t = part.change, self._translate
        if change is None:
            return
        if change.kind in _MORE:
            yield t(_MORE[change.kind])
        yield from self._moves(change, part.since)
        yield from self._places[part.since].passages(change)
        yield from unmarked_remarks(change, t)
        if reason.is_wording and change.kind.is_counted:
            doubt = wording_doubt(change, self._table.sets[part.since], t)
            yield t(DOUBTED).format(what=doubt.what) if doubt else t(SAME_RULE)

    def _moves(self, change: Change, since: int) -> Iterator[str]:
        """Yield that a clause moved and from where, as far as its labels do not say so."""
        is_told = change.kind is ChangeKind.MOVED
        if change.moved and change.old_label == change.new_label:
            move = self._places[since].move(change)
            yield move if is_told else f"{self._translate('also moved')}: {move}"
        elif change.moved and not is_told:
            yield self._translate("also moved")


def _merged(rows: Iterable[SheetRow]) -> list[SheetRow]:
    """Return the rows of one clause; what reads the same at several schools is one row."""
    groups: list[list[SheetRow]] = []
    for row in rows:
        same = next((group for group in groups if _as_read(group[0]) == _as_read(row)), None)
        if same is None:
            groups.append([row])
        else:
            same.append(row)
    return [_one_row(group) for group in groups]


def _one_row(group: Sequence[SheetRow]) -> SheetRow:
    """Return the row of schools that read the same."""
    return replace(
        group[0],
        whose=", ".join(row.whose for row in group),
        names=tuple(name for row in group for name in row.names),
        was=_was_at(group),
    )


def _was_at(group: Sequence[SheetRow]) -> tuple[CitedPlace, ...]:
    """Return where a clause stands at each school, whose names tell links of the same words apart.

    Said once where that leads nowhere.
    """
    found = [(row.whose, was) for row in group for was in row.was]
    if len(group) == 1 or not any(was.address for _, was in found):
        return group[0].was
    return tuple(replace(was, label=f"{whose}: {was.label}") for whose, was in found)


def _as_read(row: SheetRow) -> object:
    """Return what is read of a row: nothing of a school's own, nor where its words lead."""
    was = tuple(replace(one, address="") for one in row.was)
    sides = {"old": _led_nowhere(row.old), "new": _led_nowhere(row.new)}
    return replace(row, whose="", names=(), was=was, old=[], new=[]), sides


def _led_nowhere(value: object) -> object:
    """Return blocks without the places to which their words and marks lead."""
    if isinstance(value, dict):
        return {
            key: _led_nowhere(inner)
            for key, inner in value.items()
            if key not in ("address", "goal")
        }
    return [*map(_led_nowhere, value)] if isinstance(value, list) else value


def _names(table: WasWordt) -> dict[int, tuple[str, ...]]:
    """Return the names of the places of each part; each name once, the first that asks has it."""
    taken: set[str] = set()
    found: dict[int, tuple[str, ...]] = {}
    for row in table.rows:
        for part in row.parts:
            names = [name for name in _asked(part) if name not in taken]
            taken.update(names)
            found[id(part)] = tuple(dict.fromkeys(names))
    return found


def _asked(part: RowPart) -> Iterable[str]:
    change = part.change
    if change is None or change.item is ItemKind.TITLE:
        return ()
    return (*change.new, *(f"{OLD}{anchor}" for anchor in change.old))
