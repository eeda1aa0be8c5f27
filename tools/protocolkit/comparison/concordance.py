"""The concordance of a subject: which clauses of which organisations answer which question.

Curated by a person, kept as ``topics.yml`` beside the protocols. A clause that holds several
norms stands in several topics; what has no counterpart stands in ``alone``.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum

from protocolkit.model import NOWHERE, Kind, Location


class Audience(Enum):
    """For whom a topic is: whom its clauses bind."""

    EVERYONE = "iedereen"
    STAFF = "medewerkers"
    PUPILS = "leerlingen"
    PARENTS = "ouders"
    SCHOOL = "school"


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """A group of topics that belong together on the page."""

    id: str
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """A clause or note that answers a topic: the organisation's slug and the anchor."""

    organisation: str
    anchor: str
    location: Location = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """A question that clauses of several protocols answer: a row of the matrix."""

    id: str
    title: str
    theme: str
    audience: Audience
    kind: Kind
    answers: tuple[Answer, ...]
    location: Location = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Concordance:
    """All topics of one subject, in the order of the page."""

    subject: str
    title: str
    themes: tuple[Theme, ...]
    topics: tuple[Topic, ...]
    alone: tuple[Answer, ...] = ()
