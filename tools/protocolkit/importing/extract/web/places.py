"""Where a style sheet puts an element and how large: off the page, to nothing, over text.

Lengths are in points. What cannot be worked out, and may hide words, is answered as such.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from protocolkit.importing.extract.web.css import Declarations
from protocolkit.reading.words_left_out import LeftOutReason
from protocolkit.text.bounded_numbers import decimal_number

_PIXEL = 0.75
# What begins further away than this stands on no page, or on one that nobody looks for.
_FAR, _FAR_DOWN = -400.0, 5_000.0
_LENGTH = re.compile(r"([+-]?[0-9.]{1,20})(px|pt|em|rem|%|cm|mm|in|pc|vw|vh|ex|ch)?")
_UNITS = {"px": _PIXEL, "pt": 1.0, "cm": 28.35, "mm": 2.835, "in": 72.0, "pc": 12.0, "rem": 12.0,
          "vw": 6.0, "vh": 8.0, "ex": 6.0, "ch": 6.0}  # fmt: skip
_FUNCTION = re.compile(r"([a-z0-9]{1,20})\(([^()]{0,200})\)")
_PLACED = frozenset(("absolute", "fixed", "relative", "sticky"))
_OVER = frozenset(("absolute", "fixed"))
_SIDES = ("top", "right", "bottom", "left")
_LOGICAL = {
    "inset-inline-start": "left",
    "inset-inline-end": "right",
    "inset-block-start": "top",
    "inset-block-end": "bottom",
    "margin-inline-start": "margin-left",
    "margin-block-start": "margin-top",
}
# Functions of which it is not worked out what they do to the words.
_UNTOLD = frozenset(("matrix", "matrix3d", "rotate3d", "skew", "skewx", "skewy", "perspective"))
_TIGHT = -0.4
# A layer that holds words of its own covers others when it is this high; an empty one when it is
# higher than a line and wider than a word.
_HIGH, _LOW, _NARROW = 100.0, 8.0, 30.0


def points(text: str | None, size: float, share_of: float = 500.0) -> float | None:
    """Return a length in points, None when it is none; a percentage is of ``share_of``."""
    found = _LENGTH.fullmatch(text.strip()) if text else None
    if found is None:
        return None
    number = decimal_number(found[1], least=-1e9, most=1e9)
    if found[2] == "%":
        return number / 100 * share_of
    return number * (size if found[2] == "em" else _UNITS.get(found[2] or "px", _PIXEL))


def gone_by_place(said: Declarations, size: float) -> LeftOutReason | None:
    """Return why a reader does not see an element where it is, None when she may."""
    if _is_shrunk(said):
        return LeftOutReason.SMALL
    if any(length < _FAR for length in _moved(said, size)):
        return LeftOutReason.OFF_PAGE
    is_on_edge = any(_is_edge(turn) for name, turn in _functions(said) if name in _EDGES)
    return LeftOutReason.HIDDEN if is_on_edge or _is_clipped(said, size) else None


def may_be_gone(said: Declarations, size: float) -> bool:
    """Tell whether a reader may not see an element for what is not worked out here."""
    spaced = points(said.get("letter-spacing"), size)
    masks = " ".join(said.get(name, "") for name in ("mask", "mask-image", "-webkit-mask",
                     "-webkit-mask-image"))  # fmt: skip
    shown = said.get("filter", "")
    return (
        (spaced is not None and spaced < _TIGHT * size)
        or "(" in masks
        or said.get("clip-path", "none") not in ("none", "initial", "unset", "inherit")
        or any(word in shown for word in ("blur(", "brightness(", "contrast(", "url("))
        or said.get("mix-blend-mode", "normal") != "normal"
        or said.get("zoom") in ("0", "0%")
        or any(name in _UNTOLD for name, _ in _functions(said))
        or any(length > _FAR_DOWN for length in _moved(said, size))
        or (said.get("line-height") in ("0", "0px") and "hidden" in said.get("overflow", ""))
    )


def may_cover(said: Declarations, size: float, *, is_picture: bool, is_empty: bool) -> bool:
    """Tell whether an element may lie over the words of others: out of the flow, filled, large."""
    if said.get("position") not in _OVER or said.get("z-index", "0").startswith("-"):
        return False
    if not is_picture and not _is_filled(said):
        return False
    sides = _sides(said)
    wide = points(said.get("width") or said.get("min-width"), size)
    high = points(said.get("height") or said.get("min-height"), size, share_of=800.0)
    is_wide = {"left", "right"} <= sides.keys() or (wide or 0.0) >= _NARROW
    is_high = {"top", "bottom"} <= sides.keys() or (high or 0.0) >= (_LOW if is_empty else _HIGH)
    return is_picture or (is_wide and is_high)


def _is_filled(said: Declarations) -> bool:
    written = said.get("background", "") + said.get("background-color", "")
    written += said.get("background-image", "")
    return bool(written) and written not in ("none", "transparent", "inherit", "initial", "unset")


def _moved(said: Declarations, size: float) -> Iterator[float]:
    """Yield how far an element is moved, by each way to say so."""
    for name, text in {**_spread(said, "margin-{}", "margin"), **said}.items():
        if _LOGICAL.get(name, name) in ("text-indent", "margin-left", "margin-top"):
            yield from _lengths(text, size)
    if said.get("position") in _PLACED:
        for text in _sides(said).values():
            yield from _lengths(text, size)
    yield from _lengths(said.get("translate", ""), size)
    for name, inside in _functions(said):
        if name.startswith("translate"):
            yield from _lengths(inside.replace(",", " "), size)


def _lengths(text: str, size: float) -> Iterator[float]:
    for word in text.split():
        length = points(word, size)
        if length is not None:
            yield length


def _sides(said: Declarations) -> dict[str, str]:
    """Return where the sides of an element are set, as far as that is said."""
    named = {_LOGICAL.get(name, name): text for name, text in said.items()}
    found = {**_spread(said, "{}", "inset"), **named}
    return {side: found[side] for side in _SIDES if found.get(side, "auto") != "auto"}


def _spread(said: Declarations, name: str, short: str) -> dict[str, str]:
    """Return what one property says of four sides."""
    words = said.get(short, "").split()
    if not 0 < len(words) <= len(_SIDES):
        return {}
    places = (0, 1 % len(words), 2 if len(words) > 2 else 0, 3 if len(words) > 3 else 1)
    return {
        name.format(side): words[place % len(words)]
        for side, place in zip(_SIDES, places, strict=True)
    }


def _functions(said: Declarations) -> Iterator[tuple[str, str]]:
    """Yield the functions of a transformation with what stands in them."""
    for found in _FUNCTION.finditer(said.get("transform", "")):
        yield found[1], found[2]
    turned = said.get("rotate", "").split()
    if len(turned) == 2 and turned[0] in ("x", "y"):
        yield f"rotate{turned[0]}", turned[1]


_EDGES = frozenset(("rotatex", "rotatey"))


def _is_edge(turn: str) -> bool:
    """Tell whether a turn leaves only the edge to be seen."""
    degrees = decimal_number(turn.strip().removesuffix("deg"), least=-1e6, most=1e6)
    return abs(degrees % 180 - 90) < 1 or turn.strip() in ("0.25turn", ".25turn", "100grad")


def _is_shrunk(said: Declarations) -> bool:
    texts = [inside for name, inside in _functions(said) if name.startswith("scale")]
    words = " ".join([*texts, said.get("scale", "")]).replace(",", " ").split()
    return any(abs(decimal_number(w.rstrip("%"), least=-1e6, most=1e6, default=1.0)) < 0.02
               for w in words)  # fmt: skip


def _is_clipped(said: Declarations, size: float) -> bool:
    clip = said.get("clip", "").replace(" ", "").replace(",", "").replace("px", "")
    if clip in ("rect(0000)", "rect(1111)", "rect(0auto0auto)"):
        return True
    if said.get("clip-path", "").replace(" ", "") in ("inset(50%)", "inset(100%)", "circle(0)"):
        return True
    if not {said.get("overflow", ""), said.get("overflow-y", "")} & {"hidden", "clip"}:
        return False
    sizes = [
        points(said.get(name), size) for name in ("height", "width", "max-height", "max-width")
    ]
    return any(length is not None and length <= _PIXEL for length in sizes)
