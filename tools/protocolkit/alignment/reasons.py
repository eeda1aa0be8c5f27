"""Why two clauses were put together, in words: what counted most, said for a person."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import numpy as np

from protocolkit.alignment.evidence import Likeness
from protocolkit.alignment.profiles import Profile, Spaces
from protocolkit.alignment.proposal import LinkReason
from protocolkit.alignment.scoring import SET_WEIGHTS
from protocolkit.base.messages import Marked, mark, message
from protocolkit.text.words import tokens
from protocolkit.wording.terms import Thesaurus, stem

SAME_SENTENCE = mark("They have almost the same sentence: '{sentence}'")
SAME_WORDS = mark("They have unusual words in common: {words}.")
SAME_MATTER = mark("They are about the same matter: {matters}.")
SAME_HEADING = mark("They stand under a similar heading.")
SAME_PLACE = mark("What stands beside them belongs together too.")
BY_OTHERS = mark("Both belong with the same clauses of other boards.")

# What a likeness must be before it is worth a sentence.
_TELLING = 0.4
_EQUAL_SENTENCE = 0.75
_WORDS_SHOWN = 4
_SHOWN = 120


class Reasons:
    """Gives the reasons for pairs of one set of clauses."""

    def __init__(
        self,
        profile: Profile,
        spaces: Spaces,
        found: Mapping[str, Likeness],
        thesaurus: Thesaurus,
    ) -> None:
        self._profile = profile
        self._spaces = spaces
        self._found = found
        self._thesaurus = thesaurus

    def of(self, left: int, right: int) -> tuple[LinkReason, ...]:
        """Return the reasons for a pair of units by their numbers, the heaviest first."""
        made = [
            *self._wording(left, right),
            *self._matters(left, right),
            *self._plain(SAME_HEADING, "headings", left, right),
            *self._plain(SAME_PLACE, "neighbours", left, right),
            *self._plain(BY_OTHERS, "through_others", left, right),
        ]
        total = sum(reason.weight for reason in made) or 1.0
        shared = (replace(reason, weight=round(reason.weight / total, 2)) for reason in made)
        return tuple(sorted(shared, key=lambda reason: (-reason.weight, reason.message.text)))

    def _wording(self, left: int, right: int) -> list[LinkReason]:
        names = ("words", "pieces", "phrases", "best_sentences", "equal_sentences")
        weight = sum(self._weight(name, left, right) for name in names)
        if self._found["best_sentences"][left, right] >= _EQUAL_SENTENCE:
            sentence = self._nearest_sentence(left, right)
            return [LinkReason(message=message(SAME_SENTENCE, sentence=sentence), weight=weight)]
        words = self._rare_words(left, right)
        if not words:
            return []
        return [LinkReason(message=message(SAME_WORDS, words=", ".join(words)), weight=weight)]

    def _matters(self, left: int, right: int) -> list[LinkReason]:
        units = self._profile.units
        own = [{m for s in units[n].sentences for m in s.matters} for n in (left, right)]
        shared = sorted(own[0] & own[1])
        if not shared:
            return []
        weight = sum(self._weight(name, left, right) for name in ("shared_matters", "matters"))
        named = ", ".join(matter.replace("-", " ") for matter in shared)
        return [LinkReason(message=message(SAME_MATTER, matters=named), weight=weight)]

    def _plain(self, text: Marked, name: str, left: int, right: int) -> list[LinkReason]:
        if self._found[name][left, right] < _TELLING:
            return []
        return [LinkReason(message=message(text), weight=self._weight(name, left, right))]

    def _weight(self, name: str, left: int, right: int) -> float:
        return SET_WEIGHTS[name] * float(self._found[name][left, right])

    def _nearest_sentence(self, left: int, right: int) -> str:
        profile = self._profile
        rows, columns = (np.flatnonzero(profile.owners == unit) for unit in (left, right))
        alike = (profile.sentences[rows] @ profile.sentences[columns].T).toarray()
        number = int(np.argmax(alike.max(axis=1)))
        told = [s for s in profile.units[left].sentences if len(set(s.terms)) > 1]
        sentence = " ".join(profile.units[left].text[slice(*told[number].span)].split())
        return sentence if len(sentence) <= _SHOWN else f"{sentence[: _SHOWN - 1].rstrip()}…"

    def _rare_words(self, left: int, right: int) -> list[str]:
        units, space = self._profile.units, self._spaces.terms
        shared = set(units[left].terms) & set(units[right].terms)
        rare = sorted(shared, key=lambda term: (-float(space.weights[space.columns[term]]), term))
        return [self._printed(term, units[left].text) for term in rare[:_WORDS_SHOWN]]

    def _printed(self, term: str, text: str) -> str:
        if term in self._thesaurus.names:
            return self._thesaurus.names[term]
        return next((word for word in tokens(text) if stem(word.lower()) == term), term)
