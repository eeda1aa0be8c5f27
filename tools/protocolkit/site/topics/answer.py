"""The answer to a topic's question, as its page opens with it: who says what, and who differ most.

The kinds of rule in their order, the boards with each, and which rules of two boards are opposite.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from protocolkit.comparison.judgements import RowJudgement
from protocolkit.document.model import Kind
from protocolkit.document.place import Place
from protocolkit.relations.relation import Relation
from protocolkit.site.comparison.rule_names import RULES, Name
from protocolkit.site.topics.view import ShownClause, ShownVariant, TopicView


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerLine:
    """The clauses with one kind of rule; ``rule`` is None for those that are no rule, by kind.

    ``numbers`` are the variants in which they stand, in their order.
    """

    rule: Name | None
    kind: Kind
    clauses: tuple[ShownClause, ...]
    numbers: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What boards answer; ``opposite`` are pairs of clauses whose rules are opposite."""

    lines: tuple[AnswerLine, ...]
    opposite: tuple[tuple[ShownClause, ShownClause], ...]

    @property
    def is_proposed(self) -> bool:
        """Whether a program put one of the clauses here, and nobody has looked at it."""
        return any(
            not shown.clause.standing.is_decided for line in self.lines for shown in line.clauses
        )


def make_answer(
    view: TopicView,
    judged: RowJudgement,
    rules_of: Callable[[ShownVariant], tuple[Name, ...]],
) -> Answer:
    """Return the answer of a topic; ``rules_of`` gives the kinds of rule of a variant."""
    return Answer(
        lines=tuple(_lines(view, rules_of)), opposite=tuple(_opposite(judged, _shown(view)))
    )


def _lines(
    view: TopicView, rules_of: Callable[[ShownVariant], tuple[Name, ...]]
) -> Iterator[AnswerLine]:
    found: dict[tuple[int, str], list[ShownVariant]] = {}
    for variant in view.variants:
        rules = rules_of(variant)
        place = RULES.index(rules[0]) if rules else len(RULES)
        kind = "" if rules else variant.clauses[0].kind.value
        found.setdefault((place, kind), []).append(variant)
    for (place, _), variants in sorted(found.items(), key=lambda one: one[0]):
        yield AnswerLine(
            rule=RULES[place] if place < len(RULES) else None,
            kind=variants[0].clauses[0].kind,
            clauses=tuple(shown for variant in variants for shown in variant.clauses),
            numbers=tuple(variant.number for variant in variants),
        )


def _shown(view: TopicView) -> Mapping[Place, ShownClause]:
    return {shown.clause.place: shown for v in view.variants for shown in v.clauses}


def _opposite(
    judged: RowJudgement, shown: Mapping[Place, ShownClause]
) -> Iterator[tuple[ShownClause, ShownClause]]:
    """Yield the pairs of opposite rules, of every two organisations the first."""
    seen: set[frozenset[str]] = set()
    for pair in judged.pairs:
        boards = frozenset((pair.left.organisation, pair.right.organisation))
        is_opposite = pair.judgement.relation is Relation.CONTRARY
        if is_opposite and boards not in seen and {pair.left, pair.right} <= shown.keys():
            seen.add(boards)
            yield shown[pair.left], shown[pair.right]
