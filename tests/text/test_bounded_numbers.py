"""No number out of a file is larger than it may be, and none is read that is none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from protocolkit.text.bounded_numbers import decimal_number, hexadecimal_number, whole_number


@pytest.mark.parametrize("text", ["²", "9" * 5000, "", " ", "1e9", "٣", "1_0", "0x1", "--1", None])
def test_what_is_no_plain_number_says_nothing(text: str | None) -> None:
    assert whole_number(text, most=10**9, default=7) == 7


def test_plain_numbers_are_read_within_bounds() -> None:
    assert whole_number(" 12 ", most=12) == 12
    assert whole_number("13", most=12) == 0
    assert whole_number("-3", least=-5, most=5) == -3
    assert whole_number("0" * 90 + "4", most=5) == 4
    assert hexadecimal_number("F0FE", most=0xFFFF) == 0xF0FE
    assert hexadecimal_number("-1", most=0xFFFF) == -1
    assert hexadecimal_number("110000", most=0x10FFFF) == -1
    assert decimal_number(".5", most=1) == 0.5
    assert decimal_number("inf", most=1) == 0


@given(st.text(alphabet="0123456789.-+ eE²_xX٣", max_size=30))
def test_reading_never_raises_and_stays_in_bounds(text: str) -> None:
    assert 0 <= whole_number(text, most=99) <= 99
    assert -5 <= decimal_number(text, least=-5, most=9.5) <= 9.5
    assert -1 <= hexadecimal_number(text, most=255) <= 255
