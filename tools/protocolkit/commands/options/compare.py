"""What can be typed after ``protocol compare``."""

from __future__ import annotations

from pathlib import Path

import click

from protocolkit.base.messages import mark
from protocolkit.commands.compare_forms import ChangesForm
from protocolkit.commands.options.shared import (
    folder_option,
    force_option,
    format_option,
    output_option,
    with_trial,
)
from protocolkit.commands.output import speak
from protocolkit.commands.usage import Command, with_help


@click.command(
    cls=Command,
    help=speak(
        "Show what changed between two versions of a protocol, clause by clause. A version is a "
        "file, a file with a version of git behind it (NAME.md@HEAD~1), a kept version or 'niets'."
    ),
)
@click.argument("old", metavar=speak("BEFORE"))
@click.argument("new", metavar=speak("NOW"))
@folder_option
@format_option(
    [form.value for form in ChangesForm],
    None,
    mark("In which form (default: text, or what the name of --output says)."),
)
@output_option(mark("Where to write (default: on the screen)."))
@force_option
@with_trial
@with_help
def compare(
    old: str, new: str, folder: Path, form: str | None, output: Path | None, force: bool
) -> int:
    """Print or write what changed between two versions."""
    from protocolkit.commands.compare import compare as work  # noqa: PLC0415 - slow to load

    return work(old, new, folder, ChangesForm(form) if form else None, output, force)
