"""Numbers in words begin a list, unless a sentence does."""

from __future__ import annotations

import pytest

from outlined import outline_of
from protocolkit.text.worded_starts import worded_starts


@pytest.mark.parametrize(
    ("text", "marker", "count"),
    [
        ("lid 2 De school beslist.", "lid 2", 2),
        ("lid 11a. De school beslist.", "lid 11a.", 11),
        ("sub b een kopie;", "sub b", 2),
        ("Sub c. een kopie;", "Sub c.", 3),
        ("onder a: de naam;", "onder a:", 1),
        ("ten derde telt zij de kinderen.", "ten derde", 3),
    ],
)
def test_a_number_in_words_counts(text: str, marker: str, count: int) -> None:
    (start,) = worded_starts(text)
    assert (start.marker, start.last) == (marker, count)


@pytest.mark.parametrize(
    "text", ["lid 2 van dat artikel geldt niet.", "Onder a staat de naam.", "ten opzichte van 2022"]
)
def test_a_sentence_may_begin_so(text: str) -> None:
    assert worded_starts(text) == ()


def test_members_and_their_points_are_read_by_the_line() -> None:
    text = (
        "Artikel 1 Vervoer\nlid 1 Het bestuur regelt het vervoer, gelet op:\nsub a. de afstand;\n"
        "sub b. de leeftijd.\nlid 2\nOuders vragen het aan:\n"
        "ten eerste met het formulier;\nten tweede vóór 1 mei.\n"
    )
    assert outline_of(text) == [
        "lid 1 Het bestuur regelt het vervoer, gelet op:",
        "  • sub a. de afstand;",
        "  • sub b. de leeftijd.",
        "lid 2 Ouders vragen het aan:",
        "  • ten eerste met het formulier;",
        "  • ten tweede vóór 1 mei.",
    ]


def test_a_sentence_that_cites_runs_on() -> None:
    text = (
        "1. Het bestuur wijkt niet af van wat in deze regeling staat, met uitzondering van\n"
        "lid 2 Ouders en van wat voor leerlingen is afgesproken in het rooster,\n"
        "onder a en b van dat artikel.\n"
    )
    assert len(outline_of(text)) == 1
