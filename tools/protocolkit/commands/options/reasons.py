"""What can be typed after ``protocol reasons``."""

from __future__ import annotations

from pathlib import Path

import click

from protocolkit.commands.options.shared import (
    folder_option,
    reasons_option,
    since_option,
    with_trial,
)
from protocolkit.commands.output import speak
from protocolkit.commands.usage import Command, with_help


@click.command(
    cls=Command,
    help=speak(
        "Make a file beside a protocol in which you write why each clause changes, or add what is "
        "still open to it. What you wrote stays."
    ),
)
@click.argument("name", metavar=speak("NEW"))
@since_option
@folder_option
@reasons_option
@with_trial
@with_help
def reasons(name: str, since: tuple[str, ...], folder: Path, reasons_file: Path | None) -> int:
    """Add what is open to the file of reasons, and say what that is."""
    from protocolkit.commands.reasons import reasons as work  # noqa: PLC0415 - slow to load

    return work(name, since, folder, reasons_file)
