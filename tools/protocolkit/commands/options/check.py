"""What can be typed after ``protocol check``."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from protocolkit.base.messages import mark
from protocolkit.commands.check_formats import FORMATS
from protocolkit.commands.options.shared import folder_option, format_option
from protocolkit.commands.output import speak
from protocolkit.commands.usage import Command, with_help


@click.command(cls=Command, help=speak("Look for problems in the protocols and topics."))
@click.argument("names", nargs=-1, metavar=speak("[FILE]..."))
@folder_option
@format_option(list(FORMATS), "text", mark("How the problems are printed."))
@click.option(
    "--date",
    "day",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar=speak("DATE"),
    help=speak("Report review dates that have passed on this day, such as 2026-01-01."),
)
@click.option(
    "--since",
    "revision",
    default=None,
    metavar=speak("VERSION"),
    help=speak("Look for lost anchors since this version in git (default: the last commit)."),
)
@click.option(
    "--select",
    "selected",
    multiple=True,
    metavar=speak("CHECK"),
    help=speak("Show only what this check finds, such as placeholder; may be given more often."),
)
@with_help
def check(
    names: tuple[str, ...],
    folder: Path,
    form: str,
    day: datetime | None,
    revision: str | None,
    selected: tuple[str, ...],
) -> int:
    """Print every problem that nobody accepted; exit with 1 when there is one."""
    from protocolkit.commands.check import check as work  # noqa: PLC0415 - slow to load

    return work(names, folder, form, day, revision, selected)
