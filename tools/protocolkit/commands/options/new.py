"""What can be typed after ``protocol new``."""

from __future__ import annotations

from itertools import takewhile
from pathlib import Path

import click

from protocolkit.base.messages import mark
from protocolkit.commands.options.shared import (
    folder_option,
    force_option,
    output_option,
    subject_option,
    yes_option,
)
from protocolkit.commands.output import speak
from protocolkit.commands.usage import Command, with_help

_MERGE = "--merge"


class _New(Command):
    """Takes a merger that names fewer than two: the command says which there are."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the options; no protocol's name begins as an option does."""
        if _MERGE in args:
            place = args.index(_MERGE) + 1
            named = list(takewhile(lambda word: not word.startswith("-"), args[place : place + 2]))
            args = [*args[:place], *named, *[""] * (2 - len(named)), *args[place + len(named) :]]
        return super().parse_args(ctx, args)


@click.command(cls=_New, help=speak("Make a new protocol: answer questions, get a draft."))
@folder_option
@subject_option
@click.option(
    "--adopt",
    "adopts",
    default="",
    metavar=speak("NAME"),
    help=speak("The protocol of the own board that a school takes over."),
)
@click.option(
    _MERGE,
    "merges",
    nargs=2,
    default=None,
    metavar=speak("NAME NAME"),
    help=speak("Two protocols that become one."),
)
@click.option(
    "--name",
    default="",
    metavar=speak("NAME"),
    help=speak("Whose protocol it will be, in full."),
)
@click.option(
    "--answers",
    "answers_file",
    type=click.Path(path_type=Path),
    default=None,
    metavar=speak("FILE"),
    help=speak("A file with answers; only what is missing is asked."),
)
@output_option()
@yes_option(mark("Ask nothing; what is missing stays open."))
@force_option
@click.option(
    "--no-word", "leaves_word", is_flag=True, help=speak("Make no Word file beside the protocol.")
)
@click.option(
    "--dry-run", "tries", is_flag=True, help=speak("Print what would be made; write nothing.")
)
@with_help
def new(  # noqa: PLR0913, PLR0917 - one for each option
    folder: Path,
    subject: str,
    adopts: str,
    merges: tuple[str, str] | None,
    name: str,
    answers_file: Path | None,
    output: Path | None,
    yes: bool,
    force: bool,
    leaves_word: bool,
    tries: bool,
) -> int:
    """Ask, make the protocol, write it, and say what is still to be done."""
    from protocolkit.commands.new import new as work  # noqa: PLC0415 - slow to load

    return work(
        folder,
        subject,
        adopts,
        merges,
        name,
        answers_file,
        output,
        yes,
        force,
        leaves_word,
        tries,
    )
