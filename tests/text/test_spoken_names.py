"""Who is named in what people say, also where a sentence begins with the name."""

from __future__ import annotations

from pathlib import Path

import pytest

from protocolkit.text.spoken_names import present, spoken_names

_CASES = Path(__file__).parents[1] / "cases" / "names"


def _lines(name: str) -> list[str]:
    lines = (_CASES / f"{name}.txt").read_text("utf-8").splitlines()
    return [line for line in lines if not line.startswith("#")]


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("De heer Jan Jansen vroeg hierom.", ("De heer Jan Jansen",)),
        ("De heer Bakker vroeg hierom.", ("De heer Bakker",)),
        ("Mevrouw De Wit vroeg hierom.", ("Mevrouw De Wit",)),
        ("De raad zegt nee, aldus De Raad.", ()),
        ("Volgens De Ouderraad kan dit.", ()),
        ("Piet vraagt wie er belt.", ("Piet",)),
        ("Jan de Wit vindt dit te laat.", ("Jan de Wit",)),
        ("Iedereen vindt dit te laat.", ()),
        ("De heerlijkheid Bakker.", ()),
    ],
)
def test_who_is_named(text: str, named: tuple[str, ...]) -> None:
    assert spoken_names(text) == named


@pytest.mark.parametrize("line", _lines("said"))
def test_a_full_name_that_no_list_has_is_told(line: str) -> None:
    said, _, name = (part.strip() for part in line.partition("|"))
    assert any(name in found for found in spoken_names(said)), spoken_names(said)


@pytest.mark.parametrize("line", _lines("others"))
def test_a_school_a_product_or_a_place_is_no_person(line: str) -> None:
    assert spoken_names(line) == ()


def test_who_was_there_is_known_by_a_part_of_the_name() -> None:
    known = present("Aanwezig: Karel Smit (voorzitter), Jelka de Wit en Ab Roos\nAfwezig: mw. Bos")
    assert known == ("Karel Smit", "Jelka de Wit", "Ab Roos", "mw. Bos")
    told = {
        "Jelka zoekt dit uit.": ("Jelka",),
        "Dit vroeg De Wit.": ("De Wit",),
        "Volgens Smit kan dit niet.": ("Smit",),
        "Dat wil Ab niet.": ("Ab",),
        "Roos in de tuin mag niet.": (),
        "De Witte vlag is van de school.": (),
    }
    assert {said: spoken_names(said, known) for said in told} == told
    assert spoken_names("Jelka zoekt dit uit.") == ()
