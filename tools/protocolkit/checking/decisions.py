"""Decisions and dates that contradict each other, by the facts at the top of a file.

Dates may be partial (``2019-05``): two of them contradict each other only when no day that they
may stand for is in order. The clock is never read; whether a date has passed is asked of a
given day alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from protocolkit.base.location import Location
from protocolkit.base.problems import Code, Problem, problem, warning
from protocolkit.document.agreed_schools import is_about_adopted
from protocolkit.document.approval_lines import body_name, print_date
from protocolkit.document.approvals import (
    FITTING,
    UNANSWERED,
    Approval,
    Decision,
    is_adoption,
    is_decided,
    is_in_favour,
    is_not_simply_positive,
    is_waiting,
)
from protocolkit.document.bodies import is_of_council
from protocolkit.document.decided_text import latest
from protocolkit.document.entry_text import are_on_other_texts, is_on_other_text, is_on_this_text
from protocolkit.document.facts import DECIDED, PENDING, Facts, Status
from protocolkit.document.late_decisions import adoptions_of, is_before
from protocolkit.document.model import Protocol

DECISION_AFTER_DATE = warning(
    "decision-after-date",
    "A decision is later than the document",
    "{body} decided on {decided}, but the document itself is dated {dated}.",
    "Look whether this is the text that was decided on, and which date is right.",
)
ADOPTED_BEFORE_CONSENT = warning(
    "adopted-before-consent",
    "The text was adopted before there was consent",
    "{adopter} adopted the text on {adopted}, but {body} decided later, on {decided}.",
    "Consent and advice come before adoption. Look whether the dates are right.",
)
ADOPTED_BEFORE_ANSWER = warning(
    "adopted-before-answer",
    "The text was adopted before an advice was answered",
    "{adopter} adopted the text on {adopted}, but the board answered the advice of {body} later, "
    "on {answered}.",
    "A board that does not wholly follow an advice says so first, and lets the council talk about "
    "it, before it decides (Wms, article 17). Look whether the dates are right.",
)
IN_FORCE_BEFORE_DECISION = warning(
    "in-force-before-decision",
    "The text holds from before the decision",
    "the text holds from {valid}, but {body} decided on {decided}.",
    "Look whether the dates are right.",
)
DATES_REVERSED = warning(
    "dates-reversed",
    "Two dates stand in the wrong order",
    "{later} comes before {earlier}.",
    "Look which of the two dates is right.",
)
DECISION_UNDATED = warning(
    "decision-undated",
    "A decision has no date",
    "{body} decided, but when is not said.",
    "Look up the date. If nobody knows it, accept this with a reason.",
)
DECISION_UNFIT = warning(
    "decision-unfit",
    "A decision does not go with the right",
    "by the right '{right}', {body} cannot decide '{decision}'.",
    "Correct 'right' or 'decision': instemming is verleend or onthouden, advies is positief, "
    "negatief or met aanbevelingen, vaststelling is vastgesteld.",
)
STATUS_BEFORE_DECISION = warning(
    "status-before-decision",
    "The status says more than was decided",
    "the status is '{status}', but of {body} it says '{decision}'.",
    "Correct the status, or record what {body} decided.",
)
STATUS_AFTER_DECISION = warning(
    "status-after-decision",
    "The status says less than was decided",
    "the status is '{status}', but {body} adopted the text.",
    "Give the text the status 'vastgesteld' or 'in werking' again. Does this decision have no "
    "check code, and did {body} adopt another text? Then remove it here.",
)
STATUS_AFTER_ANSWER = warning(
    "status-after-answer",
    "The status says less than a council decided",
    "the status is '{status}', but of {body} it says '{decision}'.",
    "Give the text the status 'voorgelegd' again. Was the proposal withdrawn? Record that with "
    "'protocol approve' and --decision 'voorstel ingetrokken'.",
)
REVIEW_PASSED = warning(
    "review-passed",
    "The review date has passed",
    "the text would be reviewed on {review}; on {today} that has passed.",
    "Review the text, or agree on a new date.",
)


def check_decisions(protocol: Protocol, today: str = "") -> Iterator[Problem]:
    """Yield the contradictions between a protocol's dates; without ``today`` none has passed."""
    facts, place = protocol.facts, protocol.location
    entries = latest(protocol)
    yield from _check_approvals(facts, entries, place)
    yield from _check_status(protocol, entries)
    yield from _check_days(entries, place)
    for before, after in (("valid_from", "valid_until"), ("dated", "review_date")):
        earlier, later = getattr(facts, before), getattr(facts, after)
        if is_before(later, earlier):
            values = {"earlier": print_date(earlier), "later": print_date(later)}
            yield problem(DATES_REVERSED, place, **values)
    if today and is_before(facts.review_date, today):
        values = {"review": print_date(facts.review_date), "today": print_date(today)}
        yield problem(REVIEW_PASSED, place, **values)


