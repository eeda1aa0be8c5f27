"""Whether a reader can tell a text from what is behind it."""

from __future__ import annotations

import pytest

from protocolkit.importing.extract.shared.colours import (
    BLACK,
    WHITE,
    hex_colour,
    is_faint,
    is_same_colour,
    mixed,
)


@pytest.mark.parametrize(
    ("text", "colour"),
    [
        ("ff8000", (255, 128, 0)),
        ("#FF8000", (255, 128, 0)),
        ("000001", (0, 0, 1)),
        ("000000", BLACK),
        ("ffffff", WHITE),
        ("auto", None),
        ("ff80", None),
        ("ff8000ff", None),
        ("", None),
        (None, None),
    ],
)
def test_six_digits_are_a_colour(text: str | None, colour: tuple[int, int, int] | None) -> None:
    assert hex_colour(text) == colour


def test_a_mixture_lies_between_its_colours() -> None:
    assert mixed(WHITE, BLACK, 0) == WHITE
    assert mixed(WHITE, BLACK, 1) == BLACK
    assert mixed((0, 100, 200), (100, 100, 0), 0.5) == (50, 100, 100)


def test_colours_that_the_eye_cannot_tell_apart_are_the_same() -> None:
    assert is_same_colour(WHITE, (254, 250, 248))
    assert not is_same_colour(WHITE, (255, 255, 230))
    assert not is_same_colour((0, 0, 0), (30, 0, 0))


@pytest.mark.parametrize(
    ("one", "other", "is_it"),
    [
        (BLACK, WHITE, False),
        ((119, 119, 119), WHITE, False),
        ((190, 190, 190), WHITE, False),
        ((250, 250, 250), WHITE, True),
        (WHITE, (245, 245, 245), True),
        ((255, 255, 0), WHITE, True),
        (BLACK, (10, 10, 10), True),
        ((0, 0, 255), BLACK, False),
    ],
)
def test_grey_on_white_can_be_read_and_a_breath_of_it_not(
    one: tuple[int, int, int], other: tuple[int, int, int], is_it: bool
) -> None:
    assert is_faint(one, other) is is_faint(other, one) is is_it
