"""What a text measures, as ranges."""

from __future__ import annotations

import pytest

from protocolkit.relations.quantities import Range, are_disjoint, gap, quantities
from protocolkit.relations.relation import ReasonKind

_YOUNGER = Range(high=16, high_open=True)
_OLDER = Range(low=16, low_open=True)


@pytest.mark.parametrize(
    ("text", "kind", "measured"),
    [
        ("leerlingen jonger dan 16 jaar", ReasonKind.AGE, _YOUNGER),
        ("leerlingen onder de zestien", ReasonKind.AGE, _YOUNGER),
        ("wie de leeftijd van 16 jaar nog niet heeft bereikt", ReasonKind.AGE, _YOUNGER),
        ("leerlingen tot 16 jaar", ReasonKind.AGE, _YOUNGER),
        ("mits leerlingen ouder zijn dan 16 jaar", ReasonKind.AGE, _OLDER),
        ("leerlingen van 16 jaar en ouder", ReasonKind.AGE, Range(low=16)),
        ("vanaf zestien jaar", ReasonKind.AGE, Range(low=16)),
        ("tussen 12 en 16 jaar", ReasonKind.AGE, Range(low=12, high=16)),
        ("minderjarige leerlingen", ReasonKind.AGE, Range(high=18, high_open=True)),
        ("sluit om half negen", ReasonKind.TERM, Range(low=8.5, high=8.5)),
        ("belt binnen een half uur", ReasonKind.TERM, Range(high=0.5)),
        ("belt binnen anderhalf uur", ReasonKind.TERM, Range(high=1.5)),
        ("open tot kwart voor vier", ReasonKind.TERM, Range(low=15.75, high=15.75)),
        ("binnen vijf schooldagen", ReasonKind.TERM, Range(high=5)),
        ("uiterlijk binnen 24 uur", ReasonKind.TERM, Range(high=24)),
        ("binnen twee weken", ReasonKind.TERM, Range(high=336)),
        ("bewaard tot 2 jaar na vertrek", ReasonKind.TERM, Range(high=24)),
        ("dit gebeurt eenmalig", ReasonKind.FREQUENCY, Range(low=0, high=0)),
        ("dit gebeurt eenmaal", ReasonKind.FREQUENCY, Range(low=0, high=0)),
        ("ieder jaar", ReasonKind.FREQUENCY, Range(low=1, high=1)),
        ("een keer per jaar", ReasonKind.FREQUENCY, Range(low=1, high=1)),
        ("een boete van € 1.250,50", ReasonKind.AMOUNT, Range(low=1250.5, high=1250.5)),
        ("maximaal vijftig euro", ReasonKind.AMOUNT, Range(high=50)),
        ("ten hoogste drie leerlingen", ReasonKind.NUMBER, Range(high=3)),
        ("bij de tweede overtreding", ReasonKind.NUMBER, Range(low=2, high=2)),
        ("een boete van €5", ReasonKind.AMOUNT, Range(low=5, high=5)),
        ("leerlingen in groep 7", ReasonKind.NUMBER, Range(low=7, high=7)),
        ("van groep zes tot en met groep acht", ReasonKind.NUMBER, Range(low=6, high=8)),
        ("de groepen 5, 6 en 7.", ReasonKind.NUMBER, Range(low=5, high=7)),
        ("groep 6-8", ReasonKind.NUMBER, Range(low=6, high=8)),
        ("vanaf klas 3", ReasonKind.NUMBER, Range(low=3)),
        ("vanaf groep 5 t/m groep 8", ReasonKind.NUMBER, Range(low=5, high=8)),
        ("groep 5 en hoger", ReasonKind.NUMBER, Range(low=5)),
        ("tot en met leerjaar 2", ReasonKind.NUMBER, Range(high=2)),
        ("groep 3 en een leraar", ReasonKind.NUMBER, Range(low=3, high=3)),
        ("5% van de leerlingen", ReasonKind.NUMBER, Range(low=5, high=5)),
    ],
)
def test_what_is_measured(text: str, kind: ReasonKind, measured: Range) -> None:
    (found,) = quantities(text)
    assert (found.kind, found.range) == (kind, measured)
    assert text[slice(*found.span)] in text


@pytest.mark.parametrize(
    "text",
    [
        "artikel 4 lid 2 van de CAO",
        "op 4 maart 2020",
        "in het schooljaar 2019-2020",
        "bel 0900 – 1113111",
        "een leerling en een ouder",
        "neemt de normen in acht",
    ],
)
def test_what_names_something_measures_nothing(text: str) -> None:
    assert quantities(text) == ()


def test_ranges_that_leave_one_number_out() -> None:
    assert are_disjoint(_YOUNGER, _OLDER)
    assert gap(_YOUNGER, _OLDER) == gap(_OLDER, _YOUNGER) == "16"
    assert are_disjoint(_YOUNGER, Range(low=16))
    assert gap(_YOUNGER, Range(low=16)) == ""
    assert not are_disjoint(_YOUNGER, Range(low=12))
