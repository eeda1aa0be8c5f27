"""Which text a proposal takes the place of: the one that is in force, or the one that is named."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from protocolkit.base.location import Location
from protocolkit.base.problems import ProtocolkitError, error, problem
from protocolkit.collection import printed_name
from protocolkit.document.adoptions import Holding, every_school, is_for_all
from protocolkit.document.begins import holdings_on
from protocolkit.document.bodies import is_of_council
from protocolkit.document.decided_text import current
from protocolkit.document.entry_text import is_on_this_text
from protocolkit.document.facts import OrganisationKind
from protocolkit.document.model import Protocol
from protocolkit.document.names import own_names
from protocolkit.repository_layout import DOCUMENT_END, versions_folder
from protocolkit.text.name_form import folded

DOSSIER_OTHER_BOARD = error(
    "dossier-other-board",
    "A dossier would tell of another board's text as what changes",
    "this is a text of {other}, and {own} says nowhere that it is for {other}: what it says would "
    "be told as what changes.",
    "Set a new text beside another board's with --against. Did this hold at a school or board that "
    "gets the new text? Then name {other} at the top of that, behind 'applies_to' or 'aliases'.",
)


DOSSIER_OTHER_SCHOOL = error(
    "dossier-other-school",
    "A dossier for a school would tell of another school's text as what changes",
    "this is a text of {other}, and the dossier is for {schools}.",
    "Name the text that holds at {schools} with --since, or leave --since out. A dossier for "
    "{other}: --school, and then its name.",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class InForce:
    """A kept version that holds now, as a person names it, and where; ``()`` is everywhere."""

    version: str
    schools: tuple[str, ...]


def check_own_text(protocol: Protocol, before: Protocol, named: str) -> None:
    """Raise :class:`ProtocolkitError` when a text of before held nowhere where the new one will.

    An earlier text of the same protocol may have had another name of the board.
    """
    is_nobodys = not before.facts.organisation.name
    if is_nobodys or _is_earlier(protocol, before):
        return
    own, other = (one.facts.organisation.name for one in (protocol, before))
    names, others = (
        {name.casefold() for name in own_names(one.facts)} for one in (protocol, before)
    )
    if own.casefold() not in others and other.casefold() not in names:
        raise ProtocolkitError(problem(DOSSIER_OTHER_BOARD, Location(named), own=own, other=other))


def check_own_school(
    protocol: Protocol, before: Protocol, named: str, schools: Sequence[str]
) -> None:
    """Raise :class:`ProtocolkitError` when a text of before held at other schools than these.

    Without schools these are the ones whose councils have the text before them, if not all have.
    """
    wanted = schools or _asked_schools(protocol)
    facts = before.facts
    is_school = facts.organisation.kind is OrganisationKind.SCHOOL
    if not wanted or (_is_earlier(protocol, before) and not is_school):
        return
    theirs = {*map(folded, (*(own_names(facts) if is_school else ()), *facts.applies_to))}
    known = theirs & {*map(folded, every_school(protocol.facts))}
    if known and not known & {*map(folded, wanted)}:
        values = {"other": facts.organisation.name, "schools": ", ".join(wanted)}
        raise ProtocolkitError(problem(DOSSIER_OTHER_SCHOOL, Location(named), **values))


def _is_earlier(protocol: Protocol, before: Protocol) -> bool:
    """Tell whether a text is a version of the same protocol."""
    return (protocol.subject, protocol.slug) == (before.subject, before.slug)


def texts_in_force(
    protocol: Protocol, root: Path, day: str, schools: Sequence[str] = ()
) -> tuple[InForce, ...]:
    """Return the other texts that hold on a day at these schools, the last adopted first.

    Without schools those count whose councils have the text as it stands before them, else all.
    That a version is gone is told by who opens it.
    """
    wanted = schools or _asked_schools(protocol) or every_school(protocol.facts)
    held = reversed(holdings_on(protocol.facts, day))
    other = (one for one in held if not is_on_this_text(one.adoption, protocol))
    texts = (one for one in other if one.adoption.version)
    return tuple(
        InForce(version=_name(protocol, one, root), schools=one.schools)
        for one in texts
        if not wanted or any(map(one.is_at, wanted))
    )


def _asked_schools(protocol: Protocol) -> tuple[str, ...]:
    """Return the schools whose councils were asked about this text; none where one asks for all."""
    asked = [o for o in current(protocol) if is_of_council(o) and is_on_this_text(o, protocol)]
    if any(is_for_all(one, protocol.facts) for one in asked):
        return ()
    return tuple(dict.fromkeys(school for one in asked for school in one.schools))


def _name(protocol: Protocol, holding: Holding, root: Path) -> str:
    name = f"{protocol.slug}@{holding.adoption.last_version}{DOCUMENT_END}"
    return printed_name(versions_folder(root) / protocol.subject / name, root)
