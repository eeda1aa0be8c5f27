"""What can be typed after ``protocol redline``."""

from __future__ import annotations

from pathlib import Path

import click

from protocolkit.base.messages import mark
from protocolkit.commands.options.shared import (
    folder_option,
    force_option,
    output_option,
    with_trial,
)
from protocolkit.commands.output import speak
from protocolkit.commands.usage import Command, with_help


@click.command(
    cls=Command,
    help=speak(
        "Show what changed between two versions, in Word with tracked changes, PDF or HTML."
    ),
)
@click.argument("old", metavar=speak("OLD"))
@click.argument("new", metavar=speak("NEW"))
@folder_option
@output_option(mark("Where it goes: a name that ends in .docx, .pdf or .html."))
@click.option(
    "--author",
    default=None,
    metavar=speak("NAME"),
    help=speak("Who proposes the changes (default: the school or board of the new version)."),
)
@click.option(
    "--date",
    "day",
    default="",
    metavar=speak("DAY"),
    help=speak("On which day, such as 2026-03-04 (default: the date of the new version, if any)."),
)
@click.option(
    "--no-signs",
    is_flag=True,
    help=speak("Leave out the words where each change begins and ends (PDF and HTML)."),
)
@force_option
@with_trial
@with_help
def redline(  # noqa: PLR0913, PLR0917 - one for each option
    old: str,
    new: str,
    folder: Path,
    output: Path | None,
    author: str | None,
    day: str,
    no_signs: bool,
    force: bool,
) -> int:
    """Write a redline; exit with 0 also when nothing changed."""
    from protocolkit.commands.redline import redline as work  # noqa: PLC0415 - slow to load

    return work(old, new, folder, output, author=author, day=day, no_signs=no_signs, force=force)
