"""Whether a drawing of a Word file lies over the text of the page and may cover words.

Where it comes to lie only Word knows, once it has set the page. So a drawing that stands before the
text, moves none of it aside, and is filled, makes the paragraph on which it hangs a doubt.
"""

from __future__ import annotations

from collections.abc import Iterator

from protocolkit.importing.extract.shared.elements import Element
from protocolkit.importing.extract.word.all_words import chosen_branch, local_name
from protocolkit.importing.extract.word.package import MC, WPS, V
from protocolkit.importing.extract.word.properties import EMU, drawn_style, points
from protocolkit.text.bounded_numbers import whole_number

# A smaller drawing covers no word, in points.
_LOW, _NARROW = 3.0, 8.0
# A picture that is no wider is a logo or an icon, in points.
_WIDE = 200.0
_OFF = ("0", "f", "false", "off")
_FILLS = frozenset(("solidFill", "gradFill", "blipFill", "pattFill"))
_SHAPES = frozenset(("shape", "rect", "roundrect", "oval"))
_LINES = frozenset(("line", "lineInv", "straightConnector1"))
_ASIDE = frozenset(("wrapSquare", "wrapTight", "wrapThrough", "wrapTopAndBottom"))


def may_cover(drawing: Element) -> bool:
    """Tell whether a drawing lies over the text, filled, and is large enough to cover a word."""
    return any(
        _covers(one) if local_name(one) == "anchor" else _covers_as_vml(one)
        for one in _floating(drawing)
    )


def may_strike(drawing: Element) -> bool:
    """Tell whether a drawing is a line that floats where text is: perhaps through words."""
    return any(_is_line(one) for one in _floating(drawing))


def lies_behind(drawing: Element) -> bool:
    """Tell whether a drawing lies behind the text, filled: it may be what is behind any words."""
    return any(
        _is_behind(one) if local_name(one) == "anchor" else _is_behind_as_vml(one)
        for one in _floating(drawing)
    )


def may_hold_words(drawing: Element) -> bool:
    """Tell whether a drawing is a picture in the text, wide enough for a line of words."""
    return any(
        (points(extent.get("cx"), EMU) or 0.0) >= _WIDE
        for placed in drawing.iter()
        if local_name(placed) == "inline" and any(local_name(one) == "pic" for one in placed.iter())
        for extent in placed
        if local_name(extent) == "extent"
    )


def _is_behind(anchor: Element) -> bool:
    return anchor.get("behindDoc", "0") not in _OFF and any(
        _is_filled(one) for one in anchor.iter() if local_name(one) in ("wsp", "pic")
    )


def _is_behind_as_vml(shape: Element) -> bool:
    return drawn_style(shape).get("z-index", "").startswith("-") and not _is_open(shape)


def _is_line(drawing: Element) -> bool:
    if drawing.tag == f"{V}line":
        return True
    if local_name(drawing) != "anchor":
        high = points(drawn_style(drawing).get("height"))
        return high is not None and high < _LOW and not _is_open(drawing)
    if any(local_name(child) in _ASIDE for child in drawing):
        return False
    if _is_low(drawing) and any(_is_filled(one) for one in drawing.iter(f"{WPS}wsp")):
        return True
    return any(
        local_name(one) == "prstGeom" and one.get("prst", "") in _LINES for one in drawing.iter()
    )


def _is_low(anchor: Element) -> bool:
    extent = next((one for one in anchor if local_name(one) == "extent"), None)
    high = points(extent.get("cy"), EMU) if extent is not None else None
    return high is not None and high < _LOW


def _floating(element: Element) -> Iterator[Element]:
    """Yield what may float: anchors, and shapes of older files."""
    if element.tag == f"{MC}AlternateContent":
        chosen = chosen_branch(element)
        element = element if chosen is None else chosen
    name = local_name(element)
    if name == "anchor" or (element.tag.startswith(V) and name in (*_SHAPES, "line")):
        yield element
    elif name != "txbxContent":
        for child in element:
            if local_name(child):
                yield from _floating(child)


def _covers(anchor: Element) -> bool:
    parts = {local_name(child): child for child in anchor}
    if anchor.get("behindDoc", "0") not in _OFF or parts.keys() & _ASIDE:
        return False
    extent = parts.get("extent")
    wide = points(extent.get("cx"), EMU) if extent is not None else None
    high = points(extent.get("cy"), EMU) if extent is not None else None
    if (wide or 0.0) < _NARROW or (high or 0.0) < _LOW:
        return False
    return any(_is_filled(one) for one in anchor.iter() if local_name(one) in ("wsp", "pic"))


def _is_filled(shape: Element) -> bool:
    if local_name(shape) == "pic":
        return True
    parts = {local_name(child): child for child in shape}
    own = [local_name(child) for child in parts["spPr"]] if "spPr" in parts else []
    if "noFill" in own:
        return False
    if _FILLS.intersection(own):
        return not any(_is_clear(child) for child in parts["spPr"])
    style = parts.get("style")
    fills = style.iter() if style is not None else ()
    return any(local_name(one) == "fillRef" and one.get("idx") not in (None, "0") for one in fills)


def _is_clear(fill: Element) -> bool:
    """Tell whether a fill lets everything through."""
    return any(
        local_name(one) == "alpha" and whole_number(one.get("val"), most=100_000, default=1) == 0
        for one in fill.iter()
    )


def _covers_as_vml(shape: Element) -> bool:
    if shape.tag == f"{V}line":
        return False
    style = drawn_style(shape)
    is_aside = any(local_name(child) == "wrap" and child.get("type") for child in shape)
    is_before = style.get("position") == "absolute" and not style.get("z-index", "").startswith("-")
    wide, high = points(style.get("width")), points(style.get("height"))
    is_large = (wide is None or wide >= _NARROW) and (high is None or high >= _LOW)
    return is_before and is_large and not is_aside and not _is_open(shape)


def _is_open(shape: Element) -> bool:
    fill = shape.find(f"{V}fill")
    return shape.get("filled", "t") in _OFF or (fill is not None and fill.get("on") in _OFF)
