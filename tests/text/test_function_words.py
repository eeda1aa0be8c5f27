"""One list of words that join others, in classes that each user picks from."""

from __future__ import annotations

from protocolkit.importing.structure.line_ends import is_cut_off, runs_on
from protocolkit.importing.structure.naming import short_name
from protocolkit.text.differences import phrase_differences
from protocolkit.text.function_words import ASKING, FUNCTION_WORDS


def test_words_that_ask_are_no_part_of_the_rest() -> None:
    assert not ASKING & FUNCTION_WORDS


def test_a_line_may_end_in_a_word_that_asks_and_in_no_article() -> None:
    assert not runs_on("Wie doet wat")
    assert runs_on("De leerling geeft zijn telefoon aan deze")
    assert not is_cut_off("Over ons")
    assert is_cut_off("Over onze")


def test_an_anchor_is_made_of_telling_words() -> None:
    assert short_name("Gebruik binnen de school") == "gebruik"
    assert short_name("Wat is pesten") == "pesten"


def test_a_lone_joining_word_is_no_anchor_between_two_changes() -> None:
    old = "berichten over school plaatsen".split()
    new = "foto's over leerlingen maken".split()
    assert [piece.new for piece in phrase_differences(old, new)] == [tuple(new)]
