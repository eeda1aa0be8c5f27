"""What can be typed after ``protocol council``."""

from __future__ import annotations

from pathlib import Path

import click

from protocolkit.commands.options.shared import folder_option, with_trial
from protocolkit.commands.output import speak
from protocolkit.commands.usage import Command, with_help


@click.command(
    cls=Command,
    help=speak(
        "Record that a council is no more, in every protocol that names it. What it decided stays "
        "in its own name."
    ),
)
@click.argument("body", metavar=speak("NAME"))
@click.option(
    "--into", default="", metavar=speak("NAME"), help=speak("The council that it went up in.")
)
@click.option(
    "--date",
    "day",
    default="",
    metavar=speak("DATE"),
    help=speak("From which day it is no more, such as 2026-08-01."),
)
@click.option("--undo", is_flag=True, help=speak("Take back that it is no more; say why."))
@click.option(
    "--reason",
    default="",
    metavar=speak("TEXT"),
    help=speak("Why it is taken back, without names of persons."),
)
@folder_option
@with_trial
@with_help
def council(body: str, into: str, day: str, undo: bool, reason: str, folder: Path) -> int:
    """Record it and say what is still open."""
    from protocolkit.commands.council import council as work  # noqa: PLC0415 - slow to load

    if not undo and not day:
        raise click.MissingParameter(param_type="option", param_hint="--date")
    return work(body, into, day, undo, reason, folder)
