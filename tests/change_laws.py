"""What every change set keeps to: replay, order, mirror."""

from __future__ import annotations

from protocolkit.changes.change_set import ChangeKind, ChangeSet, lines_of, version_of
from protocolkit.changes.compare_versions import compare_versions
from protocolkit.changes.pieces import PieceKind
from protocolkit.changes.protocol_items import items_of
from protocolkit.changes.spelling import spelled
from protocolkit.changes.units import Unit
from protocolkit.document.model import Protocol
from protocolkit.document.outline import protocol_tokens
from protocolkit.document.richtext import plain
from protocolkit.text.words import tokens

MIRRORED = {
    ChangeKind.ADDED: ChangeKind.REMOVED,
    ChangeKind.REMOVED: ChangeKind.ADDED,
    ChangeKind.SPLIT: ChangeKind.MERGED,
    ChangeKind.MERGED: ChangeKind.SPLIT,
}


def changes(old: Protocol, new: Protocol) -> ChangeSet:
    return compare_versions(version_of(old), version_of(new))


def units(protocol: Protocol) -> list[Unit]:
    return [unit for item in items_of(protocol) for unit in item.units]


def assert_replays(found: ChangeSet) -> None:
    """Hold each side of the pairs to the version itself: its units, each with all of its text."""
    olds, news = units(found.old.protocol), units(found.new.protocol)
    old_texts: dict[int, str] = {}
    new_texts: dict[int, str] = {}
    for pair in found.pairs:
        for unit, texts, side in ((pair.old, old_texts, "old"), (pair.new, new_texts, "new")):
            said = "".join(spelled(getattr(piece, side)) for piece in pair.pieces)
            if unit is None:
                assert not said
                continue
            assert unit.order not in texts or pair.goes_on or _others_go_on(found, unit, side)
            texts[unit.order] = texts.get(unit.order, "") + said
    assert old_texts == {unit.order: unit.spelled for unit in olds}
    assert new_texts == {unit.order: unit.spelled for unit in news}
    for pair in found.pairs:
        for piece in pair.pieces:
            same = tokens(plain(piece.old)) == tokens(plain(piece.new))
            assert same or piece.kind is not PieceKind.EQUAL


def _others_go_on(found: ChangeSet, unit: Unit, side: str) -> bool:
    return any(pair.goes_on for pair in found.pairs if getattr(pair, side) is unit)


def assert_in_order(found: ChangeSet) -> None:
    """Hold the lines to the order of both versions, nothing twice."""
    lines = lines_of(found)
    for side, protocol in (("old", found.old.protocol), ("new", found.new.protocol)):
        orders = [getattr(line, side).order for line in lines if getattr(line, side)]
        assert orders == sorted(orders)
        assert sorted(set(orders)) == list(range(len(units(protocol))))


def assert_words(protocol: Protocol) -> None:
    said = [word for u in units(protocol) for word in tokens(f"{u.marker} {plain(u.text)}")]
    assert tuple(said) == protocol_tokens(protocol)


def assert_mirrors(found: ChangeSet) -> None:
    other = compare_versions(found.new, found.old)
    assert other.counts.removed_words == found.counts.added_words
    assert other.counts.added_words == found.counts.removed_words
    assert _told(found, is_mirrored=True) == _told(other, is_mirrored=False)
    assert _marked(found, is_mirrored=True) == _marked(other, is_mirrored=False)


def _marked(found: ChangeSet, *, is_mirrored: bool) -> list[list[tuple[str, str, str]]]:
    """Return the pieces of each change, with their spaces, whatever the order of the changes."""
    made = []
    for change in found.changes:
        sides = [(spelled(piece.old), spelled(piece.new)) for piece in change.pieces]
        kinds = [piece.kind.value for piece in change.pieces]
        made.append(
            [(k, *(s[::-1] if is_mirrored else s)) for k, s in zip(kinds, sides, strict=True)]
        )
    return sorted(made)


def _told(found: ChangeSet, *, is_mirrored: bool) -> list[tuple[str, ...]]:
    """Return what each change is about; of two equal clauses either may be the one that went."""
    told = []
    for change in found.changes:
        kind = MIRRORED.get(change.kind, change.kind) if is_mirrored else change.kind
        # emptied to 'Vervallen' in one direction, filled in again in the other
        is_emptied = change.kind is ChangeKind.REPEALED
        emptied = change.refilled if is_mirrored else is_emptied
        filled = is_emptied if is_mirrored else change.refilled
        kind = ChangeKind.CHANGED if is_emptied else kind
        olds = [word for piece in change.pieces for word in tokens(plain(piece.old))]
        news = [word for piece in change.pieces for word in tokens(plain(piece.new))]
        sides = [" ".join(olds), " ".join(news)]
        one, other = reversed(sides) if is_mirrored else sides
        told.append((kind.value, "emptied" * emptied + "filled" * filled, one, other))
    return sorted(told)
