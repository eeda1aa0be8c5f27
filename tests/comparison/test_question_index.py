"""A question leads to topics by words, groups of words that mean the same, and concepts."""

from __future__ import annotations

import pytest

from protocolkit.comparison.question_index import make_question_index, plain_words
from seeds import matrix

_INDEX = make_question_index([matrix()])
_PLACES = {found.topic: place for place, found in enumerate(_INDEX.topics)}


def _leads(word: str) -> dict[str, int]:
    return dict(_INDEX.words.get(word, ()))


def test_words_are_without_case_accents_and_signs() -> None:
    found = plain_words("’s Ochtends één foto's – Ideeën!")
    assert found == ("s", "ochtends", "een", "foto's", "ideeen")


@pytest.mark.parametrize(
    ("word", "key", "sure"),
    [
        ("groepsapp", "=groepsapp", 90),
        ("klassenapp", "=groepsapp", 90),
        ("juf", "=leraar", 90),
        ("juf", "=medewerker", 60),
        ("leraar", "=medewerker", 60),
        ("wachtwoord", "#inloggen", 45),
        ("naaktfoto's", "naktfoto", 100),
    ],
)
def test_a_word_leads_to_what_it_is_the_surest_way(word: str, key: str, sure: int) -> None:
    assert _leads(word)[key] == sure


def test_no_word_leads_to_what_no_topic_is_about() -> None:
    assert all(key in _INDEX.weights for leads in _INDEX.words.values() for key, _ in leads)
    assert "vaccinatie" not in _INDEX.words


def test_words_that_ask_nothing_are_no_keys_and_light_ones_are_not_idle() -> None:
    assert "moeten" in _INDEX.idle
    assert not _leads("moeten")
    assert "protocol" in _INDEX.light
    assert not {*_INDEX.light} & {*_INDEX.idle}


def test_a_title_weighs_more_than_a_clause() -> None:
    ((key, _),) = [lead for lead in _INDEX.words["hacken"] if lead[1] == 100]
    weights = dict(_INDEX.weights[key])
    assert max(weights, key=lambda place: weights[place]) == _PLACES["hacken"]
    assert all(1 <= weight <= 100 for found in _INDEX.weights.values() for _, weight in found)


def test_a_topic_is_found_by_the_words_that_a_person_wrote_with_it() -> None:
    assert _PLACES["whatsapp"] in dict(_INDEX.weights["telegram"])


def test_a_title_says_its_words_in_order_a_phrase_as_one() -> None:
    says = _INDEX.topics[_PLACES["wat-zijn-sociale-media"]].says
    assert len(says) == 1
    assert "=sociale media" in says[0]
