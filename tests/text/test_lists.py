"""What a list can count."""

from __future__ import annotations

import pytest

from protocolkit.text.lists import print_marker, read_markers
from protocolkit.text.numerals import Numerals


@pytest.mark.parametrize(
    ("markers", "numerals"),
    [
        (("a.", "b."), Numerals.LOWER_ALPHA),
        (("i.",), Numerals.LOWER_ROMAN),
        (("h.", "i."), Numerals.LOWER_ALPHA),
        (("c.", "d."), Numerals.LOWER_ALPHA),
        (("c.",), Numerals.LOWER_ALPHA),
        (("v.", "vi."), Numerals.LOWER_ROMAN),
        (("u.", "v."), Numerals.LOWER_ALPHA),
        (("z.", "aa."), Numerals.LOWER_ALPHA),
        (("I)", "II)"), Numerals.UPPER_ROMAN),
        (("3.", "7."), Numerals.DECIMAL),
        (("a", "b"), Numerals.LETTER),
    ],
)
def test_points_have_one_style(markers: tuple[str, ...], numerals: Numerals) -> None:
    counted = read_markers(markers)
    assert counted is not None
    assert {item.numerals for item in counted} == {numerals}
    assert tuple(print_marker(c.count, numerals, c.end) for c in counted) == markers


def test_bullets_count_nothing() -> None:
    counted = read_markers(("•", "•"))
    assert counted is not None
    assert [(item.count, item.numerals) for item in counted] == [(0, None), (0, None)]


@pytest.mark.parametrize("markers", [("14a.",), ("a.", "2."), ("a.", "b)"), ("mmmm.",), ("01.",)])
def test_some_markers_no_list_can_count(markers: tuple[str, ...]) -> None:
    assert read_markers(markers) is None
