"""Whether two clauses that answer one question set one rule, each in its own words.

'Leerlingen gebruiken hun telefoon niet op school' and 'Je mag je telefoon op school niet gebruiken,
ook niet op het plein' share few words of all that either says; who reads both reads one ban twice.
Says nothing of two that contradict each other: who asks has asked that before.
"""

from __future__ import annotations

from itertools import product

from protocolkit.norms.norm import Modality, Norm
from protocolkit.norms.verbs import infinitive_of
from protocolkit.relations.acts import act_of, are_at_other_times, is_one_act
from protocolkit.relations.bare_rules import BareRule, bare_rules, shared_things
from protocolkit.relations.nearly_same import is_spoken
from protocolkit.relations.people import people_terms
from protocolkit.relations.places import place_terms
from protocolkit.relations.polarity import gives_a_most, meet, norm_of
from protocolkit.relations.quantities import Range, quantities
from protocolkit.relations.relation import Side
from protocolkit.relations.sentence_parts import Sentence, take_apart, terms_of
from protocolkit.relations.whereabouts import is_kept_alike
from protocolkit.wording.concepts import general_concepts

_LEAST_TERMS = 3
_LEAST_THINGS = 2
_LEAST_SHARE = 0.6
_Rule = tuple[Sentence, Norm, str]


def set_one_rule(left: Side, right: Side) -> bool:
    """Tell whether two clauses forbid one thing, or ask one thing until the same moment."""
    return _is_one_bare_rule(left, right) or any(
        one[1].modality is other[1].modality
        and meet(one[1], other[1])
        and (_is_one_ban(one, other) or _is_one_duty(one, other))
        for one, other in product(_rules(left), _rules(right))
    )


def _is_one_bare_rule(left: Side, right: Side) -> bool:
    """Tell whether two short clauses are one rule in two registers, with the same measures."""
    ours, theirs = bare_rules(left), bare_rules(right)
    measured = _measures(left, right)
    if len(ours) != 1 or len(theirs) != 1 or measured[0] != measured[1]:
        return False
    one, other = ours[0], theirs[0]
    if are_at_other_times((one.sentence, other.sentence), (left.text, right.text)):
        return False
    if is_kept_alike(one, other):
        return True
    # of whom a text speaks to its reader is not always told
    is_of_one = is_spoken(left.text) or is_spoken(right.text) or meet(one.norm, other.norm)
    is_one_kind = _asks(one) is _asks(other)
    return is_one_kind and is_of_one and _is_one_act(one, other, is_measured=bool(measured[0]))


def _asks(rule: BareRule) -> Modality:
    """Return what a rule does to whom it binds; a most is a duty, however it is put."""
    is_most = gives_a_most(rule.sentence, rule.norm)
    return Modality.OBLIGATION if is_most else rule.norm.modality


def _measures(left: Side, right: Side) -> tuple[frozenset[tuple[str, Range]], ...]:
    """Return what either side measures of what both measure something of."""
    found = [{(one.unit, one.range) for one in quantities(side.text)} for side in (left, right)]
    both = {unit for unit, _ in found[0]} & {unit for unit, _ in found[1]}
    return tuple(frozenset(one for one in own if one[0] in both) for own in found)


def _is_one_act(one: BareRule, other: BareRule, *, is_measured: bool) -> bool:
    """Tell whether two rules are about one act with the same things, but for a few.

    What gives the same measures of the same things says the same of them.
    """
    least, most = sorted((one, other), key=lambda rule: len(rule.things))
    shared = shared_things(least, most)
    is_all = bool(shared) and shared == least.things
    if is_all and (is_measured or one.acts & other.acts):
        return True
    if one.acts and other.acts and not one.acts & other.acts:
        return False
    return len(shared) >= _LEAST_THINGS and len(shared) >= _LEAST_SHARE * len(least.things)


def _rules(side: Side) -> tuple[_Rule, ...]:
    taken = take_apart(side.text, side.names)
    norms = ((one, norm_of(side.norms, one)) for one in taken)
    return tuple((one, norm, side.text) for one, norm in norms if norm is not None)


def _is_one_ban(one: _Rule, other: _Rule) -> bool:
    """Tell whether both forbid one act with one thing, without a condition, in one place."""
    two, texts = (one[0], other[0]), (one[2], other[2])
    if one[1].modality is not Modality.PROHIBITION or any(s.conditions for s in two):
        return False
    things = act_of(*one[::2])[1] & act_of(*other[::2])[1]
    places = [place_terms(t[slice(*s.span)]) for s, t in zip(two, texts, strict=True)]
    is_one_place = bool(places[0] & places[1]) or places[0] == places[1]
    return bool(things) and is_one_place and is_one_act(two, texts)


def _is_one_duty(one: _Rule, other: _Rule) -> bool:
    """Tell whether both ask one act of the same people, with all else that the shorter one says."""
    if one[1].modality is not Modality.OBLIGATION or not set(one[1].parties) & set(
        other[1].parties
    ):
        return False
    acts = [act_of(*rule[::2])[0] for rule in (one, other)]
    concepts = [general_concepts().of(" ".join(verbs)) for verbs in acts]
    if not (acts[0] & acts[1] or concepts[0] & concepts[1]):
        return False
    ours, theirs = map(_beside_the_act, (one, other), acts)
    return min(len(ours), len(theirs)) >= _LEAST_TERMS and (ours <= theirs or theirs <= ours)


def _beside_the_act(rule: _Rule, verbs: frozenset[str]) -> frozenset[str]:
    """Return the terms of a sentence without who acts and without its verbs, whole or apart."""
    words = (rule[2][slice(*word.span)].lower() for word in rule[0].main)
    kept = (
        word
        for word in words
        if not any(verb.endswith(infinitive_of(word)) or verb.startswith(word) for verb in verbs)
    )
    return terms_of(" ".join(kept)) - people_terms()
