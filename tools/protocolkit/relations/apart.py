"""Whether two sentences are for other people, places, times or ways, so that both can hold.

'In de kas mag je niet roken' and 'Buiten de kas mag je roken' share every word but one, and so do
'Leden mogen …' and 'Bezoekers mogen niet …'. Only what both sentences name is compared: one that
says nothing of a time is for every time.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from protocolkit.base.remembered import remembered
from protocolkit.relations.sentence_parts import terms_of
from protocolkit.text.function_words import EXCLUDING, POSSESSIVES, either
from protocolkit.text.late_patterns import late

# Each group has its own rules, and is none of the others; who is all of them is in none.
_GROUPS = tuple(
    late(rf"\b(?:{words})\b", re.IGNORECASE)
    for words in (
        r"lid|leden",
        r"gast|gasten|bezoekers?|buitenstaanders?|publiek",
        r"huurders?|leners?",
        r"vrijwilligers?|stagiaire?s?",
        r"onderbouw(?:ers?)?|brugklas(?:sers?)?|jongste (?:kinderen|leerlingen)|kleuters?",
        r"bovenbouw(?:ers?)?|examenkandidaten|oudste (?:kinderen|leerlingen)",
    )
)
_EVERYBODY = late(
    r"\b(?:iedereen|allen|niemand|ieder|eenieder|alle(?:maal)?|elke?)\b", re.IGNORECASE
)
_LED = rf"(?:(?:de|het|een|elke?|alle|je|uw|hele|{either(POSSESSIVES)}) )*"
_INSIDE = late(rf"\b(?:in|op|binnen) {_LED}([\w-]{{3,}})", re.IGNORECASE)
_OUTSIDE = late(rf"\bbuiten {_LED}([\w-]{{3,}})", re.IGNORECASE)
_WITH = late(rf"\bmet {_LED}([\w-]{{3,}})", re.IGNORECASE)
_WITHOUT = late(rf"\bzonder {_LED}([\w-]{{3,}})", re.IGNORECASE)
_DENIED = late(r"\b(?:niet|geen|nooit|verboden)\b", re.IGNORECASE)
_ONLY = late(rf"\b(?:{either(EXCLUDING)})\b", re.IGNORECASE)
# 'Alone' where nobody else is meant, not 'only'.
_ALONE = late(r"\b(?:niet|nooit) alleen\b(?! (?:met|na|door|als|wanneer)\b)", re.IGNORECASE)
_TOGETHER = late(
    r"\b(?:samen met|onder (?:begeleiding|toezicht)|met (?:een|hun|zijn|haar))\b", re.IGNORECASE
)
_MOMENT = r"((?:half |kwart over |kwart voor )?[\w.]+ uur|(?:de |het )?\w{3,})"
_BEFORE = late(rf"\b(?:voor|vóór|tot) {_MOMENT}", re.IGNORECASE)
_AFTER = late(rf"\b(?:na|vanaf) {_MOMENT}", re.IGNORECASE)
_DURING = late(rf"\b(?:tijdens|gedurende) {_LED}([\w-]{{3,}})", re.IGNORECASE)
_TIMES = late(
    r"\b(?:(?:\w+)?pauzes?|(?:maan|dins|woens|donder|vrij|zater|zon)dag(?:en|s)?|weekend|"
    r"ochtends?|middags?|avonds?|nachts?|zomer|winter|lente|voorjaar|herfst|najaar|vakanties?|"
    r"januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december)\b",
    re.IGNORECASE,
)


def are_apart(one: str, other: str) -> bool:
    """Tell whether what two sentences say can both hold since each is for something else."""
    return (
        _are_disjoint(groups_named(one), groups_named(other))
        or _are_disjoint(_times(one), _times(other))
        or _is_before(one, other)
        or _is_before(other, one)
        or _is_turned(one, other)
        or _is_turned(other, one)
    )


def _are_disjoint(ours: frozenset[str], theirs: frozenset[str]) -> bool:
    return bool(ours and theirs) and ours.isdisjoint(theirs)


@remembered
def groups_named(text: str) -> frozenset[str]:
    """Return which groups a sentence is for, as numbers; none where it is for everybody."""
    if _EVERYBODY.search(text):
        return frozenset()
    return frozenset(str(at) for at, group in enumerate(_GROUPS) if group.search(text))


@remembered
def _times(text: str) -> frozenset[str]:
    """Return the times that a sentence names; a pause of something is not the thing."""
    found = [*_DURING.findall(text), *(found[0] for found in _TIMES.finditer(text))]
    return terms_of(" ".join(found).lower())


def _is_before(one: str, other: str) -> bool:
    """Tell whether one is for before a moment after which the other holds, in the same words."""
    return not _moments(_BEFORE, one).isdisjoint(_moments(_AFTER, other))


@lru_cache(maxsize=16_384)
def _moments(pattern: re.Pattern[str], text: str) -> frozenset[str]:
    return frozenset(moment.lower() for moment in pattern.findall(text))


def _is_turned(one: str, other: str) -> bool:
    """Tell whether one does outside, without or alone what the other does inside or with."""
    if not _named(_OUTSIDE, one).isdisjoint(_named(_INSIDE, other)):
        return True
    # 'with' beside 'without' only where without it is forbidden, and not where with it is asked
    is_banned = _DENIED.search(one) and not _ONLY.search(other)
    if is_banned and not _named(_WITHOUT, one).isdisjoint(_named(_WITH, other)):
        return True
    return bool(_ALONE.search(one) and _TOGETHER.search(other))


@lru_cache(maxsize=16_384)
def _named(pattern: re.Pattern[str], text: str) -> frozenset[str]:
    return frozenset(_each(pattern, text))


def _each(pattern: re.Pattern[str], text: str) -> Iterator[str]:
    for word in pattern.findall(text):
        yield from terms_of(word.lower())
