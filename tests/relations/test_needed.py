"""That something is needed, and in other words that it is not."""

from __future__ import annotations

from itertools import combinations

import pytest

from protocolkit.document.outline import clause_text, clauses
from protocolkit.norms.recognise import recognise
from protocolkit.relations.among import Clash, Placed, clashes
from protocolkit.relations.needed import is_needed_and_not
from protocolkit.relations.relation import Side
from seeds import collection

_NEEDED = (
    "Voor foto's van leerlingen op de website is toestemming van de ouders nodig.",
    "De school vraagt ouders altijd toestemming voor foto's van leerlingen op de website.",
    "Foto's van leerlingen worden alleen met toestemming van de ouders op de website geplaatst.",
    "De school plaatst geen foto's van leerlingen op de website zonder toestemming van de ouders.",
    "Ouders moeten toestemming geven voordat foto's van hun kind op de website komen.",
    "Foto's van leerlingen mogen op de website, mits de ouders toestemming hebben gegeven.",
)
_FREED = (
    "Voor foto's van leerlingen op de website is geen toestemming nodig.",
    "Toestemming van ouders is niet nodig voor foto's van leerlingen op de website.",
    "Toestemming van de ouders hoeft niet gevraagd te worden voor foto's op de website.",
    "Foto's van leerlingen mogen zonder toestemming van de ouders op de website worden geplaatst.",
    "De school hoeft ouders geen toestemming te vragen voor foto's van leerlingen op de website.",
    "De school mag foto's op de website plaatsen zonder de ouders om toestemming te vragen.",
)


def _side(text: str) -> Side:
    return Side(text=text, norms=recognise(text))


def _is_opposed(one: str, other: str) -> bool:
    found = is_needed_and_not(_side(one), _side(other))
    assert found is is_needed_and_not(_side(other), _side(one))
    return found


@pytest.mark.parametrize("freed", _FREED)
@pytest.mark.parametrize("needed", _NEEDED)
def test_leave_that_is_needed_and_is_not(needed: str, freed: str) -> None:
    two = [
        Placed(name=board, side=_side(text), origin=board, topics=frozenset({board}))
        for board, text in (("a", needed), ("b", freed))
    ]
    assert [found.clash for found in clashes(two)] == [Clash.CONTRARY]


@pytest.mark.parametrize("texts", [_NEEDED, _FREED])
def test_who_says_the_same_in_other_words_does_not_contradict(texts: tuple[str, ...]) -> None:
    assert not any(_is_opposed(one, other) for one, other in combinations(texts, 2))


@pytest.mark.parametrize(
    ("needed", "freed"),
    [
        (
            "Een ongeval moet altijd gemeld worden bij de directeur.",
            "Een ongeval hoeft niet gemeld te worden.",
        ),
        (
            "Leraren melden een ongeval op het plein bij de directeur.",
            "Voor een ongeval op het plein is geen melding nodig.",
        ),
        (
            "Deelname aan het schoolreisje is verplicht.",
            "Deelname aan het schoolreisje is vrijwillig.",
        ),
        (
            "Voor een uitje buiten de gemeente is goedkeuring van de directeur vereist.",
            "Een uitje buiten de gemeente mag zonder toestemming van de directeur.",
        ),
    ],
)
def test_a_report_a_duty_and_leave_by_another_name(needed: str, freed: str) -> None:
    assert _is_opposed(needed, freed)


_FOR_PHOTOS = "Voor foto's van leerlingen op de website is toestemming van de ouders nodig."


@pytest.mark.parametrize(
    ("needed", "freed"),
    [
        # for others, of others, elsewhere, at another age, in some cases only
        (_FOR_PHOTOS, "Voor foto's van medewerkers op de website is geen toestemming nodig."),
        (_FOR_PHOTOS, "Voor foto's op de website is geen toestemming van de directeur nodig."),
        (_FOR_PHOTOS, "Voor groepsfoto's in de gang van de school is geen toestemming nodig."),
        (
            "Voor leerlingen jonger dan 16 jaar is toestemming nodig voor foto's op internet.",
            "Voor leerlingen vanaf 16 jaar is geen toestemming nodig voor foto's op internet.",
        ),
        (
            _FOR_PHOTOS,
            "Voor foto's op de website is geen toestemming nodig, als niemand herkenbaar is.",
        ),
        # a breach, and a leave that was not given
        (_FOR_PHOTOS, "Wie zonder toestemming foto's op de website plaatst, wordt geschorst."),
        (_FOR_PHOTOS, "Als ouders geen toestemming geven, komt de foto niet op de website."),
        # another thing that is denied
        (_FOR_PHOTOS, "De school plaatst geen foto's op de website waarvoor toestemming nodig is."),
        (_FOR_PHOTOS, "Toestemming van ouders is niet alleen nodig voor foto's op de website."),
        (_FOR_PHOTOS, "Voor foto's op de website is geen aparte toestemming van ouders nodig."),
        # not by oneself, and a part of it
        (
            "De school is verplicht een vermoeden van mishandeling te melden bij Veilig Thuis.",
            "Leraren hoeven een vermoeden van mishandeling niet zelf te melden bij Veilig Thuis.",
        ),
        (
            "Een ongeval moet altijd gemeld worden bij de directeur.",
            "Een klein ongeval hoeft niet gemeld te worden.",
        ),
        # another matter that is free
        (
            "Deelname aan het schoolreisje is verplicht.",
            "De ouderbijdrage voor het schoolreisje is vrijwillig.",
        ),
        (
            "Leerlingen moeten hun telefoon in de kluis bewaren.",
            "Leerlingen hoeven hun telefoon niet mee naar school te nemen.",
        ),
    ],
)
def test_what_goes_together(needed: str, freed: str) -> None:
    assert not _is_opposed(needed, freed)


def test_boards_that_were_read_by_people_need_nothing_that_another_one_does_not() -> None:
    sides = [
        _side(clause_text(clause)) for one in collection().protocols for clause in clauses(one)
    ]
    assert not any(is_needed_and_not(one, other) for one, other in combinations(sides, 2))


def test_a_plain_duty_is_needed_too() -> None:
    duty, free = "Bij het koken draag je een schort.", "Een schort is bij het koken niet verplicht."
    one, other = (Side(text=text, norms=recognise(text), names=()) for text in (duty, free))
    assert is_needed_and_not(one, other)
    assert is_needed_and_not(other, one)


def test_another_duty_is_no_need_of_what_is_free() -> None:
    duty, free = "Bij het koken was je je handen.", "Een schort is bij het koken niet verplicht."
    one, other = (Side(text=text, norms=recognise(text), names=()) for text in (duty, free))
    assert not is_needed_and_not(one, other)
