"""Which clauses on one matter perhaps cannot both hold, and which go together well."""

from __future__ import annotations

import pytest

from protocolkit.relations.among import Clash, FoundClash, deciding
from protocolkit.relations.compare_clauses import compare
from protocolkit.relations.explain import explain
from relations.judged_pairs import clashes_between, side, told_between

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
    return told_between(left, right, _reason, topics="".join(topics))


def _reason(found: FoundClash) -> tuple[Clash, str]:
    # what is nearly the same adds from the one side what it drops from the other
    is_told = found.clash is not Clash.ALIKE
    return found.clash, explain(deciding(found.judgement), str) if is_told else ""


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


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (
            "De leerkracht belt eerst de ouders en spreekt daarna met de leerling.",
            "De mentor spreekt eerst met de leerling en belt daarna de ouders.",
        ),
        (
            "De leerkracht belt eerst de ouders en spreekt daarna met de leerling.",
            "Voordat de leraar de ouders belt, wordt eerst met de leerling gesproken.",
        ),
        (
            "De mentor spreekt de leerling voordat hij de ouders belt.",
            "De mentor spreekt de leerling nadat hij de ouders heeft gebeld.",
        ),
        (
            "Eerst wordt de leerling gehoord, dan de ouders.",
            "Eerst worden de ouders gehoord, dan de leerling.",
        ),
        (
            "Na de waarschuwing volgt een gesprek met de ouders.",
            "Na het gesprek met de ouders volgt een waarschuwing.",
        ),
        ("Een klacht gaat eerst naar de leraar.", "Een klacht gaat eerst naar de directeur."),
        (
            "De school belt de ouders pas als de leerling is gehoord.",
            "De school belt de ouders meteen, nog voordat de leerling is gehoord.",
        ),
        (
            "De mentor bespreekt het incident met de ouders vóór het gesprek met de leerling.",
            "De mentor bespreekt het incident met de leerling vóór het gesprek met de ouders.",
        ),
    ],
)
def test_one_order_and_the_other_in_any_form(left: str, right: str) -> None:
    [(clash, told)] = _told(left, right, ("t", "t"))
    assert (clash, told[:14]) == (Clash.PERHAPS, "Another order.")


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (
            "De mentor spreekt de leerling voordat hij de ouders belt.",
            "De mentor belt de ouders nadat hij de leerling heeft gesproken.",
        ),
        (
            "Na een waarschuwing volgt een gesprek met de ouders.",
            "Een gesprek met de ouders volgt na een waarschuwing.",
        ),
        (
            "Leerlingen leveren de telefoon in het lokaal in.",
            "De school is niet verantwoordelijk voor verlies van een telefoon in het lokaal.",
        ),
        (
            "De ouders zijn verantwoordelijk voor verlies van de telefoon.",
            "De school is niet verantwoordelijk voor verlies.",
        ),
    ],
)
def test_one_order_in_two_forms_and_another_matter_go_together(left: str, right: str) -> None:
    assert Clash.PERHAPS not in {clash for clash, _ in _told(left, right, ("t", "t"))}


_KEEP = "Leerlingen houden hun telefoon in de tas of in de kluis; zij leveren hem niet in."
_HAND_IN = "Leerlingen leveren hun telefoon aan het begin van de dag in bij de leraar."
_NO_PICTURE = "Een foto van een ander maken is in de school verboden."


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (_KEEP, _HAND_IN),
        (
            "Dit protocol geldt niet voor ouders.",
            "Dit protocol geldt voor leerlingen, ouders en medewerkers.",
        ),
        (
            "Leerlingen nemen geen telefoon mee naar school.",
            "Leerlingen mogen hun telefoon meenemen naar school, maar zetten hem uit.",
        ),
        (_NO_PICTURE, "Een foto van een ander maken mag alleen als de leraar dat goed vindt."),
        (_NO_PICTURE, "Foto's maken van anderen mag niet, tenzij de leraar toestemming geeft."),
    ],
)
def test_what_is_denied_in_short_and_a_leave_with_a_condition_are_told(
    left: str, right: str
) -> None:
    [(clash, told)] = _told(left, right, ("t", "t"))
    assert clash is Clash.PERHAPS
    assert told.startswith("One allows or asks")


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (
            "Je koopt nooit iets uit de automaat als het les is.",
            "Een leerling mag na toestemming van de leraar in de les iets uit de automaat kopen.",
        ),
        ("Heb je een beurt gemist? Die haal je niet in.", "Een gemiste beurt mag je inhalen."),
        (
            "De kosten van een kapot kluisje zijn voor rekening van de school.",
            "Een kapot kluisje betalen de ouders.",
        ),
    ],
)
def test_a_leave_and_a_ban_in_words_of_their_own_are_told(left: str, right: str) -> None:
    [(clash, told)] = _told(left, right, ("t", "t"))
    assert clash is Clash.PERHAPS
    assert told.startswith("One allows or asks")
    assert _told(left, right, ("t", "u")) == []


