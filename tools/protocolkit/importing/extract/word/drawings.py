"""Drawings of a Word file: the text boxes in them, what is behind these, and other words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from protocolkit.importing.extract.shared.colours import WHITE, Backdrop, hex_colour
from protocolkit.importing.extract.shared.elements import Element
from protocolkit.importing.extract.word.all_words import (
    all_words,
    chosen_branch,
    local_name,
    other_words,
    spoken_words,
)
from protocolkit.importing.extract.word.colours import Colours
from protocolkit.importing.extract.word.fills import shape_colour
from protocolkit.importing.extract.word.package import MC, A, V, W
from protocolkit.importing.extract.word.properties import EMU, drawn_style, points
from protocolkit.importing.extract.word.room import has_room
from protocolkit.importing.extract.word.sight import Sight, Surroundings
from protocolkit.reading.words_left_out import LeftOutReason

_NAMED = {"white": "ffffff", "black": "000000", "window": "ffffff", "red": "ff0000"}
# What says where a drawing is and how large.
_SMALLEST = 1.0
_GROWING = "mso-fit-shape-to-text:t"


@dataclass(frozen=True, slots=True)
class Box:
    """A text box: the element that holds its paragraphs, and where that stands."""

    content: Element
    around: Surroundings


@dataclass(frozen=True, slots=True)
class Aside:
    """Words in a drawing that are no text of the page, with the reason."""

    text: str
    reason: LeftOutReason


class Drawings:
    """Takes drawings apart; ``sight`` knows the page."""

    def __init__(self, sight: Sight, colours: Colours) -> None:
        self._sight = sight
        self._colours = colours

    def parts(self, drawing: Element, around: Surroundings) -> Iterator[Box | Aside]:
        """Yield the boxes of a drawing and its other words, in the order of the file."""
        name = local_name(drawing)
        if drawing.tag == f"{W}txbxContent":
            yield Box(drawing, around)
            return
        if drawing.tag == f"{MC}AlternateContent":
            chosen = chosen_branch(drawing)
            if chosen is not None:
                yield from self._inside(chosen, around)
            if words := other_words(drawing):
                yield Aside(words, LeftOutReason.OTHER_VERSION)
            return
        if name in ("anchor", "inline"):
            around = _with(around, gone=self._gone(drawing))
        elif name == "wsp":
            behind = _filled(drawing, self._colours)
            around = _with(around, behind=behind, is_unsure=_is_tight(drawing))
        elif drawing.tag.startswith(V):
            around = self._of_vml(drawing, name, around)
        said = LeftOutReason.PICTURE if name == "textpath" else LeftOutReason.DESCRIPTION
        yield from (Aside(words, said) for words in spoken_words(drawing))
        if name == "t" and drawing.text:
            yield Aside(drawing.text, LeftOutReason.PICTURE)
        yield from self._inside(drawing, around)

    def _inside(self, element: Element, around: Surroundings) -> Iterator[Box | Aside]:
        for child in element:
            if local_name(child):
                yield from self.parts(child, around)

    def _gone(self, place: Element) -> LeftOutReason | None:
        """Return why a drawing at this place is not seen."""
        for child in place:
            if local_name(child) == "docPr" and child.get("hidden") in ("1", "true"):
                return LeftOutReason.HIDDEN
            if local_name(child) == "extent":
                sizes = [points(child.get(name), EMU) for name in ("cx", "cy")]
                if any(size is not None and size < _SMALLEST for size in sizes):
                    return LeftOutReason.SMALL
        across = _offset(place, "positionH")
        down = _offset(place, "positionV")
        return LeftOutReason.OFF_PAGE if self._sight.is_off(across, down) else None

    def _of_vml(self, shape: Element, name: str, around: Surroundings) -> Surroundings:
        if name not in ("shape", "rect", "roundrect", "oval", "line", "group"):
            return around
        style = drawn_style(shape)
        gone = None
        if style.get("visibility") == "hidden" or style.get("display") == "none":
            gone = LeftOutReason.HIDDEN
        left = (points(style.get("margin-left")) or 0.0) + (points(style.get("left")) or 0.0)
        top = (points(style.get("margin-top")) or 0.0) + (points(style.get("top")) or 0.0)
        # what stands in a group is placed in its own measure
        above = shape.getparent()
        is_in_group = above is not None and local_name(above) == "group"
        is_placed = style.get("position") == "absolute" and not is_in_group
        if gone is None and is_placed and self._sight.is_off(left, top):
            gone = LeftOutReason.OFF_PAGE
        sizes = [points(style.get(side)) for side in ("width", "height")]
        is_tight = False
        if name != "group" and None not in sizes:
            wide, high = (size or 0.0 for size in sizes)
            grows = _GROWING in "".join(box.get("style", "") for box in shape.iter(f"{V}textbox"))
            is_tight = not grows and not has_room(_boxed_words(shape), wide, high)
        behind = None if name == "group" else _filled_vml(shape)
        return _with(around, gone=gone, behind=behind, is_unsure=is_tight)


def _with(
    around: Surroundings,
    *,
    gone: LeftOutReason | None = None,
    behind: Backdrop | None = None,
    is_unsure: bool = False,
) -> Surroundings:
    """Return the surroundings inside a drawing: what a table says of text ends there."""
    return Surroundings(
        behind=behind or around.behind,
        gone=around.gone or gone,
        is_unsure=around.is_unsure or is_unsure,
        elsewhere=around.elsewhere,
    )


def _is_tight(shape: Element) -> bool:
    """Tell whether a shape does not grow with its words, and may have no room for them."""
    extent = next((one for one in shape.iter(f"{A}ext") if one.get("cx")), None)
    if extent is None or any(local_name(one) == "spAutoFit" for one in shape.iter()):
        return False
    if any(local_name(one) == "normAutofit" for one in shape.iter()):
        return False
    wide, high = (points(extent.get(side), EMU) or 0.0 for side in ("cx", "cy"))
    return not has_room(_boxed_words(shape), wide, high)


def _boxed_words(shape: Element) -> list[str]:
    boxes = shape.iter(f"{W}txbxContent")
    return [words for box in boxes for p in box.iter(f"{W}p") if (words := all_words(p))]


def _filled(shape: Element, colours: Colours) -> Backdrop:
    """Return what a shape lays behind its text; a shape without a fill of its own is unsure."""
    for child in shape:
        if local_name(child) == "spPr":
            found = shape_colour(child, colours)
            if found is not None:
                return found
    return Backdrop(is_sure=False)


def _filled_vml(shape: Element) -> Backdrop:
    fill = shape.find(f"{V}fill")
    if shape.get("filled") in ("f", "false") or fill is not None:
        return Backdrop(is_sure=False)
    said = shape.get("fillcolor", "white").split(" ")[0].lower()
    colour = hex_colour(_NAMED.get(said, said))
    return Backdrop(colour or WHITE, is_sure=colour is not None)


def _offset(place: Element, name: str) -> float:
    """Return how far from its margin a drawing stands, in points; 0 when it is aligned."""
    for child in place:
        if local_name(child) == name:
            for said in child:
                if local_name(said) == "posOffset":
                    return points(said.text, EMU) or 0.0
    return 0.0
