"""Whether a reader of a printed web page sees an element: hidden, struck, off the page, small."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from protocolkit.base.messages import Marked
from protocolkit.importing.extract.shared.colours import (
    BLACK,
    DOUBT_FAINT,
    WHITE,
    Backdrop,
    Colour,
    hex_colour,
    is_faint,
    is_same_colour,
)
from protocolkit.importing.extract.shared.elements import Element
from protocolkit.importing.extract.web.css import Declarations, StyleSheets
from protocolkit.importing.source.doubts import UNTOLD
from protocolkit.reading.words_left_out import LeftOutReason
from protocolkit.text.bounded_numbers import decimal_number

_PIXEL = 0.75
_USUAL = 12.0
_SMALLEST = 1.0
_FAR = -400.0
_LENGTH = re.compile(r"([+-]?[0-9.]{1,20})(px|pt|em|rem|%|cm|mm|in|pc|vw|vh|ex|ch)?")
_UNITS = {"px": _PIXEL, "pt": 1.0, "cm": 28.35, "mm": 2.835, "in": 72.0, "pc": 12.0, "rem": 12.0,
          "vw": 6.0, "vh": 8.0, "ex": 6.0, "ch": 6.0}  # fmt: skip
_RGB = re.compile(
    r"rgba?\(\s*([0-9.]+)[\s,]+([0-9.]+)[\s,]+([0-9.]+)(?:[\s,/]+([0-9.]+)(%?))?\s*\)"
)
_SHIFTED = re.compile(r"translate(?:x|y|3d)?\(\s*(-[0-9.]{1,12}(?:px|pt|em|rem|%|vw|vh))")
_NAMES: dict[str, Colour] = {
    "white": WHITE,
    "black": BLACK,
    "red": (255, 0, 0),
    "green": (0, 128, 0),
    "blue": (0, 0, 255),
    "yellow": (255, 255, 0),
    "gray": (128, 128, 128),
    "grey": (128, 128, 128),
    "silver": (192, 192, 192),
    "navy": (0, 0, 128),
    "snow": (255, 250, 250),
    "ivory": (255, 255, 240),
    "whitesmoke": (245, 245, 245),
    "ghostwhite": (248, 248, 255),
    "orange": (255, 165, 0),
}
_STRUCK = frozenset(("del", "s", "strike"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """How an element is printed. ``gone`` is why nobody sees what stands in it.

    ``is_hidden`` is a hiding that an element inside may undo; ``is_unsure`` says that nobody may
    see it, by a rule of which it cannot be told whether it counts on paper.
    """

    gone: LeftOutReason | None = None
    is_hidden: bool = False
    is_unsure: bool = False
    colour: Colour | None = BLACK
    behind: Backdrop = field(default_factory=Backdrop)
    size: float = _USUAL
    marker: str = ""

    @property
    def reason(self) -> LeftOutReason | None:
        """Why the text that stands right here is not seen."""
        if self.gone is not None or self.is_hidden:
            return self.gone or LeftOutReason.HIDDEN
        if self.colour is None or not self.behind.is_sure:
            return None
        return LeftOutReason.COLOUR if is_same_colour(self.colour, self.behind.colour) else None

    @property
    def doubt(self) -> Marked | None:
        """What is in doubt about the text that stands right here."""
        if self.is_unsure:
            return UNTOLD
        if self.colour is None:
            return None
        if not self.behind.is_sure:
            return DOUBT_FAINT if is_same_colour(self.colour, self.behind.colour) else None
        return DOUBT_FAINT if is_faint(self.colour, self.behind.colour) else None


def shown(element: Element, above: Shown, sheets: StyleSheets) -> Shown:
    """Return how an element is printed inside one that is printed so."""
    sure, perhaps = sheets.of(element)
    found = _shown(element, above, sure)
    if perhaps is sure or found.reason is not None:
        return found
    return replace(
        found, is_unsure=above.is_unsure or _shown(element, above, perhaps).reason is not None
    )


def _shown(element: Element, above: Shown, said: Declarations) -> Shown:
    size = _size(said, above.size)
    gone = above.gone or _gone(element, said, size)
    visibility = said.get("visibility", "")
    is_hidden = visibility in ("hidden", "collapse") if visibility else above.is_hidden
    behind = _behind(element, said, above.behind)
    colour = above.colour
    written = said.get("-webkit-text-fill-color") or said.get("color") or (
        element.get("color") or "" if element.tag == "font" else ""
    )  # fmt: skip
    if written and written != "inherit":
        colour, is_clear = _colour(written)
        gone = gone or (LeftOutReason.INVISIBLE if is_clear else None)
    marker = said.get("list-style-type") or said.get("list-style", "")
    return replace(
        above,
        gone=gone,
        is_hidden=is_hidden,
        colour=colour,
        behind=behind,
        size=size,
        marker=marker or above.marker,
    )


def _gone(element: Element, said: Declarations, size: float) -> LeftOutReason | None:
    display = said.get("display", "none" if element.get("hidden") is not None else "")
    if display == "none" or said.get("content-visibility") == "hidden":
        return LeftOutReason.HIDDEN
    decoration = said.get("text-decoration", "") + said.get("text-decoration-line", "")
    if element.tag in _STRUCK or "line-through" in decoration:
        return LeftOutReason.STRUCK
    if _fraction(said.get("opacity")) <= 0.05 or "opacity(0" in said.get("filter", ""):
        return LeftOutReason.INVISIBLE
    if size < _SMALLEST or "scale(0" in said.get("transform", "").replace("scale(0.", ""):
        return LeftOutReason.SMALL
    if _is_off(said, size):
        return LeftOutReason.OFF_PAGE
    return LeftOutReason.HIDDEN if _is_clipped(said, size) else None


def _is_off(said: Declarations, size: float) -> bool:
    is_placed = said.get("position") in ("absolute", "fixed", "relative")
    names = ("left", "top", "right", "bottom") if is_placed else ()
    moved = [_points(said.get(name), size) for name in (*names, "text-indent", "margin-left",
             "margin-top")]  # fmt: skip
    shifted = _SHIFTED.search(said.get("transform", ""))
    moved.append(_points(shifted[1], size) if shifted else None)
    return any(length is not None and length < _FAR for length in moved)


def _is_clipped(said: Declarations, size: float) -> bool:
    clip = said.get("clip", "").replace(" ", "").replace(",", "").replace("px", "")
    if clip in ("rect(0000)", "rect(1111)", "rect(0auto0auto)"):
        return True
    if said.get("clip-path", "").replace(" ", "") in ("inset(50%)", "inset(100%)", "circle(0)"):
        return True
    if not {said.get("overflow", ""), said.get("overflow-y", "")} & {"hidden", "clip"}:
        return False
    sizes = [
        _points(said.get(name), size) for name in ("height", "width", "max-height", "max-width")
    ]
    return any(length is not None and length <= _PIXEL for length in sizes)


def _size(said: Declarations, above: float) -> float:
    written = said.get("font-size", "")
    if not written and "font" in said:
        found = re.search(r"(?:^|\s)([0-9.]{1,10}(?:px|pt|em|rem|%|mm)?)(?:/|\s)", said["font"])
        written = found[1] if found else ""
    length = _points(written, above, share_of=above)
    return above if length is None else length


def _points(text: str | None, size: float, share_of: float = 500.0) -> float | None:
    """Return a length in points, None when it is not one; a percentage is of ``share_of``."""
    found = _LENGTH.fullmatch(text.strip()) if text else None
    if found is None:
        return None
    number = decimal_number(found[1], least=-1e9, most=1e9)
    if found[2] == "%":
        return number / 100 * share_of
    return number * (size if found[2] == "em" else _UNITS.get(found[2] or "px", _PIXEL))


def _fraction(text: str | None) -> float:
    if not text:
        return 1.0
    share = 100 if text.endswith("%") else 1
    return decimal_number(text.removesuffix("%"), most=100, default=share) / share


def _behind(element: Element, said: Declarations, above: Backdrop) -> Backdrop:
    written = said.get("background-color") or said.get("background", "") or (
        element.get("bgcolor") or ""
    )  # fmt: skip
    if "url(" in said.get("background-image", "") + said.get("background", ""):
        return Backdrop(above.colour, is_sure=False)
    if "gradient(" in said.get("background-image", "") + written:
        return Backdrop(above.colour, is_sure=False)
    words = [written, *written.split()] if written else []
    for word in words:
        colour, is_clear = _colour(word)
        if colour is not None and not is_clear:
            return Backdrop(colour)
    return above


def _colour(text: str) -> tuple[Colour | None, bool]:
    """Return a colour, None when it is not known, and whether nothing of it shows."""
    text = text.strip().lower()
    if text == "transparent":
        return None, True
    if re.fullmatch(r"#[0-9a-f]{3,4}", text):
        text = "#" + "".join(sign * 2 for sign in text[1:])
    if re.fullmatch(r"#[0-9a-f]{8}", text):
        return hex_colour(text[:7]), text.endswith(("00", "01", "02"))
    found = _RGB.fullmatch(text)
    if found is None:
        return hex_colour(text) or _NAMES.get(text), False
    red, green, blue = (round(decimal_number(found[n], most=255, default=255)) for n in (1, 2, 3))
    clear = found[4] is not None and decimal_number(found[4], most=100, default=1) <= 0.05
    return (red, green, blue), clear
