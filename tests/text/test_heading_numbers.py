"""A number that is a word of a heading is told from a marker and from the begin of a sentence."""

from __future__ import annotations

import pytest

from protocolkit.text.heading_numbers import (
    counting_words_in,
    heading_number,
    lettered,
    own_number,
    without_counting_words,
)


@pytest.mark.parametrize(
    ("title", "word", "number", "end"),
    [
        ("Bijlage 2: Route", "bijlage", "2", 10),
        ("BIJLAGE 2", "bijlage", "2", 9),
        ("Bijlage 2b – Route", "bijlage", "2b", 12),
        ("Bijlage IV Route", "bijlage", "IV", 10),
        ("Onderdeel B. Melden", "onderdeel", "B", 12),
        ("Bijl. 3 Route", "bijlage", "3", 7),
        ("Bijlage 1.2 Route", "bijlage", "1.2", 11),
    ],
)
def test_a_word_that_counts_and_its_number(title: str, word: str, number: str, end: int) -> None:
    found = heading_number(title)
    assert found is not None
    assert (found.word, found.number, found.end) == (word, number, end)


@pytest.mark.parametrize(
    "title", ["Bijlage", "Bijlage U", "De bijlage 2", "Bijlage over pesten", "Artikel 5", "Lid 1"]
)
def test_what_is_no_number_of_a_heading(title: str) -> None:
    assert heading_number(title) is None


@pytest.mark.parametrize(
    ("text", "is_heading", "end", "needs_series"),
    [
        ("Bijlage 2 Route", True, 9, False),
        ("Bijlage 2 Route", False, None, False),
        ("(a) Vechten", True, 3, False),
        ("(a) Vechten", False, None, False),
        ("Lid 1 Wie pest", True, 5, False),
        ("Lid 1 Wie pest", False, 5, True),
        ("Lid 1. wie pest", False, 6, True),
        # a small letter goes on with the sentence
        ("Lid 1 geldt niet", False, None, False),
        ("• Vechten", True, None, False),
        ("1.2 Vechten", True, None, False),
        ("A Begin", True, 1, True),
        ("A Begin", False, None, False),
        ("U Bent hier", True, None, False),
        ("Een begin", True, None, False),
    ],
)
def test_the_number_that_words_begin_with(
    text: str, is_heading: bool, end: int | None, needs_series: bool
) -> None:
    found = own_number(text, is_heading=is_heading)
    assert (found.end if found else None) == end
    assert found is None or found.needs_series == needs_series


@pytest.mark.parametrize(
    ("text", "count", "needs_series"),
    [("H Begin", (8,), True), ("Hoofdstuk B Begin", (2,), False), ("B. Begin", (2,), True)],
)
def test_a_letter_counts_alone_only_among_others(
    text: str, count: tuple[int, ...], needs_series: bool
) -> None:
    found = lettered(text)
    assert found is not None
    assert found.start is not None
    assert (found.start.count, found.needs_series) == (count, needs_series)


def test_words_that_count_are_told_by_their_name() -> None:
    text = "Zie artikelen 3 en 4, art. 5, bijl. 2, § 2 en de hoofdstukken."
    assert counting_words_in(text) == {"artikel", "bijlage", "§", "hoofdstuk"}
    left = without_counting_words("artikel 3 en bijl. 2")
    assert left.split() == ["3", "en", "2"]
    assert counting_words_in("artikelsgewijs") == frozenset()