def _check_approvals(
    facts: Facts, entries: Sequence[Approval], place: Location
) -> Iterator[Problem]:
    for approval in (one for one in entries if is_decided(one)):
        if not approval.date and approval.decision is not Decision.EARLIER:
            yield problem(DECISION_UNDATED, place, body=body_name(approval))
        # Nobody has to guess which text was decided on when a version was kept.
        if is_before(facts.dated, approval.date) and not approval.version:
            yield _about(DECISION_AFTER_DATE, place, approval, dated=print_date(facts.dated))
        if is_before(facts.valid_from, approval.date):
            valid = print_date(facts.valid_from)
            yield _about(IN_FORCE_BEFORE_DECISION, place, approval, valid=valid)
        for adoption in adoptions_of(approval, entries):
            values = {"adopter": adoption.body, "adopted": print_date(adoption.date)}
            if is_before(adoption.date, approval.date):
                yield _about(ADOPTED_BEFORE_CONSENT, place, approval, **values)
            elif _is_answered_after(approval, adoption):
                values |= {"body": body_name(approval), "answered": print_date(approval.answered)}
                yield problem(ADOPTED_BEFORE_ANSWER, place, **values)


def _is_answered_after(advice: Approval, adoption: Approval) -> bool:
    """Tell whether an advice that was not simply positive was answered after an adoption."""
    return is_not_simply_positive(advice) and is_before(adoption.date, advice.answered)


def _check_status(protocol: Protocol, entries: Sequence[Approval]) -> Iterator[Problem]:
    """Yield each decision that does not go with its right, or with the status of the text."""
    facts, place = protocol.facts, protocol.location
    for approval in entries:
        values = {"body": body_name(approval), "decision": approval.decision.value}
        fits = approval.decision in FITTING[approval.right]
        if is_decided(approval) and not fits:
            yield problem(DECISION_UNFIT, place, right=approval.right.value, **values)
        status = facts.status.value
        # A council that ended decides nothing any more: that it did not is told of itself.
        is_over = bool(approval.ended.date) and is_waiting(approval)
        is_concerned = is_about_adopted(approval, protocol) and not is_over
        if not is_in_favour(approval) and facts.status in DECIDED and is_concerned:
            yield problem(STATUS_BEFORE_DECISION, place, status=status, **values)
        is_adopted = is_adoption(approval) and not is_on_other_text(approval, protocol)
        if is_adopted and facts.status in PENDING:
            yield problem(STATUS_AFTER_DECISION, place, status=status, body=approval.body)
        elif facts.status is Status.CONCEPT and _is_answer(approval, protocol):
            yield problem(STATUS_AFTER_ANSWER, place, status=status, **values)


def _is_answer(approval: Approval, protocol: Protocol) -> bool:
    """Tell whether a council decided about the text as it stands, and nobody withdrew that."""
    is_given = is_of_council(approval) and is_decided(approval)
    return (
        is_given
        and bool(approval.fingerprint)
        and is_on_this_text(approval, protocol)
        and approval.decision not in UNANSWERED
        and not any(
            one.decision is Decision.PROPOSAL_WITHDRAWN and not are_on_other_texts(one, approval)
            for one in protocol.facts.approvals
        )
    )


def _check_days(entries: Sequence[Approval], place: Location) -> Iterator[Problem]:
    """Yield each day of an entry that comes before the one that it must follow."""
    for entry in entries:
        for later in ("meeting", "before", "date"):
            day = getattr(entry, later)
            if is_before(day, entry.sent):
                values = {"earlier": print_date(entry.sent), "later": print_date(day)}
                yield problem(DATES_REVERSED, place, **values)
        # A proposal that was withdrawn after a refusal was answered before that day.
        is_withdrawn = entry.decision is Decision.PROPOSAL_WITHDRAWN
        if is_before(entry.answered, entry.date) and not is_withdrawn:
            values = {"earlier": print_date(entry.date), "later": print_date(entry.answered)}
            yield problem(DATES_REVERSED, place, **values)


def _about(code: Code, place: Location, approval: Approval, **values: str) -> Problem:
    return problem(
        code, place, body=body_name(approval), decided=print_date(approval.date), **values
    )
