"""What is known of a document before any of its texts is looked at for what another one fills in.

Its names and those of the other boards, what it calls its own clauses, schools it seems to have.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from protocolkit.base.told_once import kept_once
from protocolkit.document.facts import OrganisationKind
from protocolkit.document.model import Protocol
from protocolkit.document.names import names_of
from protocolkit.document.outline import protocol_text, rich_texts
from protocolkit.document.richtext import Link, plain, walk
from protocolkit.drafting.template.clause_numbers import numbered_clauses
from protocolkit.drafting.template.school_names import guessed_names
from protocolkit.references.resolve import resolve_references

BOARD = "naam van het bestuur"
SCHOOL = "naam van de school"


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What is known of a document: ``names`` with what is printed for each, ``cited`` with anchors.

    ``guesses`` are the names of schools that its capitals show.
    """

    slug: str
    names: dict[str, str]
    cited: Mapping[str, str]
    guesses: frozenset[str]


def known_of(own: Protocol, others: Iterable[Protocol]) -> Known:
    """Return what is known of ``own`` beside the documents of other boards.

    Names of the other boards are placeholders too: a text that was copied may still hold one.
    """
    cited, guesses = _own_words(own)
    return Known(slug=own.slug, names=_names(own, others), cited=cited, guesses=guesses)


def _names(own: Protocol, others: Iterable[Protocol]) -> dict[str, str]:
    """Return every name with what is printed for it; the first document's meaning wins.

    A short name that a text introduces holds in that text only.
    """
    found: dict[str, str] = {}
    for protocol in (own, *others):
        organisation = protocol.facts.organisation
        is_school = organisation.kind is OrganisationKind.SCHOOL
        for name in (organisation.name, *organisation.aliases):
            found.setdefault(name, SCHOOL if is_school else BOARD)
        for name in protocol.facts.applies_to:
            found.setdefault(name, SCHOOL)
        found.setdefault(organisation.parent, BOARD)
    is_school = own.facts.organisation.kind is OrganisationKind.SCHOOL
    for name in names_of(own):
        found.setdefault(name, SCHOOL if is_school else BOARD)
    return {" ".join(name.split()): printed for name, printed in found.items() if name.strip()}


@kept_once
def _own_words(own: Protocol) -> tuple[dict[str, str], frozenset[str]]:
    """Return what a document calls its own clauses, and the names that its capitals show."""
    return _cited(own), guessed_names(protocol_text(own))


def _cited(own: Protocol) -> dict[str, str]:
    """Return what a document calls its own clauses, each with the anchor that is meant."""
    links = {
        plain(inline.content): inline.target[1:]
        for rich in rich_texts(own)
        for inline in walk(rich)
        if isinstance(inline, Link) and inline.target.startswith("#")
    }
    resolved = {found.text: found.target for found in resolve_references(own)}
    return {**numbered_clauses(own), **links, **resolved}
