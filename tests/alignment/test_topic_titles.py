"""Titles of proposed topics: the question of a clause, else one that fits any subject."""

from __future__ import annotations

from collections.abc import Collection, Sequence

import pytest

from protocolkit.alignment.titles import proposed_title, set_of_texts
from protocolkit.alignment.topic_nouns import _matters
from protocolkit.alignment.usual_questions import FRAMES
from protocolkit.base.messages import translator
from protocolkit.wording.concepts import general_concepts

_NL = translator("nl")
# Other clauses of the subject: a word that all have is no title, one that none has is no noun.
_OTHERS = (
    "De fiets staat in het rek.",
    "Een plant krijgt water.",
    "De pomp hangt bij het loket.",
    "Een band wordt geplakt.",
    "De kas sluit om vijf uur.",
    "Het hek is dicht.",
)


def _title(
    texts: Sequence[str], others: Sequence[str] = _OTHERS, taken: Collection[str] = ()
) -> str:
    return proposed_title(texts, set_of_texts([*texts, *others]), _NL, taken)


def test_of_several_questions_the_one_that_most_clauses_are_about_is_asked() -> None:
    texts = [
        "Bezoekers krijgen een kop koffie.",
        "De beheerder sluit de kas om vijf uur.",
        "Om vijf uur gaat de kas dicht.",
    ]
    assert _title(texts) == "Wie sluit de kas om vijf uur?"


def test_a_question_on_the_rule_that_the_others_do_not_have_is_no_title() -> None:
    """A clause with three rules is asked about the one that it shares."""
    texts = [
        "Een ouder geeft een handdoek mee. Kinderen met bandjes blijven in het ondiepe bad.",
        "Wie bandjes draagt, zwemt in het ondiepe bad.",
    ]
    assert "bandjes" in _title(texts)


def test_who_decides_is_asked_whatever_the_subject_is() -> None:
    texts = [
        "Over de lamp: de raad heeft het laatste oordeel.",
        "Voor de lamp: beslissing van de raad.",
    ]
    assert _title(texts) == "Wie beslist over de lamp?"


def test_a_question_that_all_clauses_would_show_is_not_asked() -> None:
    texts = ["Over de lamp: oordeel van de raad.", "Voor de lamp: beslissing van de raad."]
    others = ["De raad beslist."] * 8
    assert "beslist" not in _title(texts, [*_OTHERS, *others])


def test_a_word_that_may_mean_something_else_names_no_matter() -> None:
    """A leak is one of data or of a tyre; what we call it must stand in a text."""
    assert "datalek" not in _title(["Een lekke band.", "De band is lek."])


def test_what_the_norms_ask_is_asked_about_what_they_share() -> None:
    texts = [
        "Petten: verboden is het om er in de klas een te dragen.",
        "Verboden: een capuchon, een muts.",
    ]
    title = "Mag je een pet of iets anders op je hoofd dragen?"
    assert _title(texts) == title
    assert _title(texts, taken={title}) == (
        "Wat mag wel en wat mag niet met petten en andere hoofddeksels?"
    )


def test_else_it_says_on_which_noun_something_is_agreed_with_its_article() -> None:
    texts = [
        "Bij een lekke band: plakspullen en een pomp bij het loket.",
        "De pomp van de conciërge, bij een lekke band.",
    ]
    assert _title(texts) in {
        "Wat is er afgesproken over een band?",
        "Wat is er afgesproken over de pomp?",
        "Wat is er afgesproken over een pomp?",
    }
    assert _title(["…"]) == "Wat regelen deze bepalingen?"


def test_a_verb_a_diminutive_and_a_time_are_no_noun() -> None:
    texts = [
        "Het slaapt in een handje, leuk, op een middag.",
        "Een handje dat slaapt, leuk, op die middag.",
    ]
    assert _title(texts) == "Wat regelen deze bepalingen?"


def test_what_all_clauses_are_about_is_no_title() -> None:
    texts = ["Het verzuim: de lijst.", "Het verzuim: een brief.", "Het verzuim: twee weken."]
    others = ["Het verzuim: de deur.", "Het verzuim: een lamp.", "De lijst.", "De lijst hangt."]
    assert "verzuim" not in _title(texts[:1], [*texts, *others])


