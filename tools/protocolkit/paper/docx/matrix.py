"""The comparison of a subject as a Word file: landscape, tables whose head comes on every page."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import zip_longest
from pathlib import Path

from protocolkit.base.messages import DEFAULT_LANGUAGE, Translate
from protocolkit.paper.docx.contents_page import contents_field, contents_link
from protocolkit.paper.docx.elements import (
    PLAIN,
    Element,
    Look,
    Setting,
    element,
    paragraph,
    style_paragraph,
    text_run,
)
from protocolkit.paper.docx.header_footer import stop_at
from protocolkit.paper.docx.landscape import (
    LANDSCAPE_WIDTH,
    landscape_document,
    landscape_file,
    table,
    table_row,
)
from protocolkit.paper.docx.package import address_relater
from protocolkit.paper.docx.tables import AFTER_TABLE
from protocolkit.paper.docx.text_runs import outside_address
from protocolkit.paper.pdf.matrix import theme_pages
from protocolkit.paper.shared.comparison import (
    ComparisonPaper,
    Head,
    Question,
    Strip,
    ThemePart,
    is_short,
    tables_of,
)
from protocolkit.paper.shared.comparison_cells import Box, Line

_TEXT = "ComparisonText"
_ABOVE_CONTENTS = 240
# That of templates/typst/matrix.typ.
_BAND = "F6F8F9"
_REMARK = Look(style="TitleNote")
_DOCUMENT_WIDTHS = (LANDSCAPE_WIDTH * 3 // 10, LANDSCAPE_WIDTH // 5)

_Link = Callable[[str], str]


def matrix_docx(
    paper: ComparisonPaper,
    translate: Translate,
    *,
    language: str = DEFAULT_LANGUAGE,
    site: str = "",
    project: Path | None = None,
) -> bytes:
    """Return a comparison as the bytes of a Word file; the same input gives the same bytes.

    ``site`` is the address of the website, to which clauses then lead; without one nothing is a
    link. In ``project`` may stand the template of the PDF, whose pages the contents name.
    """
    document, body = landscape_document(paper.standing, translate, language, running=paper.title)
    relate = address_relater(document.part)

    def link(url: str) -> str:
        address = outside_address(f"{site.rstrip('/')}/{url}") if site and url else None
        return relate(address) if address else ""

    pages = theme_pages(paper, translate, language=language, site=site, project=project)
    body += [*_front(paper, translate, link), *_contents(paper, translate, pages)]
    for number, theme in enumerate(paper.themes):
        body.append(_theme_heading(theme, number))
        for strip in theme.strips:
            for questions in tables_of(strip):
                body += [_table(strip, questions, link), paragraph(AFTER_TABLE)]
    return landscape_file(document, body, paper.title, paper.standing, language)


def _front(paper: ComparisonPaper, translate: Translate, link: _Link) -> Iterator[Element]:
    """Yield what stands before the contents: what this is, and of which documents."""
    yield style_paragraph("Title", paper.title)
    yield from (style_paragraph("CoverText", line) for line in paper.explanation)
    yield paragraph(Setting(style="CoverText"), [text_run(paper.standing, Look(strong=True))])
    yield style_paragraph("CoverHeading", translate("Documents in this comparison"))
    made = table(_DOCUMENT_WIDTHS)
    heads = (translate("Organisation"), translate("Year, status"))
    cells = [[style_paragraph("ComparisonHeading", text)] for text in heads]
    made.append(table_row(cells, _DOCUMENT_WIDTHS, element("cantSplit"), element("tblHeader")))
    for head in paper.documents:
        name = paragraph(Setting(style=_TEXT), [_linked(head.name, link(head.url), PLAIN)])
        standing = style_paragraph(_TEXT, head.standing)
        made.append(table_row([[name], [standing]], _DOCUMENT_WIDTHS, element("cantSplit")))
    yield from (made, paragraph(AFTER_TABLE))


def _contents(
    paper: ComparisonPaper, translate: Translate, pages: Sequence[int]
) -> Iterator[Element]:
    """Yield the contents: each theme with the page on which it begins."""
    if not paper.themes:
        return
    yield style_paragraph("TOCHeading", translate("Contents"), before=_ABOVE_CONTENTS)
    lines = []
    for number, (theme, page) in enumerate(zip_longest(paper.themes, pages)):
        words = contents_link([text_run(theme.title)], _bookmark(number), page)
        line = paragraph(Setting(style="TOC2", left=0), [words])
        line.pPr.insert(1, stop_at(LANDSCAPE_WIDTH, leader="dot"))
        lines.append(line)
    yield from contents_field(lines, 1)


def _theme_heading(theme: ThemePart, number: int) -> Element:
    """Return the heading of a theme, to which the contents lead; the first begins a page."""
    name = _bookmark(number)
    words = (
        element("bookmarkStart", id=number, name=name),
        text_run(theme.title),
        element("bookmarkEnd", id=number),
    )
    made = paragraph(Setting(style="Heading1", left=0), words)
    if number == 0:
        made.pPr.insert(1, element("pageBreakBefore"))
    return made


def _bookmark(number: int) -> str:
    return f"thema_{number + 1}"


def _table(strip: Strip, questions: Sequence[Question], link: _Link) -> Element:
    """Return a table of questions, of which a long one stands alone and in the head."""
    widths = [LANDSCAPE_WIDTH // len(strip.heads) for _ in strip.heads]
    is_whole = all(map(is_short, questions))
    made = table(widths)
    cells = [list(_head(head)) for head in strip.heads]
    made.append(table_row(cells, widths, element("cantSplit"), element("tblHeader")))
    if strip.missing:
        said = style_paragraph("TableRemark", " ".join(strip.missing))
        made.append(_across(said, widths, "", is_head=True))
    for question in questions:
        made.append(_question(question, widths, is_head=not is_whole))
        boxes = [list(_box(box, link)) for box in question.boxes]
        made.append(table_row(boxes, widths, *([element("cantSplit")] if is_whole else [])))
    return made


def _head(head: Head) -> Iterator[Element]:
    yield style_paragraph("ComparisonHeading", head.name)
    if head.standing:
        yield style_paragraph("TableRemark", head.standing)


def _question(question: Question, widths: Sequence[int], *, is_head: bool) -> Element:
    """Return the row over all columns with a question, on the page of its answers."""
    setting = Setting(style="ComparisonQuestion", keep_next=True)
    words = [text_run(question.title), text_run(" "), text_run(question.remark, _REMARK)]
    return _across(paragraph(setting, words), widths, _BAND, is_head=is_head)


def _across(words: Element, widths: Sequence[int], fill: str, *, is_head: bool) -> Element:
    """Return a row of one cell over all columns, in a colour where it has one."""
    shade = [element("shd", val="clear", color="auto", fill=fill)] if fill else []
    place = (
        element("tcW", w=sum(widths), type="dxa"),
        element("gridSpan", val=len(widths)),
    )
    cell = element("tc", element("tcPr", *place, *shade), words)
    repeated = [element("tblHeader")] if is_head else []
    return element("tr", element("trPr", element("cantSplit"), *repeated), cell)


def _box(box: Box, link: _Link) -> Iterator[Element]:
    """Yield the clauses of a cell, each a paragraph that begins with its label."""
    if box.said or not box.lines:
        said = [text_run(box.said, Look(emphasised=True))] if box.said else []
        yield paragraph(Setting(style=_TEXT), said)
    for line in box.lines:
        yield paragraph(Setting(style=_TEXT), _line(line, link))
    if box.more:
        yield paragraph(Setting(style=_TEXT), [text_run(box.more, Look(emphasised=True))])


def _line(line: Line, link: _Link) -> Iterator[Element]:
    yield _linked(line.label, link(line.url), Look(strong=True))
    if line.remark:
        yield text_run(f" ({line.remark})", Look(emphasised=True))
    yield text_run(f": {line.text}")


def _linked(words: str, address: str, look: Look) -> Element:
    """Return words, as a link where there is an address."""
    if not address:
        return text_run(words, look)
    return element("hyperlink", text_run(words, replace(look, style="Hyperlink")), r__id=address)
