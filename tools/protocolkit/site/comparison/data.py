"""What a topic's answers come to: the kind of each clause's rule, and answers counted.

For the table, the landing page and whatever else sums a topic up.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sphinx.environment import BuildEnvironment

from protocolkit.base.messages import Translate, mark
from protocolkit.collection import Subject
from protocolkit.comparison.matrix import Cell, Matrix, Presence, Row
from protocolkit.document.model import Clause, Footnote, Kind
from protocolkit.document.outline import placed_items
from protocolkit.document.place import Place
from protocolkit.site.comparison.relations import Traits
from protocolkit.site.comparison.rule_names import (
    RULES,
    Name,
    presence_name,
    rule_place,
)
from protocolkit.site.comparison.topic_keys import TopicKeys
from protocolkit.site.engine.compared_subjects import ComparedSubject, compared_subjects_in
from protocolkit.site.engine.domain import OncePerBuild

if TYPE_CHECKING:
    from protocolkit.comparison.judgements import Judgements


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """The matrix of a subject with what is said of it; ``items`` are the clauses and notes.

    ``keys`` are what its topics are known by from one build to the next.
    """

    subject: Subject
    matrix: Matrix
    judgements: Judgements
    items: dict[Place, Clause | Footnote]
    keys: TopicKeys = field(compare=False, repr=False)

    @property
    def traits(self) -> Traits:
        """What counts of clauses besides how they were judged."""
        return Traits(items=self.items)


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """How many boards answer a topic in one way; ``words`` are for people."""

    code: str
    sign: str
    count: int
    words: str


def comparisons(env: BuildEnvironment) -> tuple[Comparison, ...]:
    """Return the comparison of every subject that has topics, judged once for a build."""
    return _MADE.of(env, lambda _: tuple(map(make_comparison, compared_subjects_in(env))))


_MADE = OncePerBuild[tuple[Comparison, ...]]()


def make_comparison(judged: ComparedSubject) -> Comparison:
    """Return what was judged of a subject, with its clauses."""
    return Comparison(
        subject=judged.subject,
        matrix=judged.matrix,
        judgements=judged.judgements,
        items=dict(placed_items(judged.subject.protocols)),
        keys=TopicKeys(judged.subject, judged.matrix, judged.judgements),
    )


def clause_rule(comparison: Comparison, topic: str, place: Place) -> int:
    """Return the place in ``RULES`` of the rule by which a clause answers a topic.

    -1 for what is no rule.
    """
    item = comparison.items.get(place)
    if item is None or item.kind is not Kind.RULE:
        return -1
    return rule_place(comparison.judgements.norm(topic, place))


def rule_code(comparison: Comparison, topic: str, place: Place) -> str:
    """Return the code of the rule by which a clause answers a topic; empty for what is no rule."""
    rule = clause_rule(comparison, topic, place)
    return RULES[rule].code if rule >= 0 else ""


def cell_rules(comparison: Comparison, topic: str, cell: Cell) -> tuple[int, ...]:
    """Return the different kinds of rule in a cell of a topic, the most serious first."""
    found = {clause_rule(comparison, topic, place) for place in cell.places}
    return tuple(sorted(place for place in found if place >= 0))


def answer_counts(comparison: Comparison, row: Row, translate: Translate) -> tuple[Count, ...]:
    """Return how many boards answer a topic in each way, in the order of the kinds of rule.

    A board counts once for every kind of rule that it has, as the page of the topic tells them.
    One that has the topic without a rule counts as present or elsewhere, one that has it not as
    not found or, when its source breaks off, as incomplete.
    """
    rules: Counter[int] = Counter()
    others: Counter[Presence] = Counter()
    for cell in row.cells:
        places = (
            cell_rules(comparison, row.topic.id, cell) if cell.presence is Presence.PRESENT else ()
        )
        rules.update(places)
        if not places:
            others[cell.presence] += 1
    named = [(RULES[place], count) for place, count in sorted(rules.items())]
    named += [(presence_name(p), others[p]) for p in Presence if others[p]]
    return tuple(
        Count(
            code=name.code,
            sign=name.sign,
            count=count,
            words=counted_words(name, translate),
        )
        for name, count in named
    )


def counted_words(name: Name, translate: Translate) -> str:
    """Return what stands after a number of boards that answer so."""
    return translate(_COUNTED.get(name.code, str(name.words)))


def counts_in_words(counts: Iterable[Count]) -> str:
    """Return answers counted as one line: ``1 mag niet · 2 niet gevonden``."""
    return " · ".join(f"{found.count} {found.words}" for found in counts)


def disagreement(comparison: Comparison, row: Row) -> int:
    """Return how much boards disagree on a topic.

    Every pair of boards with another kind of rule counts for one, and for three when one forbids
    what the other lets people do. The most serious rule of a board counts.
    """
    told = (cell_rules(comparison, row.topic.id, cell) for cell in row.cells)
    found = Counter(places[0] for places in told if places)
    boards = sum(found.values())
    different = (boards * boards - sum(count * count for count in found.values())) // 2
    allowing = sum(found[place] for place in _ALLOWING)
    return different + 2 * found[_FORBIDDING] * allowing


_FORBIDDING = next(place for place, name in enumerate(RULES) if name.code == "mag-niet")
_ALLOWING = tuple(
    place
    for place, name in enumerate(RULES)
    if name.code in ("mag", "voorwaarde", "bevoegdheid", "aangemoedigd")
)
# Shorter than in a cell, where the document stands beside it.
_COUNTED = {"niet-gevonden": mark("not found"), "elders": mark("elsewhere")}
