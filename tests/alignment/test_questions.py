"""What the sentences of a clause answer: questions in grammatical Dutch, never a piece."""

from __future__ import annotations

import re

import pytest

from protocolkit.alignment.questions import questions_of
from protocolkit.base.messages import translator

_NL = translator("nl")


def _asked(text: str) -> list[str]:
    return list(questions_of(text, _NL))


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("Leerlingen mogen in de klas niet bellen.", "Mogen leerlingen in de klas bellen?"),
        ("In de kas mogen bezoekers niet roken.", "Mogen bezoekers roken in de kas?"),
        (
            "Het is bezoekers niet toegestaan om in de kas te roken.",
            "Mogen bezoekers in de kas roken?",
        ),
        ("Het is verboden vuur te maken op het veld.", "Mag je vuur maken op het veld?"),
        (
            "Vuile laarzen worden niet in de gang gezet.",
            "Mogen vuile laarzen in de gang worden gezet?",
        ),
        ("Vuile laarzen worden buiten gezet.", "Worden vuile laarzen buiten gezet?"),
        ("Een vuile laars staan we niet toe.", "Staat de school een vuile laars toe?"),
        ("Je meldt je dus af bij de balie.", "Moet je je afmelden bij de balie?"),
        (
            "Bezoekers leveren hun tas in bij de balie.",
            "Moeten bezoekers hun tas inleveren bij de balie?",
        ),
        ("Een bezoeker dient een kaart te kopen.", "Moet een bezoeker een kaart kopen?"),
        ("Een kaart hoeven wij niet te zien.", "Moet de school een kaart zien?"),
        (
            "1. Ouders krijgen uitsluitend per brief bericht als hun kind ziek wordt.",
            "Krijgen ouders per brief bericht?",
        ),
        (
            "Medewerkers nemen geen honden mee naar de kas.",
            "Mogen medewerkers honden meenemen naar de kas?",
        ),
        ("Onze directeur bewaart de sleutel.", "Bewaart de directeur de sleutel?"),
        ("Laat U weten dat U komt? U mag helpen in de kas.", "Mag u helpen in de kas?"),
        ("De gast sluit het hek en doet de lamp uit.", "Moet de gast het hek sluiten?"),
    ],
)
def test_a_plain_norm_becomes_a_question(text: str, question: str) -> None:
    assert question in _asked(text)


def test_who_of_the_school_does_something_is_asked() -> None:
    text = "De beheerder houdt toezicht in de kas."
    assert _asked(text)[0] == "Wie houdt toezicht in de kas?"
    assert "Wie houdt" not in " ".join(_asked("De beheerder houdt geen kippen in de kas."))
    assert _asked("De leraren letten op het hek.")[0] == "Wie let op het hek?"


def test_a_question_that_a_clause_asks_itself_stays_as_it_is() -> None:
    assert _asked("Wie mag de sleutel lenen? De beheerder.")[-1] == "Wie mag de sleutel lenen?"
    assert _asked("Wat doen wij dan daarmee? De beheerder weet het.") == []


