"""What a text tells of itself is no rule, and two names of what follows are no pair."""

from __future__ import annotations

import pytest

from protocolkit.alignment.compared_clauses import make_units
from protocolkit.alignment.self_telling import apart
from protocolkit.reading.reader import read_protocol_text
from protocolkit.wording.concepts import general_concepts
from protocolkit.wording.thesaurus_file import general_thesaurus


def _is_apart(one: str, other: str) -> bool:
    texts = {"a": one, "b": other}
    protocols = [
        read_protocol_text(f"# Regels\n\n{{#r-1}}\n{text}\n", subject="rust", slug=slug).protocol
        for slug, text in texts.items()
    ]
    units = make_units(protocols, general_thesaurus())
    return bool(apart(units[:1], units[1:])[0, 0])


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Dit protocol helpt de school om rustig te reageren.", "De school werkt met ouders."),
        ("Deze regeling dient om leerlingen te beschermen.", "Leerlingen kiezen zelf een boek."),
        ("Mogelijke oorzaken van lawaai:", "Wat noemen wij een conflict?"),
        ("Het stappenplan na een klacht", "Wie doet wat?"),
    ],
)
def test_who_is_there_makes_no_pair_of_these(one: str, other: str) -> None:
    assert _is_apart(one, other)
    assert _is_apart(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Dit protocol zorgt voor een veilig klimaat.", "De school biedt een veilig klimaat."),
        ("Dit protocol geldt voor gasten.", "Deze afspraken gelden ook voor bezoekers."),
        ("Wie houdt toezicht?", "Toezicht op het plein"),
        ("Kinderen kiezen zelf een boek.", "Een leerling leent drie boeken."),
    ],
)
def test_a_word_in_common_or_two_of_one_sort_may_be_a_pair(one: str, other: str) -> None:
    assert not _is_apart(one, other)


def test_what_is_wrong_is_no_traffic_and_who_fetches_is_in_no_hall() -> None:
    of = general_concepts().of
    assert "vervoer" not in of("een verkeerd antwoord")
    assert "camera-plaats" not in of("De ouders halen het op.")
    assert of("een fout gestalde step") & of("een verkeerd neergezette kar") >= {
        "neerzetten",
        "verkeerd",
    }
