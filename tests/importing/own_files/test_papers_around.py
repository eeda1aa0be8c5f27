"""A paper around a protocol is refused: its words are no protocol, and never two texts as one."""

from __future__ import annotations

import re

import pytest

from own_files import confirmed
from protocolkit.base.location import NOWHERE
from protocolkit.base.messages import translator
from protocolkit.base.problems import ProtocolkitError
from protocolkit.changes.change_list import list_changes
from protocolkit.changes.page import changes_page
from protocolkit.document.outline import protocol_tokens
from protocolkit.importing.extract.pdf.extract import extract_pdf
from protocolkit.importing.extract.web.extract import extract_html
from protocolkit.importing.extract.word.extract import extract_word
from protocolkit.importing.importer import import_source
from protocolkit.importing.report import make_report
from protocolkit.importing.report_pages import report_html
from protocolkit.importing.source.lines import Source
from protocolkit.paper.redline.page import page_redline
from protocolkit.paper.redline.paper import pdf_redline
from protocolkit.paper.redline.word import word_redline
from protocolkit.paper.was_wordt.paper import was_wordt_pdf
from protocolkit.paper.was_wordt.word import was_wordt_docx
from redlines import WHO, changes, protocol, written
from was_wordt_tables import page, sheet_between

_DUTCH = translator("nl")
_OLD = protocol("{#a}\n1. De telefoon ligt in de kluis.\n\n{#b}\n2. De school filmt niet.\n")
_NEW = protocol("{#a}\n1. De telefoon mag mee.\n\n{#b}\n2. De school filmt niet.\n")


def _pages() -> dict[str, str]:
    found = list_changes(changes(_OLD, _NEW), _DUTCH)
    report = make_report(import_source(extract_word(written(_NEW))), "a.docx", _DUTCH)
    return {
        "redline as page": page_redline(changes(_OLD, _NEW), _DUTCH, WHO),
        "was-wordt as page": page(sheet_between(_NEW, _OLD)),
        "changes as page": changes_page(found, _DUTCH),
        "report of an import as page": report_html(report, _DUTCH),
    }


def _papers() -> dict[str, Source]:
    sheet = sheet_between(_NEW, _OLD)
    return {
        "redline as PDF": extract_pdf(pdf_redline(changes(_OLD, _NEW), _DUTCH, WHO)),
        "was-wordt as PDF": extract_pdf(was_wordt_pdf(sheet, _DUTCH, NOWHERE)),
        "was-wordt as Word": extract_word(was_wordt_docx(sheet, _DUTCH)),
        **{name: extract_html(made.encode()) for name, made in _pages().items()},
    }


def test_a_paper_that_shows_changes_is_refused() -> None:
    for name, source in _papers().items():
        with pytest.raises(ProtocolkitError) as refused:
            import_source(source)
        said = refused.value.problem.line(_DUTCH)
        assert "zichtbare wijzigingen" in said, name
        assert "Importeer het protocol zelf" in said, name


def test_a_page_of_before_pages_had_a_mark_is_known_by_its_style() -> None:
    for name, made in _pages().items():
        earlier, count = re.subn(r'<meta name="protocolkit"[^>]*>', "", made)
        assert count == 1, name
        with pytest.raises(ProtocolkitError, match="made around a protocol"):
            import_source(extract_html(earlier.encode()))


def test_a_page_of_others_is_read_whatever_it_is_named() -> None:
    said = '<meta name="generator" content="leaflet"><meta name="protocolkit" content="protocol">'
    style = "<style>.files a { color: red } ins { color: green }</style>"
    text = "<h1>Protocol pesten</h1><p>De school belt de ouders.</p>"
    found = import_source(extract_html(f"{said}{style}{text}".encode())).protocol
    assert " ".join(protocol_tokens(found)) == "Protocol pesten De school belt de ouders ."


def test_a_redline_in_word_gives_the_new_text_alone() -> None:
    made = word_redline(changes(_OLD, _NEW), _DUTCH, WHO)
    found = confirmed(extract_word(made)).protocol
    assert protocol_tokens(found) == protocol_tokens(_NEW)
