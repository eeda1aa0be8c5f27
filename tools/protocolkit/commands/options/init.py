"""What can be typed after ``protocol init``."""

from __future__ import annotations

from pathlib import Path

import click

from protocolkit.commands.options.shared import wheel_option, with_trial
from protocolkit.commands.output import speak
from protocolkit.commands.usage import Command, with_help

_FIRST_SUBJECT = "Sociale media"


@click.command(
    cls=Command, help=speak("Make a folder in which other boards keep their own protocols.")
)
@click.argument("folder", type=click.Path(path_type=Path), metavar=speak("FOLDER"))
@click.option(
    "--name",
    default="",
    metavar=speak("NAME"),
    help=speak("What the website is called (default: the name of the folder)."),
)
@click.option(
    "--subject",
    default=_FIRST_SUBJECT,
    metavar=speak("SUBJECT"),
    help=speak("What the first protocols are about, such as 'Pesten' (default: Sociale media)."),
)
@wheel_option
@with_trial
@with_help
def init(folder: Path, name: str, subject: str, wheel: Path | None) -> int:
    """Make the folder and tell what to do next."""
    from protocolkit.commands.init import init as work  # noqa: PLC0415 - slow to load

    return work(folder, name, subject, wheel)
