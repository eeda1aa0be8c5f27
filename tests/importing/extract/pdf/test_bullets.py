"""Bullets that a PDF draws begin an item; other small figures do not."""

from __future__ import annotations

import pytest

from drawn_pdf import Drawing, proved_pdf
from outlined import outline_of

_WORDS = (
    "BT /F 11 Tf 70 780 Td 16 TL (Wij letten op het volgende:) Tj ET "
    "BT /F 11 Tf 90 764 Td 16 TL (de deur gaat dicht;) Tj T* (het licht gaat uit.) Tj ET "
)


def _disc(left: float, bottom: float, size: float = 4) -> str:
    """Return a disc as a browser draws it: four bends, filled."""
    k, r = 0.55 * size / 2, size / 2
    x, y = left + r, bottom + r
    return (
        f"{x + r} {y} m {x + r} {y + k} {x + k} {y + r} {x} {y + r} c "
        f"{x - k} {y + r} {x - r} {y + k} {x - r} {y} c "
        f"{x - r} {y - k} {x - k} {y - r} {x} {y - r} c "
        f"{x + k} {y - r} {x + r} {y - k} {x + r} {y} c f "
    )


def _outline(drawn: str) -> list[str]:
    drawing = Drawing()
    drawing.page(_WORDS + drawn)
    return outline_of(proved_pdf(drawing.bytes()))


def test_a_disc_before_words_begins_an_item() -> None:
    found = _outline(_disc(76, 766) + _disc(76, 750))
    assert found[1:] == ["• de deur gaat dicht;", "• het licht gaat uit."]


def test_a_square_does_so_too() -> None:
    found = _outline("76 766 4 4 re f 76 750 4 4 re f ")
    assert found[1:] == ["• de deur gaat dicht;", "• het licht gaat uit."]


@pytest.mark.parametrize(
    "drawn",
    [
        _disc(20, 766) + _disc(20, 750),
        _disc(76, 758) + _disc(76, 742),
        _disc(72, 764, 12) + _disc(72, 748, 12),
        "70 763 m 88 763 l S 70 747 m 88 747 l S ",
        "",
    ],
    ids=["far off", "between the lines", "as large as the type", "lines", "nothing"],
)
def test_another_figure_is_no_bullet(drawn: str) -> None:
    assert "•" not in "".join(_outline(drawn))
