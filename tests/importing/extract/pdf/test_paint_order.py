"""What a PDF paints elsewhere than it stands is read where a reader sees it."""

from __future__ import annotations

import pytest

from drawn_pdf import Drawing, proved_pdf


def _lines(*painted: tuple[str, float, float, float]) -> list[str]:
    """Return the lines of a page with texts that are painted in this order: text, x, y, size."""
    drawing = Drawing()
    drawing.page(
        " ".join(f"BT /F {size} Tf {x} {y} Td ({text}) Tj ET" for text, x, y, size in painted)
    )
    return [line.text for line in proved_pdf(drawing.bytes()).lines]


_HEADING = ("Spelen op het plein", 70.0, 700.0, 14.0)
_ITEMS = (
    ("Wij spelen samen met elkaar.", 100.0, 670.0, 11.0),
    ("Wij ruimen alle ballen op.", 100.0, 655.0, 11.0),
)
_LAST = ("De bel gaat om kwart voor een.", 70.0, 620.0, 11.0)


@pytest.mark.parametrize("signs", [("1.", "2."), ("a)", "b)"), ("-", "-"), ("(i)", "(ii)")])
def test_markers_that_are_painted_behind_the_text_begin_its_items(signs: tuple[str, str]) -> None:
    markers = (
        (sign.replace("(", "\\(").replace(")", "\\)"), 86.0, y, 11.0)
        for sign, y in zip(signs, (670.0, 655.0), strict=True)
    )
    assert _lines(_HEADING, *_ITEMS, _LAST, *markers) == [
        _HEADING[0],
        *(f"{sign} {item[0]}" for sign, item in zip(signs, _ITEMS, strict=True)),
        _LAST[0],
    ]


def test_a_number_without_a_sign_or_far_from_words_stays() -> None:
    numbers = (("12", 86.0, 670.0, 11.0), ("3.", 20.0, 655.0, 11.0))
    assert _lines(*_ITEMS, _LAST, *numbers) == [*(item[0] for item in _ITEMS), _LAST[0], "12", "3."]


def test_a_number_between_words_on_a_row_stays() -> None:
    row = (("Plein", 40.0, 670.0, 11.0), *_ITEMS, _LAST, ("4.", 86.0, 670.0, 11.0))
    assert _lines(*row)[-1] == "4."


def test_a_head_painted_last_and_a_foot_painted_first_stand_at_their_edges() -> None:
    head, foot = ("obs De Wal", 70.0, 800.0, 8.0), ("bladzijde 3", 70.0, 30.0, 8.0)
    text = [_HEADING, *_ITEMS, _LAST]
    wanted = [line[0] for line in (head, *text, foot)]
    for painted in ((foot, *text, head), (head, foot, *text), (*text, head, foot)):
        assert _lines(*painted) == wanted


def test_a_foot_far_below_the_only_line_of_a_page_stands_below_it() -> None:
    head, foot = ("obs De Wal", 70.0, 800.0, 8.0), ("bladzijde 3", 70.0, 30.0, 8.0)
    assert _lines(head, foot, _HEADING) == [head[0], _HEADING[0], foot[0]]
    near = ("bladzijde 3", 70.0, 640.0, 8.0)
    assert _lines(near, _HEADING) == [near[0], _HEADING[0]]


def test_a_second_column_that_begins_higher_stays_behind_the_first() -> None:
    other = [(f"Regel {n} van de andere kant.", 320.0, 730.0 - 15 * n, 11.0) for n in range(6)]
    found = _lines(_HEADING, *_ITEMS, _LAST, *other)
    assert found[:4] == [_HEADING[0], *(item[0] for item in _ITEMS), _LAST[0]]
    assert found[4:] == [line[0] for line in other]
