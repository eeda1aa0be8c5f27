"""Which answers are still to come: on the text as it stands, and on another that lies beside it."""

from __future__ import annotations

from collections.abc import Sequence

from protocolkit.document.approvals import (
    Approval,
    is_among,
    is_awaited,
    is_taken_back,
)
from protocolkit.document.decided_text import latest, stand_in_for, takes_place
from protocolkit.document.entry_text import waits_on_other
from protocolkit.document.model import Protocol


def awaited(protocol: Protocol) -> tuple[Approval, ...]:
    """Return everything that still waits for an answer, in the order of the file."""
    waiting = (*filter(is_awaited, latest(protocol)), *asked_beside(protocol))
    return tuple(one for one in protocol.facts.approvals if is_among(one, waiting))


def asked_beside(protocol: Protocol) -> tuple[Approval, ...]:
    """Return what bodies still have before them, beside a text that was put back.

    What they decided about the text as it stands takes the place of that question; and yet their
    answer to it is still to come, whether that text was adopted or not. So is that of the board to
    another text that a council proposed.
    """
    entries, counting = protocol.facts.approvals, latest(protocol)
    return tuple(
        entry
        for at, entry in enumerate(entries)
        if waits_on_other(entry, protocol) and not entry.ended.date
        if not is_taken_back(entry) and not is_among(entry, counting)
        if not _was_asked_since(entry, entries[at + 1 :], protocol)
    )


def _was_asked_since(entry: Approval, later: Sequence[Approval], protocol: Protocol) -> bool:
    """Tell whether a later question took the place of one, of the body itself or its sections."""
    if any(takes_place(one, entry) for one in later):
        return True
    return stand_in_for(entry, later, protocol.facts.organisation.sector)
