"""An organisation's letterhead in a header or footer of a Word file."""

from __future__ import annotations

import io
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass
from itertools import count

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.oxml.shape import CT_Inline
from docx.shared import Mm

from protocolkit.paper.docx.elements import Element, clean, element, field, run, tab, text_content
from protocolkit.paper.docx.package import add_part
from protocolkit.paper.house.letterhead import (
    HouseBox,
    HousePicture,
    Letterhead,
    Line,
    Piece,
    Sign,
    Story,
    Strip,
    Words,
)
from protocolkit.paper.house.room import TWIPS_PER_MM

LETTERHEAD_STYLE = "Letterhead"
# Above every number that a picture of the text has.
_FIRST_NUMBER = 9_000
# Millimetres: between a letterhead and our own lines, and between the columns of a strip.
_GAP, _GUTTER = 2.0, 2.0
_WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"


def add_story(
    document: Document,
    name: str,
    root: Element,
    story: Story,
    letterhead: Letterhead,
    left: float,
    *,
    total: Element | None = None,
) -> str:
    """Add a header or footer, ``root``, with a letterhead in it; return its relationship id.

    In a header the letterhead comes first, in a footer last. ``left`` is the margin of the text, in
    millimetres; ``total`` is the field that says how many pages there are, where a sheet that is
    not counted stands before them.
    """
    related = add_part(document, name, root)
    part = document.part.rels[related].target_part
    writer = _Writer(document, part, letterhead, left, count(_FIRST_NUMBER), total)
    made = list(writer.elements(story))
    is_foot = name.startswith("footer")
    if made and len(root):
        beside = 0.0 if is_foot else letterhead.beside(story)
        _keep_apart(root, round((beside + _GAP) * TWIPS_PER_MM), is_foot=is_foot)
    for place, one in enumerate(made):
        root.insert(len(root) if is_foot else place, one)
    return related


def _keep_apart(root: Element, room: int, *, is_foot: bool) -> None:
    """Let our own lines end above a letterhead, or begin below it, so much further, in twips."""
    properties = root[-1 if is_foot else 0].find(qn("w:pPr"))
    properties.append(element("spacing", **{"after" if is_foot else "before": room}))


