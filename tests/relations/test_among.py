"""Which clauses of one text do not go together, and which of them are left alone."""

from __future__ import annotations

from dataclasses import replace

import pytest

from protocolkit.norms.recognise import recognise
from protocolkit.relations.among import Clash, Placed, clashes, deciding
from protocolkit.relations.relation import ReasonKind, Side

_MAY = "Leerlingen mogen tijdens de les sociale media gebruiken op hun telefoon."
_MAY_NOT = "Leerlingen mogen tijdens de les geen sociale media gebruiken op hun telefoon."
_OLD = "De school vraagt toestemming voor foto's aan leerlingen die ouder zijn dan 16 jaar."
_YOUNG = "De school vraagt toestemming voor foto's aan leerlingen die jonger zijn dan 12 jaar."
_MORE = f"{_OLD} Ouders krijgen daarover bericht van de mentor."
_GROUP = "Leerlingen vanaf groep {} mogen alleen op de fiets naar school komen."
_SEE = "Leerlingen mogen alleen op de fiets naar school komen, zie artikel {} van dit protocol."
_HELD = "Bij de tweede keer neemt de school de telefoon in voor de duur van {}."
_LETS = "Docenten mogen toestaan dat leerlingen de telefoon in de les gebruiken."
_OTHER = "Ouders bellen overdag met de administratie van de school."


def _placed(text: str, origin: str, topic: str = "t") -> Placed:
    return Placed(
        name=text[:4],
        side=Side(text=text, norms=recognise(text)),
        origin=origin,
        topics=frozenset({topic}),
    )


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        (_MAY, _MAY, [Clash.SAME]),
        (_MAY, _MAY_NOT, [Clash.CONTRARY]),
        (_OLD, _YOUNG, [Clash.CONTRARY]),
        (_OLD, _MORE, [Clash.ALIKE]),
        (_MAY, _OTHER, []),
        (_HELD.format("drie dagen"), _HELD.format("een week"), [Clash.CONTRARY]),
        (_HELD.format("drie dagen"), _HELD.format("3 dagen"), [Clash.ALIKE]),
        (_LETS, _MAY, []),
        (_LETS, "Leraren gebruiken hun eigen telefoon niet tijdens de les.", []),
        (_LETS, "Leerlingen gebruiken de telefoon niet in de les.", [Clash.CONTRARY]),
        (_GROUP.format(6), _GROUP.format(5), [Clash.CONTRARY]),
        (_SEE.format(6), _SEE.format(5), [Clash.ALIKE]),
        ("Dat mag niet.", "Dat mag niet.", []),
    ],
)
def test_two_clauses_of_two_boards(left: str, right: str, expected: list[Clash]) -> None:
    for one, other in ((left, right), (right, left)):
        found = list(clashes([_placed(one, "a"), _placed(other, "b")]))
        assert [pair.clash for pair in found] == expected


_NO_DISCUSSION = "Medewerkers, ouders en leerlingen gaan niet in discussie op sociale media."
_IN_DISCUSSION = (
    "Indien een medewerker deelneemt aan een discussie die op enigerlei wijze te maken heeft met "
    "de school, dient hij te vermelden in welke functie hij dat doet en voor wie hij werkt."
)
_ONCE = "De school vraagt ouders eenmalig schriftelijk om toestemming voor foto's van leerlingen."
_YEARLY = (
    "De school vraagt aantoonbaar schriftelijke toestemming aan ouders om foto's van leerlingen op "
    "de website, in de nieuwsbrief en op schermen in de hal te zetten. Deze toestemming wordt "
    "gevraagd bij de aanmelding en wordt ieder jaar bijgewerkt. Wie zich bedenkt, meldt dat bij "
    "de administratie, die het bericht daarna laat verwijderen."
)
_NOT_AT_SCHOOL = "Je mag je telefoon op school niet gebruiken, ook niet op het plein."
_AT_HOME = "Laat je telefoon thuis of lever hem 's ochtends in bij de juf of meester."
_FOURTH = "In de pauze mogen leerlingen van klas 4 en hoger de telefoon gebruiken in de aula."
_ALL_YEARS = "Leerlingen mogen hun telefoon op school gebruiken in de pauzes, behalve in de aula."


