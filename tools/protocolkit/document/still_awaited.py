"""Which answers are still to come: on the text as it stands, and on another that lies beside it."""

from __future__ import annotations

from protocolkit.document.approvals import (
    Approval,
    are_for_other_schools,
    is_among,
    is_awaited,
    is_taken_back,
)
from protocolkit.document.decided_text import asked_of, latest
from protocolkit.document.entry_text import are_on_other_texts, is_asked_on_other
from protocolkit.document.model import Protocol
from protocolkit.text.name_form import folded


def awaited(protocol: Protocol) -> tuple[Approval, ...]:
    """Return everything that still waits for an answer, in the order of the file."""
    waiting = (*filter(is_awaited, latest(protocol)), *asked_beside(protocol))
    return tuple(one for one in protocol.facts.approvals if is_among(one, waiting))


def asked_beside(protocol: Protocol) -> tuple[Approval, ...]:
    """Return what bodies still have before them, beside a text that was put back.

    What they decided about the text as it stands takes the place of that question; and yet their
    answer to it is still to come, whether that text was adopted or not.
    """
    found: list[Approval] = []
    counting = latest(protocol)
    for entry in protocol.facts.approvals:
        found = [one for one in found if not _is_asked_instead(entry, one)]
        is_open = is_asked_on_other(entry, protocol) and not entry.ended.date
        if is_open and not is_taken_back(entry) and not is_among(entry, counting):
            found.append(entry)
    return tuple(found)


def _is_asked_instead(entry: Approval, before: Approval) -> bool:
    """Tell whether a question takes the place of one before it to the same body.

    A text that the whole body gets takes the place of what its sections had, and the other way
    round; two sections that get the same text each answer for themselves.
    """
    if folded(entry.body) != folded(before.body) or are_for_other_schools(entry, before):
        return False
    return asked_of(entry) == asked_of(before) or are_on_other_texts(entry, before)
