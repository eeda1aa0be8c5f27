"""A sentence that only one side has is told, however short; a word that denies is never colour."""

from __future__ import annotations

import pytest

from protocolkit.relations.relation import Relation
from relations.judged_pairs import relation_of

_LOST = "Wie een sleutel kwijtraakt, meldt dat dezelfde dag."


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (_LOST, f"{_LOST} De school laat dan een nieuwe maken."),
        (_LOST, f"{_LOST} Verlies kost geld. De conciërge noteert het."),
    ],
)
def test_a_short_sentence_of_its_own_is_a_part(left: str, right: str) -> None:
    assert relation_of(left, right) is Relation.PARTIAL


def test_a_sentence_that_asks_nothing_is_none() -> None:
    assert relation_of(_LOST, f"{_LOST} Dat is vervelend.") is not Relation.PARTIAL


def test_when_a_short_rule_holds_is_more_than_colour() -> None:
    found = relation_of("Helpers wassen hun handen.", "Helpers wassen hun handen voor het koken.")
    assert found is Relation.SUBSTANTIVE


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (
            "Ouders hebben inzage in de toetsen van hun kind.",
            "Ouders krijgen de toetsen van hun kind niet te zien.",
        ),
        ("De uitslag hangt in de hal.", "De uitslag hangt niet in de hal."),
    ],
)
def test_what_the_one_denies_is_no_other_word_for_it(left: str, right: str) -> None:
    assert relation_of(left, right) not in (Relation.EDITORIAL, Relation.IDENTICAL)
