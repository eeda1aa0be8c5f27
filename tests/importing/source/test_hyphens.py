"""A word that was broken at a line's end: what its hyphen was for."""

from __future__ import annotations

import pytest

from outlined import lines_of, outline_of
from protocolkit.importing.source.hyphens import Joiner, address_goes_on
from protocolkit.importing.source.lines import Line


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


@pytest.mark.parametrize(
    ("left", "whole"),
    [("een kant-en", "een kant-en-klaar"), ("de fiets-of", "de fiets-of-klaar"), ("en", "enklaar")],
)
def test_a_word_between_hyphens_keeps_both(left: str, whole: str) -> None:
    assert _healed("Wij bellen niet.\n", left, "klaar") == whole


@pytest.mark.parametrize(
    ("text", "whole"),
    [("De stalling/", "stalling/rek"), ("De schuur/ stalling/", None)],
)
def test_a_stroke_at_a_lines_end_is_written_as_the_one_before(text: str, whole: str | None) -> None:
    line, after = (Line(text=t, begin=0, size=11) for t in (text, "rek blijft open"))
    joined = Joiner([line, after]).joined(line, after)
    assert (joined[2] if joined else None) == whole


@pytest.mark.parametrize(
    ("line", "after", "goes_on"),
    [
        ("Zie https://rijksoverheid.", "nl/verlof voor meer.", True),
        ("Zie www.school.", "nl", True),
        ("Zie https://rijksoverheid.", "Daar staat meer.", False),
        ("Zie https://school.nl/over-o", "ns/ouders-en-school", True),
        ("Zie https://school.nl/regels", "ouders/verzorgers lezen die", False),
        ("Zie https://school.nl", "over-ons/ouders-en-school", False),
        # our own PDF breaks one before a hyphen
        ("Zie https://school.nl/over", "-ons voor meer", True),
        ("Zie https://school.nl/over", "- ons voor meer", False),
        ("Zie de klas/over", "-ons voor meer", False),
        ("Zie de schoolgids.", "nl/verlof", False),
    ],
)
def test_an_address_may_go_on_on_the_next_line(line: str, after: str, *, goes_on: bool) -> None:
    assert address_goes_on(line, after) is goes_on


def test_an_address_that_is_broken_twice_is_whole_again() -> None:
    text = (
        "Lees de regels op\nhttps://school.\nnl/ouders/verlof/\naanvragen-en-meer van de school.\n"
    )
    assert any(
        "https://school.nl/ouders/verlof/aanvragen-en-meer" in line for line in outline_of(text)
    )
