"""Which questions the clauses of a drafted protocol answer, as their provenance says.

A clause that was taken over for a topic answers it; nobody has to write that down in
``topics.yml`` as well. What is not chosen yet answers nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from protocolkit.comparison.concordance import Answer, AnswerStanding, Concordance
from protocolkit.document.facts import Provenance
from protocolkit.document.model import Protocol
from protocolkit.document.outline import addressable
from protocolkit.document.place import Place

NOTE = "noot"
"""What provenance calls the choice of a note that came along with the clause that calls it."""

_SILENT = frozenset({"", NOTE})


def with_drafted(concordance: Concordance, protocols: Iterable[Protocol]) -> Concordance:
    """Return a concordance with the answers that provenance gives; what a person said wins."""
    drafted = [protocol for protocol in protocols if protocol.facts.provenance]
    if not drafted:
        return concordance
    placed = _placed(concordance)
    fresh: dict[str, list[Answer]] = {}
    alone: list[Answer] = []
    for protocol in drafted:
        known = {item.anchor for item in addressable(protocol)}
        by_anchor: dict[str, list[str]] = {}
        for entry in protocol.facts.provenance:
            topics = by_anchor.setdefault(entry.anchor, [])
            topics += _topics(entry, concordance)
        for anchor, topics in by_anchor.items():
            answer = Answer(place=Place(protocol.slug, anchor), standing=AnswerStanding.CONFIRMED)
            if anchor not in known or answer in placed:
                continue
            for topic in dict.fromkeys(topics):
                fresh.setdefault(topic, []).append(answer)
            if not topics:
                alone.append(answer)
    return replace(
        concordance,
        topics=tuple(
            replace(topic, answers=(*topic.answers, *fresh.get(topic.id, ())))
            for topic in concordance.topics
        ),
        alone=(*concordance.alone, *alone),
    )


def _placed(concordance: Concordance) -> frozenset[Answer]:
    """Return every clause of which a person said already what it answers, or does not."""
    said = [*concordance.alone]
    for topic in concordance.topics:
        said += (*topic.answers, *topic.rejected)
    return frozenset(said)


def _topics(entry: Provenance, concordance: Concordance) -> Iterator[str]:
    """Yield the topics of an entry: its own, or those of the clause that it repeats."""
    if entry.choice in _SILENT:
        return
    source = Answer(place=entry.source)
    for topic in concordance.topics:
        if topic.id == entry.topic or (not entry.topic and source in topic.answers):
            yield topic.id
