"""For each school and board the texts that apply there: its own, its board's, or one that names it.

What a document itself says, and no more: a school without a text of its own, and that no text
names, is not there.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum

from protocolkit.document.adoptions import holdings, is_gone
from protocolkit.document.facts import Facts, Organisation
from protocolkit.document.model import Protocol
from protocolkit.document.names import organisation_name
from protocolkit.reading.body import slug
from protocolkit.text.name_form import folded


class Ground(Enum):
    """Why a text applies: it is the school's own, its board's, or it names the school."""

    OWN = "own"
    BOARD = "board"
    NAMED = "named"


@dataclass(frozen=True, slots=True, kw_only=True)
class AppliedText:
    """A text that applies at a school, and why."""

    protocol: Protocol
    ground: Ground


@dataclass(frozen=True, slots=True, kw_only=True)
class School:
    """A school or board, with the texts that apply there; ``board`` is what it belongs to, or "".

    Texts are in the order of their subjects, of one subject the school's own first. ``name`` is as
    a document has it, ``key`` can be the name of a folder.
    """

    key: str
    name: str
    board: str
    texts: tuple[AppliedText, ...]


def find_schools(protocols: Iterable[Protocol]) -> tuple[School, ...]:
    """Return every school and board that has a text or is named by one, by name."""
    known = sorted(protocols, key=lambda one: (one.subject, one.slug))
    named: dict[str, str] = {}
    for protocol in known:
        own = organisation_name(protocol)
        for name in (own, *_named(protocol.facts)):
            named.setdefault(folded(name), name)
    found = {key: tuple(_texts(key, known)) for key in named}
    made = (
        School(key="", name=named[key], board=_board(key, known), texts=texts)
        for key, texts in found.items()
    )
    return tuple(_with_keys(sorted(made, key=lambda one: (folded(one.name), one.name))))


def _with_keys(schools: Iterable[School]) -> Iterator[School]:
    """Give each its key: its name as an address, with a mark where two would have the same."""
    used: set[str] = set()
    for school in schools:
        key = slug(school.name)
        if key in used or key == "index":
            key = f"{key[:27]}-{hashlib.sha256(school.name.encode()).hexdigest()[:8]}"
        used.add(key)
        yield School(key=key, name=school.name, board=school.board, texts=school.texts)


def _texts(key: str, protocols: Iterable[Protocol]) -> Iterator[AppliedText]:
    board = folded(_board(key, protocols))
    found = []
    for protocol in protocols:
        names = _names(protocol.facts.organisation, protocol.slug)
        if key in names:
            found.append(AppliedText(protocol=protocol, ground=Ground.OWN))
        elif key in map(folded, _named(protocol.facts)):
            found.append(AppliedText(protocol=protocol, ground=Ground.NAMED))
        elif board and board in names:
            found.append(AppliedText(protocol=protocol, ground=Ground.BOARD))
    order = tuple(Ground)
    yield from sorted(
        found,
        key=lambda one: (one.protocol.subject, order.index(one.ground), one.protocol.slug),
    )


def _named(facts: Facts) -> tuple[str, ...]:
    """Return the schools that a text is meant for, and those where an adopted one holds on."""
    adopted = (school for held in holdings(facts) for school in held.adoption.schools)
    return (*facts.applies_to, *(one for one in adopted if is_gone(one, facts)))


def _board(key: str, protocols: Iterable[Protocol]) -> str:
    """Return the board that a school's own texts name, "" when none does."""
    parents = (
        one.facts.organisation.parent
        for one in protocols
        if key in _names(one.facts.organisation, one.slug)
    )
    return next((parent for parent in parents if parent), "")


def _names(organisation: Organisation, address: str) -> frozenset[str]:
    return frozenset(map(folded, (organisation.name or address, *organisation.aliases)))
