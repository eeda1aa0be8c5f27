"""Words brought to one form."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from protocolkit.wording.terms import content, make_thesaurus, matters, stem, terms
from protocolkit.wording.thesaurus_file import canonical, general_thesaurus, word_groups

SMALL = make_thesaurus(
    same=[("social media", "sociale media"), ("leraar", "docent", "leerkracht")],
    related=[("uitspraak", ("altijd + vindbaar", "voor altijd"))],
)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("publiceert", "gepubliceerd"),
        ("schorsing", "geschorst"),
        ("mening", "meningen"),
        ("leraar", "leraren"),
        ("verwijdering", "verwijderd"),
        ("Foto's".lower(), "foto"),
        ("publicatie", "publicaties"),
        ("meest", "meeste"),
    ],
)
def test_forms_of_one_word_share_a_stem(one: str, other: str) -> None:
    assert stem(one) == stem(other)


def test_different_words_keep_different_stems() -> None:
    words = "leerling medewerker ouder school toestemming sanctie bericht privacy".split()
    assert len({stem(word) for word in words}) == len(words)


def test_spellings_and_synonyms_become_one_term() -> None:
    assert terms("Docenten op sociale media", SMALL) == terms("leraren op Social Media", SMALL)


def test_function_words_are_no_content() -> None:
    assert content(terms("Het is niet toegestaan om dit te doen", general_thesaurus())) == ()


def test_a_matter_needs_all_its_words_in_one_sentence() -> None:
    assert matters(terms("Berichten zijn altijd nog vindbaar", SMALL), SMALL) == ("uitspraak",)
    assert matters(terms("Ze staan er voor altijd", SMALL), SMALL) == ("uitspraak",)
    assert matters(terms("Ze zijn vindbaar", SMALL), SMALL) == ()
    assert matters(terms("altijd hier voor", SMALL), SMALL) == ()


def test_the_general_thesaurus_knows_the_words_of_schools() -> None:
    assert canonical("de docent en zijn beeldmateriaal") == canonical("leerkrachten en foto’s")
    assert canonical("de medezeggenschapsraad") == canonical("de MR")


@given(st.text(max_size=80))
def test_any_text_has_terms(text: str) -> None:
    assert all(terms(text, general_thesaurus()))


def test_the_longest_phrase_counts_and_not_its_beginning() -> None:
    known = make_thesaurus(same=[("foto",), ("beeld", "foto en film")], related=[])
    assert terms("Foto en film", known) == terms("beeld", known)
    assert terms("Foto en tekst", known)[0] == terms("foto", known)[0] != terms("beeld", known)[0]


def test_a_part_without_words_shows_no_matter() -> None:
    odd = make_thesaurus(same=[], related=[("uitspraak", ("altijd + ", "voor altijd"))])
    assert matters(terms("Dat is altijd zo", odd), odd) == ()
    assert matters(terms("Dat staat er voor altijd", odd), odd) == ("uitspraak",)


def test_a_short_word_keeps_its_last_letter() -> None:
    """Without it an idea would be the same as an id."""
    assert stem("idee") != stem("id")
    assert stem("route") == "rout"


def test_words_that_only_count_together_are_no_synonyms() -> None:
    groups = {group[0]: group for group in word_groups()}
    assert "docent" in groups["leraar"]
    assert all("+" not in word for group in groups.values() for word in group)
    assert groups["kwetsend-gedrag"] == ("kwetsend-gedrag",)
