"""Words that change places between two texts that have the same words: of whom something is said.

'Jongens op maandag, meisjes op dinsdag' has the words of 'Meisjes op maandag, jongens op dinsdag'.
The parts of a sentence may stand in any order, and so may what 'en' joins; what stands together in
a part tells more.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import combinations

from protocolkit.text.function_words import (
    ARTICLES,
    AUXILIARIES,
    COMMON_MODALS,
    CONCLUDING,
    FUNCTION_WORDS,
    JOINING,
    OPPOSING,
    PERSONAL,
    POINTING,
    POSSESSIVES,
    either,
)
from protocolkit.text.late_patterns import late

_TELLING = frozenset(
    "met zonder binnen buiten boven onder voor vóór na niet geen wel eerst daarna mag moet mogen"
    " moeten kan kunnen hoeft hoeven".split()
)
_LINKS = JOINING | OPPOSING | CONCLUDING | {"alsmede", "evenals", "terwijl"}
_DENYING = frozenset("niet geen nooit".split())
_FREE = frozenset("soms vaak altijd steeds nooit daar hier dan ook direct meteen samen".split())
_UNTOLD = (FUNCTION_WORDS | PERSONAL | _LINKS) - _TELLING
_SIGN = late(r"\w+(?:[-’'/.]\w+)*|[,;:.()]")
_TO_AND_WITH = late(r"(?<!\w)tot en met(?!\w)", re.IGNORECASE)
# What may stand between two words of one list: 'de directeur, de mentor en de ouder'.
_IN_LIST = re.compile(r"(?:, \S+ )*(?:, )?(?:,|en|of|dan wel|maar ook|als ook|als|respectievelijk)")
_AT_ANY_PLACE = late(r".*(?:lijks|dag|avonds|middags|ochtends|morgens)")
_LED = re.compile(rf"(?<!\w)(?:{either(ARTICLES)})\s+([\w-]+)")
_SKIPPED = ARTICLES | POSSESSIVES | POINTING


def changed_places(old: str, new: str) -> tuple[str, str] | None:
    """Return two words that took each other's place in two texts, None for none.

    >>> changed_places("Jan op maandag, Piet op dinsdag.", "Piet op maandag, Jan op dinsdag.")
    ('jan', 'piet')
    >>> changed_places("Groep 5 zwemt op dinsdag.", "Op dinsdag zwemt groep 5.")
    """
    ours, theirs = _signs(old), _signs(new)
    if not ours or ours == theirs:
        return None
    led = frozenset(_LED.findall(f"{old} {new}".lower()))
    parts = _parts(ours), _parts(theirs)
    return _exchanged(ours, theirs, led) or _with_others(*parts) or _denied(*parts)


def are_parts_in_other_order(old: str, new: str) -> bool:
    """Tell whether two texts have the same two parts, word for word, in another order.

    Of more than two, what belongs together may be parted: 'Wie rent, veegt; wie roept, schrijft'.

    >>> are_parts_in_other_order("De juf telt, Jan wacht.", "Jan wacht en de juf telt.")
    True
    """
    ours, theirs = _said_in_parts(old), _said_in_parts(new)
    return len(ours) == 2 and ours == theirs[::-1]


def _said_in_parts(text: str) -> list[list[str]]:
    found: list[list[str]] = [[]]
    for sign in _SIGN.findall(text.lower()):
        if _parts_here(sign):
            found.append([])
        else:
            found[-1].append(sign)
    return [part for part in found if part]


def _signs(text: str) -> list[str]:
    """Return the words of a text in small letters, and the signs between its parts."""
    said = _TO_AND_WITH.sub("t/m", text.lower())
    return [one for one in _SIGN.findall(said) if one not in _SKIPPED]


def _exchanged(
    old: Sequence[str], new: Sequence[str], led: frozenset[str]
) -> tuple[str, str] | None:
    """Return two words of which each stands where the other one stood, and else all is the same.

    ``led`` are the words that have an article: 'Schade vergoedt de school' is about who pays.
    """
    if len(old) != len(new):
        return None
    pairs = {pair for pair in zip(old, new, strict=True) if pair[0] != pair[1]}
    if len(pairs) != 2:
        return None
    one, other = next(pair for pair in zip(old, new, strict=True) if pair in pairs)
    if (other, one) not in pairs or not (one[0].isalnum() and other[0].isalnum()):
        return None
    at, to = sorted((old.index(one), old.index(other)))
    between = old[at + 1 : to]
    is_once = old.count(one) == old.count(other) == 1
    if is_once and (not between or _IN_LIST.fullmatch(" ".join(between))):
        return None
    is_within = not any(_parts_here(word) for word in between)
    if is_once and is_within and any(_may_stand_anywhere(word, led) for word in (one, other)):
        return None
    return one, other


def _may_stand_anywhere(word: str, led: frozenset[str]) -> bool:
    """Tell whether a word says when or how: 'Jaarlijks telt zij' is 'Zij telt jaarlijks'."""
    others = led | FUNCTION_WORDS | _FREE | _TELLING | AUXILIARIES | COMMON_MODALS
    return word in others or _AT_ANY_PLACE.fullmatch(word) is not None


def _parts_here(sign: str) -> bool:
    return not sign[0].isalnum() or sign in _LINKS


def _parts(signs: Sequence[str]) -> list[frozenset[str]]:
    """Return the words that tell something, part by part."""
    found: list[set[str]] = [set()]
    for sign in signs:
        if _parts_here(sign):
            found.append(set())
        elif sign not in _UNTOLD:
            found[-1].add(sign)
    return [frozenset(part) for part in found if part]


def _with_others(
    old: Sequence[frozenset[str]], new: Sequence[frozenset[str]]
) -> tuple[str, str] | None:
    """Return two words of different parts, each of which now stands with what the other had."""
    ours, theirs = _by_word(old), _by_word(new)
    known = [word for word in ours if word in theirs]
    moved = [word for word in known if old[ours[word]] != new[theirs[word]]]
    for one, other in combinations(moved, 2):
        if ours[one] == ours[other] or theirs[one] == theirs[other]:
            continue
        with_one = _beside(one, old, ours) & _beside(other, new, theirs)
        with_other = _beside(other, old, ours) & _beside(one, new, theirs)
        if with_one.intersection(known) and with_other.intersection(known):
            return one, other
    return None


def _denied(old: Sequence[frozenset[str]], new: Sequence[frozenset[str]]) -> tuple[str, str] | None:
    """Return what one text denies, and what the other one denies: 'Bellen mag, filmen niet'."""
    ours, theirs = _by_word(old), _by_word(new)
    for no in sorted(_DENYING & ours.keys() & theirs.keys()):
        gone, come = _beside(no, old, ours) & {*theirs}, _beside(no, new, theirs) & {*ours}
        if gone and come and gone.isdisjoint(come):
            return min(gone), min(come)
    return None


def _by_word(parts: Sequence[frozenset[str]]) -> Mapping[str, int]:
    """Return in which part each word stands that stands in one alone."""
    often = Counter(word for part in parts for word in part)
    return {word: at for at, part in enumerate(parts) for word in sorted(part) if often[word] == 1}


def _beside(word: str, parts: Sequence[frozenset[str]], at: Mapping[str, int]) -> frozenset[str]:
    return frozenset(one for one in parts[at[word]] if one != word and one in at)
