"""A font that prints other letters than its table says: a person looks at these words first."""

from __future__ import annotations

import pytest
from pikepdf import Array, Dictionary, Name, Object

from drawn_pdf import RULES, Drawing, proved_pdf
from protocolkit.importing.source.lines import Source
from protocolkit.reading.words_left_out import LeftOutReason

_LINE = (
    " BT /F 11 Tf 70 400 Td (4. De leerling mag ) Tj /G 11 Tf (niet) Tj /F 11 Tf ( door.) Tj ET "
)
_SAYS = b"begincmap 1 begincodespacerange <00> <FF> endcodespacerange %s endcmap end"
_WEL = _SAYS % b"4 beginbfchar <6E> <0077> <69> <0065> <65> <006C> <74> <200B> endbfchar"
_NIET = _SAYS % b"1 beginbfrange <61> <7A> <0061> endbfrange"
_SHIFTED = _SAYS % b"1 beginbfrange <61> <7A> <0062> endbfrange"


def _read(table: bytes, **keys: Object) -> Source:
    drawing = Drawing()
    font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
    font.ToUnicode = drawing.pdf.make_stream(
        b"/CIDInit /ProcSet findresource begin 12 dict begin " + table
    )
    for name, value in keys.items():
        font[f"/{name}"] = value
    page = drawing.page(RULES + _LINE)
    page.Resources.Font.G = drawing.pdf.make_indirect(font)
    return proved_pdf(drawing.bytes())


@pytest.mark.parametrize("table", [_WEL, _SHIFTED])
@pytest.mark.parametrize("encoding", [None, Name.WinAnsiEncoding])
def test_what_is_printed_is_named(table: bytes, encoding: Object | None) -> None:
    source = _read(table, **({} if encoding is None else {"Encoding": encoding}))
    (left,) = source.left_out
    assert (left.text, left.reason) == ("niet", LeftOutReason.OTHER_LETTERS)
    assert left.is_in_sentence
    assert "niet" not in source.lines[-1].text


def test_a_table_that_says_what_is_printed_is_nothing() -> None:
    source = _read(_NIET)
    assert source.left_out == ()
    assert source.lines[-1].text == "4. De leerling mag niet door."


def test_a_font_that_names_its_letters_itself_cannot_be_held_beside_a_table() -> None:
    own = Dictionary(
        Type=Name.Encoding,
        BaseEncoding=Name.WinAnsiEncoding,
        Differences=Array([101, Name.l, 105, Name.e, 110, Name.w, 116, Name.space]),
    )
    assert _read(_WEL, Encoding=own).left_out == ()
