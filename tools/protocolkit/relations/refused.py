"""Whether one of two clauses on one question asks or grants what the other one refuses.

'Na elke vakantie controleert de luizencommissie alle leerlingen' and 'De school controleert niet op
hoofdluis' say whether one thing is done, each in words of its own; a leave without a condition is
asked elsewhere. In doubt nothing is said: where the refusal is for another case, time or place,
where its exception may be what the other one says, and where the acts are not the same.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from protocolkit.norms.norm import Modality, Nuance
from protocolkit.relations.acts import are_at_other_times
from protocolkit.relations.bare_rules import (
    BareRule,
    bare_rules,
    bind_the_same,
    is_part,
    is_plain,
    shared_things,
)
from protocolkit.relations.people import people_terms
from protocolkit.relations.places import place_terms
from protocolkit.relations.polarity import Opposition
from protocolkit.relations.presupposed import is_aftermath
from protocolkit.relations.relation import Side
from protocolkit.relations.sentence_parts import Condition, terms_of
from protocolkit.text.late_patterns import late
from protocolkit.wording.concepts import general_concepts

_LEAST_SHARE = 0.5
# Of a clause with more rules one is meant for another case, as a rule.
_MOST_RULES = 2
_WITHOUT = late(r"\bzonder (?:\w+ )?(\w+)")
# A refusal that leaves something: 'niet zonder', 'geen andere'.
_OF_OTHERS = late(r"\b(?:zonder|andere?|anders|(?:meer|minder|langer|later|ouder|eerder) dan)\b")
# A duty in form that lets nothing happen.
_LEFT_OUT = late(r"\b(?:uitgesloten|achterwege|uit|af|weg|bedekken|bedekt)\b|\bweg\w+en\b")


def refused(left: Side, right: Side) -> Iterator[Opposition]:
    """Yield where one of two clauses on one question refuses what the other asks or grants."""
    ours, theirs = bare_rules(left), bare_rules(right)
    if max(len(ours), len(theirs)) > _MOST_RULES:
        return
    texts = (left.text, right.text)
    for one, other in product(ours, theirs):
        if _is_refused(one, other, texts) or _is_refused(other, one, texts[::-1]):
            yield Opposition(left=one.norm.words, right=other.norm.words)


def _is_refused(refusal: BareRule, asked: BareRule, texts: tuple[str, str]) -> bool:
    if not (_refuses(refusal) and _asks(asked) and bind_the_same(refusal, asked)):
        return False
    if not all(_is_of_the_case(one, asked) for one in refusal.sentence.conditions):
        return False
    two = refusal.sentence, asked.sentence
    return not are_at_other_times(two, texts) and _is_one_act(refusal, asked)


def _refuses(rule: BareRule) -> bool:
    is_ban = rule.norm.modality is Modality.PROHIBITION and is_plain(rule)
    return is_ban and not _OF_OTHERS.search(rule.said)


def _asks(rule: BareRule) -> bool:
    """Tell whether a rule asks something, or grants it on a condition."""
    if rule.norm.modality is Modality.PERMISSION:
        return rule.norm.nuance is Nuance.CONDITIONAL
    is_asked = rule.norm.modality is Modality.OBLIGATION and is_plain(rule)
    is_denied = any(word.denies for word in rule.sentence.main) or _LEFT_OUT.search(rule.said)
    return is_asked and not is_denied and not is_aftermath(rule.sentence)


def _is_of_the_case(condition: Condition, asked: BareRule) -> bool:
    """Tell whether a condition of a refusal names the case of the other rule, or excepts another.

    What is excepted may be what the other rule says: then the two go together.
    """
    terms = condition.terms - people_terms()
    conditions = asked.sentence.conditions
    theirs = asked.things.union(*(one.terms for one in conditions))
    found = [any(is_part(term, other) for other in theirs) for term in terms]
    return not any(found) if condition.excepts else all(found)


def _is_one_act(one: BareRule, other: BareRule) -> bool:
    """Tell whether two rules are about one act with one thing, in places that go together."""
    places = [place_terms(rule.said) - people_terms() for rule in (one, other)]
    if places[0] and places[1] and places[0].isdisjoint(places[1]):
        return False
    shared = shared_things(one, other) - terms_of(" ".join(_WITHOUT.findall(other.said)))
    least = min(len(one.things), len(other.things))
    if one.acts and other.acts:
        acts = one.acts & other.acts
        matters = (one.matters & other.matters) - general_concepts().of(" ".join(acts))
        is_enough = len(shared) >= _LEAST_SHARE * least if shared else bool(matters)
        return bool(acts) and is_enough
    return bool(shared) and least == 1
