"""One list of words that join others, in classes that each user picks from."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

import pytest

from house import modules
from protocolkit.checking.sentences import SENTENCE_BROKEN, check_sentences
from protocolkit.importing.source.hyphens import Joiner
from protocolkit.importing.structure.line_ends import is_cut_off, runs_on
from protocolkit.importing.structure.naming import short_name
from protocolkit.norms.recognise import recognise
from protocolkit.reading.reader import read_protocol_text
from protocolkit.relations.phrases import extra_phrases
from protocolkit.relations.relation import Side, Trait
from protocolkit.text import function_words
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
    either,
)

# In a pattern a word stands between signs and after \\b.
_WORD = re.compile(r"(?:(?<=\\[bs])|(?<![\w\\]))[a-zë]+(?!\w)")
_FEWEST = 3


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


def _classes() -> dict[str, frozenset[str]]:
    """Return the classes by their names, without those of a few words."""
    return {
        name: words
        for name, words in vars(function_words).items()
        if isinstance(words, frozenset) and len(words) >= _FEWEST
    }


def _typed(source: str) -> Iterator[tuple[int, set[str]]]:
    """Yield each text and each row of texts in a module but its docstrings: line and words."""
    tree = ast.parse(source)
    told = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Tuple | ast.List | ast.Set):
            row = [one.value for one in node.elts if isinstance(one, ast.Constant)]
        elif isinstance(node, ast.JoinedStr):
            row = [" ".join(str(one.value) for one in node.values if isinstance(one, ast.Constant))]
        elif isinstance(node, ast.Constant) and id(node) not in told:
            row = [node.value]
        else:
            continue
        yield node.lineno, {word for text in row for word in _WORD.findall(str(text))}


def _retyped(source: str) -> list[tuple[int, str]]:
    # A class whose words are not all somewhere in a module is in no row of it.
    classes = {
        name: known for name, known in _classes().items() if all(word in source for word in known)
    }
    return [
        (line, name)
        for line, words in (_typed(source) if classes else ())
        for name, known in classes.items()
        if known <= words
    ]


def test_no_class_is_typed_again_elsewhere() -> None:
    """When this fails, take the class from ``text/function_words.py``."""
    assert {
        (name, *found)
        for name, path in modules()
        if name != "text.function_words"
        for found in _retyped(path.read_text("utf-8"))
    } == set()


@pytest.mark.parametrize(
    "source",
    [
        '_WHEN = frozenset("als dan indien wanneer".split())',
        '_WHEN = ("wanneer", "indien", "als")',
        '_WHEN = re.compile(r"\\b(?:indien|als|wanneer)\\b|\\bals\\s+dan")',
        '_WHEN = re.compile(rf"{WITHIN}(?:indien|als|wanneer)")',
    ],
)
def test_a_class_that_is_typed_again_is_found(source: str) -> None:
    assert set(_retyped(source)) == {(1, "SUPPOSING")}
    assert _retyped(source.replace("indien", "zodra")) == []


def test_of_two_words_the_longer_one_is_tried_first() -> None:
    assert either({"dan", "daarna", "dankzij"}) == "dankzij|daarna|dan"
