"""Forms of verbs by the rules of spelling, and what a word looks like."""

from __future__ import annotations

import pytest

from protocolkit.norms.verbs import (
    OF_THINGS,
    PLURALS,
    STATES,
    STEMS,
    THIRDS,
    infinitive_of,
    is_infinitive,
    is_participle,
    is_present,
    is_split_finite,
    is_verb,
)


@pytest.mark.parametrize(
    ("infinitive", "stem", "third"),
    [
        ("gaan", "ga", "gaat"),
        ("doen", "doe", "doet"),
        ("zien", "zie", "ziet"),
        ("bellen", "bel", "belt"),
        ("pakken", "pak", "pakt"),
        ("maken", "maak", "maakt"),
        ("roken", "rook", "rookt"),
        ("schrijven", "schrijf", "schrijft"),
        ("geven", "geef", "geeft"),
        ("lezen", "lees", "leest"),
        ("kiezen", "kies", "kiest"),
        ("zitten", "zit", "zit"),
        ("laten", "laat", "laat"),
        ("handelen", "handel", "handelt"),
        ("openen", "open", "opent"),
        ("weigeren", "weiger", "weigert"),
        ("delen", "deel", "deelt"),
        ("werken", "werk", "werkt"),
    ],
)
def test_forms_follow_from_the_spelling(infinitive: str, stem: str, third: str) -> None:
    assert infinitive in PLURALS
    assert stem in STEMS
    assert third in THIRDS
    assert is_infinitive(infinitive)
    assert is_present(third)


def test_no_form_has_a_sign_too_many() -> None:
    """A doubled consonant at the end, or a ``v`` or ``z`` there, is no Dutch spelling."""
    wrong = {
        form for form in STEMS if form[-1:] in "vz" or (form[-2:-1] == form[-1:] not in ("e", "o"))
    }
    assert wrong == set()
    assert not {form for form in THIRDS if form.endswith("tt")}


def test_states_and_things_are_verbs_in_both_forms() -> None:
    assert {"weten", "weet", "liggen", "ligt"} <= STATES
    assert {"beginnen", "begint"} <= OF_THINGS
    assert "bellen" not in STATES | OF_THINGS


@pytest.mark.parametrize(
    ("word", "kinds"),
    [
        ("geplaatst", "participle"),
        ("ingenomen", "participle"),
        ("gebruikt", "participle present"),
        ("geheim", ""),
        ("vergaderingen", ""),
        ("bedreigen", "infinitive present participle"),
        ("meenemen", "infinitive participle split"),
        ("meeneemt", "participle split"),
        ("organiseert", "present"),
        ("tafel", ""),
    ],
)
def test_what_a_word_looks_like(word: str, kinds: str) -> None:
    told = {
        "participle": is_participle(word),
        "present": is_present(word),
        "infinitive": is_infinitive(word),
        "split": is_split_finite(word),
    }
    assert {name for name, is_so in told.items() if is_so} == set(kinds.split())
    assert is_verb(word) is bool(kinds)


@pytest.mark.parametrize(
    ("word", "verb"),
    [
        ("meldt", "melden"),
        ("gedragen", "dragen"),
        ("gekeken", "kijken"),
        ("uitgeleend", "uitlenen"),
        ("opgehaald", "ophalen"),
        ("meegenomen", "meenemen"),
        ("behandeld", "behandelen"),
        # no part stands before it, or what follows is no participle
        ("uiteinde", "uiteinde"),
        ("uitleg", "uitleg"),
        ("tafel", "tafel"),
        ("verboden", "verboden"),
    ],
)
def test_a_third_person_and_a_participle_are_of_their_verb(word: str, verb: str) -> None:
    assert infinitive_of(word) == verb
