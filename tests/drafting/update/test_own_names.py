"""Which names an organisation fills in itself."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

from protocolkit.document.facts import Organisation, OrganisationKind
from protocolkit.drafting.update.findings import own_names


def _names(kind: OrganisationKind, *schools: str, parent: str = "") -> dict[str, str]:
    organisation = Organisation(name="De Brug", kind=kind, parent=parent)
    facts = SimpleNamespace(organisation=organisation, applies_to=schools)
    protocol: Any = SimpleNamespace(facts=facts)
    return own_names(protocol)


def test_a_school_is_itself_and_its_board_is_the_one_that_it_belongs_to() -> None:
    school, board = OrganisationKind.SCHOOL, OrganisationKind.BOARD
    assert _names(school, parent="Linde") == {"bestuur": "Linde", "school": "De Brug"}
    assert _names(school) == {"school": "De Brug"}
    assert _names(board) == {"bestuur": "De Brug"}
    assert _names(board, "Noord") == {"bestuur": "De Brug", "school": "Noord"}
    assert _names(board, "Noord", "Zuid") == {"bestuur": "De Brug"}
