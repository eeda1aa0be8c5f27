"""The answer to a topic's question, as its page opens with it: who says what, and who differ most.

The kinds of rule in their order, the boards with each, and which rules of two boards are opposite.
What it says of a clause or of two boards is what the table says of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from protocolkit.comparison.judgements import RowJudgement
from protocolkit.document.model import Kind
from protocolkit.document.place import Place
from protocolkit.site.comparison.relations import Square, opposite_items
from protocolkit.site.comparison.rule_names import RULES, Name
from protocolkit.site.topics.view import ShownClause, TopicView


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerLine:
    """The clauses with one kind of rule; ``rule`` is None for those that are no rule, by kind.

    ``wordings`` are its clauses by the number of the variant in which they stand, in their order.
    """

    rule: Name | None
    kind: Kind
    wordings: tuple[tuple[int, tuple[ShownClause, ...]], ...]

    @property
    def clauses(self) -> tuple[ShownClause, ...]:
        """All its clauses, those of the first variant first."""
        return tuple(shown for _, clauses in self.wordings for shown in clauses)

    @property
    def numbers(self) -> tuple[int, ...]:
        """The variants in which its clauses stand."""
        return tuple(number for number, _ in self.wordings)


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What boards answer; ``opposite`` are pairs of clauses whose rules are opposite."""

    lines: tuple[AnswerLine, ...]
    opposite: tuple[tuple[ShownClause, ShownClause], ...]

    @property
    def is_proposed(self) -> bool:
        """Whether a program put one of the clauses here, and nobody has looked at it."""
        return any(_is_proposed(shown) for line in self.lines for shown in line.clauses)

    @property
    def is_opposite_proposed(self) -> bool:
        """Whether nobody has looked at one of the clauses that are said to be opposite."""
        return any(_is_proposed(shown) for pair in self.opposite for shown in pair)


def make_answer(view: TopicView, judged: RowJudgement, square: Square) -> Answer:
    """Return the answer of a topic; ``square`` is how its clauses relate."""
    return Answer(lines=tuple(_lines(view)), opposite=tuple(_opposite(view, judged, square)))


def _is_proposed(shown: ShownClause) -> bool:
    return not shown.clause.standing.is_decided


def _lines(view: TopicView) -> Iterator[AnswerLine]:
    found: dict[tuple[int, str], list[tuple[int, ShownClause]]] = {}
    for variant in view.variants:
        for shown in variant.clauses:
            place = RULES.index(shown.rule) if shown.rule else len(RULES)
            kind = "" if shown.rule else shown.kind.value
            found.setdefault((place, kind), []).append((variant.number, shown))
    for _, numbered in sorted(found.items(), key=lambda one: one[0]):
        first = numbered[0][1]
        wordings: dict[int, list[ShownClause]] = {}
        for number, shown in numbered:
            wordings.setdefault(number, []).append(shown)
        yield AnswerLine(
            rule=first.rule,
            kind=first.kind,
            wordings=tuple((number, tuple(clauses)) for number, clauses in wordings.items()),
        )


def _opposite(
    view: TopicView, judged: RowJudgement, square: Square
) -> Iterator[tuple[ShownClause, ShownClause]]:
    """Yield the pairs of opposite rules, of every two organisations the first."""
    shown = {one.clause.place: one for v in view.variants for one in v.clauses}
    states = _states(shown, square)
    seen: set[frozenset[str]] = set()
    for pair in judged.pairs:
        if not pair.judgement.relation.is_contrary:
            continue
        left, right = pair.left.organisation, pair.right.organisation
        found = opposite_items(states[left], states[right], square)
        is_told = (square.items[pair.left], square.items[pair.right]) in found
        if is_told and frozenset((left, right)) not in seen:
            seen.add(frozenset((left, right)))
            yield shown[pair.left], shown[pair.right]


def _states(shown: Mapping[Place, ShownClause], square: Square) -> dict[str, tuple[int, ...]]:
    """Return the items of each organisation's clauses."""
    found: dict[str, list[int]] = {}
    for place in shown:
        found.setdefault(place.organisation, []).append(square.items[place])
    return {slug: tuple(sorted(set(items))) for slug, items in found.items()}