@dataclass(frozen=True, slots=True)
class _Writer:
    """Writes the lines of one header or footer."""

    document: Document
    part: Part
    letterhead: Letterhead
    left: float
    numbers: Iterator[int]
    total: Element | None = None

    @property
    def _indent(self) -> int:
        """How far the lines begin from the margin of the text, in twips."""
        return round((self.letterhead.left - self.left) * TWIPS_PER_MM)

    def elements(self, story: Story) -> Iterator[Element]:
        """Yield paragraphs and tables; pictures with their own place hang on the first.

        The lines of a box stand in a frame, which comes before what it stands beside.
        """
        pictures = [one for one in story.placed if isinstance(one, HousePicture)]
        anchored = [run([element("drawing", self._anchor(one))]) for one in pictures]
        for placed in story.placed:
            if isinstance(placed, HouseBox):
                yield from self._box(placed)
        width = round(self.letterhead.width * TWIPS_PER_MM)
        blocks = list(story.lines)
        if anchored and not (blocks and isinstance(blocks[0], Line)):
            blocks.insert(0, Line())
        for number, block in enumerate(blocks):
            if isinstance(block, Strip):
                yield self._table(block, width)
                # between two tables, and after one, Word wants a paragraph
                yield self._paragraph(Line(), width, 0, is_thin=True)
            else:
                made = self._paragraph(block, width, self._indent)
                made.extend(anchored if number == 0 else ())
                yield made

    def _box(self, box: HouseBox) -> Iterator[Element]:
        """Yield the lines of a box: paragraphs with one frame, which Word sets as one."""
        left, top, width = (round(side * TWIPS_PER_MM) for side in (box.left, box.top, box.width))
        frame = {"w": width, "wrap": "around", "hAnchor": "page", "vAnchor": "page"}
        for line in box.lines or (Line(),):
            made = self._paragraph(line, width, 0)
            style = made.find(qn("w:pPr"))[0]
            # at 0 Word would put it beside the text
            style.addnext(element("framePr", **frame, x=max(left, 1), y=max(top, 1)))
            yield made

    def _paragraph(self, line: Line, width: int, indent: int, *, is_thin: bool = False) -> Element:
        zones = [(at, zone) for at, zone in enumerate(line.zones()) if zone]
        properties = [element("pStyle", val=LETTERHEAD_STYLE)]
        is_tabbed = len(zones) > 1
        if is_tabbed:
            stops = (("center", width // 2), ("right", width))
            tabs = (element("tab", val=kind, pos=indent + place) for kind, place in stops)
            properties.append(element("tabs", *tabs))
        if is_thin:
            properties.append(element("spacing", before=0, after=0, line=20, lineRule="exact"))
        if indent:
            properties.append(element("ind", left=indent))
        if zones and not is_tabbed and zones[0][0]:
            properties.append(element("jc", val=("left", "center", "right")[zones[0][0]]))
        return element("p", element("pPr", *properties), *self._runs(line, is_tabbed=is_tabbed))

    def _runs(self, line: Line, *, is_tabbed: bool) -> Iterator[Element]:
        for at, zone in enumerate(line.zones()):
            if at and is_tabbed and any(line.zones()[at:]):
                yield tab()
            for piece in zone:
                yield self._run(piece)

    def _run(self, piece: Piece) -> Element:
        if isinstance(piece, HousePicture):
            return run([element("drawing", self._inline(piece))])
        if isinstance(piece, Words):
            return element("r", element("rPr", *_look(piece)), *text_content(piece.text))
        if piece is Sign.BREAK:
            return run([element("br")])
        if piece is Sign.PAGES and self.total is not None:
            return deepcopy(self.total)
        return field("PAGE" if piece is Sign.PAGE else "NUMPAGES", "1")

    def _table(self, strip: Strip, width: int) -> Element:
        widths = [width * share // sum(strip.shares) for share in strip.shares]
        cells = [
            element(
                "tc",
                element("tcPr", element("tcW", w=wide, type="dxa"), *_gutter(place, len(widths))),
                *[self._paragraph(line, wide, 0) for line in lines or (Line(),)],
            )
            for place, (lines, wide) in enumerate(zip(strip.cells, widths, strict=True))
        ]
        return element(
            "tbl",
            element(
                "tblPr",
                element("tblW", w=sum(widths), type="dxa"),
                element("tblInd", w=self._indent, type="dxa"),
                element("tblLayout", type="fixed"),
                element("tblCellMar", *(element(at, w=0, type="dxa") for at in ("left", "right"))),
            ),
            element("tblGrid", *(element("gridCol", w=wide) for wide in widths)),
            element("tr", *cells),
        )

    def _inline(self, picture: HousePicture) -> Element:
        package = self.document.part.package
        assert package is not None
        image = package.get_or_add_image_part(io.BytesIO(picture.content))
        related = self.part.relate_to(image, RELATIONSHIP_TYPE.IMAGE)
        number = next(self.numbers)
        made = CT_Inline.new_pic_inline(
            number, related, "briefhoofd.png", Mm(picture.width), Mm(picture.height)
        )
        made.docPr.set("name", f"Briefhoofd {number}")
        made.docPr.set("descr", clean(picture.words))
        return made

    def _anchor(self, picture: HousePicture) -> Element:
        """Return a picture at its own place on the page, behind what is printed over it."""
        inline = self._inline(picture)
        extent, named, frame, graphic = list(inline)
        made = parse_xml(
            f'<wp:anchor xmlns:wp="{_WP}" distT="0" distB="0" distL="0" distR="0" simplePos="0" '
            'relativeHeight="1" behindDoc="1" locked="0" layoutInCell="1" allowOverlap="1">'
            '<wp:simplePos x="0" y="0"/>'
            f'<wp:positionH relativeFrom="page"><wp:posOffset>{Mm(picture.left or 0)}'
            "</wp:posOffset></wp:positionH>"
            f'<wp:positionV relativeFrom="page"><wp:posOffset>{Mm(picture.top)}'
            "</wp:posOffset></wp:positionV></wp:anchor>"
        )
        wrapping = parse_xml(f'<wp:wrapNone xmlns:wp="{_WP}"/>')
        made.extend((extent, wrapping, named, frame, graphic))
        return made


def _gutter(place: int, count: int) -> Iterator[Element]:
    """Yield the room at the right of a cell, but of the last: what stands there begins apart."""
    if place < count - 1:
        yield element("tcMar", element("right", w=round(_GUTTER * TWIPS_PER_MM), type="dxa"))


def _look(words: Words) -> Iterator[Element]:
    if words.bold:
        yield from (element("b"), element("bCs"))
    if words.italic:
        yield from (element("i"), element("iCs"))
    if words.colour:
        yield element("color", val=words.colour.lstrip("#").upper())
    if words.size:
        yield from (element(name, val=round(words.size * 2)) for name in ("sz", "szCs"))
