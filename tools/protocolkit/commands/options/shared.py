"""Options that several commands have: each is declared here, and reads the same everywhere."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial, wraps
from pathlib import Path
from typing import Any

import click

from protocolkit.base.messages import Marked, mark
from protocolkit.commands.output import speak

_Decorator = Callable[[Callable[..., Any]], Callable[..., Any]]

SECTION_HELP = mark(
    "Which section of the council: personeel, ouders, leerlingen or 'ouders en leerlingen'."
)
_FILE = mark("FILE")
_DECIDED_FOR = mark("A school that the council decides for; more than once for more schools.")
_NEW_PROTOCOL = mark("Where the protocol goes (default: protocols/SUBJECT/NAME.md).")

folder_option = click.option(
    "--folder",
    "-C",
    type=click.Path(path_type=Path),
    default=Path(),
    metavar=speak("FOLDER"),
    help=speak("The folder that holds 'protocols' (default: this one)."),
)

subject_option = click.option(
    "--subject",
    "-s",
    default="",
    metavar=speak("SUBJECT"),
    help=speak("The kind of protocol, such as sociale-media."),
)

force_option = click.option(
    "--force", is_flag=True, help=speak("Overwrite files that are already there.")
)

wheel_option = click.option(
    "--wheel",
    type=click.Path(path_type=Path),
    metavar=speak(_FILE),
    help=speak("The protocolkit that it uses, a .whl file (default: the one that runs now)."),
)

dry_run_option = click.option(
    "--dry-run", is_flag=True, help=speak("Write nothing; show what would be written.")
)


def with_trial(command: Callable[..., int]) -> Callable[..., Any]:
    """Give a command ``--dry-run``: it does all that it does, but writes nothing and says what."""

    @wraps(command)
    def tried(*words: Any, dry_run: bool, **options: Any) -> int:
        if not dry_run:
            return command(*words, **options)
        from protocolkit.commands.in_trial import in_trial  # noqa: PLC0415 - slow to load

        return in_trial(partial(command, *words, **options))

    return dry_run_option(tried)


def one_of(what: str, choices: Sequence[str]) -> str:
    """Return the help of an option with many choices: beside its name they would break no line."""
    return speak("{what} One of: {choices}.").format(what=what, choices=", ".join(choices))


def output_option(text: Marked = _NEW_PROTOCOL, metavar: Marked = _FILE) -> _Decorator:
    """Return ``--output``: its help, by default that of a new protocol, and what it names."""
    return click.option(
        "--output",
        "-o",
        type=click.Path(path_type=Path),
        default=None,
        metavar=speak(metavar),
        help=speak(text),
    )


def format_option(forms: Sequence[str], default: str | None, text: Marked) -> _Decorator:
    """Return ``--format``: the forms to choose from, the one that is meant, and its help."""
    return click.option(
        "--format", "form", type=click.Choice(list(forms)), default=default, help=speak(text)
    )


def yes_option(text: Marked) -> _Decorator:
    """Return ``--yes``, for those who want no questions: its help says what becomes of them."""
    return click.option("--yes", "-y", is_flag=True, help=speak(text))


def school_option(text: Marked = _DECIDED_FOR) -> _Decorator:
    """Return ``--school``, as often as there are schools; its help says what each is for."""
    return click.option(
        "--school", "schools", multiple=True, metavar=speak("NAME"), help=speak(text)
    )


since_option = click.option(
    "--since",
    multiple=True,
    required=True,
    metavar=speak("OLD"),
    help=speak(
        "The text of before: a file, a kept version, a version of git, or 'niets'. Give it once "
        "for each school when schools merge."
    ),
)

reasons_option = click.option(
    "--reasons",
    "reasons_file",
    type=click.Path(path_type=Path),
    default=None,
    metavar=speak(_FILE),
    help=speak("The file with the reasons (default: NAME.waarom.yml beside the protocol)."),
)
