"""What a school's text is about, over all usual subjects: the concepts that its words show.

Data (``concepts.yml``). Words of one concept need not mean the same: it says that two clauses may
answer one question, never that they say one thing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from protocolkit.base.resources import package_text
from protocolkit.reading.found_problems import Report
from protocolkit.reading.yaml_text import read_mapping
from protocolkit.text.words import tokens
from protocolkit.wording.terms import stem

FILE_NAME = "concepts.yml"

_BETWEEN = re.compile(r"[-/_]")
_ANY = "*"
# 'ingeleverd' is a form of 'inleveren', which a stemmer does not see.
_PARTED = re.compile(
    r"^(aan|achter|af|bij|binnen|door|in|mee|na|om|op|over|terug|toe|uit|vast|voor|weg)ge(?=.{3})"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Concepts:
    """Which words show a concept.

    ``phrases`` gives, by its first stem, each sequence of stems with its concepts; ``starts`` and
    ``ends`` give the concepts of what words begin or end with.
    """

    phrases: Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]
    starts: Mapping[str, tuple[str, ...]]
    ends: Mapping[str, tuple[str, ...]]

    def of(self, text: str) -> frozenset[str]:
        """Return the concepts that a text shows."""
        words = _words(text)
        stems = tuple(map(_stem, words))
        found = {name for word in words for name in self._by_part(word)}
        for at, first in enumerate(stems):
            for phrase, name in self.phrases.get(first, ()):
                if stems[at : at + len(phrase)] == phrase:
                    found.add(name)
        return frozenset(found)

    def _by_part(self, word: str) -> Iterator[str]:
        for at in range(1, len(word) + 1):
            yield from self.starts.get(word[:at], ())
            yield from self.ends.get(word[-at:], ())


@cache
def general_concepts() -> Concepts:
    """Return the concepts that come along."""
    return make_concepts(_written())


def concept_words() -> tuple[str, ...]:
    """Return the words of the concepts that come along; of some only a beginning or an end."""
    return tuple(dict.fromkeys(w.strip(_ANY) for own in _written().values() for w in own))


@cache
def _written() -> dict[str, tuple[str, ...]]:
    top = read_mapping(package_text("protocolkit.wording", FILE_NAME), Report(FILE_NAME))
    return {name: top.texts(name) for name in top.names()}


def make_concepts(words: Mapping[str, tuple[str, ...]]) -> Concepts:
    """Make concepts of words in their plain form, by name; ``*`` is any beginning or end."""
    phrases: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    starts: dict[str, list[str]] = {}
    ends: dict[str, list[str]] = {}
    for name, own in words.items():
        for word in own:
            if word.endswith(_ANY):
                starts.setdefault(word.removesuffix(_ANY).lower(), []).append(name)
            elif word.startswith(_ANY):
                ends.setdefault(word.removeprefix(_ANY).lower(), []).append(name)
            elif stems := tuple(map(_stem, _words(word))):
                phrases.setdefault(stems[0], []).append((stems, name))
    return Concepts(
        phrases={first: tuple(found) for first, found in phrases.items()},
        starts={part: tuple(names) for part, names in starts.items()},
        ends={part: tuple(names) for part, names in ends.items()},
    )


def _stem(word: str) -> str:
    return stem(_PARTED.sub(r"\1", word))


def _words(text: str) -> tuple[str, ...]:
    found = (token.lower() for token in tokens(text.replace("’", "'")))
    return tuple(piece for token in found for piece in _BETWEEN.split(token) if piece)
