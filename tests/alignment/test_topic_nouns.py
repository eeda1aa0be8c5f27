"""A noun stands behind an article twice, or is long: what stands so once may be no noun."""

from __future__ import annotations

import pytest

from protocolkit.alignment.topic_nouns import set_nouns


@pytest.mark.parametrize(
    ("word", "is_noun"), [("vlag", False), ("bezems", False), ("kapstok", True), ("afvalbak", True)]
)
def test_a_word_that_stands_once_behind_an_article_is_a_noun_when_it_is_long(
    word: str, is_noun: bool
) -> None:
    phrases = {f"de {word}"}
    once, twice = [f"Zet het bij de {word}."], [f"Zet het bij de {word}.", f"Pak de {word}."]
    assert set(set_nouns(once).phrases.values()) == (phrases if is_noun else set())
    assert set(set_nouns(twice).phrases.values()) == phrases
