"""Which clauses on one matter perhaps cannot both hold, and which go together well."""

from __future__ import annotations

import pytest

from protocolkit.norms.recognise import recognise
from protocolkit.relations.among import Clash, Placed, clashes, deciding
from protocolkit.relations.explain import explain
from protocolkit.relations.relation import Side

_BAN = "Het is iedereen verboden om te roken op het schoolterrein en in de gebouwen."
_SPOT = (
    "Medewerkers mogen roken op de rookplek achter de stalling, zolang leerlingen dat niet zien."
)
_WRITTEN = "De leraar geeft alleen medicijnen als de ouders vooraf schriftelijk toestemming geven."
_SPOKEN = "De leraar geeft alleen medicijnen als de ouders mondeling of schriftelijk toestemmen."
_CALL = "Bij een ongeval belt de leraar eerst 112 en daarna de ouders."
_CALL_BACK = "Bij een ongeval belt de leraar eerst de ouders en daarna 112."


def _told(left: str, right: str, topics: tuple[str, str]) -> list[tuple[Clash, str]]:
    """Return how two clauses of two boards do not go together, and why; in either order."""
    told = []
    for one, other in ((left, right), (right, left)):
        two = [
            Placed(
                name=origin,
                side=Side(text=text, norms=recognise(text)),
                origin=origin,
                topics=frozenset({topic}),
            )
            for text, origin, topic in zip((one, other), "ab", topics, strict=True)
        ]
        found = [(f.clash, explain(deciding(f.judgement), str)) for f in clashes(two)]
        told.append(found)
    assert told[0] == told[1]
    return told[0]


@pytest.mark.parametrize(
    ("left", "right", "why"),
    [
        (_BAN, _SPOT, "One allows or asks what the other forbids."),
        ("Medewerkers roken niet onder werktijd.", _SPOT, "One allows or asks"),
        (_WRITTEN, _SPOKEN, "Another way of doing it."),
        (_CALL, _CALL_BACK, "Another order."),
        (
            "De toestemming geldt voor één schooljaar.",
            "De toestemming geldt totdat de ouders haar intrekken.",
            "The same beginning goes on otherwise.",
        ),
        (
            "Medicijnen worden bewaard in een afgesloten kast in de lerarenkamer.",
            "Medicijnen worden bewaard in de tas van de leerling.",
            "The same beginning goes on otherwise.",
        ),
        (
            "Bij een tweede overtreding krijgt de leerling een gesprek met de teamleider.",
            "Bij een tweede overtreding wordt de leerling voor twee dagen geschorst.",
            "The same beginning goes on otherwise.",
        ),
    ],
)
def test_what_perhaps_cannot_both_hold_on_one_question(left: str, right: str, why: str) -> None:
    [(clash, told)] = _told(left, right, ("t", "t"))
    assert clash is Clash.PERHAPS
    assert told.startswith(why)


def test_a_ban_for_everyone_and_a_leave_for_some_are_told_wherever_they_stand() -> None:
    assert [clash for clash, _ in _told(_BAN, _SPOT, ("t", "u"))] == [Clash.PERHAPS]
    assert [clash for clash, _ in _told(_CALL, _CALL_BACK, ("t", "u"))] == [Clash.PERHAPS]


def test_one_day_and_two_days_are_another_measure() -> None:
    texts = (
        "Bij een tweede overtreding wordt de leerling voor één dag geschorst door de directeur.",
        "Bij een tweede overtreding wordt de leerling voor twee dagen geschorst door de rector.",
    )
    [(clash, why)] = _told(*texts, ("t", "t"))
    assert clash is Clash.CONTRARY
    assert why == "Another term."


@pytest.mark.parametrize(
    ("left", "right"),
    [
        # another act
        (_BAN, "Leerlingen mogen in de pauze het schoolterrein verlaten om te roken."),
        (_BAN, "Medewerkers mogen een stopcursus volgen op kosten van de school."),
        # another object of one act
        (
            "Het is leerlingen verboden om foto's te maken in de gymzaal van de school.",
            "Leerlingen mogen aantekeningen maken op hun eigen laptop in de les.",
        ),
        # another time
        (
            "Leerlingen mogen tijdens de les hun telefoon niet gebruiken.",
            "Leerlingen mogen in de pauze hun telefoon gebruiken.",
        ),
        # both ways at both boards, and one way at either
        (_WRITTEN, "De leraar geeft alleen medicijnen als de ouders vooraf toestemming geven."),
        (_SPOKEN, "De leraar geeft medicijnen als ouders schriftelijk of mondeling toestemmen."),
        (_CALL, "Bij een ongeval belt de leraar 112 en daarna de ouders van de leerling."),
        # each of two may help
        (
            "Wie wil stoppen met roken kan terecht bij de vertrouwenspersoon.",
            "Wie wil stoppen met roken kan terecht bij de schoolverpleegkundige.",
        ),
    ],
)
def test_what_goes_together_is_not_told(left: str, right: str) -> None:
    found = {clash for clash, _ in _told(left, right, ("t", "t"))}
    assert not found & {Clash.PERHAPS, Clash.CONTRARY}


_URGED = (
    "De school moedigt leerlingen aan om tijdens de lessen actief gebruik te maken van sociale "
    "media voor zover het gebruikt wordt voor het leerproces."
)
_WITH_LEAVE = (
    "Het is medewerkers en leerlingen niet toegestaan om tijdens de lessen actief te zijn op "
    "sociale media dan wel opnamen te maken, tenzij de schoolleiding vooraf toestemming geeft."
)


def test_two_signs_of_a_contradiction_are_told_where_two_questions_are_answered() -> None:
    assert [clash for clash, _ in _told(_URGED, _WITH_LEAVE, ("t", "u"))] == [Clash.CONTRARY]
