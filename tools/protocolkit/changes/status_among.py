"""Which lines on the status stand among others that are rules: those are rules as well.

'Geldig tot 1 mei 2026' tells where a text stands; in a row behind 'Kippenhok', or in a list of days
on which ouders help, it says something of that.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from protocolkit.changes.status_lines import is_status_line
from protocolkit.changes.units import Item, ItemKind, Unit, UnitKind


def settled(items: Iterable[Item], names: Sequence[str]) -> Iterator[Item]:
    """Yield items in their order, of which what stands among rules is no line on the status.

    ``names`` are those of the own organisation and its text.
    """
    last: Item | None = None
    for is_listed, run in groupby(map(_in_item, items), key=_is_bullet):
        found = list(run)
        if is_listed and not _is_status_list(found, last, names):
            found = [replace(one, units=_counted(one.units)) for one in found]
        yield from found
        last = found[-1]


def _is_bullet(item: Item) -> bool:
    marker = item.marker
    return item.kind is ItemKind.CLAUSE and bool(marker) and not any(map(str.isalnum, marker))


def _is_status_list(bullets: Sequence[Item], lead: Item | None, names: Sequence[str]) -> bool:
    """Tell whether bullets all tell the status, and nothing announces them as something else.

    A school and a day, or a school year, may be about what the heading says: one of them is clear.
    """
    is_led = lead is not None and lead.text.rstrip().endswith(":") and not _is_status(lead)
    is_heading = lead is not None and lead.kind is not ItemKind.CLAUSE
    if not all(map(_is_status, bullets)) or (is_led and not is_heading):
        return False
    return any(is_status_line(one.text, may_be_bare=False, names=names) for one in bullets)


def _is_status(item: Item) -> bool:
    return all(unit.is_status for unit in item.units if unit.spelled.strip())


def _in_item(item: Item) -> Item:
    """Return an item in which points and cells among rules count."""
    if not any(unit.is_status for unit in item.units):
        return item
    rows: dict[object, list[Unit]] = defaultdict(list)
    for unit in item.units:
        if unit.kind is UnitKind.CELL:
            rows[unit.path[:-1]].append(unit)
    mixed = {
        key
        for key, cells in rows.items()
        if any(not c.is_status for c in cells if c.spelled.strip())
    }
    first = item.units[0]
    units = tuple(
        replace(unit, is_status=False)
        if unit.is_status and (_is_in(unit, mixed) or (unit.point and not first.is_status))
        else unit
        for unit in item.units
    )
    return replace(item, units=units)


def _is_in(unit: Unit, rows: set[object]) -> bool:
    return unit.kind is UnitKind.CELL and unit.path[:-1] in rows


def _counted(units: Sequence[Unit]) -> tuple[Unit, ...]:
    return tuple(replace(unit, is_status=False) for unit in units)
