"""Which elements of a page have a line through their words, and which once had one."""

from __future__ import annotations

import re

from protocolkit.importing.extract.shared.colours import Backdrop, is_same_colour
from protocolkit.importing.extract.web.colours import SAME_AS_AROUND, read_colour
from protocolkit.importing.extract.web.css_text import words_apart
from protocolkit.importing.extract.web.css_values import Declarations
from protocolkit.importing.extract.web.lengths import points

_STRUCK = frozenset(("del", "s", "strike"))
_LINES = frozenset("none underline overline line-through blink initial unset".split())
_BY_ITSELF = frozenset(("revert", "revert-layer"))
_CLEAR = 0.03
_NO_COLOUR = re.compile(
    r"transparent|#(?:[0-9a-f]{3}0|[0-9a-f]{6}00)\b|\([^()]{1,60}[,/]\s{0,5}0(?:\.0{0,9})?%?\s{0,5}\)"
)
# From which part of the size on a line is thick, or stands in the words instead of below them.
_THICK, _RAISED = 0.25, -0.15


def is_struck(tag: str, said: Declarations, behind: Backdrop) -> bool:
    """Tell whether a reader sees a line through the words of an element by its own style."""
    # what is said last counts
    names = [name for name in said if name in ("text-decoration", "text-decoration-line")]
    words = list(words_apart(said[names[-1]] if names else ""))
    is_told = not _LINES.isdisjoint(words) and _BY_ITSELF.isdisjoint(words)
    if "line-through" not in words and (is_told or tag not in _STRUCK):
        return False
    return not _is_clear(said, behind)


def _is_clear(said: Declarations, behind: Backdrop) -> bool:
    """Tell whether the line has no colour, or that of what is behind it."""
    words = list(words_apart(said.get("text-decoration", "")))
    for word in (*words, said.get("text-decoration-color", "")):
        if not word or word in _LINES or word in SAME_AS_AROUND:
            continue
        found = read_colour(word)
        if found.share <= _CLEAR:
            return True
        if found.colour is not None and behind.is_sure:
            return is_same_colour(found.colour, behind.colour)
    return False


def is_lined(said: Declarations, size: float) -> bool:
    """Tell whether a line may stand in words: a background that draws one, or a decoration."""
    drawn = said.get("background", "") + said.get("background-image", "")
    if "gradient(" in drawn and len(_NO_COLOUR.findall(drawn)) > 1:
        return True
    written = f"{said.get('text-decoration', '')} {said.get('text-decoration-thickness', '')}"
    if any((points(word, size) or 0.0) > _THICK * size for word in words_apart(written)):
        return True
    return (points(said.get("text-underline-offset"), size) or 0.0) < _RAISED * size
