"""What an organisation's name tells, and the sectors, in one list each."""

from __future__ import annotations

import pytest

from protocolkit.base.messages import translator
from protocolkit.checking.placeholders import PLACEHOLDER, check_placeholders
from protocolkit.document.facts import OrganisationKind
from protocolkit.document.organisations import (
    BOARD_WORDS,
    SECTOR_CODES,
    education_of,
    kind_of_name,
    sector_name,
    short_organisation,
)
from protocolkit.importing.structure.stated_decisions import guess_organisation
from protocolkit.norms.norm import Party
from protocolkit.norms.parties import party_of
from protocolkit.reading.reader import read_protocol_text
from protocolkit.relations.sameness import neutral_form


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("obs De Ark", OrganisationKind.SCHOOL),
        ("Basisschool De Ark", OrganisationKind.SCHOOL),
        ("Griftland College", OrganisationKind.SCHOOL),
        ("School met de Bijbel", OrganisationKind.SCHOOL),
        ("rkbs  De Ark", OrganisationKind.SCHOOL),
        ("O.B.S. De Ark", OrganisationKind.SCHOOL),
        ("De Regenboogschool", OrganisationKind.SCHOOL),
        ("Montessorischool De Ark", OrganisationKind.SCHOOL),
        ("Het Griftland College Soest", OrganisationKind.SCHOOL),
        ("College van Bestuur De Ark", OrganisationKind.BOARD),
        ("Schoolbestuur De Ark", OrganisationKind.BOARD),
        ("Collegeweg", OrganisationKind.BOARD),
        ("Stichting Griftland College", OrganisationKind.BOARD),
        ("scholengroep De Waarden", OrganisationKind.BOARD),
        ("CVO Baarn/Soest", OrganisationKind.BOARD),
    ],
)
def test_a_name_tells_whether_it_is_a_school(name: str, kind: OrganisationKind) -> None:
    assert kind_of_name(name) is kind


def test_a_name_is_filed_without_its_legal_form() -> None:
    found = [short_organisation(name) for name in ("Stichting De Brug", "De Brug", "vereniging X")]
    assert found == ["De Brug", "De Brug", "X"]
    assert short_organisation("Stichting ") == "Stichting "


@pytest.mark.parametrize("form", BOARD_WORDS)
def test_a_legal_form_counts_wherever_one_does(form: str) -> None:
    assert party_of(form) is Party.SCHOOL
    assert guess_organisation(f"Dit protocol is van {form} De Brug.") == f"{form.title()} De Brug"
    assert neutral_form(f"[naam {form}] belt") == neutral_form("[naam school] belt")
    assert neutral_form(f"De Brug {form} belt", ("De Brug",)) == neutral_form("[school] belt")
    text = f"# Regels\n\n{{#a}}\nWij bellen niet met <{form} of school>.\n"
    found = check_placeholders(read_protocol_text(text).protocol)
    assert [problem.code for problem in found] == [PLACEHOLDER]


def test_a_sector_is_called_so_in_texts_and_for_users() -> None:
    translate = translator("nl")
    assert [sector_name(code, translate) for code in SECTOR_CODES] == [
        education_of(code) for code in SECTOR_CODES
    ]
    assert (sector_name("hbo", translate), education_of("hbo")) == ("hbo", "")
