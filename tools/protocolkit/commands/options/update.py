"""What can be typed after ``protocol update``."""

from __future__ import annotations

from pathlib import Path

import click

from protocolkit.commands.options.shared import folder_option, with_trial
from protocolkit.commands.output import speak
from protocolkit.commands.usage import Command, with_help


@click.command(
    cls=Command,
    help=speak("Compare a drafted protocol with what it was made from; take over what changed."),
)
@click.argument("file", type=click.Path(path_type=Path), metavar=speak("FILE"))
@click.option(
    "--accept",
    "-a",
    "accepted",
    multiple=True,
    metavar=speak("ANCHOR"),
    help=speak("Take over what is offered at this anchor; may be given more than once."),
)
@click.option(
    "--all",
    "takes_all",
    is_flag=True,
    help=speak("Take over all that you did not change yourself."),
)
@click.option("--ask", "-i", "asks", is_flag=True, help=speak("Ask for each clause by itself."))
@folder_option
@with_trial
@with_help
def update(file: Path, accepted: tuple[str, ...], takes_all: bool, asks: bool, folder: Path) -> int:
    """Show what changed; change the file only where that was asked for."""
    from protocolkit.commands.update import update as work  # noqa: PLC0415 - slow to load

    return work(file, accepted, takes_all, asks, folder)
