"""A Word file on its side, for tables: what the comparison and a list of changes share."""

from __future__ import annotations

from collections.abc import Sequence

from docx.document import Document
from docx.oxml.ns import qn

from protocolkit.base.messages import Translate
from protocolkit.exchange.record import Record, RecordKind
from protocolkit.paper.docx.elements import Element, element, table_borders
from protocolkit.paper.docx.header_footer import footer_element, title_header
from protocolkit.paper.docx.look import add_look
from protocolkit.paper.docx.package import (
    add_part,
    empty_document,
    property_text,
    read_template,
    save,
    set_date,
)
from protocolkit.paper.docx.record_part import add_record
from protocolkit.paper.house.style import NEUTRAL, HouseStyle
from protocolkit.paper.shared.extras import tag_of

_PAGE = {"w": 16838, "h": 11906}
# Those of the templates in templates/typst/ whose pages lie on their side.
_MARGINS = {"top": 1077, "right": 794, "bottom": 964, "left": 794}
# The margin of a cell with small letters, in twips: `paper/shared/columns.py` measures with it.
_SMALL_MARGIN = 80
LANDSCAPE_WIDTH = _PAGE["w"] - _MARGINS["left"] - _MARGINS["right"]
"""The width of the text on a page, in twips."""


def landscape_document(
    standing: str,
    translate: Translate,
    language: str,
    style: HouseStyle = NEUTRAL,
    *,
    running: str = "",
) -> tuple[Document, list[Element]]:
    """Return an empty file and the list for its content; ``standing`` is at the foot of pages.

    What is ``running`` along stands above every page but the first. :func:`landscape_file` puts
    what is in the list into the file.
    """
    document = empty_document()
    add_look(document, style, language, project=None)
    add_part(document, "footnotes", read_template("footnotes.xml", "footnotes", None))
    footer = add_part(
        document, "footer1", footer_element(standing, translate, width=LANDSCAPE_WIDTH)
    )
    references = [element("footerReference", type="default", r__id=footer)]
    if running:
        head = add_part(document, "header1", title_header(running, width=LANDSCAPE_WIDTH))
        references.insert(0, element("headerReference", type="default", r__id=head))
        references.append(element("footerReference", type="first", r__id=footer))
    document.element.body.append(
        element(
            "sectPr",
            *references,
            element("pgSz", **_PAGE, orient="landscape"),
            element("pgMar", **_MARGINS, header=500, footer=400, gutter=0),
            *([element("titlePg")] if running else []),
        )
    )
    return document, []


def landscape_file(
    document: Document,
    content: Sequence[Element],
    title: str,
    standing: str,
    language: str,
    kind: RecordKind = RecordKind.COMPARISON,
) -> bytes:
    """Return the bytes of a file, of this ``kind``, its content before the setting of its pages."""
    page = document.element.body[-1]
    for made in content:
        page.addprevious(made)
    if content and content[-1].tag == qn("w:p") and not len(content[-1].xpath("w:r")):
        _flatten(content[-1])
    add_record(document, Record(made=kind))
    properties = document.core_properties
    properties.title, properties.author = property_text(title), ""
    properties.last_modified_by, properties.comments = "", property_text(standing)
    properties.language, properties.revision = tag_of(language), 1
    set_date(document, None)
    return save(document)


def _flatten(made: Element) -> None:
    """Let an empty last paragraph take no room: after a full page it would make another one."""
    properties = made.find(qn("w:pPr"))
    properties.append(element("spacing", before=0, after=0, line=20, lineRule="exact"))
    properties.append(element("rPr", element("vanish"), element("sz", val=2)))


def table(widths: Sequence[int], *, is_small: bool = False) -> Element:
    """Return an empty table with columns of these widths, in twips, and a rule between them.

    One with letters that are small has smaller margins in its cells.
    """
    margins = [element(side, w=_SMALL_MARGIN, type="dxa") for side in ("left", "right")]
    return element(
        "tbl",
        element(
            "tblPr",
            element("tblStyle", val="ProtocolTable"),
            element("tblW", w=sum(widths), type="dxa"),
            table_borders(),
            element("tblLayout", type="fixed"),
            *([element("tblCellMar", *margins)] if is_small else []),
            element("tblLook", val="06A0", firstRow=1, lastRow=0, firstColumn=1, lastColumn=0,
                    noHBand=1, noVBand=1),
        ),
        element("tblGrid", *(element("gridCol", w=one) for one in widths)),
    )  # fmt: skip


def table_row(
    cells: Sequence[Sequence[Element]], widths: Sequence[int], *properties: Element
) -> Element:
    """Return a row of cells, each with its paragraphs."""
    made = element("tr")
    if properties:
        made.append(element("trPr", *properties))
    for width, paragraphs in zip(widths, cells, strict=True):
        cell = element("tcPr", element("tcW", w=width, type="dxa"))
        made.append(element("tc", cell, *paragraphs))
    return made
