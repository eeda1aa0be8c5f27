"""Clauses in plain words: which text each was written for, and whether that still stands there."""

from __future__ import annotations

from collections.abc import Iterator

from protocolkit.document.model import Protocol
from protocolkit.document.outline import addressable
from protocolkit.dossier.proposal_file import Proposal
from protocolkit.reading.seen_texts import SeenState, seen_mark, seen_state, with_seen


def summary_states(protocol: Protocol, proposal: Proposal) -> dict[str, SeenState]:
    """Return how each summary stands, by its anchor; one that was just written is fresh."""
    items = {item.anchor: item for item in addressable(protocol)}
    return {
        anchor: seen_state(items.get(anchor), summary.text, summary.seen)
        for anchor, summary in proposal.plain.items()
    }


def with_summaries_seen(text: str, protocol: Protocol, proposal: Proposal) -> str:
    """Return a file with the marks of its fresh summaries; every other byte stays.

    Raises :class:`~protocolkit.reading.yaml_values.NotEditableError` where that is not certain.
    """
    return with_seen(text, dict(_marks(protocol, proposal)))


def _marks(protocol: Protocol, proposal: Proposal) -> Iterator[tuple[str, str]]:
    items = {item.anchor: item for item in addressable(protocol)}
    for anchor, state in summary_states(protocol, proposal).items():
        if state is SeenState.FRESH:
            yield anchor, seen_mark(items[anchor], proposal.plain[anchor].text)
