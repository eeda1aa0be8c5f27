"""Which text a body decided on: the one as it stands, an earlier one, or nobody knows."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from protocolkit.document.adopted import own_code
from protocolkit.document.approvals import (
    Approval,
    Right,
    SmallCorrection,
    is_adoption,
    is_decided,
    is_taken_back,
)
from protocolkit.document.council_sections import SECTIONS, missing_sections
from protocolkit.document.facts import DECIDED, PENDING, Status
from protocolkit.document.fingerprints import codes_of_before, has_protocol_fingerprint
from protocolkit.document.model import Protocol


def asked_of(approval: Approval) -> tuple[str, str, Right, tuple[str, ...]]:
    """Return what makes two entries about one question: the body, its section and the right.

    A text is adopted school by school where it must, so the schools of an adoption count as well.
    """
    schools = approval.schools if approval.right is Right.ADOPTION else ()
    return _folded(approval.body), _folded(approval.section), approval.right, schools


def latest(protocol: Protocol, *more: Approval) -> tuple[Approval, ...]:
    """Return the entry of each question that counts for the text as it stands.

    That is the last one that is about this text, else the last one: a question about another text
    takes nothing away from this one, and a text that is put back has its decisions back. Only an
    adoption is over when another text was adopted since. What a council that ended was asked is
    over when the one that it went up in was asked the same, and so is what it decided about
    another text than that one got. A whole council and all its sections stand in for each other.
    An adoption that was taken back never counts.
    ``more`` are entries that the file does not have yet.
    """
    found: dict[tuple[str, str, Right, tuple[str, ...]], Approval] = {}
    entries = [one for one in (*protocol.facts.approvals, *more) if not is_taken_back(one)]
    for entry in entries:
        if not _stays(found.get(asked_of(entry), entry), entry, protocol):
            found[asked_of(entry)] = entry
    last = tuple(found.values())
    counting = [
        one
        for at, one in enumerate(last)
        if not any(_took_over(one, other, protocol) for other in last)
        and not any(_is_wider(other, one, protocol) for other in last[at + 1 :])
    ]
    order = {id(entry): number for number, entry in enumerate(entries)}

    def goes_before(one: Approval, other: Approval) -> bool:
        is_later = order[id(one)] > order[id(other)]
        return _stays(one, other, protocol) or (is_later and not _stays(other, one, protocol))

    sector = protocol.facts.organisation.sector
    return tuple(
        one
        for one in counting
        if not _stand_in_for(one, [other for other in counting if goes_before(other, one)], sector)
    )


def _stays(one: Approval, other: Approval, protocol: Protocol) -> bool:
    """Tell whether an entry is about the text as it stands, and another one about another text."""
    return (
        not is_adoption(other) and are_on_other_texts(one, other) and is_on_this_text(one, protocol)
    )


def _stand_in_for(one: Approval, others: Iterable[Approval], sector: str) -> bool:
    """Tell whether a whole council stands in for a section of it, or all its sections for it."""
    body, section, right, _ = asked_of(one)
    rivals = [
        other
        for other in others
        if asked_of(other)[0] == body
        and bool(other.section) != bool(section)
        and are_on_other_texts(one, other)
    ]
    is_asked = right in (Right.CONSENT, Right.ADVICE)
    if not is_asked or not any(other.right is right for other in rivals):
        return False
    sections = {asked_of(other)[1] for other in rivals}
    return bool(section) or (sections <= SECTIONS and not missing_sections(sections, sector))


def _is_wider(later: Approval, adopted: Approval, protocol: Protocol) -> bool:
    """Tell whether a later adoption is for all the schools of an earlier one."""
    body, section, right, schools = asked_of(later)
    return (
        (body, section, right) == asked_of(adopted)[:3]
        and right is Right.ADOPTION
        and (not schools or set(adopted.schools) <= set(schools))
        and not _stays(adopted, later, protocol)
    )


def _took_over(ended: Approval, other: Approval, protocol: Protocol) -> bool:
    """Tell whether a question to a council that ended was asked of another one since."""
    body, section, right, _ = asked_of(other)
    if not ended.ended.into or body != _folded(ended.ended.into) or right is not ended.right:
        return False
    is_asked = section in ("", _folded(ended.section)) and not _stays(ended, other, protocol)
    return is_asked and (not is_decided(ended) or are_on_other_texts(ended, other))


def is_on_exactly_this_text(approval: Approval, protocol: Protocol) -> bool:
    """Tell whether the text as it stands is word for word the one that an entry is about."""
    return has_protocol_fingerprint(protocol, approval.fingerprint)


def is_on_this_text(approval: Approval, protocol: Protocol) -> bool:
    """Tell whether an entry holds for the text as it stands; one without a check code does not.

    It does for the text that it is about, and for that with small corrections that were told.
    """
    return any(
        has_protocol_fingerprint(protocol, code) for code in approval.codes
    ) or is_on_own_part(approval, protocol)


def is_on_own_part(approval: Approval, protocol: Protocol) -> bool:
    """Tell whether what a school itself wrote in its board's text is what its council decided on.

    What the board laid down falls under the decision of the GMR, and may have changed since.
    """
    return bool(approval.own) and approval.own == own_code(protocol)


def told_of(approval: Approval, protocol: Protocol) -> SmallCorrection | None:
    """Return the small correction by which an entry holds for the text; None when it is exact."""
    if is_on_exactly_this_text(approval, protocol):
        return None
    own = (one for one in reversed(approval.corrections) if one.fingerprint)
    return next((one for one in own if has_protocol_fingerprint(protocol, one.fingerprint)), None)


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


def are_on_other_texts(one: Approval, other: Approval) -> bool:
    """Tell whether two entries have the check codes of different texts, and of no shared one."""
    is_own = bool(one.own) and one.own == other.own
    return bool(one.codes and other.codes) and not (is_own or set(one.codes) & set(other.codes))


def current(protocol: Protocol) -> tuple[Approval, ...]:
    """Return the last entry of each question, as far as it is about a text that is dealt with now.

    While a new text is on its way, what was adopted before is another text: it holds on beside it.
    """
    last = latest(protocol)
    if protocol.facts.status not in PENDING:
        return last
    return tuple(
        one
        for one in last
        if one.right is not Right.ADOPTION
        or not is_decided(one)
        or not is_on_other_text(one, protocol)
    )


def adopted_status(protocol: Protocol) -> Status | None:
    """Return the status of a text that was adopted as it stands; None when it was not.

    Only an adoption with a check code says that. Whether such a text that is before a council, or
    was, is in force already, nobody recorded: it is adopted.
    """
    last = latest(protocol)
    if not any(is_adoption(one) and is_on_this_text(one, protocol) for one in last):
        return None
    now = protocol.facts.status
    return now if now in DECIDED else Status.ADOPTED


def as_it_stands(protocol: Protocol) -> Protocol:
    """Return a protocol with the status that its text has by what was decided.

    A text that is on its way by the top of its file, and is word for word one that was adopted, was
    put back: it is adopted, whatever was asked about the text between.
    """
    facts = protocol.facts
    status = adopted_status(protocol) if facts.status in PENDING else None
    if status is None:
        return protocol
    return replace(protocol, facts=replace(facts, status=status))


def changed_since_adoption(protocol: Protocol) -> bool:
    """Tell whether a text that is said to be adopted is another one than was adopted."""
    if protocol.facts.status not in DECIDED:
        return False
    adopted = [one for one in latest(protocol) if is_adoption(one) and one.fingerprint]
    return bool(adopted) and not any(is_on_this_text(one, protocol) for one in adopted)


def decided_on_other_text(protocol: Protocol) -> tuple[Approval, ...]:
    """Return the last decision of each body that is about another text than the one as it stands.

    A new question takes the place of an earlier decision.
    """
    return tuple(
        approval
        for approval in current(protocol)
        if is_decided(approval) and is_on_other_text(approval, protocol)
    )


def _folded(name: str) -> str:
    return " ".join(name.split()).casefold()
