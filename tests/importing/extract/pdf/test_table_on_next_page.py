"""A table that ends in one row on the next page is one table; a row alone elsewhere is none."""

from __future__ import annotations

from collections.abc import Sequence

from drawn_pdf import Drawing, proved_pdf
from outlined import outline_of

_WIDE = 100


def _rows(top: int, rows: Sequence[tuple[str, ...]], left: int = 70) -> str:
    """Draw rows of a table of which the first begins at a height."""
    drawn = []
    for number, row in enumerate(rows):
        low = top - 20 * (number + 1)
        for place, cell in enumerate(row):
            x = left + _WIDE * place
            words = f"BT /F 11 Tf {x + 3} {low + 5} Td ({cell}) Tj ET"
            drawn.append(f"{x} {low} {_WIDE} 20 re S {words}")
    return " ".join(drawn) + " "


def _text(low: int, words: str) -> str:
    return f"BT /F 11 Tf 70 {low} Td ({words}) Tj ET "


_HEAD = [("Wat", "Wie", "Aantal"), ("Vervoer", "Ouders", "40"), ("Toezicht", "Mentor", "12")]
_FIRST = _text(780, "De kosten staan hieronder.") + _rows(120, _HEAD)


def _outline(second: str) -> list[str]:
    drawing = Drawing()
    drawing.page(_FIRST)
    drawing.page(second)
    return outline_of(proved_pdf(drawing.bytes()))


def test_one_row_on_the_next_page_belongs_to_the_table() -> None:
    row = _rows(800, [("Drukwerk", "Directie", "9")])
    found = _outline(row + _text(700, "Daarna kijken wij verder."))
    assert found[1:] == [
        "Wat | Wie | Aantal",
        "Vervoer | Ouders | 40",
        "Toezicht | Mentor | 12",
        "Drukwerk | Directie | 9",
        "Daarna kijken wij verder.",
    ]


def test_a_row_with_other_columns_is_text() -> None:
    row = _rows(800, [("Drukwerk", "Directie", "9")], left=140)
    found = _outline(row + _text(700, "Daarna kijken wij verder."))
    assert found[1:] == [
        "Wat | Wie | Aantal",
        "Vervoer | Ouders | 40",
        "Toezicht | Mentor | 12",
        "Daarna kijken wij verder.",
    ]


def test_a_head_alone_at_the_foot_of_a_page_belongs_to_the_table() -> None:
    drawing = Drawing()
    drawing.page(_text(780, "De kosten staan hieronder.") + _rows(80, _HEAD[:1]))
    drawing.page(_rows(800, _HEAD[1:]) + _text(700, "Daarna kijken wij verder."))
    assert outline_of(proved_pdf(drawing.bytes()))[1:] == [
        "Wat | Wie | Aantal",
        "Vervoer | Ouders | 40",
        "Toezicht | Mentor | 12",
        "Daarna kijken wij verder.",
    ]


def test_a_row_alone_at_the_foot_of_a_page_is_text() -> None:
    drawing = Drawing()
    drawing.page(_text(780, "De kosten staan hieronder.") + _rows(80, _HEAD[:1]))
    drawing.page(_text(700, "Daarna kijken wij verder."))
    found = outline_of(proved_pdf(drawing.bytes()))
    assert "Wat Wie Aantal" in " ".join(found)
    assert "|" not in " ".join(found)
