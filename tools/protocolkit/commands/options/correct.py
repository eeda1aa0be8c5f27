"""What can be typed after ``protocol correct``."""

from __future__ import annotations

from pathlib import Path

import click

from protocolkit.commands.options.shared import (
    SECTION_HELP,
    folder_option,
    one_of,
    school_option,
    with_trial,
)
from protocolkit.commands.output import speak
from protocolkit.commands.usage import Command, with_help

_DECISIONS = (
    "nog niet besloten",
    "verleend",
    "niet gegeven",
    "onthouden",
    "positief",
    "negatief",
    "met aanbevelingen",
    "aangehouden",
    "voorstel ingetrokken",
    "geen antwoord binnen de termijn",
    "overgenomen",
    "deels overgenomen",
    "niet overgenomen",
)
_RIGHTS = ("instemming", "advies", "vaststelling", "ter kennisneming", "voorstel van de raad")
_DATE = speak("DATE")


@click.command(
    cls=Command,
    help=speak(
        "Put a record of a council or the school board right that was typed wrongly. What it said "
        "before stays with it, with the day and the reason."
    ),
)
@click.argument("name", metavar=speak("FILE"))
@click.option(
    "--body", required=True, metavar=speak("NAME"), help=speak("Whose record, as it is now.")
)
@click.option(
    "--section",
    metavar=speak("SECTION"),
    help=speak(SECTION_HELP),
)
@click.option(
    "--right", type=click.Choice(_RIGHTS), help=speak("By which right, when it was asked more.")
)
@click.option(
    "--of",
    "of",
    default="",
    metavar=_DATE,
    help=speak("A day of the record, of sending or deciding, when there are several."),
)
@click.option(
    "--reason",
    required=True,
    metavar=speak("TEXT"),
    help=speak("Why it is put right, without names of persons."),
)
@click.option("--new-body", metavar=speak("NAME"), help=speak("The right name of the council."))
@click.option(
    "--new-section", metavar=speak("SECTION"), help=speak("The right section of the council.")
)
@click.option("--sent", metavar=_DATE, help=speak("The day on which it was really submitted."))
@click.option("--meeting", metavar=_DATE, help=speak("The day on which it really meets."))
@click.option("--before", metavar=_DATE, help=speak("The real last day for an answer."))
@click.option(
    "--decision",
    type=click.Choice(_DECISIONS),
    metavar=speak("DECISION"),
    help=one_of(speak("What was really decided."), _DECISIONS),
)
@click.option("--date", metavar=_DATE, help=speak("The real day of the decision."))
@click.option(
    "--ground",
    metavar=speak("ARTICLE"),
    help=speak("The article of the law or the rules that gives the right."),
)
@school_option()
@click.option("--answered", metavar=_DATE, help=speak("The day on which the board answered."))
@click.option(
    "--talked",
    metavar=_DATE,
    help=speak("The day on which the board and the council talked about it."),
)
@folder_option
@with_trial
@with_help
def correct(  # noqa: PLR0913, PLR0917 - one for each option
    name: str,
    body: str,
    section: str | None,
    right: str | None,
    of: str,
    reason: str,
    new_body: str | None,
    new_section: str | None,
    sent: str | None,
    meeting: str | None,
    before: str | None,
    decision: str | None,
    date: str | None,
    ground: str | None,
    schools: tuple[str, ...],
    answered: str | None,
    talked: str | None,
    folder: Path,
) -> int:
    """Put it right and say what the record says now."""
    from protocolkit.commands.correct import correct as work  # noqa: PLC0415 - slow to load

    who = (name, body, section, right, of, reason, new_body, new_section)
    what = (sent, meeting, before, decision, date, ground)
    return work(*who, *what, schools, answered, talked, folder)
