"""What somebody typed on a cover of ours is read, after the title of the text."""

from __future__ import annotations

import io
from copy import deepcopy

import docx
from docx.document import Document
from docx.oxml.ns import qn

from import_quality import own_word
from own_files import edited
from protocolkit.importing.extract.word.extract import extract_word
from seeds import protocol


def _typed(document: Document) -> None:
    document.paragraphs[0].insert_paragraph_before("Zelf getypt.")


def test_words_on_a_cover_come_after_the_title() -> None:
    word = own_word(protocol("lucas-onderwijs"))
    first = docx.Document(io.BytesIO(word)).paragraphs[0].text
    plain = extract_word(word).text
    typed = extract_word(edited(word, _typed)).text
    lines = [line for line in typed.split("\n") if line.strip()]
    at = lines.index("Zelf getypt.")
    assert [line for line in lines if line != "Zelf getypt."] == [
        line for line in plain.split("\n") if line.strip()
    ]
    assert at == 1
    assert first not in lines


def _without_table_styles(document: Document) -> None:
    """Drop the styles of tables, as LibreOffice does when it saves .odt as .docx."""
    for table in document.tables:
        for style in table._tbl.tblPr.findall(qn("w:tblStyle")):
            table._tbl.tblPr.remove(style)


def test_our_cover_is_known_without_the_styles_of_its_tables() -> None:
    word = own_word(protocol("lucas-onderwijs"))
    bare = edited(word, _without_table_styles)
    assert bare != word
    assert extract_word(bare).text == extract_word(word).text


def test_a_row_that_somebody_adds_to_such_a_cover_is_text() -> None:
    def add(document: Document) -> None:
        _without_table_styles(document)
        rows = document.tables[0]._tbl.tr_lst
        rows[-1].addnext(deepcopy(rows[-1]))
        cells = document.tables[0].rows[-1].cells
        cells[0].text, cells[1].text = "Zelf getypt.", "Mavo West"

    typed = extract_word(edited(own_word(protocol("lucas-onderwijs")), add)).text
    assert "Zelf getypt." in typed
    assert "Mavo West" in typed
