"""Which topics a question is about: the words of topics, weighed, and the words that lead to them.

Made at build for a script that ranks the topics in a browser (``templates/html/static/
zoeken-onderwerpen.js``), which has no stemmer: here every word that may be typed leads to *keys*.
A key is a stem, a group (``=``) or a matter (``@``) of the thesaurus, or a concept (``#``). How
much a topic is about a key is weighed as Okapi BM25 does (Robertson and Zaragoza, 2009), the words
of its title more.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from protocolkit.base.remembered import remembered
from protocolkit.comparison.matrix import Matrix, Row
from protocolkit.document.model import Kind
from protocolkit.text.sentences import sentence_spans
from protocolkit.wording.asked import (
    asked_words,
    elsewhere_words,
    groups_of_people,
    idle_words,
    light_words,
)
from protocolkit.wording.concepts import concept_words, general_concepts
from protocolkit.wording.everyday import EVERYDAY
from protocolkit.wording.terms import SAY_NOTHING, content, matters, terms
from protocolkit.wording.terms import stem as stem_of
from protocolkit.wording.thesaurus_file import general_thesaurus, related_words, word_groups

# The usual constants of BM25: how soon more of a word adds nothing, how much length counts.
_SATURATION, _LENGTH = 1.2, 0.75
# A word of the title counts as this many in a clause.
_TITLE = 3
# How surely a word leads to what it is: itself, its group, a wider group, a concept.
_SAME, _GROUP, _WIDER, _CONCEPT = 1.0, 0.9, 0.6, 0.45
_SCALE = 100
# of a text of plain letters; others are looked at one by one
_NO_LETTER = re.compile(r"[^0-9a-z']")
# A topic that only points to an answer, or tells around it, answers less than a rule does.
_ANSWERS = {
    Kind.RULE: 1.0,
    Kind.DEFINITION: 1.0,
    Kind.CLOSING: 1.0,
    Kind.GUIDANCE: 1.0,
    Kind.PRINCIPLE: 0.9,
    Kind.EXPLANATION: 0.8,
    Kind.REFERENCE: 0.7,
}


Leads = tuple[tuple[str, int], ...]
"""The keys that a word leads to, each with how surely, 1 to 100."""


@dataclass(frozen=True, slots=True, kw_only=True)
class IndexedTopic:
    """A topic as it is found: its subject's and its own id, its title, and what that says.

    ``says`` gives, for each word of the title that says something, the keys that it leads to;
    ``asked`` the same of each phrase that a person wrote with the topic.
    """

    subject: str
    topic: str
    title: str
    says: tuple[tuple[str, ...], ...]
    asked: tuple[tuple[tuple[str, ...], ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionIndex:
    """What ranks topics by a question.

    ``weights`` gives, by key, the topics (by place) with how much they are about it, 1 to 100.
    ``words`` gives, by a word in lower case without accents, the keys that it leads to with how
    surely, 1 to 100; words of more than one have a space between, and those of what no topic is
    about lead nowhere. ``idle`` are words that ask
    nothing by themselves, ``light`` those that every protocol has, ``people`` the keys of words for
    people: a topic that has no more of a question does not answer it.
    """

    topics: tuple[IndexedTopic, ...]
    weights: Mapping[str, tuple[tuple[int, int], ...]]
    words: Mapping[str, Leads]
    idle: tuple[str, ...]
    light: tuple[str, ...]
    people: tuple[str, ...]


def make_question_index(matrices: Iterable[Matrix]) -> QuestionIndex:
    """Return the index of the topics of all subjects."""
    rows = [(matrix.subject, row) for matrix in matrices for row in matrix.rows]
    forms: set[str] = set()
    counts = [_keys_of(row, forms) for _, row in rows]
    weights = _weights(counts, [_ANSWERS[row.topic.kind] for _, row in rows])
    topics = (
        IndexedTopic(
            subject=subject,
            topic=row.topic.id,
            title=row.topic.title,
            says=tuple(_says(row.topic.title, weights)),
            asked=tuple(filter(None, (tuple(_says(text, weights)) for text in row.topic.asked))),
        )
        for subject, row in rows
    )
    light = light_words()
    words = _words(forms, weights) if weights else {}
    idle = sorted({*SAY_NOTHING, *idle_words(), *(EVERYDAY - words.keys())} - {*light})
    return QuestionIndex(
        topics=tuple(topics),
        weights=weights,
        words=words,
        idle=tuple(word for word in idle if plain_words(word) == (word,)),
        light=light,
        people=tuple(f"={name}" for name in groups_of_people()),
    )


def _words(forms: set[str], weights: Mapping[str, object]) -> dict[str, Leads]:
    """Return the keys that words lead to; those of other matters lead nowhere, and are there."""
    words: dict[str, Leads] = {}
    for word in sorted({*forms, *_known_leads()}):
        leads = tuple((key, sure) for key, sure in _leads(word) if key in weights)
        if word in _elsewhere() and all(key.startswith("#") for key, _ in leads):
            words[word] = ()
        elif leads:
            words[word] = leads
    return words


def plain_words(text: str) -> tuple[str, ...]:
    """Return the words of a text in lower case, without accents; the script has the same rule."""
    kept = text.replace("’", "'").lower()
    if kept.isascii():
        kept = _NO_LETTER.sub(" ", kept)
    else:
        bare = unicodedata.normalize("NFD", kept)
        letters = "".join(sign for sign in bare if not unicodedata.combining(sign))
        kept = "".join(sign if sign.isalnum() or sign == "'" else " " for sign in letters)
    return tuple(word.strip("'") for word in kept.split() if word.strip("'"))


def _stem(word: str) -> str:
    """Return the stem of a word; its plural with an apostrophe has the same."""
    return stem_of(word.removesuffix("'s"))


def _says(title: str, weights: Mapping[str, object]) -> Iterator[tuple[str, ...]]:
    """Yield the keys of each word of a title; words of a phrase are one."""
    words, at = plain_words(title), 0
    while at < len(words):
        sizes = (
            n for n in range(len(words) - at, 0, -1) if n == 1 or words[at : at + n] in _groups()
        )
        size = next(sizes)
        leads = _leads(" ".join(words[at : at + size]))
        if keys := tuple(key for key, sure in leads if key in weights and sure > _SCALE / 2):
            yield keys
        at += size


def _keys_of(row: Row, forms: set[str]) -> Counter[str]:
    """Count the keys of a topic's title and clauses; add their words to ``forms``."""
    found: Counter[str] = Counter()
    texts = [(text, _TITLE) for text in (row.topic.title, *row.topic.asked)]
    texts += [(f"{clause.lead_in} {clause.text}", 1) for clause in row.clauses]
    for text, times in texts:
        keys, words = _keys_and_words(text)
        forms.update(words)
        for key in keys:
            found[key] += times
    return found


