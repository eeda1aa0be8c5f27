"""A Word file for a comparison, left open: a page puts in the rows and boards that it shows.

The look and every shape are those of :mod:`~protocolkit.paper.docx.matrix`. What is not known yet
is a gap (:mod:`~protocolkit.paper.docx.open_gaps`).
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass

from docx.oxml import parse_xml
from docx.oxml.ns import qn

from protocolkit.base.messages import Translate
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
)
from protocolkit.paper.docx.open_gaps import gap, inner_xml, whole_part

WIDTH = LANDSCAPE_WIDTH
"""How wide the columns of a table are together, in twips."""

_TEXT = "word/document.xml"


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenMatrix:
    """A file without its tables: its parts by name, and its shapes as XML.

    Open in the text: ``titel``, ``stand``, ``adres`` and ``tabel``. Shapes: ``tabel``
    (``breedte``, ``kolommen``, ``rijen``), ``kolom`` (``breedte``), ``koprij`` and ``rij``
    (``cellen``), ``cel`` (``breedte``, ``inhoud``), ``na`` (what stands after a table), and the
    paragraphs ``kop``, ``vraag``, ``klein`` and ``zegt`` (``woorden``), ``regel`` (``nummer``,
    ``woorden``).
    """

    parts: Mapping[str, bytes]
    shapes: Mapping[str, str]


def open_matrix(title: str, standing: str, translate: Translate, language: str) -> OpenMatrix:
    """Return a comparison without its tables; ``standing`` is at the foot of every page."""
    document, body = landscape_document(standing, translate, language)
    body.append(style_paragraph("Title", gap("titel")))
    body += [style_paragraph("BodyText", text) for text in (gap("stand"), gap("adres"), standing)]
    body.append(element("open", n=gap("tabel")))
    content = landscape_file(document, body, title, standing, language)
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    return OpenMatrix(
        parts={**parts, _TEXT: whole_part(parse_xml(parts[_TEXT]))},
        shapes={name: inner_xml([made]) for name, made in _shapes().items()},
    )


def _shapes() -> dict[str, Element]:
    words = gap("woorden")
    texts = {
        "kop": style_paragraph("ComparisonHeading", words),
        "vraag": style_paragraph("ComparisonQuestion", words),
        "klein": style_paragraph("TableRemark", words),
        "zegt": paragraph(
            Setting(style="ComparisonText"), [text_run(words, Look(emphasised=True))]
        ),
        "regel": paragraph(
            Setting(style="ComparisonText"),
            [text_run(gap("nummer"), Look(strong=True)), text_run(words)],
        ),
    }
    return {
        **texts,
        "tabel": _table(),
        "kolom": element("gridCol", w=gap("breedte")),
        "koprij": _row(element("cantSplit"), element("tblHeader")),
        "rij": _row(),
        "cel": element(
            "tc",
            element("tcPr", element("tcW", w=gap("breedte"), type="dxa")),
            element("open", n=gap("inhoud")),
        ),
        "na": paragraph(Setting(style="AfterTable")),
    }


def _table() -> Element:
    made = table([])
    for width in made.iter(qn("w:tblW")):
        width.set(qn("w:w"), gap("breedte"))
    for grid in made.iter(qn("w:tblGrid")):
        grid.append(element("open", n=gap("kolommen")))
    made.append(element("open", n=gap("rijen")))
    return made


def _row(*properties: Element) -> Element:
    made = element("tr", element("trPr", *properties)) if properties else element("tr")
    made.append(element("open", n=gap("cellen")))
    return made
