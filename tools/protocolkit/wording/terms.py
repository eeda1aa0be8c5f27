"""Words brought to one form: stems, spellings and synonyms; and the matters a text is about.

The thesaurus is data (``thesaurus.yml``): a small general one that comes along, and one that a
subject may add. A term is a stem, or the stem of the first word of its group.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

import snowballstemmer

from protocolkit.base.remembered import remembered
from protocolkit.text.function_words import (
    ASKING,
    COMMON_MODALS,
    CONCLUDING,
    CONDITIONAL,
    EXCLUDING,
    FUNCTION_WORDS,
    PERSONAL,
    QUANTIFYING,
    WHEREBY,
)
from protocolkit.text.words import tokens
from protocolkit.wording.everyday import VAGUE

# Words that say how, when or for whom a sentence speaks, never what it is about.
SAY_NOTHING = (
    FUNCTION_WORDS
    | ASKING
    | CONCLUDING
    | CONDITIONAL
    | EXCLUDING
    | COMMON_MODALS
    | PERSONAL
    | QUANTIFYING
    | WHEREBY
    | VAGUE
    | frozenset(
        (
            "al ander andermans anderszins ben bijzondere bovendien daar daarbij daardoor daarin "
            "daarmee daarnaast daarom daarop daarvan denk dergelijke diens doet echter eens elkaar "
            "enz erop ervan etc eventuele ge gebied geen genoemde gewenst had hebben heeft hem hen "
            "hier hierbij hierin hierop hiervan hij/zij ja jegens jou jouw kun lid maar middels "
            "mij mogelijke naast nee niet niets nog noot nu o.a omdat omtrent onder overige reeds "
            "respectievelijk s soms tegen terwijl tevens toe toegestaan uw vanuit vanwege veel "
            "vervolgens vooraf vooral vorm waren was weet wel welke werd weten wil zaak zijn/haar "
            "zo zoal zoals zodat zou zowel zulk"
        ).split()
    )
)
_STEMMER = snowballstemmer.stemmer("dutch_porter")
_PIECES = re.compile(r"[/_]")
_DOUBLE = re.compile(r"([a-z])\1")
_PARTICIPLE = re.compile(r"^ge(?=[a-z]{3,}[dt]$)")
_ENDING = re.compile(r"(?<=[a-z]{4})(?:aties?|ati|ings?|s|t|d)$")
_LETTER = re.compile(r"[^\W\d_]|\d")


@dataclass(frozen=True, slots=True, kw_only=True)
class Thesaurus:
    """Which words mean the same.

    ``phrases`` gives, by its first stem, each sequence of stems that counts as one term, longest
    first; ``matters`` gives, by the term that the first part begins with, the parts (terms that
    follow each other) which together in one sentence show a matter; ``names`` gives the name of
    each group of words by its term.
    """

    phrases: Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]
    matters: Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]
    names: Mapping[str, str]


def terms(text: str, thesaurus: Thesaurus) -> tuple[str, ...]:
    """Return the terms of a text in order, function words among them."""
    return tuple(_merged(_stems(text), thesaurus))


def content(found: Iterable[str]) -> tuple[str, ...]:
    """Return terms without those that only say how, when or for whom a sentence speaks."""
    return tuple(term for term in found if term not in _FUNCTION_STEMS)


def matters(sentence: Sequence[str], thesaurus: Thesaurus) -> tuple[str, ...]:
    """Return the matters that the terms of one sentence show, function words among them."""
    framed = _framed(sentence)
    return tuple(
        sorted(
            {
                name
                for term in frozenset(sentence)
                for parts, name in thesaurus.matters.get(term, ())
                if all(part in framed for part in parts)
            }
        )
    )


def make_thesaurus(
    same: Iterable[Sequence[str]], related: Iterable[tuple[str, Sequence[str]]]
) -> Thesaurus:
    """Make a thesaurus of groups of words, and of matters with the words that show them."""
    phrases: dict[str, dict[tuple[str, ...], str]] = {}
    names: dict[str, str] = {}
    for group in same:
        name = "_".join(_stems(group[0]))
        names[name] = group[0]
        for phrase in group:
            stems = _stems(phrase)
            if stems:
                phrases.setdefault(stems[0], {})[stems] = name
    longest = {
        first: tuple(sorted(found.items(), key=lambda item: (-len(item[0]), item[0])))
        for first, found in phrases.items()
    }
    named = Thesaurus(phrases=longest, matters={}, names=names)
    shown: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for name, patterns in related:
        for pattern in patterns:
            parts = [terms(part, named) for part in pattern.split("+")]
            if all(parts):
                framed = tuple(_framed(part) for part in parts)
                shown.setdefault(parts[0][0], []).append((framed, name))
    return Thesaurus(
        phrases=longest,
        matters={first: tuple(found) for first, found in shown.items()},
        names=names,
    )


@cache
def stem(word: str) -> str:
    """Return the stem of a word in lower case: one form for its plurals and conjugations."""
    return _stem(word)


@remembered
def _stem(word: str) -> str:
    plain = word if word.isascii() else _without_accents(word)
    if not plain.isalpha():
        return plain.removesuffix("'s").removesuffix("’s")
    found = _DOUBLE.sub(r"\1", str(_STEMMER.stemWord(plain)))
    found = _PARTICIPLE.sub("", found)
    if len(found) > 5:
        found = _ENDING.sub("", found)
    return found.removesuffix("e") if len(found) > 4 else found


def _without_accents(word: str) -> str:
    signs = unicodedata.normalize("NFD", word)
    return "".join(sign for sign in signs if not unicodedata.combining(sign))


def _framed(found: Iterable[str]) -> str:
    return f" {' '.join(found)} "


def _stems(text: str) -> tuple[str, ...]:
    return tuple(
        stem(piece)
        for token in tokens(text.replace("’", "'"))
        if _LETTER.match(token)
        for piece in _PIECES.split(token.lower())
        if piece
    )


def _merged(stems: tuple[str, ...], thesaurus: Thesaurus) -> list[str]:
    found, at = [], 0
    while at < len(stems):
        for phrase, name in thesaurus.phrases.get(stems[at], ()):
            if stems[at : at + len(phrase)] == phrase:
                found.append(name)
                at += len(phrase)
                break
        else:
            found.append(stems[at])
            at += 1
    return found


_FUNCTION_STEMS = frozenset(stem(word) for word in SAY_NOTHING) | SAY_NOTHING
