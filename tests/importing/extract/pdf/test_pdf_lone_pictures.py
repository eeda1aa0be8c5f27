"""A wide picture between the lines of a PDF may hold words of the text, and is a doubt."""

from __future__ import annotations

import pytest
from pikepdf import Dictionary

from drawn_pdf import RULES, Drawing, proved_pdf
from protocolkit.importing.source.doubts import PICTURED


@pytest.mark.parametrize(
    ("wide", "high", "low", "is_doubt"),
    [
        (360, 22, 650, True),
        (60, 22, 650, False),
        (360, 3, 650, False),
        # above all text, at the foot of the page
        (360, 22, 810, False),
        (360, 22, 20, False),
    ],
)
def test_a_wide_picture_below_a_line_is_a_doubt(
    wide: int, high: int, low: int, *, is_doubt: bool
) -> None:
    drawing = Drawing()
    pictures = Dictionary(I=drawing.picture([[255, 0, 255]]))
    drawing.page(f"{RULES} q {wide} 0 0 {high} 70 {low} cm /I Do Q", XObject=pictures)
    source = proved_pdf(drawing.bytes())
    assert [found.text for found in source.doubts] == [PICTURED] * is_doubt
    assert source.left_out == ()
