"""On whose behalf: only who has a say by law is a council, and a name says nothing."""

from __future__ import annotations

import pytest

from protocolkit.review.on_behalf import (
    Side,
    said_whom,
    side_of,
    side_of_author,
    whom_of_minutes,
)


@pytest.mark.parametrize(
    ("name", "side"),
    [
        ("MR De Brug", Side.COUNCIL),
        ("GMR De Vlieger", Side.COUNCIL),
        ("De hele medezeggenschapsraad", Side.COUNCIL),
        ("Deelraad Noord", Side.COUNCIL),
        ("Oudergeleding MR", Side.SECTION),
        ("GMR Weidewerk (ouders)", Side.SECTION),
        ("MR De Brug (ouders en leerlingen)", Side.SECTION),
        ("Ouders", Side.SECTION),
        ("Lid MR", Side.MEMBER),
        ("GMR-lid", Side.MEMBER),
        ("een lid van de raad", Side.MEMBER),
        ("Ouderraad De Lariks", Side.UNKNOWN),
        ("De leerlingenraad", Side.UNKNOWN),
        ("Gemeenteraad", Side.UNKNOWN),
        ("Raad van Toezicht", Side.UNKNOWN),
        ("Jan Lid", Side.UNKNOWN),
        ("P. Jansen (GMR)", Side.UNKNOWN),
    ],
)
def test_an_author_speaks_for_whom_the_name_says(name: str, side: Side) -> None:
    assert side_of_author(name) is side


@pytest.mark.parametrize("name", ["Ouderraad De Lariks", "Jan Lid", "Raad van Toezicht"])
def test_what_is_filled_in_is_read_the_same_way(name: str) -> None:
    assert side_of(name) is Side.UNKNOWN


@pytest.mark.parametrize(
    ("said", "side"),
    [
        ("De raad vindt dit te lang.", Side.COUNCIL),
        ("De ouderraad vindt dit te lang.", Side.UNKNOWN),
        ("Een lid van de raad vindt dit te lang.", Side.MEMBER),
        ("Enkele leden van de MR vragen waarom.", Side.MEMBER),
    ],
)
def test_a_remark_says_on_whose_behalf_it_is(said: str, side: Side) -> None:
    whom = said_whom(said)
    assert (side_of(whom) if whom else Side.UNKNOWN) is side


@pytest.mark.parametrize(
    ("head", "side"),
    [
        ("Notulen MR De Akker 9 december 2026", Side.COUNCIL),
        ("Advies van de GMR over verzuim", Side.COUNCIL),
        ("Reactie van de personeelsgeleding van de GMR", Side.SECTION),
        ("Verslag personeelsgeleding MR De Akker 9 december 2026", Side.SECTION),
        ("Reactie GMR Weidewerk (ouders)", Side.SECTION),
        ("Reactie van een lid van de MR", Side.MEMBER),
        ("Reactie van het bestuur aan de MR", Side.UNKNOWN),
        ("Verslag voor de raad", Side.UNKNOWN),
    ],
)
def test_minutes_say_of_whom_they_are(head: str, side: Side) -> None:
    whom = whom_of_minutes(f"{head}\n\n4.1 Acht weken is lang.")
    assert (side_of(whom) if whom else Side.UNKNOWN) is side
