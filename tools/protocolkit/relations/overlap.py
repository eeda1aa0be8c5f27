"""Which sentences of two clauses are about the same, and how much of either the other covers."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from protocolkit.relations.sentence_parts import Sentence
from protocolkit.text.function_words import POINTING
from protocolkit.text.sentences import Span

# Two sentences answer each other when they share this much of the shorter one's terms, and at
# least two terms; a shared pronoun or one common word ('leerling') is no answer.
LEAST_SHARED = 0.45
_LEAST_TERMS = 2
_LEAST_OF_MATTER = 0.45
# A sentence that begins so goes on about the one before it: it bears on that rule, and is no
# rule of its own.
_GOES_ON = POINTING | frozenset("daarbij hierbij daarna vervolgens zij hij het".split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Overlap:
    """Pairs of sentences about the same, the sentences left over, and what share is covered.

    ``closest`` are the pairs in which each is nearest to the other; a sentence is in one at most.
    ``left_covered`` is the share of the left clause's terms that the right clause has too.
    """

    pairs: tuple[tuple[Sentence, Sentence], ...]
    closest: tuple[tuple[Sentence, Sentence], ...]
    left_only: tuple[Sentence, ...]
    right_only: tuple[Sentence, ...]
    left_covered: float
    right_covered: float
    shared: float


def overlap(left: Sequence[Sentence], right: Sequence[Sentence]) -> Overlap:
    """Set the sentences of two clauses beside each other."""
    pairs = _pairs(left, right)
    left_terms, right_terms = _terms(left), _terms(right)
    both = len(left_terms & right_terms)
    return Overlap(
        pairs=tuple(pairs),
        closest=tuple(_closest(pairs)),
        left_only=tuple(s for s in left if not any(s is one for one, _ in pairs)),
        right_only=tuple(s for s in right if not any(s is other for _, other in pairs)),
        left_covered=both / len(left_terms) if left_terms else 1.0,
        right_covered=both / len(right_terms) if right_terms else 1.0,
        shared=dice(left_terms, right_terms),
    )


def likeness(one: frozenset[str], other: frozenset[str]) -> float:
    """Return how alike the terms of two sentences are, 0 to 2, to hold pairs beside each other."""
    return dice(one, other) + contained(one, other)


def is_one_matter(one: Sentence, other: Sentence) -> bool:
    """Tell whether two sentences are about one thing: they share terms, and a fair part of them."""
    is_enough = len(one.terms & other.terms) >= _LEAST_TERMS
    return is_enough and contained(one.terms, other.terms) >= _LEAST_OF_MATTER


def dice(one: frozenset[str], other: frozenset[str]) -> float:
    """Return twice what is shared over what there is: 1 for equal sets, also for empty ones."""
    return 2 * len(one & other) / (len(one) + len(other)) if one or other else 1.0


def contained(one: frozenset[str], other: frozenset[str]) -> float:
    """Return the share of the smaller set that is in the larger one."""
    least = min(len(one), len(other))
    return len(one & other) / least if least else 0.0


def goes_on(sentence: Sentence) -> bool:
    """Tell whether a sentence begins by pointing back (``Dit wordt …``, ``Deze …``)."""
    return sentence.words[0].value in _GOES_ON


def spans(sentences: Iterable[Sentence]) -> tuple[Span, ...]:
    """Return where sentences stand."""
    return tuple(sentence.span for sentence in sentences)


def _pairs(left: Sequence[Sentence], right: Sequence[Sentence]) -> list[tuple[Sentence, Sentence]]:
    chosen: set[tuple[int, int]] = set()
    if len(left) == len(right) == 1:
        return [(left[0], right[0])]
    for i, one in enumerate(left):
        best = max(range(len(right)), key=lambda j: (_score(one, right[j]), -j), default=-1)
        if best >= 0 and _answers(one, right[best]):
            chosen.add((i, best))
    for j, other in enumerate(right):
        best = max(range(len(left)), key=lambda i: (_score(left[i], other), -i), default=-1)
        if best >= 0 and _answers(left[best], other):
            chosen.add((best, j))
    if not chosen and left and right:
        # they were set beside each other for something: take what is nearest
        chosen.add(
            max(
                ((i, j) for i in range(len(left)) for j in range(len(right))),
                key=lambda at: (_score(left[at[0]], right[at[1]]), -at[0], -at[1]),
            )
        )
    return [(left[i], right[j]) for i, j in sorted(chosen)]


def _closest(
    pairs: list[tuple[Sentence, Sentence]],
) -> list[tuple[Sentence, Sentence]]:
    found: list[tuple[Sentence, Sentence]] = []
    for pair in sorted(pairs, key=lambda p: (-_score(*p), p[0].span, p[1].span)):
        if not any(pair[0] is one or pair[1] is other for one, other in found):
            found.append(pair)
    return sorted(found, key=lambda p: (p[0].span, p[1].span))


def _score(one: Sentence, other: Sentence) -> float:
    return likeness(one.terms, other.terms)


def _answers(one: Sentence, other: Sentence) -> bool:
    if len(one.terms & other.terms) < _LEAST_TERMS and dice(one.terms, other.terms) < 1:
        return False
    return contained(one.terms, other.terms) >= LEAST_SHARED


def _terms(sentences: Sequence[Sentence]) -> frozenset[str]:
    return frozenset().union(*(sentence.terms for sentence in sentences))
