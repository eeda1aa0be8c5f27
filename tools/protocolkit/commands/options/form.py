"""What can be typed after ``protocol form``."""

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
        "Make the forms on which is said what was decided: a page for each council that was asked "
        "and has not decided, and for each proposal of a council that the board has not answered."
    ),
)
@click.argument("name", metavar=speak("FILE"))
@output_option(mark("Where the forms go: a name that ends in .docx or .pdf."))
@force_option
@folder_option
@with_trial
@with_help
def form(name: str, output: Path | None, force: bool, folder: Path) -> int:
    """Make forms."""
    from protocolkit.commands.form import form as work  # noqa: PLC0415 - slow to load

    return work(name, output, force, folder)
