"""Counts in figures, letters and Roman numerals: what is written is read back."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from protocolkit.text.numerals import PRINTED_COUNT, Numerals, print_count, read_count, readings


@given(count=st.integers(min_value=1, max_value=5000), numerals=st.sampled_from(Numerals))
def test_what_is_written_is_read_back(count: int, numerals: Numerals) -> None:
    written = print_count(count, numerals)
    known = Numerals.DECIMAL if written.isdigit() else numerals
    assert read_count(written, known) == count


@pytest.mark.parametrize(
    ("count", "numerals", "text"),
    [
        (4, Numerals.UPPER_ROMAN, "IV"),
        (1994, Numerals.UPPER_ROMAN, "MCMXCIV"),
        (3999, Numerals.LOWER_ROMAN, "mmmcmxcix"),
        (27, Numerals.LOWER_ALPHA, "aa"),
        (702, Numerals.UPPER_ALPHA, "ZZ"),
        (703, Numerals.UPPER_ALPHA, "703"),
        (4000, Numerals.LOWER_ROMAN, "4000"),
        (0, Numerals.LOWER_ALPHA, "0"),
    ],
)
def test_a_count_is_written(count: int, numerals: Numerals, text: str) -> None:
    assert print_count(count, numerals) == text


@pytest.mark.parametrize("text", ["IIII", "VX", "IC", "MMMM", "Iv", "iv", "", "I1", "Ⅳ"])
def test_what_is_no_roman_numeral(text: str) -> None:
    assert read_count(text, Numerals.UPPER_ROMAN) is None


@pytest.mark.parametrize("text", ["abc", "A", "1", "é", ""])
def test_what_is_no_letter_of_a_list(text: str) -> None:
    assert read_count(text, Numerals.LOWER_ALPHA) is None


def test_a_letter_alone_has_two_readings_only_when_roman() -> None:
    found = {letter: len(readings(letter)) for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"}
    assert {letter for letter, count in found.items() if count == 2} == set("CDILMVX")
    assert set(found.values()) == {1, 2}


@pytest.mark.parametrize("numerals", Numerals)
@pytest.mark.parametrize("count", [1, 4, 26, 28, 702, 3888, 3999, 999_999])
def test_the_proof_of_an_import_knows_the_signs_of_every_count(
    numerals: Numerals, count: int
) -> None:
    assert re.fullmatch(PRINTED_COUNT, print_count(count, numerals))
