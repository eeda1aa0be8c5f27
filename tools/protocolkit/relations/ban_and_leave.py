"""Whether one clause forbids what the other one allows, each in its own words.

'Op het plein zijn honden niet toegestaan' and 'Uw hond mag mee het plein op' share a thing and
little more. The two are clauses that answer one question: of others a shared thing says nothing.
In doubt nothing is said: where each is for another time or other people, where an exception to the
ban may be the leave, and where the one clause has a ban of its own that is nearer to the other's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import product

from protocolkit.norms.norm import Modality, Norm, Nuance
from protocolkit.relations.apart import are_apart
from protocolkit.relations.others_acts import are_of_others
from protocolkit.relations.overlap import likeness
from protocolkit.relations.people import VISITING, people_terms
from protocolkit.relations.places import place_terms
from protocolkit.relations.polarity import Opposition, meet, norm_of
from protocolkit.relations.relation import Side
from protocolkit.relations.sentence_parts import Condition, Sentence, take_apart, terms_of
from protocolkit.text.function_words import RETURNING, SUPPOSING, either
from protocolkit.text.late_patterns import late
from protocolkit.wording.concepts import general_concepts

# What nearly every rule speaks of: people, times, and that something is asked or not.
EVERYWHERE = frozenset(
    "leraar leiding bestuur medewerker leerling ouder gescheiden-ouders meerderjarig medeleerling "
    "bezoeker mr vertrouwenspersoon zorg inspectie fg verboden toestemming uitzondering besluit "
    "uren dagen weken maanden termijn lestijd pauze schooltijd begin wet verantwoordelijk "
    "reikwijdte samen gebruiken noodzaak doel rolmodel begrip herhaling".split()
)
_TIMES = late(
    r"\b(?:les(?:sen|uren|dag|tijd)?|(?:\w+)?pauzes?|schooltijd(?:en)?|werktijd(?:en)?|schooldag|"
    r"avond|weekend|gelegenhe(?:id|den)|excursies?|uitstapjes?|schoolreis(?:je)?|kamp|vieringen|"
    r"viering|feest(?:en)?|toets(?:en)?|examens?|gym\w*)\b",
    re.IGNORECASE,
)
_LESSON = late(r"(?<=\w\w)les(?:sen)?\Z")  # 'gymles' is gym
_APART_FROM = late(
    rf"\b(?:zonder|uitzondering(?:en)?|dan (?:na|nadat|met|{either(SUPPOSING)}))\b", re.IGNORECASE
)
_RESERVED = late(
    r"\bvoorbehouden\b|\b(?:alleen|uitsluitend|slechts) (?:door|aan|de|het)\b", re.IGNORECASE
)
# A sentence that begins with its case: 'Vind je niets, plaats dan niets', 'Als …, dan …'.
_IN_A_CASE = late(
    rf"\W*(?:{either(SUPPOSING)})\b|[^,;:]+, (?:\w+ )?dan\b|\W*\w+ (?:je|u|er)\b", re.IGNORECASE
)
# What something is done for is not what is done, but after a word of leave: 'verlaten om te roken'.
_AIM = late(r"\bom (?:\w+ ){0,8}te \w+", re.IGNORECASE)
_LEAVING = late(
    r"\b(?:toegestaan|verboden|geoorloofd|toegelaten|mogelijk|vrij|verplicht)\b", re.IGNORECASE
)
# What a noun forbids: 'rookverbod', 'telefoonverbod'.
_BAN_ON = late(r"\b(\w{3,})verbod\b", re.IGNORECASE)
# A leave that speaks of what the sentence before it was about: 'Is het koud? Dan mag hij aan.'
_POINTS_BACK = RETURNING | {"hem"}
_BAN, _LEAVE = Modality.PROHIBITION, Modality.PERMISSION
_UNBOUND = frozenset({Nuance.AWARENESS, Nuance.EFFORT})
_LEAST_SHARED = 2
_LEAST_OF_KIND = 3
_LIGHT = (
    "welkom gewoon mee altijd nooit wel zelf niemand jaar toegestaan verboden hele alle iets "
    f"openen maken doen komen zetten {VISITING}"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Rule:
    """A sentence that asks something: what it asks, of which things, where, at what times."""

    said: str
    sentence: Sentence
    norm: Norm
    terms: frozenset[str]
    concepts: frozenset[str]
    places: frozenset[str]
    times: frozenset[str]


def ban_and_leave(left: Side, right: Side) -> Iterator[Opposition]:
    """Yield where one of two clauses on one question forbids what the other one allows."""
    asked = [{norm.modality for norm in side.norms.norms} for side in (left, right)]
    if not any(_BAN in one and _LEAVE in other for one, other in (asked, asked[::-1])):
        return
    ours, theirs = _rules(left), _rules(right)
    for one, other in product(ours, theirs):
        if not (_are_opposed(one, other) or _are_opposed(other, one)):
            continue
        if _is_nearest(one, other, theirs) and _is_nearest(other, one, ours):
            yield Opposition(left=one.norm.words, right=other.norm.words)


@lru_cache(maxsize=4096)
def _rules(side: Side) -> tuple[_Rule, ...]:
    found = []
    before = ""
    for sentence in take_apart(side.text, side.names):
        norm = norm_of(side.norms, sentence)
        whole = side.text[slice(*sentence.span)]
        said = whole if _LEAVING.search(whole) else _AIM.sub(" ", whole)
        points = not _POINTS_BACK.isdisjoint(said.lower().split())
        about = _BAN_ON.sub(r"\1 verbod", f"{before} {said}" if points else said)
        places = place_terms(about) - people_terms()
        if norm is not None and norm.modality is not Modality.INFORMATION:
            rule = _Rule(
                said=whole,
                sentence=sentence,
                norm=norm,
                terms=terms_of(about) - people_terms() - places,
                places=places,
                concepts=general_concepts().of(about) - EVERYWHERE,
                times=frozenset(_in_any_number(time[0]) for time in _TIMES.finditer(about)),
            )
            found.append(rule)
        before = said
    return tuple(found)


def _in_any_number(time: str) -> str:
    """Return what 'toets' and 'toetsen' have in common, which a stemmer does not see."""
    bare = _LESSON.sub("", time.lower())
    return bare.rstrip("s").removesuffix("en").rstrip("s")


def _are_opposed(ban: _Rule, leave: _Rule) -> bool:
    if (ban.norm.modality, leave.norm.modality) != (_BAN, _LEAVE):
        return False
    if {ban.norm.nuance, leave.norm.nuance} & _UNBOUND or not meet(ban.norm, leave.norm):
        return False
    if are_of_others((ban.norm, leave.norm), (ban.said, leave.said)) or _may_meet(ban, leave):
        return False
    if are_apart(ban.said, leave.said):
        return False
    for own, other in ((ban.times, leave.times), (ban.places, leave.places)):
        if own and other and own.isdisjoint(other):
            return False
    return _share_a_thing(ban, leave)


def _may_meet(ban: _Rule, leave: _Rule) -> bool:
    """Tell whether what the one sets apart may be what the other one says.

    That is 'tenzij' or 'zonder' in a ban, 'mits niet' or 'voorbehouden aan' in a leave, a case on
    both sides, and 'geen uitzondering', which forbids nothing by itself.
    """
    if any(condition.excepts for condition in ban.sentence.conditions):
        return True
    if any(_sets_apart(one, ban) for one in leave.sentence.conditions):
        return True
    if _APART_FROM.search(ban.said) or _RESERVED.search(leave.said):
        return True
    return leave.norm.nuance is Nuance.CONDITIONAL and bool(_IN_A_CASE.match(ban.said))


def _sets_apart(condition: Condition, ban: _Rule) -> bool:
    """Tell whether a condition of a leave denies what a ban is about: 'mits niet op het plein'."""
    if not any(word.denies for word in condition.words):
        return False
    return not condition.terms or bool(condition.terms & (ban.terms | ban.places))


def _share_a_thing(ban: _Rule, leave: _Rule) -> bool:
    """Tell whether both name a thing; words of one concept need not mean the same.

    One word is enough where it is all that either speaks of: 'Honden zijn hier niet welkom'. A
    leave for one kind of it is an exception: 'Hulphonden zijn welkom'.
    """
    if any(_is_kind(own, term) for own in leave.terms - ban.terms for term in ban.terms):
        return False
    shared = (ban.terms & leave.terms) - terms_of(_LIGHT)
    matters = (ban.concepts & leave.concepts) - general_concepts().of(_LIGHT)
    if len(shared) + len(matters) >= _LEAST_SHARED:
        return True
    places = ban.places | leave.places
    told = [rule.terms - places - terms_of(_LIGHT) for rule in (ban, leave)]
    return bool(shared) and min(told, key=len) <= shared


def _is_kind(term: str, of: str) -> bool:
    """Tell whether a term is a compound of another one: 'hulphond' of 'hond'.

    A stem may have its last sign doubled or changed: ``hond`` beside ``hon``.
    """
    stem = of[:-1] if len(of) > _LEAST_OF_KIND else of
    return len(term) >= len(of) + _LEAST_OF_KIND and term.endswith((of, stem))


def _is_nearest(rule: _Rule, other: _Rule, others: tuple[_Rule, ...]) -> bool:
    """Tell whether no rule of the other clause that asks the same is nearer than the other one."""
    return all(
        likeness(rule.terms, other.terms) >= likeness(rule.terms, one.terms)
        for one in others
        if one.norm.modality is rule.norm.modality
    )
