"""One question as two documents answer it: whether they differ, and whose words come along.

Where both have one rule, the words with fewest faults come along by themselves; the others are set
aside, and told. Knows what is offered, not what a draft becomes of it.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from protocolkit.base.messages import mark
from protocolkit.comparison.concordance import Topic
from protocolkit.comparison.judgements import RowJudgement
from protocolkit.document.place import Place
from protocolkit.drafting.new.arranging import said_tokens
from protocolkit.drafting.new.draft import Aside
from protocolkit.drafting.new.same_rule import SameRule, has_same_words
from protocolkit.drafting.template.values import Choice, FaultsOf
from protocolkit.relations.sameness import neutral_form

OTHER_WORDS = mark(
    "Not taken along, because it says the same as {whose} in other words: {label} of {name}, "
    "‘{words}’"
)
"""Why the words of one board stay behind where those of the other came along."""


class Agreement(Enum):
    """How two documents answer one question."""

    EQUAL = "equal"
    EDITORIAL = "editorial"
    ONE_SIDED = "one-sided"
    DIFFERENT = "different"

    @property
    def is_same_rule(self) -> bool:
        """Whether both answer, and neither says anything else."""
        return self in {Agreement.EQUAL, Agreement.EDITORIAL}


@dataclass(frozen=True, slots=True, kw_only=True)
class MergeTopic:
    """One question with what either document says on it, clause by clause.

    ``is_right_first`` says which of two wordings of one rule comes along by itself: the right one
    has fewer faults.
    """

    topic: Topic
    left: tuple[Choice, ...]
    right: tuple[Choice, ...]
    agreement: Agreement
    is_right_first: bool = False

    @property
    def first(self) -> tuple[Choice, ...]:
        """What comes along where nobody chose and the documents do not differ."""
        return self.right if self.is_right_first else self.left or self.right


def merge_topic(
    topic: Topic,
    left: tuple[Choice, ...],
    right: tuple[Choice, ...],
    judged: RowJudgement,
    faults_of: FaultsOf,
) -> MergeTopic:
    """Return a question with what two documents say, and which of them comes along by itself."""
    agreement = _agreement(left, right, judged)
    is_one_rule = agreement is Agreement.EDITORIAL
    return MergeTopic(
        topic=topic,
        left=left,
        right=right,
        agreement=agreement,
        is_right_first=is_one_rule and sum(map(faults_of, right)) < sum(map(faults_of, left)),
    )


def set_aside(
    topics: Iterable[MergeTopic], chosen: Container[str], written: Container[Place]
) -> Iterator[Aside]:
    """Yield the other board's words for each rule that both have, where nobody chose.

    ``chosen`` are the topics that were answered, ``written`` the places whose words came along.
    """
    for found in topics:
        if found.agreement.is_same_rule and found.topic.id not in chosen:
            for choice in found.left if found.is_right_first else found.right:
                if choice.origin.place not in written:
                    yield _aside(choice, found.first)


def has_one_wording(left: str, right: str) -> bool:
    """Tell whether texts differ in nothing but signs, spelling, or a word for one thing."""
    is_said_alike = said_tokens(left) == said_tokens(right)
    return is_said_alike or neutral_form(left) == neutral_form(right)


def _aside(choice: Choice, first: Iterable[Choice]) -> Aside:
    beside = next(one for one in first if _are_alike(one, choice))
    is_there = beside.id == choice.id or has_one_wording(beside.text, choice.text)
    return Aside(choice=choice, why=OTHER_WORDS, beside=beside, is_there=is_there)


def _agreement(left: Sequence[Choice], right: Sequence[Choice], judged: RowJudgement) -> Agreement:
    if not left or not right:
        return Agreement.ONE_SIDED
    if {choice.id for choice in left} == {choice.id for choice in right}:
        return Agreement.EQUAL
    rule = SameRule(judged)
    is_same = rule.says_same(rule.said(_origins(left)), rule.said(_origins(right)))
    is_same = is_same and _have_same_words(left, right) and _have_same_words(right, left)
    return Agreement.EDITORIAL if is_same else Agreement.DIFFERENT


def _have_same_words(choices: Iterable[Choice], others: Sequence[Choice]) -> bool:
    """Tell whether each of some choices has the words of one of the others."""
    return all(any(_are_alike(choice, other) for other in others) for choice in choices)


def _are_alike(choice: Choice, other: Choice) -> bool:
    return choice.id == other.id or has_same_words(choice.text, other.text)


def _origins(choices: Iterable[Choice]) -> Iterator[Place]:
    return (choice.origin.place for choice in choices)
