"""What ``protocol submit --yes`` takes for what nobody typed, and what it refuses to guess.

The only council that is known and the day of today it takes. What is asked of a council, and by
which day it answers, is never chosen for anybody: the rules of that council say it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from protocolkit.base.location import Location
from protocolkit.base.problems import Problem, error, problem
from protocolkit.commands.output import refuse, say, speak
from protocolkit.commands.submit_asked import RIGHTS, UNDATED
from protocolkit.commands.submit_known import known_to
from protocolkit.commands.today import today
from protocolkit.decisions.councils import recorded_beside
from protocolkit.decisions.submitting import Request
from protocolkit.decisions.working_file import WorkingFile
from protocolkit.document.endings import is_over
from protocolkit.text.name_form import folded

SUBMIT_BODY = error(
    "submit-body",
    "It is not said to which council a text is submitted",
    "the council is missing, and --yes asks nothing.",
    "Name it with --body. Known here are: {known}.",
)
SUBMIT_RIGHT = error(
    "submit-right",
    "It is not said what is asked of a council",
    "what is asked of the council is missing, and --yes asks nothing.",
    "Choose one with --right: {known}.",
)
SUBMIT_BEFORE = error(
    "submit-before",
    "It is not said by which day a council answers",
    "the last day for an answer is missing, and --yes asks nothing.",
    "Look in the council's own rules, and name the day: --before 2026-03-17. Does the council only "
    "hear what is coming? Then --right 'ter kennisneming'.",
)


def rest_unasked(typed: Request, file: WorkingFile, *, is_right_known: bool) -> Request:
    """Return a request with what could be one thing only; say which that was.

    Raises :class:`ProtocolkitError` for what is still missing, each of it told.
    """
    found = typed if typed.sent else replace(typed, sent=today())
    there = _still_there(file, found.sent)
    only = there[0] if len(there) == 1 and not found.body else ""
    found = replace(found, body=found.body or only)
    refuse(_lacking(found, there, file, is_right_known=is_right_known))
    if only:
        say(speak("Council: {body} (the only one known here).").format(body=only))
    return found


def _lacking(
    found: Request, there: tuple[str, ...], file: WorkingFile, *, is_right_known: bool
) -> Iterator[Problem]:
    place = Location(file.name)
    if not found.body:
        yield problem(SUBMIT_BODY, place, known=", ".join(there) or "–")
    if not is_right_known:
        rights = (one.value for one in RIGHTS)
        yield problem(SUBMIT_RIGHT, place, known=", ".join(f"'{right}'" for right in rights))
    if not found.before and not (is_right_known and found.right.value in UNDATED):
        yield problem(SUBMIT_BEFORE, place)


def _still_there(file: WorkingFile, day: str) -> tuple[str, ...]:
    """Return the councils that are known and that are no more by no entry."""
    entries = recorded_beside(file)
    over = {folded(one.body) for one in entries if is_over(day, one.ended.date)}
    return tuple(body for body in known_to(file) if folded(body) not in over)
