"""Who sends a dossier to whom: the board to councils, or a council that makes a proposal itself."""

from __future__ import annotations

from protocolkit.document.approval_lines import body_name
from protocolkit.document.approvals import Approval, Decision, Right
from protocolkit.document.decided_text import latest
from protocolkit.document.model import Protocol


def still_asked(protocol: Protocol) -> list[Approval]:
    """Return what was asked of this text and not answered, save of councils that are no more."""
    asked = (one for one in latest(protocol) if one.decision is Decision.ASKED)
    return [one for one in asked if not one.ended.date]


def is_to_board(protocol: Protocol) -> bool:
    """Tell whether a text is a council's own proposal, and nothing else is asked about it."""
    waiting = still_asked(protocol)
    return bool(waiting) and all(one.right is Right.PROPOSAL for one in waiting)


def sender_of(protocol: Protocol) -> str:
    """Return who sends the proposal: the organisation, or a council that makes one itself."""
    if not is_to_board(protocol):
        return protocol.facts.organisation.name
    return ", ".join(dict.fromkeys(map(body_name, still_asked(protocol))))
