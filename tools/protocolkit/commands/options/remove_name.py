"""What can be typed after ``protocol remove-name``."""

from __future__ import annotations

from pathlib import Path

import click

from protocolkit.base.messages import mark
from protocolkit.commands.options.shared import folder_option, with_trial, yes_option
from protocolkit.commands.output import speak
from protocolkit.commands.usage import Command, with_help


@click.command(
    cls=Command,
    name="remove-name",
    help=speak(
        "Take somebody's name out of a kept version on request, or out of all versions of a "
        "protocol. The version says that this was done, and that its check code is another one."
    ),
)
@click.argument("path", metavar=speak("FILE"), type=click.Path(path_type=Path, dir_okay=False))
@click.option("--name", required=True, metavar=speak("NAME"), help=speak("The name, as it stands."))
@yes_option(mark("Ask nothing; the sentences with what is perhaps no name are shown."))
@folder_option
@with_trial
@with_help
def remove_name(path: Path, name: str, folder: Path, *, yes: bool) -> int:
    """Take a name out and say what changed."""
    from protocolkit.commands.remove_name import remove_name as work  # noqa: PLC0415 - slow to load

    return work(path, name, folder, yes=yes)
