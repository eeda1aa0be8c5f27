"""``protocol init``: a repository for another group of boards, in a new folder."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

from protocolkit.base.location import Location
from protocolkit.base.problems import ProtocolkitError, error, problem
from protocolkit.collection import TOPICS_FILE
from protocolkit.commands.output import EXIT_CLEAN, say, speak
from protocolkit.repository.new_repository import NewRepository, checked_place, make_repository
from protocolkit.repository.own_wheel import given_wheel, own_wheel
from protocolkit.repository_layout import PROTOCOLS

NAME_UNFIT = error(
    "name-unfit",
    "A name cannot be used",
    "'{name}' cannot be a name here.",
    "Use letters, digits, spaces and ordinary punctuation, at most {longest} on one line.",
)

_LONGEST = 80
_ANY_NAME = "Schoolprotocollen"
# Nothing that means something in Markdown, YAML or a shell.
_FIT = re.compile(r"[\w '’‘“”\"&().,:/+!?–-]+")


def init(folder: Path, name: str, subject: str, wheel: Path | None) -> int:
    """Make the folder and tell what to do next."""
    asked = NewRepository(
        name=_checked(name) if name else _named_after(folder),
        subject=_checked(subject),
    )
    place = checked_place(folder)
    made = make_repository(place, asked, given_wheel(wheel) if wheel else own_wheel())
    _summarise(folder, asked.subject_slug, len(made))
    return EXIT_CLEAN


def _named_after(folder: Path) -> str:
    """Return a name made from the folder's, or one that always fits."""
    words = " ".join(folder.resolve().name.replace("-", " ").replace("_", " ").split())
    name = words[:1].upper() + words[1:]
    return name if _is_fit(name) else _ANY_NAME


def _checked(text: str) -> str:
    """Return a name with single spaces; raise when it could not stand in a heading."""
    name = " ".join(text.split())
    if _is_fit(name):
        return name
    shown = "".join(c for c in name[:_LONGEST] if c.isprintable())
    place = Location("protocol init")
    raise ProtocolkitError(problem(NAME_UNFIT, place, name=shown, longest=str(_LONGEST)))


def _is_fit(name: str) -> bool:
    has_letters = any(character.isascii() and character.isalnum() for character in name)
    return len(name) <= _LONGEST and has_letters and bool(_FIT.fullmatch(name))


def _summarise(folder: Path, subject: str, files: int) -> None:
    place = folder.resolve()
    say(speak("Made: {folder} ({files} files).").format(folder=place, files=files))
    say("")
    say(speak("What to do now:"))
    number = 1
    steps = [
        speak("Make the website: {command}").format(command="make"),
        speak("Look at it: open {page}").format(page="_build/html/index.html"),
        speak("Put your own protocol beside the example in {folder}").format(
            folder=f"{PROTOCOLS}/{subject}/"
        ),
        speak("Put its clauses with their questions in {file}").format(
            file=f"{PROTOCOLS}/{subject}/{TOPICS_FILE}"
        ),
        speak("Read what else there is: {file}").format(file="README.md"),
    ]
    if place != Path.cwd():
        steps.insert(
            0, speak("Go there: {command}").format(command=f"cd {shlex.quote(str(folder))}")
        )
    for number, step in enumerate(steps, start=1):
        say(f"  {number}. {step}")
