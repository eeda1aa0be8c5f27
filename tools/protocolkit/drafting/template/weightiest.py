"""The order in which disagreements of boards are told: only the first few are shown.

First what a draft with both wordings would be told of: what contradicts, then what perhaps cannot
both hold. A document of which the source breaks off comes after those that are complete, and a
second difference between two wordings after the first one of every other two.
"""

from __future__ import annotations

from collections import Counter

from protocolkit.drafting.template.values import Contest, TemplateTopic
from protocolkit.relations.relation import PERHAPS, ReasonKind

_MEASURES = (ReasonKind.AGE, ReasonKind.TERM, ReasonKind.AMOUNT, ReasonKind.FREQUENCY)
_CLASHING = 1
"""Up to this class the two wordings do not go together in one text."""


def weightiest(topic: TemplateTopic) -> tuple[Contest, ...]:
    """Return on what boards disagree on a topic, the weightiest first."""
    complete = {choice.id for choice in topic.choices if choice.counted}
    others = {choice.id for choice in topic.choices} - complete
    earlier: Counter[frozenset[str]] = Counter()
    weighed: list[tuple[tuple[bool, bool, int, int], Contest]] = []
    for contest in topic.contests:
        both = frozenset((contest.left, contest.right))
        kind = _class(contest, is_first=not earlier[both])
        is_broken = not both.isdisjoint(others)
        weight = (kind > _CLASHING, is_broken, kind, earlier[both])
        earlier[both] += 1
        weighed.append((weight, contest))
    return tuple(contest for _, contest in sorted(weighed, key=lambda one: one[0]))


def _class(contest: Contest, *, is_first: bool) -> int:
    """Return how weighty a difference is; of two contrary clauses the first one decides."""
    reason = contest.reason
    if contest.relation.is_contrary and is_first:
        return 0
    is_on_both = bool(reason.left and reason.right)
    if reason.traits & PERHAPS or (reason.kind in (*_MEASURES, ReasonKind.NUMBER) and is_on_both):
        return 1
    return 2 if reason.kind in _MEASURES else 3
