"""How commands speak: results to standard output, talk to standard error, in Dutch."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import sys
import textwrap
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from pathlib import Path

import click

from protocolkit.base.location import Location
from protocolkit.base.messages import Translate, mark, translator
from protocolkit.base.problems import Problem, ProtocolkitError, error, problem
from protocolkit.base.replacing import Found, replace_file
from protocolkit.repository_layout import protocols_folder

EXIT_CLEAN = 0
EXIT_PROBLEMS = 1
EXIT_USAGE = 2
EXIT_BUG = 3

_NAME = "protocol"
# What no command line reads as anything but letters.
_PLAIN = re.compile(r"[\w./\\:=-]+\Z")
_WIDEST, _NARROWEST, _LINES = 96, 30, 24

speak: Translate = translator()

NOT_A_REPOSITORY = error(
    "not-a-repository",
    "There are no protocols here",
    "this folder holds no folder 'protocols'.",
    "Go to the folder of your protocols, or name it: protocol {command} --folder FOLDER.",
)


def say(text: str) -> None:
    """Print talk: progress, summaries, what went wrong."""
    click.echo(text, err=True)


def show(text: str) -> None:
    """Print a result."""
    click.echo(text)


def show_bytes(content: bytes) -> None:
    """Print a result whose line ends are those of its format, whatever machine this is."""
    binary = getattr(sys.stdout, "buffer", None)
    click.echo(content.decode() if binary is None else content, nl=False)


def write_output(found: Found, content: bytes) -> None:
    """Put content in the file that a person named; say so where a folder was made for it."""
    is_new = not found.path.parent.exists()
    replace_file(found, content)
    if is_new:
        say(speak("A folder was made for this file: {folder}").format(folder=found.path.parent))


def quoted(words: Sequence[str]) -> str:
    """Return words as they can be typed: those with a space or a sign between quotation marks."""
    if os.name != "nt":
        return shlex.join(words)
    return " ".join(word if _PLAIN.match(word) else f'"{word}"' for word in words)


def to_type(command: str) -> str:
    """Return a command as it can be typed here: ``protocol check``, ``.venv/bin/protocol check``.

    Where 'protocol' is not on the path, it is called in the way in which it was called now.
    """
    if shutil.which(_NAME):
        return f"{_NAME} {command}"
    started = Path(sys.argv[0])
    if started.stem != _NAME or not started.is_file():
        return f"{shlex.quote(sys.executable)} -m protocolkit {command}"
    here = Path.cwd()
    place = started.resolve().parent
    own = place.relative_to(here) / started.name if place.is_relative_to(here) else started
    return f"{shlex.quote(str(own))} {command}"


def width() -> int:
    """Return how wide a line of talk is: as the terminal, but no line is hard to read."""
    columns = shutil.get_terminal_size((_WIDEST, _LINES)).columns
    return max(_NARROWEST, min(_WIDEST, columns))


def height() -> int:
    """Return how many lines a screen has; 0 when what is said goes to no screen."""
    is_screen = sys.stdin.isatty() and sys.stderr.isatty()
    return shutil.get_terminal_size((_WIDEST, _LINES)).lines if is_screen else 0


def lines_of(text: str, wide: int = 0) -> list[str]:
    """Return a text in lines of at most ``wide`` (0: as the terminal); no word is broken.

    Not at '-' or '/' either.
    """
    return list(_wrapped(" ".join(text.split()), max(wide or width(), 1)))


@lru_cache(maxsize=4096)
def _wrapped(words: str, wide: int) -> tuple[str, ...]:
    """Return words in lines; every question of a talk is made again after each answer."""
    found = textwrap.wrap(words, wide, break_on_hyphens=False, break_long_words=False)
    return tuple(found) or ("",)


def indented(head: str, text: str) -> Iterator[str]:
    """Yield a text in lines that fit, the first behind ``head``, the others below it."""
    before = len(head) + 1
    first, *others = lines_of(text, width() - before)
    yield f"{head} {first}" if head else f" {first}"
    yield from (f"{' ' * before}{line}" for line in others)


def talk(text: str) -> None:
    """Print talk in lines that fit on the terminal."""
    for line in lines_of(text):
        say(line)


def refuse(problems: Iterable[Problem]) -> None:
    """Stop with every problem printed, when there is one."""
    found = tuple(problems)
    for other in found[:-1]:
        say(other.line(speak))
    if found:
        raise ProtocolkitError(found[-1])


def repository(folder: Path, command: str) -> Path:
    """Return the root of a repository; raise when there are no protocols in it."""
    root = folder.resolve()
    if not protocols_folder(root).is_dir():
        raise ProtocolkitError(problem(NOT_A_REPOSITORY, Location(str(folder)), command=command))
    return root


def count(number: int, one: str, more: str) -> str:
    """Return a counted noun: ``1 protocol``, ``5 protocollen``."""
    return f"{number} {speak(one if number == 1 else more)}"


PROTOCOL, PROTOCOLS_NOUN = mark("protocol"), mark("protocols")
PROBLEM, PROBLEMS_NOUN = mark("problem"), mark("problems")
PLACE, PLACES_NOUN = mark("place"), mark("places")
