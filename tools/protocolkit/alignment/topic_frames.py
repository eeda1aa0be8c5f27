"""Which of the usual questions the clauses of a topic answer: who decides, what is allowed.

A frame is asked when words that show it stand in most of a topic's clauses, and not in so many of
all clauses that they tell nothing here. It asks about a noun that the clauses share.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from protocolkit.alignment.topic_deeds import is_somebody
from protocolkit.alignment.topic_nouns import Noun, keys_of
from protocolkit.alignment.usual_questions import FRAMES, Frame
from protocolkit.base.messages import Marked, Translate, mark
from protocolkit.norms.norm import Modality, Norm, Party
from protocolkit.norms.recognise import recognise
from protocolkit.text.late_patterns import late
from protocolkit.text.sentences import sentence_spans
from protocolkit.wording.concepts import general_concepts

_MAY = mark("What is allowed and what is not {what}?")
_DUTIES = {
    Party.PUPILS: mark("What do pupils have to do {what}?"),
    Party.PARENTS: mark("What do parents have to do {what}?"),
    Party.EVERYONE: mark("What does everybody have to do {what}?"),
    Party.STAFF: mark("What does the school do {what}?"),
    Party.SCHOOL: mark("What does the school do {what}?"),
}
_DUTY = mark("What has to happen {what}?")
_ASKS = frozenset(
    {Modality.PROHIBITION, Modality.PERMISSION, Modality.DIVIDED, Modality.OBLIGATION}
)
_CALLS_IN = mark("When does the school call in {whom}?")
# Who is called in, by the concepts of the words that name them.
_OCCASIONS = frozenset({"bij", "tijdens"})
_HELPERS = frozenset("leerplicht inspectie politie arts zorg fg systeembeheer".split())
_NO_HELPER = late(r"tandarts|huisarts|ziekte|begeleiding|wet$|aangifte|klein", re.IGNORECASE)

MOST = 0.4
"""The part of a topic's clauses that must show a frame."""

_ORDINARY = 0.3
_BOTH = 2


def usual_frames(texts: Sequence[str]) -> frozenset[Marked]:
    """Return the questions that so many of all clauses show that they tell none apart."""
    few = max(3, _ORDINARY * len(texts))
    return frozenset(
        question
        for frame in FRAMES
        if sum(bool(frame.shown.search(text)) for text in texts) > few
        for question in (frame.about, frame.plain)
        if question
    )


def framed(
    texts: Sequence[str], nouns: Sequence[Noun], usual: frozenset[Marked], translate: Translate
) -> Iterator[str]:
    """Yield the questions that most of the texts show.

    Each is about the first noun that two of the sentences that show it share (of one text, one);
    a question that can be asked of no noun only is asked plainly.
    """
    for frame, shown in _shown_frames(texts, usual):
        if frame.about is None:
            yield from (translate(plain) for plain in (frame.plain,) if plain)
            continue
        keys = [keys_of(text) for text in shown]
        for noun in filter(_is_thing, nouns):
            if sum(noun.key in own for own in keys) < min(_BOTH, len(texts)) or frame.not_of.search(
                noun.phrase
            ):
                continue
            yield translate(frame.about).format(what=noun.phrase)
            break


def plainly_framed(
    texts: Sequence[str], usual: frozenset[Marked], translate: Translate
) -> Iterator[str]:
    """Yield the questions that most of the texts show, about no noun."""
    for frame, _ in _shown_frames(texts, usual):
        if frame.about and frame.plain:
            yield translate(frame.plain)


def _shown_frames(
    texts: Sequence[str], usual: frozenset[Marked]
) -> Iterator[tuple[Frame, list[str]]]:
    """Yield each frame that most of the texts show, with the sentences of each that do."""
    for frame in FRAMES:
        shown = [_showing(text, frame.shown) for text in texts]
        is_usual = not usual.isdisjoint((frame.about, frame.plain))
        if not is_usual and sum(map(bool, shown)) >= max(min(_BOTH, len(texts)), MOST * len(texts)):
            yield frame, shown


def asked(texts: Sequence[str], nouns: Sequence[Noun], translate: Translate) -> Iterator[str]:
    """Yield what most of the norms ask of whom, about the nouns that two of them share."""
    norms = [_asking(text) for text in texts]
    keys = [keys_of(text) for text in texts]
    for noun in nouns:
        helps = general_concepts().of(noun.phrase) & _HELPERS
        if helps and noun.phrase.startswith("de ") and not _NO_HELPER.search(noun.phrase):
            yield translate(_CALLS_IN).format(whom=noun.phrase)
            continue
        own = [n for n, found in zip(norms, keys, strict=True) if n and noun.key in found]
        if helps or len(own) < min(_BOTH, len(texts)):
            continue
        question = _of_norms(own)
        # What somebody does is done on an occasion; with a thing it may be anything.
        if noun.is_matter or noun.lead in _OCCASIONS or question == _MAY:
            yield translate(question).format(what=noun.led)


def _is_thing(noun: Noun) -> bool:
    """Whether it can be decided on, paid or kept: no helper, no place and no time."""
    is_place = noun.lead not in ("met", "bij") or (noun.is_matter and noun.lead != "met")
    return (
        not is_place
        and not is_somebody(noun)
        and general_concepts().of(noun.phrase).isdisjoint(_HELPERS)
    )


def _asking(text: str) -> Norm | None:
    """Return the first norm of a text that asks or allows something, the main one before others."""
    found = recognise(text)
    asking = (norm for norm in (found.main, *found.norms) if norm.modality in _ASKS)
    return next(asking, None)


def _of_norms(norms: Sequence[Norm]) -> Marked:
    """Return what most of some norms ask, and of whom when that is one party."""
    duties = [norm for norm in norms if norm.modality is Modality.OBLIGATION]
    if 2 * len(duties) < len(norms):
        return _MAY
    parties = Counter(party for norm in duties for party in norm.parties[:1])
    party, count = parties.most_common(1)[0] if parties else (None, 0)
    return _DUTIES[party] if party and 2 * count > len(duties) else _DUTY


def _showing(text: str, pattern: re.Pattern[str]) -> str:
    """Return the sentences of a text that have a pattern."""
    sentences = (text[slice(*span)] for span in sentence_spans(text))
    return " ".join(sentence for sentence in sentences if pattern.search(sentence))
