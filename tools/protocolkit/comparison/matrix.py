"""The matrix of a subject: topics × organisations, as data that every output renders.

Absence is a claim about a named board, so a cell says what was found and no more: present,
elsewhere (only in a note or in guidance), not found in this document, or unknown because the
source is incomplete. Unknown counts in no figure.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import Enum

from protocolkit.comparison.concordance import Answer, AnswerStanding, Concordance, Theme, Topic
from protocolkit.document.entry_text import year_of_text
from protocolkit.document.facts import DECIDED, Status
from protocolkit.document.fingerprints import protocol_fingerprint
from protocolkit.document.model import Clause, Footnote, Protocol
from protocolkit.document.outline import addressable, clause_text, labels, lead_ins
from protocolkit.document.place import Place

UrlOf = Callable[[Protocol, str], str]


class Presence(Enum):
    """What a cell says about an organisation's document."""

    PRESENT = "present"
    ELSEWHERE = "elsewhere"
    NOT_FOUND = "not_found"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class CellClause:
    """A clause in a cell. ``text`` has no marker; ``lead_in`` is the sentence before a bullet.

    ``standing`` says whether a person put it here or it is still a proposal.
    """

    place: Place
    label: str
    text: str
    url: str
    lead_in: str = ""
    standing: AnswerStanding = AnswerStanding.CURATED


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """What one organisation's document says on one topic."""

    organisation: str
    presence: Presence
    clauses: tuple[CellClause, ...] = ()

    @property
    def places(self) -> tuple[Place, ...]:
        """The places of its clauses, in their order."""
        return tuple(clause.place for clause in self.clauses)


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One topic with a cell for every column, in the order of the columns."""

    topic: Topic
    cells: tuple[Cell, ...]

    @property
    def clauses(self) -> tuple[CellClause, ...]:
        """The clauses of all its cells, in the order of the columns."""
        return tuple(clause for cell in self.cells for clause in cell.clauses)

    @property
    def places(self) -> tuple[Place, ...]:
        """The places of all its clauses, in the order of the columns."""
        return tuple(clause.place for clause in self.clauses)


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One organisation's document; ``holds_from`` is the day of one that was adopted, if known.

    ``fingerprint`` is the check code of its text.
    """

    slug: str
    name: str
    year: str
    status: Status
    is_complete: bool
    url: str
    holds_from: str = ""
    fingerprint: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Matrix:
    """A subject's comparison; rows in the order of the concordance."""

    subject: str
    title: str
    columns: tuple[Column, ...]
    themes: tuple[Theme, ...]
    rows: tuple[Row, ...]

    @property
    def characters(self) -> int:
        """How long all its clauses are together."""
        return sum(len(clause.text) for row in self.rows for clause in row.clauses)


@dataclass(frozen=True, slots=True)
class Document:
    """A protocol with what its cells need, worked out once."""

    protocol: Protocol
    found: Mapping[str, Clause | Footnote]
    labels: Mapping[str, str]
    lead_ins: Mapping[str, str]
    url_of: UrlOf

    @property
    def is_complete(self) -> bool:
        """Whether its source does not break off."""
        return self.protocol.facts.source.complete


def make_matrix(protocols: Iterable[Protocol], concordance: Concordance, url_of: UrlOf) -> Matrix:
    """Line protocols of one subject up by its concordance.

    Columns come in the order of the organisations' names. ``url_of(protocol, anchor)`` gives
    a clause's address (with anchor ``""`` the document's). Answers that name an unknown
    organisation or anchor are left out; :mod:`protocolkit.checking` reports them.
    """
    ordered = sorted(protocols, key=lambda p: (p.facts.organisation.name.casefold(), p.slug))
    documents = [make_document(protocol, url_of) for protocol in ordered]
    return Matrix(
        subject=concordance.subject,
        title=concordance.title,
        columns=tuple(make_column(document) for document in documents),
        themes=concordance.themes,
        rows=tuple(_row(topic, documents) for topic in concordance.topics),
    )


def make_document(protocol: Protocol, url_of: UrlOf) -> Document:
    """Work out what the cells of a protocol need."""
    found = {item.anchor: item for item in addressable(protocol)}
    return Document(protocol, found, labels(protocol), lead_ins(protocol), url_of)


def make_column(document: Document) -> Column:
    """Make the column of a document."""
    protocol = document.protocol
    return Column(
        slug=protocol.slug,
        name=protocol.facts.organisation.name,
        year=year_of_text(protocol),
        status=protocol.facts.status,
        is_complete=protocol.facts.source.complete,
        url=document.url_of(protocol, ""),
        holds_from=protocol.facts.valid_from if protocol.facts.status in DECIDED else "",
        fingerprint=protocol_fingerprint(protocol),
    )


def answers_of(topic: Topic) -> dict[str, list[Answer]]:
    """Return the answers to a topic by organisation, in their order."""
    found: dict[str, list[Answer]] = {}
    for answer in topic.answers:
        found.setdefault(answer.place.organisation, []).append(answer)
    return found


def make_cell(topic: Topic, answers: Iterable[Answer], document: Document) -> Cell:
    """Make the cell of a document, which gives these answers to a topic."""
    known = [answer for answer in answers if answer.place.anchor in document.found]
    found = [document.found[answer.place.anchor] for answer in known]
    return Cell(
        organisation=document.protocol.slug,
        presence=_presence(topic, document.protocol, found),
        clauses=tuple(_cell_clause(answer, document) for answer in known),
    )


def _row(topic: Topic, documents: Iterable[Document]) -> Row:
    answers = answers_of(topic)
    cells = (make_cell(topic, answers.get(d.protocol.slug, ()), d) for d in documents)
    return Row(topic=topic, cells=tuple(cells))


def _presence(topic: Topic, protocol: Protocol, found: list[Clause | Footnote]) -> Presence:
    if not found:
        complete = protocol.facts.source.complete
        return Presence.NOT_FOUND if complete else Presence.UNKNOWN
    ruled = any(item.kind.is_compared for item in found)
    return Presence.PRESENT if ruled or not topic.kind.is_compared else Presence.ELSEWHERE


def _cell_clause(answer: Answer, document: Document) -> CellClause:
    item = document.found[answer.place.anchor]
    return CellClause(
        place=answer.place,
        label=document.labels[item.anchor],
        text=" ".join(clause_text(item).split()),
        url=document.url_of(document.protocol, item.anchor),
        lead_in=document.lead_ins.get(item.anchor, ""),
        standing=answer.standing,
    )
