"""Which text an entry is about: the one as it stands, another one, or nobody knows."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from protocolkit.document.adopted import own_code
from protocolkit.document.approvals import Approval, Right, SmallCorrection, is_decided, is_waiting
from protocolkit.document.facts import year_of
from protocolkit.document.fingerprints import codes_of_before, has_protocol_fingerprint
from protocolkit.document.model import Protocol


def is_on_exactly_this_text(approval: Approval, protocol: Protocol) -> bool:
    """Tell whether the text as it stands is word for word the one that an entry is about."""
    return _has_any(protocol, (approval.fingerprint, *approval.alike))


def is_but_for_a_name(approval: Approval, protocol: Protocol) -> bool:
    """Tell whether an entry is about the text as it stands, but for a name that was removed."""
    is_same = is_on_exactly_this_text(approval, protocol)
    return is_same and not has_protocol_fingerprint(protocol, approval.fingerprint)


def is_on_this_text(approval: Approval, protocol: Protocol) -> bool:
    """Tell whether an entry holds for the text as it stands; one without a check code does not.

    It does for the text that it is about, and for that with small corrections that were told.
    """
    return _has_any(protocol, approval.every_code) or is_on_own_part(approval, protocol)


def is_on_own_part(approval: Approval, protocol: Protocol) -> bool:
    """Tell whether what a school itself wrote in its board's text is what its council decided on.

    What the board laid down falls under the decision of the GMR, and may have changed since. An
    adoption is of the text as a whole.
    """
    is_part = bool(approval.own) and approval.right is not Right.ADOPTION
    return is_part and approval.own == own_code(protocol)


def told_of(approval: Approval, protocol: Protocol) -> SmallCorrection | None:
    """Return the small correction by which an entry holds for the text; None when it is exact."""
    if is_on_exactly_this_text(approval, protocol):
        return None
    own = (one for one in reversed(approval.corrections) if one.fingerprint)
    return next((one for one in own if _has_any(protocol, (one.fingerprint, *one.alike))), None)


def is_on_other_text(approval: Approval, protocol: Protocol) -> bool:
    """Tell whether an entry has the check code of another text than the one as it stands."""
    return bool(approval.fingerprint) and not is_on_this_text(approval, protocol)


def has_code_of_before(approval: Approval, protocol: Protocol) -> bool:
    """Tell whether an entry may be about this text, and its check code is too old to prove it.

    Such a code does not say which note is called by a mark that comes back, or what falls under
    what.
    """
    before = codes_of_before(protocol)
    has_it = any(one.startswith(code) for one in before for code in approval.codes)
    return has_it and not is_on_this_text(approval, protocol)


def is_asked_on_other(approval: Approval, protocol: Protocol) -> bool:
    """Tell whether a body has another text before it, and has not decided about that one yet.

    A proposal of a council itself is asked of none. Of a check code of no text that is known nobody
    can say what lies there.
    """
    return approval.right is not Right.PROPOSAL and waits_on_other(approval, protocol)


def waits_on_other(approval: Approval, protocol: Protocol) -> bool:
    """Tell the same of what waits for an answer, of a council or of the board to its proposal."""
    return is_waiting(approval) and is_on_known_other(approval, protocol)


def got_other(approval: Approval, protocol: Protocol) -> bool:
    """Tell whether a body has another text before it, or was informed of another one."""
    return not is_decided(approval) and is_on_known_other(approval, protocol)


def is_on_known_other(approval: Approval, protocol: Protocol) -> bool:
    """Tell whether an entry is about another text than this one, and which one that is is known."""
    is_known = approval.near is None and not has_code_of_before(approval, protocol)
    return is_known and is_on_other_text(approval, protocol)


def are_on_other_texts(one: Approval, other: Approval) -> bool:
    """Tell whether two entries have the check codes of different texts, and of no shared one."""
    return bool(one.codes and other.codes) and not are_of_one_text(one, other)


def are_of_one_text(one: Approval, other: Approval) -> bool:
    """Tell whether two entries name the same text, or one of them the part that a school wrote.

    Two adoptions are of one text only as a whole.
    """
    is_whole = one.right is Right.ADOPTION and other.right is Right.ADOPTION
    is_own = bool(one.own) and one.own == other.own and not is_whole
    return is_own or not frozenset(one.every_code).isdisjoint(other.every_code)


def _has_any(protocol: Protocol, codes: Iterable[str]) -> bool:
    return any(has_protocol_fingerprint(protocol, code) for code in codes)


def year_of_text(protocol: Protocol) -> str:
    """Return the year under which the text as it stands is known, or ``""``.

    A decision about another text gives this one no year.
    """
    facts = protocol.facts
    own = tuple(one for one in facts.approvals if not is_on_other_text(one, protocol))
    return year_of(replace(facts, approvals=own))
