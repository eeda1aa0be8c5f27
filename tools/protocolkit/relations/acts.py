"""What a sentence asks to be done or not: the verbs, the things, at what times and where."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from protocolkit.norms.verbs import infinitive_of, is_infinitive, is_present
from protocolkit.relations.sentence_parts import Sentence, terms_of
from protocolkit.text.function_words import (
    ARTICLES,
    COMMON_MODALS,
    POSSESSIVES,
    PREPOSITIONS,
    RARER_PREPOSITIONS,
)
from protocolkit.wording.thesaurus_file import canonical

# These say too little of an act to know it by.
_LIGHT = COMMON_MODALS | frozenset(
    "zijn worden hebben doen gaan komen laten krijgen geven nemen blijven verbieden toestaan "
    "aanmoedigen moedigen".split()
)
_TIMES = re.compile(
    r"\b(?:les(?:sen|uren|dag|tijd)?|pauzes?|schooltijd(?:en)?|werktijd(?:en)?|schooldag|avond"
    r"|gelegenhe(?:id|den)|excursies?|vieringen|viering|feest(?:en)?)\b",
    re.IGNORECASE,
)
# What a verb may have apart from it.
_APART = frozenset("mee in uit op af terug door aan weg over".split())
# Who acts, and the text itself: what begins with these alone is about anything.
_SCENE = (
    "medewerker leraar leidinggevende leerling ouder school schoolbestuur betrokkene protocol "
    "sociale media, functie"
)


def is_one_act(two: tuple[Sentence, Sentence], texts: tuple[str, str]) -> bool:
    """Tell whether what a ban and a leave are for is done alike, to one thing, at one time."""
    forbidden, allowed = map(act_of, two, texts)
    if not forbidden[0] & allowed[0]:
        return False
    if forbidden[1] != allowed[1] and not forbidden[1] & allowed[1]:
        return False
    return not are_at_other_times(two, texts)


def are_at_other_times(two: tuple[Sentence, Sentence], texts: tuple[str, str]) -> bool:
    """Tell whether two sentences each name a time, and not the same."""
    times = [
        terms_of(" ".join(found[0].lower() for found in _TIMES.finditer(text, *one.span)))
        for one, text in zip(two, texts, strict=True)
    ]
    return bool(times[0] and times[1]) and times[0].isdisjoint(times[1])


def act_of(sentence: Sentence, text: str) -> tuple[frozenset[str], frozenset[str]]:
    """Return the verbs of what a sentence asks, and the terms of what is done to.

    Who acts, where and when are left out, and for what aim: 'verlaten om te roken' is to leave.
    """
    words = [text[slice(*word.span)].lower() for word in sentence.main]
    finite = (word for word in words if is_infinitive(word) or is_present(word))
    verbs = {verb for verb in map(infinitive_of, finite) if is_infinitive(verb)}
    # 'nemen geen telefoon mee' is meenemen
    verbs |= {apart + verb for verb in verbs for apart in _APART.intersection(words)}
    verbs -= _LIGHT
    aims = set(_aims(words))
    things = terms_of(" ".join(_without_places(words)))
    things -= terms_of(" ".join(verbs | aims)) | scene()
    return frozenset(verbs - aims or verbs), things


def _aims(words: list[str]) -> Iterator[str]:
    """Yield the verbs of 'om … te …', where another verb than one of leave comes before."""
    at = words.index("om") if "om" in words else len(words)
    for number, word in enumerate(words[at:], start=at):
        if word == "te" and number + 1 < len(words):
            yield infinitive_of(words[number + 1])


def _without_places(words: list[str]) -> Iterator[str]:
    """Yield words but those of a place or time: a preposition, and what it is before."""
    inside = False
    for word in words:
        if word in (PREPOSITIONS | RARER_PREPOSITIONS) - {"om", "te"}:
            inside = True
        elif inside and word in ARTICLES | POSSESSIVES:
            continue
        elif inside:
            inside = False
        else:
            yield word


@cache
def scene() -> frozenset[str]:
    """Return whom a rule is for as terms; not at import, since reading the thesaurus takes time."""
    return frozenset(canonical(_SCENE))
