"""Small words that carry a rule, and which of them one text has and another has not.

Data (``rule_words.yml``): rights of councils, words that say for how many something holds, what
joins two things, and when. The relations look at people, acts and numbers, and pass over these.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from functools import cache

from protocolkit.base.resources import package_text
from protocolkit.reading.found_problems import Report
from protocolkit.reading.yaml_text import YamlMapping, read_mapping

FILE_NAME = "rule_words.yml"


class RuleWordKind(Enum):
    """What a small word says of a rule."""

    RIGHT = "right"
    QUANTIFIER = "quantifier"
    JOINING = "joining"
    TIME = "time"
    PLACE = "place"
    RANGE = "range"


class _When(Enum):
    """When a difference is told: when a word comes or goes, or when one becomes another."""

    ANY = "any"
    SWAP = "swap"


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherWords:
    """Words of one kind that stand on one side only, as they are written there."""

    kind: RuleWordKind
    old: tuple[str, ...]
    new: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Words:
    """The words of a kind: ``senses`` by word, ``instead`` by word what it may stand for."""

    when: _When
    pattern: re.Pattern[str]
    senses: Mapping[str, str]
    instead: Mapping[str, str]


def other_rule_words(old: str, new: str) -> Iterator[OtherWords]:
    """Yield each kind of which two texts have other words; those that mean the same are equal."""
    for kind, words in _known().items():
        ours, theirs = _found(words, old), _found(words, new)
        gone, come = _lacking(words, ours, theirs), _lacking(words, theirs, ours)
        if (gone and come) or (words.when is _When.ANY and (gone or come)):
            yield OtherWords(kind=kind, old=gone, new=come)


def is_rule_word(word: str) -> bool:
    """Tell whether a word is one of those, or part of one, in lower case."""
    return word in _all_words()


@cache
def _all_words() -> frozenset[str]:
    known = [one for words in _known().values() for one in (*words.senses, *words.instead)]
    return frozenset(part for one in known for part in (one, *one.split()))


@cache
def light_words() -> frozenset[str]:
    """Return words that only say how a rule is put, or that others tell of: 'dient', 'maand'."""
    return frozenset(_written().mapping("light").texts("words"))


@cache
def same_words() -> Mapping[str, str]:
    """Return words that say the same in any text, each in lower case with what that is."""
    return _by_word(_written().mapping("same"))


def _found(words: _Words, text: str) -> tuple[str, ...]:
    return tuple(" ".join(found.split()) for found in words.pattern.findall(text))


def _lacking(words: _Words, ours: tuple[str, ...], theirs: tuple[str, ...]) -> tuple[str, ...]:
    """Return our words whose sense they have not as often, nor another word that stands for it."""
    left = Counter(_sense(words, word) for word in theirs)
    found = []
    for word in ours:
        if word.lower() not in words.senses:
            continue
        sense = words.senses[word.lower()]
        if left[sense]:
            left[sense] -= 1
        else:
            found.append(word)
    return tuple(found)


def _sense(words: _Words, word: str) -> str:
    return words.senses.get(word.lower()) or words.instead[word.lower()]


@cache
def _known() -> Mapping[RuleWordKind, _Words]:
    top = _written()
    return {kind: _of_kind(top.mapping(kind.value)) for kind in RuleWordKind}


def _written() -> YamlMapping:
    return read_mapping(package_text("protocolkit.was_wordt", FILE_NAME), Report(FILE_NAME))


def _of_kind(written: YamlMapping) -> _Words:
    senses, instead = _by_word(written.mapping("words")), _by_word(written.mapping("instead"))
    longest_first = sorted({**senses, **instead}, key=len, reverse=True)
    forms = "|".join(r"\s+".join(map(re.escape, word.split())) for word in longest_first)
    return _Words(
        when=_When(written.text("when")),
        pattern=re.compile(rf"(?<![\w/])(?:{forms})(?![\w/])", re.IGNORECASE),
        senses=senses,
        instead=instead,
    )


def _by_word(written: YamlMapping) -> dict[str, str]:
    return {word: sense for sense in written.names() for word in written.texts(sense)}
