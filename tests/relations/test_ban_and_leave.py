"""A ban and a leave for one thing, each in its own words, are contrary; not what looks so."""

from __future__ import annotations

import pytest

from protocolkit.relations.relation import Relation
from relations.judged_pairs import relation_of


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (
            "Een fiets is op het schoolterrein niet toegestaan.",
            "Wie fietst, mag zijn fiets naast de deur zetten.",
        ),
        # what one lets others do, and what these do not do
        (
            "Docenten mogen toestaan dat leerlingen de telefoon in de les gebruiken.",
            "Leerlingen gebruiken de telefoon niet in de les.",
        ),
        (
            "Mentoren mogen ouders tijdens het kamp laten filmen.",
            "Ouders filmen niet tijdens het kamp.",
        ),
        (
            "Huiswerk dat af is, geeft u niet mee aan een ander kind.",
            "Kom je zelf niet, dan mag een vriend je huiswerk voor je ophalen.",
        ),
        (
            "Kauwgom en snoep zijn in het gebouw verboden.",
            "Trek in iets lekkers? Wat je aan snoep bij je hebt, mag je gerust opeten.",
        ),
        (
            "De laarzen worden in het gebouw niet gedragen, ongeacht het weer.",
            "De laarzen laat je bij de deur. Regent het hard, dan mag je ze aanhouden.",
        ),
        ("Wij verkopen geen honing.", "De honing mag op het feest worden verkocht."),
        (
            "Voor het uitlenen van de boor is toestemming van de directeur nodig.",
            "De boor wordt zonder toestemming uitgeleend.",
        ),
    ],
)
def test_what_is_forbidden_here_and_allowed_there_is_contrary(left: str, right: str) -> None:
    assert relation_of(left, right) is Relation.CONTRARY


@pytest.mark.parametrize(
    ("left", "right"),
    [
        # at another time
        ("In de les eet je geen snoep.", "In de pauze mag je wat je aan snoep hebt, opeten."),
        # the ban names an exception, the leave a limit
        (
            "Een fiets is op het schoolterrein niet toegestaan, tenzij iemand slecht ter been is.",
            "Wie fietst, mag zijn fiets naast de deur zetten.",
        ),
        (
            "Op het plein staan geen fietsen van bezoekers.",
            "Je mag op de fiets komen, mits die niet op het plein staat.",
        ),
        # in another place, and of another thing in one place
        ("Brood mag je in de kantine opeten.", "In de gangen mag je geen brood eten."),
        ("Konijnen mogen niet in het lokaal.", "Knuffelkonijnen mogen in het lokaal."),
        # what the ban sets apart, or the leave is kept for
        (
            "Niemand pakt gereedschap zonder zijn naam op de lijst.",
            "Je mag gereedschap pakken als je naam op de lijst staat.",
        ),
        (
            "Wie geen beheerder is, pakt geen schep of ander gereedschap.",
            "Het lenen van gereedschap, schep of hark, is voorbehouden aan de beheerders.",
        ),
        (
            "Wie met de zaag werkt, vangt daarmee niet aan dan nadat de beheerder is gewaarschuwd.",
            "De beheerder waarschuwt eerst; daarna mag met de zaag worden gewerkt.",
        ),
        # a case on both sides
        (
            "Vind je geen naam op het gereedschap, pak dat gereedschap dan niet.",
            "Gereedschap mag alleen worden gepakt nadat de naam is genoteerd.",
        ),
        # what the one excepts is what the other allows
        (
            "Leden mogen geen honing verkopen, behalve op het feest.",
            "Op het feest mogen leden honing verkopen.",
        ),
        # for other people
        (
            "Leerlingen komen niet met een fiets op het plein.",
            "Medewerkers mogen hun fiets op het plein zetten.",
        ),
        # what one lets others do, and what he does himself
        (
            "Docenten mogen toestaan dat leerlingen de telefoon in de les gebruiken.",
            "Leraren gebruiken hun eigen telefoon niet tijdens de les.",
        ),
        (
            "De leraar mag leerlingen toestaan om de telefoon te gebruiken in de les.",
            "Een leraar gebruikt zijn telefoon niet in de les.",
        ),
        (
            "Mentoren mogen ouders tijdens het kamp laten filmen.",
            "Mentoren filmen niet tijdens het kamp.",
        ),
        # each has both
        (
            "Foto's gaan niet op internet. Voor thuis mag u foto's maken.",
            "Foto's maken voor thuis mag. Op internet mogen foto's niet.",
        ),
        # nothing shared
        ("In het gebouw rent niemand.", "Je mag je jas aanhouden."),
    ],
)
def test_what_goes_together_is_not(left: str, right: str) -> None:
    assert relation_of(left, right) is not Relation.CONTRARY


def test_a_rule_that_says_also_is_one_beside_the_rule_before_it() -> None:
    left = "De imker sluit de kast."
    right = f"{left} Hij schrijft ook het gewicht van de raten op."
    assert relation_of(left, right) is Relation.PARTIAL
