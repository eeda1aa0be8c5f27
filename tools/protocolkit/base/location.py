"""Where something stands: a file and a line of it."""

from __future__ import annotations

import re
from dataclasses import dataclass

_CONTROL = re.compile("[\\x00-\\x08\\x0a-\\x1f\\x7f-\\x9f\\u2028\\u2029]")


def on_one_line(text: str) -> str:
    """Return a text in which signs that end a line, or steer a terminal, are written out."""
    return _CONTROL.sub(lambda found: found[0].encode("unicode_escape").decode("ascii"), text)


@dataclass(frozen=True, slots=True)
class Location:
    """A place in a file: its path as given, and the line, counted from 1 (0: the whole file)."""

    path: str
    line: int = 0

    def __str__(self) -> str:
        path = on_one_line(self.path)
        return f"{path}:{self.line}" if self.line else path


NOWHERE = Location("")
