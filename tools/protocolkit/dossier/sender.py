"""Who sends a dossier to whom: the board to councils, or a council that makes a proposal itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from protocolkit.document.approval_lines import body_name
from protocolkit.document.approvals import Approval, Decision, Right, is_about
from protocolkit.document.decided_text import latest
from protocolkit.document.entry_text import is_on_other_text
from protocolkit.document.model import Protocol


def still_asked(protocol: Protocol) -> list[Approval]:
    """Return what was asked of this text and not answered, save of councils that are no more.

    Who got an earlier text for information and not this one is asked nothing of it.
    """
    asked = (one for one in latest(protocol) if one.decision is Decision.ASKED)
    return [one for one in asked if not (one.ended.date or _got_another(one, protocol))]


def _got_another(entry: Approval, protocol: Protocol) -> bool:
    return entry.right is Right.INFORMATION and is_on_other_text(entry, protocol)


def for_schools(protocol: Protocol, schools: Sequence[str]) -> Protocol:
    """Return a text with what is asked about these schools alone; without schools, all of it."""
    if not schools:
        return protocol
    own = (one for one in protocol.facts.approvals if any(is_about(one, s) for s in schools))
    return replace(protocol, facts=replace(protocol.facts, approvals=tuple(own)))


def is_to_board(protocol: Protocol) -> bool:
    """Tell whether a text is a council's own proposal, and nothing else is asked about it."""
    waiting = still_asked(protocol)
    return bool(waiting) and all(one.right is Right.PROPOSAL for one in waiting)


def sender_of(protocol: Protocol) -> str:
    """Return who sends the proposal: the organisation, or a council that makes one itself."""
    if not is_to_board(protocol):
        return protocol.facts.organisation.name
    return ", ".join(dict.fromkeys(map(body_name, still_asked(protocol))))
