"""Rules of two registers on one question: what the one refuses, and one rule told twice."""

from __future__ import annotations

import pytest

from protocolkit.relations.among import Clash
from protocolkit.relations.bare_rules import bare_rules
from relations.judged_pairs import clashes_between, side

_SEARCH = "Twee keer per jaar doorzoekt de conciërge alle kluisjes."
_NO_SEARCH = "De school doorzoekt geen kluisjes; dat doet alleen de politie."
_LENDS = "Medewerkers lenen alleen spullen uit met schriftelijke toestemming van de teamleider."


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (_SEARCH, _NO_SEARCH),
        (
            "Na elke vakantie controleert de luizenwerkgroep alle groepen.",
            "De school controleert niet op hoofdluis; dat doen ouders zelf.",
        ),
        (_LENDS, "Het personeel leent geen spullen uit, met uitzondering van het bepaalde in 4.2."),
        ("Een kapot boek haal je niet zelf op.", "Een leerling haalt een kapot boek op."),
        ("Een leerling met koorts mag op school blijven.", "Een leerling met koorts blijft thuis."),
        ("Heb je koorts? Een ouder haalt je op.", "Met koorts mag een kind op school blijven."),
        ("Je mag je werkstuk mee naar huis nemen.", "Je werkstuk blijft op school."),
        ("Bij schade stelt de conciërge een rekening op.", "Bij schade beslist de teamleider."),
        ("Je levert je werkstuk op papier in.", "Leerlingen leveren hun werk digitaal in."),
        (
            "Klachten worden behandeld volgens de klachtenregeling van het bestuur.",
            "Klachten over deze regels bespreek je met meester Wim.",
        ),
        (
            "Klachten worden behandeld volgens de klachtenregeling van het bestuur.",
            "Klachten over deze regels bespreek je met [naam: zie contactlijst].",
        ),
    ],
)  # fmt: skip
def test_what_one_refuses_and_the_other_asks_is_told(left: str, right: str) -> None:
    assert set(clashes_between(left, right)) <= {Clash.PERHAPS, Clash.CONTRARY}
    assert clashes_between(left, right)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        # another case, place, thing or time; an exception that may be what the other says
        (_SEARCH, "De school doorzoekt geen jassen van bezoekers."),
        (_LENDS, "Het personeel leent geen spullen uit, tenzij de teamleider dat goedvindt."),
        ("Je leent geen bal uit zonder briefje.", "De conciërge leent de bal uit na de les."),
        (
            "Als je gestolen spullen hebt, doorzoekt de school je kluisje.",
            "Leerlingen doorzoeken het kluisje van een ander niet.",
        ),
        ("Leerlingen gooien geen eten in het kluisje.", "Wie eten gooit, wordt aangesproken."),
        ("Met koorts ga je niet alleen naar huis.", "Een leerling met koorts blijft thuis."),
        ("Medewerkers blijven met koorts thuis.", "Leerlingen met koorts mogen op school blijven."),
    ],
)  # fmt: skip
def test_what_goes_together_is_not_told(left: str, right: str) -> None:
    assert not {Clash.PERHAPS, Clash.CONTRARY} & set(clashes_between(left, right))


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (
            "Ouders melden een verloren sleutel vóór 8.30 uur telefonisch bij de balie.",
            "Sleutel verloren? Dan bellen je ouders voor half negen naar de balie.",
        ),
        (
            "Een leerling die verkouden is, gaat niet alleen naar het zwembad.",
            "Je gaat nooit alleen naar het zwembad als je verkouden bent.",
        ),
        (
            "Een leerling die zijn sleutel niet bij zich heeft, meldt dit vóór de les de docent.",
            "Heb je je sleutel niet bij je? Dan zeg je dat voor de les tegen je juf of meester.",
        ),
        ("Per dag zijn er ten hoogste twee beurten.", "Je krijgt nooit meer dan twee beurten."),
        ("Je werkstuk blijft op school.", "Werkstukken worden niet mee naar huis gegeven."),
        (
            "Na elke vakantie controleert de kluiscommissie alle sloten.",
            "Na elke vakantie kijken kluismoeders of de sloten werken.",
        ),
    ],
)
def test_one_rule_in_two_registers_is_told_once_as_nearly_the_same(left: str, right: str) -> None:
    assert clashes_between(left, right) == [Clash.ALIKE]
    assert clashes_between(left, right, topics="tu") == []


def test_another_measure_is_no_rule_twice() -> None:
    left = "Ouders melden een verloren sleutel vóór 8.30 uur bij de balie."
    right = "Sleutel verloren? Dan bellen je ouders voor half tien naar de balie."
    assert Clash.ALIKE not in clashes_between(left, right)


def test_what_is_before_an_auxiliary_is_what_is_done_to() -> None:
    text = "Toetsen worden nagekeken."
    [rule] = bare_rules(side(text))
    assert "toetsen" not in rule.acts