def test_whoever_is_told_to_has_to() -> None:
    assert _asked("Houd je handen altijd schoon.") == ["Moet je je handen schoonhouden?"]
    assert _asked("Houd de handen schoon.") == []  # nobody knows whose


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("Als een kind ziek is, belt een ouder.", "Wat gebeurt er als een kind ziek is?"),
        (
            "De beheerder sluit de kas indien het hek kapot is.",
            "Wat gebeurt er als het hek kapot is?",
        ),
        (
            "Komt een bezoeker te laat, dan wacht hij.",
            "Wat gebeurt er als een bezoeker te laat komt?",
        ),
        ("Neemt uw kind een dier mee? Meld dat.", "Wat gebeurt er als uw kind een dier meeneemt?"),
        ("Is een lamp gestolen, dan bellen we.", "Wat gebeurt er als een lamp gestolen is?"),
        (
            "Is de stoel van je kind leeg en hebben we niets gehoord? Dan bellen we.",
            "Wat gebeurt er als de stoel van je kind leeg is?",
        ),
        ("Heb je een sleutel nodig? Vraag het.", "Wat gebeurt er als je een sleutel nodig hebt?"),
        ("Draag je een pet, dan gaat die af.", "Wat gebeurt er als je een pet draagt?"),
        (
            "Praten we met een buur? Dan vragen we het.",
            "Wat gebeurt er als de school met een buur praat?",
        ),
        (
            "Als wij een dier moeten verzorgen, bellen wij de kweker.",
            "Wat gebeurt er als de school een dier moet verzorgen?",
        ),
        (
            "Als wij een dier meenemen, gaat het in een kooi.",
            "Wat gebeurt er als de school een dier meeneemt?",
        ),
        ("Wil je een hond meenemen? Bel ons.", "Mag je een hond meenemen?"),
        ("Wil een ouder de kas zien, dan kan dat.", "Mag een ouder de kas zien?"),
    ],
)
def test_a_case_becomes_a_question(text: str, question: str) -> None:
    assert question in _asked(text)


@pytest.mark.parametrize(
    "text",
    [
        "Als dat zo is, belt de beheerder.",  # points back
        "Als hij ziek is, gaat hij naar huis.",  # to whom?
        "Dat mag, tenzij de gast merkt dat als het gevaar oplevert, het hek sluit.",
        "Er mag meer als er geen gevaar is.",
        "Haal het weg als het gevaar oplevert.",  # not the danger does
        "Houd je handen schoon, in de kas en erbuiten.",  # no case, though it begins with a verb
        "Draag je een kruis, keppel of ring?",  # cut in the middle
        "Haalt een kind iets uit op een feest, dan praten we.",  # its verb is in two parts
        "Mocht een pomp in de winter uitvallen, dan bellen wij.",  # not: 'als een pomp mocht'
    ],
)
def test_what_is_no_whole_case_becomes_none(text: str) -> None:
    assert [one for one in _asked(text) if one.startswith("Wat gebeurt")] == []


@pytest.mark.parametrize(
    "text",
    [
        "Dit geldt niet voor leerlingen.",  # points back
        "Een bezoeker gaat daarmee niet naar binnen.",  # so does this, in the middle
        "Om deze reden vragen wij bezoekers om stilte.",  # so does this
        "Een niet betaalde plant gaat terug naar de kweker.",  # what is not so is part of who
        "De gast dient de dag waarop hij komt, te noemen.",  # its verb was left out
        "De school schrijft niet op welke klachten je kind heeft.",  # its object is a clause
        "De Hazelaar bewaart de lijst bij Griftland.",  # a name of one board
        "Het volgende is niet toegestaan: rennen, roepen.",  # a lead-in
        "De leerling draagt: een helm en een hesje.",  # so is this
        "Op dagen waarop het waait, zijn vliegers niet toegestaan.",  # on which days?
        "Aan gasten van de kas is het toegestaan om daar te eten.",  # what is?
        "Foto's en filmpjes maken is voor gasten verboden.",  # two verbs
        "U bent nooit alleen met kinderen in een lokaal.",  # 'alleen' is no 'slechts' here
        "Vraag je handen niets.",  # without its no it would say the opposite
        "De leraren beslissen zelf of zij meegaan naar de kas.",  # a second clause
        "Wat noemen wij te laat?",  # a question already, without an answer
        "Haal het op als je te maken hebt met een gast.",  # verbs that would part
        "Geen telefoons in de klas.",  # no verb
        "Laten weten of de hond mee mag, is genoeg.",  # its subject is a clause
        "",
    ],
)
def test_what_is_not_understood_becomes_none(text: str) -> None:
    assert _asked(text) == []


