"""What is known about a protocol besides its text: the facts of its front matter, as values.

Every fact is either found in the source or marked as supplied; nothing is invented, so most
fields may be empty. Dates are ISO 8601, whole or partial (``2019-05``), as text. A fact is declared
here once: reader, writer, JSON, schemas and checks follow from its type and its :class:`About`.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import Enum
from functools import cache
from typing import Annotated, get_args, get_type_hints

from protocolkit.base.messages import Marked, mark
from protocolkit.document.place import NO_PLACE, Place


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """What everybody knows of a fact, told once where it is declared.

    ``description`` is what an editor tells about its key. A date is whole or partial ISO 8601; a
    claim needs words of the source, or a mark that it is supplied.
    """

    description: Marked
    is_date: bool = False
    is_claim: bool = False


def about(description: str, *, is_date: bool = False, is_claim: bool = False) -> About:
    """Declare a fact beside its type."""
    return About(description=mark(description), is_date=is_date, is_claim=is_claim)


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


class Right(Enum):
    """The right by which a body decides."""

    CONSENT = "instemming"
    ADVICE = "advies"
    ADOPTION = "vaststelling"
    INFORMATION = "ter kennisneming"


class Decision(Enum):
    """What a body decided; ``ASKED`` when it has not, or when nobody recorded it."""

    ASKED = "gevraagd"
    GRANTED = "verleend"
    GRANTED_WITH_CHANGES = "verleend met afgesproken wijzigingen"
    WITHHELD = "onthouden"
    POSITIVE = "positief"
    NEGATIVE = "negatief"
    RECOMMENDATIONS = "met aanbevelingen"
    ADOPTED = "vastgesteld"
    ADJOURNED = "aangehouden"
    PROPOSAL_WITHDRAWN = "voorstel ingetrokken"
    NO_ANSWER = "geen antwoord binnen de termijn"


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
class Proof:
    """The letter, minutes or scan that says what a body decided; it is kept, never published."""

    file: Annotated[str, about("The name of the file, without its folder.")] = ""
    date: Annotated[str, about("The day of the file.", is_date=True)] = ""
    sha256: Annotated[str, about("The check code of the bytes of the file.")] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Approval:
    """Who decided what and when, as the document or a record says; ``words`` say so in the text.

    Of a body that the text was submitted to, ``version`` is the kept version that it had before it
    and ``sent``, ``meeting`` and ``before`` are the days of that.
    """

    body: Annotated[str, about("Who decided, as printed.")]
    right: Annotated[Right, about("By which right.")]
    decision: Annotated[
        Decision, about("What was decided; without it the body was asked and no more.")
    ] = Decision.ASKED
    section: Annotated[str, about("The part of the council: staff, parents or pupils.")] = ""
    date: Annotated[str, about("The day of the decision.", is_date=True)] = ""
    fingerprint: Annotated[str, about("The check code of the text that was decided on.")] = ""
    words: Annotated[str, about("The words of the document that say so.")] = ""
    version: Annotated[str, about("The name of the kept version that the body got.")] = ""
    sent: Annotated[str, about("The day on which the text was submitted.", is_date=True)] = ""
    meeting: Annotated[str, about("The day of the body's meeting.", is_date=True)] = ""
    before: Annotated[str, about("The last day for an answer.", is_date=True)] = ""
    ground: Annotated[str, about("The article of the law or rules that gives the right.")] = ""
    schools: Annotated[
        tuple[str, ...], about("The schools that the body decides for; none is all of them.")
    ] = ()
    shared: Annotated[
        bool, about("True when the body may share the text with those it speaks for.")
    ] = False
    answered: Annotated[
        str, about("The day on which the board answered the advice in writing.", is_date=True)
    ] = ""
    proof: Annotated[Proof, about("The file that proves the decision.")] = Proof()


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
    based_on: Annotated[str, about("The protocol that this one adopts.", is_claim=True)] = ""
    replaces: Annotated[str, about("The protocol that this one replaces.", is_claim=True)] = ""
    applies_to: Annotated[
        tuple[str, ...], about("The schools for which it is valid.", is_claim=True)
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


def declared(made: type) -> Mapping[str, About]:
    """Return what is declared of the fields of a class of facts, by name and in their order."""
    return _declared(made)


def declared_at(path: str) -> About:
    """Return what is declared of a fact by its path in the front matter (``source.retrieved``).

    Raises :class:`KeyError` when there is none.
    """
    holder, _, name = path.rpartition(".")
    made: type = get_type_hints(Facts)[holder] if holder else Facts
    return declared(made)[name]


@cache
def _declared(made: type) -> Mapping[str, About]:
    hints = get_type_hints(made, include_extras=True)
    return {
        own.name: said
        for own in dataclasses.fields(made)
        for said in get_args(hints[own.name])
        if isinstance(said, About)
    }


RECORDS: tuple[type, ...] = (
    Facts,
    Organisation,
    Source,
    Proof,
    Approval,
    Acceptance,
    Evidence,
    Provenance,
)
"""Every class that facts are made of."""


def is_own(facts: Facts) -> bool:
    """Tell whether a text is its organisation's own document, written here.

    A text with a source was found elsewhere: what we show of it is a rendering.
    """
    return not (facts.source.file or facts.source.address or facts.source.retrieved)


DECIDED = (Status.ADOPTED, Status.IN_FORCE)
"""What a protocol is when it has been decided about and holds, or will."""

PENDING = (Status.CONCEPT, Status.INTENDED, Status.SUBMITTED)
"""A text on its way: nothing holds yet."""


_UNANSWERED = (Decision.PROPOSAL_WITHDRAWN, Decision.NO_ANSWER)
FITTING: Mapping[Right, frozenset[Decision]] = {
    Right.CONSENT: frozenset(
        {Decision.GRANTED, Decision.GRANTED_WITH_CHANGES, Decision.WITHHELD, *_UNANSWERED}
    ),
    Right.ADVICE: frozenset(
        {Decision.POSITIVE, Decision.NEGATIVE, Decision.RECOMMENDATIONS, *_UNANSWERED}
    ),
    Right.ADOPTION: frozenset({Decision.ADOPTED, Decision.PROPOSAL_WITHDRAWN}),
    Right.INFORMATION: frozenset(),
}
"""What can be decided by each right."""

_IN_FAVOUR = frozenset(
    {
        Decision.GRANTED,
        Decision.GRANTED_WITH_CHANGES,
        Decision.POSITIVE,
        # An advice is no consent: whatever it says, it was given.
        Decision.NEGATIVE,
        Decision.RECOMMENDATIONS,
        Decision.ADOPTED,
    }
)


def is_adoption(approval: Approval) -> bool:
    """Tell whether a body adopted the text."""
    return approval.right is Right.ADOPTION and approval.decision is Decision.ADOPTED


def is_decided(approval: Approval) -> bool:
    """Tell whether a body decided, and was not only asked or informed."""
    return approval.decision not in (Decision.ASKED, Decision.ADJOURNED)


def is_in_favour(approval: Approval) -> bool:
    """Tell whether nothing a body decided stands in the way: consent, an advice, an adoption."""
    return approval.right is Right.INFORMATION or approval.decision in _IN_FAVOUR


def without_proofs(facts: Facts) -> Facts:
    """Return facts as they may be published: which files prove a decision is nobody else's."""
    if all(approval.proof == Proof() for approval in facts.approvals):
        return facts
    approvals = tuple(replace(approval, proof=Proof()) for approval in facts.approvals)
    return replace(facts, approvals=approvals)


def adopted_on(facts: Facts) -> str:
    """Return the date of the last adoption that is recorded, or ``""``."""
    dates = (a.date for a in facts.approvals if is_adoption(a))
    return max(dates, default="")


def year_of(facts: Facts) -> str:
    """Return the year under which a text is known, or ``""``.

    The document's own date comes first, then when it took effect, then the last decision on it.
    """
    decided = sorted(a.date for a in facts.approvals if a.date and is_decided(a))
    dates = [facts.dated, facts.valid_from, *reversed(decided)]
    return next((date[:4] for date in dates if date), "")