@remembered
def _keys_and_words(text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the keys of a text, and its words that say something."""
    words = plain_words(text)
    said = dict.fromkeys(word for word in words if content((_stem(word),)))
    return (*_keys_in(words), *_matters_in(text)), tuple(said)


def _matters_in(text: str) -> Iterator[str]:
    for start, end in sentence_spans(text):
        found = matters(terms(text[start:end], general_thesaurus()), general_thesaurus())
        yield from (f"@{name}" for name in found)


def _keys_in(words: tuple[str, ...]) -> Iterator[str]:
    for at, word in enumerate(words):
        own = _stem(word)
        if content((own,)):
            yield own
            yield from (f"#{name}" for name in sorted(_concepts_of(word)))
        for size in _sizes().get(word, ()):
            yield from (f"={name}" for name in _groups().get(words[at : at + size], ()))


def _leads(word: str) -> Leads:
    """Return the keys that a word leads to, the surest way to each."""
    known = _known_leads()
    return known[word] if word in known else _other_leads(word)


@remembered
def _other_leads(word: str) -> Leads:
    return _ways(word)


def _ways(word: str) -> Leads:
    words = plain_words(word)
    sure: dict[str, float] = {}
    ways = [(_stem(words[0]), _SAME)] if len(words) == 1 and content((_stem(words[0]),)) else []
    ways += [(f"={name}", _GROUP) for name in _groups().get(words, ())]
    is_of_group = words in _groups()
    ways += [(f"={name}", _WIDER if is_of_group else _GROUP) for name in _asked().get(words, ())]
    groups = [plain_words(way[1:]) for way, _ in ways if way.startswith("=")]
    wider = [name for group in groups for name in _asked().get(group, ())]
    ways += [(f"={name}", _WIDER) for name in wider]
    ways += [(f"#{name}", _CONCEPT) for name in _concepts_of(word)]
    ways += [(f"#{name}", _CONCEPT) for name in _asked().get(words, ())]
    ways += [(f"@{name}", _GROUP) for name in _matters().get(words, ())]
    ways += [(f"@{name}", _GROUP) for name in _asked().get(words, ())]
    ways += [(_stem(name), _WIDER) for name in _asked().get(words, ()) if " " not in name]
    for key, chance in ways:
        sure[key] = max(chance, sure.get(key, 0.0))
    return tuple((key, round(_SCALE * chance)) for key, chance in sorted(sure.items()))


def _weights(
    counts: list[Counter[str]], answers: list[float]
) -> dict[str, tuple[tuple[int, int], ...]]:
    """Weigh the keys of topics as BM25 does; ``answers`` is how much of an answer each topic is."""
    lengths = [sum(count.values()) for count in counts]
    usual = sum(lengths) / max(len(lengths), 1) or 1.0
    found: dict[str, list[tuple[int, int]]] = {}
    for place, (count, length, answer) in enumerate(zip(counts, lengths, answers, strict=True)):
        room = _SATURATION * (1 - _LENGTH + _LENGTH * length / usual)
        for key, times in count.items():
            weight = round(_SCALE * answer * times / (times + room))
            if weight:
                found.setdefault(key, []).append((place, weight))
    return {key: tuple(found[key]) for key in sorted(found)}


@cache
def _groups() -> Mapping[tuple[str, ...], tuple[str, ...]]:
    """Return, by the words of a phrase of the thesaurus, the groups that it stands in."""
    found: dict[tuple[str, ...], list[str]] = {}
    for group in word_groups():
        for phrase in group:
            found.setdefault(plain_words(phrase), []).append(group[0])
    return {phrase: tuple(dict.fromkeys(names)) for phrase, names in found.items()}


@cache
def _sizes() -> Mapping[str, tuple[int, ...]]:
    """Return, by its first word, of how many words the phrases of the thesaurus are."""
    found: dict[str, set[int]] = {}
    for first, *others in _groups():
        found.setdefault(first, set()).add(1 + len(others))
    return {first: tuple(sorted(sizes)) for first, sizes in found.items()}


@cache
def _asked() -> Mapping[tuple[str, ...], tuple[str, ...]]:
    found: dict[tuple[str, ...], list[str]] = {}
    for name, words in asked_words():
        for word in words:
            found.setdefault(plain_words(word), []).append(name)
    return {phrase: tuple(names) for phrase, names in found.items()}


@cache
def _elsewhere() -> frozenset[str]:
    """Return the words of what no usual protocol is about, as they are typed."""
    return frozenset(" ".join(plain_words(word)) for word in elsewhere_words())


@cache
def _matters() -> Mapping[tuple[str, ...], tuple[str, ...]]:
    """Return, by the words of a phrase that shows a matter by itself, the matters."""
    found: dict[tuple[str, ...], list[str]] = {}
    for name, phrases in related_words():
        for phrase in phrases:
            found.setdefault(plain_words(phrase), []).append(name)
    return {phrase: tuple(dict.fromkeys(names)) for phrase, names in found.items()}


@cache
def _concepts_of(word: str) -> frozenset[str]:
    return general_concepts().of(word)


@remembered
def _known_leads() -> Mapping[str, Leads]:
    """Return the keys that each word leads to which comes along, whatever the topics are."""
    return {word: _ways(word) for word in _known_words()}


def _known_words() -> Iterator[str]:
    yield from (" ".join(phrase) for phrase in (*_groups(), *_asked(), *_matters()))
    yield from _elsewhere()
    yield from (" ".join(plain_words(word)) for word in concept_words())
