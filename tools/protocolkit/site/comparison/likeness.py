"""How alike two clauses are, as visitors are told it: a judged relation, and whether words differ.

A relation is judged in :mod:`protocolkit.relations` without regard to names and spelling. A visitor
is told 'equal' only where no word differs, so what is shown has one step more.
"""

from __future__ import annotations

from enum import IntEnum
from typing import assert_never

from protocolkit.base.messages import mark
from protocolkit.relations.relation import Relation
from protocolkit.site.comparison.rule_names import Name


class Likeness(IntEnum):
    """From nearest to farthest; the number is the digit that scripts of data have for it."""

    LITERAL = 0
    BUT_NAMES = 1
    EDITORIAL = 2
    PARTIAL = 3
    CONTRARY = 4
    SUBSTANTIVE = 5

    @property
    def is_same_rule(self) -> bool:
        """Whether both ask the same, in whatever words."""
        return self <= Likeness.EDITORIAL


def likeness_of(relation: Relation, *, has_equal_words: bool) -> Likeness:
    """Return what visitors are told of two clauses that were judged so."""
    match relation:
        case Relation.IDENTICAL:
            return Likeness.LITERAL if has_equal_words else Likeness.BUT_NAMES
        case Relation.EDITORIAL:
            return Likeness.EDITORIAL
        case Relation.PARTIAL:
            return Likeness.PARTIAL
        case Relation.CONTRARY:
            return Likeness.CONTRARY
        case Relation.SUBSTANTIVE:
            return Likeness.SUBSTANTIVE
        case _:
            assert_never(relation)


def likeness_name(likeness: Likeness) -> Name:
    """Return how visitors meet a likeness."""
    match likeness:
        case Likeness.LITERAL:
            return Name(code="gelijk", sign="=", words=mark("equal"))
        case Likeness.BUT_NAMES:
            words = mark("equal but for names and spelling")
            return Name(code="op-namen-na", sign="≃", words=words)
        case Likeness.EDITORIAL:
            return Name(code="andere-woorden", sign="≈", words=mark("other words, same rule"))
        case Likeness.PARTIAL:
            return Name(code="deels-gelijk", sign="∩", words=mark("partly equal"))
        case Likeness.CONTRARY:
            return Name(code="tegengesteld", sign="⇄", words=mark("opposite rule"))
        case Likeness.SUBSTANTIVE:
            return Name(code="andere-regel", sign="≠", words=mark("another rule"))
        case _:
            assert_never(likeness)


RELATIONS = tuple(
    likeness_name(one)
    for one in (
        Likeness.CONTRARY,
        Likeness.SUBSTANTIVE,
        Likeness.PARTIAL,
        Likeness.EDITORIAL,
        Likeness.BUT_NAMES,
        Likeness.LITERAL,
    )
)
"""What can be asked for, the most serious difference first."""
