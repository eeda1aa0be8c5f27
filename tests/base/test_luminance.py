"""How much light a colour gives, by the formula of the guidelines."""

from __future__ import annotations

import pytest

from protocolkit.base.luminance import luminance


@pytest.mark.parametrize(
    ("colour", "light"),
    [
        ((0, 0, 0), 0.0),
        ((255, 255, 255), 1.0),
        ((255, 0, 0), 0.2126),
        ((0, 255, 0), 0.7152),
        ((0, 0, 255), 0.0722),
        # up to ten of 255 it grows evenly, and behind that as a curve
        ((10, 10, 10), 10 / 255 / 12.92),
        ((11, 11, 11), 0.003347),
        ((128, 128, 128), 0.215861),
    ],
)
def test_each_part_of_a_colour_counts_by_what_the_eye_sees(
    colour: tuple[int, int, int], light: float
) -> None:
    assert luminance(*colour) == pytest.approx(light, abs=1e-6)
