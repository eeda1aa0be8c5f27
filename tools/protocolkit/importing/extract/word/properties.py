"""Single properties of a Word file's XML: switches, lengths, places in a list."""

from __future__ import annotations

import re
from math import inf, isnan, nan

from protocolkit.importing.extract.shared.elements import Element
from protocolkit.importing.extract.word.package import W
from protocolkit.text.bounded_numbers import decimal_number, whole_number

_TWIPS = 20.0
_DEEPEST = 8
EMU = 1 / 12_700
"""The measure of drawings (English Metric Units), in points."""

_DECLARATION = re.compile(r"\s*([\w-]{1,60})\s*:\s*([^;]{0,200})")
_MOST_STYLE = 2000
_MEASURE = re.compile(r"\s*(?P<number>[+-]?[0-9.]{1,30})(?P<unit>pt|pc|pi|in|mm|cm|px)?\s*")
_POINTS = {
    "pt": 1.0,
    "pc": 12.0,
    "pi": 12.0,
    "in": 72.0,
    "mm": 72 / 25.4,
    "cm": 72 / 2.54,
    "px": 0.75,
}


def value(element: Element | None, name: str) -> str:
    """Return the value of a property, or ""."""
    found = element.find(f"{W}{name}") if element is not None else None
    return "" if found is None else str(found.get(f"{W}val", ""))


def style_of(paragraph: Element) -> str:
    """Return the id of the style that a paragraph names, or ""."""
    return value(paragraph.find(f"{W}pPr"), "pStyle")


def is_on(element: Element) -> bool:
    """Tell whether a switch is on: it is when it stands there and does not say otherwise."""
    return element.get(f"{W}val", "1") not in ("0", "false", "off", "none")


def drawn_style(shape: Element) -> dict[str, str]:
    """Return what the style of a shape in VML says, by name, in small letters."""
    found = _DECLARATION.finditer(shape.get("style", "")[:_MOST_STYLE])
    return {said[1].lower(): said[2].strip().lower() for said in found}


def level_number(text: str | None, nothing: int = 0) -> int:
    """Return the level of a list that a text names: 0 to 8, ``nothing`` when it names none."""
    return whole_number(text, most=_DEEPEST, default=nothing)


def points(text: str | None, unit: float = 1 / _TWIPS) -> float | None:
    """Return a length in points, None when a text says none.

    A bare number counts in ``unit`` points (twips when not said); ``1.5mm`` says its own unit.
    """
    found = _MEASURE.fullmatch(text) if text else None
    if found is None:
        return None
    number = decimal_number(found["number"], least=-inf, most=inf, default=nan)
    scale = _POINTS[found["unit"]] if found["unit"] else unit
    return None if isnan(number) else number * scale


def indent(properties: Element | None) -> float:
    """Return the indent of the first line in points, or -1.

    A line that hangs out begins where its marker stands; one that is drawn in begins no item.
    """
    found = properties.find(f"{W}ind") if properties is not None else None
    if found is None:
        return -1.0
    left = points(found.get(f"{W}left") or found.get(f"{W}start"))
    hanging = points(found.get(f"{W}hanging")) or 0.0
    return max(left - hanging, 0.0) if left is not None else -1.0


def numbering(properties: Element | None) -> tuple[str, int]:
    """Return the list and depth that a paragraph or a style says it is in.

    Either may say one without the other: "" and -1 are what it does not say.
    """
    found = properties.find(f"{W}numPr") if properties is not None else None
    if found is None:
        return "", -1
    return value(found, "numId"), level_number(value(found, "ilvl") or None, nothing=-1)


def outline_level(properties: Element | None) -> int:
    """Return the level of a heading that a paragraph has by itself: 2 and down, 0 for none."""
    return whole_number(value(properties, "outlineLvl"), most=_DEEPEST, default=-2) + 2


def font_size(properties: Element | None) -> float:
    """Return the size of letters in points, 0 when nothing is said."""
    return points(value(properties, "sz"), 0.5) or 0.0


def is_underlined(properties: Element | None) -> bool:
    """Tell whether words are underlined by hand: links are so by their style."""
    found = properties.find(f"{W}u") if properties is not None else None
    is_link = properties is not None and properties.find(f"{W}rStyle") is not None
    return found is not None and not is_link and found.get(f"{W}val") not in (None, "none")


def switch(properties: Element | None, name: str, default: bool = False) -> bool:
    """Return whether a switch among properties is on, ``default`` where it does not stand."""
    found = properties.find(f"{W}{name}") if properties is not None else None
    return default if found is None else is_on(found)
