"""A body decided only where a sentence ties it to a word of decision, and to its own day."""

from __future__ import annotations

import pytest

from protocolkit.document.approvals import Decision
from protocolkit.importing.structure.stated_approvals import stated_approvals


@pytest.mark.parametrize(
    "text",
    [
        "Deze code is besproken in het team en in de oudergeleding en vastgesteld op 3 mei 2021.",
        "Deze code is besproken met de MR en vastgesteld op 3 mei 2021.",
        "In samenwerking met de MR op 3 mei 2021 vastgesteld.",
        "Vastgesteld op 3 mei 2021 in overleg met de MR.",
        "Vastgesteld op 3 mei 2021 na advies van de MR.",
        "Op 3 mei 2021 met de MR besproken en door het team vastgesteld.",
        "Dit is vastgesteld voor de MR op 3 mei 2021.",
        "De MR van 3 mei 2021 heeft kennisgenomen van wat is vastgesteld.",
        "In de vergadering van de MR van 3 mei 2021 is dit besproken; daarna is het vastgesteld.",
        "Vastgesteld in de MR op 3 mei 2021.",
        "Op voorstel van het bestuur van 3 mei 2021 is dit vastgesteld.",
        "De code, waarover de MR op 3 mei 2021 is gehoord, is vastgesteld door de directie.",
        "Voor wijziging is instemming van de MR nodig.",
        "Dit protocol wordt alleen gewijzigd met instemming van de MR.",
        "Zonder instemming van de MR stelt het bestuur niets vast.",
        "De MR: instemming is nodig vóór 3 mei 2021.",
        "Instemming MR is nodig voor wijzigingen na 3 mei 2021",
        "Met ingang van 3 mei 2021 vastgesteld door het bestuur.",
        "Instemming MR, geldig vanaf 3 mei 2021",
        "Oudergeleding MR: besproken 3 mei 2021",
        "Vastgesteld: 3-5-2021",
        "Vastgesteld in de teamvergadering van 3 mei 2021",
        "De MR stemde op 3 mei 2021 niet in alle gevallen in.",
        "De MR heeft niet op 3 mei 2021 ingestemd maar op 5 mei 2021.",
    ],
)
def test_who_was_heard_or_has_to_be_asked_decided_nothing(text: str) -> None:
    assert list(stated_approvals(text)) == []


@pytest.mark.parametrize(
    ("text", "decided"),
    [
        (
            "Na overleg met de leerlingenraad door de directeur vastgesteld op 3 mei 2021.",
            ["directeur vaststelling 2021-05-03"],
        ),
        (
            "Vastgesteld door het bestuur op 1 juni 2020 na bespreking in de MR op 5 mei 2020.",
            ["bestuur vaststelling 2020-06-01"],
        ),
        (
            "Vastgesteld door het bestuur op 1 juni 2020. De MR kreeg het op 5 mei 2020.",
            ["bestuur vaststelling 2020-06-01"],
        ),
        (
            "Vastgesteld door de directie na instemming van de MR op 4 maart 2020.",
            ["MR instemming 2020-03-04"],
        ),
        (
            "Vastgesteld met instemming van de MR en de GMR op 4 maart 2020.",
            ["MR instemming 2020-03-04", "GMR instemming 2020-03-04"],
        ),
        (
            "Vastgesteld op 4 maart 2020 door het bestuur, met instemming van de MR.",
            ["bestuur vaststelling 2020-03-04", "MR instemming "],
        ),
        (
            "De MR heeft dit op 4-3-2020 besproken; het bestuur heeft het op 6-3-2020 vastgesteld.",
            ["bestuur vaststelling 2020-03-06"],
        ),
        (
            "Met instemming van de MR op 7 mei 2018, GMR-VO op 8 mei 2018 en GMR-PO op 9 mei 2018.",
            [
                "MR instemming 2018-05-07",
                "GMR-VO instemming 2018-05-08",
                "GMR-PO instemming 2018-05-09",
            ],
        ),
        (
            "Vastgesteld CvB d.d. 12 maart 2024, instemming MR d.d. 5 maart 2024",
            ["CvB vaststelling 2024-03-12", "MR instemming 2024-03-05"],
        ),
        (
            "Gehoord de MR, heeft het bestuur op 4 maart 2020 dit reglement vastgesteld.",
            ["bestuur vaststelling 2020-03-04"],
        ),
        ("De MR is op 4 maart 2020 akkoord gegaan.", ["MR instemming 2020-03-04"]),
        ("De MR stemde op 4 maart 2020 in met deze regeling.", ["MR instemming 2020-03-04"]),
        ("GMR: instemming d.d. 4 maart 2020", ["GMR instemming 2020-03-04"]),
        ("MR positief advies 4-3-2020", ["MR advies 2020-03-04"]),
        (
            "Vastgesteld door de directie, met instemming van de MR, op 4 maart 2020.",
            ["MR instemming "],
        ),
        ("Vastgesteld: bestuur, 4-3-2020", ["bestuur vaststelling 2020-03-04"]),
        ("Vastgesteld: 4-3-2020 CvB", ["CvB vaststelling 2020-03-04"]),
        ("Vastgesteld op 4 maart 2020, bestuur", ["bestuur vaststelling 2020-03-04"]),
        ("Vastgesteld door de rector op 4 maart 2020", ["rector vaststelling 2020-03-04"]),
        (
            "Vastgesteld d.d. 4 maart 2020 door de directeur-bestuurder",
            ["directeur-bestuurder vaststelling 2020-03-04"],
        ),
        (
            "Medezeggenschapsraad: instemming 4-3-2020",
            ["Medezeggenschapsraad instemming 2020-03-04"],
        ),
        ("Oudergeleding MR: instemming 4-3-2020", ["Oudergeleding MR instemming 2020-03-04"]),
        (
            "Instemming van de oudergeleding van de GMR: 4-3-2020",
            ["oudergeleding van de GMR instemming 2020-03-04"],
        ),
        (
            "MR (leerlinggeleding): akkoord op 4-3-2020",
            ["MR (leerlinggeleding) instemming 2020-03-04"],
        ),
        ("Deelraad: instemming 4-3-2020", ["Deelraad instemming 2020-03-04"]),
        ("GMR | instemming | 4-3-2020", ["GMR instemming 2020-03-04"]),
        ("CvB vastgesteld 4-3-2020", ["CvB vaststelling 2020-03-04"]),
        (
            "Na instemming van de MR en na advies van de leerlingenraad vastgesteld op 3 mei 2021.",
            ["MR instemming "],
        ),
    ],
)
def test_a_decision_has_its_own_body_and_day(text: str, decided: list[str]) -> None:
    found = [f"{one.body} {one.right.value} {one.date}" for one in stated_approvals(text)]
    assert found == decided
    assert all(one.words in text for one in stated_approvals(text))


def test_the_words_of_an_advice_say_what_it_was() -> None:
    [found] = stated_approvals("Positief advies MR: 14-05-2024")
    assert (found.decision, found.words) == (Decision.POSITIVE, "Positief advies MR: 14-05-2024")
