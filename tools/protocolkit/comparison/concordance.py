"""The concordance of a subject: which clauses of which organisations answer which question.

Kept as ``topics.yml`` beside the protocols. A clause that holds several norms stands in several
topics; what has no counterpart stands in ``alone``. What a person decided wins over what was
proposed: a curated answer over a confirmed one, a confirmed one over a proposal, and what a
person rejected is no answer.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum

from protocolkit.base.location import NOWHERE, Location
from protocolkit.base.messages import Translate, mark
from protocolkit.document.model import Kind
from protocolkit.document.place import Place
from protocolkit.norms.norm import Party


class Audience(Enum):
    """For whom a topic is: whom its clauses bind."""

    EVERYONE = "iedereen"
    STAFF = "medewerkers"
    PUPILS = "leerlingen"
    PARENTS = "ouders"
    SCHOOL = "school"


class AnswerStanding(Enum):
    """Who says that a clause answers a topic."""

    CURATED = "curated"
    CONFIRMED = "confirmed"
    PROPOSED = "proposed"

    @property
    def is_decided(self) -> bool:
        """Whether a person decided it: put it there by hand, or confirmed a proposal."""
        return self is not AnswerStanding.PROPOSED


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """A group of topics that belong together on the page."""

    id: str
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """A clause or note that answers a topic.

    Two answers are equal when they name the same clause, whoever put it there.
    """

    place: Place
    standing: AnswerStanding = field(default=AnswerStanding.CURATED, compare=False)
    location: Location = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """A question that clauses of several protocols answer: a row of the matrix.

    ``note`` is a remark on law or practice, often empty. ``asked`` are words with which people ask
    for it, for the search page. ``answers`` come curated first, then
    confirmed, then proposed; ``rejected`` are the clauses of which a person said that they do
    not belong here.
    """

    id: str
    title: str
    theme: str
    audience: Audience
    kind: Kind
    answers: tuple[Answer, ...]
    rejected: tuple[Answer, ...] = ()
    note: str = ""
    asked: tuple[str, ...] = ()
    location: Location = field(default=NOWHERE, compare=False)

    @property
    def is_proposed(self) -> bool:
        """Whether nobody has looked at it yet: all its answers are proposals."""
        return bool(self.answers) and not any(found.standing.is_decided for found in self.answers)


@dataclass(frozen=True, slots=True, kw_only=True)
class Concordance:
    """All topics of one subject, in the order of the page.

    ``rejected_pairs`` are pairs of clauses of which a person said that they do not answer one
    question, whatever the topic.
    """

    subject: str
    title: str
    themes: tuple[Theme, ...]
    topics: tuple[Topic, ...]
    alone: tuple[Answer, ...] = ()
    rejected_pairs: tuple[tuple[Answer, Answer], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SeenText:
    """Which text stood under a decision: the beginning of a clause's fingerprint."""

    place: Place
    fingerprint: str


_NAMES = {
    "iedereen": mark("everyone"),
    "medewerkers": mark("staff"),
    "leerlingen": mark("pupils"),
    "ouders": mark("parents"),
    "school": mark("the school"),
}


def audience_name(whom: Audience | Party, translate: Translate) -> str:
    """Return the name of an audience or party."""
    return translate(_NAMES[whom.value])
