"""What can be typed after ``protocol comments``."""

from __future__ import annotations

from pathlib import Path

import click

from protocolkit.base.messages import mark
from protocolkit.commands.options.shared import folder_option, format_option
from protocolkit.commands.output import speak
from protocolkit.commands.usage import Command, with_help


@click.command(
    cls=Command,
    help=speak(
        "Show the remarks and changes in Word files that came back from a council, each at the "
        "clause that it is about. Nothing is changed."
    ),
    epilog=speak("For example: protocol comments ~/retour/mr-ouders.docx ~/retour/gmr.docx"),
)
@click.argument(
    "files", nargs=-1, required=True, type=click.Path(path_type=Path), metavar=speak("FILES")
)
@click.option(
    "--text",
    "named",
    default="",
    metavar=speak("VERSION"),
    help=speak("The text that the council had (default: the one that the file is like)."),
)
@format_option(("text", "json"), "text", mark("In which form."))
@folder_option
@with_help
def comments(files: tuple[Path, ...], named: str, form: str, folder: Path) -> int:
    """Show what came back."""
    from protocolkit.commands.comments import comments as work  # noqa: PLC0415 - slow to load

    return work(files, named, form, folder)
