"""What can be typed after ``protocol comments``."""

from __future__ import annotations

from pathlib import Path

import click

from protocolkit.base.messages import mark
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
        "Show the remarks and changes in files that came back from a council, each at the clause "
        "that it is about. Nothing is changed, unless you ask for answers or take changes over."
    ),
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
@click.option(
    "--from",
    "whom",
    multiple=True,
    metavar=speak("FILE=WHOM"),
    help=speak("On whose behalf a file is that does not say it: FILE=raad, geleding or lid."),
)
@click.option(
    "--answers",
    is_flag=True,
    help=speak("Put each remark into NAME.reacties.yml beside the protocol, to be answered."),
)
@click.option(
    "--paper",
    type=click.Path(path_type=Path),
    metavar=speak("FILE"),
    help=speak(
        "Print all answers as a Word file or a PDF (.docx, .pdf); new remarks are put into "
        "NAME.reacties.yml too."
    ),
)
@click.option(
    "--apply",
    "applies",
    is_flag=True,
    help=speak("Show each change and ask whether it is taken over into the protocol."),
)
@click.option(
    "--sheet",
    type=click.Path(path_type=Path),
    metavar=speak("FILE"),
    help=speak(
        "Fill in the answers on a spreadsheet (.xlsx): made when it is not there, else read."
    ),
)
@format_option(
    ("text", "json", "xlsx"), None, mark("In which form (default: text, or what --output says).")
)
@output_option(mark("Where to write (default: on the screen)."))
@force_option
@folder_option
@with_trial
@with_help
def comments(  # noqa: PLR0913, PLR0917 - one for each option
    files: tuple[Path, ...],
    named: str,
    whom: tuple[str, ...],
    answers: bool,
    paper: Path | None,
    applies: bool,
    sheet: Path | None,
    form: str | None,
    output: Path | None,
    force: bool,
    folder: Path,
) -> int:
    """Show what came back."""
    from protocolkit.commands.comments import comments as work  # noqa: PLC0415 - slow to load

    return work(files, named, whom, answers, paper, applies, sheet, form, output, force, folder)
