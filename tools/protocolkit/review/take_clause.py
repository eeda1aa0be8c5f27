"""A whole clause that goes from the source of a protocol, or that comes behind another one.

Believed only when the source, read again, has just that clause less or more.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from itertools import chain, takewhile

from protocolkit.base.problems import Severity
from protocolkit.changes.protocol_items import items_of
from protocolkit.changes.units import Item, ItemKind, Unit, UnitKind
from protocolkit.document.model import Protocol
from protocolkit.document.outline import clauses, labels
from protocolkit.document.richtext import Link, RichText, Text, note_labels, walk
from protocolkit.document.tree import walk_points
from protocolkit.reading.front_matter import split_front_matter
from protocolkit.reading.inline_writer import write_rich
from protocolkit.reading.reader import read_protocol_text
from protocolkit.reading.writer import at_line_start
from protocolkit.reading.yaml_edit import added
from protocolkit.reading.yaml_values import NotEditableError
from protocolkit.references.resolve import resolve_references
from protocolkit.review.new_anchor import new_anchor
from protocolkit.review.refusal import Refusal
from protocolkit.review.word_splice import region_of
from protocolkit.text.marker_ends import without_end
from protocolkit.text.markers import find_starts

_NUMBERED = re.compile(r"(?P<marker>\d{1,3}\.|\d{1,3}(?:\.\d{1,3})+[a-z]?\.?)\s+(?P<words>\S.*)")
# A number in its parts: '4.' before '2', then a letter and a point that may be there.
_PARTS = re.compile(r"((?:\d{1,3}\.)*)(\d{1,3})([a-z]?)(\.?)")
_Shown = tuple[str, ItemKind, tuple[tuple[str, RichText], ...], int]


def cited_by(protocol: Protocol, anchor: str) -> tuple[str, ...]:
    """Return how the clauses and notes are called that refer to a clause, by words or a link."""
    own = _names_of(protocol, anchor)
    found = {one.anchor for one in resolve_references(protocol) if one.target in own}
    for item in items_of(protocol):
        links = (one for unit in item.units for one in walk(unit.text) if isinstance(one, Link))
        if any(one.target.removeprefix("#") in own for one in links):
            found.add(item.anchor)
    cited = labels(protocol)
    order = (item.anchor for item in items_of(protocol))
    return tuple(cited.get(one, one) for one in order if one in found and one != anchor)


def without_clause(text: str, protocol: Protocol, item: Item) -> str | Refusal:
    """Return a source without a clause and the notes of it alone, or why that is not certain.

    The anchor of the clause is retired.
    """
    notes = _notes_alone_of(protocol, item)
    regions = [region_of(text, protocol, one) for one in (item, *notes)]
    if any(cited_by(protocol, one.anchor) for one in notes):
        return Refusal.NOTE_IS_CITED
    made = text
    for region in sorted(regions, key=lambda one: one or (0, 0), reverse=True):
        if region is None:
            return Refusal.NOT_ALONE
        made = made[: region[0]] + made[region[1] :]
    retired = sorted(_names_of(protocol, item.anchor) - set(protocol.facts.retired))
    made = _retiring(made, retired)
    if not made:
        return Refusal.NOT_RETIRED
    gone = {one.anchor for one in (item, *notes)}
    wanted = [_shown(one) for one in items_of(protocol) if one.anchor not in gone]
    return made if _is_made(made, protocol, wanted, retired) else Refusal.NOT_ALONE


def cited_under(protocol: Protocol, heading: Item) -> tuple[str, ...]:
    """Return how the clauses are called that stand under a heading, up to the next one."""
    items = list(items_of(protocol))
    at = next(place for place, one in enumerate(items) if one.anchor == heading.anchor)
    under = takewhile(lambda one: one.kind is ItemKind.CLAUSE, items[at + 1 :])
    cited = labels(protocol)
    return tuple(cited.get(one.anchor, one.anchor) for one in under)


def _notes_alone_of(protocol: Protocol, item: Item) -> list[Item]:
    """Return the notes that nothing calls but an item, or a note that goes with it."""
    items = items_of(protocol)
    gone = [item]
    while True:
        left = [one for one in items if one not in gone]
        called = set(chain.from_iterable(map(_calls, left)))
        own = set(chain.from_iterable(map(_calls, gone))) - called
        more = [one for one in left if one.kind is ItemKind.NOTE and one.note in own]
        if not more:
            return gone[1:]
        gone += more


def _calls(item: Item) -> Iterator[str]:
    """Yield the labels of the notes that an item calls."""
    return chain.from_iterable(note_labels(unit.text) for unit in item.units)


def with_clause(
    text: str, protocol: Protocol, near: Item, line: str, sent: Collection[str]
) -> str | None:
    """Return a source with a clause behind another one; None when that is not certain.

    ``sent`` are the anchors that the council had: what is newer than that stays before it.
    """
    items = list(items_of(protocol))
    at = next(place for place, one in enumerate(items) if one.anchor == near.anchor)
    while at + 1 < len(items) and _is_newer(items[at + 1], sent):
        at += 1
    region = region_of(text, protocol, items[at])
    found = _NUMBERED.fullmatch(line)
    marker, words = (found["marker"], found["words"]) if found else ("", line)
    if region is None or not _can_follow(items[: at + 1], marker, line):
        return None
    anchor = new_anchor(items[: at + 1], marker, _used(protocol))
    written = at_line_start(write_rich((Text(words),)))
    block = f"{{#{anchor}}}\n{f'{marker} ' if marker else ''}{written}\n"
    before, after = text[: region[1]].rstrip("\n"), text[region[1] :].lstrip("\n")
    made = f"{before}\n\n{block}" + (f"\n{after}" if after else "")
    new = (anchor, ItemKind.CLAUSE, ((marker, (Text(words),)),), 0)
    wanted = [_shown(one) for one in items]
    wanted.insert(at + 1, new)
    return made if _is_made(made, protocol, wanted, ()) else None


def _is_newer(item: Item, sent: Collection[str]) -> bool:
    return bool(sent) and item.kind is ItemKind.CLAUSE and item.anchor not in sent


def _can_follow(items: Sequence[Item], marker: str, line: str) -> bool:
    """Tell whether a line with a marker can come next: a number only where it counts on."""
    last = items[-1]
    is_table = any(unit.kind is UnitKind.CELL for unit in last.units[-1:])
    if is_table or last.kind not in (ItemKind.CLAUSE, ItemKind.HEADING):
        return False
    if not marker:
        return all(one.is_bullet for one in find_starts(line))
    before = next(one for one in reversed(items) if one.marker or one.kind is ItemKind.HEADING)
    if before.kind is ItemKind.HEADING:
        is_first = marker == "1." and before is last
        return is_first or without_end(marker) == f"{without_end(before.marker)}.1"
    return _counts_on(before.marker, marker)


def _counts_on(before: str, marker: str) -> bool:
    """Tell whether a number is the next in the same way: '1.4' or '1.3a' behind '1.3'."""
    old, new = _PARTS.fullmatch(before), _PARTS.fullmatch(marker)
    if not (old and new) or (old[1], old[4]) != (new[1], new[4]):
        return False
    if old[2] == new[2]:
        return bool(new[3]) and ord(new[3]) - ord(old[3] or "`") == 1
    return int(old[2]) + 1 == int(new[2]) and not new[3]


def in_own_form(protocol: Protocol, near: Item, line: str) -> str:
    """Return a line with its number written as the text writes these: '1.4' for '1.4.' after '1.3'.

    The nearest number of as many parts says how, of those before it first.
    """
    found = _NUMBERED.fullmatch(line)
    new = _PARTS.fullmatch(found["marker"]) if found else None
    if found is None or new is None or not new[1]:
        return line
    items = list(items_of(protocol))
    at = next(place for place, one in enumerate(items) if one.anchor == near.anchor)
    around = (one.marker for one in (*reversed(items[: at + 1]), *items[at + 1 :]))
    ways = (old for marker in around if (old := _PARTS.fullmatch(marker)) and old[1])
    way = next((old for old in ways if old[1].count(".") == new[1].count(".")), new)
    return f"{new[1]}{new[2]}{new[3]}{way[4]} {found['words']}"


def number_taken(protocol: Protocol, near: Item, line: str) -> bool:
    """Tell whether a clause has the number before a line: one further on under the same heading.

    A number of several parts is of one clause in the whole text.
    """
    found = _NUMBERED.fullmatch(line)
    if found is None:
        return False
    items = list(items_of(protocol))
    number = without_end(found["marker"])
    if "." in number:
        return number in (without_end(one.marker) for one in items)
    at = next(place for place, one in enumerate(items) if one.anchor == near.anchor)
    rest = takewhile(lambda one: one.kind is not ItemKind.HEADING, items[at + 1 :])
    return found["marker"] in (one.marker for one in rest)


def _used(protocol: Protocol) -> frozenset[str]:
    """Return the anchors that a part of a protocol has or had."""
    own = {item.anchor for item in items_of(protocol)} | set(protocol.facts.retired)
    points = (one.anchor for clause in clauses(protocol) for one in walk_points(clause.blocks))
    return frozenset((*own, *points))


def _names_of(protocol: Protocol, anchor: str) -> frozenset[str]:
    """Return the anchors of a clause and its points."""
    own = (clause for clause in clauses(protocol) if clause.anchor == anchor)
    points = (one.anchor for clause in own for one in walk_points(clause.blocks) if one.anchor)
    return frozenset((anchor, *points))


def _retiring(text: str, anchors: Sequence[str]) -> str:
    front, body, _ = split_front_matter(text)
    try:
        made = added(front, {"protocol": {"retired": list(anchors)}}) if anchors else front
    except NotEditableError:
        return ""
    return f"---\n{made.rstrip(chr(10))}\n---\n{body}"


def _is_made(
    made: str, protocol: Protocol, wanted: Sequence[_Shown], retired: Sequence[str]
) -> bool:
    """Tell whether a source has these items and all else of a protocol, and no fault."""
    again = read_protocol_text(made, subject=protocol.subject, slug=protocol.slug)
    if any(found.code.severity is Severity.ERROR for found in again.problems):
        return False
    facts, before = again.protocol.facts, protocol.facts
    if list(facts.retired) != [*before.retired, *retired]:
        return False
    is_same = replace(facts, retired=before.retired) == before
    return is_same and [_shown(one) for one in items_of(again.protocol)] == list(wanted)


def _shown(item: Item) -> _Shown:
    return item.anchor, item.kind, tuple(map(_unit, item.units)), item.level


def _unit(unit: Unit) -> tuple[str, RichText]:
    return unit.marker, unit.text
