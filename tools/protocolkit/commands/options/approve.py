"""What can be typed after ``protocol approve``."""

from __future__ import annotations

from pathlib import Path

import click

from protocolkit.base.messages import mark
from protocolkit.commands.options.shared import (
    SECTION_HELP,
    folder_option,
    one_of,
    school_option,
    with_trial,
    yes_option,
)
from protocolkit.commands.output import speak
from protocolkit.commands.usage import Command, with_help

_DECISIONS = (
    "verleend",
    "verleend met afgesproken wijzigingen",
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
    "beantwoord",
    "vastgesteld",
    "kleine verbetering",
    "eerder besloten",
)
_UNDATED = "eerder besloten"
_RIGHTS = ("instemming", "advies", "vaststelling", "voorstel van de raad")


@click.command(
    cls=Command,
    help=speak(
        "Record what a council or the school board decided about a protocol. The decision holds "
        "for the text that it had before it, and for no other."
    ),
)
@click.argument("name", metavar=speak("FILE or CODE"))
@click.option("--body", default="", metavar=speak("NAME"), help=speak("Who decided."))
@click.option(
    "--section",
    metavar=speak("SECTION"),
    help=speak(SECTION_HELP),
)
@click.option(
    "--right", type=click.Choice(_RIGHTS), help=speak("By which right, when it was asked more.")
)
@click.option(
    "--decision",
    type=click.Choice(_DECISIONS),
    metavar=speak("DECISION"),
    help=one_of(speak("What was decided."), _DECISIONS),
)
@click.option(
    "--date",
    "day",
    default="",
    metavar=speak("DATE"),
    help=speak("The day of the decision, such as 2026-03-10; only 'eerder besloten' may lack it."),
)
@click.option(
    "--proof",
    type=click.Path(path_type=Path),
    metavar=speak("FILE"),
    help=speak(
        "The letter, minutes or scan that says so, kept outside this folder; its name, day and "
        "check code are recorded."
    ),
)
@school_option(
    mark(
        "A school for which the text is adopted, more than once for more schools; without it those "
        "that agreed, or all."
    )
)
@click.option(
    "--talked",
    default="",
    metavar=speak("DATE"),
    help=speak("The day on which the board and the council talked about it."),
)
@click.option(
    "--list",
    "sheet",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar=speak("FILE"),
    help=speak(
        "A spreadsheet with what each council decided; it is made when it is not there (.xlsx)."
    ),
)
@yes_option(mark("Confirm without a question that these are the changes that were agreed."))
@folder_option
@with_trial
@with_help
def approve(  # noqa: PLR0913, PLR0917 - one for each option
    name: str,
    body: str,
    section: str | None,
    right: str | None,
    decision: str | None,
    day: str,
    proof: Path | None,
    schools: tuple[str, ...],
    talked: str,
    sheet: Path | None,
    yes: bool,
    folder: Path,
) -> int:
    """Record a decision and say what now holds."""
    from protocolkit.commands.approve import approve as work  # noqa: PLC0415 - slow to load

    has_day = bool(day) or decision == _UNDATED
    needed = {"--body": bool(body), "--decision": bool(decision), "--date": has_day}
    for option, is_typed in needed.items():
        if sheet is None and not is_typed:
            raise click.MissingParameter(param_type="option", param_hint=option)
    return work(
        name, body, section, right, decision, day, proof, schools, talked, sheet, yes, folder
    )
