"""Whether words have room where a file gives them a fixed height: a row, a text box."""

from __future__ import annotations

# The smallest letters that are used to fill a page, in points: how wide, how high a line.
_LETTER, _LINE = 4.0, 8.0


def has_room(words: str, width: float, height: float) -> bool:
    """Tell whether words may fit in a width, in points, when set in small letters."""
    count = len(words)
    lines = int(height // _LINE)
    return not count or count <= max(width // _LETTER, 1) * lines
