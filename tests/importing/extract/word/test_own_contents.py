"""What somebody types in the contents of our Word file is text, or is told with its words."""

from __future__ import annotations

import re

import pytest

from import_quality import own_word
from own_files import edited, reword, with_part
from protocolkit.base.messages import translator
from protocolkit.document.outline import clause_text, clauses
from protocolkit.importing.extract.word.extract import extract_word
from protocolkit.importing.import_values import Imported
from protocolkit.importing.importer import import_source
from protocolkit.importing.report import make_report
from protocolkit.reading.words_left_out import LeftOutReason
from seeds import protocol

_BODY = "word/document.xml"
_UNCHANGED = "de tekst is daarna niet gewijzigd"
_TYPED = "Gasten mogen nooit naar binnen"
_LINE = re.compile(r'<w:p><w:pPr><w:pStyle w:val="TOC1"/>.*?</w:p>', re.DOTALL)


def _word() -> bytes:
    return own_word(protocol("lucas-onderwijs"))


def _changed(find: str, put: str) -> bytes:
    def change(xml: str) -> str:
        lines = list(_LINE.finditer(xml))
        at = lines[1]
        new, count = re.subn(find, lambda found: put.replace("@", found[0]), at[0], count=1)
        assert count
        return xml[: at.start()] + new + xml[at.end() :]

    return with_part(_word(), _BODY, change)


def _said(found: Imported) -> str:
    return " ".join(make_report(found, "x.docx", translator()).notices)


def _read(content: bytes) -> Imported:
    return import_source(extract_word(content))


def test_a_paragraph_among_the_lines_is_text() -> None:
    words = f'<w:r><w:t xml:space="preserve">{_TYPED}.</w:t></w:r>'
    line = f'<w:p><w:pPr><w:pStyle w:val="TOC1"/></w:pPr>{words}</w:p>'
    found = _read(_changed("<w:p>", f"{line}@"))
    assert any(_TYPED in clause_text(clause) for clause in clauses(found.protocol))
    assert _UNCHANGED not in _said(found)


@pytest.mark.parametrize(
    ("find", "put"),
    [
        (r"</w:t></w:r><w:r><w:tab/>", f" {_TYPED}@"),
        (r"</w:t></w:r><w:r><w:fldChar w:fldCharType=\"end\"/>", f" {_TYPED}@"),
    ],
)
def test_words_behind_a_line_are_told(find: str, put: str) -> None:
    found = _read(_changed(find, put))
    said = _said(found)
    assert _TYPED in said
    assert _UNCHANGED not in said
    assert _TYPED in _aside(found)


def test_a_line_that_is_older_than_its_heading_is_told_of_no_more() -> None:
    found = _read(edited(_word(), reword("Inleiding", "Onze inleiding")))
    assert "Onze inleiding" in found.markdown
    assert not _aside(found)


def _aside(found: Imported) -> str:
    odd = (one.text for one in found.source.left_out if one.reason is LeftOutReason.TYPED_ASIDE)
    return " ".join(odd)
