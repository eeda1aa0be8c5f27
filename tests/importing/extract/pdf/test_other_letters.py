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


def _read(table: bytes, encoding: Object | None = None, line: str = _LINE) -> Source:
    drawing = Drawing()
    font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
    font.ToUnicode = drawing.pdf.make_stream(
        b"/CIDInit /ProcSet findresource begin 12 dict begin " + table
    )
    if encoding is not None:
        font.Encoding = encoding
    page = drawing.page(RULES + line)
    page.Resources.Font.G = drawing.pdf.make_indirect(font)
    return proved_pdf(drawing.bytes())


@pytest.mark.parametrize("table", [_WEL, _SHIFTED])
@pytest.mark.parametrize("encoding", [None, Name.WinAnsiEncoding])
def test_what_is_printed_is_named(table: bytes, encoding: Object | None) -> None:
    source = _read(table, encoding)
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
    assert _read(_WEL, own).left_out == ()


_NAMED = (Name.n, Name.i, Name.e, Name.t)


def _names(*names: Object, code: int = 65) -> Dictionary:
    return Dictionary(Type=Name.Encoding, Differences=Array([code, *names]))


def _read_named(says: bytes, encoding: Object) -> Source:
    return _read(_SAYS % says, encoding, _LINE.replace("(niet)", "(ABCD)"))


@pytest.mark.parametrize(
    "says",
    [
        b"4 beginbfchar <41> <0077> <42> <0065> <43> <006C> <44> <200B> endbfchar",
        b"1 beginbfrange <41> <43> [<0077> <0065> <006C>] endbfrange",
        # several letters for one, and codes of two bytes
        b"1 beginbfchar <41> <00770065006C> endbfchar",
        b"1 beginbfchar <0041> <0077> endbfchar",
    ],
)
def test_a_font_that_names_its_letters_is_held_beside_its_table(says: bytes) -> None:
    (left,) = _read_named(says, _names(*_NAMED)).left_out
    assert left.reason is LeftOutReason.OTHER_LETTERS
    assert left.text.startswith("n")


@pytest.mark.parametrize(
    ("says", "names"),
    [
        (b"4 beginbfchar <41> <006E> <42> <0069> <43> <0065> <44> <0074> endbfchar", _NAMED),
        # names of its own, and names that only count
        (b"1 beginbfchar <41> <0077> endbfchar", [Name("/g1"), Name("/g2"), Name("/g3")]),
        (b"4 beginbfchar <41> <006E> <42> <0069> <43> <0065> <44> <0074> endbfchar",
         [Name.a, Name.b, Name.c, Name.d]),
        # two letters in one sign
        (b"1 beginbfchar <41> <00660069> endbfchar", [Name.fi]),
    ],
)  # fmt: skip
def test_names_that_say_the_same_or_nothing_are_no_fault(
    says: bytes, names: tuple[Object, ...]
) -> None:
    left = _read_named(says, _names(*names)).left_out
    assert LeftOutReason.OTHER_LETTERS not in {one.reason for one in left}
