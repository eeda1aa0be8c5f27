"""``protocol serve``: the website on this machine, built again at every change."""

from __future__ import annotations

from pathlib import Path

import click

from protocolkit.commands.talk import EXIT_CLEAN, folder_option, repository, say, speak
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
@with_help
def serve(folder: Path, port: int, open_browser: bool) -> int:
    """Serve on the loopback address only: a draft is nobody else's."""
    from sphinx_autobuild.__main__ import main as autobuild  # noqa: PLC0415 - slow to import

    root = repository(folder, "serve")
    target = root / "_build" / "html"
    say(speak("Press Ctrl+C to stop."))
    words = [str(root), str(target), "--host", "127.0.0.1", "--port", str(port)]
    words += ["-d", str(target.parent / f".{target.name}.doctrees")]
    words += [
        text for name in (".venv", ".cache", "_build") for text in ("--ignore", str(root / name))
    ]
    if open_browser:
        words.append("--open-browser")
    autobuild(words)
    return EXIT_CLEAN
