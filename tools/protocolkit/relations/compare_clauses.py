"""How two clauses differ in meaning, by rules that can be told.

The order of the decision, and why:

1. *Identical* first: texts that are the same but for names, spelling and punctuation need no
   reading, and nothing read in them may part them (but a condition in a footnote does).
2. *Contrary*: who follows the one breaks the other. It outweighs all else that differs, so it is
   asked of every pair of sentences about the same act, before anything is said about more or less.
3. *Partial*: one says what the other says and a rule of its own besides (or both do). Asked before
   substantive, since a difference in the rest would be read as a difference in the shared rule.
   A sentence that goes on about the rule before it ('Dit wordt …') is no rule of its own.
4. *Substantive*: the shared rule differs in modality, whom it binds, a range, a condition, a duty
   or a sanction.
5. *Editorial*: nothing of that, and most of the content is the same; where the words have too
   little in common to be sure of that, *substantive* with the wording as its reason: a reader
   should look, and is told that no rule says more.

Swapping the sides mirrors the judgement: it is made in one order and turned round for the other.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from protocolkit.norms.norm import Modality
from protocolkit.relations import differing, phrases
from protocolkit.relations.antonyms import antonym
from protocolkit.relations.apart import are_apart
from protocolkit.relations.ban_and_leave import ban_and_leave
from protocolkit.relations.left_free import free_and_ruled, held_for_others
from protocolkit.relations.needed import needs_opposed
from protocolkit.relations.opposite_acts import acts_opposed
from protocolkit.relations.order import other_order
from protocolkit.relations.others_acts import are_of_others
from protocolkit.relations.overlap import Overlap, goes_on, overlap, spans
from protocolkit.relations.own_rules import asked_beside, own_rules
from protocolkit.relations.payment import pay_opposed
from protocolkit.relations.polarity import match_conditions, norm_of, opposition
from protocolkit.relations.presupposed import presuppositions
from protocolkit.relations.relation import Judgement, Reason, ReasonKind, Relation, Side, Trait
from protocolkit.relations.sameness import neutral_form
from protocolkit.relations.sentence_parts import Word, take_apart
from protocolkit.text.sentences import Span, overlaps, sentence_spans

# Terms shared over all terms: from here a pair without any reason is the same rule in other words.
# Half: rules of one template that were reworded keep well over half; rules on one question that
# were written apart share about a third.
EDITORIAL_FROM = 0.5
# With this many more sentences and times the words, the longer clause is about more.
_MORE_SENTENCES = 2
_MORE_WORDS = 2.5

# What shows that the shared rule itself is another one. A condition does not: beside other rules
# it is often only placed elsewhere.
_OF_THE_RULE = frozenset(
    {
        ReasonKind.MODALITY, ReasonKind.AGE, ReasonKind.NUMBER, ReasonKind.TERM, ReasonKind.AMOUNT,
        ReasonKind.FREQUENCY,
    }
)  # fmt: skip
_CONDITIONS = frozenset({ReasonKind.CONDITION_ADDED, ReasonKind.CONDITION_DROPPED})
_DUTIES = frozenset({ReasonKind.DUTY_ADDED, ReasonKind.DUTY_DROPPED})
_MIRRORED = {
    ReasonKind.CONDITION_ADDED: ReasonKind.CONDITION_DROPPED,
    ReasonKind.DUTY_ADDED: ReasonKind.DUTY_DROPPED,
    ReasonKind.SANCTION_ADDED: ReasonKind.SANCTION_DROPPED,
}
_MIRRORED |= {dropped: added for added, dropped in _MIRRORED.items()}
_KIND_ORDER = tuple(ReasonKind)


def compare(left: Side, right: Side, *, is_one_question: bool = True) -> Judgement:
    """Return the relation of two clauses with its reasons, seen from the left one.

    ``compare(right, left)`` is the mirror image: the same relation, added for dropped. Of clauses
    that may answer two questions less is taken for contrary.
    """
    if _key(left) > _key(right):
        return mirrored(_compare(right, left, is_one_question=is_one_question))
    return _compare(left, right, is_one_question=is_one_question)


def mirrored(judgement: Judgement) -> Judgement:
    """Return a judgement as seen from the other side."""
    return Judgement(
        relation=judgement.relation,
        reasons=_in_order(_mirrored_reason(reason) for reason in judgement.reasons),
    )


def _compare(left: Side, right: Side, *, is_one_question: bool) -> Judgement:
    notes = differing.notes(left.norms, right.norms)
    if neutral_form(left.text, left.names) == neutral_form(right.text, right.names):
        relation = Relation.SUBSTANTIVE if notes else Relation.IDENTICAL
        return Judgement(relation=relation, reasons=_in_order(notes))
    both = overlap(take_apart(left.text, left.names), take_apart(right.text, right.names))
    reasons = [*notes, *_reasons(left, right, both)]
    ages = [reason for reason in reasons if differing.is_disjoint_age(reason)]
    # a ban for who is under sixteen and leave for who is over go together
    if ages and _forbids(left) != _forbids(right):
        opposed = []
    else:
        opposed = [*_opposed(left, right, both), *_presupposed(left, right)]
        opposed += [*_needs(left, right), *ages]
        opposed += _allowed_elsewhere(left, right) if is_one_question else []
    if opposed:
        return Judgement(relation=Relation.CONTRARY, reasons=_in_order([*opposed, *reasons]))
    added = own_rules(left, right, both)
    if added and not _differs_where_shared(reasons, both, added):
        return Judgement(relation=Relation.PARTIAL, reasons=_in_order([*added, *reasons]))
    reasons += [reason for reason in added if reason.left or reason.right]
    if not reasons:
        return _same_rule(left, right, both)
    some = _is_for_some_only(reasons, both) or _is_bundle(left, right)
    relation = Relation.PARTIAL if some else Relation.SUBSTANTIVE
    return Judgement(relation=relation, reasons=_in_order(reasons))


def _is_bundle(left: Side, right: Side) -> bool:
    """Tell whether one side is a bundle of sentences, of which the other answers a part."""
    sentences = sorted(len(sentence_spans(side.text)) for side in (left, right))
    words = sorted(len(side.text.split()) for side in (left, right))
    return sentences[1] >= sentences[0] + _MORE_SENTENCES and words[1] >= _MORE_WORDS * words[0]


def _same_rule(left: Side, right: Side, both: Overlap) -> Judgement:
    """Judge a pair in which nothing that binds was found to differ."""
    wording = phrases.wording(left, right)
    beside = asked_beside(left, right, both)
    if beside:
        return Judgement(relation=Relation.PARTIAL, reasons=_in_order([*beside, wording]))
    is_turned = {_half_denies(left), _half_denies(right)} == {True, False}
    if is_turned or _denials(left) % 2 != _denials(right) % 2:
        return Judgement(relation=Relation.SUBSTANTIVE, reasons=(wording,))
    if both.shared < EDITORIAL_FROM or phrases.is_other_thing(left, right):
        return Judgement(relation=Relation.SUBSTANTIVE, reasons=(wording,))
    extra = phrases.extra_phrases(left, right)
    relation = _with_extra(extra) if extra else Relation.EDITORIAL
    return Judgement(relation=relation, reasons=_in_order([*extra, wording]))


def _denials(side: Side) -> int:
    without = sum(word.lower() == "zonder" for word in side.text.split())
    return without + sum(word.denies for word in _words(side))


def _half_denies(side: Side) -> bool | None:
    """Tell whether the second half of a rule with two halves says no, not the first one."""
    halves = [norm.words[-1] for norm in side.norms.norms if norm.modality is Modality.DIVIDED]
    if not halves:
        return None
    return any(word.denies and overlaps(word.span, halves[:1]) for word in _words(side))


def _words(side: Side) -> Iterator[Word]:
    return (word for sentence in take_apart(side.text, side.names) for word in sentence.words)


def _differs_where_shared(reasons: list[Reason], both: Overlap, added: list[Reason]) -> bool:
    """Tell whether the rule that both sides have differs itself, besides what one side adds."""
    has_own_sentence = any(reason.left or reason.right for reason in added)
    if not has_own_sentence and any(reason.kind in _CONDITIONS | _DUTIES for reason in reasons):
        return True
    lefts, rights = spans(both.left_only), spans(both.right_only)
    return any(
        reason.kind in _OF_THE_RULE
        and not (
            all(_is_within(span, lefts) for span in reason.left)
            and all(_is_within(span, rights) for span in reason.right)
        )
        for reason in reasons
    )


def _is_within(span: Span, places: tuple[Span, ...]) -> bool:
    return any(begin <= span[0] and span[1] <= end for begin, end in places)


def _is_for_some_only(reasons: list[Reason], both: Overlap) -> bool:
    """Tell whether one rule differs in nothing but that one side names more people."""
    if both.shared < EDITORIAL_FROM or {reason.kind for reason in reasons} != {ReasonKind.ACTOR}:
        return False
    return all(Trait.SUBSET in reason.traits for reason in reasons)


def _with_extra(extra: list[Reason]) -> Relation:
    """Partial when one side only puts something beside the rule, substantive when it changes."""
    one_sided = all(r.left for r in extra) or all(r.right for r in extra)
    beside = all(Trait.COORDINATE in r.traits for r in extra)
    return Relation.PARTIAL if one_sided and beside else Relation.SUBSTANTIVE


def _reasons(left: Side, right: Side, both: Overlap) -> list[Reason]:
    found: list[Reason] = [*differing.ranges(left, right)]
    for one, other in both.pairs:
        found += differing.conditions(left, right, one, other)
        order = other_order((one, other), (left, right))
        found += [order] if order else []
    for one, other in both.closest:
        found += differing.modality(norm_of(left.norms, one), norm_of(right.norms, other))
    # who and how in a part that one side adds is told with that part
    added = (
        [span for r in found if r.kind in _CONDITIONS for span in r.left]
        + [*spans(both.left_only)],
        [span for r in found if r.kind in _CONDITIONS for span in r.right]
        + [*spans(both.right_only)],
    )
    found += differing.qualifiers(left, right, added)
    found += differing.people(left, right, added)
    found += differing.sanctions(left, right)
    found += _going_on(both)
    return found


def _forbids(side: Side) -> bool:
    return any(norm.modality is Modality.PROHIBITION for norm in side.norms.norms)


def _opposed(left: Side, right: Side, both: Overlap) -> list[Reason]:
    found: list[Reason] = []
    for one, other in both.pairs:
        norms = norm_of(left.norms, one), norm_of(right.norms, other)
        texts = left.text[slice(*one.span)], right.text[slice(*other.span)]
        if are_of_others(norms, texts) or are_apart(*texts):
            continue
        against = opposition(one, other, match_conditions(one, other), norms)
        against = against or antonym(one, other, left, right)
        if against:
            found.append(
                Reason(
                    kind=ReasonKind.MODALITY,
                    left=against.left,
                    right=against.right,
                    traits=Trait.OPPOSITE,
                    modalities=differing.modalities(*norms),
                )
            )
    return found


def _presupposed(left: Side, right: Side) -> list[Reason]:
    """Give where one side forbids what the other takes for granted."""
    forward, backward = presuppositions(left, right)
    pairs = [(o.left, o.right) for o in forward] + [(o.right, o.left) for o in backward]
    kind, traits = ReasonKind.MODALITY, Trait.OPPOSITE
    return [Reason(kind=kind, left=one, right=other, traits=traits) for one, other in pairs]


def _allowed_elsewhere(left: Side, right: Side) -> list[Reason]:
    """Give where one side forbids what the other allows in its own words, or others pay."""
    kind, traits = ReasonKind.MODALITY, Trait.OPPOSITE
    found = (
        *ban_and_leave(left, right),
        *pay_opposed(left, right),
        *free_and_ruled(left, right),
        *held_for_others(left, right),
        *acts_opposed(left, right),
    )
    return [Reason(kind=kind, left=o.left, right=o.right, traits=traits) for o in found]


def _needs(left: Side, right: Side) -> list[Reason]:
    """Give where one side needs what the other side says is not needed."""
    kind, traits = ReasonKind.MODALITY, Trait.OPPOSITE
    found = needs_opposed(left, right)
    return [Reason(kind=kind, left=o.left, right=o.right, traits=traits) for o in found]


def _going_on(both: Overlap) -> list[Reason]:
    """Give what a sentence adds to the rule before it: a further duty on the same matter."""
    return [
        *(
            Reason(kind=ReasonKind.DUTY_DROPPED, left=(s.span,))
            for s in both.left_only
            if goes_on(s)
        ),
        *(
            Reason(kind=ReasonKind.DUTY_ADDED, right=(s.span,))
            for s in both.right_only
            if goes_on(s)
        ),
    ]


def _mirrored_reason(reason: Reason) -> Reason:
    return replace(
        reason,
        kind=_MIRRORED.get(reason.kind, reason.kind),
        left=reason.right,
        right=reason.left,
        modalities=(reason.modalities[1], reason.modalities[0]),
    )


def _in_order(reasons: Iterable[Reason]) -> tuple[Reason, ...]:
    """Return each reason once: by kind, then by where it stands."""
    return tuple(sorted(set(reasons), key=_place))


def _place(
    reason: Reason,
) -> tuple[bool, int, tuple[Span, ...], tuple[Span, ...], tuple[tuple[str, str], ...]]:
    is_opposite = Trait.OPPOSITE in reason.traits
    kind = _KIND_ORDER.index(reason.kind)
    return not is_opposite, kind, reason.left, reason.right, reason.details


def _key(side: Side) -> tuple[str, tuple[str, ...], str]:
    return side.text, side.names, repr(side.norms)
