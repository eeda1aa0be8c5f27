"""Persons in the names of councils, boards and files; schools that are called after people."""

from __future__ import annotations

import pytest

from protocolkit.text.named_bodies import is_lone_person, persons_in_body, persons_in_file

_BODIES = """MR De Wit-school|GMR Van Houten|MR Prinses Beatrixschool|deelraad De Jonge Akkers
MR Jan Ligthart|MR J.P. Coen|MR P.C. Hooftschool|MR Dr. Nelle Academie|MR Prof. Lorentz
GMR Stichting Willem van Oranje|MR Annie M.G. Schmidt|GMR G.K. van Hogendorp|MR Meester Kremer
Medezeggenschapsraad Prins Bernhard|Deelraad Van Dijk|Bestuur Stichting Jan van Brabant|CvB|Directie
Anne Frankschool|obs Jan Ligthart|De Wit|P.C. Hooftschool|MR Sint Jan|MR De Heer van Zuylen
O.B.S. De Ark|R.K.B.S. De Ark|C.v.B. De Brug|MR I.K.C. De Boot|Stichting O.P.O. Noord
MR Anne Frank|MR Juf Roos|Mr. Van Eysingaschool|MR obs Jan de Bakker|Bevoegd gezag Anna van Rijn
voorzitter College van Bestuur
Directeur-bestuurder|Platform Jan Steen|Raad van Toezicht|MR St. Jan de Doper|Ouders Noord"""
_PERSONS = """mevrouw J. Jansen|P. de Wit, voorzitter CvB|P. de Wit|J. Jansen|Jan de Vries|Mw. Smit
dhr. De Boer|MR (mevrouw Jansen)|GMR De Brug, P. de Wit|voorzitter GMR: Jan de Vries|mr. J. de Wit
A.B. Jansen namens MR|MR De Linde t.a.v. mevrouw De Boer|Piet Bakker, MR De Linde|j.jansen@school.nl
MR De Linde - J. Jansen|MR Jan de Vries|GMR t.a.v. Piet de Vries|MR tav Piet de Vries
GMR ter attentie van Karin Bakker|Medezeggenschapsraad Karin Bakker|MR J. de Vries|Deelraad P. Bos
Oudergeleding Kees Bos|M.R. Jan de Vries|groeps-MR Jan de Vries|GMR De Brug via Karin Bakker
mr jan de vries|Directeur P. de Wit|College van bestuur (P. de Wit)|de heer Pietersen"""


def _listed(names: str) -> list[str]:
    return names.replace("\n", "|").split("|")


def test_bodies_that_are_called_after_people_name_nobody() -> None:
    assert {body: found for body in _listed(_BODIES) if (found := persons_in_body(body))} == {}


def test_who_stands_in_for_a_body_is_named() -> None:
    assert [body for body in _listed(_PERSONS) if not persons_in_body(body)] == []


def test_names_of_the_organisation_itself_are_no_persons() -> None:
    assert persons_in_body("Jan de Vries") == ("Jan de Vries",)
    assert persons_in_body("Jan de Vries", known=("Jan de Vries",)) == ()
    assert persons_in_body("mevrouw De Vries", known=("De Vries",))
    for school in ("Jan de Bakker", "obs Jan de Bakker", "OBS JAN DE BAKKER"):
        assert persons_in_body("MR Jan de Bakker", known=(school,)) == (), school


def test_two_words_alone_may_be_a_person() -> None:
    assert is_lone_person("Xandor Hoekstra")
    assert not is_lone_person("MR Xandor Hoekstra")


@pytest.mark.parametrize(
    ("file", "named"),
    [
        ("brief van mevrouw J. Jansen", ("mevrouw J. Jansen",)),
        ("scan_mevrouw_jansen", ("mevrouw jansen",)),
        ("brief-Jan-de-Vries", ("Jan de Vries",)),
        ("MR De Linde brief van J. de Wit", ("J. de Wit",)),
        ("brief-jan-jansen", ("Jan Jansen",)),
        ("brief_karin_van_der_berg", ("Karin van der Berg",)),
        ("notulen-jan-feb", ()),
        ("brief-bas-de-school", ()),
        ("notulen MR Jan de Bakker", ()),
        ("notulen-MR-Annie-M.G.-Schmidt", ()),
        ("Besluit GMR De Brug 2026-03-10", ()),
        ("6-besluit-van-de-raad", ()),
        ("brief O.B.S. De Ark", ()),
    ],
)
def test_persons_in_the_name_of_a_file(file: str, named: tuple[str, ...]) -> None:
    assert persons_in_file(file) == named
