"""The comparison of a subject as a Word file: landscape, a table whose head comes on every page.

Six boards at most stand beside each other; more come in tables of their own below.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime

from protocolkit.comparison.exports import PRESENCE_TEXT, PROPOSED_TEXT, column_heading
from protocolkit.comparison.matrix import Cell, Matrix, Presence
from protocolkit.messages import DEFAULT_LANGUAGE, Translate, mark
from protocolkit.paper.docx.elements import (
    Element,
    Look,
    Place,
    element,
    paragraph,
    style_paragraph,
    text_run,
)
from protocolkit.paper.docx.look import add_look
from protocolkit.paper.docx.package import add_part, empty_document, read_template, save
from protocolkit.paper.house_style import NEUTRAL

MOST_COLUMNS = 6
"""So many boards stand beside each other on a page that lies on its side."""

_PAGE = {"w": 16838, "h": 11906}
_MARGIN = 850
_TOPIC = 2600
_MOMENT = datetime(2026, 1, 1, tzinfo=UTC)
_EXPLANATION = (
    mark("Each row is a question, each column the protocol of one organisation."),
    mark("A cell shows the clauses that answer the question, word for word, after their number."),
    mark("not found in this document: the organisation may have arranged it elsewhere."),
    mark("These are renderings of documents, not the official versions; they may be replaced."),
)


def matrix_docx(matrix: Matrix, translate: Translate, language: str = DEFAULT_LANGUAGE) -> bytes:
    """Return the matrix as the bytes of a Word file; the same matrix gives the same bytes."""
    document = empty_document()
    add_look(document, NEUTRAL, (), language, project=None, organisation="")
    add_part(document, "footnotes", read_template("footnotes.xml", "footnotes", None))
    title = translate("Comparison: {subject}").format(subject=matrix.title)
    body = document.element.body
    body.append(style_paragraph("Title", title))
    body.extend(style_paragraph("BodyText", translate(line)) for line in _EXPLANATION)
    for first in range(0, len(matrix.columns), MOST_COLUMNS):
        places = range(first, min(first + MOST_COLUMNS, len(matrix.columns)))
        body.append(_table(matrix, places, translate))
        body.append(paragraph(Place(style="AfterTable")))
    body.append(_page())
    properties = document.core_properties
    properties.title, properties.author, properties.last_modified_by = title, "", ""
    properties.language, properties.revision = language, 1
    properties.created = properties.modified = _MOMENT
    return save(document)


def _page() -> Element:
    sides = dict.fromkeys(("top", "right", "bottom", "left"), _MARGIN)
    return element(
        "sectPr",
        element("pgSz", **_PAGE, orient="landscape"),
        element("pgMar", **sides, header=500, footer=500, gutter=0),
    )


def _table(matrix: Matrix, places: Sequence[int], translate: Translate) -> Element:
    width = (_PAGE["w"] - 2 * _MARGIN - _TOPIC) // len(places)
    widths = [_TOPIC, *(width for _ in places)]
    names = [column_heading(matrix.columns[place], translate) for place in places]
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
    heads = [[style_paragraph("TableHeading", name)] for name in (translate("Topic"), *names)]
    made.append(_row(heads, widths, is_head=True))
    for row in matrix.rows:
        question = [style_paragraph("TableHeading", row.topic.title)]
        cells = [list(_cell(row.cells[place], translate)) for place in places]
        made.append(_row([question, *cells], widths))
    return made


def _row(
    cells: Sequence[Sequence[Element]], widths: Sequence[int], *, is_head: bool = False
) -> Element:
    made = element("tr")
    if is_head:
        made.append(element("trPr", element("cantSplit"), element("tblHeader")))
    for width, paragraphs in zip(widths, cells, strict=True):
        properties = element("tcPr", element("tcW", w=width, type="dxa"))
        made.append(element("tc", properties, *paragraphs))
    return made


def _cell(cell: Cell, translate: Translate) -> Iterator[Element]:
    """Yield the clauses of a cell, each a paragraph that begins with its label."""
    if not cell.clauses or cell.presence is Presence.ELSEWHERE:
        said = translate(PRESENCE_TEXT[cell.presence])
        yield paragraph(Place(style="TableText"), [text_run(said, Look(emphasised=True))])
    for clause in cell.clauses:
        label = clause.label
        if not clause.standing.is_decided:
            label = f"{label} ({translate(PROPOSED_TEXT)})"
        text = f"{clause.lead_in} {clause.text}" if clause.lead_in else clause.text
        runs = [text_run(f"{label}: ", Look(strong=True)), text_run(text)]
        yield paragraph(Place(style="TableText"), runs)
