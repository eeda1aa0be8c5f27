"""A letter that a PDF calls a space, a hyphen or a dot is a letter that nobody can read."""

from __future__ import annotations

import pytest
import typst
from pikepdf import Dictionary, Name

from drawn_pdf import RULES, Drawing, proved_pdf
from protocolkit.importing.extract.pdf.extract import extract_pdf
from protocolkit.importing.extract.pdf.glyphs import NO_LETTER
from protocolkit.importing.source.doubts import UNREADABLE
from protocolkit.importing.source.lines import Source
from protocolkit.reading.words_left_out import LeftOutReason

_LINE = " BT /F 11 Tf 70 400 Td (4. Je mag ) Tj /G 11 Tf (%s) Tj /F 11 Tf ( bellen.) Tj ET "


def _read(sign: str, printed: str = "niet", line: str = _LINE) -> Source:
    drawing = Drawing()
    font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
    says = "".join(f"<{ord(letter):02X}> <{sign}> " for letter in sorted(set(printed)))
    table = f"begincmap 1 begincodespacerange <00> <FF> endcodespacerange 4 beginbfchar {says}"
    font.ToUnicode = drawing.pdf.make_stream(f"{table} endbfchar endcmap end".encode())
    page = drawing.page(RULES + line % printed)
    page.Resources.Font.G = drawing.pdf.make_indirect(font)
    return proved_pdf(drawing.bytes())


def _reasons(source: Source) -> set[LeftOutReason]:
    return {one.reason for one in source.left_out}


@pytest.mark.parametrize(
    "sign", ["2022", "002D", "2011", "00B7", "034F", "2800", "FE0F", "00AD", "00A0", "200B", "FFFE"]
)
def test_letters_that_claim_to_be_no_letters_are_told(sign: str) -> None:
    source = _read(sign)
    assert source.lines[-1].text == f"4. Je mag {NO_LETTER * 4} bellen."
    assert [doubt.text for doubt in source.doubts] == [UNREADABLE]
    assert LeftOutReason.OTHER_LETTERS in _reasons(source)


def test_letters_that_claim_to_be_spaces_are_told() -> None:
    source = _read("0020")
    assert UNREADABLE in {doubt.text for doubt in source.doubts}
    assert LeftOutReason.OTHER_LETTERS in _reasons(source)


@pytest.mark.parametrize(("sign", "printed"), [("00AD", "-"), ("2011", "-"), ("00A0", " ")])
@pytest.mark.parametrize("turn", ["1 0 0 1 0 0", "0 1 -1 0 400 0", "0.7 0.7 -0.7 0.7 0 0"])
def test_hyphens_and_spaces_are_what_they_are(sign: str, printed: str, turn: str) -> None:
    source = _read(sign, printed, f" q {turn} cm {_LINE.replace('%s', 'a%sb')} Q ")
    assert UNREADABLE not in {doubt.text for doubt in source.doubts}


# Typst writes these fonts with no height of a line, and a soft hyphen with the letter before it.
_DOTS = "a\u00b7b a\u2219b a\u22c5b a\u2027b \u2022\u2022 c"
_HONEST = f"044-8014730 a\u2010b a\u2011b a\u00a0b a\u200bb {_DOTS}"
_FONTS = ("Libertinus Serif", "New Computer Modern", "DejaVu Sans Mono", "Liberation Sans Narrow")


def test_signs_of_usual_fonts_are_what_they_are() -> None:
    paragraphs = "\n\n".join(
        f'#text(font: ("{font}", "Libertinus Serif"))[{_HONEST}]' for font in _FONTS
    )
    narrow = "#table(columns: (2cm, 2cm), [school\u00adregelementen], [Verantwoordelijkheid])"
    made = f"#set text(lang: 'nl', hyphenate: true)\n{paragraphs}\n\n{narrow}".replace("'", '"')
    source = extract_pdf(typst.compile(made.encode()))
    assert NO_LETTER not in source.text
    assert source.text.count("044-8014730") == len(_FONTS)
    assert LeftOutReason.OTHER_LETTERS not in _reasons(source)
