"""What can be typed after ``protocol import``."""

from __future__ import annotations

from pathlib import Path

import click

from protocolkit.base.messages import mark
from protocolkit.commands.options.shared import (
    folder_option,
    force_option,
    output_option,
    subject_option,
    with_trial,
    yes_option,
)
from protocolkit.commands.output import speak
from protocolkit.commands.usage import Command, with_help


@click.command(
    "import",
    cls=Command,
    help=speak("Make a protocol of a Word, PDF, text, Markdown, Akoma Ntoso or saved web file."),
)
@click.argument("file", type=click.Path(path_type=Path), metavar=speak("FILE"))
@folder_option
@subject_option
@click.option(
    "--organisation",
    "-n",
    default="",
    metavar=speak("NAME"),
    help=speak("The board or school that issued it."),
)
@output_option()
@click.option(
    "--from-record",
    is_flag=True,
    help=speak("Also take over what a file of ours keeps in its record and no page shows."),
)
@click.option(
    "--choose",
    multiple=True,
    metavar=speak("KEY=READING"),
    help=speak("Read a place that is in doubt in another way; the report says what to type."),
)
@yes_option(mark("Ask nothing; take what was found."))
@force_option
@with_trial
@with_help
def import_(  # noqa: PLR0913, PLR0917 - one for each option
    file: Path,
    folder: Path,
    subject: str,
    organisation: str,
    output: Path | None,
    from_record: bool,
    choose: tuple[str, ...],
    yes: bool,
    force: bool,
) -> int:
    """Import a file, tell what to look at, and where everything is."""
    from protocolkit.commands.import_ import import_ as work  # noqa: PLC0415 - slow to load

    return work(file, folder, subject, organisation, output, from_record, choose, yes, force)
