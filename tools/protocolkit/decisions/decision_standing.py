"""Whether what was decided holds for the text as it stands now, and why."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from protocolkit.base.messages import Marked, mark
from protocolkit.document.adoptions import (
    AdoptionState,
    Holding,
    adoption_state,
    holdings,
    last_holdings,
    told_adoptions,
)
from protocolkit.document.approvals import (
    Approval,
    Decision,
    Right,
    is_about,
    is_adoption,
    is_among,
    is_decided,
    is_taken_back,
)
from protocolkit.document.begins import is_later, still_holding
from protocolkit.document.correction_notices import untold
from protocolkit.document.decided_text import asked_of, changed_since_adoption, current, latest
from protocolkit.document.entry_text import (
    are_of_one_text,
    got_other,
    has_code_of_before,
    is_but_for_a_name,
    is_on_exactly_this_text,
    is_on_other_text,
    is_on_this_text,
    told_of,
)
from protocolkit.document.fingerprints import has_unknown_kind
from protocolkit.document.model import Protocol

_HOLDS = mark("the text is the one that was decided on")
_BUT_FOR_A_NAME = mark("the text is the one that was decided on, but for a name that was removed")
_CORRECTED = mark("the text has a small correction since, of which the council was told")
_UNTOLD = mark("the text has a small correction since, of which the council was not told yet")
_OWN_PART = mark("what is the school's own is as it was decided on; the rest is its board's")
_CHANGED = mark("the text was changed after this decision")
_OF_BEFORE = mark(
    "its check code is of before and does not say which note a mark that comes back calls, or "
    "what falls under which point; see 'protocol check'"
)
_UNSAID = mark("it is not recorded on which text this was decided")
_REPLACED = mark("a later question to this body took its place")
_ENDED = mark("this council ended before it decided")
_SUCCEEDED = mark("this council is no more; about a later text another one was asked")
_ADOPTED_SINCE = mark("another text was adopted since")
_ADOPTED_BEFORE = mark("this text was adopted already, and holds since then")
_OTHER_HOLDS = mark("it is about another text, and that one holds")
_OTHER_PARTLY = mark("it is about another text, and that one holds for some of these schools")
_OTHER_LATER = mark("it is about another text; that was adopted, and holds from the day it names")
_OVER = mark("every school that this text was adopted for is no more")
_OTHER = mark("it is about another text")
_TAKEN_BACK = mark("it was recorded by mistake, and taken back")
_INFORMED = mark("this body is only informed and decides nothing")
_INFORMED_OTHER = mark("this body was informed of another text, and decides nothing")
_OPEN: Mapping[Decision, Marked] = {
    Decision.ASKED: mark("nothing was decided yet"),
    Decision.ADJOURNED: mark("the decision was adjourned; nothing was decided yet"),
    Decision.PROPOSAL_WITHDRAWN: mark("the proposal was withdrawn"),
    Decision.NO_ANSWER: mark("no answer is no consent"),
}
_UNKNOWN = mark("no text of this protocol with its check code is known here")
_UNKNOWN_KIND = mark("its check code is of a kind that is not known here; see 'protocol check'")
_PROPOSED_OTHER = mark("nothing was answered yet, and the text is another one than was proposed")
_ASKED_ON_OTHER = mark("nothing was decided yet, and the text was changed since it was submitted")


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionStanding:
    """An entry of a protocol, whether it holds for the text as it stands, and ``why``."""

    approval: Approval
    holds: bool
    why: Marked

    @property
    def is_over(self) -> bool:
        """Tell whether nothing follows it any more: another question took its place."""
        return self.why in (_REPLACED, _SUCCEEDED)

    @property
    def is_of_unsaid_text(self) -> bool:
        """Tell whether nobody recorded on which text was decided, as with what a text prints."""
        return self.why == _UNSAID


def standings(protocol: Protocol) -> tuple[DecisionStanding, ...]:
    """Return how each entry of a protocol stands, in the order of the file.

    >>> from protocolkit.document.facts import Facts, Organisation
    >>> asked = Approval(body="MR", right=Right.CONSENT)
    >>> text = Protocol(facts=Facts(organisation=Organisation(name=""), approvals=(asked,)),
    ...     title=(), parts=())
    >>> [(one.holds, str(one.why)) for one in standings(text)]
    [(False, 'nothing was decided yet')]
    """
    last = latest(protocol)
    entries = protocol.facts.approvals
    return tuple(
        _adoption(approval, protocol)
        if is_adoption(approval)
        else _last(approval, protocol)
        if is_among(approval, last)
        else _out(approval, [one for one in entries[at:] if is_among(one, last)], protocol)
        for at, approval in enumerate(entries)
    )


def _adoption(approval: Approval, protocol: Protocol) -> DecisionStanding:
    """Return how an adoption stands: whether the text holds by it."""
    held = last_holdings(protocol.facts)
    if own := [one for one in held if one.adoption is approval]:
        is_other = is_on_other_text(approval, protocol)
        is_beside = is_other and not has_code_of_before(approval, protocol)
        is_told = is_among(approval, told_adoptions(protocol))
        if is_beside and not (is_told and changed_since_adoption(protocol)):
            # Where it holds until another text begins counts too.
            still = [one for one in _others(protocol) if one.adoption is approval]
            why = _why_beside(approval, (*still, *own)[0]) if holdings(protocol.facts) else _OTHER
            return DecisionStanding(approval=approval, holds=False, why=why)
        if adoption_state(protocol) is AdoptionState.OVER:
            return DecisionStanding(approval=approval, holds=False, why=_OVER)
        return _standing(approval, protocol)
    now = [one.adoption for one in still_holding(protocol.facts)]
    if is_among(approval, now) and is_on_this_text(approval, protocol):
        # It holds until another one begins, that was adopted for a later day.
        return _standing(approval, protocol)
    if others := [one for one in _others(protocol) if one.adoption is approval]:
        why = _why_beside(approval, others[0])
        return DecisionStanding(approval=approval, holds=False, why=why)
    is_again = any(
        are_of_one_text(approval, one.adoption) and one.adoption.date <= approval.date
        for one in held
        if _is_where(approval, one)
    )
    why = _ADOPTED_BEFORE if is_again else _ADOPTED_SINCE
    return DecisionStanding(approval=approval, holds=False, why=why)


def _last(approval: Approval, protocol: Protocol) -> DecisionStanding:
    """Return how the last entry of a question stands; it may be about a text that holds beside."""
    standing = _standing(approval, protocol)
    is_shown = is_among(approval, current(protocol))
    if is_shown or standing.why is not _CHANGED:
        return standing
    why = _why_of_other(approval, protocol)
    return replace(standing, why=why) if why else standing


def _others(protocol: Protocol) -> tuple[Holding, ...]:
    """Return by which adoptions another text than this one holds, or will, and where."""
    every = still_holding(protocol.facts)
    return tuple(one for one in every if is_on_other_text(one.adoption, protocol))


def _is_where(approval: Approval, held: Holding) -> bool:
    """Tell whether an entry is about a school where a text holds."""
    return not held.schools or any(is_about(approval, school) for school in held.schools)


def _why_of_other(approval: Approval, protocol: Protocol) -> Marked | None:
    """Return why a decision on another text, that holds or will, is not for this one; else None."""
    if not is_decided(approval):
        return None
    beside = (
        one
        for one in _others(protocol)
        if are_of_one_text(approval, one.adoption) and _is_where(approval, one)
    )
    found = next(beside, None)
    return None if found is None else _why_beside(approval, found)


def _is_asked_again(approval: Approval, protocol: Protocol) -> bool:
    """Tell whether the same was asked later, about the same text."""
    entries = protocol.facts.approvals
    at = next(at for at, one in enumerate(entries) if one is approval)
    same = (one for one in entries[at + 1 :] if asked_of(one) == asked_of(approval))
    return any(are_of_one_text(one, approval) for one in same)


def _why_beside(approval: Approval, held: Holding) -> Marked:
    """Return why what was decided about a text that was adopted beside this one is not for it."""
    if is_later(held.adoption):
        return _OTHER_LATER
    is_whole = not held.schools or (
        bool(approval.schools) and all(map(held.is_at, approval.schools))
    )
    return _OTHER_HOLDS if is_whole else _OTHER_PARTLY


def _out(approval: Approval, later: Iterable[Approval], protocol: Protocol) -> DecisionStanding:
    """Return how an entry stands that does not count; ``later`` are those after it that do."""
    if is_taken_back(approval):
        return DecisionStanding(approval=approval, holds=False, why=_TAKEN_BACK)
    if not _is_asked_again(approval, protocol) and (why := _why_of_other(approval, protocol)):
        return DecisionStanding(approval=approval, holds=False, why=why)
    body, _, right, _ = asked_of(approval)
    is_same = any(asked_of(one)[0] == body and one.right is right for one in later)
    if not is_same and not approval.ended.date:
        # An earlier one is about the text as it stands, which was put back.
        standing = _standing(approval, protocol)
        return replace(standing, why=_OTHER) if standing.why is _CHANGED else standing
    is_over = bool(approval.ended.date)
    why = _ENDED if is_over and not is_decided(approval) else _REPLACED if is_same else _SUCCEEDED
    return DecisionStanding(approval=approval, holds=False, why=why)


def _standing(approval: Approval, protocol: Protocol) -> DecisionStanding:
    why = _why_not(approval, protocol)
    if why is not None:
        return DecisionStanding(approval=approval, holds=False, why=why)
    if is_but_for_a_name(approval, protocol):
        return DecisionStanding(approval=approval, holds=True, why=_BUT_FOR_A_NAME)
    if is_on_exactly_this_text(approval, protocol):
        return DecisionStanding(approval=approval, holds=True, why=_HOLDS)
    why = _CORRECTED if told_of(approval, protocol) else _OWN_PART
    return DecisionStanding(approval=approval, holds=True, why=why)


def _why_not(approval: Approval, protocol: Protocol) -> Marked | None:
    """Return why an entry does not hold for the text as it stands, None when it does."""
    if approval.right is Right.INFORMATION:
        return _INFORMED_OTHER if got_other(approval, protocol) else _INFORMED
    if approval.ended.date and not is_decided(approval):
        return _ENDED
    if approval.decision is Decision.ASKED and is_on_other_text(approval, protocol):
        is_of_before = has_code_of_before(approval, protocol)
        is_proposed = approval.right is Right.PROPOSAL
        other = _why_unknown(approval) or (_PROPOSED_OTHER if is_proposed else _ASKED_ON_OTHER)
        return _OF_BEFORE if is_of_before else other
    if approval.decision in _OPEN:
        return _OPEN[approval.decision]
    return _why_not_on(approval, protocol)


def _why_not_on(approval: Approval, protocol: Protocol) -> Marked | None:
    """Return why a decision is not known to be about the text, None when it is about it."""
    if not approval.fingerprint:
        return _UNSAID
    if has_code_of_before(approval, protocol):
        return _OF_BEFORE
    if is_on_this_text(approval, protocol):
        return None
    if is_among(approval, untold(protocol)):
        return _UNTOLD
    return _why_unknown(approval) or _CHANGED


def _why_unknown(approval: Approval) -> Marked | None:
    """Return why nobody knows which text an entry is about, None where that is known."""
    if approval.near is None:
        return None
    return _UNKNOWN_KIND if has_unknown_kind(approval.fingerprint) else _UNKNOWN
