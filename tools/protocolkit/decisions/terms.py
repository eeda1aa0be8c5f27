"""Days that follow a decision by the law on participation (Wms), as days and never as conclusions.

The council's own rules go before, and a person has to look there. The days are those of articles
17, 32 and 34 of the Wms, read in the law as it stood in 2015.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from protocolkit.base.messages import DEFAULT_LANGUAGE, Message, mark, message
from protocolkit.document.answer_terms import MONTHS, answer_until, months_later, real_day
from protocolkit.document.approval_lines import body_name, print_date
from protocolkit.document.approvals import (
    ADVICES,
    Approval,
    Decision,
    Right,
    is_decided,
    is_not_simply_positive,
)

_AFTER_REFUSAL = mark(
    "{body} did not consent on {decided}. The law gives the board three months, until {day}, to "
    "say whether it withdraws the proposal or goes to the disputes committee, and then six weeks "
    "(Wms, article 32). Look in the council's own rules first."
)
_AFTER_ANSWER = mark(
    "The board told {body} on {answered} what it does now that there is no consent. The law gives "
    "it six weeks to go to the disputes committee, until {day} (Wms, article 32). Look in the "
    "council's own rules first."
)
_PROPOSAL = mark(
    "The proposal of {body} is of {sent}. The board talks with the council, and answers in writing "
    "and with reasons within three months, until {day} (Wms, article 6 lid 2). Look in the "
    "council's own rules first."
)
_ADVICE_TO_ANSWER = mark(
    "{body} gave advice on {decided}. It gets a written answer, and a talk before the board "
    "decides otherwise (Wms, article 17). Record that with 'protocol approve' and --decision "
    "beantwoord."
)
_WAIT_AFTER_ADVICE = mark(
    "The advice of {body} was answered on {answered}. When it is not or not wholly followed, the "
    "decision waits six weeks, until {day}, unless the council agrees (Wms, article 34)."
)
_WEEKS = 6


def following(entry: Approval) -> Iterator[Message]:
    """Yield what follows an entry, with its days; nothing where a day is not known.

    >>> refused = Approval(body="MR", right=Right.CONSENT, decision=Decision.WITHHELD,
    ...     date="2025-11-30")
    >>> [dict(one.values)["day"] for one in following(refused)]
    ['28 februari 2026']
    """
    if entry.decision is Decision.WITHHELD:
        yield from _after_refusal(entry)
    if entry.right is Right.PROPOSAL and not is_decided(entry) and (sent := real_day(entry.sent)):
        until = months_later(sent, MONTHS)
        yield message(_PROPOSAL, body=body_name(entry), sent=_said(sent), day=_said(until))
    if entry.decision in ADVICES and entry.sent:
        if answered := real_day(entry.answered):
            until = answered + timedelta(weeks=_WEEKS)
            yield message(
                _WAIT_AFTER_ADVICE,
                body=body_name(entry),
                answered=_said(answered),
                day=_said(until),
            )
        elif decided := real_day(entry.date):
            yield message(_ADVICE_TO_ANSWER, body=body_name(entry), decided=_said(decided))


def _after_refusal(entry: Approval) -> Iterator[Message]:
    """Yield what follows when consent was not given."""
    if answered := real_day(entry.answered):
        until = answered + timedelta(weeks=_WEEKS)
        yield message(
            _AFTER_ANSWER, body=body_name(entry), answered=_said(answered), day=_said(until)
        )
    elif decided := real_day(entry.date):
        until = months_later(decided, MONTHS)
        yield message(
            _AFTER_REFUSAL, body=body_name(entry), decided=_said(decided), day=_said(until)
        )


def answered_late(entry: Approval) -> str:
    """Return the day on which the board answered, when the law's term was over; else "".

    >>> answered_late(Approval(body="MR", right=Right.PROPOSAL, decision=Decision.NOT_FOLLOWED,
    ...     sent="2026-02-03", date="2026-05-14"))
    '2026-05-14'
    """
    given = entry.answered
    if entry.right is Right.PROPOSAL:
        is_answered = is_decided(entry) and entry.decision is not Decision.PROPOSAL_WITHDRAWN
        given = entry.date if is_answered else ""
    until = answer_until(entry)
    return given if until and given > until else ""


def waits_until(entry: Approval) -> str:
    """Return until which day (ISO 8601) a decision waits after an advice that was answered.

    That is six weeks when the advice is not or not wholly followed; after a positive one nobody
    needs to wait, and "" is returned.

    >>> waits_until(Approval(body="MR", right=Right.ADVICE, decision=Decision.NEGATIVE,
    ...     answered="2026-03-20"))
    '2026-05-01'
    """
    is_doubtful = is_not_simply_positive(entry)
    answered = real_day(entry.answered) if is_doubtful else None
    return (answered + timedelta(weeks=_WEEKS)).isoformat() if answered else ""


def _said(day: date) -> str:
    return print_date(day.isoformat(), DEFAULT_LANGUAGE)
