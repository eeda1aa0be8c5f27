"""A sentence of ours with its values becomes words in the reader's language, and only then."""

from __future__ import annotations

import pytest

from catalogue import PACKAGE
from protocolkit.base.messages import Message, languages, mark, message, translator
from protocolkit.base.problems import problem, warning

_DUTCH = {"The {thing} of {owner}.": "De {thing} van {owner}.", "the school": "de school"}


def _dutch(text: str) -> str:
    return _DUTCH.get(text, text)


def test_values_fill_the_translated_sentence() -> None:
    said = message(mark("The {thing} of {owner}."), thing="klas", owner="Jan")
    assert said.in_words(_dutch) == "De klas van Jan."
    assert said == Message(text=said.text, values=(("thing", "klas"), ("owner", "Jan")))


def test_our_own_words_are_translated_and_an_authors_are_not() -> None:
    ours, theirs = mark("the school"), "the school"
    said = message(mark("The {thing} of {owner}."), thing=theirs, owner=ours)
    assert said.in_words(_dutch) == "De the school van de school."


def test_braces_in_a_value_are_words() -> None:
    said = message(mark("The {thing} of {owner}."), thing="{owner}", owner="{0}")
    assert said.in_words(_dutch) == "De {owner} van {0}."


def test_a_value_may_have_any_name() -> None:
    said = message(mark("The {text} of {values}."), text="a", values="b")
    assert said.in_words(translator("en")) == "The a of b."


def test_a_missing_value_is_our_bug() -> None:
    with pytest.raises(KeyError):
        message(mark("The {thing} of {owner}."), thing="klas").in_words(_dutch)


def test_a_problem_is_a_message_with_a_place() -> None:
    code = warning("odd", "Odd", "The {thing} of {owner}.", "See {anchor}.")
    found = problem(code, anchor="art-1", thing="klas", owner=mark("the school"))
    assert found.message(_dutch) == "De klas van de school."
    assert found.hint(_dutch) == "See art-1."


def test_every_language_with_a_catalogue_is_known_and_english_has_none() -> None:
    with_words = {folder.name for folder in (PACKAGE / "locales").iterdir()}
    assert languages()[:2] == ("nl", "en")
    assert set(languages()) == with_words | {"en"}
    assert translator("en")("Topic") == translator("xx")("Topic") == "Topic"
