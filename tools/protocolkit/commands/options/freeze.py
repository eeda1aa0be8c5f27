"""What can be typed after ``protocol freeze``."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from protocolkit.commands.options.shared import folder_option, with_trial
from protocolkit.commands.output import speak
from protocolkit.commands.usage import Command, with_help


@click.command(
    cls=Command,
    help=speak(
        "Keep a protocol as it is now, as a version with a name: "
        "versions/SUBJECT/NAME@VERSION.md. What is kept does not change any more."
    ),
)
@click.argument("name", metavar=speak("FILE"))
@click.argument("version", metavar=speak("VERSION"))
@folder_option
@click.option(
    "--date",
    "day",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar=speak("DATE"),
    help=speak("On which day it was kept, such as 2026-03-04 (default: today)."),
)
@with_trial
@with_help
def freeze(name: str, version: str, folder: Path, day: datetime | None) -> int:
    """Keep a version and say where it stands."""
    from protocolkit.commands.freeze import freeze as work  # noqa: PLC0415 - slow to load

    return work(name, version, folder, day)
