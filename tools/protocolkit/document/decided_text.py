"""Which text a body decided on: the one as it stands, an earlier one, or nobody knows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from protocolkit.base.told_once import told_once
from protocolkit.document.adoptions import (
    AdoptionState,
    adoption_state,
    adoptions,
    last_holdings,
    own_holdings,
    told_adoptions,
)
from protocolkit.document.approvals import (
    UNANSWERED,
    Approval,
    Right,
    are_for_other_schools,
    is_adoption,
    is_among,
    is_decided,
    is_taken_back,
    is_waiting,
)
from protocolkit.document.begins import begun_on, gives_way_to
from protocolkit.document.council_sections import SECTIONS, missing_sections
from protocolkit.document.endings import is_over, with_schools_till
from protocolkit.document.entry_text import (
    are_of_one_text,
    are_on_other_texts,
    has_code_of_before,
    is_on_known_other,
    is_on_other_text,
    is_on_this_text,
)
from protocolkit.document.facts import DECIDED, PENDING, Status
from protocolkit.document.model import Protocol
from protocolkit.text.name_form import folded

_COUNCIL_RIGHTS = (Right.CONSENT, Right.ADVICE)


def asked_of(approval: Approval) -> tuple[str, str, Right, tuple[str, ...]]:
    """Return what makes two entries about one question: the body, its section and the right.

    A text is adopted school by school where it must, so the schools of an adoption count as well.
    """
    schools = tuple(sorted(approval.places)) if approval.right is Right.ADOPTION else ()
    return folded(approval.body), folded(approval.section), approval.right, schools


def takes_place(entry: Approval, before: Approval) -> bool:
    """Tell whether a question takes the place of one before: the same, for its schools.

    What a council decided about the same text for other schools stays. Of an earlier text nothing
    stays when they share a school.
    """
    if asked_of(entry) != asked_of(before) or are_for_other_schools(entry, before):
        return False
    is_whole = not entry.schools or (bool(before.schools) and before.places <= entry.places)
    return is_whole or not are_of_one_text(entry, before)


def latest(protocol: Protocol, *more: Approval) -> tuple[Approval, ...]:
    """Return the entry of each question that counts for the text as it stands, as the file has it.

    That is the last one that is about this text, else the last one: a question about another text
    takes nothing away from this one, and a text that is put back has its decisions back. What a
    council that ended was asked is over when the one that it went up in was asked the same, and all
    of it when another council was asked about a later text. A whole council and all its sections
    stand in for each other. What was asked about a later text than one that was adopted and decided
    on counts for none of it. Of adoptions :mod:`~protocolkit.document.adoptions` says which counts.
    ``more`` are entries that the file does not have yet.
    """
    return _latest(protocol, *more) if more else _latest_of_file(protocol)


def _latest(protocol: Protocol, *more: Approval) -> tuple[Approval, ...]:
    entries = (*protocol.facts.approvals, *more)
    told = told_adoptions(protocol)
    counting = (*_counting_questions(protocol, entries), *told)
    return tuple(one for one in entries if is_among(one, counting))


@told_once
def _latest_of_file(protocol: Protocol) -> tuple[Approval, ...]:
    return _latest(protocol)


def _counting_questions(protocol: Protocol, entries: Sequence[Approval]) -> Iterator[Approval]:
    """Yield the entry of each question that counts, of all that is no adoption."""
    found: list[Approval] = []
    later = _later_questions(protocol, entries)
    for at, entry in enumerate(entries):
        is_over = is_taken_back(entry) or _was_adopted_since(entry, entries[at + 1 :])
        is_over |= is_among(entry, later)
        if is_adoption(entry) or is_over:
            continue
        same = [one for one in found if asked_of(one) == asked_of(entry)]
        rivals = [one for one in same if not are_for_other_schools(one, entry)]
        if not any(_stays(one, entry, protocol) for one in rivals):
            found = [one for one in found if not takes_place(entry, one)] + [entry]
    last = tuple(found)
    order = {id(entry): number for number, entry in enumerate(entries)}

    def goes_before(one: Approval, other: Approval) -> bool:
        is_later = order[id(one)] > order[id(other)]
        return _stays(one, other, protocol) or (is_later and not _stays(other, one, protocol))

    counting = [
        one
        for one in last
        if not one.ended.date
        or not any(_was_succeeded(one, o, is_before=goes_before(o, one)) for o in last)
    ]
    sector = protocol.facts.organisation.sector
    for one in counting:
        same = [o for o in counting if asked_of(o)[0] == asked_of(one)[0]]
        if not stand_in_for(one, [o for o in same if goes_before(o, one)], sector):
            yield one


def _later_questions(protocol: Protocol, entries: Sequence[Approval]) -> tuple[Approval, ...]:
    """Return what was asked about another text since the text as it stands was adopted.

    Where a council decided on the text as it stands, that says nothing of it, for the same schools:
    it was not changed after, but put back. A proposal that waits for its answer is none of these.
    """
    own = [one for one in entries if is_on_this_text(one, protocol)]
    adopted = [one for one in adoptions(protocol.facts) if is_among(one, own)]
    decided = [one for one in own if one.right in _COUNCIL_RIGHTS and is_decided(one)]
    order = {id(entry): number for number, entry in enumerate(entries)}

    def is_later(entry: Approval, adoption: Approval) -> bool:
        sent = entry.sent or adoption.date
        return (adoption.date, order[id(adoption)]) < (sent, order[id(entry)])

    def is_open_proposal(entry: Approval) -> bool:
        return entry.right is Right.PROPOSAL and not is_decided(entry)

    return tuple(
        entry
        for entry in entries
        if is_on_other_text(entry, protocol) and not is_adoption(entry)
        if not is_open_proposal(entry)
        if any(is_later(entry, o) and not are_for_other_schools(entry, o) for o in adopted)
        if any(not are_for_other_schools(entry, one) for one in decided)
        if not has_code_of_before(entry, protocol)
    )


def _was_adopted_since(entry: Approval, later: Iterable[Approval]) -> bool:
    """Tell whether a body was asked to adopt a text, and did adopt one after that."""
    wanted = asked_of(entry)[:2]
    return entry.right is Right.ADOPTION and any(
        is_adoption(one) and asked_of(one)[:2] == wanted for one in later
    )


def _stays(one: Approval, other: Approval, protocol: Protocol) -> bool:
    """Tell whether an entry is about the text as it stands, and another one about another text."""
    return are_on_other_texts(one, other) and is_on_this_text(one, protocol)


def stand_in_for(one: Approval, others: Iterable[Approval], sector: str) -> bool:
    """Tell whether a whole council stands in for a section of it, or all its sections for it."""
    body, section, right, _ = asked_of(one)
    rivals = [
        other
        for other in others
        if asked_of(other)[0] == body
        and bool(other.section) != bool(section)
        and are_on_other_texts(one, other)
    ]
    is_asked = right in _COUNCIL_RIGHTS
    if not is_asked or not any(other.right is right for other in rivals):
        return False
    sections = {asked_of(other)[1] for other in rivals}
    return bool(section) or (sections <= SECTIONS and not missing_sections(sections, sector))


def _was_succeeded(ended: Approval, other: Approval, *, is_before: bool) -> bool:
    """Tell whether another council was asked since what a council that ended was asked.

    Of a later text (``is_before`` says that it counts first) that is any council that was asked for
    the same schools; of the same text the one that it went up in, or without such one that was
    asked after the end.
    """
    body, section, right, _ = asked_of(other)
    is_of_kind = right is ended.right or {right, ended.right} == set(_COUNCIL_RIGHTS)
    is_other = is_of_kind and body != folded(ended.body) and not is_adoption(other)
    if not ended.ended.date or not is_other or are_for_other_schools(ended, other):
        return False
    if are_on_other_texts(ended, other):
        return is_before
    if is_decided(ended) or right is not ended.right:
        return False
    is_same = not ended.section or section in ("", folded(ended.section))
    into = folded(ended.ended.into)
    return is_same and (body == into if into else is_over(other.sent, ended.ended.date))


def current(protocol: Protocol) -> tuple[Approval, ...]:
    """Return the last entry of each question, as far as it is about a text that is dealt with now.

    While a new text is on its way, what was adopted before is another text: it holds on beside it,
    with what councils decided about it. So it is when a text was adopted for some schools: what
    the councils of others decided is about the text that those have.
    """
    last = latest(protocol)
    here = {folded(school) for one in own_holdings(protocol) for school in one.schools}
    if protocol.facts.status not in PENDING and not here:
        return last
    beside = [one.adoption for one in last_holdings(protocol.facts)]

    def is_beside(one: Approval) -> bool:
        if not is_on_other_text(one, protocol):
            return False
        if protocol.facts.status not in PENDING:
            return bool(one.schools) and here.isdisjoint(one.places)
        if not is_decided(one):
            return False
        return is_adoption(one) or any(are_of_one_text(one, other) for other in beside)

    return tuple(one for one in last if not is_beside(one))


def adopted_status(protocol: Protocol) -> Status | None:
    """Return the status of a text that was adopted as it stands; None when it was not.

    Only an adoption with a check code says that. Whether such a text that is before a council, or
    was, is in force already, nobody recorded: it is adopted. A text that another one was adopted
    after is not.
    """
    if adoption_state(protocol) is not AdoptionState.IN_FORCE:
        return None
    now = protocol.facts.status
    return now if now in DECIDED else Status.ADOPTED


def as_it_stands(protocol: Protocol, day: str = "") -> Protocol:
    """Return a protocol with the status that its text has by what was decided.

    A text that is on its way by the top of its file, and is word for word the one that is in force,
    was put back: it is adopted, whatever was asked about the text between. One that is adopted by
    the top of its file, and that another text was adopted after, is replaced; unless that one
    holds from after a ``day``, or from after its adoption where no day is given. With a day what
    has begun by then is not told as still to come, and a school that is no more from after it is
    there.
    """
    protocol = begun_on(protocol, day)
    there = with_schools_till(protocol.facts, day)
    protocol = protocol if there is protocol.facts else replace(protocol, facts=there)
    facts = protocol.facts
    status = adopted_status(protocol) if facts.status in PENDING else None
    is_replaced = adoption_state(protocol) is AdoptionState.REPLACED
    if facts.status in DECIDED and is_replaced and gives_way_to(protocol) is None:
        status = Status.REPLACED
    if status is None:
        return protocol
    return replace(protocol, facts=replace(facts, status=status))


def changed_since_adoption(protocol: Protocol) -> bool:
    """Tell whether a text that is said to be adopted is another one than was ever adopted."""
    is_said = protocol.facts.status in DECIDED
    return is_said and adoption_state(protocol) is AdoptionState.NEVER_ADOPTED


def holds_nowhere(protocol: Protocol) -> bool:
    """Tell whether a text was adopted, and every school that it was adopted for is no more."""
    return protocol.facts.status in DECIDED and adoption_state(protocol) is AdoptionState.OVER


def changed_since_submission(protocol: Protocol) -> bool:
    """Tell whether a text that is said to be before councils is another one than each of them had.

    Where of one council it is not known which text it had, nobody can say that.
    """
    asked = [
        one
        for one in current(protocol)
        if one.right in _COUNCIL_RIGHTS and not (one.ended.date and is_waiting(one))
    ]
    is_said = protocol.facts.status is Status.SUBMITTED and bool(asked)
    return is_said and all(is_on_known_other(one, protocol) for one in asked)


def decided_on_other_text(protocol: Protocol) -> tuple[Approval, ...]:
    """Return the last decision of each body that is about another text than the one as it stands.

    A new question takes the place of an earlier decision. What the board answered to a proposal
    of a council decides nothing about another text, and neither does who did not answer.
    """
    return tuple(
        approval
        for approval in current(protocol)
        if is_decided(approval) and approval.decision not in UNANSWERED
        if is_on_other_text(approval, protocol)
        if approval.right is not Right.PROPOSAL
    )
