"""Comparing two versions: from two protocols to one change set."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from protocolkit.changes.beside_text import changed_beside
from protocolkit.changes.change_set import (
    TEXT_KIND,
    Change,
    ChangeKind,
    ChangeSet,
    FactChange,
    Pair,
    Version,
)
from protocolkit.changes.consequences import is_status, with_consequences
from protocolkit.changes.correspondence import Group, groups_of, in_reading_order
from protocolkit.changes.fact_changes import changed_facts, changed_status_lines
from protocolkit.changes.markup_changes import (
    changed_kinds,
    changed_levels,
    changed_links,
    changed_spaces,
)
from protocolkit.changes.pieces import PieceKind
from protocolkit.changes.protocol_items import items_of
from protocolkit.changes.units import Item, ItemKind


def compare_versions(old: Version, new: Version) -> ChangeSet:
    """Return what changed between two versions."""
    olds, news = items_of(old.protocol), items_of(new.protocol)
    groups = groups_of(olds, news)
    groups = with_consequences(old.protocol, new.protocol, groups)
    moved_headings = {
        (one.anchor, other.anchor)
        for group in groups
        if group.moved
        for one in group.old
        for other in group.new
        if one.kind is ItemKind.HEADING
    }
    living = tuple(map(_living, (olds, news)))
    pairs = in_reading_order(groups)
    places = {id(pair): at for at, pair in enumerate(pairs)}
    found = [
        (min(places[id(pair)] for pair in group.pairs), change)
        for group in groups
        for change in _changes(group, moved_headings, living)
    ]
    return ChangeSet(
        old=old,
        new=new,
        pairs=pairs,
        changes=tuple(change for _, change in sorted(found, key=lambda entry: entry[0])),
        facts=tuple(_facts(old, new, groups, pairs)),
    )


def _facts(
    old: Version, new: Version, groups: Sequence[Group], pairs: Sequence[Pair]
) -> Iterator[FactChange]:
    if not (old.is_nothing or new.is_nothing):
        yield from changed_facts(old, new)
    yield from changed_status_lines(pairs)
    yield from changed_levels(groups)
    if TEXT_KIND not in old.untold | new.untold:
        yield from changed_kinds(groups)
    yield from changed_links(pairs, old.protocol, new.protocol)
    yield from changed_spaces(pairs)
    yield from changed_beside(old, new)


def _changes(
    group: Group, moved_headings: set[tuple[str, str]], living: Sequence[frozenset[str]]
) -> Iterator[Change]:
    """Yield what happened to a group.

    ``living`` are the headings with text that holds, in the old version and in the new one.
    """
    is_moved = _is_moved(group, moved_headings)
    kind = _kind(group, is_moved)
    if kind is None:
        return
    were, are = (_are_repealed(*side) for side in zip((group.old, group.new), living, strict=True))
    if kind is ChangeKind.CHANGED and are and not were:
        kind = ChangeKind.REPEALED
    first = (group.new or group.old)[0]
    yield Change(
        kind=kind,
        item=first.kind,
        old=tuple(item.anchor for item in group.old),
        new=tuple(item.anchor for item in group.new),
        old_label=_label(group.old),
        new_label=_label(group.new),
        moved=is_moved,
        pairs=group.pairs,
        refilled=kind is ChangeKind.CHANGED and were and not are,
    )


def _living(items: Sequence[Item]) -> frozenset[str]:
    """Return the headings that text which holds stands under, however deep; a heading is none."""
    above = {item.anchor: item.above for item in items if item.kind is ItemKind.HEADING}
    found: set[str] = set()
    for item in items:
        heading = "" if item.kind is ItemKind.HEADING or item.is_repealed else item.above
        while heading and heading not in found:
            found.add(heading)
            heading = above.get(heading, "")
    return frozenset(found)


def _is_moved(group: Group, moved_headings: set[tuple[str, str]]) -> bool:
    """Tell whether items moved by themselves: not with the section around them, nor with a mark.

    Where what only tells the status stands changes no rule.
    """
    if (group.old and group.old[0].kind is ItemKind.NOTE) or all(map(is_status, group.pairs)):
        return False
    if not group.moved:
        return any(pair.moved and not is_status(pair) for pair in group.pairs)
    above = {(one.above, other.above) for one in group.old for other in group.new}
    return not above & moved_headings


def _kind(group: Group, is_moved: bool) -> ChangeKind | None:
    if not group.old or not group.new:
        kind = ChangeKind.ADDED if group.new else ChangeKind.REMOVED
        return None if all(map(is_status, group.pairs)) else kind
    if len(group.old) != len(group.new):
        return ChangeKind.SPLIT if len(group.new) > len(group.old) else ChangeKind.MERGED
    return _kind_of_same(group, is_moved)


def _kind_of_same(group: Group, is_moved: bool) -> ChangeKind | None:
    kinds = {piece.kind for pair in group.pairs for piece in pair.pieces}
    if PieceKind.CHANGED in kinds or any(
        (not (pair.old and pair.new) and not is_status(pair))
        or pair.goes_on
        or pair.has_word_marker
        or pair.stands_otherwise
        for pair in group.pairs
    ):
        return ChangeKind.CHANGED
    if is_moved:
        return ChangeKind.MOVED
    is_shown = _has_other_number(group) or _shows_consequences(group)
    return ChangeKind.RENUMBERED if is_shown else None


def _has_other_number(group: Group) -> bool:
    """Tell whether a marker changed, of the item or of a point, or how the item is cited.

    A clause is cited by the number of its heading too.
    """
    markers = any(p.old and p.new and p.old.marker != p.new.marker for p in group.pairs)
    return markers or _label(group.old) != _label(group.new)


def _shows_consequences(group: Group) -> bool:
    return any(
        piece.kind is PieceKind.CONSEQUENTIAL and not is_status(pair)
        for pair in group.pairs
        for piece in pair.pieces
    )


def _are_repealed(items: tuple[Item, ...], living: frozenset[str]) -> bool:
    """Tell whether items say that they were repealed; a heading over text that holds does not."""
    return all(item.is_repealed and item.anchor not in living for item in items)


def _label(items: tuple[Item, ...]) -> str:
    return ", ".join(item.label for item in items)
