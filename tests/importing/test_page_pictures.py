"""A place to look at first has a picture of its page beside it, where there is a page."""

from __future__ import annotations

import base64
from dataclasses import replace

from drawn_pdf import drawn
from protocolkit.base.messages import translator
from protocolkit.importing.extract.pdf.extract import extract_pdf
from protocolkit.importing.extract.text.extract import extract_text
from protocolkit.importing.importer import import_source
from protocolkit.importing.page_pictures import with_pictures
from protocolkit.importing.report import make_report
from protocolkit.importing.report_pages import report_html
from protocolkit.importing.report_values import ImportReport
from protocolkit.importing.source.doubts import STRUCK
from protocolkit.importing.source.lines import Doubt, Source

_PAGE = "BT /F 11 Tf 70 780 Td 16 TL (Protocol) Tj T* (1. Bellen mag niet.) Tj ET"


def _report(source: Source) -> ImportReport:
    at = source.text.index("Bellen")
    doubted = replace(source, doubts=(Doubt(begin=at, end=at + 6, text=STRUCK),))
    return make_report(import_source(doubted), "x", translator())


def test_the_page_of_a_pdf_is_shown() -> None:
    content = drawn(_PAGE)
    source = extract_pdf(content)
    report = with_pictures(_report(source), source, content)
    (row,) = report.first_look
    assert base64.b64decode(row.picture).startswith(b"\x89PNG")
    assert f"data:image/png;base64,{row.picture}" in report_html(report, translator())


def test_a_text_has_no_page_and_no_picture() -> None:
    source = extract_text(b"Protocol\n\n1. Bellen mag niet.\n")
    report = _report(source)
    assert with_pictures(report, source, b"") == report
    assert "<img" not in report_html(report, translator())
