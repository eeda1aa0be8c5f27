"""What ``protocol submit`` asks when it was not typed; each reply is judged before the next."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import click

from protocolkit.base.location import Location
from protocolkit.base.messages import Marked, mark
from protocolkit.base.problems import ProtocolkitError
from protocolkit.commands.output import say, speak
from protocolkit.commands.questions import UnfitReplyError, confirmed, numbered
from protocolkit.commands.today import today
from protocolkit.decisions.councils import check_exists, recorded_beside
from protocolkit.decisions.days import ANSWER, MEETING, SENT, check_day, check_order, check_past
from protocolkit.decisions.named_persons import refuse_persons
from protocolkit.decisions.submitting import Request, check_names
from protocolkit.decisions.working_file import WorkingFile
from protocolkit.document.agreed_schools import lacks_schools
from protocolkit.document.approvals import Approval, Right
from protocolkit.document.facts import Facts

UNDATED = (Right.INFORMATION.value, Right.PROPOSAL.value)
"""Who is informed owes no answer, and when the board answers a proposal stands in the law."""

RIGHTS = tuple(right for right in Right if right is not Right.ADOPTION)
"""What can be asked of a council."""


def ask_rest(typed: Request, file: WorkingFile, *, is_right_known: bool) -> Request:
    """Ask for what was not typed, one question after another."""
    found = typed
    if found.body:
        _check(found, "body", file)
    else:
        found = _fit(found, "body", mark("To which council do you submit this text?"), file)
    if not is_right_known:
        found = replace(found, right=Right(_choice(mark("What do you ask of it?"))))
    if not found.section:
        text = mark(
            "Which section of it: personeel, ouders, leerlingen or 'ouders en leerlingen'? (Enter: "
            "the whole council)"
        )
        found = _fit(found, "section", text, file, default="")
    found = _ask_days(found, file)
    if not found.ground and found.right in (Right.CONSENT, Right.ADVICE):
        text = mark("Which article of the law or its rules gives this right? (Enter: not known)")
        found = _fit(found, "ground", text, file, default="")
    may_show = speak("May the council show the text to those it speaks for?")
    found = found if found.shared else replace(found, shared=confirmed(may_show))
    return _with_schools(found, file.protocol.facts)


def _ask_days(typed: Request, file: WorkingFile) -> Request:
    """Ask for the days that were not typed."""
    found = typed
    if not found.sent:
        text = mark("On which day is it submitted?")
        found = _fit(found, "sent", text, file, default=today())
    if not found.before and found.right.value not in UNDATED:
        text = mark("By which day does the council answer, by its own rules?")
        found = _fit(found, "before", text, file)
    if found.before and not found.holidays:
        text = mark("What do its own rules say of holidays in that term? (Enter: not known)")
        found = _fit(found, "holidays", text, file, default="")
    if not found.meeting:
        text = mark("On which day does it meet? (Enter: not known)")
        found = _fit(found, "meeting", text, file, default="")
    return found


def _fit(
    found: Request, field: str, text: Marked, file: WorkingFile, default: str | None = None
) -> Request:
    """Ask for one field until what is typed can be used, and say why it cannot."""
    while True:
        tried = replace(found, **{field: _prompt(text, default)})  # type: ignore[arg-type]
        try:
            _check(tried, field, file)
        except ProtocolkitError as reason:
            say(reason.problem.line(speak))
            continue
        return tried


def _check(tried: Request, field: str, file: WorkingFile) -> None:
    """Raise for a reply that cannot be recorded."""
    name = file.name
    days: dict[str, Callable[[str], None]] = {
        "sent": lambda day: check_past(day, SENT, name, today()),
        "meeting": lambda day: check_day(day, MEETING, name, today()),
        "before": lambda day: check_day(day, ANSWER, name, today()),
    }
    if field in days:
        day = getattr(tried, field)
        if day:
            days[field](day)
        check_order(tried.sent, SENT, tried.meeting, MEETING, name)
        check_order(tried.sent, SENT, tried.before, ANSWER, name)
        check_order(tried.meeting, MEETING, tried.before, ANSWER, name)
        return
    check_names(file, tried)
    check_exists(recorded_beside(file), tried.body, tried.sent or today(), name)
    refuse_persons(file.protocol.facts, [_entry(tried)], Location(name))


def _entry(asked: Request) -> Approval:
    return Approval(
        body=asked.body, right=asked.right, holidays=asked.holidays, ground=asked.ground
    )


def _with_schools(request: Request, facts: Facts) -> Request:
    """Ask of an MR for which of several schools it decides, where nobody typed that."""
    wanted = Approval(body=request.body, right=request.right, schools=request.schools)
    if not lacks_schools(facts, wanted):
        return request
    say(speak("For which schools does it decide? One or more numbers, such as 1, 3"))
    for number, school in enumerate(facts.applies_to, start=1):
        say(f"  {number}. {school}")
    while True:
        typed: str = click.prompt(speak("Numbers"), err=True)
        try:
            found = numbered(typed, len(facts.applies_to))
        except UnfitReplyError as reason:
            say(str(reason))
            continue
        return replace(request, schools=tuple(facts.applies_to[one] for one in found))


def _prompt(text: Marked, default: str | None = None) -> str:
    reply: str = click.prompt(speak(text), default=default, show_default=bool(default), err=True)
    return reply.strip()


def _choice(text: Marked) -> str:
    """Ask for one of the rights by its number."""
    say(speak(text))
    for number, right in enumerate(RIGHTS, start=1):
        say(f"  {number}. {right.value}")
    known: list[str] = [right.value for right in RIGHTS]
    while True:
        typed: str = click.prompt(speak("Number"), err=True)
        if (said := typed.strip().casefold()) in known:
            return said
        try:
            first, *more = numbered(typed, len(known))
        except UnfitReplyError as reason:
            say(str(reason))
            continue
        if not more:
            return known[first]
        say(speak("Type one number."))
