"""What can be typed after ``protocol archive``."""

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
        "Put together what belongs to the decisions about a protocol: the texts that lay there, "
        "what was decided, and the files that prove it."
    ),
)
@click.argument("name", metavar=speak("FILE"))
@click.option(
    "--proofs",
    type=click.Path(path_type=Path, file_okay=False),
    metavar=speak("FOLDER"),
    help=speak("The folder with the letters, minutes and scans that were recorded as proof."),
)
@output_option(mark("The folder in which it goes; the zip stands beside it."), mark("FOLDER"))
@force_option
@folder_option
@with_trial
@with_help
def archive(name: str, proofs: Path | None, output: Path | None, force: bool, folder: Path) -> int:
    """Make an archive."""
    from protocolkit.commands.archive import archive as work  # noqa: PLC0415 - slow to load

    return work(name, proofs, output, force, folder)
