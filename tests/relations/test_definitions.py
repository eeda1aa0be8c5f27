"""Which words a clause says the meaning of."""

from __future__ import annotations

import pytest

from protocolkit.relations.definitions import defined_words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Onder social media verstaat de school WhatsApp en YouTube.", ["social media"]),
        ("In dit protocol wordt onder verzuim verstaan: elke les die gemist is.", ["verzuim"]),
        ("Sociale media is een verzamelnaam voor apps en websites.", ["Sociale media"]),
        ("Met ouders worden ook verzorgers bedoeld.", ["ouders"]),
        ("In deze regels verstaan wij onder kleding: alles wat men draagt.", ["kleding"]),
        ("„Persoonsgegevens”: alle informatie over een persoon.", ["Persoonsgegevens"]),
        ("Onder de noemer sociale media worden weblogs en fora geschaard.", []),
        ("Onder schooltijd wordt niet gebeld.", []),
        ("Met ouders wordt overlegd.", []),
        ("De telefoon is een hulpmiddel in de les.", []),
    ],
)
def test_what_is_defined(text: str, words: list[str]) -> None:
    assert list(defined_words(text).values()) == words


def test_one_thing_under_two_names_is_one() -> None:
    one, other = (
        defined_words(f"Onder {name} verstaan wij alle apps.")
        for name in ("sociale media", "social media")
    )
    assert one.keys() == other.keys()
