"""Short papers as a Word file, upright."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from itertools import count
from typing import assert_never

from protocolkit.base.messages import DEFAULT_LANGUAGE, Translate
from protocolkit.exchange.bookmark_names import bookmark_name
from protocolkit.exchange.record import Record, RecordKind
from protocolkit.paper.docx import tables
from protocolkit.paper.docx.elements import (
    Element,
    Look,
    Setting,
    element,
    paragraph,
    run,
    style_paragraph,
    text_run,
)
from protocolkit.paper.docx.header_footer import footer_element
from protocolkit.paper.docx.letterhead import add_story
from protocolkit.paper.docx.look import add_look
from protocolkit.paper.docx.own_words import mark_own_words
from protocolkit.paper.docx.package import add_part, empty_document, read_template, save, set_date
from protocolkit.paper.docx.record_part import add_record
from protocolkit.paper.house.room import TWIPS_PER_MM, room_of_leaflets
from protocolkit.paper.house.style import NEUTRAL, HouseStyle
from protocolkit.paper.leaflets.fitting import fitted, rooms
from protocolkit.paper.leaflets.leaflet import (
    Grid,
    Heading,
    Leaflet,
    Leaflets,
    Part,
    Tone,
    Words,
    introducing,
)
from protocolkit.paper.shared.columns import goes_on
from protocolkit.paper.shared.extras import tag_of

_PAGE = {"w": 11906, "h": 16838}
_MARGIN = 1134
_WIDTH = _PAGE["w"] - 2 * _MARGIN
_SIDE, _EDGE = 20.0, 8.8
_STYLES = {
    Tone.PLAIN: "BodyText",
    Tone.NOTICE: "CoverNotice",
    Tone.SMALL: "CoverText",
    Tone.OPEN: "BodyText",
}


def leaflets_docx(
    papers: Leaflets,
    translate: Translate,
    language: str = DEFAULT_LANGUAGE,
    *,
    style: HouseStyle = NEUTRAL,
) -> bytes:
    """Return short papers as the bytes of a Word file; the same input gives the same bytes.

    Each has the letterhead of the ``style`` that a first page has.
    """
    document = empty_document()
    add_look(document, style, language, project=None)
    add_part(document, "footnotes", read_template("footnotes.xml", "footnotes", None))
    standing = papers.leaflets[0].standing if papers.leaflets else ""
    letterhead = style.letterhead
    says_page = not style.letterhead.says_page(is_first=True)
    foot = footer_element(standing, translate, width=_WIDTH, says_page=says_page)
    running = [add_story(document, "footer1", foot, letterhead.first_foot, letterhead, _SIDE)]
    if letterhead.first_head:
        head = element("hdr")
        running += [add_story(document, "header1", head, letterhead.first_head, letterhead, _SIDE)]
    body = document.element.body
    ids = count(1)
    for number, leaflet in enumerate(papers.leaflets):
        for made in _leaflet(fitted(leaflet, style), ids, is_first=number == 0):
            body.append(made)
    mark_own_words(body)
    body.append(_page(running, style))
    add_record(document, Record(made=RecordKind.LEAFLET))
    properties = document.core_properties
    properties.title, properties.author, properties.last_modified_by = papers.title, "", ""
    properties.comments = standing
    properties.language, properties.revision = tag_of(language), 1
    set_date(document, None)
    return save(document)


def _page(running: Sequence[str], style: HouseStyle) -> Element:
    """Return the page, with room for a letterhead; ``running`` is the footer, then any header."""
    room = room_of_leaflets(style)
    sides = {"left": _SIDE, "right": _SIDE, "top": room.top, "bottom": room.bottom}
    edges = {"header": style.margins.above_head, "footer": style.margins.below_foot}
    measures = {**sides, **(edges if style.letterhead else {"header": _EDGE, "footer": _EDGE})}
    kinds = zip(("footer", "header"), running, strict=False)
    return element(
        "sectPr",
        *(element(f"{kind}Reference", type="default", r__id=one) for kind, one in kinds),
        element("pgSz", **_PAGE),
        element(
            "pgMar",
            **{name: round(side * TWIPS_PER_MM) for name, side in measures.items()},
            gutter=0,
        ),
    )


def _leaflet(leaflet: Leaflet, ids: Iterator[int], *, is_first: bool) -> Iterator[Element]:
    organisation = style_paragraph("CoverOrganisation", leaflet.organisation)
    if not is_first:
        organisation.pPr.append(element("pageBreakBefore"))
    yield organisation
    yield style_paragraph("Title", leaflet.title)
    for part, introduces in zip(leaflet.parts, introducing(leaflet.parts), strict=True):
        yield from _part(part, ids, introduces=introduces)


def _part(part: Part, ids: Iterator[int], *, introduces: bool) -> Iterator[Element]:
    match part:
        case Words():
            setting = Setting(style=_STYLES[part.tone], keep_next=introduces)
            yield paragraph(setting, _lines(part.text, is_strong=part.tone is Tone.OPEN))
        case Heading():
            yield style_paragraph("Heading1", part.text)
        case Grid():
            yield from _grid(part, ids)
        case _:
            assert_never(part)


def _grid(part: Grid, ids: Iterator[int]) -> Iterator[Element]:
    look = tables.Grid(
        style="ProtocolTable",
        width=_WIDTH,
        has_header_column=part.has_names,
        row_height=round(part.height * TWIPS_PER_MM),
        shares=part.shares,
        is_together=bool(part.height),
        has_rules=True,
    )
    widths = [_WIDTH * share // sum(part.shares) for share in part.shares]
    row = partial(_row, widths=widths, rooms=rooms(part), look=look)
    rows = [row(part.heads, is_header=True)]
    for number, cells in enumerate(part.rows):
        made = row(cells, is_header=False, is_open=number in part.open_rows)
        if number < len(part.landings):
            _name(made, part.landings[number], next(ids))
        if number in part.leads:
            _lead(made, part.leads[number])
        rows.append(made)
    yield tables.table_element(look, widths, rows)
    yield paragraph(tables.AFTER_TABLE)


def _row(
    cells: Sequence[str],
    *,
    widths: Sequence[int],
    rooms: Sequence[float],
    look: tables.Grid,
    is_header: bool,
    is_open: bool = False,
) -> Element:
    breaks = goes_on(cells, rooms)
    made = element("tr", tables.row_properties(look, is_header=is_header, breaks=breaks))
    for column, (width, words) in enumerate(zip(widths, cells, strict=True)):
        is_heading = is_header or (look.has_header_column and column == 0)
        is_heading = is_heading or (is_open and column == len(cells) - 1)
        setting = tables.cell_setting(is_heading=is_heading, grid=look)
        if not is_header and not look.is_together:
            setting = replace(setting, lets_go=is_heading)
        words_made = paragraph(setting, _lines(words))
        in_middle = bool(look.row_height) and not is_header
        made.append(tables.cell_element(width, words_made, in_middle=in_middle))
    return made


def _name(row: Element, name: str, number: int) -> None:
    """Put a bookmark in the first cell of a row."""
    paragraph = row.xpath(".//w:p")[0]
    begin = element("bookmarkStart", id=number, name=bookmark_name(name))
    paragraph.pPr.addnext(begin)
    paragraph.append(element("bookmarkEnd", id=number))


def _lead(row: Element, name: str) -> None:
    """Make the last line of the last cell of a row a link to a bookmark."""
    last = row.xpath(".//w:r")[-1]
    words = "".join(text.text or "" for text in last.xpath(".//w:t"))
    shown = text_run(words, Look(style="Hyperlink"))
    last.getparent().replace(last, element("hyperlink", shown, anchor=bookmark_name(name)))


def _lines(text: str, *, is_strong: bool = False) -> Iterator[Element]:
    """Yield the runs of a text; a new line in it is one on paper."""
    for number, line in enumerate(text.split("\n") if text else ()):
        if number:
            yield run([element("br")])
        yield text_run(line, Look(strong=is_strong))
