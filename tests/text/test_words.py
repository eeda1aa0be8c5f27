from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from protocolkit.text.words import (
    fingerprint,
    glued,
    has_capital,
    holds_in_a_row,
    tokens,
    word_spans,
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("foto's ouders/verzorgers", ("foto's", "ouders/verzorgers")),
        (
            "0900-1113111 www.meldknop.nl niet-openbare",
            ("0900-1113111", "www.meldknop.nl", "niet-openbare"),
        ),
        ("(„x”;)", ("(", "„", "x", "”", ";", ")")),
        ("7. A. 3.1 14a.", ("7", ".", "A", ".", "3.1", "14a", ".")),
        ("• punt", ("punt",)),
        ("ouders..", ("ouders", ".", ".")),
        ("school- en", ("school", "-", "en")),
        ("Google+ en a+b", ("Google", "+", "en", "a+b")),
        ("af\u00adge\u200bbroken \ufeffwoord", ("afgebroken", "woord")),
        ("a\u00a0b\tc\nd", ("a", "b", "c", "d")),
        ("cafe\u0301", ("café",)),
        ("a_b _c_", ("a_b", "_", "c", "_")),
        ("x\x07y", ("x", "y")),
        ("Hij en hij", ("Hij", "en", "hij")),
        ("", ()),
    ],
)
def test_tokens(text: str, expected: tuple[str, ...]) -> None:
    assert tokens(text) == expected


@given(st.text())
def test_tokens_of_tokens_are_the_same(text: str) -> None:
    words = tokens(text)
    assert tokens(" ".join(words)) == words


@given(st.text(), st.text())
def test_a_space_always_separates(one: str, other: str) -> None:
    assert tokens(f"{one} {other}") == tokens(one) + tokens(other)


def test_the_fingerprint_ignores_breaks_but_no_word() -> None:
    assert fingerprint(tokens("de  school\nmag")) == fingerprint(tokens("de school mag"))
    assert fingerprint(tokens("de school mag")) != fingerprint(tokens("de school moet"))
    assert len(fingerprint(())) == 64


def test_glued_text_survives_line_ends() -> None:
    assert glued("niet-\nopenbare ge\u00adbroken") == glued("niet-openbare gebroken")


_SIGNS = (
    "a",
    "b",
    " ",
    "é",
    "e\u0301",
    "\u00ad",
    "\u200b",
    "•",
    ".",
    "\x07",
    "-",
    "가",
    "\u1100\u1161",
)


@given(st.lists(st.sampled_from(_SIGNS)).map("".join))
def test_the_spans_are_the_tokens_and_where_they_stand(text: str) -> None:
    spans = word_spans(text)
    assert tuple(word for word, _, _ in spans) == tokens(text)
    assert all(tokens(text[begin:end]) == (word,) for word, begin, end in spans)
    assert all(one[2] <= other[1] for one, other in itertools.pairwise(spans))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("De school", (("De", 0, 2), ("school", 3, 9))),
        ("• zo\u00adals 5", (("zoals", 2, 8), ("5", 9, 10))),
        ("cafe\u0301 x", (("café", 0, 5), ("x", 6, 7))),
        ("\ufeff\u1100\u1161 a", (("가", 1, 3), ("a", 4, 5))),
    ],
)
def test_a_span_holds_what_is_dropped_inside_the_word(
    text: str, found: tuple[tuple[str, int, int], ...]
) -> None:
    assert word_spans(text) == found


@pytest.mark.parametrize(
    ("words", "wanted", "stands"),
    [
        ("a b a c", "a c", True),
        ("a b c", "a c", False),
        ("a b", "b a", False),
        ("a b", "a b c", False),
        ("a b", "", True),
        ("", "a", False),
    ],
)
def test_words_stand_in_a_row(words: str, wanted: str, stands: bool) -> None:
    assert holds_in_a_row(tuple(words.split()), tuple(wanted.split())) is stands


@pytest.mark.parametrize(
    ("text", "has"), [("de Brug", True), ("iPad", True), ("magister 3.1", False), ("", False)]
)
def test_a_capital_may_stand_anywhere(text: str, has: bool) -> None:
    assert has_capital(text) is has
