"""A check code that was typed wrong leads to the codes that it is nearly, and to no other."""

from __future__ import annotations

import pytest

from protocolkit.document.known_codes import near_codes

_CODE = "0123456789ab"


@pytest.mark.parametrize(
    ("known", "is_near"),
    [
        (_CODE, True),
        (f"{_CODE}4cd", True),
        ("0123456789ff", True),
        ("012345678fff", True),
        ("01234567ffff", False),
        ("ffffffffffff", False),
    ],
)
def test_three_signs_in_four_are_the_same(known: str, is_near: bool) -> None:
    assert near_codes(f"2:{_CODE}", [f"2:{known}"]) == ((f"2:{known}",) if is_near else ())


def test_the_nearest_three_are_told_the_nearest_first() -> None:
    known = ["2:012345678fff", "2:0123456789ff", "2:0123456789af", f"2:{_CODE}"]
    assert near_codes(f"2:{_CODE}", known) == tuple(reversed(known[1:]))
