"""What can be typed after ``protocol dossier``."""

from __future__ import annotations

from pathlib import Path

import click

from protocolkit.base.messages import mark
from protocolkit.commands.options.shared import (
    folder_option,
    force_option,
    output_option,
    school_option,
    with_trial,
)
from protocolkit.commands.output import speak
from protocolkit.commands.usage import Command, with_help


@click.command(
    cls=Command,
    help=speak(
        "Make everything that a council gets with a proposal: a folder and a zip with the cover "
        "note, the text, what changes and why, and the forms."
    ),
)
@click.argument("name", metavar=speak("FILE"))
@click.option(
    "--since",
    multiple=True,
    metavar=speak("VERSION"),
    help=speak("The text as it holds now (default: the one that was adopted here, if any)."),
)
@click.option(
    "--against",
    default="",
    metavar=speak("VERSION"),
    help=speak(
        "For a first text: another board's text to compare it with, or 'voorbeeldprotocol'."
    ),
)
@school_option(
    mark(
        "A school that the dossier is for, more than once for more schools: it is set beside the "
        "text that holds there. Without it these are the schools whose councils have the text "
        "before them."
    )
)
@output_option(mark("The folder in which the papers go; the zip stands beside it."), mark("FOLDER"))
@force_option
@folder_option
@with_trial
@with_help
def dossier(
    name: str,
    since: tuple[str, ...],
    against: str,
    schools: tuple[str, ...],
    output: Path | None,
    force: bool,
    folder: Path,
) -> int:
    """Make a dossier."""
    from protocolkit.commands.dossier import dossier as work  # noqa: PLC0415 - slow to load

    return work(name, since, against, schools, output, force, folder)
