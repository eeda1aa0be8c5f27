"""Days that are typed: real ones, in an order that can be."""

from __future__ import annotations

import re
from datetime import date

from protocolkit.base.location import Location
from protocolkit.base.messages import Marked, mark
from protocolkit.base.problems import ProtocolkitError, problem
from protocolkit.decisions.codes import (
    DAY_FAR,
    DAY_TO_COME,
    DAY_UNREAL,
    DAY_WRITTEN,
    DAYS_IN_WRONG_ORDER,
)
from protocolkit.text.typed_days import typed_day

SENT, MEETING = mark("the text was submitted"), mark("the council meets")
ANSWER, DECIDED = mark("an answer is due"), mark("the council decided")
TALKED, ANSWERED = mark("the board and the council talked"), mark("the board answered")
PROPOSED = mark("the council made the proposal")
ENDED = mark("the council ended")
TOLD = mark("the council was told")

_FORM = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
# Councils have the rights that are recorded here since the law of 2007 (Wms).
_FIRST_YEAR, _YEARS_AHEAD = 2007, 5
_EXAMPLE = "2026-02-03"


def check_day(day: str, what: Marked, name: str, today: str) -> None:
    """Raise :class:`ProtocolkitError` for what cannot be a day; ``today`` is ISO 8601.

    ``what`` says what happens on it, and ``name`` which file it is about.
    """
    found = _real(day)
    if day and not _FORM.fullmatch(day):
        such = _rewritten(day)
        raise ProtocolkitError(problem(DAY_WRITTEN, Location(name), day=day, what=what, such=such))
    if found is None:
        raise ProtocolkitError(problem(DAY_UNREAL, Location(name), day=day, what=what))
    last = int(today[:4]) + _YEARS_AHEAD
    if not _FIRST_YEAR <= found.year <= last:
        years = {"first": str(_FIRST_YEAR), "last": str(last)}
        raise ProtocolkitError(problem(DAY_FAR, Location(name), day=day, what=what, **years))


def _real(day: str) -> date | None:
    try:
        return date.fromisoformat(day) if _FORM.fullmatch(day) else None
    except ValueError:
        return None


def _rewritten(day: str) -> str:
    """Return a day as it must be written; one to show how for what is no day in another form."""
    written = typed_day(day)
    return written if _real(written) else _EXAMPLE


def check_past(day: str, what: Marked, name: str, today: str) -> None:
    """Raise :class:`ProtocolkitError` for a day that is none, or is still to come."""
    check_day(day, what, name, today)
    if day > today:
        raise ProtocolkitError(
            problem(DAY_TO_COME, Location(name), day=day, what=what, today=today)
        )


def check_order(earlier: str, before: Marked, later: str, what: Marked, name: str) -> None:
    """Raise :class:`ProtocolkitError` when a day comes before the one that it must follow.

    An empty one is not known, and contradicts nothing.
    """
    if earlier and later and later < earlier:
        days = {"earlier": earlier, "before": before, "later": later, "what": what}
        raise ProtocolkitError(problem(DAYS_IN_WRONG_ORDER, Location(name), **days))


def check_talk(
    talked: str, since: tuple[str, Marked], until: tuple[str, Marked], name: str, today: str
) -> None:
    """Raise :class:`ProtocolkitError` when a talk cannot have been on a day; "" is not known.

    It comes after the day ``since`` and before the day ``until``, each with what happened on it.
    """
    if talked:
        check_past(talked, TALKED, name, today)
        check_order(*since, talked, TALKED, name)
        check_order(talked, TALKED, *until, name)
