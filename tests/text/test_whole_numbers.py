"""Numbers as one word where words are marked, and every other word as the words law has it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from protocolkit.text.whole_numbers import number_spans
from protocolkit.text.words import tokens


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("€12,50.", ["€", "12,50", "."]),
        ("€ 1.250,00", ["€", "1.250,00"]),
        ("€ 12,- of € 12,-- of 12,–.", ["€", "12,-", "of", "€", "12,--", "of", "12,–", "."]),
        ("12,5%", ["12,5", "%"]),
        ("van 10:30-11:30 uur", ["van", "10:30-11:30", "uur"]),
        ("op 1-2-2026, of 1/2/2026", ["op", "1-2-2026", ",", "of", "1/2/2026"]),
        ("lid 2, 3 en 4: zie 5", ["lid", "2", ",", "3", "en", "4", ":", "zie", "5"]),
        ("1,,2 en 3,", ["1", ",", ",", "2", "en", "3", ","]),
    ],
)
def test_a_number_is_one_word(text: str, words: list[str]) -> None:
    assert [word for word, _, _ in number_spans(text)] == words


@given(st.text("12a,.:-– €\u200b\u00ad"))
def test_no_token_is_lost_or_moved(text: str) -> None:
    found = number_spans(text)
    assert tuple(token for word, _, _ in found for token in tokens(word)) == tokens(text)
    for word, begin, end in found:
        assert tokens(text[begin:end]) == tokens(word)