@pytest.mark.parametrize("most", ["nooit meer dan", "niet meer dan", "nimmer meer dan"])
def test_the_same_most_in_two_forms_is_no_contradiction(most: str) -> None:
    right = f"Je krijgt op een dag {most} twee beurten."
    for left in (
        "Er zijn ten hoogste twee beurten op een dag.",
        "Per dag worden ten hoogste twee beurten gegeven.",
    ):
        told = {clash for clash, _ in _told(left, right, ("t", "t"))}
        assert not told & {Clash.CONTRARY, Clash.PERHAPS}


_COMPLAINT = "Een klacht dient men in bij de directeur, volgens de klachtenregeling."


@pytest.mark.parametrize(
    ("left", "right", "is_told"),
    [
        (_COMPLAINT, "Wie een klacht heeft, gaat naar de teamleider van de school.", True),
        (_COMPLAINT, "Klachten kunnen worden ingediend bij de klachtencommissie.", True),
        ("Over schorsing beslist de directeur.", "Het bestuur beslist over schorsing.", True),
        (_COMPLAINT, "Wie een klacht heeft, gaat naar de schoolleiding.", False),
        (_COMPLAINT, "Wie een klacht heeft, gaat naar de teamleider of de directeur.", False),
        (
            "De leraar meldt iets bij de directeur.",
            "De directeur meldt iets aan het bestuur.",
            False,
        ),
        ("Klachten gaan naar de commissie.", "De directeur zendt een verslag aan de MR.", False),
    ],
)
def test_to_whom_somebody_is_sent(left: str, right: str, is_told: bool) -> None:
    found = _told(left, right, ("t", "t"))
    is_other = (Clash.PERHAPS, "Other people.") in found
    assert is_other is is_told


def test_of_one_question_each_single_measure_is_told() -> None:
    left = "Het bestuur kijkt om de twee jaar of dit protocol nog goed werkt."
    right = "De schoolleiding evalueert dit protocol ieder jaar met de MR."
    [(clash, told)] = _told(left, right, ("t", "t"))
    assert (clash, told[:12]) == (Clash.PERHAPS, "Not as often")
    assert _told(left, right, ("t", "u")) == []


def test_what_only_one_limits_is_told() -> None:
    both = "Dit protocol geldt in de lessen en in de pauzes."
    one = "Dit protocol geldt alleen in de lessen."
    assert clashes_between(both, one) == [Clash.PERHAPS]


def test_years_of_a_school_are_told_as_such() -> None:
    left = "Leerlingen van groep zes tot en met groep acht mogen een telefoon meenemen."
    right = "Alleen leerlingen van groep 7 en 8 mogen een telefoon meenemen."
    assert [found for found, _ in _told(left, right, ("t", "t"))] == [Clash.CONTRARY]
    told = explain(deciding(compare(side(left), side(right))), str, (left, right))
    years = "groep zes tot en met groep acht / groep 7 en 8"
    assert told == f"For other years of the school: {years}."
    same = "Leerlingen van groep 6 tot en met 8 mogen een telefoon meenemen."
    assert [found for found, _ in _told(left, same, ("t", "t"))] == [Clash.ALIKE]


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