@pytest.mark.parametrize("marker", ["3. ", "14a. ", "b) ", "2° ", "(c) ", "• ", "- 1. ", "“3. "])
def test_a_question_begins_after_whatever_counts_the_clause(marker: str) -> None:
    asked = "Houdt de leraar toezicht in de zaal?"
    assert asked in _asked(f"{marker}De leraar houdt toezicht in de zaal.")


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("Wij laten vuile laarzen buiten staan.", "Laat de school vuile laarzen buiten staan?"),
        ("Bezoekers laten hun tas thuis liggen.", "Moeten bezoekers hun tas thuis laten liggen?"),
        ("De gast ontvangt een kaart bij de balie.", "Ontvangt de gast een kaart bij de balie?"),
    ],
)
def test_what_one_gets_or_leaves_is_asked_in_its_own_order(text: str, question: str) -> None:
    assert question in _asked(text)


@pytest.mark.parametrize(
    "text",
    [
        "U mag ze in de kas zetten.",
        "Houd je hond ook nog aan de lijn als je weggaat.",
        "Is er iets gebeurd, dan belt de beheerder.",
        "Hoe laat keek je?",
        "Als een sterk vermoeden bestaat, belt de beheerder.",
    ],
)
def test_what_hangs_on_something_else_is_no_question(text: str) -> None:
    told = " ".join(_asked(text))
    assert not re.search(r" ze | nog |keek|iets gebeurd|vermoeden\?", told)


@pytest.mark.parametrize(
    ("text", "question"),
    [
        (
            "Voor online pesten zijn de ouders verantwoordelijk.",
            "Zijn de ouders verantwoordelijk voor online pesten?",
        ),
        ("Ook op reis blijven fietsen thuis.", "Blijven fietsen thuis op reis?"),
        ("In de hal hangen geen fietsen.", "Hangen er fietsen in de hal?"),
        (
            "Van elke melding wordt een verslag gemaakt.",
            "Wordt van elke melding een verslag gemaakt?",
        ),
        ("Bij ons op school laten kinderen de hond thuis.", "Moeten kinderen de hond thuislaten?"),
        ("Een oorbel mag in, als hij klein is.", "Mag een oorbel in?"),
        (
            "Wie te laat komt, meldt zich bij de balie.",
            "Wie meldt zich bij de balie?",
        ),
        (
            "Gaat het spelen door, dan stopt de les.",
            "Wat gebeurt er als het spelen doorgaat?",
        ),
        (
            "Bezoekers mogen de lamp gebruiken wanneer de beheerder dat voor een taak vraagt.",
            "Mogen bezoekers de lamp gebruiken?",
        ),
    ],
)
def test_words_before_the_verb_find_their_place(text: str, question: str) -> None:
    assert question in _asked(text)


@pytest.mark.parametrize(
    "text",
    [
        "Op een verzoek als hiervoor bedoeld wordt beslist door de beheerder.",
        "Wie komt, wendt zich eerst tot de balie, daarna tot de beheerder.",
        "Wie een tas meeneemt, levert hem in.",
        "Wat je hoort, vertel je niet door.",
    ],
)
def test_what_is_not_understood_is_no_question(text: str) -> None:
    assert _asked(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Bezoekers mogen de kas in als er een beheerder is.",
        "Bezoekers roken niet in de kas als er kinderen bij zijn.",
    ],
)
def test_on_what_condition_somebody_may_is_no_case(text: str) -> None:
    assert not any(question.startswith("Wat gebeurt") for question in _asked(text))


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("Thee en koffie zijn niet toegestaan.", "Zijn thee en koffie toegestaan?"),
        ("Een koekje na het eten mag.", "Mag een koekje na het eten?"),
        ("Raakt je fiets kapot op school, dan betaal je.", "als je fiets kapot raakt op school?"),
        (
            "Is een kind ziek tijdens een toets, dan belt u.",
            "als een kind ziek is tijdens een toets?",
        ),
        (
            "Als ouders hun kind te laat ophalen, betalen zij.",
            "als ouders hun kind te laat ophalen?",
        ),
    ],
)
def test_a_question_ends_as_somebody_would_say_it(text: str, question: str) -> None:
    assert any(asked.endswith(question) for asked in _asked(text))


def test_what_two_do_by_turns_is_no_question() -> None:
    assert _asked("De gast sluit de kas en de beheerder het hek.") == []
