"""What somebody typed on a cover of ours is read, after the title of the text."""

from __future__ import annotations

import io

import docx
from docx.document import Document

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
