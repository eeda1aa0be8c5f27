"""Where and when a text was made, as it ends: 'Utrecht, 3 mei 2026', with who signed beside it.

'Ouders, 3 mei 2026' looks the same and is a rule. So what stands before the day is a place only
where something says so: we know it, the text or its facts name it as one, or there is a signature
beside it. Nor does a day stand for the text where a heading or 'op deze dagen:' announces it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from protocolkit.base.remembered import remembered
from protocolkit.base.resources import package_text
from protocolkit.changes.status_signs import DAY, NAME, TOWN, in_signs
from protocolkit.changes.units import Item, ItemKind, Unit, UnitKind
from protocolkit.document.model import Protocol
from protocolkit.document.names import own_names
from protocolkit.document.outline import protocol_text
from protocolkit.reading.found_problems import Report
from protocolkit.reading.yaml_text import read_mapping
from protocolkit.text.late_patterns import late

FILE_NAME = "towns.yml"
_REACH = 8
_MOST_WORDS = 10
_END = late(rf"(?:(?:(?P<town>{TOWN}),|{NAME},?) (?:op )?(?:d\.?d\.? )?)?{DAY}\.?")
# A place as a text names one: 'te Soest', 'gemeente Soest', 'Plaats: Soest', '1234 AB Soest'.
_NAMED = late(
    rf"(?:\b(?:[Tt]e|[Gg]emeente|[Gg]evestigd in|[Pp]laats:|\d{{4}} ?[A-Z]{{2}},?) )({TOWN})"
)
_SIGNED = late(
    r"(?:namens|voor akkoord|voor gezien|handtekening(?:en)?|paraaf|(?:w\.g\.|was getekend)"
    r"|(?:onder|ge)tekend|naam(?: en handtekening)?:|functie:|plaats(?: en datum)?:|datum:)(?!\w)",
    re.IGNORECASE,
)
_SIGNING = late(
    r".{0,8}(?:slot(?:bepaling(?:en)?)?|ondertekening(?:en)?|handtekening(?:en)?|vaststelling"
    r"|plaats en datum|datum|akkoord|versiebeheer|colofon|status|inwerkingtreding"
    r"|dit (?:protocol|document))\W*",
    re.IGNORECASE,
)
_LAST_WORD = re.compile(r"(?<= )[A-Z][\w'’-]{2,}$")
_YEAR = re.compile(r"\d\.?\s*$")
_BULLETS = ("-", "•", "–", "*")
_ENDS = (".", "!", "?", ")")
_OPENS = (":", ",", ";")


def is_place_and_day(text: str, protocol: Protocol) -> bool:
    """Tell whether a text of a protocol is no more than where and when it was made.

    A day alone, or behind a name of its own organisation, is that too.
    """
    town = _town_with_day(text, own_names(protocol.facts))
    return town is not None and (not town or _is_town(town, protocol))


def with_end(items: Sequence[Item], protocol: Protocol) -> Iterator[Item]:
    """Yield items in their order, of which a place and a day at the end are a line on the status.

    What was signed may stand below: 'Namens de directie'.
    """
    body = (item for item in items if item.kind is not ItemKind.NOTE)
    units = [unit for item in body for unit in item.units if unit.spelled.strip()]
    tail = range(max(len(units) - _REACH, 1), len(units))
    ends = {units[at].order for at in tail if _is_end(units, at, protocol)}
    yield from (_marked(item, ends) if ends else item for item in items)


def _is_end(units: Sequence[Unit], at: int, protocol: Protocol) -> bool:
    """Tell whether a unit is a place and a day below what ends by itself, above a signature."""
    unit, below = units[at], units[at + 1 :]
    town = _town_with_day(unit.spelled, own_names(protocol.facts)) if _is_plain(unit) else None
    if town is None:
        return False
    if below and not (_is_signature(below[0]) and all(map(_is_short, below))):
        return False
    lead = next((one for one in reversed(units[:at]) if not one.is_status), units[0])
    is_signed = _is_signature(lead) or bool(below)
    if not is_signed and not _leads_to_end(lead, has_town=bool(town)):
        return False
    return is_signed or not town or _is_town(town, protocol)


def _is_plain(unit: Unit) -> bool:
    """Tell whether a unit is a paragraph of its own, without a number or a bullet."""
    is_text = unit.item is ItemKind.CLAUSE and unit.kind is UnitKind.PARAGRAPH
    return is_text and len(unit.path) == 1 and not (unit.marker or unit.is_in_lid)


def _leads_to_end(lead: Unit, *, has_town: bool) -> bool:
    """Tell whether what stands before a day announces no such thing: 'Wij sluiten op:'."""
    said = lead.spelled.strip()
    if lead.item is not ItemKind.CLAUSE:
        return _SIGNING.fullmatch(said) is not None
    if lead.kind is not UnitKind.PARAGRAPH or lead.marker in _BULLETS:
        return has_town and DAY not in in_signs(said)
    return said.endswith(_ENDS) or (has_town and not said.endswith(_OPENS))


def _is_signature(unit: Unit) -> bool:
    return _SIGNED.match(unit.spelled.strip()) is not None


def _is_short(unit: Unit) -> bool:
    return len(unit.spelled.split()) <= _MOST_WORDS


@remembered
def _town_with_day(text: str, names: tuple[str, ...]) -> str | None:
    """Return the place that a text names before its day, "" for a day alone; None for others."""
    said = " ".join(text.split())
    found = _END.fullmatch(in_signs(said, names)) if _YEAR.search(said) else None
    return None if found is None else found["town"] or ""


def _is_town(name: str, protocol: Protocol) -> bool:
    said = name.replace("’", "'")
    return said in _towns() or said in _own_towns(protocol)


def _own_towns(protocol: Protocol) -> frozenset[str]:
    """Return the places that a protocol itself names as such, in its text and in its facts."""
    told = {found[1] for found in _NAMED.finditer(protocol_text(protocol))}
    last = {one for name in own_names(protocol.facts) for one in _LAST_WORD.findall(name)}
    return frozenset(town.replace("’", "'") for town in told | last)


@cache
def _towns() -> frozenset[str]:
    written = read_mapping(package_text("protocolkit.changes", FILE_NAME), Report(FILE_NAME))
    return frozenset(town for letter in written.names() for town in written.texts(letter))


def _marked(item: Item, ends: set[int]) -> Item:
    if not any(unit.order in ends for unit in item.units):
        return item
    units = (replace(unit, is_status=unit.is_status or unit.order in ends) for unit in item.units)
    return replace(item, units=tuple(units))
