"""A choice on an open topic whose words are in the draft already: they are not written twice."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from protocolkit.document.facts import Provenance
from protocolkit.document.model import Clause, Protocol, Section
from protocolkit.document.outline import clause_text, clauses
from protocolkit.document.tree import map_parts
from protocolkit.drafting.new.filling import values_in
from protocolkit.drafting.new.formulations import offered_text
from protocolkit.drafting.template.values import Choice

Parts = tuple[Clause | Section, ...]
_COUNTED = re.compile(r"(\d+)\.")


def standing_elsewhere(protocol: Protocol, taken: Choice, anchor: str) -> Provenance | None:
    """Return where a formulation came from that stands as a clause elsewhere in a protocol."""
    own = {clause.anchor: clause for clause in clauses(protocol)}
    for entry in protocol.facts.provenance:
        clause = own.get(entry.anchor)
        if clause is not None and entry.anchor != anchor and entry.choice == taken.id:
            offered = offered_text(taken)
            if values_in(clause_text(clause), offered, taken.placeholders) is not None:
                return entry
    return None


def joined(
    protocol: Protocol, anchor: str, topics: Iterable[str], standing: Provenance
) -> Protocol:
    """Return a protocol in which a clause that is there answers the topics of an open one too.

    The open clause, with ``anchor``, is there no more; ``""``: there was none.
    """
    known = protocol.facts.provenance
    answered = {entry.topic for entry in known if entry.anchor == standing.anchor}
    kept = [entry for entry in known if not anchor or entry.anchor != anchor]
    at = max(n for n, entry in enumerate(kept) if entry.anchor == standing.anchor) + 1
    more = (replace(standing, topic=topic) for topic in topics if topic not in answered)
    is_there = anchor in {clause.anchor for clause in clauses(protocol)}
    facts = replace(
        protocol.facts,
        provenance=(*kept[:at], *more, *kept[at:]),
        retired=(*protocol.facts.retired, *([anchor] if is_there else [])),
    )
    return replace(protocol, facts=facts, parts=_closed_up(protocol.parts, anchor))


def _closed_up(parts: Parts, anchor: str) -> Parts:
    """Return parts without a clause; the numbered ones after it in its chapter count on."""

    def close(section: Section) -> Section:
        places = [n for n, part in enumerate(section.parts) if part.anchor == anchor]
        if not places:
            return section
        gone = section.parts[places[0]]
        before, after = section.parts[: places[0]], section.parts[places[0] + 1 :]
        step = int(isinstance(gone, Clause) and bool(_COUNTED.fullmatch(gone.marker)))
        return replace(section, parts=(*before, *(_counted_back(p, step) for p in after)))

    closed = map_parts(parts, lambda clause: clause, close)
    kept = map_parts(closed, lambda clause: None if clause.anchor == anchor else clause)
    return tuple(part for part in kept if isinstance(part, Clause) or part.parts)


def _counted_back(part: Clause | Section, step: int) -> Clause | Section:
    found = _COUNTED.fullmatch(part.marker) if isinstance(part, Clause) else None
    return replace(part, marker=f"{int(found[1]) - step}.") if found else part
