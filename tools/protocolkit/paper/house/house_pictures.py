"""The pictures and text boxes of a letterhead: what the file holds itself, at its own place.

A picture is drawn anew, and its address is never opened. What would stand in the text is left out
and told.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import TypeVar

from protocolkit.base.messages import mark, message
from protocolkit.importing.extract.shared.elements import Element
from protocolkit.importing.extract.word.package import Relationship, WordPackage
from protocolkit.paper.house.letterhead import (
    PAGE_HEIGHT,
    PAGE_WIDTH,
    HouseBox,
    HousePicture,
    Line,
)
from protocolkit.paper.house.logo import MOST_PIXELS
from protocolkit.paper.house.margins import Margins, Tell
from protocolkit.paper.house.pixels import Picture, PictureError, draw, picture_size

WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_MM_PER_EMU = 1 / 36_000
_MOST_BYTES = 4_000_000
_KINDS = {".png": "png", ".jpg": "jpg", ".jpeg": "jpg"}
# Between these, in millimetres from the upper edge, stands the text.
_TOP, _FOOT = 100.0, 230.0
_PICTURE_IN_TEXT = mark("a picture that would stand behind the text")
_BOX_IN_TEXT = mark("a text box that would stand in the text")
_Placed = TypeVar("_Placed", HousePicture, HouseBox)


@dataclass(frozen=True, slots=True)
class PictureReader:
    """Reads the pictures of one header or footer, whose relationships are ``related``."""

    package: WordPackage
    related: Mapping[str, Relationship]
    margins: Margins
    tell: Tell
    is_foot: bool

    def picture(self, related: str, frame: Element) -> HousePicture | None:
        """Return a picture that the file holds, drawn anew; None, told, when it cannot be used."""
        relation = self.related.get(related)
        extent, named = frame.find(f"{WP}extent"), frame.find(f"{WP}docPr")
        if relation is None or relation.is_outside:
            self.tell(message(mark("a picture that is not in the file but elsewhere")))
            return None
        kind = _KINDS.get(posixpath.splitext(relation.target)[1].lower(), "")
        content = self.package.content(relation.target) or b""
        if not kind or extent is None or not 0 < len(content) <= _MOST_BYTES:
            self.tell(message(mark("a picture that is no PNG or JPEG of at most 4 MB")))
            return None
        try:
            drawn = _drawn(content, kind)
        except (PictureError, ValueError):
            self.tell(message(mark("a picture that is no PNG or JPEG of at most 4 MB")))
            return None
        width = min(_emu(extent, "cx"), PAGE_WIDTH)
        height = min(_emu(extent, "cy"), PAGE_HEIGHT / 3)
        scale = min(width / drawn.width, height / drawn.height) if width and height else 0
        said = (named.get("descr") or "") if named is not None else ""
        return HousePicture(
            content=drawn.content,
            width=drawn.width * scale,
            height=drawn.height * scale,
            words=" ".join(said.split())[:200],
        )

    def box(self, lines: Iterable[Line], frame: Element) -> HouseBox:
        """Return the lines of a text box, as wide and high as its frame."""
        extent = frame.find(f"{WP}extent")
        width, height = (_emu(extent, name) if extent is not None else 0.0 for name in ("cx", "cy"))
        return HouseBox(
            lines=tuple(lines),
            width=min(width or PAGE_WIDTH / 3, PAGE_WIDTH),
            height=min(height, PAGE_HEIGHT / 3),
        )

    def placed(self, thing: _Placed, frame: Element) -> _Placed | None:
        """Return a thing at its own place; None, told, where it would stand in the text."""
        margins = self.margins
        left = _offset(frame, "positionH", thing.width, PAGE_WIDTH, margins.left, margins.right)
        edge = PAGE_HEIGHT - margins.below_foot - thing.height if self.is_foot else None
        top = _offset(frame, "positionV", thing.height, PAGE_HEIGHT, margins.top, margins.bottom)
        if _frame_of(frame, "positionV") in ("paragraph", "line"):
            start = margins.above_head if edge is None else edge
            top = start + _emu_text(frame.find(f"{WP}positionV/{WP}posOffset"))
        left = min(max(left, 0.0), max(PAGE_WIDTH - thing.width, 0.0))
        top = min(max(top, 0.0), max(PAGE_HEIGHT - thing.height, 0.0))
        if top + thing.height > _TOP and top < _FOOT:
            self.tell(message(_BOX_IN_TEXT if isinstance(thing, HouseBox) else _PICTURE_IN_TEXT))
            return None
        return replace(thing, left=left, top=top)


def _drawn(content: bytes, kind: str) -> Picture:
    if max(picture_size(content, kind)) > MOST_PIXELS:
        raise ValueError("too many pixels")
    return draw(content, kind)


def _emu(found: Element, name: str) -> float:
    """Return a measure of a drawing in millimetres."""
    text = found.get(name, "0")
    return int(text) * _MM_PER_EMU if text.isdecimal() and len(text) < 10 else 0.0


def _emu_text(found: Element | None) -> float:
    text = (found.text or "").strip() if found is not None else ""
    digits = text.removeprefix("-")
    return int(text) * _MM_PER_EMU if digits.isdecimal() and len(digits) < 10 else 0.0


def _frame_of(frame: Element, which: str) -> str:
    found = frame.find(f"{WP}{which}")
    return found.get("relativeFrom", "") if found is not None else ""


def _offset(
    frame: Element, which: str, size: float, page: float, before: float, after: float
) -> float:
    """Return where a picture begins, in millimetres from the edge of the page."""
    found = frame.find(f"{WP}{which}")
    if found is None:
        return before
    is_page = found.get("relativeFrom", "") == "page"
    begin, end = (0.0, page) if is_page else (before, page - after)
    if found.get("relativeFrom", "") in ("rightMargin", "bottomMargin"):
        begin, end = page - after, page
    said = (found.findtext(f"{WP}align") or "").strip()
    if said in ("center", "right", "bottom"):
        return (begin + end - size) / 2 if said == "center" else end - size
    return begin + _emu_text(found.find(f"{WP}posOffset"))
