"""The search page ranks topics by a question, in its own script."""

from __future__ import annotations

from pathlib import Path

import pytest

import search_questions
from search_questions import index_data, interval, rank_in_script, read_questions
from seeds import matrix

pytestmark = pytest.mark.process


def _topics(*questions: str) -> list[tuple[bool, list[str]]]:
    return rank_in_script(matrix(), questions)


def test_words_that_people_use_lead_to_the_topic() -> None:
    asked = {
        "Mag de juf vrienden zijn met mijn kind op Facebook?": "prive-contact",
        "mobiel in de klas": "gebruik-tijdens-de-les",
        "Wat zijn sociale media?": "wat-zijn-sociale-media",
        "Voor wie geldt dit protocol?": "doelgroep",
        "Heeft de MR ingestemd?": "instemming",
        "wachtwoord": "inloggegevens",
    }
    for (question, topic), (is_sure, found) in zip(asked.items(), _topics(*asked), strict=True):
        assert topic in found[:3], question
        assert is_sure or question == "wachtwoord"


def test_a_slip_is_the_word_that_was_meant() -> None:
    (_, right), (_, wrong) = _topics("ontslag van een leraar", "ontslga van een leraar")
    assert wrong[0] == right[0] == "maatregelen-medewerkers"


@pytest.mark.parametrize(
    ("question", "topic"),
    [
        ("pakt de leraar mijn telefoon af", "maatregelen-leerlingen"),
        ("nep profiel van mijn dochter", "fatsoensnormen"),
        ("mijn foto is doorgestuurd", "zelf-verantwoordelijk"),
        ("collega overtreedt het protocol", "plichtsverzuim"),
        ("mijn mentor stuurt mij privéberichten", "prive-contact"),
        ("wie heeft het protcol goedgekeurd", "instemming"),
    ],
)
def test_a_verb_in_parts_and_a_compound_in_parts_are_one_word(question: str, topic: str) -> None:
    ((is_sure, found),) = _topics(question)
    assert is_sure
    assert topic in found[:3]


@pytest.mark.parametrize(
    "question",
    [
        "Welke luizenregels zijn er?",
        "salaris leraar",
        "Wanneer is de toetsweek?",
        "ziekmelden kind",
    ],
)
def test_a_question_about_another_matter_gets_no_sure_answer(question: str) -> None:
    ((is_sure, _),) = _topics(question)
    assert not is_sure


@pytest.mark.parametrize(
    "question", ["Mag mijn kind een petje op in de klas?", "Wie komt er in de ouderraad?"]
)
def test_who_it_is_about_is_not_yet_what_it_is_about(question: str) -> None:
    ((is_sure, _),) = _topics(question)
    assert not is_sure


@pytest.mark.parametrize(
    "question",
    ["Gelden de regels ook voor vrijwilligers?", "Geldt dit ook voor ouders en leerlingen?"],
)
def test_for_whom_it_is_asks_about_people(question: str) -> None:
    ((is_sure, found),) = _topics(question)
    assert is_sure
    assert "doelgroep" in found[:3]


def test_a_word_of_one_text_asks_no_more_than_its_group() -> None:
    """One text has 'posten', of children; the others say 'publiceren' for it."""
    ((_, found),) = _topics("Mag een leraar iets over een leerling posten?")
    assert "plaats-in-de-samenleving" not in found[:3]


def test_what_no_topic_treats_is_no_answer() -> None:
    nothing = ("Welke vaccinaties zijn verplicht?", "Mag mijn kind trakteren met snoep?", "xyzzy")
    assert [is_sure for is_sure, _ in _topics(*nothing)] == [False] * 3
    assert _topics("", "?!", "de het een") == [(False, [])] * 3


def test_a_compound_is_less_than_its_word() -> None:
    ((is_sure, _),) = _topics("schoolbus")
    assert not is_sure


@pytest.mark.parametrize("missing", ["idle", "light", "people"])
def test_lists_that_an_earlier_build_did_not_write_are_empty(
    missing: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A browser may have kept the data of before beside a script that it fetched today."""
    data = {key: value for key, value in index_data(matrix()).items() if key != missing}
    monkeypatch.setattr(search_questions, "index_data", lambda _: data)
    ((_, found),) = _topics("Mag de juf vrienden zijn met mijn kind?")
    assert "prive-contact" in found[:3]


@pytest.mark.parametrize("text", ["'" * 40, "a" * 5000, "constructor __proto__ toString", "<b>&"])
def test_any_text_is_ranked(text: str) -> None:
    ((is_sure, _),) = _topics(text)
    assert not is_sure


def test_questions_are_read_with_their_topics(tmp_path: Path) -> None:
    path = tmp_path / "vragen.tsv"
    path.write_text("# written by nobody\n\nWie?\ta,b\nWaar?\t-\n", "utf-8")
    assert [(one.question, one.topics) for one in read_questions(path)] == [
        ("Wie?", ("a", "b")),
        ("Waar?", ()),
    ]


def test_a_share_is_given_with_its_interval() -> None:
    assert interval(9, 10) == "9 of 10, 90% (60% to 98%)"
    assert interval(0, 0) == "–"
