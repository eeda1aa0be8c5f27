"""Which sentence of a clause answers a topic, where the clause has several.

One clause is often several rules ('Men gaat niet in discussie … dan zal aangifte worden
overwogen'), and answers several questions. On each it stands for the rule that the question asks
about: the sentence that shares most with the question itself and with what others answer to it.
Words that many questions share count for little. Where no sentence stands out, the clause's main
norm does: a wrong sentence misleads more than a general one.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from protocolkit.document.place import Place
from protocolkit.norms.norm import Norm
from protocolkit.relations.relation import Side
from protocolkit.text.sentences import Span
from protocolkit.wording.thesaurus_file import canonical

# What others say weighs less than the question: their clauses hold other rules too.
_OF_OTHERS = 0.7
# A sentence replaces the main one when it answers this many times better …
_CLEARLY_BETTER = 1.5
# … and shares something at all.
_LEAST = 0.3
# Terms added to the length of every sentence, or one of two words would win too easily.
_SHORTEST = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """One wording on a topic, and who has it."""

    text: str
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A topic with the different wordings that answer it."""

    topic: str
    title: str
    answers: tuple[Wording, ...]


def answering_norms(
    questions: Sequence[Question], sides: Mapping[Place, Side]
) -> dict[tuple[str, Place], Norm]:
    """Return by topic and clause the norm that answers, where that is not the main one."""
    asked = [_Asked(question) for question in questions]
    spread = Counter(term for one in asked for term in one.all_terms)
    rarity = {term: math.log(1 + len(asked) / count) for term, count in spread.items()}
    return {
        (one.topic, place): norm
        for one in asked
        for place in one.places
        if (norm := _answering(sides[place], place, one, rarity)) is not None
    }


class _Asked:
    """A question as the terms of its title and of its answers."""

    def __init__(self, question: Question) -> None:
        self.topic = question.topic
        self.title = frozenset(canonical(question.title))
        self._answers = [
            (
                found,
                frozenset(canonical(found.text)),
                {place.organisation for place in found.places},
            )
            for found in question.answers
        ]
        self.all_terms = self.title.union(*(terms for _, terms, _ in self._answers))

    @property
    def places(self) -> Iterator[Place]:
        """Every clause that answers the question."""
        return (place for found, _, _ in self._answers for place in found.places)

    def weights(self, place: Place) -> Mapping[str, float]:
        """Return how much each term says, for a clause: by the title and what others answer."""
        others = [
            (len(slugs - {place.organisation}), terms)
            for found, terms, slugs in self._answers
            if place not in found.places
        ]
        total = sum(count for count, _ in others) or 1
        weights: defaultdict[str, float] = defaultdict(float, dict.fromkeys(self.title, 1.0))
        for count, terms in others:
            for term in terms:
                weights[term] += _OF_OTHERS * count / total
        return weights


def _answering(side: Side, place: Place, asked: _Asked, rarity: Mapping[str, float]) -> Norm | None:
    """Return the norm of the sentence that answers clearly better than the main one, or None."""
    norms, main = side.norms.norms, side.norms.main
    if len({(norm.modality, norm.nuance, norm.parties) for norm in norms}) < 2:
        return None
    weights = asked.weights(place)
    about = {norm.sentence: (norm, span) for norm, span in _with_questions(side)}
    scores = {key: _score(side, span, weights, rarity) for key, (_, span) in about.items()}
    best = max((norm for norm, _ in about.values()), key=lambda norm: scores[norm.sentence])
    least = max(_LEAST, _CLEARLY_BETTER * scores.get(main.sentence, 0.0))
    return best if best.sentence != main.sentence and scores[best.sentence] >= least else None


def _with_questions(side: Side) -> Iterator[tuple[Norm, Span]]:
    """Yield each norm with what it is about: its sentence, and the question that it answers.

    'Poept uw hond? Ruim het op.' asks nothing with its first sentence.
    """
    begin: int | None = None
    last = side.norms.norms[-1]
    for norm in side.norms.norms:
        start, end = norm.sentence
        begin = start if begin is None else begin
        if norm is not last and side.text[start:end].endswith("?"):
            continue
        yield norm, (begin, end)
        begin = None


def _score(
    side: Side, span: Span, weights: Mapping[str, float], rarity: Mapping[str, float]
) -> float:
    found = frozenset(canonical(side.text[slice(*span)], side.names))
    shared: Iterable[float] = (
        weights[term] * rarity.get(term, 0.0) for term in sorted(found) if term in weights
    )
    return sum(shared) / math.sqrt(len(found) + _SHORTEST)
