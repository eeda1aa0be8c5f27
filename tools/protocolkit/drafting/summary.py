"""What a new protocol was made of: whose wording, and what is still open."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from protocolkit.model import Protocol
from protocolkit.outline import clauses


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """Of a drafted protocol: ``taken`` counts the clauses of each organisation, the most first.

    ``open_topics`` are the questions on which nobody chose, ``declined`` those left out.
    """

    clauses: int
    taken: tuple[tuple[str, int], ...]
    open_topics: tuple[str, ...]
    declined: tuple[str, ...]


def summarise(protocol: Protocol, others: Iterable[Protocol]) -> Summary:
    """Sum a drafted protocol up; ``others`` give the names of those whose wording was taken."""
    names = {other.slug: other.facts.organisation.name for other in others}
    entries = protocol.facts.provenance
    own = {clause.anchor for clause in clauses(protocol)}
    sources = {e.anchor: e.source.partition("#")[0] for e in entries if e.anchor in own}
    counted = Counter(names.get(slug, slug) for slug in sources.values() if slug)
    return Summary(
        clauses=len(own),
        taken=tuple(sorted(counted.items(), key=lambda item: (-item[1], item[0]))),
        open_topics=tuple(e.topic for e in entries if e.anchor and e.topic and not e.choice),
        declined=tuple(e.topic for e in entries if not e.anchor),
    )
