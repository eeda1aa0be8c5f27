"""The rules of a clause in bare form, to hold texts of two registers beside each other.

'Haal je een toets in?' and 'Een leerling die een toets inhaalt' are about one act with one thing:
who acts is left out, what a pronoun points back at is added, everyday verbs stand for those of
policy, and a compound shares a thing with its parts. Meant for clauses that answer one question;
of any others so little in common says nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from protocolkit.base.remembered import remembered
from protocolkit.norms.norm import Modality, Norm, Nuance, Party
from protocolkit.norms.verbs import infinitive_of, is_infinitive, is_present
from protocolkit.relations.acts import act_of, scene
from protocolkit.relations.ban_and_leave import EVERYWHERE
from protocolkit.relations.others_acts import are_of_others
from protocolkit.relations.people import people_terms
from protocolkit.relations.polarity import meet, norm_of
from protocolkit.relations.quantities import quantities
from protocolkit.relations.relation import Side
from protocolkit.relations.sentence_parts import Sentence, take_apart, terms_of
from protocolkit.text.function_words import AUXILIARIES, COMMON_MODALS, RETURNING
from protocolkit.text.late_patterns import late
from protocolkit.wording.concepts import general_concepts

# Each row is one act, in words of policy and of every day.
_ONE_ACT = tuple(
    frozenset(row.split())
    for row in (
        "controleren nakijken kijken checken nagaan inspecteren",
        "melden zeggen vertellen doorgeven bellen opbellen afmelden ziekmelden aangeven",
        "bespreken praten spreken overleggen doorpraten",
        "ophalen afhalen halen",
        "gebruiken aanhebben aanzetten bedienen",
        "betalen vergoeden voldoen",
    )
)
# With these an act is what is given, held or done.
_GIVING = ("verstrekken", "toedienen", "uitreiken", "uitdelen")
_SAID_OF_ALL = (
    "juf juffen juffrouw meester meesters kind kinderen "
    "ben bent heb hebt had nemen doen maken gaan komen laten krijgen geven halen"
)
_BEFORE_YOU = late(r"\b([^\W\d_]+)(?=\s+(?:je|jij)\b)", re.IGNORECASE)
_WORD = late(r"[^\W\d_]+")
_APART = frozenset("mee in uit op af terug door aan weg over na".split())
_IN_SCHOOL = frozenset({Party.STAFF, Party.SCHOOL})
_LEAST_PART = 3
_LEAST_COMPOUND = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class BareRule:
    """A sentence that asks something: what it says, its acts, the things that it is about."""

    said: str
    sentence: Sentence
    norm: Norm
    acts: frozenset[str]
    things: frozenset[str]
    matters: frozenset[str]


@remembered
def bare_rules(side: Side) -> tuple[BareRule, ...]:
    """Return the sentences of a clause that ask, allow or forbid something."""
    return tuple(_rules(side))


def _rules(side: Side) -> Iterator[BareRule]:
    before, earlier = "", frozenset[str]()
    for sentence in take_apart(side.text, side.names):
        norm, said = norm_of(side.norms, sentence), side.text[slice(*sentence.span)]
        acts = frozenset(_acts(sentence, side.text))
        words = said.lower().split()
        points = words[0] == "dan" or not RETURNING.isdisjoint(words)
        own = _things(sentence, side, acts)
        about = f"{before} {said}" if points else said
        if norm is not None and norm.modality is not Modality.INFORMATION:
            yield BareRule(
                said=said,
                sentence=sentence,
                norm=norm,
                acts=frozenset(_one_name(verb) for verb in acts if not verb.endswith(_GIVING)),
                things=own | (earlier if points else frozenset()),
                matters=general_concepts().of(about) - EVERYWHERE,
            )
        before, earlier = said, own


def _things(sentence: Sentence, side: Side, acts: frozenset[str]) -> frozenset[str]:
    """Return what a sentence is about: no verbs, measures or people, and no exception."""
    terms = sentence.main_terms.union(*(c.terms for c in sentence.conditions if not c.excepts))
    measured = (side.text[slice(*one.span)] for one in quantities(side.text))
    said = (
        terms_of(" ".join((*acts, *measured))) | scene() | people_terms() | terms_of(_SAID_OF_ALL)
    )
    return frozenset(term for term in terms - said if not term.isdigit())


def _acts(sentence: Sentence, text: str) -> Iterator[str]:
    """Yield the verbs of a sentence, also in the form before 'je', whole and with what is apart."""
    words = _WORD.findall(text[slice(*sentence.span)].lower())
    # 'Toetsen worden nagekeken': what is before an auxiliary is what is done to
    is_noun = words[1:2] and words[1] in AUXILIARIES | COMMON_MODALS
    yield from act_of(sentence, text)[0] - frozenset(words[:1] if is_noun else ())
    apart = _APART.intersection(words)
    for found in _BEFORE_YOU.finditer(text, *sentence.span):
        word = f"{found[1].lower()}t"
        verb = infinitive_of(word)
        if is_present(word) and is_infinitive(verb):
            yield verb
            yield from (f"{part}{verb}" for part in apart)


def _one_name(verb: str) -> str:
    return next((min(row) for row in _ONE_ACT if verb in row), verb)


def shared_things(one: BareRule, other: BareRule) -> frozenset[str]:
    """Return the things of the first rule that the other one is about too, whole or as a part."""
    return frozenset(
        term for term in one.things if any(is_part(term, theirs) for theirs in other.things)
    )


def is_part(one: str, other: str) -> bool:
    """Tell whether two terms are one, in any number, or the one is a part of the other.

    >>> is_part("lui", "luiz"), is_part("hofdlui", "luiz"), is_part("toet", "tel")
    (True, True, False)
    """
    short, long = sorted((one.rstrip("sz"), other.rstrip("sz")), key=len)
    if short == long:
        return True
    is_compound = len(short) >= _LEAST_PART and len(long) >= _LEAST_COMPOUND
    return is_compound and (long.startswith(short) or long.endswith(short))


def bind_the_same(one: BareRule, other: BareRule) -> bool:
    """Tell whether somebody may be bound by both; what a school does its staff does."""
    if are_of_others((one.norm, other.norm), (one.said, other.said)):
        return False
    parties = (set(one.norm.parties), set(other.norm.parties))
    return meet(one.norm, other.norm) or all(_IN_SCHOOL & own for own in parties)


def is_plain(rule: BareRule) -> bool:
    """Tell whether a rule asks more than to try or to be aware, and leaves no power to anyone."""
    return rule.norm.nuance not in (Nuance.AWARENESS, Nuance.EFFORT)
