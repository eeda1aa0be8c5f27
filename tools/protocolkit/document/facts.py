"""What is known about a protocol besides its text: the facts of its front matter, as values.

Every fact is either found in the source or marked as supplied; nothing is invented, so most
fields may be empty. Dates are ISO 8601, whole or partial (``2019-05``), as text.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum

from protocolkit.document.place import NO_PLACE, Place


class OrganisationKind(Enum):
    """What kind of body issues a protocol."""

    BOARD = "bestuur"
    SCHOOL = "school"
    OFFICE = "bureau"


class Status(Enum):
    """How far a protocol has come, in the words of terms.md."""

    CONCEPT = "concept"
    INTENDED = "voorgenomen besluit"
    SUBMITTED = "voorgelegd"
    ADOPTED = "vastgesteld"
    IN_FORCE = "in werking"
    REPLACED = "vervangen"
    WITHDRAWN = "ingetrokken"
    UNKNOWN = "onbekend"


class Right(Enum):
    """By which right a body decides."""

    CONSENT = "instemming"
    ADVICE = "advies"
    ADOPTION = "vaststelling"


class Decision(Enum):
    """What a body decided."""

    GRANTED = "verleend"
    WITHHELD = "onthouden"
    POSITIVE = "positief"
    NEGATIVE = "negatief"
    RECOMMENDATIONS = "met aanbevelingen"
    ADOPTED = "vastgesteld"


@dataclass(frozen=True, slots=True, kw_only=True)
class Organisation:
    """Who issues the protocol; ``aliases`` are the other names that the text uses for it."""

    name: str
    kind: OrganisationKind = OrganisationKind.BOARD
    sector: str = ""
    parent: str = ""
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where the text came from; ``complete`` is False when the source breaks off."""

    file: str = ""
    complete: bool = True
    address: str = ""
    retrieved: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Approval:
    """Who decided what and when, as the document or a record says; ``words`` is the proof."""

    body: str
    right: Right
    decision: Decision
    section: str = ""
    date: str = ""
    fingerprint: str = ""
    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Acceptance:
    """An oddity that a person has seen and leaves as it is, with the reason."""

    code: str
    reason: str
    anchor: str = ""
    line: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """A fact (by its path in the front matter) and the words of the source that say so."""

    fact: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Provenance:
    """Where a drafted clause came from: a choice of a template.

    ``anchor`` is the clause's own; ``source`` is the clause whose wording was taken;
    ``fingerprint`` is the beginning of that of the words as the template
    offered them, placeholders open; ``written`` is the CRC-32 of the words as they were first
    written here. ``template`` is the beginning of the template's version.
    """

    anchor: str
    topic: str
    choice: str
    source: Place = NO_PLACE
    fingerprint: str = ""
    written: str = ""
    template: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """The front matter of one protocol.

    ``supplied`` names the facts (by path, ``organisation.sector``) that no word of the source
    gives; ``retired`` lists the anchors that may never be used again.
    """

    organisation: Organisation
    title: str = ""
    title_supplied: bool = False
    status: Status = Status.UNKNOWN
    version: str = ""
    dated: str = ""
    valid_from: str = ""
    valid_until: str = ""
    review_date: str = ""
    owner: str = ""
    based_on: str = ""
    replaces: str = ""
    applies_to: tuple[str, ...] = ()
    source: Source = Source()
    approvals: tuple[Approval, ...] = ()
    accepted: tuple[Acceptance, ...] = ()
    retired: tuple[str, ...] = ()
    supplied: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    provenance: tuple[Provenance, ...] = ()


def is_own(facts: Facts) -> bool:
    """Tell whether a text is its organisation's own document, written here.

    A text with a source was found elsewhere: what we show of it is a rendering.
    """
    return not (facts.source.file or facts.source.address or facts.source.retrieved)


def adopted_on(facts: Facts) -> str:
    """Return the date of the last adoption that is recorded, or ``""``."""
    dates = (a.date for a in facts.approvals if a.decision is Decision.ADOPTED)
    return max(dates, default="")


def year_of(facts: Facts) -> str:
    """Return the year under which a text is known, or ``""``.

    The document's own date comes first, then when it took effect, then the last decision on it.
    """
    decided = sorted(approval.date for approval in facts.approvals if approval.date)
    dates = [facts.dated, facts.valid_from, *reversed(decided)]
    return next((date[:4] for date in dates if date), "")
