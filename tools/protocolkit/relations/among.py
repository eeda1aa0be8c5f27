"""Which clauses of one text do not go together: the same twice, nearly the same, or contrary.

Two that each say what one word means do not go together either.

Meant for a text that was put together from several documents. Knows clauses with their norms, and
where each came from; not which text they stand in.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from functools import cache, partial
from itertools import combinations, product

from protocolkit.relations.compare_clauses import compare
from protocolkit.relations.definitions import defined_words
from protocolkit.relations.leave import differ_on_leave
from protocolkit.relations.nearly_same import differ_in_actor, is_one_rule
from protocolkit.relations.needed import is_needed_and_not
from protocolkit.relations.otherwise import perhaps_otherwise
from protocolkit.relations.overlap import contained, dice
from protocolkit.relations.presupposed import takes_for_granted
from protocolkit.relations.quantities import quantities
from protocolkit.relations.relation import (
    PERHAPS,
    Judgement,
    Reason,
    ReasonKind,
    Relation,
    Side,
    Trait,
)
from protocolkit.relations.sentence_parts import take_apart
from protocolkit.relations.told_twice import set_one_rule
from protocolkit.text.function_words import EXCLUDING
from protocolkit.text.late_patterns import late
from protocolkit.text.words import tokens
from protocolkit.wording.thesaurus_file import canonical

# Terms shared over all terms. Found on drafts made of every two of five boards, with everything of
# both: what contradicts on one question shares a third; what is about something else shares less.
# What takes an act for granted shares little with what forbids it, and what needs something with
# what says that it is not needed: those are asked of every two.
CONTRARY_FROM = 0.3
_CONTRARY_ELSEWHERE_FROM = 0.5
# From here two clauses on one question give their ages, terms and numbers to the same rule.
_COUNTERPART_FROM = 0.4
# On one question, where each gives one only, it may be another rule: a person looks.
_MEASURE_FROM = 0.25
_ALIKE_FROM = 0.8
# One of two says all that the other says, and more.
_WITHIN_FROM = 0.85
_WITHIN_LEAST = 0.6
# On one question less is enough where no rule differs.
_ALIKE_THERE_FROM = 0.6
# With so many terms a text that is in another one is there on purpose, however long that is.
_LEAST_WITHIN = 8
# And so is a sentence of so many.
_LEAST_SENTENCE = 6
_LEAST_TOKENS = 6
_MEASURES = frozenset(
    {ReasonKind.AGE, ReasonKind.TERM, ReasonKind.AMOUNT, ReasonKind.FREQUENCY, ReasonKind.NUMBER}
)
_DECIDING = Trait.OPPOSITE | Trait.DISJOINT | PERHAPS


class Clash(Enum):
    """How two clauses of one text do not go together; ``PERHAPS`` they contradict each other."""

    SAME = "same"
    ALIKE = "alike"
    CONTRARY = "contrary"
    PERHAPS = "perhaps"
    DEFINED = "defined"


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """A clause of a text: its name there, what it says, whose words it has, what it answers.

    ``origin`` is ``""`` for words of one's own; ``topics`` is empty when that is not known. What
    only explains does not bind: it is asked whether it stands there twice, and what it defines.
    """

    name: str
    side: Side
    origin: str = ""
    topics: frozenset[str] = frozenset()
    binds: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """That two clauses do not go together, and why; ``word`` is what both say the meaning of."""

    clash: Clash
    judgement: Judgement
    word: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundClash:
    """Two clauses that do not go together, in the order of the text, and why."""

    left: Placed
    right: Placed
    clash: Clash
    judgement: Judgement
    word: str = ""


def deciding(judgement: Judgement) -> Reason:
    """Return the reason for which two clauses do not go together, of all in which they differ."""
    reasons = judgement.reasons
    opposite = (found for found in reasons if found.traits & _DECIDING)
    measures = (found for found in reasons if _is_other_measure(found))
    return next(opposite, None) or next(measures, None) or reasons[0]


# No number of a clause: 'zie artikel 3' and 'zie artikel 4' may be one rule.
_NUMBER = late(r"(?<![\d.])(?<!artikel )(?<!punt )(?<!bijlage )\d+(?![\d.]*\d)")

Judged = Callable[[], Verdict | None]
Known = Callable[[Placed, Placed, Judged], Verdict | None]
"""Returns what is known of two clauses, in this order, or has them judged."""


def clashes(
    placed: Sequence[Placed], known: Known = lambda _left, _right, judged: judged()
) -> Iterator[FoundClash]:
    """Yield every two clauses that do not go together.

    That two clauses of one document contradict each other is not asked: somebody wrote them to
    stand beside each other. A verdict depends on all of both clauses but what they are called.
    """
    terms_of = cache(_terms)
    long = [one for one in placed if len(tokens(one.side.text)) >= _LEAST_TOKENS]
    for left, right in combinations(long, 2):
        found = known(left, right, partial(_verdict, left, right, terms_of))
        if found is not None:
            yield FoundClash(
                left=left,
                right=right,
                clash=found.clash,
                judgement=found.judgement,
                word=found.word,
            )


_Terms = Callable[[str, tuple[str, ...]], frozenset[str]]


def _terms(text: str, names: tuple[str, ...]) -> frozenset[str]:
    return frozenset(canonical(text, names))


def _verdict(left: Placed, right: Placed, terms_of: _Terms) -> Verdict | None:
    """Return how two clauses do not go together."""
    both = terms_of(left.side.text, left.side.names), terms_of(right.side.text, right.side.names)
    near = dice(*both)
    is_denied = takes_for_granted(left.side, right.side) or is_needed_and_not(left.side, right.side)
    word = _defined_twice(left, right)
    is_one_question = bool(left.topics & right.topics)
    other = _otherwise(left, right, is_one_question=is_one_question)
    if near < CONTRARY_FROM and not (is_denied or word or is_one_question or other):
        return None
    judgement = compare(left.side, right.side, is_one_question=False)
    clash = _alike(judgement, near, contained(*both))
    if clash is None and (
        _is_nearly(left, right, judgement, both) or _is_one_rule(left, right, judgement)
    ):
        clash = Clash.ALIKE
    on_leave = near >= CONTRARY_FROM and differ_on_leave(left.side, right.side)
    is_one_matter = is_one_question or is_denied or near >= _CONTRARY_ELSEWHERE_FROM
    is_contrary = is_one_matter and _is_contrary(judgement, near)
    is_contrary = is_contrary or (on_leave and (is_one_question or judgement.relation.is_contrary))
    if is_contrary and _may_clash(left, right):
        clash = Clash.CONTRARY
    elif other and (clash is None or (clash is Clash.ALIKE and Trait.FILLING not in other.traits)):
        clash = Clash.PERHAPS
        rest = (reason for reason in judgement.reasons if reason != other)
        judgement = replace(judgement, reasons=(other, *rest))
    elif _may_clash(left, right) and (
        _is_other_number(left, right)
        if clash is Clash.ALIKE
        else clash is None
        and is_one_question
        and any(tells(left, right, judgement, near) for tells in _OTHER_RULES)
    ):
        clash = Clash.PERHAPS
    if clash in (None, Clash.ALIKE) and word:
        clash = Clash.DEFINED
    if clash is None and is_one_question and _is_told_twice(left, right, both, judgement):
        clash = Clash.ALIKE
    return Verdict(clash=clash, judgement=judgement, word=word) if clash else None


def _may_clash(left: Placed, right: Placed) -> bool:
    """Tell whether two clauses may contradict each other: rules of two documents."""
    return left.origin != right.origin and left.binds and right.binds


def _is_other_number(left: Placed, right: Placed) -> bool:
    """Tell whether two clauses have the same words with other numbers: 'groep 6' and 'groep 5'."""
    ours, theirs = (" ".join(one.side.text.split()) for one in (left, right))
    return ours != theirs and _NUMBER.sub("0", ours) == _NUMBER.sub("0", theirs)


def _limits(left: Placed, right: Placed, judgement: Judgement, near: float) -> bool:
    """Tell whether one of two clauses with most of their words in common says 'only'."""
    sentences = (s for p in (left, right) for s in take_apart(p.side.text, p.side.names))
    # 'alleen … als' and '… als' are one rule
    if near < _ALIKE_THERE_FROM or any(one.conditions for one in sentences):
        return False
    words = (
        one.side.text[slice(*span)].lower()
        for reason in judgement.reasons
        if reason.kind in (ReasonKind.CONDITION_ADDED, ReasonKind.CONDITION_DROPPED)
        for one, spans in ((left, reason.left), (right, reason.right))
        for span in spans
    )
    return not EXCLUDING.isdisjoint(words)


def _gives_another(left: Placed, right: Placed, judgement: Judgement, near: float) -> bool:
    """Tell whether each of two clauses gives one measure of a kind, and they are not the same."""
    return near >= _MEASURE_FROM and any(
        _is_other_measure(reason)
        and all(
            sum(found.kind is reason.kind for found in quantities(one.side.text)) == 1
            for one in (left, right)
        )
        for reason in judgement.reasons
    )


def _follows_with_another(left: Placed, right: Placed, judgement: Judgement, near: float) -> bool:
    return near >= _MEASURE_FROM and judgement.has_two_consequences and left.topics == right.topics


_OTHER_RULES = (_gives_another, _limits, _follows_with_another)


def _otherwise(left: Placed, right: Placed, *, is_one_question: bool) -> Reason | None:
    """Return why clauses of two documents perhaps cannot both hold."""
    if not _may_clash(left, right):
        return None
    return perhaps_otherwise(left.side, right.side, is_one_question=is_one_question)


def _defined_twice(left: Placed, right: Placed) -> str:
    """Return the word that clauses of two documents each say the meaning of, as the first has it.

    A document that says two things of one word was written so.
    """
    if left.origin == right.origin:
        return ""
    theirs = defined_words(right.side.text)
    ours = defined_words(left.side.text) if theirs else {}
    return next((word for terms, word in ours.items() if terms in theirs), "")


def _alike(judgement: Judgement, near: float, within: float) -> Clash | None:
    relation = judgement.relation
    if relation is Relation.IDENTICAL:
        return Clash.SAME
    if near >= _ALIKE_FROM and relation is Relation.EDITORIAL:
        return Clash.ALIKE
    is_part = within >= _WITHIN_FROM and near >= _WITHIN_LEAST
    return Clash.ALIKE if is_part and relation is Relation.PARTIAL else None


def _is_nearly(
    left: Placed, right: Placed, judgement: Judgement, both: tuple[frozenset[str], frozenset[str]]
) -> bool:
    """Tell whether clauses of two documents say nearly the same: one rule, a sentence, or all."""
    if left.origin == right.origin or not judgement.relation.is_nearly_same:
        return False
    if any(map(_is_other_measure, judgement.reasons)):
        return False
    if judgement.relation is Relation.EDITORIAL and not left.topics.isdisjoint(right.topics):
        return dice(*both) >= _ALIKE_THERE_FROM
    if min(map(len, both)) >= _LEAST_WITHIN and contained(*both) >= _WITHIN_FROM:
        return True
    return any(
        min(len(one.terms), len(other.terms)) >= _LEAST_SENTENCE
        and dice(one.terms, other.terms) >= _ALIKE_FROM
        for one, other in product(*(take_apart(p.side.text, p.side.names) for p in (left, right)))
    )


def _is_told_twice(
    left: Placed, right: Placed, both: tuple[frozenset[str], frozenset[str]], judgement: Judgement
) -> bool:
    """Tell whether two documents answer one question with one rule, or one has more words.

    Another condition, age or actor does not make two rules of them for who reads both.
    """
    near = dice(*both)
    if left.origin == right.origin:
        return False
    if set_one_rule(left.side, right.side) or (
        near >= _WITHIN_LEAST and differ_in_actor(left.side, right.side, judgement)
    ):
        return True
    if min(map(len, both)) < _LEAST_WITHIN or near < _WITHIN_LEAST:
        return False
    return near >= _ALIKE_FROM or contained(*both) >= _WITHIN_FROM


def _is_one_rule(left: Placed, right: Placed, judgement: Judgement) -> bool:
    """Tell whether clauses of two documents are one rule, but for what is no part of a rule."""
    if left.origin == right.origin or judgement.relation.is_contrary:
        return False
    return is_one_rule(left.side, right.side)


def _is_contrary(judgement: Judgement, near: float) -> bool:
    """Tell whether two clauses about one matter cannot both hold, or say another measure."""
    if judgement.relation.is_contrary:
        return True
    return near >= _COUNTERPART_FROM and any(map(_is_other_measure, judgement.reasons))


def _is_other_measure(reason: Reason) -> bool:
    return reason.kind in _MEASURES and bool(reason.left and reason.right)
