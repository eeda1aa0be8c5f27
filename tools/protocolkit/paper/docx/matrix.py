"""The comparison of a subject as a Word file: landscape, tables whose head comes on every page."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from protocolkit.base.messages import DEFAULT_LANGUAGE, Translate
from protocolkit.paper.docx.elements import (
    Element,
    Look,
    Setting,
    element,
    paragraph,
    style_paragraph,
    text_run,
)
from protocolkit.paper.docx.landscape import (
    LANDSCAPE_WIDTH,
    landscape_document,
    landscape_file,
    table,
    table_row,
)
from protocolkit.paper.docx.package import address_relater
from protocolkit.paper.docx.text_runs import outside_address
from protocolkit.paper.shared.comparison import (
    Box,
    ComparisonPaper,
    Head,
    Line,
    Question,
    Strip,
    is_short,
)

# That of templates/typst/matrix.typ.
_BAND = "F6F8F9"
_REMARK = Look(style="TitleNote")

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
    document, body = landscape_document(paper.standing, translate, language)
    relate = address_relater(document.part)

    def link(url: str) -> str:
        address = outside_address(f"{site.rstrip('/')}/{url}") if site and url else None
        return relate(address) if address else ""

    body.append(style_paragraph("Title", paper.title))
    body.extend(style_paragraph("BodyText", line) for line in (*paper.explanation, paper.standing))
    for theme in paper.themes:
        body.append(style_paragraph("Heading1", theme.title))
        for strip in theme.strips:
            body.append(_table(strip, link))
            body.append(paragraph(Setting(style="AfterTable")))
    return landscape_file(document, body, paper.title, paper.standing, language)


def _table(strip: Strip, link: _Link) -> Element:
    widths = [LANDSCAPE_WIDTH // len(strip.heads) for _ in strip.heads]
    made = table(widths)
    heads = [list(_head(head)) for head in strip.heads]
    made.append(table_row(heads, widths, element("cantSplit"), element("tblHeader")))
    for question in strip.questions:
        made.append(_question(question, widths))
        cells = [list(_box(box, link)) for box in question.boxes]
        whole = [element("cantSplit")] if is_short(question) else []
        made.append(table_row(cells, widths, *whole))
    return made


def _head(head: Head) -> Iterator[Element]:
    yield style_paragraph("TableHeading", head.name)
    if head.standing:
        yield style_paragraph("TableRemark", head.standing)


def _question(question: Question, widths: Sequence[int]) -> Element:
    """Return the row over all columns with a question, on the page of its answers."""
    setting = Setting(style="TableQuestion", keep_next=True)
    words = [text_run(question.title), text_run(" "), text_run(question.remark, _REMARK)]
    cell = element(
        "tc",
        element(
            "tcPr",
            element("tcW", w=sum(widths), type="dxa"),
            element("gridSpan", val=len(widths)),
            element("shd", val="clear", color="auto", fill=_BAND),
        ),
        paragraph(setting, words),
    )
    return element("tr", element("trPr", element("cantSplit")), cell)


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
