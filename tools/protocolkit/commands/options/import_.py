"""What can be typed after ``protocol import``."""

from __future__ import annotations

from pathlib import Path

import click

from protocolkit.commands.talk import speak
from protocolkit.commands.usage import Command, with_help


@click.command(
    "import",
    cls=Command,
    help=speak("Make a protocol of a Word, PDF, text, Markdown or saved web file."),
)
@click.argument("file", type=click.Path(path_type=Path), metavar=speak("FILE"))
@click.option(
    "--folder",
    "-C",
    type=click.Path(path_type=Path),
    default=Path(),
    metavar=speak("FOLDER"),
    help=speak("The folder that holds 'protocols' (default: this one)."),
)
@click.option(
    "--subject",
    "-s",
    default="",
    metavar=speak("SUBJECT"),
    help=speak("The kind of protocol, such as sociale-media."),
)
@click.option(
    "--organisation",
    "-n",
    default="",
    metavar=speak("NAME"),
    help=speak("The board or school that issued it."),
)
@click.option(
    "--output",
    "-o",
    type=click.Path(path_type=Path),
    default=None,
    metavar=speak("FILE"),
    help=speak("Where the protocol goes (default: protocols/SUBJECT/NAME.md)."),
)
@click.option("--yes", "-y", is_flag=True, help=speak("Ask nothing; take what was found."))
@click.option("--force", is_flag=True, help=speak("Overwrite files that are already there."))
@with_help
def import_(
    file: Path,
    folder: Path,
    subject: str,
    organisation: str,
    output: Path | None,
    yes: bool,
    force: bool,
) -> int:
    """Import a file, tell what to look at, and where everything is."""
    from protocolkit.commands.import_ import import_ as work  # noqa: PLC0415 - slow to load

    return work(file, folder, subject, organisation, output, yes, force)
