"""Words have room in a fixed height when small letters would fit: four points wide, eight high."""

from __future__ import annotations

import pytest

from protocolkit.importing.extract.word.room import has_room


@pytest.mark.parametrize(
    ("words", "width", "height", "has"),
    [
        (["a" * 10], 40, 8, True),
        (["a" * 11], 40, 8, False),
        (["a" * 11], 44, 8, True),
        (["a" * 11], 40, 15.9, False),
        (["a" * 11], 40, 16, True),
        (["a", "b"], 40, 8, False),
        (["a", "b"], 40, 16, True),
        (["ab"], 3, 8, False),
        (["a"], 3, 8, True),
        ([], 40, 0, True),
    ],
)
def test_lines_are_counted_in_small_letters(
    words: list[str], width: float, height: float, has: bool
) -> None:
    assert has_room(words, width, height) is has
