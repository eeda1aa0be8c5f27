"""Where a link leads, whatever file it stands in: a kept version names the same place otherwise."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from posixpath import join, normpath

from protocolkit.changes.protocol_items import items_of
from protocolkit.changes.units import ItemKind, Unit
from protocolkit.document.model import Protocol
from protocolkit.document.outline import rich_texts
from protocolkit.document.richtext import Link, plain, walk

_END = ".md"
_SAME_FOLDER = "..."
"""Stands for the folder of protocols where a link does not leave it, and so does not name it."""
_DEPTH = 3
"""How deep a protocol stands in its repository: folder, subject and name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkPlace:
    """A place in another protocol: its folders, its name, and an anchor, "" for the whole of it."""

    folder: str
    subject: str
    slug: str
    anchor: str

    @property
    def key(self) -> tuple[str, str, str]:
        """What it is known by."""
        return self.subject, self.slug, self.anchor


def link_place(target: str, protocol: Protocol, subject: str = "") -> str | LinkPlace:
    """Return where a link of a protocol leads; an address that is none of a protocol as it is.

    A place in the protocol itself is ``#anchor``, however the link spells it. ``subject`` is that
    of a protocol that does not know its own. A protocol and its versions stand as deep in their
    repository, so that one rule reads the links of both.
    """
    file, _, anchor = target.partition("#")
    if not file.endswith(_END) or ":" in file or file.startswith("/"):
        return target
    own = protocol.subject or subject
    parts = normpath(join("/", _SAME_FOLDER, own, file)).strip("/").split("/")
    if len(parts) != _DEPTH:
        return target
    folder, place, name = parts
    slug = name.removesuffix(_END)
    if (place, slug) == (own, protocol.slug):
        return f"#{anchor}"
    return LinkPlace(folder=folder, subject=place, slug=slug, anchor=anchor)


def leads_alike(one: str | LinkPlace, other: str | LinkPlace) -> bool:
    """Tell whether two links lead to the same place."""
    if isinstance(one, str) or isinstance(other, str):
        return one == other
    folders = {one.folder, other.folder} - {_SAME_FOLDER}
    return one.key == other.key and len(folders) <= 1


def cited(address: str, units: Iterable[Unit | None]) -> str:
    """Return how a place in a text is cited to which a link leads; any other address as it is."""
    anchor = address.removeprefix("#")
    for unit in units if address.startswith("#") else ():
        if unit and unit.anchor == anchor:
            is_numbered = unit.item is ItemKind.HEADING and unit.marker
            return f"{unit.marker} {unit.label}" if is_numbered else unit.label
        if unit and unit.point == anchor:
            return f"{unit.label} {unit.marker}".strip()
    return address


def linked_names(
    protocol: Protocol, find: Callable[[str, str], Protocol | None]
) -> dict[tuple[str, str, str], str]:
    """Return how people call the places in other protocols that links of a protocol lead to.

    ``find`` returns a protocol by its subject and name, None when it is not there.
    """
    links = (one for rich in rich_texts(protocol) for one in walk(rich) if isinstance(one, Link))
    places = dict.fromkeys(link_place(link.target, protocol) for link in links)
    found: dict[tuple[str, str, str], str] = {}
    for place in places:
        other = None if isinstance(place, str) else find(place.subject, place.slug)
        if other is not None and isinstance(place, LinkPlace):
            found[place.key] = _name_of(place, other)
    return found


def _name_of(place: LinkPlace, protocol: Protocol) -> str:
    """Return the title of a protocol, whose it is, and how the place in it is cited."""
    title, owner = plain(protocol.title), protocol.facts.organisation.name
    whole = ", ".join(part for part in (title, "" if owner in title else owner) if part)
    if not place.anchor:
        return whole
    units = (unit for item in items_of(protocol) for unit in item.units)
    return f"{whole}: {cited(f'#{place.anchor}', units)}"
