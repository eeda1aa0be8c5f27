"""Whether what was decided holds for the text as it stands now, and why."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from protocolkit.base.messages import Marked, mark
from protocolkit.document.approvals import Approval, Decision, Right
from protocolkit.document.decided_text import (
    is_on_other_text,
    is_on_this_text,
    latest,
    told_of,
)
from protocolkit.document.model import Protocol

_HOLDS = mark("the text is the one that was decided on")
_CORRECTED = mark("the text has a small correction since, of which the council was told")
_CHANGED = mark("the text was changed after this decision")
_UNSAID = mark("it is not recorded on which text this was decided")
_REPLACED = mark("a later question to this body took its place")
_INFORMED = mark("this body is only informed and decides nothing")
_OPEN: Mapping[Decision, Marked] = {
    Decision.ASKED: mark("nothing was decided yet"),
    Decision.ADJOURNED: mark("the decision was adjourned; nothing was decided yet"),
    Decision.PROPOSAL_WITHDRAWN: mark("the proposal was withdrawn"),
    Decision.NO_ANSWER: mark("no answer is no consent"),
}
_ASKED_ON_OTHER = mark("nothing was decided yet, and the text was changed since it was submitted")


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionStanding:
    """An entry of a protocol, whether it holds for the text as it stands, and ``why``."""

    approval: Approval
    holds: bool
    why: Marked


def standings(protocol: Protocol) -> tuple[DecisionStanding, ...]:
    """Return how each entry of a protocol stands, in the order of the file.

    >>> from protocolkit.document.facts import Facts, Organisation
    >>> asked = Approval(body="MR", right=Right.CONSENT)
    >>> text = Protocol(facts=Facts(organisation=Organisation(name=""), approvals=(asked,)),
    ...     title=(), parts=())
    >>> [(one.holds, str(one.why)) for one in standings(text)]
    [(False, 'nothing was decided yet')]
    """
    last = latest(protocol.facts.approvals)
    return tuple(
        _standing(approval, protocol)
        if any(approval is one for one in last)
        else DecisionStanding(approval=approval, holds=False, why=_REPLACED)
        for approval in protocol.facts.approvals
    )


def _standing(approval: Approval, protocol: Protocol) -> DecisionStanding:
    if approval.right is Right.INFORMATION:
        return DecisionStanding(approval=approval, holds=False, why=_INFORMED)
    if approval.decision is Decision.ASKED and is_on_other_text(approval, protocol):
        return DecisionStanding(approval=approval, holds=False, why=_ASKED_ON_OTHER)
    if approval.decision in _OPEN:
        return DecisionStanding(approval=approval, holds=False, why=_OPEN[approval.decision])
    if not approval.fingerprint:
        return DecisionStanding(approval=approval, holds=False, why=_UNSAID)
    if told_of(approval, protocol):
        return DecisionStanding(approval=approval, holds=True, why=_CORRECTED)
    holds = is_on_this_text(approval, protocol)
    return DecisionStanding(approval=approval, holds=holds, why=_HOLDS if holds else _CHANGED)