def test_a_title_that_another_topic_has_is_not_given_twice() -> None:
    texts = ["De beheerder sluit de kas om vijf uur. Voor gasten: een sleutel bij het loket."]
    taken: set[str] = set()
    for _ in range(8):
        title = _title(texts, taken=taken)
        assert title not in taken
        taken.add(title)
    assert _title(["…"], taken={_title(["…"])}) == "Wat regelen deze bepalingen (2)?"


def test_the_matters_that_are_asked_about_are_concepts() -> None:
    known = general_concepts()
    names = {name for found in known.phrases.values() for _, name in found}
    assert set(_matters()) <= names
    leads = {lead for lead, _, _ in _matters().values()}
    assert leads <= {"met", "bij", "tijdens", "in", "op", "rond"}
    questions = [question for _, _, question in _matters().values()]
    assert len(set(questions)) == len(questions)
    assert all(one.endswith("?") and one[0].isupper() for one in questions)


def test_a_usual_question_is_asked_plainly_where_no_noun_is_shared() -> None:
    """Whoever decides in each text, on whatever it calls it."""
    texts = ["De hoofdtuinder beslist.", "Beslissing: het bestuur van de tuin."]
    assert _title(texts) == "Wie beslist?"


@pytest.mark.parametrize(
    ("texts", "title"),
    [
        (
            ["Verboden: het dragen van een klomp.", "Op zondag: geen klomp."],
            "Mag je een klomp dragen?",
        ),
        (
            ["Bij regen: een klomp, verplicht.", "Verplicht: het dragen van een klomp."],
            "Moet je een klomp dragen?",
        ),
    ],
)
def test_what_is_done_with_a_thing_that_is_shared_is_asked(texts: list[str], title: str) -> None:
    assert _title(texts) == title


def test_somebody_who_is_shared_is_asked_what_he_does() -> None:
    texts = ["Voor zaden: de tuinbewaker.", "De tuinbewaker: in het schuurtje."]
    assert _title(texts) == "Wat doet de tuinbewaker?"


def test_a_topic_of_which_nothing_is_shared_is_asked_about_its_central_clause() -> None:
    texts = ["Spitten en harken: toestemming van de buren.", "Zaaien: in rijen."]
    assert _title(texts) == "Wanneer is toestemming nodig?"


def test_taking_account_of_something_is_no_cost() -> None:
    texts = ["Bij het zaaien: rekening houden met regen.", "Rekening te houden met wind: ja."]
    assert "kosten" not in _title(texts)


def test_each_frame_is_a_question_of_its_own() -> None:
    asked = [_NL(one) for frame in FRAMES for one in (frame.about, frame.plain) if one]
    assert all(frame.about or frame.plain for frame in FRAMES)
    assert all(question.endswith("?") for question in asked)
    assert len(set(asked)) == len(asked)


def test_a_word_that_most_clauses_explain_is_asked_about() -> None:
    texts = [
        "Onder enten verstaan wij het zetten van een tak op een stam.",
        "Snoeien is iets anders dan enten.",
        "We snoeien in het voorjaar.",
    ]
    assert _title(texts) == "Wat is enten?"


@pytest.mark.parametrize(
    ("texts", "title"),
    [
        (
            [
                "De beheerder neemt een schaar in die blijft liggen.",
                "Een hark die rondslingert, wordt ingenomen en is af te halen.",
            ],
            "Wat wordt ingenomen, en wanneer krijg je het terug?",
        ),
        (
            [
                "De beheerder is onze tuincoördinator.",
                "Iedere locatie heeft een plantcoördinator.",
            ],
            "Bij wie kun je terecht?",
        ),
        (
            [
                "Elk jaar kijkt de raad of de afspraken nog goed zijn.",
                "Het team bespreekt deze regels ieder jaar.",
            ],
            "Wanneer bekijkt de school deze afspraken opnieuw?",
        ),
        (
            [
                "Na vier weken kijkt de beheerder of het beter groeit.",
                "Na een maand vraagt de raad hoe het gaat.",
            ],
            "Wanneer kijkt de school hoe het gaat?",
        ),
    ],
)
def test_what_schools_agree_on_in_any_words_has_a_title(texts: list[str], title: str) -> None:
    assert _title(texts) == title
