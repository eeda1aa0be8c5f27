"""One list of words that join others, in classes that each user picks from."""

from __future__ import annotations

import pytest

from protocolkit.checking.sentences import SENTENCE_BROKEN, check_sentences
from protocolkit.importing.source.hyphens import Joiner
from protocolkit.importing.structure.line_ends import is_cut_off, runs_on
from protocolkit.importing.structure.naming import short_name
from protocolkit.norms.recognise import recognise
from protocolkit.reading.reader import read_protocol_text
from protocolkit.relations.differing import extra_phrases
from protocolkit.relations.relation import Side, Trait
from protocolkit.text.differences import phrase_differences
from protocolkit.text.function_words import (
    ADDING,
    ASKING,
    BOUND,
    CAUSAL,
    COMPARING,
    CONDITIONAL,
    FUNCTION_WORDS,
    JOINING,
    OPPOSING,
    PREPOSITIONS,
    RARER_PREPOSITIONS,
)


def test_words_that_ask_are_no_part_of_the_rest() -> None:
    assert not ASKING & FUNCTION_WORDS


def test_a_line_may_end_in_a_word_that_asks_and_in_no_article() -> None:
    assert not runs_on("Wie doet wat")
    assert runs_on("De leerling geeft zijn telefoon aan deze")
    assert not is_cut_off("Over ons")
    assert is_cut_off("Over onze")


def test_what_cannot_end_a_sentence_is_a_preposition() -> None:
    assert BOUND <= PREPOSITIONS | RARER_PREPOSITIONS
    assert not PREPOSITIONS & RARER_PREPOSITIONS


@pytest.mark.parametrize("word", sorted({"de", *BOUND, *CONDITIONAL, *CAUSAL}))
def test_a_sentence_that_ends_in_such_a_word_is_not_finished(word: str) -> None:
    text = f"# Regels\n\n{{#a}}\nDe leerlingen geven elke dag hun telefoon af {word}\n"
    found = check_sentences(read_protocol_text(text).protocol)
    assert [problem.code for problem in found] == [SENTENCE_BROKEN]


@pytest.mark.parametrize("word", sorted({"dan", *JOINING, *ADDING, *OPPOSING}))
def test_a_phrase_that_begins_with_a_conjunction_stands_beside_the_rule(word: str) -> None:
    """As it is written: its stem ('alsm') stands in no list."""
    ending = "in de lessen op school."
    texts = (
        f"De leerling gebruikt geen telefoon {more}{ending}"
        for more in ("", f"{word} tablets of laptops ")
    )
    extra = extra_phrases(*(Side(text=text, norms=recognise(text)) for text in texts))
    assert [reason.traits for reason in extra] == [Trait.COORDINATE]


@pytest.mark.parametrize("word", sorted(JOINING | COMPARING | {"noch"}))
def test_a_hyphen_before_a_joining_word_stays(word: str) -> None:
    assert Joiner(()).heal("school", f"{word} klassenregels") == f"school- {word} klassenregels"


def test_an_anchor_is_made_of_telling_words() -> None:
    assert short_name("Gebruik binnen de school") == "gebruik"
    assert short_name("Wat is pesten") == "pesten"


def test_a_lone_joining_word_is_no_anchor_between_two_changes() -> None:
    old = "berichten over school plaatsen".split()
    new = "foto's over leerlingen maken".split()
    assert [piece.new for piece in phrase_differences(old, new)] == [tuple(new)]
