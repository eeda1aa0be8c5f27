"""From where to where something moved, in words: a whole clause, or a passage of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property

from protocolkit.base.messages import Translate, mark
from protocolkit.changes.change_set import Change, ChangeSet
from protocolkit.changes.passed_passages import passed_passages
from protocolkit.changes.units import ItemKind, Unit, UnitKind

_POINTS_ORDER = mark("points in another order")
_PARAGRAPHS_ORDER = mark("paragraphs in another order")


def cited_as(change: Change, unit: Unit | None) -> str:
    """Return how a unit of a change is cited; a heading with its number."""
    label = unit.label if unit else ""
    is_numbered = change.item is ItemKind.HEADING and unit and unit.marker
    return f"{unit.marker} {label}" if unit and is_numbered else label


class Places:
    """Says from where to where something moved: by its own label, or by what stands before it."""

    def __init__(self, change_set: ChangeSet, translate: Translate) -> None:
        self._translate = translate
        self._changes = change_set.changes
        self._olds = _in_order(pair.old for pair in change_set.pairs)
        self._news = _in_order(pair.new for pair in change_set.pairs)
        self._labels_now = {
            pair.old.order: pair.new.label for pair in change_set.pairs if pair.old and pair.new
        }

    def passages(self, change: Change) -> tuple[str, ...]:
        """Return to where passages of a change went, and from where they came."""
        return self._passed.get(id(change), ())

    @cached_property
    def _passed(self) -> dict[int, tuple[str, ...]]:
        found = passed_passages(self._changes, self._translate)
        return {id(self._changes[at]): said for at, said in found.items()}

    def move(self, change: Change) -> str:
        """Return the move in words."""
        both = [pair for pair in change.pairs if pair.old and pair.new]
        if not all(pair.moved for pair in both):
            kinds = {pair.new.kind for pair in both if pair.moved and pair.new}
            has_points = UnitKind.POINT in kinds
            return self._translate(_POINTS_ORDER if has_points else _PARAGRAPHS_ORDER)
        old, new = (
            min((unit for unit in units if unit), key=lambda unit: unit.order)
            for units in ((p.old for p in change.pairs), (p.new for p in change.pairs))
        )
        if cited_as(change, old) != cited_as(change, new):
            said = self._translate("from {old} to {new}")
            return said.format(old=cited_as(change, old), new=cited_as(change, new))
        said = self._translate("stood {old}, stands {new} now")
        return said.format(
            old=self._after(self._olds.get(old.order - 1), self._labels_now),
            new=self._after(self._news.get(new.order - 1), {}),
        )

    def _after(self, before: Unit | None, labels_now: Mapping[int, str]) -> str:
        """Return after what something stood; what is called otherwise now has its old number."""
        if before is None or not before.label:
            return self._translate("at the beginning")
        place = before.label
        if labels_now.get(before.order, place) != place:
            place = self._translate("{place} (old number)").format(place=place)
        return self._translate("after {place}").format(place=place)


def _in_order(units: Iterable[Unit | None]) -> dict[int, Unit]:
    return {unit.order: unit for unit in units if unit}
