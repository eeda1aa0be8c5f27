"""What is known about a protocol besides its text: the facts of its front matter, as values.

Every fact is either found in the source or marked as supplied; nothing is invented, so most
fields may be empty. Dates are ISO 8601, whole or partial (``2019-05``), as text. A fact is declared
here once: reader, writer, JSON, schemas and checks follow from its type and its :class:`About`.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import Enum
from typing import Annotated, get_type_hints

from protocolkit.document.approvals import (
    Approval,
    Decision,
    EarlierDecision,
    Ended,
    Mended,
    Proof,
    SmallCorrection,
    is_taken_back,
)
from protocolkit.document.declared_fact import About, about, declared
from protocolkit.document.place import NO_PLACE, Place


class OrganisationKind(Enum):
    """What kind of body issues a protocol."""

    BOARD = "bestuur"
    SCHOOL = "school"
    OFFICE = "bureau"


class Status(Enum):
    """How far a protocol has come, in the words that users read."""

    CONCEPT = "concept"
    INTENDED = "voorgenomen besluit"
    SUBMITTED = "voorgelegd"
    ADOPTED = "vastgesteld"
    IN_FORCE = "in werking"
    REPLACED = "vervangen"
    WITHDRAWN = "ingetrokken"
    UNKNOWN = "onbekend"


@dataclass(frozen=True, slots=True, kw_only=True)
class Organisation:
    """Who issues the protocol; ``aliases`` are the other names that the text uses for it."""

    name: Annotated[str, about("The name, in full.", is_claim=True)]
    kind: Annotated[OrganisationKind, about("What kind of organisation it is.", is_claim=True)] = (
        OrganisationKind.BOARD
    )
    sector: Annotated[str, about("The sector: po, vo, so or mbo.", is_claim=True)] = ""
    parent: Annotated[str, about("The board that a school belongs to.", is_claim=True)] = ""
    aliases: Annotated[
        tuple[str, ...], about("Other names that the text uses for it.", is_claim=True)
    ] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where the text came from; ``complete`` is False when the source breaks off."""

    file: Annotated[str, about("The file with the source, from the protocol's own folder.")] = ""
    complete: Annotated[bool, about("False when the source breaks off.")] = True
    address: Annotated[str, about("The web address where the source was found.")] = ""
    retrieved: Annotated[str, about("The day on which it was found there.", is_date=True)] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Acceptance:
    """An oddity that a person has seen and leaves as it is, with the reason."""

    code: Annotated[str, about("The name of the check, as 'protocol check' prints it.")]
    reason: Annotated[str, about("Why it may stay as it is.")]
    anchor: Annotated[str, about("The anchor of the text that it is about.")] = ""
    line: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """A fact (by its path in the front matter) and the words of the source that say so."""

    fact: Annotated[str, about("The path of the fact, such as dated.")]
    words: Annotated[str, about("The words of the source.")]


