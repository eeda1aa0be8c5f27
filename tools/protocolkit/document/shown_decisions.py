"""Which decisions are told of a text: one list, for cover, page, commands and checks."""

from __future__ import annotations

from protocolkit.document.approvals import Approval, Decision, Right, is_waiting
from protocolkit.document.decided_text import current, is_on_this_text
from protocolkit.document.model import Protocol

_TAKEN_OVER = (Decision.FOLLOWED, Decision.PROPOSAL_WITHDRAWN)


def shown_decisions(protocol: Protocol) -> tuple[Approval, ...]:
    """Return what was asked and decided, as far as it is about a text that is dealt with now.

    Of a council that ended before it decided nothing is asked any more: a sentence tells that.
    """
    return tuple(one for one in current(protocol) if not (one.ended.date and is_waiting(one)))


def proposals(protocol: Protocol) -> tuple[Approval, ...]:
    """Return by whose proposals a text is as it stands, and not yet the board's own."""
    return tuple(
        one
        for one in current(protocol)
        if one.right is Right.PROPOSAL
        and one.decision not in _TAKEN_OVER
        and is_on_this_text(one, protocol)
    )
