"""A text of which every school is no more holds nowhere, and every reader says so."""

from __future__ import annotations

from pathlib import Path

import pytest

from decided import TEXT, Desk
from protocolkit.base.messages import translator
from protocolkit.decisions.decision_standing import standings
from protocolkit.document.approvals import Decision
from protocolkit.document.cover import make_cover
from protocolkit.document.cover_words import cover_words
from protocolkit.document.facts import Status
from told_everywhere import told
from typed import typed

_SCHOOLS = ("obs A", "obs B")
_HERE = "applies_to: [obs A, obs B]"
_ENDED = """ended_schools:
  - {name: obs A, date: 2026-05-01}
  - {name: obs B, date: 2026-05-01}"""
_STATUS = "vastgesteld voor scholen die niet meer bestaan"
_NOWHERE = "geldt nergens meer: alle scholen ervan bestaan niet meer"


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path, TEXT.replace("  status:", f"  {_HERE}\n  status:"))


def _adopt(desk: Desk) -> None:
    for school in _SCHOOLS:
        desk.ask(f"MR {school}", schools=(school,))
        desk.decide(Decision.GRANTED, f"MR {school}")
    desk.adopt(schools=_SCHOOLS)


def test_it_was_adopted_and_holds_nowhere(desk: Desk) -> None:
    _adopt(desk)
    desk.edit(_HERE, f"applies_to: []\n  {_ENDED}")
    found = told(desk)
    assert found.status == found.value["status"] == _STATUS
    assert found.value["in_force"] == []
    assert found.history["vastgesteld-2026-03-24"] == _NOWHERE
    assert not any("0 scholen" in said for said in found.notices)
    adoption = standings(desk.protocol)[-1]
    assert (adoption.holds, "is no more" in str(adoption.why)) == (False, True)
    cover = make_cover(desk.protocol, translator())
    assert cover.mark == "VASTGESTELD VOOR SCHOLEN DIE NIET MEER BESTAAN – geldt nergens meer"
    assert cover.standing.startswith("Protocol van De Brug, vastgesteld op 24 maart 2026 voor")
    assert cover.approvals[-1].outcome == "vastgesteld"


def test_one_school_that_is_still_there_has_it_still(desk: Desk) -> None:
    _adopt(desk)
    desk.edit(_HERE, "applies_to: [obs B]\n  ended_schools: [{name: obs A, date: 2026-05-01}]")
    found = told(desk)
    assert found.status == "vastgesteld"
    assert [one["schools"] for one in found.value["in_force"]] == [["obs B"]]


def test_a_school_that_came_after_has_it_not(desk: Desk) -> None:
    _adopt(desk)
    desk.edit(_HERE, f"applies_to: [obs C]\n  {_ENDED}")
    assert told(desk).status == _STATUS


def test_edited_it_is_another_text_than_was_adopted(desk: Desk) -> None:
    _adopt(desk)
    desk.edit(_HERE, f"applies_to: []\n  {_ENDED}")
    desk.edit("een week", "twee weken")
    found = told(desk)
    assert found.status == "gewijzigd na vaststelling"
    assert found.history["vastgesteld-2026-03-24"] == _NOWHERE
    assert not any(said.startswith("Wat nu geldt") for said in found.notices)


def test_a_new_text_beside_it_is_on_its_way(desk: Desk) -> None:
    _adopt(desk)
    desk.edit(_HERE, f"applies_to: [obs C]\n  {_ENDED}")
    desk.edit("een week", "twee weken")
    desk.ask("MR obs C", schools=("obs C",), sent="2026-05-10", before="2026-06-20")
    found = told(desk)
    assert found.status == "voorgelegd aan de (G)MR"
    cover = make_cover(desk.protocol, translator())
    assert [line.body for line in cover.approvals] == ["MR obs C"]


def test_its_mark_is_known_again() -> None:
    mark = "VASTGESTELD VOOR SCHOLEN DIE NIET MEER BESTAAN – geldt nergens meer"
    assert cover_words("nl").marks[mark] is Status.ADOPTED


@pytest.mark.parametrize(
    ("named", "ended"),
    [
        ("[]", ("obs A", "obs B")),
        ("[obs A]", ("obs B",)),
        ("[obs A, obs B]", ("obs B",)),
    ],
)
def test_a_school_is_there_until_its_day_has_come(
    desk: Desk, named: str, ended: tuple[str, ...]
) -> None:
    _adopt(desk)
    before = told(desk)
    days = ", ".join(f"{{name: {one}, date: 2999-08-01}}" for one in ended)
    desk.edit(_HERE, f"applies_to: {named}\n  ended_schools: [{days}]")
    found = told(desk)
    assert (found.status, found.history) == (before.status, before.history)
    assert (found.schools, found.checked) == (before.schools, before.checked)
    assert found.notices == (before.notices if named != "[]" else ())
    assert found.value["in_force"][0]["version"] == before.value["in_force"][0]["version"]


def test_on_a_day_before_its_end_it_was_there(desk: Desk) -> None:
    _adopt(desk)
    desk.edit(_HERE, f"applies_to: []\n  {_ENDED}")
    name = desk.path.relative_to(desk.root).as_posix()

    def said(day: str) -> str:
        return typed("status", name, "--date", day, cwd=desk.root).stdout

    assert "Status: vastgesteld. " in said("2026-04-30")
    assert "Bestaat niet meer" not in said("2026-04-30")
    assert f"Status: {_STATUS}. " in said("2026-05-01")


def test_of_some_schools_one_counted_until_its_end(desk: Desk) -> None:
    _adopt(desk)
    desk.edit(_HERE, "applies_to: [obs A]\n  ended_schools: [{name: obs B, date: 2026-05-01}]")
    desk.edit("date: 2026-05-01}", "date: 2026-05-01}, {name: obs B, date: 2999-05-01}")
    assert "Bestaat niet meer sinds 1 mei 2026: obs B." in " ".join(told(desk).notices)
