"""How a line ends: as a sentence does, in a mark of a note, or so that more must follow."""

from __future__ import annotations

import pytest

from protocolkit.importing.structure.line_ends import (
    ends_as_clause,
    is_address,
    is_cut_off,
    is_terminal,
    runs_on,
    without_mark,
)


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("Bellen mag niet.", True),
        ("„Bellen mag niet.”", True),
        ("in de volgende gevallen:", True),
        ("zo staat het in de wet.3", True),
        ("(zie bijlage 2).[4]", True),
        ("Bellen mag", False),
        ("versie 2.3", False),
    ],
)
def test_a_sentence_ends_in_its_sign(text: str, *, ends: bool) -> None:
    assert is_terminal(text) is ends


def test_only_a_mark_behind_a_sentence_is_taken_off() -> None:
    marked = ["de wet.3", "de wet.[a]", "de wet.**", "versie 2.3", "artikel 3"]
    assert list(map(without_mark, marked)) == ["de wet."] * 3 + ["versie 2.3", "artikel 3"]


def test_what_a_sentence_cannot_end_in() -> None:
    assert [runs_on(text) for text in ("en wel met de", "bellen,", "leerlingen-", "bellen")] == [
        True,
        True,
        True,
        False,
    ]


def test_what_no_heading_ends_in() -> None:
    texts = ("Regels voor de", "Bellen en", "Over ons", "Doel")
    assert [is_cut_off(text) for text in texts] == [True, True, False, False]


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("https://school.nl/pesten", True),
        ("www.school.nl", True),
        ("info@school.nl", True),
        ("zie www.school.nl", False),
        ("info@school", False),
        ("@school.nl", False),
        ("de directie", False),
    ],
)
def test_an_address_is_a_line_of_its_own(text: str, *, is_one: bool) -> None:
    assert is_address(text) is is_one


@pytest.mark.parametrize(
    ("text", "is_whole"),
    [
        ("Bereikbaar zijn", True),
        ("Medicijnen: zo doen we dat", True),
        ("Telefoons voor hun", False),
        ("De regel is dat", False),
    ],
)
def test_a_heading_may_end_in_a_verb_or_in_what_somebody_does(text: str, *, is_whole: bool) -> None:
    assert is_cut_off(text) is not is_whole


def test_a_heading_with_a_verb_is_short_and_begins_with_a_capital() -> None:
    assert ends_as_clause("Als je ziek bent of te laat is")
    assert not ends_as_clause("als je ziek is")
    assert not ends_as_clause("De school wil voor elke leerling en voor elke ouder bereikbaar zijn")