@pytest.mark.parametrize("topic", ["t", "u"])
@pytest.mark.parametrize(
    ("left", "right"),
    [
        # a ban that speaks to its reader, and a leave that speaks of him
        (_NOT_AT_SCHOOL, _FOURTH),
        (_NOT_AT_SCHOOL, _ALL_YEARS),
        # what is put away is not used
        (_AT_HOME, _FOURTH),
        (_AT_HOME, _ALL_YEARS),
        ("Bij binnenkomst gaat de telefoon van de leerling in het kluisje.", _ALL_YEARS),
        # for some years, for all
        (_FOURTH, _ALL_YEARS),
    ],
)
def test_a_leave_beside_what_leaves_no_room_for_it_is_told_wherever_it_stands(
    left: str, right: str, topic: str
) -> None:
    for one, other in ((left, right), (right, left)):
        pair = [_placed(one, "a"), _placed(other, "b", topic)]
        assert [found.clash for found in clashes(pair)] == [Clash.PERHAPS]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        # at another time, of other people, for who needs it, on a condition
        ("In de les ligt de telefoon van elke leerling in de telefoontas.", _ALL_YEARS),
        (_AT_HOME, "Medewerkers mogen hun telefoon in de pauze gebruiken in hun werkkamer."),
        (_AT_HOME, "Een leerling die zijn telefoon nodig heeft, mag hem in de klas gebruiken."),
        (_AT_HOME, "Als de leraar dat goedvindt, mag je je telefoon in de klas gebruiken."),
        ("Laat je telefoon thuis, tenzij je ver weg woont en alleen reist.", _ALL_YEARS),
        # of what was taken, of another thing
        ("Een ingenomen telefoon van een leerling ligt in de kluis.", _ALL_YEARS),
        (_AT_HOME, "Leerlingen mogen hun fiets op het plein gebruiken in de pauze."),
        ("Leerlingen gebruiken in de les geen telefoon.", _ALL_YEARS),
    ],
)
def test_a_leave_beside_what_leaves_room_for_it_is_not(left: str, right: str) -> None:
    for one, other in ((left, right), (right, left)):
        assert not list(clashes([_placed(one, "a"), _placed(other, "b", "u")]))


_END = "het einde van de schooldag"
_KEPT = "Gebruikt een leerling de telefoon zonder toestemming, dan neemt de leraar hem in tot {}."
_YOURS = "Gebruik je je telefoon toch, dan pakt de leerkracht hem af tot {}."
_NOT_USED = "Leerlingen gebruiken hun telefoon niet {}. Bij binnenkomst gaat hij in het kluisje."


@pytest.mark.parametrize(
    ("left", "right", "is_told"),
    [
        (_NOT_USED.format("op school"), _NOT_AT_SCHOOL, True),
        (_NOT_USED.format("in de kantine"), _NOT_AT_SCHOOL, False),
        (_KEPT.format(_END), _YOURS.format(_END), True),
        (_KEPT.format(_END), _YOURS.format("de volgende ochtend"), False),
    ],
)
def test_one_rule_in_the_words_of_who_is_spoken_to_is_told_on_one_question(
    left: str, right: str, *, is_told: bool
) -> None:
    for one, other in ((left, right), (right, left)):
        found = [pair.clash for pair in clashes([_placed(one, "a"), _placed(other, "b")])]
        assert found == ([Clash.ALIKE] if is_told else [])
        assert not list(clashes([_placed(one, "a"), _placed(other, "b", "u")]))


_MEANS = "Sociale media zijn een verzamelbegrip voor apps waarmee mensen hun berichten delen."
_MEANS_TOO = "Onder social media verstaat de school WhatsApp, YouTube en wat daarop lijkt."


def test_what_one_forbids_and_another_takes_for_granted_is_told_wherever_it_stands() -> None:
    one, other = _placed(_NO_DISCUSSION, "a", "t"), _placed(_IN_DISCUSSION, "b", "u")
    assert [pair.clash for pair in clashes([one, other])] == [Clash.CONTRARY]
    assert [pair.clash for pair in clashes([other, one])] == [Clash.CONTRARY]


