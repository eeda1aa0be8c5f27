"""A strip of a page as a picture: of one that is there, is not turned, and is no poster."""

from __future__ import annotations

import struct

import pytest

from drawn_pdf import Drawing, drawn
from protocolkit.importing.extract.pdf.clips import Strip, clips

_PAGE = "BT /F 11 Tf 70 780 Td (Protocol) Tj ET"


def _pictures(content: bytes, *strips: Strip | None) -> list[bool]:
    return [picture.startswith(b"\x89PNG") for picture in clips(content, strips)]


def test_no_picture_of_what_is_not_there() -> None:
    strips = (None, Strip(9, 10, 40), Strip(2, 10, 40), Strip(1, 700, 790))
    assert _pictures(drawn(_PAGE), *strips) == [False, False, False, True]


@pytest.mark.parametrize(("high", "is_shown"), [(33.9, False), (34.1, True)])
def test_a_strip_of_no_height_shows_nothing(high: float, is_shown: bool) -> None:
    assert _pictures(drawn(_PAGE), Strip(1, 30, high)) == [is_shown]


def test_a_strip_ends_where_its_page_does() -> None:
    (picture,) = clips(drawn(_PAGE), [Strip(1, -50, 2_000)])
    wide, high = struct.unpack(">II", picture[16:24])
    assert (abs(wide - 595 * 1.5) < 2, abs(high - 842 * 1.5) < 2) == (True, True)


@pytest.mark.parametrize(("side", "is_shown"), [(1_999, True), (2_001, False)])
def test_a_poster_says_nothing_in_a_report(side: int, is_shown: bool) -> None:
    assert _pictures(drawn(_PAGE, (0, 0, side, 300)), Strip(1, 10, 60)) == [is_shown]
    assert _pictures(drawn(_PAGE, (0, 0, 300, side)), Strip(1, 10, 60)) == [is_shown]


@pytest.mark.parametrize(("turned", "is_shown"), [(0, True), (90, False), (180, False)])
def test_a_page_that_is_turned_has_no_picture(turned: int, is_shown: bool) -> None:
    drawing = Drawing()
    drawing.page(_PAGE)
    drawing.pdf.pages[0].Rotate = turned
    assert _pictures(drawing.bytes(), Strip(1, 700, 790)) == [is_shown]
