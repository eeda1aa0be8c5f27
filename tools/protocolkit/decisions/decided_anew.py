"""A question that was decided, and is decided once more: what was recorded before stays with it.

That is a decision after a question was adjourned, an answer that came after the term was over, and
a proposal that the board withdraws after a council was not in favour of it.
"""

from __future__ import annotations

from dataclasses import replace

from protocolkit.base.messages import mark, translator
from protocolkit.decisions.mending import mended
from protocolkit.document.approvals import (
    Approval,
    Decision,
    EarlierDecision,
    Proof,
    is_decided,
)

_LATE = mark("the answer came after the term")
_WITHDRAWN = mark("the board withdrew the proposal after this")
_NOT_IN_FAVOUR = (
    Decision.WITHHELD,
    Decision.NEGATIVE,
    Decision.RECOMMENDATIONS,
    Decision.NO_ANSWER,
)


def withdraws(entry: Approval, decision: Decision) -> bool:
    """Tell whether the board withdraws what a council was not in favour of."""
    return decision is Decision.PROPOSAL_WITHDRAWN and entry.decision in _NOT_IN_FAVOUR


def with_what_it_said(entry: Approval, decided: Approval, today: str) -> Approval:
    """Return a decision with what was recorded before it, such as the refusal that it follows."""
    if entry.decision is Decision.ASKED:
        return decided
    kept = EarlierDecision(decision=entry.decision, date=entry.date, proof=entry.proof)
    is_same = (kept.decision, kept.date) == (decided.decision, decided.date)
    if not is_same or kept.proof != Proof():
        decided = replace(decided, earlier=(*entry.earlier, kept))
    if not is_decided(entry):
        return decided
    translate = translator()
    is_withdrawn = decided.decision is Decision.PROPOSAL_WITHDRAWN
    why = translate(_WITHDRAWN if is_withdrawn else _LATE)
    before = mended(entry, ["decision", "date"], why, today, translate)
    return replace(decided, mended=(*entry.mended, before))
