"""How the letters of an element are coloured, and what is behind them, by style and attributes."""

from __future__ import annotations

from protocolkit.importing.extract.shared.colours import BLACK, Backdrop, Colour, mixed
from protocolkit.importing.extract.shared.elements import Element
from protocolkit.importing.extract.web.colours import (
    SAME_AS_AROUND,
    Found,
    attribute_colour,
    read_colour,
)
from protocolkit.importing.extract.web.css_text import words_apart
from protocolkit.importing.extract.web.css_values import Declarations
from protocolkit.importing.extract.web.lengths import number, points
from protocolkit.importing.extract.web.places import functions

_USUAL = 12.0
_LINK = "#0000ee"
_NOTHING = ("", "none", "0", "0px", "initial", "unset")


def coloured(element: Element, said: Declarations, above: Found, fill: str) -> Found:
    """Return the colour of letters; what they are filled with counts more than their colour."""
    written = fill or said.get("color") or _usual_colour(element)
    if written == "initial":
        return Found(BLACK)
    if not written or written in SAME_AS_AROUND:
        return Found(above.colour, above.share)
    return read_colour(written)


def _usual_colour(element: Element) -> str:
    """Return the colour that letters have by what they are, or by an attribute; "" for none."""
    if element.tag in ("font", "body"):
        said = element.get("color" if element.tag == "font" else "text")
        return attribute_colour(said) if said else ""
    if element.tag == "a" and element.get("href") is not None:
        body = element.getroottree().find(".//body")
        said = body.get("link") if body is not None else None
        return attribute_colour(said) if said else _LINK
    return "#000" if element.tag == "mark" else ""


def what_is_behind(
    element: Element, said: Declarations, above: Backdrop, own: Colour | None
) -> tuple[Backdrop, bool]:
    """Return what is behind an element, and whether what is said of that can be worked out.

    ``own`` is the colour of its letters.
    """
    written = said.get("background-color") or said.get("background", "")
    if not written and element.get("bgcolor"):
        written = attribute_colour(element.get("bgcolor"))
    if "url(" in said.get("background-image", "") + said.get("background", ""):
        return Backdrop(above.colour, is_sure=False), True
    if "gradient(" in said.get("background-image", "") + written:
        return Backdrop(above.colour, is_sure=False), True
    if (inside := _shadow_inside(said)) is not None:
        return Backdrop(inside, is_sure=False), True
    if not written and element.tag == "mark":
        written = "yellow"
    for word in [written, *words_apart(written)] if written else []:
        if word == "currentcolor":
            return Backdrop(own or above.colour, is_sure=own is not None), True
        found = read_colour(word)
        if found.colour is not None and found.share:
            colour = mixed(above.colour, found.colour, found.share)
            return Backdrop(colour, is_sure=above.is_sure or found.share == 1), True
        if not found.is_told:
            return Backdrop(above.colour, is_sure=False), False
    return above, True


def _shadow_inside(said: Declarations) -> Colour | None:
    """Return the colour of a shadow that fills an element from its sides, None without one."""
    words = list(words_apart(said.get("box-shadow", "")))
    lengths = [abs(points(word, _USUAL) or 0.0) for word in words]
    if "inset" not in words or max(lengths) < _USUAL / 2:
        return None
    return next((colour for word in words if (colour := read_colour(word).colour)), None)


def opacity_of(said: Declarations) -> float:
    """Return how much of an element is to be seen through what says so of it: 0 to 1."""
    found = number(said.get("opacity"), 1.0)
    for name, inside in functions(said.get("filter", "")):
        if name == "opacity":
            found *= number(inside, 1.0)
    return min(max(found, 0.0), 1.0)


def is_drawn_around(said: Declarations, above: bool) -> bool:
    """Tell whether letters are seen by more than their colour: a shadow, an edge, a background."""
    if said.get("background-clip", said.get("-webkit-background-clip", "")) == "text":
        return True
    names = ("text-shadow", "-webkit-text-stroke", "-webkit-text-stroke-width")
    written = [said[name] for name in names if name in said]
    return any(value not in _NOTHING for value in written) if written else above