def test_another_measure_on_one_question_is_told_though_most_words_differ() -> None:
    one, other = _placed(_ONCE, "a"), _placed(_YEARLY, "b")
    assert [pair.clash for pair in clashes([one, other])] == [Clash.CONTRARY]
    assert not list(clashes([one, _placed(_YEARLY, "b", "u")]))


def test_two_documents_that_say_what_one_word_means() -> None:
    one, other = _placed(_MEANS, "a", "t"), _placed(_MEANS_TOO, "b", "u")
    (found,) = clashes([one, other])
    assert (found.clash, found.word) == (Clash.DEFINED, "Sociale media")
    assert not list(clashes([one, _placed(_MEANS_TOO, "a", "u")]))


_TRUST = (
    "De stichting vertrouwt erop dat haar medewerkers, leerlingen, ouders en andere betrokkenen "
    "verantwoord omgaan met social media en heeft dit protocol opgezet om hun richtlijnen te geven."
)
_TRUST_TOO = (
    "Van belang is te beseffen dat berichten op sociale media de goede naam van de school schaden. "
    "De stichting vertrouwt erop dat medewerkers, leerlingen, ouders en andere betrokkenen "
    "verantwoord zullen omgaan met sociale media. De directeur spreekt hen daarop aan."
)
_DOUBT = (
    "Bij twijfel of een publicatie in strijd is met deze richtlijnen neemt de medewerker contact "
    "op met zijn leidinggevende."
)
_DOUBT_TOO = (
    "Bij twijfel over een publicatie of over de raakvlakken met de school zoeken medewerkers "
    "contact met hun leidinggevende."
)


def test_a_rule_or_a_sentence_that_stands_nearly_so_in_another_clause_is_told() -> None:
    for one, other in ((_TRUST, _TRUST_TOO), (_DOUBT, _DOUBT_TOO)):
        found = list(clashes([_placed(one, "a"), _placed(other, "b")]))
        assert [pair.clash for pair in found] == [Clash.ALIKE]
        # who wrote both meant it so
        assert not list(clashes([_placed(one, "a"), _placed(other, "a")]))


_TOLD = (
    "Als {} een bericht van een medewerker grensoverschrijdend noemt, wordt dit{} telefonisch "
    "gemeld bij de inspecteur."
)
_ASKED = "De {} vraagt {} toestemming aan medewerkers{} om foto's op {} van de school te zetten.{}"


@pytest.mark.parametrize(
    ("left", "right"),
    [
        # another condition, another actor, another age
        (
            _TOLD.format("de bestuurder", ""),
            _TOLD.format("de stichting", " na bericht aan de medewerker"),
        ),
        (
            _ASKED.format("school", "schriftelijk", " en ouders", "sociale media", ""),
            _ASKED.format("stichting", "vooraf", " en ouders, of", "sociale media", ""),
        ),
        # the one has more than the other
        (
            _ASKED.format("school", "schriftelijk", " en ouders", "sociale media", ""),
            _ASKED.format(
                "stichting",
                "schriftelijk",
                " en ouders",
                "sociale media",
                " Dit gebeurt jaarlijks.",
            ),
        ),
    ],
)
def test_one_question_answered_nearly_alike_is_told_though_a_rule_differs(
    left: str, right: str
) -> None:
    for one, other in ((left, right), (right, left)):
        (found,) = clashes([_placed(one, "a"), _placed(other, "b")])
        assert found.clash is Clash.ALIKE


def test_what_explains_stands_twice_or_defines_twice_and_contradicts_nothing() -> None:
    def told(one: str, other: str) -> list[Clash]:
        two = [replace(_placed(t, o), binds=False) for t, o in ((one, "a"), (other, "b"))]
        return [pair.clash for pair in clashes(two)]

    assert told(_TRUST, _TRUST_TOO) == [Clash.ALIKE]
    assert told(_MEANS, _MEANS_TOO) == [Clash.DEFINED]
    assert told(_MAY, _MAY_NOT) == []


def test_what_one_board_wrote_beside_each_other_does_not_contradict() -> None:
    assert not list(clashes([_placed(_MAY, "a"), _placed(_MAY_NOT, "a")]))


