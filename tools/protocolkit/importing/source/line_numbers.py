"""On which line of a text a place is, found without counting through all of it each time."""

from __future__ import annotations

import re
from bisect import bisect_left


class LineNumbers:
    """Knows where the lines of a text end."""

    def __init__(self, text: str) -> None:
        self._ends = [found.start() for found in re.finditer("\n", text)]

    def at(self, place: int) -> int:
        """Return the number of a line, from 1."""
        return bisect_left(self._ends, place) + 1
