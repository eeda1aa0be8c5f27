"""Which clauses of one text do not go together: the same twice, nearly the same, or contrary.

Meant for a text that was put together from several documents. Knows clauses with their norms, and
where each came from; not which text they stand in.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import combinations

from protocolkit.relations.compare_clauses import compare
from protocolkit.relations.overlap import contained, dice
from protocolkit.relations.relation import Judgement, ReasonKind, Relation, Side
from protocolkit.text.words import tokens
from protocolkit.wording.thesaurus_file import canonical

# Terms shared over all terms. Found on drafts made of every two of five boards, with everything of
# both: what contradicts on one question shares a third; what is about something else shares less.
_CONTRARY_FROM = 0.3
_CONTRARY_ELSEWHERE_FROM = 0.5
_ALIKE_FROM = 0.8
# Of two the one says all that the other says, and more.
_WITHIN_FROM = 0.85
_WITHIN_LEAST = 0.6
_LEAST_TOKENS = 6
_MEASURES = frozenset(
    {ReasonKind.AGE, ReasonKind.TERM, ReasonKind.AMOUNT, ReasonKind.FREQUENCY, ReasonKind.NUMBER}
)


class Clash(Enum):
    """How two clauses of one text do not go together."""

    SAME = "same"
    ALIKE = "alike"
    CONTRARY = "contrary"


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """A clause of a text: its name there, what it says, whose words it has, what it answers.

    ``origin`` is ``""`` for words of one's own; ``topics`` is empty when that is not known.
    """

    name: str
    side: Side
    origin: str = ""
    topics: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """Two clauses that do not go together, in the order of the text, and why."""

    left: Placed
    right: Placed
    clash: Clash
    judgement: Judgement


def clashes(placed: Sequence[Placed]) -> Iterator[Found]:
    """Yield every two clauses that do not go together.

    That two clauses of one document contradict each other is not asked: somebody wrote them to
    stand beside each other.
    """
    terms = [frozenset(canonical(one.side.text, one.side.names)) for one in placed]
    for (a, left), (b, right) in combinations(enumerate(placed), 2):
        near = dice(terms[a], terms[b])
        within = contained(terms[a], terms[b])
        if near < _CONTRARY_FROM or min(map(_length, (left, right))) < _LEAST_TOKENS:
            continue
        judgement = compare(left.side, right.side)
        clash = _clash(left, right, judgement, near, within)
        if clash is not None:
            yield Found(left=left, right=right, clash=clash, judgement=judgement)


def _length(placed: Placed) -> int:
    return len(tokens(placed.side.text))


def _clash(
    left: Placed, right: Placed, judgement: Judgement, near: float, within: float
) -> Clash | None:
    relation = judgement.relation
    if relation is Relation.IDENTICAL:
        return Clash.SAME
    if _is_contrary(left, right, judgement, near):
        return Clash.CONTRARY
    if near >= _ALIKE_FROM and relation is Relation.EDITORIAL:
        return Clash.ALIKE
    is_part = within >= _WITHIN_FROM and near >= _WITHIN_LEAST
    return Clash.ALIKE if is_part and relation is Relation.PARTIAL else None


def _is_contrary(left: Placed, right: Placed, judgement: Judgement, near: float) -> bool:
    if left.origin == right.origin:
        return False
    is_one_question = bool(left.topics & right.topics)
    if judgement.relation.is_contrary:
        return is_one_question or near >= _CONTRARY_ELSEWHERE_FROM
    return near >= _CONTRARY_ELSEWHERE_FROM and any(
        reason.kind in _MEASURES and reason.left and reason.right for reason in judgement.reasons
    )
