"""Why two clauses were put together, in words: what they have in common, said for a person.

Only what can be seen in both texts is quoted. A reason weighs what its likeness is, 0 to 1.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping
from dataclasses import replace

import numpy as np

from protocolkit.alignment.clause_vectors import Profile, Spaces
from protocolkit.alignment.compared_clauses import Unit
from protocolkit.alignment.likenesses import Likeness
from protocolkit.alignment.proposal import LinkReason
from protocolkit.alignment.vectors import Space
from protocolkit.base.messages import Marked, mark, message
from protocolkit.norms.parties import party_of
from protocolkit.text.words import tokens
from protocolkit.wording.everyday import EVERYDAY
from protocolkit.wording.terms import content, stem

SAME_SENTENCE = mark("They have almost the same sentence: '{sentence}'")
SAME_WORDS = mark("They have unusual words in common: {words}.")
SAME_MATTER = mark("They are about the same matter: {matters}.")
NEAR_MATTERS = mark("They are about things that have to do with each other.")
SAME_HEADING = mark("They stand under a similar heading.")
SAME_PLACE = mark("What stands beside them belongs together too.")
SAME_MEANING = mark("They say much the same in other words.")
NEAREST = mark("Nothing stands out; of what both boards say, these are nearest to each other.")
BY_OTHERS = mark("Both belong with the same clauses of other boards.")

# What a likeness must be before it is worth a sentence.
_TELLING = 0.4
_EQUAL_SENTENCE = 0.75
_WORDS_SHOWN = 4
# A word in at least this part of the clauses is nothing unusual.
_ORDINARY = 0.1
_ORDINARY_AT_LEAST = 3.0
_SHOWN = 120
_SHORTEST_QUOTED = 4


class Reasons:
    """Gives the reasons for pairs of one set of clauses."""

    def __init__(
        self,
        profile: Profile,
        spaces: Spaces,
        found: Mapping[str, Likeness],
    ) -> None:
        self._profile = profile
        self._spaces = spaces
        self._found = found
        self._words = [_printed(unit) for unit in profile.units]
        self._having = Counter(found for words in self._words for found in words)

    def of(self, left: int, right: int) -> tuple[LinkReason, ...]:
        """Return the reasons for a pair of units by their numbers, the heaviest first."""
        made = [
            *self._wording(left, right),
            *self._matters(left, right),
            *self._plain(SAME_HEADING, "headings", left, right),
            *self._plain(SAME_PLACE, "neighbours", left, right),
            *self._plain(SAME_MEANING, "meaning", left, right),
            *self._plain(BY_OTHERS, "same_partners", left, right),
        ] or [LinkReason(message=message(NEAREST), weight=1.0)]
        total = sum(reason.weight for reason in made) or 1.0
        shared = (replace(reason, weight=round(reason.weight / total, 2)) for reason in made)
        return tuple(sorted(shared, key=lambda reason: (-reason.weight, reason.message.text)))

    def _wording(self, left: int, right: int) -> list[LinkReason]:
        weight = self._likeness("best_sentences", left, right)
        if weight >= _EQUAL_SENTENCE:
            sentence = self._nearest_sentence(left, right)
            return [LinkReason(message=message(SAME_SENTENCE, sentence=sentence), weight=weight)]
        words = self._rare_words(left, right)
        if not words:
            return []
        return [LinkReason(message=message(SAME_WORDS, words=", ".join(words)), weight=weight)]

    def _matters(self, left: int, right: int) -> list[LinkReason]:
        shared = sorted(self._shown(left) & self._shown(right))
        if not shared:
            return []
        names = ("shared_matters", "shared_concepts")
        weight = max(self._likeness(name, left, right) for name in names)
        told = {
            matter for matter in shared if self._says(left, matter) or self._says(right, matter)
        }
        if not told:
            # What words have in common says less than its name would.
            return [LinkReason(message=message(NEAR_MATTERS), weight=weight)]
        named = ", ".join(sorted(matter.replace("-", " ") for matter in told))
        return [LinkReason(message=message(SAME_MATTER, matters=named), weight=weight)]

    def _says(self, number: int, matter: str) -> bool:
        """Tell whether a clause itself has the words that a matter is called by."""
        words = [word for word in matter.split("-") if content((stem(word),))]
        is_telling = not all(word in EVERYDAY or party_of(word) for word in words)
        return is_telling and all(stem(word) in self._words[number] for word in words)

    def _shown(self, number: int) -> set[str]:
        """Return the matters and telling concepts that one sentence or another shows."""
        sentences = self._profile.units[number].sentences
        concepts = {concept for sentence in sentences for concept in sentence.concepts}
        telling = {c for c in concepts if not _is_ordinary(self._spaces.concepts, c)}
        return telling | {matter for sentence in sentences for matter in sentence.matters}

    def _is_common(self, found: str) -> bool:
        """Tell whether many clauses have a word, by itself or in a phrase: 'sociale media'."""
        return self._having[found] > max(_ORDINARY_AT_LEAST + 1, _ORDINARY * len(self._words))

    def _plain(self, text: Marked, name: str, left: int, right: int) -> list[LinkReason]:
        if name not in self._found or self._found[name][left, right] < _TELLING:
            return []
        return [LinkReason(message=message(text), weight=self._likeness(name, left, right))]

    def _likeness(self, name: str, left: int, right: int) -> float:
        return float(self._found[name][left, right])

    def _nearest_sentence(self, left: int, right: int) -> str:
        profile = self._profile
        rows, columns = (np.flatnonzero(profile.owners == unit) for unit in (left, right))
        alike = (profile.sentences[rows] @ profile.sentences[columns].T).toarray()
        number = int(np.argmax(alike.max(axis=1)))
        told = [s for s in profile.units[left].sentences if len(set(s.terms)) > 1]
        sentence = " ".join(profile.units[left].text[slice(*told[number].span)].split())
        return sentence if len(sentence) <= _SHOWN else f"{sentence[: _SHOWN - 1].rstrip()}…"

    def _rare_words(self, left: int, right: int) -> list[str]:
        """Return words that both clauses have in one and the same form, the rarest first."""
        space = self._spaces.terms
        own, other = self._words[left], self._words[right]
        shared = {
            term: next((word for word in own[term] if word in other[term]), "")
            for term in own
            if term in other and not self._is_common(term) and not _is_ordinary(space, term)
        }
        telling = [term for term, word in shared.items() if word and not _is_everyday(word)]
        rare = sorted(telling, key=lambda term: (-float(space.weights[space.columns[term]]), term))
        return [shared[term] for term in rare[:_WORDS_SHOWN]]


def _is_everyday(word: str) -> bool:
    """Tell whether a word is too common in any text of a school to be quoted as unusual."""
    return len(word) < _SHORTEST_QUOTED or word in EVERYDAY or party_of(word) is not None


def _printed(unit: Unit) -> dict[str, tuple[str, ...]]:
    """Return the words of a unit by their stem, in each form that stands there."""
    found: dict[str, tuple[str, ...]] = {}
    for word in dict.fromkeys(tokens(unit.neutral)):
        found[stem(word)] = (*found.get(stem(word), ()), word)
    return found


def _is_ordinary(space: Space, feature: str) -> bool:
    """Tell whether a feature is unknown, or so common in the set that it says nothing."""
    if feature not in space.columns:
        return True
    texts = math.exp(space.unknown - 1)
    having = texts / math.exp(float(space.weights[space.columns[feature]]) - 1)
    return having > max(_ORDINARY_AT_LEAST + 1, _ORDINARY * texts)
