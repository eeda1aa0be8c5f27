"""Whether one of two clauses on one question asks an act that the other one asks or lets undo.

'Leerlingen laten hun telefoon thuis' and 'Leerlingen nemen hun telefoon mee' deny nothing of each
other, and no pupil does both; nor do 'De ouders tekenen' and 'De ouders hoeven niet te tekenen' go
together. In doubt nothing is said: at other times, for others, in a case of its own, about two
things.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import product

from protocolkit.base.remembered import remembered
from protocolkit.norms.norm import Modality
from protocolkit.relations.acts import are_at_other_times
from protocolkit.relations.apart import are_apart
from protocolkit.relations.bare_rules import (
    BareRule,
    bare_rules,
    bind_the_same,
    is_plain,
    shared_things,
)
from protocolkit.relations.polarity import Opposition
from protocolkit.relations.put_away import AWAY, IN_USE, put_away_and_used
from protocolkit.relations.relation import Side
from protocolkit.relations.sentence_parts import terms_of
from protocolkit.text.function_words import EXCLUDING, either
from protocolkit.text.late_patterns import late

_PLACE = r"(?:school|terrein|schoolterrein|plein|schoolplein|gebouw|schoolgebouw|lokaal|klas)"
_THE = r"(?:(?:de|het|ons|onze|hun|je) )?"
_WORN = (
    r"(?:aan|om|op)(?:houden|laten|hebben|doen)\b|\b(?:aan|om|op) (?:blijven|laten|houden)|"
    r"\bdragen\b|\b(?:houdt?|houden|draagt)\b[^.;]*\b(?:aan|om|op)\W*$|\bdraagt\b"
)
_TAKEN_OFF = (
    r"\b(?:af|uit)(?:ge)?(?:doen|daan|zet|zetten|trokken|trekken)\b|"
    r"\b(?:doet|doen|doe|gaat|gaan|zet|zetten|trekt|trekken)\b[^.;]*\b(?:af|uit)\b"
    r"(?=\W*$| (?:in|bij|tijdens|voor|als)\b)"
)
_AT_HOME = r"\b(?:laat|laten|blijft|blijven)\b[^.;]*\bthuis\b|\bthuis(?:laten|blijven|houden)\b"
_ALONG = (
    r"\bmee(?:nemen|brengen)\b|\b(?:neemt?|nemen|brengt?|brengen)\b[^.;]*\bmee\b|"
    r"\bmee naar school\b"
)
_HANDED_IN = (
    r"\b(?:lever(?:t|en)?)\b[^.;]*\bin\b|\binleveren\b|\bafgeven\b|"
    r"\b(?:geeft?|geven)\b[^.;]*\b(?:af|aan de (?:leraar|leerkracht|docent|mentor))\b"
)
_WITH_ONESELF = r"\b(?:houdt?|houden|hebben|heeft)\b[^.;]*\b(?:zelf|bij zich|bij je)\b"
_AT_ONCE = r"\b(?:meteen|direct|onmiddellijk|terstond)\b"
_WIPED = r"\b(?:verwijder|vernietig|gewist|wis|weggegooid)\w*"
# Whoever does the one of such an act does not do the other, with one thing.
_PAIRS = tuple(
    tuple(late(form, re.IGNORECASE) for form in pair)
    for pair in (
        (_TAKEN_OFF, _WORN),
        (_AT_HOME, _ALONG),
        (_HANDED_IN, _WITH_ONESELF),
        (
            r"\b(?:bewaart|bewaren|bewaard)\b",
            rf"{_AT_ONCE}[^.;]*{_WIPED}|{_WIPED}\b[^.;]*{_AT_ONCE}",
        ),
        (r"\bstaa[nt]\b[^.;]*\buit\W*$", r"\b(?:mag|mogen|staan?t?)\b[^.;]*\baan(?:staan)?\W*$"),
    )
)
_STAYS = late(
    rf"\bblij(?:ft?|ven)\b[^.;]*\b(?:op|in|binnen) {_THE}(?:\w+ )?{_PLACE}\b|"
    r"\bblij(?:ft?|ven)\b[^.;]*\bbinnen\W*$",
    re.IGNORECASE,
)
_LEAVES = late(
    rf"\b{_PLACE} (?:af|uit|verlaten)\b|\bvan {_THE}{_PLACE} af\b|"
    r"\bnaar (?:buiten|huis|de (?:winkel\w*|supermarkt|stad)|het dorp)\b",
    re.IGNORECASE,
)
_NEEDLESS = frozenset({0})
_NEED_NOT = late(r"\b(?:hoef|hoeft|hoeven)\b", re.IGNORECASE)
_ONLY = late(rf"\b(?:{either(EXCLUDING)}|pas)\b", re.IGNORECASE)
_DUTY, _LEAVE = Modality.OBLIGATION, Modality.PERMISSION
_CLASHING = (*_PAIRS, (_STAYS, _LEAVES), (AWAY, IN_USE))
# What says where, and not with what.
_PLACES = "thuis school mee zelf uit aan af om in binnen"


def acts_opposed(left: Side, right: Side) -> Iterator[Opposition]:
    """Yield where one of two clauses on one question asks what the other one undoes or leaves."""
    texts = (left.text, right.text)
    said, beside = map(_clashing, texts)
    if not _NEEDLESS & (said | beside) and not any(-act in beside for act in said):
        return
    for one, other in product(bare_rules(left), bare_rules(right)):
        if not _may_clash(one, other):
            continue
        if are_at_other_times((one.sentence, other.sentence), texts):
            continue
        if _undo(one, other) or _undo(other, one):
            yield Opposition(left=one.norm.words, right=other.norm.words)
            continue
        two, swapped = (one.sentence, one.norm), (other.sentence, other.norm)
        words = put_away_and_used(two, swapped, texts)
        back = None if words else put_away_and_used(swapped, two, texts[::-1])
        if words or back:
            ours, theirs = words or (back or ((), ()))[::-1]
            yield Opposition(left=ours, right=theirs)


@remembered
def _clashing(text: str) -> frozenset[int]:
    """Return which acts of :data:`_CLASHING` a text says: each counts from 1, its other below 0."""
    said = (
        number * sign
        for number, pair in enumerate(_CLASHING, start=1)
        for sign, act in zip((1, -1), pair, strict=True)
        if act.search(text)
    )
    return frozenset(said) | (_NEEDLESS if _NEED_NOT.search(text) else frozenset())


def _may_clash(one: BareRule, other: BareRule) -> bool:
    """Tell whether both can bind somebody in one case, and neither sets a case apart."""
    if not (is_plain(one) and is_plain(other) and bind_the_same(one, other)):
        return False
    if any(c.excepts for rule in (one, other) for c in rule.sentence.conditions):
        return False
    return not are_apart(one.said, other.said)


def _undo(asked: BareRule, other: BareRule) -> bool:
    """Tell whether a duty without a case is undone by what the other rule asks or lets do."""
    if asked.norm.modality is not _DUTY or asked.sentence.conditions:
        return False
    is_leave = other.norm.modality is _LEAVE
    if is_leave and _NEED_NOT.search(other.said):
        return _is_left_out(asked, other)
    if not (is_leave or other.norm.modality is _DUTY) or _ONLY.search(asked.said):
        return False
    if is_leave and _STAYS.search(asked.said) and _LEAVES.search(other.said):
        return True
    return _are_opposite(asked.said, other.said) and bool(_things(asked, other))


def _are_opposite(one: str, other: str) -> bool:
    """Tell whether two sentences say the two acts of a pair, and neither says both."""
    for pair in _PAIRS:
        said = [[bool(act.search(text)) for act in pair] for text in (one, other)]
        if all(map(any, said)):
            return said[0] == said[1][::-1] and not all(said[0])
    return False


def _is_left_out(asked: BareRule, free: BareRule) -> bool:
    """Tell whether what need not be done is what is asked, and of nothing else."""
    if not asked.acts & free.acts or free.sentence.conditions:
        return False
    shared = shared_things(free, asked)
    return shared == free.things


def _things(one: BareRule, other: BareRule) -> frozenset[str]:
    return shared_things(one, other) - terms_of(_PLACES)
