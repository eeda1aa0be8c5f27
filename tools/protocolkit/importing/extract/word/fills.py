"""What letters and shapes of a Word file are filled with: a colour, how much of it, or nothing."""

from __future__ import annotations

import colorsys
from dataclasses import dataclass

from protocolkit.importing.extract.shared.colours import BLACK, Backdrop, Colour, hex_colour
from protocolkit.importing.extract.shared.elements import Element
from protocolkit.importing.extract.word.colours import Colours
from protocolkit.importing.extract.word.package import W14, A
from protocolkit.text.bounded_numbers import decimal_number

_WHOLE = 100_000


@dataclass(frozen=True, slots=True)
class Fill:
    """A colour, None where none is said, and how much of it shows: 0 to 1."""

    colour: Colour | None = None
    share: float = 1.0


def filled(fill: Element | None, colours: Colours) -> Fill:
    """Return what letters are filled with by their ``w14:textFill``."""
    if fill is None:
        return Fill()
    if fill.find(f"{W14}noFill") is not None:
        return Fill(share=0.0)
    solid = fill.find(f"{W14}solidFill")
    if solid is not None and len(solid):
        return _of_colour(solid[0], colours)
    stops = [_of_colour(stop[0], colours) for stop in fill.iter(f"{W14}gs") if len(stop)]
    # of a blend only one that is no blend is known
    return stops[0] if stops and len(set(stops)) == 1 else Fill()


def _of_colour(element: Element, colours: Colours) -> Fill:
    said = {str(child.tag).removeprefix(W14): child.get(f"{W14}val") for child in element}
    name = element.get(f"{W14}val") or ""
    colour = hex_colour(name) or colours.theme(name)
    if colour is not None and ("lumMod" in said or "lumOff" in said):
        colour = _lightened(colour, _part(said.get("lumMod"), 1.0), _part(said.get("lumOff"), 0.0))
    return Fill(colour, 1.0 - _part(said.get("alpha"), 0.0))


def _part(text: str | None, default: float) -> float:
    return decimal_number(text, most=_WHOLE * 10, default=default * _WHOLE) / _WHOLE


def _lightened(colour: Colour, times: float, more: float) -> Colour:
    hue, light, full = colorsys.rgb_to_hls(*(part / 255 for part in colour))
    light = min(max(light * times + more, 0.0), 1.0)
    red, green, blue = (round(part * 255) for part in colorsys.hls_to_rgb(hue, light, full))
    return red, green, blue


def shape_colour(properties: Element | None, colours: Colours) -> Backdrop | None:
    """Return what a shape lays behind its text by its ``wps:spPr``; None when that is not said."""
    for child in properties if properties is not None else ():
        if child.tag == f"{A}noFill":
            return Backdrop(is_sure=False)
        if child.tag == f"{A}solidFill" and len(child):
            colour = hex_colour(child[0].get("val")) or colours.theme(child[0].get("val", ""))
            return Backdrop(colour or BLACK, is_sure=colour is not None and not len(child[0]))
        if child.tag in (f"{A}gradFill", f"{A}blipFill", f"{A}pattFill", f"{A}grpFill"):
            return Backdrop(is_sure=False)
    return None
