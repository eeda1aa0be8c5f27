"""Until which day the law lets a board answer a council (Wms, articles 6 and 32, as of 2015)."""

from __future__ import annotations

import calendar
from datetime import date

from protocolkit.document.approvals import Approval, Decision, Right, is_decided

MONTHS = 3
"""As many months the board has after a refusal, and after a proposal of a council itself."""

# Years beyond these are a mistake in typing, and no day is worked out from them.
_LAST_YEAR = 2200


def answer_due(entry: Approval) -> str:
    """Return until which day (ISO 8601) the law lets the board answer; "" when it owes nothing.

    That is three months after a refusal, and after a proposal of a council itself.

    >>> answer_due(Approval(body="MR", right=Right.PROPOSAL, sent="2026-01-31"))
    '2026-04-30'
    """
    is_answered = is_decided(entry) if entry.right is Right.PROPOSAL else bool(entry.answered)
    return "" if is_answered else answer_until(entry)


def answer_until(entry: Approval) -> str:
    """Return until which day (ISO 8601) the law lets the board answer, answered or not.

    >>> answer_until(Approval(body="MR", right=Right.CONSENT, decision=Decision.WITHHELD,
    ...     date="2026-03-10", answered="2026-07-01"))
    '2026-06-10'
    """
    is_refused = entry.decision is Decision.WITHHELD
    day = entry.date if is_refused else entry.sent if entry.right is Right.PROPOSAL else ""
    begun = real_day(day)
    return months_later(begun, MONTHS).isoformat() if begun else ""


def real_day(iso: str) -> date | None:
    """Return a day that a term can begin on, None for what is none."""
    try:
        found = date.fromisoformat(iso)
    except ValueError:
        return None
    return found if found.year <= _LAST_YEAR else None


def months_later(day: date, months: int) -> date:
    """Return the same day some months later, or the last of that month when it has fewer days."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    last = calendar.monthrange(year, month + 1)[1]
    return date(year, month + 1, min(day.day, last))
