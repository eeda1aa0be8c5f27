from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from protocolkit.text.words import fingerprint, glued, tokens


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
