"""What can be typed after ``protocol align``."""

from __future__ import annotations

from pathlib import Path

import click

from protocolkit.base.messages import mark
from protocolkit.commands.options.shared import folder_option, format_option, with_trial
from protocolkit.commands.output import speak
from protocolkit.commands.usage import Command, with_help


@click.command(
    cls=Command,
    help=speak(
        "Show which clauses of different organisations seem to answer the same question: what is"
        " new or changed since the last decision. Name a kind of protocol, or files and folders"
        " with --uncurated. Exit code 1 means that there is something to look at."
    ),
)
@click.argument("names", nargs=-1, metavar=speak("SUBJECT"))
@folder_option
@click.option("--write", is_flag=True, help=speak("Add the proposals to topics.yml."))
@click.option("--review", "ask", is_flag=True, help=speak("Ask about each proposal, one by one."))
@click.option(
    "--seen", is_flag=True, help=speak("You looked again at every changed text; remember it so.")
)
@click.option(
    "--uncurated",
    is_flag=True,
    help=speak("Align files or folders, whatever topics.yml says."),
)
@format_option(
    ["text", "json"], "text", mark("How the proposal is printed (json: with --uncurated only).")
)
@click.option(
    "--counterparts",
    is_flag=True,
    help=speak("With --format json: for each clause the five nearest of every other board too."),
)
@click.option(
    "--keep",
    type=click.Path(path_type=Path),
    metavar=speak("FILE"),
    help=speak("With --uncurated: keep the alignment, so that one more protocol joins quickly."),
)
@click.option(
    "--onto",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar=speak("FILE"),
    help=speak("Which topics of a kept alignment the clauses of these files join (as JSON)."),
)
@with_trial
@with_help
def align(  # noqa: PLR0913, PLR0917 - one argument per option, as click hands them over
    names: tuple[str, ...],
    folder: Path,
    write: bool,
    ask: bool,
    seen: bool,
    uncurated: bool,
    form: str,
    counterparts: bool,
    keep: Path | None,
    onto: Path | None,
) -> int:
    """Align a subject or files; exit with 1 when there is something to look at."""
    from protocolkit.commands.align import align as work  # noqa: PLC0415 - slow to load

    return work(names, folder, write, ask, seen, uncurated, form, counterparts, keep, onto)
