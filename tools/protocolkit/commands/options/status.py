"""What can be typed after ``protocol status``."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from protocolkit.base.messages import mark
from protocolkit.commands.options.shared import folder_option, format_option
from protocolkit.commands.output import speak
from protocolkit.commands.usage import Command, with_help


@click.command(
    cls=Command,
    help=speak(
        "Show how far protocols are: status, check code, what was decided, and whether that holds "
        "for the text as it stands now."
    ),
)
@click.argument("name", metavar=speak("FILE"), required=False, default="")
@click.option(
    "--date",
    "day",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar=speak("DATE"),
    help=speak(
        "Tell how it is on this day, such as 2026-01-01: which days for an answer have passed, and "
        "which text holds."
    ),
)
@format_option(("text", "json", "ics"), "text", mark("In which form."))
@folder_option
@with_help
def status(name: str, day: datetime | None, form: str, folder: Path) -> int:
    """Show how far protocols are."""
    from protocolkit.commands.status import status as work  # noqa: PLC0415 - slow to load

    return work(name, day, form, folder)
