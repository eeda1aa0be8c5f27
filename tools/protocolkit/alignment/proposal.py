"""The values: links between clauses with a score and reasons, and the topics they make."""

from __future__ import annotations

from dataclasses import dataclass

from protocolkit.base.messages import Message
from protocolkit.document.place import Place


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkReason:
    """Why two clauses were put together; ``weight`` is its share of the score, 0 to 1."""

    message: Message
    weight: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """Two clauses of different organisations that seem to answer one question.

    ``score`` is an estimate of the chance that a person would say so, 0 to 1; ``left`` comes
    before ``right`` in the order of their places; reasons, the heaviest first.
    """

    left: Place
    right: Place
    score: float
    reasons: tuple[LinkReason, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposedTopic:
    """Clauses that seem to answer one question; every clause of a set stands in at least one.

    ``members`` are in the order of their places; ``central`` is the member most like the
    others; ``score`` is the mean of its links' scores, 0 for a clause that stands alone.
    """

    members: tuple[Place, ...]
    central: Place
    score: float = 0.0

    @property
    def is_alone(self) -> bool:
        """Whether nothing was found that answers the same question."""
        return len({member.organisation for member in self.members}) < 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Nearest:
    """Which clauses of one other board are nearest to a clause, the best first.

    Their score is the chance of the pair, also where another pair was proposed instead of it.
    """

    place: Place
    organisation: str
    links: tuple[Link, ...]

    @property
    def places(self) -> tuple[Place, ...]:
        """The clauses themselves, in order."""
        return tuple(link.right if link.left == self.place else link.left for link in self.links)


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """All topics proposed for a set of protocols, and the links behind them.

    The same protocols in any order give the same proposal. For more than a few dozen protocols
    ``links`` is empty: the topics hold them. ``nearest`` has something only when it was asked for.
    """

    topics: tuple[ProposedTopic, ...]
    links: tuple[Link, ...] = ()
    nearest: tuple[Nearest, ...] = ()
