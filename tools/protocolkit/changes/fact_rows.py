"""The facts that changed between two versions, by the names that readers know."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from protocolkit.base.messages import Marked, Translate, mark
from protocolkit.changes.change_set import (
    DESCRIPTION,
    LEVEL,
    LINK,
    PICTURE,
    RUNNING,
    SPACING,
    TEXT_KIND,
    TYPED_ASIDE,
    ChangeSet,
    FactChange,
    Version,
)
from protocolkit.changes.link_places import cited, link_place
from protocolkit.changes.units import Unit
from protocolkit.document.approval_lines import print_date
from protocolkit.document.facts import OrganisationKind, Status, days
from protocolkit.document.model import Protocol
from protocolkit.document.organisations import kind_name, sector_name
from protocolkit.document.richtext import plain
from protocolkit.document.status_words import status_name, status_of

FACT_NAMES: dict[str, Marked] = {
    "": mark("Line on the status, in the text"),
    "organisation.name": mark("Board or school"),
    "organisation.kind": mark("Kind of organisation"),
    "organisation.sector": mark("Sector"),
    "organisation.parent": mark("Board above it"),
    "organisation.aliases": mark("Other names"),
    "status": mark("Status"),
    "version": mark("Version"),
    "dated": mark("Date of the document"),
    "valid_from": mark("Valid from"),
    "valid_until": mark("Valid until"),
    "review_date": mark("Evaluation date"),
    "owner": mark("Responsible"),
    "contact": mark("Questions to"),
    "based_on": mark("Adopted from"),
    "replaces": mark("Replaces"),
    "applies_to": mark("Schools for which it is valid"),
    "approvals": mark("Decisions"),
}
BESIDE_NAMES: dict[str, Marked] = {
    RUNNING: mark("Head or foot of the pages"),
    PICTURE: mark("Words in pictures"),
    DESCRIPTION: mark("Descriptions of pictures"),
    TYPED_ASIDE: mark("Typed in the margin or in the contents"),
}
"""How people call what stands in a file beside the text."""
_TOLD: dict[str, Callable[[str, Translate], str]] = {
    "organisation.kind": lambda value, translate: kind_name(OrganisationKind(value), translate),
    "organisation.sector": sector_name,
}
"""How a fact is told where its value is a code: as the cover tells it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FactRow:
    """A fact of the front matter, or what is told of a text beside its words, on both sides."""

    name: str
    old: str
    new: str


def fact_rows(change_set: ChangeSet, translate: Translate) -> tuple[FactRow, ...]:
    """Return the facts that changed, by the names that readers know."""
    return tuple(_fact(fact, change_set, translate) for fact in change_set.facts)


def _fact(fact: FactChange, changes: ChangeSet, translate: Translate) -> FactRow:
    known = FACT_NAMES.get(fact.fact) or BESIDE_NAMES.get(fact.fact)
    name = translate(known) if known else fact.fact
    old, new = fact.old, fact.new
    if fact.fact == LINK:
        name = translate("Where '{words}' leads to").format(words=fact.words)
        old, new = (
            _led(old, changes.old, changes.new, (p.old for p in changes.pairs)),
            _led(new, changes.new, changes.old, (p.new for p in changes.pairs)),
        )
    elif fact.fact == LEVEL:
        name = translate("Level of the heading '{name}'").format(name=fact.label)
        old, new = (level or translate("no heading") for level in (old, new))
    elif fact.fact == "based_on" and changes.old.basis != changes.new.basis:
        old, new = changes.old.basis or old, changes.new.basis or new
    elif fact.fact == "status":
        old = _status(old, changes.old.protocol, translate)
        new = _status(new, changes.new.protocol, translate)
    elif fact.fact == SPACING:
        name = translate("Other spaces or hyphens, the same words")
    elif fact.fact == TEXT_KIND:
        name = translate("Kind of text")
    elif fact.fact in days():
        old, new = print_date(old), print_date(new)
    elif told := _TOLD.get(fact.fact):
        old, new = (told(value, translate) if value else "" for value in (old, new))
    if fact.label and fact.fact != LEVEL:
        name = f"{name} ({fact.label})"
    return FactRow(name=name, old=old, new=new)


def _status(said: str, protocol: Protocol, translate: Translate) -> str:
    """Return a status as its text shows it: one edited after its adoption is not called adopted."""
    if said == protocol.facts.status.value:
        return status_of(protocol, translate)
    return status_name(Status(said), translate) if said else ""


def _led(address: str, here: Version, there: Version, units: Iterable[Unit | None]) -> str:
    """Return how people call the place that a link leads to, as far as that is known."""
    place = link_place(address, here.protocol, there.protocol.subject)
    if isinstance(place, str):
        return plain(here.protocol.title) if place == "#" else cited(place, units)
    return here.linked.get(place.key) or there.linked.get(place.key) or address
