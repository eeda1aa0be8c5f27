"""What a person decided about a subject's topics, and whether the text under it is still the same.

Knows topics and texts; refuses to know how a proposal is made and how files are written.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import combinations

from protocolkit.base.messages import mark
from protocolkit.comparison.concordance import Answer, AnswerStanding, Concordance, SeenText, Topic
from protocolkit.document.fingerprints import clause_mark, has_fingerprint
from protocolkit.document.model import Protocol
from protocolkit.document.outline import placed_items
from protocolkit.document.place import Place


class TopicDecision(Enum):
    """What a person said of a clause."""

    CURATED = mark("put there by hand")
    CONFIRMED = mark("confirmed")
    REJECTED = mark("rejected")
    ALONE = mark("belongs nowhere")


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided:
    """One decision about a clause; ``topic`` is None for one that stands outside all topics."""

    place: Place
    decision: TopicDecision
    topic: Topic | None
    answer: Answer


@dataclass(frozen=True, slots=True, kw_only=True)
class Recheck:
    """A clause whose text changed or vanished after a decision about it."""

    decided: Decided
    is_gone: bool


def decisions(concordance: Concordance) -> Iterator[Decided]:
    """Yield everything that a person decided, in the order of the topics."""
    for topic in concordance.topics:
        for answer in topic.answers:
            if answer.standing is AnswerStanding.CURATED:
                yield _decided(answer, TopicDecision.CURATED, topic)
            elif answer.standing is AnswerStanding.CONFIRMED:
                yield _decided(answer, TopicDecision.CONFIRMED, topic)
        for answer in topic.rejected:
            yield _decided(answer, TopicDecision.REJECTED, topic)
    for answer in concordance.alone:
        yield _decided(answer, TopicDecision.ALONE, None)
    pairs = (answer for pair in concordance.rejected_pairs for answer in pair)
    for answer in dict.fromkeys(pairs):
        yield _decided(answer, TopicDecision.REJECTED, None)


def texts_now(protocols: Iterable[Protocol]) -> dict[Place, str]:
    """Return the beginning of the fingerprint of every clause and note."""
    return {place: clause_mark(item) for place, item in placed_items(protocols)}


def rechecks(
    concordance: Concordance, seen: Sequence[SeenText], protocols: Sequence[Protocol]
) -> Iterator[Recheck]:
    """Yield each decision whose clause has another text than a person saw, or none any more.

    Nothing is said of organisations whose protocol is not there.
    """
    now = dict(placed_items(protocols))
    known = {protocol.slug for protocol in protocols}
    before = _by_place(seen)
    # A rejection from a topic is also kept as pairs; it is told once.
    told: set[Place] = set()
    for decided in decisions(concordance):
        place = decided.place
        outside = decided.topic is None and decided.decision is TopicDecision.REJECTED
        if place not in before or place.organisation not in known or (outside and place in told):
            continue
        if place not in now or not has_fingerprint(now[place], before[place]):
            told.add(place)
            yield Recheck(decided=decided, is_gone=place not in now)


def with_new_seen(
    concordance: Concordance, seen: Sequence[SeenText], protocols: Sequence[Protocol]
) -> tuple[SeenText, ...]:
    """Return the seen texts with those of decisions that had none; the others stay."""
    now, before = texts_now(protocols), _by_place(seen)
    places = {decided.place for decided in decisions(concordance)}
    fresh = {place: now[place] for place in places if place in now and place not in before}
    return _as_seen({p: text for p, text in before.items() if p in places} | fresh)


def all_seen_again(
    concordance: Concordance, seen: Sequence[SeenText], protocols: Sequence[Protocol]
) -> tuple[SeenText, ...]:
    """Return the texts that stand under the decisions now; of absent protocols, those before."""
    now, before = texts_now(protocols), _by_place(seen)
    known = {protocol.slug for protocol in protocols}
    places = {decided.place for decided in decisions(concordance)}
    kept = {p: text for p, text in before.items() if p in places and p.organisation not in known}
    return _as_seen(kept | {place: now[place] for place in places if place in now})


def pairs_together(concordance: Concordance) -> set[frozenset[Place]]:
    """Return every two clauses that stand in one topic, whoever put them there."""
    return {
        frozenset(pair)
        for topic in concordance.topics
        for pair in combinations({answer.place for answer in topic.answers}, 2)
    }


def rejected_pairs(concordance: Concordance) -> set[frozenset[Place]]:
    """Return every two clauses of which a person said that they do not belong together.

    A clause rejected from a topic is rejected against what a person put in that topic.
    """
    found = {frozenset((one.place, other.place)) for one, other in concordance.rejected_pairs}
    for topic in concordance.topics:
        members = [a.place for a in topic.answers if a.standing.is_decided]
        for rejected in (answer.place for answer in topic.rejected):
            found |= {
                frozenset((rejected, member))
                for member in members
                if member.organisation != rejected.organisation
            }
    return found


def _decided(answer: Answer, decision: TopicDecision, topic: Topic | None) -> Decided:
    return Decided(place=answer.place, decision=decision, topic=topic, answer=answer)


def _by_place(seen: Iterable[SeenText]) -> dict[Place, str]:
    return {text.place: text.fingerprint for text in seen}


def _as_seen(texts: Mapping[Place, str]) -> tuple[SeenText, ...]:
    return tuple(SeenText(place=place, fingerprint=texts[place]) for place in sorted(texts))
