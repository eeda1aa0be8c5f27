"""Whether words have room where a file gives them a fixed height: a row, a text box."""

from __future__ import annotations

import math
from collections.abc import Iterable

# The smallest letters that are used to fill a page, in points: how wide, how high a line.
_LETTER, _LINE = 4.0, 8.0


def has_room(paragraphs: Iterable[str], width: float, height: float) -> bool:
    """Tell whether paragraphs may fit in a width, in points, when set in small letters."""
    in_line = max(width // _LETTER, 1)
    lines = sum(math.ceil(len(words) / in_line) for words in paragraphs)
    return lines <= height // _LINE
