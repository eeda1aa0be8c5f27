"""Who changed places between two texts that have the same words: who does what to whom.

'De mentor meldt het aan de directeur' has the words of 'De directeur meldt het aan de mentor'. A
passive form and another order of the parts of a sentence say the same, so that only what took the
place of the other, with its preposition, is told.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from protocolkit.text.function_words import (
    ARTICLES,
    CONDITIONAL,
    FUNCTION_WORDS,
    JOINING,
    POINTING,
    POSSESSIVES,
    PREPOSITIONS,
    QUANTIFYING,
    RARER_CONDITIONAL,
    RARER_PREPOSITIONS,
    TEMPORAL,
)
from protocolkit.text.sentences import sentence_spans
from protocolkit.text.words import tokens

_LEADS = PREPOSITIONS | RARER_PREPOSITIONS
_BEFORE_A_NOUN = ARTICLES | POINTING | POSSESSIVES | QUANTIFYING
_PASSIVE = frozenset("door wordt worden werd werden".split())
_OPENING = CONDITIONAL | RARER_CONDITIONAL | TEMPORAL
_SHORTEST = 2
_NOUN = "\x00"

Swap = tuple[str, str]
"""Two words that took each other's place."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Place:
    """The preposition before a word, how many words of weight come first, whether it is a noun.

    What follows an article is one.
    """

    lead: str
    at: int
    is_noun: bool


def swapped_roles(old: str, new: str) -> Swap | None:
    """Return two words that took each other's place in a sentence of two texts, None for none.

    >>> swapped_roles("De mentor belt de ouder.", "De ouder belt de mentor.")
    ('mentor', 'ouder')
    >>> swapped_roles("De mentor belt de ouder.", "De ouder wordt door de mentor gebeld.")
    """
    ours, theirs = _sentences(old), _sentences(new)
    if len(ours) != len(theirs):
        return None
    pairs = zip(ours, theirs, strict=True)
    return next((found for one, other in pairs if (found := _swapped(one, other))), None)


def _swapped(old: Sequence[str], new: Sequence[str]) -> Swap | None:
    if sorted(old) != sorted(new) and not _PASSIVE.isdisjoint({*old} ^ {*new}):
        return None
    if found := _in_one_frame(old, new):
        return found
    if not _OPENING.isdisjoint((*old[:1], *new[:1])):
        return None  # a condition may stand before what it is of, or behind it
    ours, theirs = _placed(old), _placed(new)
    shared = [word for word in ours if word in theirs]
    for one, other in combinations(shared, 2):
        if _have_swapped(ours[one], ours[other], theirs[one], theirs[other]):
            return one, other
    return None


def _in_one_frame(old: Sequence[str], new: Sequence[str]) -> Swap | None:
    """Return two nouns that stand in each other's place in sentences that are else the same."""
    (frame, ours), (other_frame, theirs) = _framed(old), _framed(new)
    sizes, others = [*map(len, ours)], [*map(len, theirs)]
    if frame != other_frame or ours == theirs or sizes != others:
        return None
    if found := _renamed(ours, theirs):
        return found
    pairs = [
        pair
        for one, other in zip(ours, theirs, strict=True)
        for pair in zip(one, other, strict=True)
    ]
    nouns, instead = ([pair[side] for pair in pairs] for side in (0, 1))
    is_renamed = {*nouns} == {*instead} and len({*pairs}) == len({*nouns})
    if not is_renamed and sorted(nouns) != sorted(instead):
        return None  # other nouns came
    return next(pair for pair in pairs if pair[0] != pair[1])


def _renamed(old: Sequence[tuple[str, ...]], new: Sequence[tuple[str, ...]]) -> Swap | None:
    """Return a noun that has another one in its stead wherever it stands, and the other way round.

    What 'en' joins may be two sentences as well: there the nouns stand in any order.
    """
    instead = {
        one[0]: other[0]
        for one, other in zip(old, new, strict=True)
        if len(one) == 1 and one != other
    }
    if not instead or {*instead} != {*instead.values()}:
        return None
    renamed = [sorted(instead.get(noun, noun) for noun in group) for group in old]
    is_same = renamed == [sorted(group) for group in new]
    return next(iter(instead.items())) if is_same else None


def _framed(words: Sequence[str]) -> tuple[list[str], list[tuple[str, ...]]]:
    """Return a sentence without its nouns, and these: those that 'en' joins are one place."""
    frame: list[str] = []
    groups: list[tuple[str, ...]] = []
    joins = False
    for at, word in enumerate(words):
        is_noun = at > 0 and words[at - 1] in _BEFORE_A_NOUN and word not in FUNCTION_WORDS
        if word in _BEFORE_A_NOUN:
            continue
        if not is_noun:
            joins = word in JOINING and at > 1 and words[at - 2] in _BEFORE_A_NOUN
            frame.append(word)
        elif joins:
            groups[-1] = tuple(sorted((*groups[-1], word)))
            joins = False
        else:
            groups.append((word,))
            frame.append(_NOUN)
    return frame, groups


def _have_swapped(one: _Place, other: _Place, new_one: _Place, new_other: _Place) -> bool:
    if one.lead != other.lead:
        return (new_one.lead, new_other.lead) == (other.lead, one.lead)
    if one.lead or new_one.lead or new_other.lead or not (one.is_noun and other.is_noun):
        return False
    # Neither has a preposition: the subject stands before the verb.
    return one.at == 0 < other.at and new_other.at == 0 < new_one.at


def _placed(words: Sequence[str]) -> dict[str, _Place]:
    """Return the place of each word of weight that stands once."""
    found: dict[str, _Place] = {}
    last: _Place | None = None
    lead, is_noun, at = "", False, 0
    for word in words:
        if word in _LEADS:
            lead, is_noun = word, False
        elif word in _BEFORE_A_NOUN:
            is_noun = True
        elif word in JOINING and last is not None:
            # 'de ouders en de leerling' have one place, in whatever order they stand there.
            lead, at, is_noun = last.lead, last.at, last.is_noun
        elif word in FUNCTION_WORDS or len(word) < _SHORTEST:
            lead, is_noun = "", False
        else:
            last = found[word] = _Place(lead=lead, at=at, is_noun=is_noun)
            lead, is_noun, at = "", False, at + 1
    return {word: place for word, place in found.items() if words.count(word) == 1}


def _sentences(text: str) -> list[list[str]]:
    return [
        [word.lower() for word in tokens(text[begin:end])] for begin, end in sentence_spans(text)
    ]
