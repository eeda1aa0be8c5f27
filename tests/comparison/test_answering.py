"""A clause of several rules answers each question with the rule that is about it."""

from __future__ import annotations

import pytest

from protocolkit.document.model import Protocol
from protocolkit.document.outline import clause_text, placed_items
from protocolkit.document.place import Place
from protocolkit.norms.norm import Modality
from seeds import collection
from small_boards import board, line_up, seed_judgements, topic_line

BUNDLE = (
    "Leerlingen gaan op sociale media niet in discussie met ouders. "
    "Bij belediging of laster doet de school aangifte bij de politie."
)


def _text(protocols: tuple[Protocol, ...], place: Place) -> str:
    return clause_text(dict(placed_items(protocols))[place])


def test_each_question_is_answered_by_its_own_sentence() -> None:
    boards = (
        board("een", BUNDLE),
        board("twee", "De school doet aangifte bij strafbare feiten.", "Discussie is verboden."),
        board("drie", "De directeur kan aangifte doen.", "Ga niet in discussie."),
    )
    topics = topic_line("aangifte", {"een": ["a-1"], "twee": ["a-1"], "drie": ["a-1"]})
    topics += topic_line("discussie", {"een": ["a-1"], "twee": ["a-2"], "drie": ["a-2"]})
    _, judgements = line_up(boards, topics)
    place = Place("een", "a-1")
    assert judgements.norms[place].main.modality is Modality.PROHIBITION
    assert judgements.norm("discussie", place).modality is Modality.PROHIBITION
    found = judgements.norm("aangifte", place)
    assert found.modality is Modality.OBLIGATION
    assert BUNDLE[slice(*found.sentence)].startswith("Bij belediging")


def test_a_question_belongs_to_the_sentence_that_answers_it() -> None:
    said = "Poept uw hond bij het hek? Ruim het dan meteen op."
    boards = (board("een", said), board("twee", "De eigenaar ruimt de poep van zijn hond op."))
    topics = topic_line("hond", {"een": ["a-1"], "twee": ["a-1"]})
    _, judgements = line_up(boards, topics)
    assert judgements.norm("hond", Place("een", "a-1")).modality is Modality.OBLIGATION


def test_what_does_not_stand_out_leaves_the_main_norm() -> None:
    boards = (board("een", BUNDLE), board("twee", "Fietsen staan in de stalling."))
    _, judgements = line_up(boards, topic_line("x", {"een": ["a-1"], "twee": ["a-1"]}))
    assert not judgements.answering


@pytest.mark.parametrize(
    ("topic", "slug", "anchor", "begins"),
    [
        ("aangifte", "verkruisen", "richtlijnen-4", "Indien er via social media sprake is van"),
        ("bij-twijfel", "verkruisen", "richtlijnen-5", "Bij twijfel publiceert men niet"),
        ("fotos-van-anderen", "verkruisen", "richtlijnen-11", "Bij twijfel vragen zij"),
        ("zelf-verantwoordelijk", "verkruisen", "richtlijnen-11", "Zij zijn zelf verantwoord"),
        ("opnames-maken", "verkruisen", "richtlijnen-11", "Naast medewerkers mogen alleen"),
        ("auteursrecht", "borger-odoorn", "weten-3", "Het is verboden om zonder toestemming"),
        ("privacy-van-anderen", "borger-odoorn", "weten-4", "De privacy van anderen wordt"),
        ("groepsapp", "lucas-onderwijs", "art-b-1", "Een medewerker kan een professionele"),
    ],
)
def test_the_real_bundles(topic: str, slug: str, anchor: str, begins: str) -> None:
    norm = seed_judgements().norm(topic, Place(slug, anchor))
    text = _text(collection().protocols, Place(slug, anchor))
    assert text[slice(*norm.sentence)].startswith(begins)


def test_an_answer_is_a_norm_of_its_clause() -> None:
    judgements = seed_judgements()
    assert judgements.answering
    for (_, place), norm in judgements.answering.items():
        assert norm in judgements.norms[place].norms
        assert norm != judgements.norms[place].main
