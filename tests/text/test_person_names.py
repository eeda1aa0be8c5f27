"""What is a name by its form alone: each form, and the words that only look like it."""

from __future__ import annotations

import pytest

from protocolkit.text.person_names import is_person, person_names, with_capitals


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Bel de heer Bakker.", ("de heer Bakker",)),
        ("Op de Dr. Nelle Academie.", ()),
        ("Vraag J.P. van Dam erom.", ("J.P. van Dam",)),
        ("Vraag de P.O. Raad erom.", ()),
        ("Vraag A.B. Bestuur erom.", ()),
        ("Contact: A. Jansen, tel. 06.", ("A. Jansen",)),
        ("Vraag het aan A. Jansen, als het kan.", ("A. Jansen",)),
        ("Zie bijlage A. Begrippen, hieronder.", ()),
        ("Vraag het aan A. Directie, als het kan.", ()),
        ("Mail jan.jansen@school.nl.", ("jan.jansen",)),
        ("Mail info.zuid@school.nl.", ()),
        ("Mail zuid.info@school.nl.", ()),
        ("De mentor: Xandor Hoekstra.", ("Xandor Hoekstra",)),
        ("De mentor (Xandor Hoekstra) belt.", ("Xandor Hoekstra",)),
        ("De mentor (Team Hoekstra) belt.", ()),
        ("De mentor: Team Hoekstra.", ()),
        ("De heer en mevrouw zijn welkom.", ()),
        ("Juf of meester is er altijd.", ()),
        ("Hij is Meester in de Rechten.", ()),
        ("Van de ouders vragen wij dit.", ()),
        ("De juf van Groep 5 belt.", ()),
        ("Bel de juf van De Ark.", ()),
        ("Vraag de meester. Van de ouders vragen wij dit.", ()),
        ("Zie bijlage A. In de school.", ()),
    ],
)
def test_each_form_of_a_name_and_what_only_looks_like_it(text: str, named: tuple[str, ...]) -> None:
    assert person_names(text) == named


def test_a_name_inside_a_longer_one_is_told_once() -> None:
    """A title with initials is two forms of one name; two names are told in their order."""
    text = "Mevrouw A.B. de Vries, de heer Bos en nog eens mevrouw A.B. de Vries."
    assert person_names(text) == (
        "Mevrouw A.B. de Vries",
        "de heer Bos",
        "mevrouw A.B. de Vries",
    )
    assert person_names("Bel juf Anna of juf Anna.") == ("juf Anna",)


def test_a_first_name_and_a_surname_are_a_person_where_nothing_else_is_expected() -> None:
    assert is_person("Anna  van der Meer")
    assert not is_person("Directeur Bakker")


def test_a_word_without_end_is_looked_through_once() -> None:
    assert person_names(f"{'x' * 1_000_000} mevrouw Bos") == ("mevrouw Bos",)


@pytest.mark.parametrize(
    ("text", "capped"),
    [
        ("brief van jan de vries", "brief van Jan de Vries"),
        ("SASKIA hoekstra en anne-marie van 't hof", "SASKIA Hoekstra en anne-Marie van 't Hof"),
        # a second first name is the surname of the first, and so is not looked at again
        ("jan piet jansen", "Jan Piet jansen"),
        # letters that are two in small letters, or that others write with a dot
        ("İlse bakker, ılse bakker", "İlse Bakker, Ilse Bakker"),
        ("de klas van jan, mei 2026", "de klas van jan, mei 2026"),
        ("jan mei en jan_piet bos", "jan mei en jan_piet bos"),
        ("brief van xandor hoekstra", "brief van xandor hoekstra"),
    ],
)
def test_a_first_name_and_its_surname_get_capitals(text: str, capped: str) -> None:
    assert with_capitals(text) == capped
