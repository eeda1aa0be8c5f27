"""A title for a proposed topic: a question that a parent would ask and its clauses answer.

The best is a sentence of one clause in another order, about what most of the others have too
(:mod:`~protocolkit.alignment.questions`). Then comes a question that fits any subject, such as who
decides (:mod:`~protocolkit.alignment.topic_frames`), and last what is agreed on a shared noun.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from protocolkit.alignment.defined import defined_by
from protocolkit.alignment.questions import questions_of
from protocolkit.alignment.topic_deeds import deeds_of, people_of
from protocolkit.alignment.topic_frames import asked, framed, plainly_framed, usual_frames
from protocolkit.alignment.topic_nouns import Noun, SetNouns, keys_of, nouns_of, set_nouns
from protocolkit.base.messages import Marked, Translate, mark
from protocolkit.text.words import tokens
from protocolkit.wording.everyday import EVERYDAY
from protocolkit.wording.terms import content, stem

ABOUT = mark("What applies to {words}?")
ABOUT_BOTH = mark("What applies to {first} and {second}?")
NAMELESS = mark("What do these clauses arrange?")

# How many clauses are asked for a question: enough, also for a topic of a thousand boards.
_ASKED = 12
# A word that so large a part of all clauses has is what the whole subject is about.
_ORDINARY = 0.2
_FEW = 3
# How many clauses, taken evenly, show what all of them say.
_ENOUGH = 2_000
# How much of a question the other clauses of a topic must be about, on the mean.
_FITTING = 0.2
_SHOWN_NOUNS, _PAIRED = 4, 8
# Of how many clauses the questions are asked that the others do not share, the central one first.
_SPEAKING = 3
_PAIR = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class SetOfTexts:
    """What all clauses of a subject have: stems and questions that tell none apart, and nouns."""

    subject: frozenset[str]
    usual: frozenset[Marked]
    nouns: SetNouns


def set_of_texts(texts: Iterable[str]) -> SetOfTexts:
    """Return what says nothing here, since too many clauses have it."""
    every = tuple(texts)
    every = every[:: len(every) // _ENOUGH + 1]
    counts = Counter(found for text in every for found in keys_of(text))
    often = max(_FEW, _ORDINARY * len(every))
    own = frozenset(found for found, count in counts.items() if count > often)
    return SetOfTexts(subject=own, usual=usual_frames(every), nouns=set_nouns(every))


def proposed_title(
    texts: Sequence[str],
    whole: SetOfTexts,
    translate: Translate,
    taken: Collection[str] = (),
) -> str:
    """Return a question for clauses, of which the first is the one most like the others.

    ``taken`` are the titles that other topics have: none of them is given again.
    """
    first = ""
    for title in _titles(texts[:_ASKED], whole, translate):
        if title not in taken:
            return title
        first = first or title
    first = first or translate(NAMELESS)
    numbers = (f"{first.rstrip('?')} ({number})?" for number in range(2, len(taken) + 3))
    return next(title for title in (first, *numbers) if title not in taken)


def _titles(texts: Sequence[str], whole: SetOfTexts, translate: Translate) -> Iterator[str]:
    """Yield titles for clauses, the best first; none where nothing is understood."""
    yield from defined_by(texts, translate)
    yield from _fitting(texts, whole.subject, translate)
    nouns = nouns_of(texts, whole.nouns, whole.subject)
    yield from _about(texts, nouns, whole, translate)
    for text in texts[:_SPEAKING]:
        yield from dict.fromkeys(questions_of(text, translate))
    for text in texts[: 2 if len(texts) == _PAIR else 1]:
        own = nouns_of([text], whole.nouns, whole.subject)
        yield from _about([text], own, whole, translate)
    phrases = [noun.phrase for noun in nouns[:_SHOWN_NOUNS]]
    yield from (translate(ABOUT).format(words=phrase) for phrase in phrases)
    lone = [noun.phrase for text in texts for noun in nouns_of([text], whole.nouns, whole.subject)]
    every = list(dict.fromkeys([*phrases, *lone]))
    yield from (translate(ABOUT).format(words=phrase) for phrase in every[len(phrases) :])
    plain = [phrase for phrase in every[:_PAIRED] if " en " not in phrase]
    pairs = combinations(plain, 2)
    yield from (translate(ABOUT_BOTH).format(first=a, second=b) for a, b in pairs)
    yield from dict.fromkeys(one for text in texts for one in questions_of(text, translate))


def _about(
    texts: Sequence[str], nouns: Sequence[Noun], whole: SetOfTexts, translate: Translate
) -> Iterator[str]:
    """Yield the questions that most of the clauses answer, about the nouns that they share."""
    shown = nouns[:_SHOWN_NOUNS]
    yield from framed(texts, nouns, whole.usual, translate)
    yield from deeds_of(texts, shown, translate)
    if len(texts) > 1:
        yield from (noun.question for noun in shown if noun.question)
    yield from asked(texts, shown, translate)
    yield from plainly_framed(texts, whole.usual, translate)
    yield from people_of(shown, translate)


def _fitting(texts: Sequence[str], subject: frozenset[str], translate: Translate) -> Iterator[str]:
    """Yield the questions of single clauses that the others answer too, the most fitting first."""
    shown = [keys_of(text) for text in texts]
    made = [
        (_fit(question, at, shown, subject), -at, question)
        for at, text in enumerate(texts)
        for question in questions_of(text, translate)
    ]
    for fit, _, question in sorted(made, reverse=True):
        if fit >= _FITTING or len(texts) == 1:
            yield question


def _fit(
    question: str, own: int, shown: Sequence[frozenset[str]], subject: frozenset[str]
) -> float:
    """Return how many of the other texts have what a question asks about, on the mean of words."""
    words = [word for word in tokens(question.lower().rstrip("?")) if word not in EVERYDAY]
    told = [word for word in words if content((stem(word),)) and stem(word) not in subject]
    others = [found for at, found in enumerate(shown) if at != own]
    if not told or not others:
        return 0.0
    shares = [sum(_has(found, word) for found in others) / len(others) for word in told]
    return sum(shares) / len(shares)


def _has(found: frozenset[str], word: str) -> bool:
    return not found.isdisjoint(keys_of(word))