def test_the_first_of_the_text_stands_left() -> None:
    first, second = _placed(_MAY_NOT, "b"), _placed(_MAY, "a")
    (found,) = clashes([first, second])
    assert (found.left, found.right) == (first, second)
    assert found.judgement.reasons


_WARNED = "Wie op het plein rookt, krijgt een schriftelijke waarschuwing van de school."
_SUSPENDED = "Een leerling die op het plein rookt, wordt door de school geschorst."
_BRINGS = "De conciërge brengt gevonden fietsen iedere vrijdag naar de kelder van de school."
_TAKES = "De mentor brengt gevonden fietsen iedere vrijdag naar de kelder van de school."
_CALLS = "Bij ziekte belt de school de ouders binnen {} op het nummer dat zij gaven."


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        (_WARNED, _SUSPENDED, [Clash.PERHAPS]),
        (_WARNED, _WARNED.replace("plein", "schoolplein"), [Clash.ALIKE]),
        (_BRINGS, _TAKES, [Clash.ALIKE]),
        (_CALLS.format("een half uur"), _CALLS.format("een uur"), [Clash.CONTRARY]),
        (_CALLS.format("een half uur"), _CALLS.format("een\nhalf uur"), [Clash.SAME]),
    ],
)
def test_two_consequences_actors_or_terms_on_one_question_are_told(
    left: str, right: str, expected: list[Clash]
) -> None:
    for one, other in ((left, right), (right, left)):
        found = clashes([_placed(one, "a"), _placed(other, "b")])
        assert [pair.clash for pair in found] == expected


def test_two_consequences_of_two_questions_are_not_told() -> None:
    assert not list(clashes([_placed(_WARNED, "a"), _placed(_SUSPENDED, "b", "u")]))


_WITH_LEAVE = "De leerling gebruikt een telefoon tijdens schooltijd uitsluitend na toestemming."
_URGED = "De school moedigt leerlingen aan om in de les hun telefoon te gebruiken."


@pytest.mark.parametrize(
    ("asks", "free", "expected"),
    [
        (_WITH_LEAVE, _URGED, [Clash.CONTRARY]),
        (_WITH_LEAVE, "Leerlingen mogen in de les hun telefoon gebruiken.", [Clash.CONTRARY]),
        (
            "Het is leerlingen niet toegestaan hun telefoon te gebruiken, tenzij met toestemming.",
            _URGED,
            [Clash.CONTRARY],
        ),
        (_WITH_LEAVE, f"{_URGED[:-1]}, mits de leraar toestemming geeft.", []),
        # only in the break, and in class: no leave is asked, but both cannot hold
        (
            "De leerling gebruikt een telefoon op school alleen in de pauze.",
            _URGED,
            [Clash.PERHAPS],
        ),
        (_WITH_LEAVE, "Leerlingen leveren hun telefoon voor de les in bij de conciërge.", []),
        (_WITH_LEAVE, "De school moedigt ouders aan om een ouderavond te bezoeken.", []),
    ],
)
def test_what_one_is_free_with_contradicts_what_the_other_gives_leave_for(
    asks: str, free: str, expected: list[Clash]
) -> None:
    for one, other in ((asks, free), (free, asks)):
        found = list(clashes([_placed(one, "a"), _placed(other, "b")]))
        assert [pair.clash for pair in found] == expected
    # a board that says both wrote them to stand beside each other
    assert not list(clashes([_placed(asks, "a"), _placed(free, "a")]))


def test_leave_is_looked_for_within_one_question() -> None:
    two = [_placed(_WITH_LEAVE, "a", "een"), _placed(_URGED, "b", "twee")]
    assert not list(clashes(two))


def test_of_two_that_say_another_measure_that_is_the_reason() -> None:
    texts = (
        "Bij herhaling kan de directeur de leerling voor ten hoogste een dag schorsen.",
        "Bij herhaling kan de rector de leerling voor ten hoogste drie dagen schorsen.",
    )
    [found] = clashes([_placed(text, origin) for text, origin in zip(texts, "ab", strict=True)])
    assert found.judgement.reasons[0].kind is ReasonKind.ACTOR
    assert deciding(found.judgement).kind is ReasonKind.TERM
