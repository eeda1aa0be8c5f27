"""What an element paints besides its words: a colour behind them, lines, edges and shadows."""

from __future__ import annotations

from collections.abc import Iterator

from protocolkit.importing.extract.shared.elements import Element
from protocolkit.importing.extract.web.boxes import Box
from protocolkit.importing.extract.web.colours import read_colour
from protocolkit.importing.extract.web.css_text import words_apart
from protocolkit.importing.extract.web.css_values import Declarations
from protocolkit.importing.extract.web.lengths import number, points
from protocolkit.importing.extract.web.places import functions

# What shows less than this of its colour lets words through, however often it is painted.
_THIN, _CLEAR = 0.1, 0.03
_CONTROLS = frozenset("input textarea select button progress meter iframe video".split())
_UNDRAWN = frozenset(("hidden", "checkbox", "radio"))
_PICTURES = ("url(", "gradient(", "image(", "image-set(", "element(", "paint(")
_UNFILLED = frozenset(("none", "transparent", "inherit", "initial", "unset", ""))


def is_clear(said: Declarations) -> bool:
    """Tell whether nothing of an element is to be seen through."""
    return number(said.get("opacity"), 1.0) <= _CLEAR


def is_drawn(element: Element, tag: str) -> bool:
    """Tell whether a browser draws something in the box of an element by itself."""
    if tag in _CONTROLS:
        return (element.get("type") or "").strip().lower() not in _UNDRAWN
    return tag in ("img", "svg", "canvas")


def filled(said: Declarations) -> float:
    """Return how much of what is below an element a colour or picture behind it hides: 0 to 1."""
    if not said or "text" in (said.get("background-clip"), said.get("-webkit-background-clip")):
        return 0.0
    seen = number(said.get("opacity"), 1.0)
    names = ("background", "background-color", "background-image")
    written = [said.get(name, "") for name in names]
    is_blurred = any(said.get(f"{maker}backdrop-filter", "none") != "none"
                     for maker in ("", "-webkit-"))  # fmt: skip
    if is_blurred or any(sign in value for value in written for sign in _PICTURES):
        return seen
    shares = [0.0]
    for value in written[:2]:
        for word in [value, *words_apart(value)]:
            found = read_colour(word) if word not in _UNFILLED else None
            if found is not None and (not found.is_told or found.colour):
                shares.append(found.share)
    return max(shares) * seen if max(shares) * seen > _THIN else 0.0


def fills_of(
    said: Declarations, size: float, box: Box, lines: list[float]
) -> Iterator[tuple[Box, bool]]:
    """Yield the boxes that edges of an element fill, and whether each is above all around it.

    ``lines`` are the widths of the lines around it: above, to the right, below, to the left.
    """
    if not said:
        return
    yield from ((one, False) for one in _ring(box, lines, inward=True))
    outline = _outline(said, size)
    if outline is not None:
        thick, apart = outline
        yield from ((one, True) for one in _ring(box.grown(apart), [thick] * 4, inward=False))
    outset = points(said.get("border-image-outset"), size) or 0.0
    if outset > 0:
        yield from ((one, False) for one in _ring(box, [outset] * 4, inward=False))
    for name, inside in functions(said.get("filter", "")):
        if name == "shadow" and filled(said):
            reach = [length for word in words_apart(inside)
                     if (length := points(word, size)) is not None]  # fmt: skip
            yield box.moved(*[*reach, 0.0, 0.0][:2]), False
    for shadow in _shadows(said.get("box-shadow", "")):
        if "inset" in shadow:
            wide = max((points(word, size) or 0.0 for word in shadow), default=0.0)
            yield from ((one, False) for one in _ring(box, [wide] * 4, inward=True))
            continue
        lengths = [points(word, size) for word in shadow]
        x, y, _, spread = [*(length for length in lengths if length is not None), 0, 0, 0, 0][:4]
        cast = box.grown(spread)
        cast = Box(cast.left + x, cast.top + y, cast.right + x, cast.bottom + y)
        reach = [box.top - cast.top, cast.right - box.right, cast.bottom - box.bottom,
                 box.left - cast.left]  # fmt: skip
        yield from ((one, False) for one in _ring(box, reach, inward=False))


def _outline(said: Declarations, size: float) -> tuple[float, float] | None:
    """Return how thick an outline is, and how far from its element."""
    words = [*words_apart(said.get("outline", "")), said.get("outline-style", ""),
             said.get("outline-width", "")]  # fmt: skip
    lengths = [length for word in words if (length := points(word, size)) is not None]
    if not lengths or not {"solid", "double", "dashed", "dotted", "auto", "groove", "ridge",
                           "inset", "outset"} & set(words):  # fmt: skip
        return None
    return max(lengths[-1], 0.0), points(said.get("outline-offset"), size) or 0.0


def _shadows(value: str) -> Iterator[list[str]]:
    """Yield the words of each shadow of an element."""
    depth, begin = 0, 0
    for place, sign in enumerate(f"{value},"):
        depth += (sign == "(") - (sign == ")")
        if sign == "," and depth == 0:
            words = list(words_apart(value[begin:place]))
            begin = place + 1
            if words and words[0] not in _UNFILLED:
                yield words


def _ring(box: Box, wide: list[float], *, inward: bool) -> Iterator[Box]:
    """Yield the four sides of a ring: within a box, or around it."""
    above, right, below, left = wide
    outer = box if inward else Box(
        box.left - max(left, 0), box.top - max(above, 0), box.right + max(right, 0),
        box.bottom + max(below, 0))  # fmt: skip
    sides = (
        (above, Box(outer.left, outer.top, outer.right, outer.top + above)),
        (right, Box(outer.right - right, outer.top, outer.right, outer.bottom)),
        (below, Box(outer.left, outer.bottom - below, outer.right, outer.bottom)),
        (left, Box(outer.left, outer.top, outer.left + left, outer.bottom)),
    )
    yield from (side for thick, side in sides if thick > 0)
