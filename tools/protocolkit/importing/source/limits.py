"""How much text an import takes, and how it tells how far it is.

A protocol has some tens of thousands of characters. What is many times that is another kind of
document, or made to keep a computer busy; it is refused before the work that grows with it.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from enum import Enum

from protocolkit.base.location import Location
from protocolkit.base.messages import mark
from protocolkit.base.problems import ProtocolkitError, problem
from protocolkit.importing.source import codes

MOST_LINES = 30_000
MOST_CHARACTERS = 2_000_000
MOST_OF_A_SIGN = {"[": 100_000, "|": 60_000, "<": 100_000, "*": 60_000, "_": 75_000}
"""How often Markdown may have a sign that takes its reader long: link, cell, tag, emphasis."""
MOST_OTHER_SIGNS = 150_000
"""How many signs a text may have that are no letters, numbers or spaces: each is a word by itself.

A text of the most characters that an import takes has some 60,000."""
_ON_A_LINE = 80
_LETTERS = re.compile(r"(?:[^\W_]|\s)+")


class Stage(Enum):
    """What an import is doing, as a person is told."""

    PAGES = mark("Page {done} of {total}")
    PARTS = mark("Part {done} of {total}")
    STRUCTURE = mark("Titles, clauses and notes are being found")
    PROVED_PAGES = mark("Page {done} of {total} is held beside the text")
    PROOF = mark("Every word is being held beside the file")


Progress = Callable[[Stage, int, int], None]
"""Hears what is being done, and how much of how much is done; 0 where that cannot be counted."""


def as_lines(lines: int, characters: int) -> int:
    """Return how many usual lines a text is worth, also one that breaks none."""
    return max(lines, characters // _ON_A_LINE)


def tell_nobody(stage: Stage, done: int, total: int) -> None:
    """Take note of no progress."""


def check_amount(lines: int, characters: int, location: Location) -> None:
    """Raise :class:`ProtocolkitError` when this is more text than an import takes."""
    if lines > MOST_LINES or characters > MOST_CHARACTERS:
        raise ProtocolkitError(
            problem(
                codes.TOO_MUCH_TEXT,
                location,
                lines=str(MOST_LINES // 1_000),
                characters=str(MOST_CHARACTERS // 1_000_000),
            )
        )


def check_signs(text: str, location: Location) -> None:
    """Raise :class:`ProtocolkitError` when Markdown begins more links or cells than it may."""
    for sign, most in MOST_OF_A_SIGN.items():
        if text.count(sign) > most:
            limit = str(most // 1_000)
            raise ProtocolkitError(problem(codes.TOO_MANY_SIGNS, location, limit=limit, sign=sign))


def check_other_signs(text: str, location: Location) -> None:
    """Raise :class:`ProtocolkitError` when a text holds more signs than an import takes."""
    if len(_LETTERS.sub("", text)) > MOST_OTHER_SIGNS:
        limit = str(MOST_OTHER_SIGNS // 1_000)
        raise ProtocolkitError(problem(codes.TOO_FEW_LETTERS, location, limit=limit))
