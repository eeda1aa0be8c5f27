"""A line through letters strikes them; one under, around or far from them does not."""

from __future__ import annotations

import pytest

from protocolkit.importing.extract.pdf.drawings import Shape
from protocolkit.importing.extract.pdf.glyphs import Glyph
from protocolkit.importing.extract.pdf.places import Box
from protocolkit.importing.extract.pdf.strikes import struck_glyphs


def _row(text: str, foot: float = 100.0) -> list[Glyph]:
    """Return letters of 10 by 10 points, side by side from 0."""
    return [
        Glyph(sign=sign, place=at, owner=0, box=Box(at * 10.0, foot, at * 10.0 + 10, foot + 10))
        for at, sign in enumerate(text)
    ]


def _line(begin: float, end: float, height: float, rise: float = 0.0, thick: float = 1.0) -> Shape:
    return Shape(
        points=((begin, height), (end, height + rise)),
        is_stroked=True,
        is_filled=False,
        thick=thick,
    )


def _struck(text: str, *shapes: Shape) -> str:
    found = struck_glyphs(_row(text), shapes)
    return "".join(sign if at in found else "." for at, sign in enumerate(text))


@pytest.mark.parametrize(
    ("height", "shown"),
    [(105, "school"), (103, "school"), (107, "school"), (101, "......"), (109, "......")],
)
def test_a_line_strikes_through_the_middle_of_letters(height: float, shown: str) -> None:
    assert _struck("school", _line(0, 60, height)) == shown


def test_it_may_be_drawn_either_way_and_over_a_part() -> None:
    assert _struck("school", _line(60, 0, 105)) == "school"
    assert _struck("school", _line(20, 40, 105)) == "..ho.."
    assert _struck("school", _line(200, 300, 105)) == "......"


def test_a_bar_is_no_line_and_a_slope_may_be_one() -> None:
    assert _struck("school", _line(0, 60, 105, thick=5)) == "......"
    assert _struck("school", _line(0, 60, 103, rise=4)) == "school"
    assert _struck("school", _line(0, 5, 100, rise=60)) == "......"
    assert _struck("school", _line(30, 30, 90, rise=30)) == "......"


def test_a_line_that_strikes_few_of_the_letters_along_it_only_hangs_below_them() -> None:
    """Steep enough it passes through some: of six letters two are no word that was struck out."""
    assert _struck("school", _line(0, 60, 99, rise=5)) == "......"
    assert _struck("school", _line(0, 60, 102, rise=5)) == "school"


def test_a_low_area_and_a_picture_may_be_a_line() -> None:
    area = Shape(
        points=((0, 104.5), (60, 104.5), (60, 105.5), (0, 105.5)), is_stroked=False, is_filled=True
    )
    assert _struck("school", area) == "school"
    assert struck_glyphs(_row("ab"), [], pictures=[Box(0, 104, 20, 106)]) == {0, 1}
    frame = Shape(
        points=((0, 98), (60, 98), (60, 112), (0, 112), (0, 98)), is_stroked=True, is_filled=True
    )
    assert _struck("school", frame) == "......"
    nothing = Shape(points=((0, 105), (60, 105)), is_stroked=False, is_filled=False)
    assert _struck("school", nothing) == "......"


def test_signs_of_the_text_may_strike_too() -> None:
    assert struck_glyphs(_row("a\u0336b"), []) == {0}
    over = Glyph(sign="—", place=9, owner=0, box=Box(0, 104, 20, 106))
    assert struck_glyphs([*_row("ab"), over], []) == {0, 1}
    between = Glyph(sign="x", place=9, owner=0, box=Box(0, 104, 20, 106))
    assert struck_glyphs([*_row("ab"), between], []) == set()


def test_what_the_file_itself_calls_struck_is() -> None:
    assert struck_glyphs(_row("abc"), [], struck=[Box(8, 98, 22, 112)]) == {1}
    assert struck_glyphs([], [], struck=[Box(8, 98, 22, 112)]) == set()
    assert struck_glyphs(_row("- -"), [_line(0, 30, 105)]) == set()


def _cross(*points: tuple[float, float], thick: float = 1.0) -> Shape:
    return Shape(points=points, is_stroked=True, is_filled=False, thick=thick)


@pytest.mark.parametrize(
    ("shape", "shown"),
    [
        (_cross((20, 96), (40, 114)), "..ho.."),
        (_cross((22, 96), (28, 114)), "..h..."),
        (_cross((0, 40), (60, 170)), "..ho.."),
        (_cross((24, 114), (27, 96), thick=8), "..h..."),
        (_cross((24, 40), (26, 170)), "......"),
        (_cross((61, 96), (64, 112)), "......"),
        (_cross((0, 96), (20, 104)), "......"),
        (_cross((5, 105), (5, 105), thick=6), "......"),
        (_cross((5, 105), (5, 105), thick=2), "s....."),
    ],
)
def test_a_slash_crosses_letters_from_foot_to_head(shape: Shape, shown: str) -> None:
    """So does the line of a cross over a whole page; a line between letters or to one does not."""
    found = struck_glyphs(_row("school"), [shape])
    assert "".join(sign if at in found else "." for at, sign in enumerate("school")) == shown


def test_a_narrow_area_aslant_and_a_printed_slash_are_lines_too() -> None:
    points = ((20, 96), (21, 96), (41, 114), (40, 114))
    area = Shape(points=points, is_stroked=False, is_filled=True)
    assert struck_glyphs(_row("school"), [area]) == {2, 3}
    wide = Shape(points=((0, 90), (60, 90), (60, 120), (0, 120)), is_stroked=False, is_filled=True)
    assert struck_glyphs(_row("school"), [wide]) == set()
    for sign in "/\\":
        over = Glyph(sign=sign, place=9, owner=0, box=Box(22, 99, 28, 111))
        assert struck_glyphs([*_row("school"), over], []) == {2}
        beside = Glyph(sign=sign, place=9, owner=0, box=Box(60, 99, 64, 111))
        assert struck_glyphs([*_row("school"), beside], []) == set()
