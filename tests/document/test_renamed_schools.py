"""A school that was renamed has one name, the last, in all that was recorded of it."""

from __future__ import annotations

import pytest

from protocolkit.document.approvals import Approval, Right
from protocolkit.document.facts import Facts, Organisation, RenamedSchool
from protocolkit.document.renamed_schools import with_new_names


def _facts(*renamed: RenamedSchool) -> Facts:
    return Facts(
        organisation=Organisation(name="De Brug"),
        applies_to=("Oost", "West", "Noord"),
        approvals=(Approval(body="MR", right=Right.CONSENT, schools=("oost", "Noord")),),
        renamed_schools=renamed,
    )


def _renamed(formerly: str, name: str) -> RenamedSchool:
    return RenamedSchool(formerly=formerly, name=name)


@pytest.mark.parametrize("incomplete", [(), (_renamed("", "Zuid"),), (_renamed("Oost", ""),)])
def test_without_two_names_nothing_is_another(incomplete: tuple[RenamedSchool, ...]) -> None:
    facts = _facts(*incomplete)
    assert with_new_names(facts) is facts


def test_a_new_name_stands_in_every_list_of_schools() -> None:
    found = with_new_names(_facts(_renamed("Oost", "Zuid")))
    assert found.applies_to == ("Zuid", "West", "Noord")
    assert found.approvals[0].schools == ("Zuid", "Noord")
    assert with_new_names(_facts(), [_renamed("OOST", "Zuid")]).applies_to == found.applies_to


def test_two_schools_that_became_one_are_named_once() -> None:
    found = with_new_names(_facts(_renamed("Oost", "West")))
    assert found.applies_to == ("West", "Noord")


def test_of_several_names_the_last_holds_and_a_ring_of_names_ends() -> None:
    twice = _facts(_renamed("Oost", "Zuid"), _renamed("Zuid", "Midden"))
    assert with_new_names(twice).applies_to == ("Midden", "West", "Noord")
    ring = _facts(_renamed("Oost", "Zuid"), _renamed("Zuid", "Oost"))
    assert with_new_names(ring).applies_to == ("Zuid", "West", "Noord")
