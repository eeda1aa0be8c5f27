"""A question leads to topics by words, groups of words that mean the same, and concepts."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import pytest

from protocolkit.comparison import question_index
from protocolkit.comparison.question_index import (
    QuestionIndex,
    make_question_index,
    plain_words,
)
from protocolkit.document.model import Kind
from seeds import matrix


@cache
def _index() -> QuestionIndex:
    return make_question_index([matrix()])


def _place(topic: str) -> int:
    return next(n for n, found in enumerate(_index().topics) if found.topic == topic)


def _leads(word: str) -> dict[str, int]:
    return dict(_index().words.get(word, ()))


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
        ("weghalen", "@verwijderen-bericht", 90),
        ("voor altijd", "@blijvend-vindbaar", 90),
        ("naaktfoto's", "naktfoto", 100),
    ],
)
def test_a_word_leads_to_what_it_is_the_surest_way(word: str, key: str, sure: int) -> None:
    assert _leads(word)[key] == sure


def test_no_word_leads_to_what_no_topic_is_about() -> None:
    assert all(key in _index().weights for leads in _index().words.values() for key, _ in leads)
    assert "vaccinatie" not in _index().words


def test_words_that_ask_nothing_are_no_keys_and_light_ones_are_not_idle() -> None:
    assert "moeten" in _index().idle
    assert not _leads("moeten")
    assert "protocol" in _index().light
    assert not {*_index().light} & {*_index().idle}


def test_people_are_groups_of_words_that_topics_have() -> None:
    assert {"=leerling", "=ouder", "=leraar"} <= {*_index().people} <= {*_index().weights}


def test_a_title_weighs_more_than_a_clause() -> None:
    ((key, _),) = [lead for lead in _index().words["hacken"] if lead[1] == 100]
    weights = dict(_index().weights[key])
    assert max(weights, key=lambda place: weights[place]) == _place("hacken")
    assert all(1 <= weight <= 100 for found in _index().weights.values() for _, weight in found)


def test_the_matter_of_a_sentence_is_a_key_of_its_topic() -> None:
    assert _place("instemming") in dict(_index().weights["@totstandkoming"])


def test_a_word_of_another_matter_leads_nowhere_unless_a_topic_has_it() -> None:
    assert _index().words["salaris"] == ()
    assert _leads("schoolreis")


def test_a_word_at_the_end_of_a_text_counts_once() -> None:
    (text,) = ["Neem contact op met de leraar"]
    assert question_index._keys_and_words(text)[0].count("=leraar") == 1


def test_what_only_points_to_an_answer_weighs_less_than_a_rule() -> None:
    rule, pointer = (
        replace(row, topic=replace(row.topic, id=kind.value, kind=kind))
        for row in matrix().rows[:1]
        for kind in (Kind.RULE, Kind.REFERENCE)
    )
    made = make_question_index([replace(matrix(), rows=(rule, pointer))])
    assert all(dict(found)[0] > dict(found)[1] for found in made.weights.values())


def test_a_topic_says_what_its_phrases_lead_to() -> None:
    asked = _index().topics[_place("inloggegevens")].asked
    assert any("=delen" in word for phrase in asked for word in phrase)


def test_a_topic_is_found_by_the_words_that_a_person_wrote_with_it() -> None:
    assert _place("whatsapp") in dict(_index().weights["telegram"])


def test_a_title_says_its_words_in_order_a_phrase_as_one() -> None:
    says = _index().topics[_place("wat-zijn-sociale-media")].says
    assert len(says) == 1
    assert "=sociale media" in says[0]


@pytest.mark.parametrize(
    ("topic", "says"),
    [
        ("whatsapp", (("@voor-wie", "valt"), ("=whatsapp", "whatsap"), ("=sociale media",))),
        ("hacken", (("=stalken", "hack"), ("verbo",))),
        ("doelgroep", (("@voor-wie",), ("=protocol", "protocol"))),
    ],
)
def test_each_word_of_a_title_says_what_it_leads_to(
    topic: str, says: tuple[tuple[str, ...], ...]
) -> None:
    """A phrase is one word; a word that says nothing, or only perhaps leads somewhere, is none."""
    assert _index().topics[_place(topic)].says == says


def test_idle_words_are_single_words_as_they_are_typed() -> None:
    assert all(plain_words(word) == (word,) for word in _index().idle)
    assert [*_index().idle] == sorted(_index().idle)


def test_a_word_that_any_text_has_asks_nothing_where_no_topic_has_it() -> None:
    assert "hoofdstuk" in _index().idle
    assert not {*_index().idle} & {"klas", "gedrag"}


def test_without_a_topic_nothing_leads_anywhere() -> None:
    empty = make_question_index([])
    assert (empty.topics, dict(empty.weights), dict(empty.words)) == ((), {}, {})


def test_without_topics_no_word_is_looked_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(question_index, "_known_leads", lambda: pytest.fail("looked up"))
    made = question_index.make_question_index(())
    assert (made.topics, made.words) == ((), {})
