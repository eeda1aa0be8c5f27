"""The comparison of a subject as a Word file: landscape, tables whose head comes on every page."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from protocolkit.base.messages import DEFAULT_LANGUAGE, Translate
from protocolkit.exchange.record import Record, RecordKind
from protocolkit.paper.comparison import Box, ComparisonPaper, Head, Line, Question, Strip, is_short
from protocolkit.paper.docx.elements import (
    Element,
    Look,
    Setting,
    element,
    paragraph,
    style_paragraph,
    text_run,
)
from protocolkit.paper.docx.look import add_look
from protocolkit.paper.docx.package import (
    add_part,
    address_relater,
    empty_document,
    read_template,
    save,
    set_date,
)
from protocolkit.paper.docx.record_part import add_record
from protocolkit.paper.docx.running import footer_element
from protocolkit.paper.docx.stories import outside_address
from protocolkit.paper.house_style import NEUTRAL

_PAGE = {"w": 16838, "h": 11906}
_MARGIN = 850
_TOPIC = 2300

_Link = Callable[[str], str]


def matrix_docx(
    paper: ComparisonPaper,
    translate: Translate,
    *,
    language: str = DEFAULT_LANGUAGE,
    site: str = "",
) -> bytes:
    """Return a comparison as the bytes of a Word file; the same input gives the same bytes.

    ``site`` is the address of the website, to which clauses then lead; without one nothing is a
    link.
    """
    document = empty_document()
    add_look(document, NEUTRAL, (), language, project=None, organisation="")
    add_part(document, "footnotes", read_template("footnotes.xml", "footnotes", None))
    footer = add_part(document, "footer1", footer_element(paper.standing, translate))
    relate = address_relater(document.part)

    def link(url: str) -> str:
        address = outside_address(f"{site.rstrip('/')}/{url}") if site and url else None
        return relate(address) if address else ""

    body = document.element.body
    body.append(style_paragraph("Title", paper.title))
    body.extend(style_paragraph("BodyText", line) for line in (*paper.explanation, paper.standing))
    for theme in paper.themes:
        body.append(style_paragraph("Heading1", theme.title))
        for strip in theme.strips:
            body.append(_table(strip, translate, link))
            body.append(paragraph(Setting(style="AfterTable")))
    body.append(_page(footer))
    add_record(document, Record(made=RecordKind.COMPARISON))
    properties = document.core_properties
    properties.title, properties.author, properties.last_modified_by = paper.title, "", ""
    properties.comments = paper.standing
    properties.language, properties.revision = language, 1
    set_date(document, None)
    return save(document)


def _page(footer: str) -> Element:
    sides = dict.fromkeys(("top", "right", "bottom", "left"), _MARGIN)
    return element(
        "sectPr",
        element("footerReference", type="default", r__id=footer),
        element("pgSz", **_PAGE, orient="landscape"),
        element("pgMar", **sides, header=500, footer=400, gutter=0),
    )


def _table(strip: Strip, translate: Translate, link: _Link) -> Element:
    width = (_PAGE["w"] - 2 * _MARGIN - _TOPIC) // len(strip.heads)
    widths = [_TOPIC, *(width for _ in strip.heads)]
    made = element(
        "tbl",
        element(
            "tblPr",
            element("tblStyle", val="ProtocolTable"),
            element("tblW", w=sum(widths), type="dxa"),
            element("tblLayout", type="fixed"),
            element("tblLook", val="06A0", firstRow=1, lastRow=0, firstColumn=1, lastColumn=0,
                    noHBand=1, noVBand=1),
        ),
        element("tblGrid", *(element("gridCol", w=one) for one in widths)),
    )  # fmt: skip
    heads = [list(_head(head)) for head in (Head(name=translate("Topic")), *strip.heads)]
    made.append(_row(heads, widths, element("cantSplit"), element("tblHeader")))
    for question in strip.questions:
        cells = [list(_box(box, link)) for box in question.boxes]
        whole = [element("cantSplit")] if is_short(question) else []
        made.append(_row([list(_question(question)), *cells], widths, *whole))
    return made


def _row(
    cells: Sequence[Sequence[Element]], widths: Sequence[int], *properties: Element
) -> Element:
    made = element("tr")
    if properties:
        made.append(element("trPr", *properties))
    for width, paragraphs in zip(widths, cells, strict=True):
        cell = element("tcPr", element("tcW", w=width, type="dxa"))
        made.append(element("tc", cell, *paragraphs))
    return made


def _head(head: Head) -> Iterator[Element]:
    yield style_paragraph("TableHeading", head.name)
    if head.standing:
        yield style_paragraph("TableRemark", head.standing)


def _question(question: Question) -> Iterator[Element]:
    yield style_paragraph("TableQuestion", question.title)
    yield style_paragraph("TableRemark", question.remark)


def _box(box: Box, link: _Link) -> Iterator[Element]:
    """Yield the clauses of a cell, each a paragraph that begins with its label."""
    if box.said or not box.lines:
        said = [text_run(box.said, Look(emphasised=True))] if box.said else []
        yield paragraph(Setting(style="TableText"), said)
    for line in box.lines:
        yield paragraph(Setting(style="TableText"), _line(line, link))


def _line(line: Line, link: _Link) -> Iterator[Element]:
    address = link(line.url)
    look = Look(strong=True, style="Hyperlink" if address else "")
    label = text_run(line.label, look)
    yield element("hyperlink", label, r__id=address) if address else label
    if line.remark:
        yield text_run(f" ({line.remark})", Look(emphasised=True))
    yield text_run(f": {line.text}")
