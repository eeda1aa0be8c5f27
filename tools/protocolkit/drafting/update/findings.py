"""What became of a clause since it was drafted: the values that an update is made of."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

from protocolkit.document.facts import OrganisationKind, Provenance
from protocolkit.document.model import Clause, Footnote, Protocol
from protocolkit.drafting.template.values import Choice

EarlierWords = Callable[[Provenance], str]


class Finding(Enum):
    """What became of one clause, or of one topic."""

    SAME = "same"
    OFFERED = "offered"
    MOVED = "moved"
    BOTH = "both"
    KEPT = "kept"
    DEVIATES = "deviates"
    NEW = "new"
    GONE = "gone"
    OPEN = "open"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True, kw_only=True)
class ClauseUpdate:
    """One clause and what happened to it.

    ``anchor`` is the clause's here, for what is new the topic's or the board's. ``present`` are
    the words here, ``offered`` those that can be taken over, values filled in; ``earlier`` those
    of the source when they were taken, where they can be found. ``choice`` or ``given`` is what
    is taken over; ``choices`` are what can be chosen where nobody chose yet.
    """

    finding: Finding
    anchor: str
    topic: str = ""
    question: str = ""
    present: str = ""
    offered: str = ""
    earlier: str = ""
    choice: Choice | None = None
    given: Clause | Footnote | None = None
    choices: tuple[Choice, ...] = ()

    @property
    def can_be_accepted(self) -> bool:
        """Whether there is something to take over."""
        return self.choice is not None or self.given is not None


"""Gives the words of a source as they were when they were taken, or ``""`` when unknown."""


def own_names(protocol: Protocol) -> dict[str, str]:
    """Return what an organisation's own facts fill in."""
    organisation = protocol.facts.organisation
    is_school = organisation.kind is OrganisationKind.SCHOOL
    schools = protocol.facts.applies_to
    one_school = schools[0] if len(schools) == 1 else ""
    names = {
        "bestuur": organisation.parent if is_school else organisation.name,
        "school": organisation.name if is_school else one_school,
    }
    return {key: name for key, name in names.items() if name}
