"""What can be typed after ``protocol serve``."""

from __future__ import annotations

from pathlib import Path

import click

from protocolkit.commands.options.shared import dry_run_option, folder_option
from protocolkit.commands.output import speak
from protocolkit.commands.usage import Command, with_help


@click.command(
    cls=Command, help=speak("Show the website on this machine and build it again at every change.")
)
@folder_option
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=8000,
    metavar=speak("NUMBER"),
    help=speak("The port number."),
)
@click.option("--open", "open_browser", is_flag=True, help=speak("Open the browser."))
@dry_run_option
@with_help
def serve(folder: Path, port: int, open_browser: bool, dry_run: bool) -> int:
    """Serve on the loopback address only: a draft is nobody else's."""
    from protocolkit.commands.serve import serve as work  # noqa: PLC0415 - slow to load

    return work(folder, port, open_browser, dry_run)
