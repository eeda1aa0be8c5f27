"""Boxes, ticks and arrows of a sign font tell what they tell; the rest are bullets."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from lxml import etree

from importing.extract.word.word_files import W, p, package, r, styles
from protocolkit.base.problems import ProtocolkitError
from protocolkit.importing.extract.word.extract import extract_word
from protocolkit.importing.extract.word.symbols import symbol
from protocolkit.importing.proof.word_count import prove_word
from protocolkit.importing.source.doubts import UNREADABLE
from protocolkit.importing.source.lines import Source


@pytest.mark.parametrize(
    ("font", "char", "sign"),
    [
        ("Wingdings", "F0FE", "☒"),
        ("Wingdings", "F0A8", "☐"),
        ("Wingdings", "00E0", "→"),
        ("Wingdings 2", "F052", "☒"),
        ("Symbol", "F0AE", "→"),
        ("Wingdings", "F0A7", "•"),
        ("Arial", "00E9", "é"),
        ("Arial", "", ""),
        ("Wingdings", "FFFFFFFFF", ""),
        ("Symbol", "F061", "α"),
        ("Symbol", "F0A3", "≤"),
        ("symbol ", "F0A0", "€"),
        ("Wingdings", "F04A", "☺"),
        ("Wingdings", "F08C", "❶"),
        ("Webdings", "F061", "✓"),
        ("Onbekend", "F0AB", "•"),
    ],
)
def test_a_sign_is_what_everybody_has_for_it(font: str, char: str, sign: str) -> None:
    element = etree.fromstring(f'<w:sym xmlns:w="{W}" w:font="{font}" w:char="{char}"/>')
    assert symbol(element) == sign


def _proved(*pieces: str, style: str = "") -> Source:
    content = package(p(r("Boete "), *pieces, r(" euro.")), {"styles.xml": styles(style)})
    source = extract_word(content)
    prove_word(content, source)
    return source


def _fonts(name: str) -> str:
    return f'<w:rFonts w:ascii="{name}" w:hAnsi="{name}"/>'


@pytest.mark.parametrize(
    ("font", "letters", "signs"),
    [
        ("Symbol", "a", "α"),
        ("Symbol", "\uf0b3", "≥"),
        ("Symbol", "\u00b3 5", "≥ 5"),
        ("Wingdings", "\u00fc", "✓"),
        ("Wingdings", "L", "☹"),
        ("Wingdings", "\u2014", "•"),
        ("Wingdings", "✓ ≥ → ł", "✓ ≥ → ł"),
        ("Symbol", "Правила ≥", "Правила ≥"),
        ("Arial", "a", "a"),
    ],
)
def test_letters_in_a_font_of_pictures_are_the_signs_that_a_reader_sees(
    font: str, letters: str, signs: str
) -> None:
    source = _proved(r(letters, _fonts(font)))
    assert source.text == f"Boete {signs} euro.\n"
    assert not source.doubts


def test_a_letter_that_was_lost_in_such_a_font_is_missed(monkeypatch: pytest.MonkeyPatch) -> None:
    """The count asks the reader what a font prints, and still finds what that loses."""

    def lossy(letter: str, _: Sequence[str]) -> str:
        return letter if letter < "\xff" else "?"

    monkeypatch.setattr("protocolkit.importing.extract.word.symbols._sign", lossy)
    with pytest.raises(ProtocolkitError, match="≥16"):
        _proved(r("≥16", _fonts("Symbol")))


_LOOK = f'<w:style w:type="character" w:styleId="S"><w:rPr>{_fonts("Wingdings")}</w:rPr></w:style>'


@pytest.mark.parametrize(
    ("piece", "sign"),
    [
        (r("a", _fonts("Webdings").replace("Webdings", "Marlett")), "a"),
        (r("a", '<w:rStyle w:val="S"/>'), "a"),
        (r("\uf0ab"), "\uf0ab"),
        ('<w:r><w:sym w:font="Onbekend" w:char="F0AB"/></w:r>', "•"),
        ('<w:r><w:sym w:font="Webdings" w:char="F021"/></w:r>', "•"),
    ],
)
def test_a_sign_that_only_its_font_knows_is_a_doubt(piece: str, sign: str) -> None:
    source = _proved(piece, style=_LOOK)
    assert source.text == f"Boete {sign} euro.\n"
    doubts = [(source.text[one.begin : one.end], one.text) for one in source.doubts]
    assert doubts == [(sign, UNREADABLE)]


def test_a_run_of_a_style_in_a_font_of_letters_is_none() -> None:
    piece = r("a", f'<w:rStyle w:val="S"/>{_fonts("Arial")}')
    assert not _proved(piece, style=_LOOK).doubts
