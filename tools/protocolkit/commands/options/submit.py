"""What can be typed after ``protocol submit``."""

from __future__ import annotations

from pathlib import Path

import click

from protocolkit.base.messages import mark
from protocolkit.commands.options.shared import (
    SECTION_HELP,
    folder_option,
    school_option,
    with_trial,
    yes_option,
)
from protocolkit.commands.output import speak
from protocolkit.commands.usage import Command, with_help

_RIGHTS = ("instemming", "advies", "ter kennisneming", "voorstel van de raad")


@click.command(
    cls=Command,
    help=speak(
        "Submit a protocol to a council (MR or GMR): the text is kept as it is, and what was asked "
        "is recorded. What you do not type is asked."
    ),
)
@click.argument("name", metavar=speak("FILE"))
@click.option("--body", default="", metavar=speak("NAME"), help=speak("Which council."))
@click.option("--right", type=click.Choice(_RIGHTS), help=speak("What is asked of it."))
@click.option(
    "--section",
    default="",
    metavar=speak("SECTION"),
    help=speak(SECTION_HELP),
)
@click.option(
    "--sent", default="", metavar=speak("DATE"), help=speak("The day on which it is submitted.")
)
@click.option(
    "--meeting", default="", metavar=speak("DATE"), help=speak("The day on which it meets.")
)
@click.option(
    "--before",
    default="",
    metavar=speak("DATE"),
    help=speak("The last day for an answer, by the council's own rules."),
)
@click.option(
    "--holidays",
    default="",
    metavar=speak("TEXT"),
    help=speak("What the council's own rules say of holidays, such as 'tellen niet mee'."),
)
@click.option(
    "--ground",
    default="",
    metavar=speak("ARTICLE"),
    help=speak("The article that gives the right, such as 'artikel 10 lid 1 onder e Wms'."),
)
@school_option()
@click.option(
    "--shared", is_flag=True, help=speak("The council may show the text to those it speaks for.")
)
@click.option(
    "--list",
    "mailing_list",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar=speak("FILE"),
    help=speak(
        "A spreadsheet with a row for each council; it is made when it is not there (.xlsx)."
    ),
)
@yes_option(
    mark("Submit without a question: with open places, or to a council whose name is nearly known.")
)
@folder_option
@with_trial
@with_help
def submit(  # noqa: PLR0913, PLR0917 - one for each option
    name: str,
    body: str,
    right: str | None,
    section: str,
    sent: str,
    meeting: str,
    before: str,
    holidays: str,
    ground: str,
    schools: tuple[str, ...],
    shared: bool,
    mailing_list: Path | None,
    yes: bool,
    folder: Path,
) -> int:
    """Submit a text and say what was kept."""
    from protocolkit.commands.submit import submit as work  # noqa: PLC0415 - slow to load

    return work(
        name,
        body,
        right,
        section,
        sent,
        meeting,
        before,
        holidays,
        ground,
        schools,
        shared,
        mailing_list,
        yes,
        folder,
    )
