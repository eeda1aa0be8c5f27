"""Decisions that are about another text than the one as it stands, and what is still owed.

Only what was recorded with the text that a body had before it can be judged here: a decision that
a document tells of itself has no check code.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from protocolkit.base.location import Location
from protocolkit.base.messages import Marked, mark
from protocolkit.base.problems import Problem, problem, warning
from protocolkit.decisions.terms import waits_until
from protocolkit.document.adoptions import told_adoptions
from protocolkit.document.approval_lines import body_name, print_date
from protocolkit.document.approvals import (
    ADVICES,
    UNANSWERED,
    Approval,
    Right,
    are_for_other_schools,
    is_adoption,
    is_among,
    is_awaited,
    is_decided,
    is_not_simply_positive,
    is_owed,
    is_waiting,
)
from protocolkit.document.correction_notices import untold
from protocolkit.document.decided_text import current, decided_on_other_text
from protocolkit.document.endings import is_over
from protocolkit.document.entry_text import are_on_other_texts, has_code_of_before, is_on_other_text
from protocolkit.document.facts import DECIDED
from protocolkit.document.fingerprints import check_code, has_unknown_kind, protocol_fingerprint
from protocolkit.document.model import Protocol
from protocolkit.document.still_awaited import asked_beside

CHANGED_AFTER_DECISION = warning(
    "changed-after-decision",
    "The text was changed after a decision",
    "{body} decided about another text ({version}): that does not hold for this text.",
    "See what changed with 'protocol compare'. Put the text back, or {way}.",
)
_SUBMIT_ANEW = mark("submit it anew with 'protocol submit'")
_TELL_TOO = mark(
    "tell this council of the small correction too, and record that: protocol approve … --decision "
    "'kleine verbetering'"
)
_ADOPT_ANEW = mark(
    "submit it to the councils anew and adopt it after that (protocol approve … --decision "
    "vastgesteld). Was it a small correction? Record that: --decision 'kleine verbetering'"
)
DECISION_CODE_UNKNOWN = warning(
    "decision-code-unknown",
    "A check code is that of no text that is known",
    "with {body} stands the check code {signs}. No text of this protocol with that code is known "
    "here: neither this one nor a kept version.",
    "Look on the paper, and type the code as it stands there at the top of this file. Codes "
    "that it is nearly: {near}.",
)
DECISION_CODE_KIND = warning(
    "decision-code-kind",
    "A check code is of a kind that is not known",
    "with {body} stands the check code '{signs}', of a kind that is not known here. So nobody can "
    "say whether this is the text that was decided on.",
    "Was it written with a newer version of this program? Use that one. Was it typed by hand? Look "
    "on the paper, and type the code as it stands there at the top of this file. Codes that it is "
    "nearly: {near}.",
)
CHANGED_AFTER_SUBMISSION = warning(
    "changed-after-submission",
    "The text was changed after it was submitted",
    "{body}: {what} ({version}) than this one.",
    "Put {which} back, or {way}.",
)
_LIES_THERE, _WAS_PROPOSED = mark("it has another text before it"), mark("it proposed another text")
_THIS_TEXT, _THAT_TEXT = mark("the text"), mark("that text")
_WITHDRAW = mark(
    "record that the proposal was withdrawn: protocol approve … --decision 'voorstel ingetrokken'"
)
COUNCIL_ENDED_UNDECIDED = warning(
    "council-ended-undecided",
    "A council ended before it decided",
    "{body} has been no more since {day}, and had not decided.",
    "Ask the council that is there now with 'protocol submit'.",
)
DECIDED_AFTER_END = warning(
    "decided-after-end",
    "A council decided when it was no more",
    "{body} has been no more since {day}, but a decision of {decided} has its name.",
    "Look which council decided. A decision never passes from one council to another.",
)
DECISION_CODE_OLD = warning(
    "decision-code-old",
    "A check code is of before and does not say all of the text",
    "the check code of {body} ({version}) is of before: it does not say which notes are called by "
    "marks that come back, or what falls under which point. So it does not prove that this is the "
    "text.",
    "Look with 'protocol compare' whether this is the text. If so, write at the top of the file: "
    "{line}. Else submit the text anew.",
)
ADVICE_UNANSWERED = warning(
    "advice-unanswered",
    "An advice was not answered",
    "{body} gave advice; when the board answered that in writing is not recorded.",
    "Every advice gets a written answer (Wms, article 17). Record its day with 'protocol approve' "
    "and --decision beantwoord.",
)
ADOPTED_UNANSWERED = warning(
    "adopted-unanswered",
    "The text was adopted, and an advice was not answered",
    "{adopter} adopted the text, but no written answer to the advice of {body} is recorded.",
    "A board that does not wholly follow an advice says so before it decides (Wms, article 17). "
    "Did it answer? Record that day with 'protocol approve' and --decision beantwoord.",
)
HOLDS_IN_WAIT = warning(
    "holds-in-wait",
    "A text holds within six weeks after the answer to an advice",
    "the board answered the advice of {body} on {answered}; the six weeks of the law end on {day}, "
    "and the text holds from {begun}.",
    "An advice that is not or not wholly followed has the decision wait, unless the council has no "
    "objection (Wms, article 34). Look whether the days are right. Does the text hold from later? "
    "Write that day under 'valid_from' at the top of the file. Had the council no objection, or "
    "was the advice followed? Accept this with that reason.",
)
ADOPTED_OTHER_TEXT = warning(
    "adopted-other-text",
    "Another text was adopted than a council decided about",
    "{adopter} adopted this text; {body} decided about another ({version}).",
    "Look whether the council agreed with this text, and record that.",
)


def check_decided_text(protocol: Protocol) -> Iterator[Problem]:
    """Yield each decision and each question that is about another text, and what is owed."""
    place, entries = protocol.location, current(protocol)
    on_other, not_told = decided_on_other_text(protocol), untold(protocol)
    adoptions = [entry for entry in entries if is_adoption(entry)]
    for entry in entries:
        values = {"body": body_name(entry), "version": entry.version or "–"}
        if other := _adopted_otherwise(entry, adoptions):
            yield problem(ADOPTED_OTHER_TEXT, place, adopter=other.body, **values)
        elif has_code_of_before(entry, protocol):
            line = f'fingerprint: "{protocol_fingerprint(protocol)}"'
            yield problem(DECISION_CODE_OLD, place, line=line, **values)
        elif entry.near is not None:
            yield _code_unknown(entry, place)
        elif is_among(entry, on_other):
            way = _ADOPT_ANEW if is_adoption(entry) else _SUBMIT_ANEW
            way = _TELL_TOO if is_among(entry, not_told) else way
            yield problem(CHANGED_AFTER_DECISION, place, way=way, **values)
        elif is_awaited(entry) and is_on_other_text(entry, protocol):
            cure = {"which": _THIS_TEXT, "way": _SUBMIT_ANEW, "what": _of(entry)}
            yield problem(CHANGED_AFTER_SUBMISSION, place, **cure, **values)
        yield from check_end(entry, protocol)
        if is_owed(entry) and entry.decision in ADVICES:
            yield _unanswered(entry, adoptions, protocol)
        yield from _check_wait(entry, protocol)
    yield from _beside(protocol)


def _beside(protocol: Protocol) -> Iterator[Problem]:
    """Yield what lies before a body beside a text that was put back."""
    for entry in asked_beside(protocol):
        values = {"body": body_name(entry), "version": entry.version or "–"}
        cure = {"which": _THAT_TEXT, "way": _WITHDRAW, "what": _of(entry)}
        yield problem(CHANGED_AFTER_SUBMISSION, protocol.location, **cure, **values)


def _of(entry: Approval) -> Marked:
    """Return how a body has to do with the text that an entry is about."""
    return _WAS_PROPOSED if entry.right is Right.PROPOSAL else _LIES_THERE


def _code_unknown(entry: Approval, place: Location) -> Problem:
    """Return that no text has the check code of an entry, with the codes that it is nearly."""
    near = "; ".join(map(check_code, entry.near or ())) or mark("none")
    if has_unknown_kind(entry.fingerprint):
        values = {"body": body_name(entry), "signs": entry.fingerprint, "near": near}
        return problem(DECISION_CODE_KIND, place, **values)
    values = {"body": body_name(entry), "signs": check_code(entry.fingerprint), "near": near}
    return problem(DECISION_CODE_UNKNOWN, place, **values)


def _unanswered(advice: Approval, adoptions: Sequence[Approval], protocol: Protocol) -> Problem:
    """Return that an advice has no answer, and who adopted the text in spite of it."""
    place, body = protocol.location, body_name(advice)
    for one in adoptions if is_not_simply_positive(advice) else ():
        if not are_on_other_texts(advice, one) and not are_for_other_schools(advice, one):
            return problem(ADOPTED_UNANSWERED, place, adopter=one.body, body=body)
    return problem(ADVICE_UNANSWERED, place, body=body)


def _check_wait(entry: Approval, protocol: Protocol) -> Iterator[Problem]:
    """Yield that a text holds within the six weeks after the answer to an advice."""
    facts, until = protocol.facts, waits_until(entry)
    # Without a day of its own a text holds from the day on which it was adopted.
    begun = facts.valid_from or (_adopted_for(entry, protocol) if facts.status in DECIDED else "")
    if until and begun and not is_on_other_text(entry, protocol) and begun <= until:
        yield problem(
            HOLDS_IN_WAIT,
            protocol.location,
            body=body_name(entry),
            answered=print_date(entry.answered),
            day=print_date(until),
            begun=print_date(begun),
        )


def _adopted_for(entry: Approval, protocol: Protocol) -> str:
    """Return since when a text is adopted for the schools of an entry, "" when it is not known."""
    told = told_adoptions(protocol)
    days = (one.date for one in told if one.date and not are_for_other_schools(entry, one))
    return min(days, default="")


def check_end(entry: Approval, protocol: Protocol) -> Iterator[Problem]:
    """Yield what is odd in an entry of a council that is no more."""
    if not entry.ended.date:
        return
    values = {"body": body_name(entry), "day": print_date(entry.ended.date)}
    if is_waiting(entry):
        yield problem(COUNCIL_ENDED_UNDECIDED, protocol.location, **values)
    elif is_decided(entry) and is_over(entry.date, entry.ended.date):
        decided = print_date(entry.date)
        yield problem(DECIDED_AFTER_END, protocol.location, decided=decided, **values)


def _adopted_otherwise(entry: Approval, adoptions: Sequence[Approval]) -> Approval | None:
    """Return who adopted another text than a council decided about, None when nobody did."""
    if is_adoption(entry) or entry.right is Right.PROPOSAL:
        return None
    if not is_decided(entry) or entry.decision in UNANSWERED:
        return None
    return next((one for one in adoptions if are_on_other_texts(entry, one)), None)
