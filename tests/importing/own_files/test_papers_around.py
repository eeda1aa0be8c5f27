"""A paper around a protocol is refused: its words are no protocol, and never two texts as one."""

from __future__ import annotations

import pytest

from own_files import confirmed
from protocolkit.base.location import NOWHERE
from protocolkit.base.messages import translator
from protocolkit.base.problems import ProtocolkitError
from protocolkit.document.outline import protocol_tokens
from protocolkit.importing.extract.pdf.extract import extract_pdf
from protocolkit.importing.extract.word.extract import extract_word
from protocolkit.importing.importer import import_source
from protocolkit.importing.source.lines import Source
from protocolkit.paper.redline.paper import pdf_redline
from protocolkit.paper.redline.word import word_redline
from protocolkit.paper.was_wordt.paper import was_wordt_pdf
from protocolkit.paper.was_wordt.word import was_wordt_docx
from redlines import WHO, changes, protocol
from was_wordt_tables import sheet_between

_DUTCH = translator("nl")
_OLD = protocol("{#a}\n1. De telefoon ligt in de kluis.\n\n{#b}\n2. De school filmt niet.\n")
_NEW = protocol("{#a}\n1. De telefoon mag mee.\n\n{#b}\n2. De school filmt niet.\n")


def _papers() -> dict[str, Source]:
    sheet = sheet_between(_NEW, _OLD)
    return {
        "redline as PDF": extract_pdf(pdf_redline(changes(_OLD, _NEW), _DUTCH, WHO)),
        "was-wordt as PDF": extract_pdf(was_wordt_pdf(sheet, _DUTCH, NOWHERE)),
        "was-wordt as Word": extract_word(was_wordt_docx(sheet, _DUTCH)),
    }


def test_a_paper_that_shows_changes_is_refused() -> None:
    for name, source in _papers().items():
        with pytest.raises(ProtocolkitError) as refused:
            import_source(source)
        said = refused.value.problem.line(_DUTCH)
        assert "zichtbare wijzigingen" in said, name
        assert "Importeer het protocol zelf" in said, name


def test_a_redline_in_word_gives_the_new_text_alone() -> None:
    made = word_redline(changes(_OLD, _NEW), _DUTCH, WHO)
    found = confirmed(extract_word(made)).protocol
    assert protocol_tokens(found) == protocol_tokens(_NEW)
