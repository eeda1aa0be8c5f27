"""What boards disagree about in a topic, so that a school has to choose for itself.

Contrary rules always count. Another age, term, amount, frequency or number, and a condition that
one board sets and the other does not, count between clauses that are each other's counterpart:
of all that either board says on the topic, these two are nearest. So does what perhaps cannot both
hold: another order, another way of doing it, a ban and a leave for some; and leave that one asks
for what the other is free with. Where no rule has most boards and each of two boards has one clause
on the topic, these are counterparts whatever their words: another amount counts, and so does leave
against a rule.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from protocolkit.base.remembered import remembered
from protocolkit.comparison.judgements import Pair
from protocolkit.document.outline import clause_text
from protocolkit.document.place import Place
from protocolkit.drafting.template.sources import Sources
from protocolkit.drafting.template.values import Contest
from protocolkit.norms.norm import Modality
from protocolkit.relations.among import CONTRARY_FROM, deciding
from protocolkit.relations.leave import differ_on_leave
from protocolkit.relations.otherwise import perhaps_otherwise
from protocolkit.relations.overlap import dice
from protocolkit.relations.relation import Judgement, Reason, ReasonKind, Side, Trait
from protocolkit.text.sentences import sentence_spans

NEAR = 0.4
"""Clauses that share less than this of their terms are no counterparts."""

_MEASURES = (
    ReasonKind.AGE,
    ReasonKind.TERM,
    ReasonKind.AMOUNT,
    ReasonKind.FREQUENCY,
    ReasonKind.NUMBER,
)
_RULES = frozenset({Modality.OBLIGATION, Modality.PROHIBITION})
_CONDITIONS = (ReasonKind.CONDITION_ADDED, ReasonKind.CONDITION_DROPPED)


def contests(
    pairs: Sequence[Pair], ids: Mapping[Place, str], sources: Sources, *, is_tied: bool = False
) -> tuple[Contest, ...]:
    """Return the disagreements between the choices of one topic, each kind once for two choices.

    ``ids`` gives the choice of each place; pairs with a place that has none are left out. When
    the topic ``is_tied`` no rule is that of more boards than another.
    """
    known = [pair for pair in pairs if pair.left in ids and pair.right in ids]
    found: dict[tuple[str, str, ReasonKind], Contest] = {}
    near = _counterparts(known, sources)
    alone = _alone(known) if is_tied else frozenset()
    for pair in known:
        left, right = ids[pair.left], ids[pair.right]
        if left == right:
            continue
        is_near = (pair.left, pair.right) in near
        reasons = (
            tuple(_disagreements(pair.judgement, is_near=is_near))
            or _on_leave(pair, sources)
            or _perhaps(pair, sources)
            or (_other_rule(pair, sources) if alone >= {pair.left, pair.right} else ())
        )
        for reason in reasons:
            key = (min(left, right), max(left, right), reason.kind)
            if key not in found:
                found[key] = Contest(
                    left=left,
                    right=right,
                    relation=pair.judgement.relation,
                    reason=reason,
                    texts=(
                        clause_text(sources.item(pair.left)),
                        clause_text(sources.item(pair.right)),
                    ),
                )
    return tuple(found.values())


def _disagreements(judgement: Judgement, *, is_near: bool) -> Iterator[Reason]:
    is_contrary = judgement.relation.is_contrary
    if is_contrary and judgement.reasons:
        yield max(judgement.reasons, key=_decides)
    if not is_near:
        return
    is_equally_strict = all(found.kind is not ReasonKind.MODALITY for found in judgement.reasons)
    for reason in judgement.reasons:
        is_on_both = bool(reason.left and reason.right)
        is_condition = reason.kind in _CONDITIONS or reason.kind is ReasonKind.AGE
        if (reason.kind in _MEASURES and is_on_both) or (is_equally_strict and is_condition):
            yield reason


def _alone(pairs: Sequence[Pair]) -> frozenset[Place]:
    """Return the clauses that are all that their board says on the topic."""
    places = {place for pair in pairs for place in (pair.left, pair.right)}
    counts = Counter(place.organisation for place in places)
    return frozenset(place for place in places if counts[place.organisation] == 1)


def _other_rule(pair: Pair, sources: Sources) -> tuple[Reason, ...]:
    """Return why two sentences differ that are all that either board answers, whatever their words.

    Each answers the question, so they are each other's counterpart without a word in common.
    """
    judgement = pair.judgement
    texts = (clause_text(sources.item(place)) for place in (pair.left, pair.right))
    if (
        any(len(sentence_spans(text)) > 1 for text in texts)
        or judgement.relation.is_same_rule
        or judgement.relation.is_nearly_same
    ):
        return ()
    return tuple(
        reason
        for reason in judgement.reasons
        if (reason.kind is ReasonKind.AMOUNT and reason.left and reason.right)
        or (reason.kind is ReasonKind.MODALITY and _is_leave_against_rule(reason))
    )[:1]


def _is_leave_against_rule(reason: Reason) -> bool:
    """Tell whether the one gives leave where the other asks or forbids."""
    return sum(found is Modality.PERMISSION for found in reason.modalities) == 1 and (
        not _RULES.isdisjoint(reason.modalities)
    )


def _on_leave(pair: Pair, sources: Sources) -> tuple[Reason, ...]:
    """Return why the one asks leave for what the other is free with, where they do."""
    reasons = pair.judgement.reasons
    if not reasons or _nearness(pair, sources) < CONTRARY_FROM:
        return ()
    differs = _differ_on_leave(sources.side(pair.left), sources.side(pair.right))
    return (deciding(pair.judgement),) if differs else ()


def _perhaps(pair: Pair, sources: Sources) -> tuple[Reason, ...]:
    """Return why two clauses on the topic perhaps cannot both hold, though neither denies it."""
    reason = _otherwise(sources.side(pair.left), sources.side(pair.right))
    return (reason,) if reason else ()


@remembered
def _differ_on_leave(left: Side, right: Side) -> bool:
    return differ_on_leave(left, right)


@remembered
def _otherwise(left: Side, right: Side) -> Reason | None:
    return perhaps_otherwise(left, right, is_one_question=True)


def _decides(reason: Reason) -> bool:
    return bool(reason.traits & (Trait.OPPOSITE | Trait.DISJOINT))


def _counterparts(pairs: Sequence[Pair], sources: Sources) -> frozenset[tuple[Place, Place]]:
    """Return the pairs in which each clause is the other's nearest of all that its board says."""
    score = {(pair.left, pair.right): _nearness(pair, sources) for pair in pairs}
    best: dict[tuple[Place, str], float] = {}
    for (left, right), nearness in score.items():
        for place, other in ((left, right), (right, left)):
            key = place, other.organisation
            best[key] = max(best.get(key, 0.0), nearness)
    return frozenset(
        (left, right)
        for (left, right), nearness in score.items()
        if nearness >= NEAR
        and nearness == best[left, right.organisation] == best[right, left.organisation]
    )


def _nearness(pair: Pair, sources: Sources) -> float:
    return dice(sources.terms(pair.left), sources.terms(pair.right))
