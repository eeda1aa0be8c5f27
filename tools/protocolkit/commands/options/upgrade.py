"""What can be typed after ``protocol upgrade``."""

from __future__ import annotations

from pathlib import Path

import click

from protocolkit.base.messages import mark
from protocolkit.commands.options.shared import folder_option, wheel_option, yes_option
from protocolkit.commands.output import speak
from protocolkit.commands.usage import Command, with_help


@click.command(
    cls=Command,
    help=speak("Bring a folder that an earlier 'protocol init' made up to date."),
)
@folder_option
@click.option("--dry-run", is_flag=True, help=speak("Show what would change, and change nothing."))
@yes_option(mark("Ask nothing; beside a file that you changed yourself comes the new text."))
@wheel_option
@with_help
def upgrade(folder: Path, dry_run: bool, yes: bool, wheel: Path | None) -> int:
    """Show what would change and change it when that is confirmed."""
    from protocolkit.commands.upgrade import upgrade as work  # noqa: PLC0415 - slow to load

    return work(folder, dry_run, yes, wheel)