@dataclass(frozen=True, slots=True, kw_only=True)
class Provenance:
    """Where a drafted clause came from: a choice of a template.

    ``anchor`` is the clause's own; ``source`` is the clause whose wording was taken;
    ``fingerprint`` is the beginning of that of the words as the template offered them,
    placeholders open; ``written`` is the CRC-32 of the words as they were first written here.
    ``template`` is the beginning of the template's version.
    """

    anchor: Annotated[str, about("The anchor of the clause in this document.")]
    topic: Annotated[str, about("The topic of the template.")]
    choice: Annotated[str, about("The name of the choice in the template.")]
    source: Annotated[Place, about("Whose wording was taken: organisation#anchor.")] = NO_PLACE
    fingerprint: Annotated[
        str, about("The check code of the words as the template offered them.")
    ] = ""
    written: Annotated[
        str, about("The check code of the words as they were first written here.")
    ] = ""
    template: Annotated[str, about("The version of the template.")] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RemovedName:
    """That a name was taken out of a kept version on request; the name itself is not told."""

    date: Annotated[str, about("The day on which that was done.", is_date=True)] = ""
    fingerprint: Annotated[str, about("The check code that the text had before.")] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class EndedSchool:
    """That a school is no more: no text holds there, and what was decided for it stays recorded.

    ``is_over`` says so of a kept version that was meant for it, ``is_to_come`` that its day is to
    come where a protocol is told for a day; both are worked out, never written.
    """

    name: Annotated[str, about("The school, as it was called.")]
    date: Annotated[str, about("From which day the school is no more.", is_date=True)] = ""
    is_over: bool = field(default=False, compare=False)
    is_to_come: bool = field(default=False, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class RenamedSchool:
    """That a school got another name: what was decided for it under the old one is about it."""

    formerly: Annotated[str, about("The name that the school had before.")]
    name: Annotated[str, about("The name that the school has now.")]


@dataclass(frozen=True, slots=True, kw_only=True, weakref_slot=True)
class Facts:
    """The front matter of one protocol.

    ``supplied`` names the facts (by path, ``organisation.sector``) that no word of the source
    gives; ``retired`` lists the anchors that may never be used again.
    """

    organisation: Annotated[Organisation, about("Whose protocol this is.")]
    title: Annotated[str, about("The title; the text is what is printed.", is_claim=True)] = ""
    title_supplied: Annotated[bool, about("True when the document has no title of its own.")] = (
        False
    )
    status: Annotated[Status, about("How far the protocol has come.", is_claim=True)] = (
        Status.UNKNOWN
    )
    version: Annotated[str, about("The version, as the document says it.", is_claim=True)] = ""
    dated: Annotated[
        str,
        about(
            "The date of the document: year, year-month or year-month-day.",
            is_date=True,
            is_claim=True,
        ),
    ] = ""
    valid_from: Annotated[
        str, about("The day on which it takes effect.", is_date=True, is_claim=True)
    ] = ""
    valid_until: Annotated[
        str, about("The last day on which it is valid.", is_date=True, is_claim=True)
    ] = ""
    review_date: Annotated[
        str, about("When it will be evaluated.", is_date=True, is_claim=True)
    ] = ""
    owner: Annotated[str, about("Who is responsible for the text.", is_claim=True)] = ""
    contact: Annotated[
        str,
        about(
            "The function that answers questions about the text, never a person's name.",
            is_claim=True,
        ),
    ] = ""
    based_on: Annotated[str, about("The protocol that this one adopts.", is_claim=True)] = ""
    replaces: Annotated[str, about("The protocol that this one replaces.", is_claim=True)] = ""
    applies_to: Annotated[
        tuple[str, ...], about("The schools for which it is valid.", is_claim=True)
    ] = ()
    ended_schools: Annotated[tuple[EndedSchool, ...], about("The schools that are no more.")] = ()
    renamed_schools: Annotated[
        tuple[RenamedSchool, ...], about("The schools that got another name.")
    ] = ()
    source: Annotated[Source, about("Where the text came from.")] = Source()
    approvals: Annotated[tuple[Approval, ...], about("Who decided what and when.")] = ()
    accepted: Annotated[
        tuple[Acceptance, ...], about("Oddities that a person has seen and leaves as they are.")
    ] = ()
    retired: Annotated[tuple[str, ...], about("Anchors that may never be used again.")] = ()
    supplied: Annotated[
        tuple[str, ...], about("Facts that the source does not give, such as organisation.sector.")
    ] = ()
    evidence: Annotated[
        tuple[Evidence, ...], about("The words of the source that prove a fact.")
    ] = ()
    provenance: Annotated[
        tuple[Provenance, ...], about("Which choices of a template its clauses came from.")
    ] = ()
    removed_names: Annotated[
        tuple[RemovedName, ...], about("When a name was taken out of this kept version.")
    ] = ()


def declared_at(path: str) -> About:
    """Return what is declared of a fact by its path in the front matter (``source.retrieved``).

    Raises :class:`KeyError` when there is none.
    """
    holder, _, name = path.rpartition(".")
    made: type = get_type_hints(Facts)[holder] if holder else Facts
    return declared(made)[name]


def days() -> tuple[str, ...]:
    """Return the names of the facts that are a day, such as ``valid_from``."""
    return tuple(name for name, said in declared(Facts).items() if said.is_date)


RECORDS: tuple[type, ...] = (
    Facts,
    Organisation,
    Source,
    Proof,
    SmallCorrection,
    Mended,
    EarlierDecision,
    Ended,
    Approval,
    Acceptance,
    Evidence,
    Provenance,
    EndedSchool,
    RenamedSchool,
    RemovedName,
)
"""Every class that facts are made of."""


def is_own(facts: Facts) -> bool:
    """Tell whether a text is its organisation's own document, written here.

    A text with a source was found elsewhere: what we show of it is a rendering.
    """
    return not (facts.source.file or facts.source.address or facts.source.retrieved)


DECIDED = (Status.ADOPTED, Status.IN_FORCE)
"""What a protocol is when it has been decided about and holds, or will."""

OVER = (Status.REPLACED, Status.WITHDRAWN)
"""A text that holds no more."""

PENDING = (Status.CONCEPT, Status.INTENDED, Status.SUBMITTED)
"""A text on its way: nothing holds yet."""


def without_proofs(facts: Facts) -> Facts:
    """Return facts as they may be published: which files prove a decision is nobody else's."""
    if not any(approval.proofs for approval in facts.approvals):
        return facts
    approvals = tuple(
        replace(
            approval,
            proof=Proof(),
            earlier=tuple(replace(one, proof=Proof()) for one in approval.earlier),
        )
        for approval in facts.approvals
    )
    return replace(facts, approvals=approvals)


def versions_taken_back(facts: Facts) -> frozenset[str]:
    """Return the names of kept versions that were kept for an adoption that was taken back."""
    other = {one.version for one in facts.approvals if not is_taken_back(one)}
    return frozenset(one.version for one in facts.approvals if is_taken_back(one)) - other - {""}


def asked_of(facts: Facts) -> str:
    """Return the function that answers questions about a text, or who is responsible for it."""
    return facts.contact or facts.owner


def year_of(facts: Facts) -> str:
    """Return the year under which a text is known, or ``""``.

    The document's own date comes first, then when it took effect, then when it was last adopted.
    No other decision gives a text a date.
    """
    adopted = sorted(one.date for one in facts.approvals if one.decision is Decision.ADOPTED)
    dates = [facts.dated, facts.valid_from, *reversed(adopted)]
    return next((date[:4] for date in dates if date), "")
