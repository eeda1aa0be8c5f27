"""Fields of a Word file: one that never ends swallows nothing."""

from __future__ import annotations

import pytest

from importing.extract.word.word_files import cell, p, package, part, r, row, table
from protocolkit.importing.extract.word.extract import extract_word
from protocolkit.importing.proof.word_count import prove_word
from protocolkit.importing.source.doubts import UNTOLD
from protocolkit.importing.source.lines import Source
from protocolkit.reading.words_left_out import LeftOutReason


def _mark(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


_CODE = "<w:r><w:instrText> QUOTE </w:instrText></w:r>"
_BEGUN = f"{_mark('begin')}{_CODE}"


def _proved(body: str) -> Source:
    content = package(body)
    source = extract_word(content)
    prove_word(content, source)
    return source


@pytest.mark.parametrize("code", [_BEGUN, _mark("begin"), _BEGUN + _mark("separate")])
def test_what_follows_a_field_that_never_ends_is_text_with_a_doubt(code: str) -> None:
    body = p(r("Zie "), code, r("artikel 3.")) + p(r("Bellen mag niet."))
    source = _proved(body)
    assert [line.text for line in source.lines] == ["Zie artikel 3.", "Bellen mag niet."]
    assert [(doubt.text, doubt.begin <= len("Zie ")) for doubt in source.doubts] == [(UNTOLD, True)]


def test_a_field_ends_in_its_own_text_box_only() -> None:
    box = f"<w:r><w:pict><v:rect><v:textbox><w:txbxContent>{p(r('In een vak.'), _mark('end'))}"
    body = p(
        r("Zie "), _BEGUN, r("lid 3."), f"{box}</w:txbxContent></v:textbox></v:rect></w:pict></w:r>"
    )
    texts = [line.text for line in _proved(body).lines]
    assert texts == ["Zie lid 3.", "In een vak."]


def test_a_field_may_end_paragraphs_and_cells_later() -> None:
    code = f"{_BEGUN}{_mark('separate')}"
    body = p(r("Zie "), code, r("lid 3")) + table(
        row(cell(p(r("a"), _mark("end"))), cell(p(r("b"))))
    )
    source = _proved(body)
    assert [line.text for line in source.lines] == ["Zie lid 3", "a\tb"]
    assert not source.doubts


def test_words_in_the_code_of_a_field_are_hidden_words() -> None:
    source = _proved(p(r("Bellen mag "), _BEGUN, r("niet"), _mark("end"), r(" in de les.")))
    assert source.text == "Bellen mag  in de les.\n"
    told = [(one.text, one.reason, one.is_in_sentence) for one in source.left_out]
    assert ("niet", LeftOutReason.HIDDEN, True) in told


def test_a_field_that_never_ends_in_a_note_is_no_field() -> None:
    note = f'<w:footnote w:id="2">{p(_BEGUN, r("Ook hier."))}</w:footnote>'
    call = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    content = package(p(r("Regel."), call), {"footnotes.xml": part("w:footnotes", note)})
    source = extract_word(content)
    prove_word(content, source)
    assert source.lines[-1].text == "[1] Ook hier."


def test_a_foot_is_told_without_the_codes_that_count_its_pages() -> None:
    """They are told apart: a reader of the page sees what they make, and never them."""
    number = f"{_mark('begin')}{_CODE}{_mark('separate')}{r('1')}{_mark('end')}"
    simple = '<w:fldSimple w:instr="NUMPAGES">' + r("9") + "</w:fldSimple>"
    foot = part("w:ftr", p(r("Pagina "), number, r(" van "), simple))
    content = package(p(r("Bellen mag niet.")), {"f.xml": foot}, kinds={"f.xml": "footer"})
    source = extract_word(content)
    prove_word(content, source)
    assert [(one.text, one.reason) for one in source.left_out] == [
        ("Pagina 1 van 9", LeftOutReason.RUNNING),
        ("QUOTE NUMPAGES", LeftOutReason.FIELD),
    ]


def test_the_heading_of_a_table_of_contents_goes_with_its_lines() -> None:
    def texts(style: str, line: str) -> list[str]:
        entry = p(r(line), properties=f'<w:pStyle w:val="{style}"/>')
        body = p(r("Fietsen")) + p(r("Inhoudsopgave")) + p() + entry + p(r("1. Doel"))
        return [found.text for found in _proved(body).lines]

    assert texts("TOC1", "1. Doel ...... 3") == ["Fietsen", "1. Doel"]
    assert texts("Plat", "1. Doel ...... 3")[1] == "Inhoudsopgave"
    assert texts("TOC1", "Doel")[1] == "Inhoudsopgave"
