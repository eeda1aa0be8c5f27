"""A word that was broken at a line's end: what its hyphen was for."""

from __future__ import annotations

import pytest

from outlined import lines_of
from protocolkit.importing.source.hyphens import Joiner


def _healed(text: str, left: str, right: str) -> str:
    return Joiner(lines_of(text)).heal(left, right)


@pytest.mark.parametrize(
    ("left", "right", "whole"),
    [
        ("Zie de Smartschool", "planner van de klas", "Zie de Smartschool-planner van de klas"),
        ("Zie het Magister", "rooster", "Zie het Magister-rooster"),
        ("de Medezeggenschaps", "raad stemt in", "de Medezeggenschapsraad stemt in"),
        ("Smartschool", "planner", "Smartschoolplanner"),
        ("voor ieder", "een die komt", "voor iedereen die komt"),
    ],
)
def test_a_compound_of_a_name_keeps_its_hyphen(left: str, right: str, whole: str) -> None:
    assert _healed("Wij bellen niet.\n", left, right) == whole


def test_where_words_are_broken_a_capital_is_no_evidence() -> None:
    text = "de tele-\nfoon van ieder-\neen in de klas-\nsen.\n"
    assert _healed(text, "de Vertrouwenspersoon", "lijk") == "de Vertrouwenspersoonlijk"
    assert _healed(text, "het Verzuim", "beleid") == "het Verzuimbeleid"
    assert _healed(f"Verzuim is Verzuim.\n{text}", "het Verzuim", "beleid") == "het Verzuim-beleid"
