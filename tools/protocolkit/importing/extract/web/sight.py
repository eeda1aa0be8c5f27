"""Whether a reader of a printed web page sees an element: hidden, struck, off the page, small."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from protocolkit.base.messages import Marked
from protocolkit.importing.extract.shared.colours import (
    BLACK,
    DOUBT_FAINT,
    Backdrop,
    Colour,
    is_faint,
    is_same_colour,
)
from protocolkit.importing.extract.shared.elements import Element
from protocolkit.importing.extract.web.colours import SAME_AS_AROUND, read_colour
from protocolkit.importing.extract.web.css import Declarations, StyleSheets, with_custom
from protocolkit.importing.extract.web.places import (
    gone_by_place,
    may_be_gone,
    may_cover,
    points,
)
from protocolkit.importing.source.doubts import UNTOLD
from protocolkit.reading.words_left_out import LeftOutReason
from protocolkit.text.bounded_numbers import decimal_number

_USUAL = 12.0
_SMALLEST = 1.0
_STRUCK = frozenset(("del", "s", "strike"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """How an element is printed. ``gone`` is why nobody sees what stands in it.

    ``is_hidden`` is a hiding that an element inside may undo; ``is_unsure`` says that nobody may
    see it, by a rule of which it cannot be told whether it counts on paper, or what it does;
    ``custom`` are the values that the style sheets keep under names of their own.
    """

    gone: LeftOutReason | None = None
    is_hidden: bool = False
    is_unsure: bool = False
    colour: Colour | None = BLACK
    behind: Backdrop = field(default_factory=Backdrop)
    size: float = _USUAL
    marker: str = ""
    custom: Declarations = field(default_factory=dict)

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
    own = {name: value for name, value in said.items() if name.startswith("--")}
    custom = {**above.custom, **own} if own else above.custom
    said, is_told = with_custom(said, custom)
    size = _size(said, above.size)
    gone = above.gone or _gone(element, said, size)
    visibility = said.get("visibility", "")
    is_hidden = visibility in ("hidden", "collapse") if visibility else above.is_hidden
    behind, is_told_behind = _behind(element, said, above.behind)
    colour = above.colour
    written = said.get("-webkit-text-fill-color") or said.get("color") or (
        element.get("color") or "" if element.tag == "font" else ""
    )  # fmt: skip
    if written and written not in SAME_AS_AROUND:
        found = read_colour(written)
        colour, is_told = found.colour, is_told and found.is_told
        gone = gone or (LeftOutReason.INVISIBLE if found.is_clear else None)
    marker = said.get("list-style-type") or said.get("list-style", "")
    is_unsure = not (is_told and is_told_behind) or may_be_gone(said, size)
    return replace(
        above,
        gone=gone,
        is_hidden=is_hidden,
        is_unsure=above.is_unsure or is_unsure,
        colour=colour,
        behind=behind,
        size=size,
        marker=marker or above.marker,
        custom=custom,
    )


def covers(element: Element, seen: Shown, sheets: StyleSheets) -> bool:
    """Tell whether an element that is printed may lie over the words of others."""
    said, _ = with_custom(sheets.of(element)[1], seen.custom)
    if seen.gone is not None or seen.is_hidden:
        return False
    is_empty = not "".join(element.itertext()).strip()
    is_picture = element.tag in ("img", "svg", "canvas")
    return may_cover(said, seen.size, is_picture=is_picture, is_empty=is_empty)


def _gone(element: Element, said: Declarations, size: float) -> LeftOutReason | None:
    display = said.get("display", "none" if element.get("hidden") is not None else "")
    if display == "none" or said.get("content-visibility") == "hidden":
        return LeftOutReason.HIDDEN
    decoration = said.get("text-decoration", "") + said.get("text-decoration-line", "")
    if element.tag in _STRUCK or "line-through" in decoration:
        return LeftOutReason.STRUCK
    if _fraction(said.get("opacity")) <= 0.05 or "opacity(0" in said.get("filter", ""):
        return LeftOutReason.INVISIBLE
    return LeftOutReason.SMALL if size < _SMALLEST else gone_by_place(said, size)


def _size(said: Declarations, above: float) -> float:
    written = said.get("font-size", "")
    if not written and "font" in said:
        found = re.search(r"(?:^|\s)([0-9.]{1,10}(?:px|pt|em|rem|%|mm)?)(?:/|\s)", said["font"])
        written = found[1] if found else ""
    length = points(written, above, share_of=above)
    return above if length is None else length


def _fraction(text: str | None) -> float:
    if not text:
        return 1.0
    share = 100 if text.endswith("%") else 1
    return decimal_number(text.removesuffix("%"), most=100, default=share) / share


def _behind(element: Element, said: Declarations, above: Backdrop) -> tuple[Backdrop, bool]:
    """Return what is behind an element, and whether what is said of that can be worked out."""
    written = said.get("background-color") or said.get("background", "") or (
        element.get("bgcolor") or ""
    )  # fmt: skip
    if "url(" in said.get("background-image", "") + said.get("background", ""):
        return Backdrop(above.colour, is_sure=False), True
    if "gradient(" in said.get("background-image", "") + written:
        return Backdrop(above.colour, is_sure=False), True
    words = [written, *written.split()] if written else []
    for word in words:
        found = read_colour(word)
        if found.colour is not None and not found.is_clear:
            return Backdrop(found.colour), True
        if not found.is_told:
            return Backdrop(above.colour, is_sure=False), False
    return above, True
