"""Clauses in plain words: which text each was written for, and whether that still stands there.

Beside a summary the program keeps the mark of the clause and that of the summary. When the clause
changes the summary is out of date, until somebody writes it anew or takes its mark away.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Mapping
from enum import Enum

from protocolkit.document.fingerprints import clause_mark, has_fingerprint
from protocolkit.document.model import Clause, Footnote, Protocol
from protocolkit.document.outline import addressable
from protocolkit.dossier.proposal_file import Proposal, Summary
from protocolkit.reading.yaml_content import compose, content_of, verify, with_added
from protocolkit.reading.yaml_edit import added, assigned
from protocolkit.reading.yaml_values import Value, block

_SEEN = "seen"


class SummaryState(Enum):
    """How a summary stands to the clause that it is about."""

    FRESH = "fresh"
    CURRENT = "current"
    OUTDATED = "outdated"
    UNKNOWN = "unknown"


def summary_states(protocol: Protocol, proposal: Proposal) -> dict[str, SummaryState]:
    """Return how each summary stands, by its anchor; one that was just written is fresh."""
    items = {item.anchor: item for item in addressable(protocol)}
    return {
        anchor: _state(summary, items.get(anchor)) for anchor, summary in proposal.plain.items()
    }


def with_seen(text: str, protocol: Protocol, proposal: Proposal) -> str:
    """Return a file with the marks of its fresh summaries; every other byte stays.

    Raises :class:`~protocolkit.reading.yaml_values.NotEditableError` where that is not certain.
    """
    wanted = dict(_marks(protocol, proposal))
    if not wanted:
        return text
    top = compose(text)
    addition: Mapping[str, Value] = {_SEEN: wanted}
    known = content_of(top)
    if isinstance(known, dict) and _SEEN in known:
        return assigned(text, (_SEEN,), wanted) if known[_SEEN] else added(text, addition)
    end = "" if text.endswith("\n") else "\n"
    made = f"{text}{end}" + "\n".join([*block(addition, 0), ""])
    verify(made, with_added(known, addition))
    return made


def _marks(protocol: Protocol, proposal: Proposal) -> Iterator[tuple[str, str]]:
    items = {item.anchor: item for item in addressable(protocol)}
    for anchor, state in summary_states(protocol, proposal).items():
        if state is SummaryState.FRESH:
            yield anchor, f"{clause_mark(items[anchor])} {_own_mark(proposal.plain[anchor])}"


def _state(summary: Summary, item: Clause | Footnote | None) -> SummaryState:
    if item is None:
        return SummaryState.UNKNOWN
    clause, _, own = summary.seen.partition(" ")
    if not summary.seen or (own and own != _own_mark(summary)):
        return SummaryState.FRESH
    return SummaryState.CURRENT if has_fingerprint(item, clause) else SummaryState.OUTDATED


def _own_mark(summary: Summary) -> str:
    """Return the CRC-32 of a summary's words: it only tells whether somebody wrote it anew."""
    return f"{zlib.crc32(' '.join(summary.text.split()).encode()):08x}"
