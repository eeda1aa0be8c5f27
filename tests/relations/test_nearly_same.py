"""One rule twice: with another reference, a phrase between commas, or otherwise spoken to."""

from __future__ import annotations

import pytest

from protocolkit.relations.among import Clash
from protocolkit.relations.nearly_same import is_one_rule
from relations.judged_pairs import clashes_between, side

_TALK = "Bij herhaling volgt een gesprek met de ouders{}."
_BIKE = "Leerlingen zetten hun fiets{} in de stalling achter de school."


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (_TALK.format(", zie artikel 3"), _TALK.format(", zie artikel 5")),
        (_TALK.format(" (zie artikel 3.2)"), _TALK.format(" (zie hoofdstuk 7)")),
        (_TALK.format(" (zie bijlage 1)"), _TALK.format("")),
        (
            "Voor de fietsenstalling gelden de regels van artikel 4.",
            "Voor de fietsenstalling gelden de regels van artikel 9.",
        ),
        (_BIKE.format(""), _BIKE.format(", ook bij regen,")),
        (_BIKE.format(""), _BIKE.format(", als zij die hebben,")),
        (_BIKE.format(""), "Je zet je fiets in de stalling achter de school."),
        (
            "De leerling zet zijn fiets in de stalling.",
            "Je zet je fiets in de stalling.",
        ),
        (
            "Je mag je telefoon niet gebruiken tijdens de les.",
            "De leerling mag zijn telefoon niet gebruiken tijdens de les.",
        ),
        (
            "Als je te laat op school komt, meld je je bij de conciërge.",
            "Als de leerling te laat op school komt, meldt hij zich bij de conciërge.",
        ),
        (
            "U haalt uw kind op bij het hek van het plein.",
            "Ouders halen hun kind op bij het hek van het plein.",
        ),
        (
            "Ben je ziek, dan bel je voor half negen naar school.",
            "Bent u ziek, dan belt u voor half negen naar school.",
        ),
        (
            "Na een ongeval belt de leerkracht binnen een uur de ouders.",
            "Na een ongeval belt de juf of meester binnen een uur je ouders.",
        ),
        (
            "Er zijn altijd twee leerkrachten op het plein die toezicht houden.",
            "Er zijn altijd twee juffen of meesters op het plein die toezicht houden.",
        ),
        (
            "De docent bespreekt het pesten met de leerling en de ouders.",
            "De juf bespreekt het pesten met het kind en zijn ouders.",
        ),
        (
            "Leerlingen leveren hun telefoon in bij de leerkracht.",
            "Je levert je telefoon in bij je juf of meester.",
        ),
    ],
)
def test_one_rule_twice_is_told_on_any_question(left: str, right: str) -> None:
    assert clashes_between(left, right, topics="tu") == [Clash.ALIKE]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        # another thing asked
        (_BIKE.format(""), "Je zet je brommer op de parkeerplaats achter de school."),
        (_BIKE.format(""), "Je zet je fiets niet in de stalling achter de school."),
        # somebody else is named, and neither speaks to him
        (
            "Ouders zetten hun fiets in het rek op het plein van de school.",
            "Leraren zetten hun fiets in het rek op het plein van de school.",
        ),
        # who is spoken to is named beside another one
        (
            "Je belt je leraar als je ziek bent of te laat op school komt.",
            "Ouders bellen de mentor als hun kind ziek is of te laat op school komt.",
        ),
        # may and must
        (
            "Je mag je fiets in de stalling achter de school zetten.",
            "De leerling moet zijn fiets in de stalling achter de school zetten.",
        ),
        # a phrase that denies
        (_BIKE.format(""), _BIKE.format(", maar niet die met een motor,")),
        # the law is no article of ours
        (
            "Verzuim melden wij volgens artikel 3 van de Leerplichtwet.",
            "Verzuim melden wij volgens artikel 21a van de Leerplichtwet.",
        ),
        (
            "De leerkracht belt de ouders van het slachtoffer.",
            "De juf belt de ouders van de pester.",
        ),
        (
            "De leerling bespreekt het pesten eerst met de juf.",
            "De juf bespreekt het pesten eerst met de leerling.",
        ),
        (
            "Na een ongeval belt de leerkracht de ouders.",
            "Na een ongeval belt de meester de ouders niet.",
        ),
    ],
)
def test_another_rule_is_not_the_same_one(left: str, right: str) -> None:
    assert not is_one_rule(side(left), side(right))


def test_who_wrote_both_meant_them_so() -> None:
    assert not clashes_between(
        _BIKE.format(""), _BIKE.format(", als zij die hebben,"), origins="aa", topics="tu"
    )
