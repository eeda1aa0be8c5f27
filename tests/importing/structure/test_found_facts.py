"""The facts of an import: what the text says, what a person said, and what nobody did."""

from __future__ import annotations

import pytest

from protocolkit.document.facts import OrganisationKind, Status
from protocolkit.importing.structure.found_facts import UNNAMED, Wishes, make_facts
from protocolkit.importing.structure.stated_decisions import (
    StatedFacts,
    find_facts,
    is_school_name,
)

_TEXT = "Protocol bellen\nStichting De Brug stelt regels.\n"


def test_what_the_text_says_is_not_supplied() -> None:
    facts = make_facts(
        _TEXT, StatedFacts(dated="2020"), "Protocol bellen", Wishes(subject="bellen")
    )
    assert (facts.organisation.name, facts.dated) == ("Stichting De Brug", "2020")
    assert facts.supplied == ("organisation.kind",)
    assert not facts.title_supplied


def test_what_a_person_says_wins_and_is_supplied() -> None:
    wishes = Wishes(subject="sociale-media", organisation="obs De Wal", slug="wal")
    facts = make_facts(_TEXT, StatedFacts(status=Status.ADOPTED), "", wishes)
    assert facts.organisation.name == "obs De Wal"
    assert facts.organisation.kind is OrganisationKind.SCHOOL
    assert (facts.title, facts.title_supplied) == ("Protocol sociale media", True)
    assert facts.supplied == ("title", "organisation.name", "organisation.kind")
    assert facts.source.file == "bron/wal.txt"


def test_the_short_name_that_the_text_has_is_an_alias() -> None:
    text = f"{_TEXT}Bij De Brug mag dat niet.\n"
    facts = make_facts(text, StatedFacts(), "Protocol bellen", Wishes(subject="bellen"))
    assert facts.organisation.aliases == ("De Brug",)
    known = make_facts(_TEXT, StatedFacts(), "Protocol bellen", Wishes(subject="bellen"))
    assert known.organisation.aliases == ()


def test_a_text_that_names_nobody_is_nobodys() -> None:
    facts = make_facts("Regels.\n", StatedFacts(), "Regels", Wishes())
    assert facts.organisation.name == UNNAMED
    assert "organisation.name" in facts.supplied


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("Ingangsdatum: schooljaar 2015-2016", "2015"),
        ("m.i.v. schooljaar 2008-2009", "2008"),
        ("Pestprotocol schooljaar 2021/22", "2021"),
        ("In schooljaar 2015-2016 gaat dit in. Daarna niet meer.", ""),
    ],
)
def test_a_school_year_is_a_date(text: str, year: str) -> None:
    assert find_facts(["Pestprotocol", text]).dated == year


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("Basisschool De Regenboog", True),
        ("obs De Brug", True),
        ("Vechtdal College", True),
        ("Gedragscode", False),
        ("Basisschool De Regenboog heeft een protocol.", False),
    ],
)
def test_the_name_of_a_school_stands_alone(text: str, *, is_one: bool) -> None:
    assert is_school_name(text) is is_one
