"""Which decisions are told of a text: one list, for cover, page, commands and checks."""

from __future__ import annotations

from protocolkit.document.adopted import is_taken_over
from protocolkit.document.approvals import Approval, Decision, Right, is_waiting
from protocolkit.document.bodies import is_of_council
from protocolkit.document.decided_text import current
from protocolkit.document.entry_text import is_on_this_text
from protocolkit.document.facts import DECIDED, is_own
from protocolkit.document.model import Protocol

_TAKEN_OVER = (Decision.FOLLOWED, Decision.PROPOSAL_WITHDRAWN)


def shown_decisions(protocol: Protocol) -> tuple[Approval, ...]:
    """Return what was asked and decided, as far as it is about a text that is dealt with now.

    Of a council that ended before it decided nothing is asked any more: a sentence tells that.
    """
    return tuple(one for one in current(protocol) if not (one.ended.date and is_waiting(one)))


def was_never_asked(protocol: Protocol) -> bool:
    """Tell whether a text of one's own holds, and of no council a question or decision is recorded.

    Of a text that was taken over the board's own file tells that.
    """
    facts = protocol.facts
    if not is_own(facts) or facts.status not in DECIDED or is_taken_over(facts):
        return False
    return not any(is_of_council(one) for one in facts.approvals)


def proposals(protocol: Protocol) -> tuple[Approval, ...]:
    """Return by whose proposals a text is as it stands, and not yet the board's own."""
    return tuple(
        one
        for one in current(protocol)
        if one.right is Right.PROPOSAL
        and one.decision not in _TAKEN_OVER
        and is_on_this_text(one, protocol)
    )
