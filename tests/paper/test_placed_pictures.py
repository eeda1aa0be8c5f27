"""Where a picture of a letterhead stands that has a place of its own on the page."""

from __future__ import annotations

import pytest
from lxml import etree

from house_files import reference
from protocolkit.base.messages import Message
from protocolkit.importing.extract.word.package import WordPackage
from protocolkit.paper.house.house_pictures import WP, PictureReader
from protocolkit.paper.house.letterhead import PAGE_HEIGHT, PAGE_WIDTH, HousePicture
from protocolkit.paper.house.margins import Margins

_WIDE, _HIGH = 50.0, 20.0
_MARGINS = Margins(left=30, right=20, top=25, bottom=15, above_head=10, below_foot=12)
_MM = 36_000


def _frame(across: str = "", up: str = "") -> etree._Element:
    """Return the frame of a picture with what is said of its place, as ``from what: how``."""
    frame = etree.Element(f"{WP}anchor")
    for name, said in (("positionH", across), ("positionV", up)):
        if said:
            start, _, how = said.partition(": ")
            place = etree.SubElement(frame, f"{WP}{name}", relativeFrom=start)
            is_word = how.isalpha()
            inner = etree.SubElement(place, f"{WP}{'align' if is_word else 'posOffset'}")
            inner.text = how if is_word else str(round(float(how) * _MM)) if how else ""
    return frame


def _placed(
    across: str = "", up: str = "", *, is_foot: bool = False
) -> tuple[HousePicture | None, list[Message]]:
    told: list[Message] = []
    reader = PictureReader(WordPackage(reference()), {}, _MARGINS, told.append, is_foot=is_foot)
    picture = HousePicture(content=b"", width=_WIDE, height=_HIGH, words="")
    return reader.placed(picture, _frame(across, up)), told


@pytest.mark.parametrize(
    ("said", "left"),
    [
        ("", 30),
        ("page: 5", 5),
        ("margin: 5", 35),
        ("column: 5", 35),
        ("page: center", (PAGE_WIDTH - _WIDE) / 2),
        ("page: right", PAGE_WIDTH - _WIDE),
        ("page: left", 0),
        ("margin: right", PAGE_WIDTH - 20 - _WIDE),
        ("margin: center", (30 + PAGE_WIDTH - 20 - _WIDE) / 2),
        # no picture stands beside the page
        ("page: -9", 0),
        ("rightMargin: 1", PAGE_WIDTH - _WIDE),
        ("page: 999", PAGE_WIDTH - _WIDE),
        ("page: ", 0),
    ],
)
def test_how_far_from_the_left(said: str, left: float) -> None:
    found, told = _placed(said)
    assert found is not None
    assert found.left == pytest.approx(left, abs=0.01)
    assert not told


@pytest.mark.parametrize(
    ("said", "is_foot", "top"),
    [
        ("", False, 25),
        ("page: 5", False, 5),
        ("page: bottom", False, PAGE_HEIGHT - _HIGH),
        ("margin: 5", False, 30),
        # a paragraph of the header begins where the header does, one of the footer at its foot
        ("paragraph: 5", False, 15),
        ("line: 5", False, 15),
        ("paragraph: -5", True, PAGE_HEIGHT - 12 - _HIGH - 5),
        ("bottomMargin: 0", True, PAGE_HEIGHT - _HIGH),
        ("page: 80", False, 80),
        ("page: 230", False, 230),
        ("page: 999", False, PAGE_HEIGHT - _HIGH),
    ],
)
def test_how_far_from_the_top(said: str, is_foot: bool, top: float) -> None:
    found, told = _placed("", said, is_foot=is_foot)
    assert found is not None
    assert found.top == pytest.approx(top, abs=0.01)
    assert not told


@pytest.mark.parametrize("said", ["page: 81", "page: 150", "page: 229", "page: center"])
def test_what_would_stand_behind_the_text_is_told(said: str) -> None:
    found, told = _placed("", said)
    assert found is None
    assert len(told) == 1
