"""Which elements of a page may lie over words of others, or have a line through their own."""

from __future__ import annotations

from collections.abc import Iterator

from protocolkit.importing.extract.web.css_text import words_apart
from protocolkit.importing.extract.web.css_values import Declarations
from protocolkit.importing.extract.web.lengths import points
from protocolkit.importing.extract.web.places import length_of, moved, sides

_OVER = frozenset(("absolute", "fixed"))
# A layer that holds words of its own covers others when it is this high; an empty one when it is
# higher than a line and wider than a word.
_HIGH, _LOW, _NARROW = 100.0, 8.0, 30.0
# An edge that is wider than this lies over what is beside it.
_WIDE_EDGE = 24.0
_EDGES = ("outline", "outline-width", "box-shadow")


def may_cover(said: Declarations, size: float, *, is_picture: bool, is_empty: bool) -> bool:
    """Tell whether an element may lie over the words of others: out of its place, filled, large."""
    if said.get("z-index", "0").startswith("-"):
        return False
    if _has_wide_edge(said, size):
        return True
    if not is_picture and not _is_filled(said):
        return False
    is_over = said.get("position") in _OVER
    if not (is_over or (is_empty and (_is_shifted(said, size) or "grid-area" in said))):
        return False
    placed = sides(said)
    wide = points(said.get("width") or said.get("min-width"), size)
    high = points(said.get("height") or said.get("min-height"), size, share_of=800.0)
    is_wide = not is_over or {"left", "right"} <= placed.keys() or (wide or 0.0) >= _NARROW
    is_high = {"top", "bottom"} <= placed.keys() or (high or 0.0) >= (_LOW if is_empty else _HIGH)
    return is_picture or "grid-area" in said or (is_wide and is_high)


def lies_over_itself(said: Declarations) -> bool:
    """Tell whether a piece that is made before or after an element lies over its words."""
    if said.get("position") not in _OVER or said.get("z-index", "0").startswith("-"):
        return False
    placed = sides(said)
    is_wide = {"left", "right"} <= placed.keys() or said.get("width", "").startswith("100")
    is_through = "%" in placed.get("top", "") or "(" in placed.get("top", "")
    is_high = {"top", "bottom"} <= placed.keys() or said.get("height", "").startswith("100")
    is_drawn = any(name.startswith("border") for name in said) or _is_filled(said)
    return is_wide and is_drawn and (is_high or is_through)


def is_lined(said: Declarations) -> bool:
    """Tell whether a background draws a line: nothing, a colour, and nothing again."""
    drawn = said.get("background", "") + said.get("background-image", "")
    return "gradient(" in drawn and drawn.count("transparent") > 1


def _is_shifted(said: Declarations, size: float) -> bool:
    margins = [said.get(name) for name in ("margin-top", "margin-left")]
    margins.append(next(words_apart(said.get("margin", "")), None))
    lengths = [length_of(text, size) or 0.0 for text in margins]
    return any(length < -_LOW for length in (*lengths, *_up(said, size)))


def _up(said: Declarations, size: float) -> Iterator[float]:
    yield from moved(said, size)
    for name, text in sides(said).items():
        if name in ("bottom", "right"):
            yield -(length_of(text, size) or 0.0)


def _has_wide_edge(said: Declarations, size: float) -> bool:
    for name in _EDGES:
        written = said.get(name, "")
        words = [] if "inset" in written else words_apart(written)
        if any(abs(length_of(word, size) or 0.0) > _WIDE_EDGE for word in words):
            return True
    return False


def _is_filled(said: Declarations) -> bool:
    written = said.get("background", "") + said.get("background-color", "")
    written += said.get("background-image", "")
    return bool(written) and written not in ("none", "transparent", "inherit", "initial", "unset")
