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


def _columns() -> str:
    lines = (
        "(De bel gaat om half negen en dan gaat) Tj T* (iedereen naar binnen, ook wie nog) Tj T* "
    )
    left = f"BT /F 11 Tf 50 780 Td 16 TL {lines} {lines} ET "
    right = "(De leerling zet in de gang zijn fiets) Tj T* (op slot en let daarna nog op) Tj T* "
    return left + f"BT /F 11 Tf 330 780 Td 16 TL {right} {right} ET "


def test_a_bullet_in_a_second_column_has_no_words_before_it() -> None:
    drawing = Drawing()
    drawing.page(_columns() + _disc(316, 782) + _disc(316, 750))
    found = [line.text for line in proved_pdf(drawing.bytes()).lines]
    assert [line[:8] for line in found[4:]] == ["• De lee", "op slot ", "• De lee", "op slot "]


def test_a_figure_after_words_on_a_row_is_no_bullet() -> None:
    drawing = Drawing()
    words = "BT /F 11 Tf 70 780 Td (Hier) Tj 40 0 Td (de deur gaat dicht.) Tj ET "
    drawing.page(words + _disc(100, 782))
    assert "•" not in "".join(line.text for line in proved_pdf(drawing.bytes()).lines)


def test_words_of_another_column_are_none_before_a_bullet() -> None:
    drawing = Drawing()
    head = (
        "BT /F 20 Tf 50 780 Td (Jarig op school) Tj ET BT /F 11 Tf 50 700 Td (Kom er bij.) Tj ET "
    )
    items = "BT /F 11 Tf 330 780 Td 16 TL (de deur gaat dicht;) Tj T* (het licht gaat uit.) Tj ET "
    drawing.page(head + items + _disc(316, 782) + _disc(316, 766))
    found = [line.text for line in proved_pdf(drawing.bytes()).lines]
    assert found[-2:] == ["• de deur gaat dicht;", "• het licht gaat uit."]
