"""The answer to a topic's question, as its page opens with it: who says what, and who differ most.

The kinds of rule in their order, the boards with each, and where rules of two boards disagree.
What it says of a clause or of two boards is what the table says of them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from protocolkit.comparison.judgements import RowJudgement
from protocolkit.document.model import Kind
from protocolkit.document.place import Place
from protocolkit.site.comparison.relations import Square
from protocolkit.site.comparison.rule_names import RULES, Name
from protocolkit.site.topics.disagreement import (
    Disagreement,
    is_proposed,
    opposite_rules,
    other_measures,
)
from protocolkit.site.topics.view import ShownClause, TopicView

# A text this short always stands under its answer; of longer ones the first that together are no
# longer than this, so that who forbids and who allows are still on one screen.
_SHORT, _ROOM = 120, 700


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
class TopicAnswer:
    """What boards answer.

    ``opposite`` are rules that cannot both hold, ``measured`` those that ask the same with
    another age, term, amount or frequency.
    """

    lines: tuple[AnswerLine, ...]
    opposite: tuple[Disagreement, ...]
    measured: tuple[Disagreement, ...]

    @property
    def in_sight(self) -> frozenset[Place]:
        """The places of the clauses whose words stand open, the most serious answer first."""
        found, left = set(), _ROOM
        for line in self.lines:
            for shown in (clauses[0] for _, clauses in line.wordings):
                length = len(shown.text)
                if length <= max(_SHORT, left):
                    found.add(shown.clause.place)
                    left -= length
        return frozenset(found)

    @property
    def is_proposed(self) -> bool:
        """Whether a program put one of the clauses here, and nobody has looked at it."""
        return any(is_proposed(shown) for line in self.lines for shown in line.clauses)


def make_answer(view: TopicView, judged: RowJudgement, square: Square) -> TopicAnswer:
    """Return the answer of a topic; ``square`` is how its clauses relate."""
    shown = {one.clause.place: one for v in view.variants for one in v.clauses}
    return TopicAnswer(
        lines=tuple(_lines(view)),
        opposite=tuple(opposite_rules(shown, judged, square)),
        measured=tuple(other_measures(shown, judged, square)),
    )


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
