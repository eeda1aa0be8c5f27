"""Pieces of one printed line: letters placed one by one, and marks that are raised between them."""

from __future__ import annotations

import pytest
from pikepdf import Dictionary, Name

from drawn_pdf import Drawing, proved_pdf

_LETTERS = "".join(
    f"1 0 0 1 {70 + at} 700 Tm ({letter}) Tj "
    for at, letter in ((0, "A"), (7.4, "l"), (9.9, "l"), (12.4, "e"), (21.6, "d"), (27.8, "a"))
)


def _lines(content: str) -> tuple[list[str], list[tuple[str, str]]]:
    drawing = Drawing()
    drawing.page(content)
    source = proved_pdf(drawing.bytes())
    marks = [(source.text[mark.begin : mark.end], mark.kind.value) for mark in source.marks]
    return [line.text for line in source.lines], marks


def test_letters_that_are_placed_one_by_one_are_words() -> None:
    assert _lines(f"BT /F 11 Tf {_LETTERS} ET") == (["Alle da"], [])


def test_a_raised_number_between_two_pieces_is_the_mark_of_a_note() -> None:
    pieces = (
        "BT /F 11 Tf 1 0 0 1 70 700 Tm (Een leerling leent een fiets) Tj ET "
        "BT /F 8 Tf 1 0 0 1 205.7 705 Tm (1) Tj ET "
        "BT /F 11 Tf 1 0 0 1 213.2 700 Tm (bij de school.) Tj ET"
    )
    lines, marks = _lines(pieces)
    assert lines == ["Een leerling leent een fiets 1 bij de school."]
    assert marks == [("1", "note")]


def test_the_label_of_a_note_stands_apart_from_its_first_word() -> None:
    """LibreOffice prints it as large as the note, and with no space behind it."""
    called = "BT /F 11 Tf 70 700 Td (Een fiets is gekeurd) Tj 5 Ts /F 7 Tf (1) Tj 0 Ts ET "
    lines, marks = _lines(f"{called}BT /F 9 Tf 70 60 Td (1Zie de gids. ) Tj 0 -14 Td (2Dit) Tj ET")
    assert lines == ["Een fiets is gekeurd1", "1 Zie de gids.", "2Dit"]
    assert marks == [("1", "note")]


@pytest.mark.parametrize("name", ["Helvetica-BoldOblique", "Times-Italic", "Helvetica-Bold"])
def test_letters_in_italics_are_known_by_their_font(name: str) -> None:
    drawing = Drawing()
    font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name(f"/{name}"))
    fonts = Dictionary(F=drawing.font, G=drawing.pdf.make_indirect(font))
    text = "BT /G 11 Tf 70 700 Td (Op het plein) Tj /F 11 Tf 0 -20 Td (Wij spelen.) Tj ET"
    drawing.page(text, Font=fonts)
    lines = proved_pdf(drawing.bytes()).lines
    assert [line.is_italic for line in lines] == [not name.endswith("-Bold"), False]
