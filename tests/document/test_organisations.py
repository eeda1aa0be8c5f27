"""What an organisation's name tells, and the sectors, in one list each."""

from __future__ import annotations

import pytest

from protocolkit.base.messages import translator
from protocolkit.document.facts import OrganisationKind
from protocolkit.document.organisations import (
    SECTOR_CODES,
    education_of,
    kind_of_name,
    sector_name,
    short_organisation,
)


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("obs De Ark", OrganisationKind.SCHOOL),
        ("Basisschool De Ark", OrganisationKind.SCHOOL),
        ("Griftland College", OrganisationKind.SCHOOL),
        ("School met de Bijbel", OrganisationKind.SCHOOL),
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


def test_a_sector_is_called_so_in_texts_and_for_users() -> None:
    translate = translator("nl")
    assert [sector_name(code, translate) for code in SECTOR_CODES] == [
        education_of(code) for code in SECTOR_CODES
    ]
    assert (sector_name("hbo", translate), education_of("hbo")) == ("hbo", "")
