"""Titles of proposed topics: questions made of norms, never a piece of a sentence."""

from __future__ import annotations

import pytest

from protocolkit.alignment.questions import proposed_title, question_of, subject_stems


def _same(text: str) -> str:
    return text


@pytest.mark.parametrize(
    ("text", "question"),
    [
        (
            "Leerlingen mogen in de klas niet bellen.",
            "Mogen leerlingen in de klas bellen?",
        ),
        ("In de kas mogen bezoekers niet roken.", "Mogen bezoekers roken in de kas?"),
        (
            "Het is bezoekers niet toegestaan om in de kas te roken.",
            "Mogen bezoekers in de kas roken?",
        ),
        ("Het is verboden vuur te maken op het veld.", "Mag je vuur maken op het veld?"),
        ("Op het dak wordt niet geklommen.", "Wordt er geklommen op het dak?"),
        ("Vuile laarzen worden buiten gezet.", "Worden vuile laarzen buiten gezet?"),
        ("Een vuile laars staan we niet toe.", "Staan we een vuile laars toe?"),
        ("Laarzen laten jullie liever buiten staan.", "Laten jullie laarzen buiten staan?"),
        ("Je meldt je dus af bij de balie.", "Meld je je af bij de balie?"),
        ("De school bewaart de lijst twee jaar.", "Bewaart de school de lijst twee jaar?"),
        (
            "1. Ouders krijgen uitsluitend per brief bericht als hun kind ziek wordt.",
            "Krijgen ouders per brief bericht?",
        ),
    ],
)
def test_a_plain_norm_becomes_a_question(text: str, question: str) -> None:
    assert question_of(text) == question


@pytest.mark.parametrize(
    "text",
    [
        "Dit geldt niet voor leerlingen.",  # points back
        "Een bezoeker gaat daarmee niet naar binnen.",  # so does this, in the middle
        "Om deze reden vragen wij bezoekers om stilte.",  # so does this
        "Een niet betaalde plant gaat terug naar de kweker.",  # what is not so is part of who
        "De gast dient de dag waarop hij komt, te noemen.",  # its verb was left out
        "De gast sluit het hek en doet de lamp uit.",  # two verbs
        "De school schrijft niet op welke klachten je kind heeft.",  # its object is a clause
        "De Hazelaar bewaart de lijst bij Griftland.",  # a name of one board
        "Het volgende is niet toegestaan: rennen, roepen.",  # a lead-in
        "Wat noemen wij te laat?",  # a question already, without an answer
        "Geen telefoons in de klas.",  # no verb
        "",
    ],
)
def test_what_is_not_understood_becomes_none(text: str) -> None:
    assert question_of(text) == ""


def test_without_a_plain_norm_the_shared_words_are_asked_about() -> None:
    texts = [
        "Bij een lekke band: plakspullen en een pomp bij het loket.",
        "De pomp van de conciërge, bij een lekke band.",
    ]
    assert proposed_title(texts, frozenset(), _same) == "What applies to band and pomp?"
    assert proposed_title(["…"], frozenset(), _same) == "What do these clauses arrange?"


def test_of_several_questions_the_one_that_most_clauses_are_about_is_asked() -> None:
    texts = [
        "Bezoekers krijgen een kop koffie.",
        "De beheerder sluit de kas om vijf uur.",
        "Om vijf uur gaat de kas dicht.",
    ]
    assert proposed_title(texts, frozenset(), _same) == "Sluit de beheerder de kas om vijf uur?"
    alone = ["Bezoekers krijgen een kop koffie.", "Voor gasten: thee."]
    assert proposed_title(alone, frozenset(), _same) == "Krijgen bezoekers een kop koffie?"


def test_a_noun_that_one_clause_alone_has_stands_by_itself() -> None:
    texts = ["Voor een treinkaartje: het loket.", "Aan het loket, of zolang dat kan erbuiten."]
    assert proposed_title(texts, frozenset(), _same) == "What applies to loket?"


def test_what_all_clauses_are_about_is_no_title() -> None:
    texts = ["Verzuim: de lijst.", "Verzuim: een brief.", "Verzuim: twee weken.", "Verzuim."]
    subject = subject_stems(texts)
    assert proposed_title(texts[:1], subject, _same) == "What applies to lijst?"


@pytest.mark.parametrize("marker", ["3. ", "14a. ", "b) ", "2° ", "(c) ", "• ", "- 1. ", "“3. "])
def test_a_question_begins_after_whatever_counts_the_clause(marker: str) -> None:
    asked = "Houdt de leraar toezicht in de zaal?"
    assert question_of(f"{marker}De leraar houdt toezicht in de zaal.") == asked


def test_a_title_that_another_topic_has_is_not_given_twice() -> None:
    texts = ["De beheerder sluit de kas om vijf uur. Voor gasten: een sleutel bij het loket."]
    first = proposed_title(texts, frozenset(), _same)
    assert first == "Sluit de beheerder de kas om vijf uur?"
    second = proposed_title(texts, frozenset(), _same, {first})
    assert second.startswith("What applies to ")
    third = proposed_title(texts, frozenset(), _same, {first, second})
    assert third not in {first, second}
    lone = proposed_title(["…"], frozenset(), _same)
    assert proposed_title(["…"], frozenset(), _same, {lone}) == lone
