"""Letters of a PDF of which a part is cut off: they are text, and a doubt."""

from __future__ import annotations

import pytest

from drawn_pdf import drawn, proved_pdf, words
from protocolkit.importing.source.doubts import UNTOLD

_WORDS = "4. De leerling mag niet filmen op het plein."


def _cut_out(*rectangles: str) -> list[str]:
    """Return what is doubted of words of which only what lies in rectangles is printed."""
    inside = " ".join(f"{rectangle} re" for rectangle in rectangles)
    source = proved_pdf(drawn(f"q {inside} W n {words(_WORDS)} Q"))
    return [str(found.text) for found in source.doubts]


@pytest.mark.parametrize(
    "rectangles",
    [
        ("60 403 500 30",),
        ("60 405 500 30",),
        ("60 370 500 31",),
        ("60 370 500 34",),
        ("60 370 105 60",),
        ("60 370 110 60", "170 370 18 33", "188 370 400 60"),
    ],
)
def test_letters_that_are_cut_off_at_a_side_are_a_doubt(rectangles: tuple[str, ...]) -> None:
    assert _cut_out(*rectangles) == [UNTOLD]


@pytest.mark.parametrize("rectangle", ["60 390 500 30", "60 397 500 15", "0 0 595 842"])
def test_words_that_stand_whole_where_the_page_is_cut_out_are_none(rectangle: str) -> None:
    assert _cut_out(rectangle) == []
