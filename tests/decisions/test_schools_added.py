"""A school that comes later: of what was decided before, nothing was decided for it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from decided import TEXT, TODAY, Desk
from protocolkit.base.messages import translator
from protocolkit.checking.check import check_collection
from protocolkit.collection import read_collection
from protocolkit.document.adoptions import holdings
from protocolkit.document.agreed_schools import adopted_schools, agreed_schools
from protocolkit.document.approvals import Decision
from protocolkit.document.at_school import at_school, is_adopted_at
from protocolkit.document.cover import make_cover
from told_everywhere import told
from typed import typed

_NEW = "obs De Nieuw"


def _desk(root: Path, schools: str = "obs A, obs B") -> Desk:
    return Desk(root, TEXT.replace("  status:", f"  applies_to: [{schools}]\n  status:"))


def _later(desk: Desk) -> None:
    desk.edit("applies_to: [", f"applies_to: [{_NEW}, ")


@pytest.mark.parametrize(
    ("schools", "body"), [("obs A, obs B", "GMR De Brug"), ("obs A", "MR obs A")]
)
@pytest.mark.parametrize("is_older", [False, True])
def test_a_school_that_comes_later_is_told(
    tmp_path: Path, schools: str, body: str, is_older: bool
) -> None:
    desk = _desk(tmp_path, schools)
    desk.ask(body)
    desk.decide(Decision.GRANTED, body)
    desk.adopt()
    if is_older:
        lines = desk.path.read_text("utf-8").split("\n")
        lines = [one for one in lines if not one.strip().startswith(("schools:", "- obs"))]
        desk.path.write_text("\n".join(lines), "utf-8")
    before = desk.notices()
    assert not any("Nog niet voor" in one for one in before)
    assert not any(code.startswith("school-") for code in desk.checked())
    _later(desk)
    protocol = read_collection(tmp_path).protocols[0]
    assert not is_adopted_at(protocol, _NEW)
    assert is_adopted_at(protocol, "obs A")
    found = adopted_schools(protocol)
    assert found is not None
    assert found.still == (_NEW,)
    assert [set(one.schools) for one in holdings(protocol.facts)] == [set(schools.split(", "))]
    told = make_cover(protocol, translator()).decided
    assert any(f"Nog niet voor: {_NEW}" in one for one in told), told
    assert make_cover(at_school(protocol, _NEW), translator()).status != "vastgesteld"
    codes = [one.code.name for one in check_collection(read_collection(tmp_path), TODAY)]
    assert "school-passed-over" in codes
    file = "protocols/pesten/de-brug.md"
    assert f"Nog niet voor: {_NEW}" in typed("status", file, cwd=tmp_path).stdout
    done = typed("status", file, "--format", "json", cwd=tmp_path)
    value = json.loads(done.stdout)["protocols"][0]
    assert value["adopted"]["still"] == [_NEW]
    assert value["in_force"][0]["schools"]
    again = body if body.startswith("GMR") else "MR De Nieuw"
    desk.ask(again, schools=() if again == body else (_NEW,))
    desk.decide(Decision.GRANTED, again, day="2026-04-01")
    desk.adopt("2026-04-02")
    assert desk.protocol.facts.approvals[-1].schools == (_NEW,)
    assert adopted_schools(desk.protocol).still == ()  # type: ignore[union-attr]
    assert "school-passed-over" not in desk.checked()


def test_a_council_that_is_asked_for_one_school_keeps_what_it_said_of_others(
    tmp_path: Path,
) -> None:
    desk = _desk(tmp_path)
    desk.ask("GMR De Brug")
    desk.decide(Decision.GRANTED, "GMR De Brug")
    desk.adopt()
    _later(desk)
    desk.ask("GMR De Brug", schools=(_NEW,), sent="2026-04-01", before="2026-05-01")
    assert desk.holds() == [True, True, False]
    found = agreed_schools(desk.protocol)
    assert found is not None
    assert (found.agreed, found.still) == (("obs A", "obs B"), (_NEW,))
    desk.decide(Decision.WITHHELD, "GMR De Brug", day="2026-04-10")
    assert f"Instemming is niet gegeven voor: {_NEW}." in desk.notices()
    desk.ask("GMR De Brug", schools=(_NEW,), sent="2026-04-20", before="2026-05-20")
    desk.decide(Decision.GRANTED, "GMR De Brug", day="2026-05-01")
    assert agreed_schools(desk.protocol).still == ()  # type: ignore[union-attr]
    desk.adopt("2026-05-02")
    assert "Instemming is niet gegeven" not in " ".join(desk.notices())


def test_two_open_questions_to_one_council_are_told_apart_by_their_schools(
    tmp_path: Path,
) -> None:
    desk = _desk(tmp_path)
    for school in ("obs A", "obs B"):
        desk.ask("GMR De Brug", schools=(school,))
    assert desk.refused(lambda: desk.decide(Decision.GRANTED, "GMR De Brug")) == "several-asked"
    act = lambda: desk.decide(Decision.GRANTED, "GMR De Brug", schools=(_NEW,))  # noqa: E731
    assert desk.refused(act) == "schools-unasked"
    desk.decide(Decision.GRANTED, "GMR De Brug", schools=("OBS a",))
    desk.decide(Decision.WITHHELD, "GMR De Brug")
    made = [one.decision for one in desk.protocol.facts.approvals]
    assert made == [Decision.GRANTED, Decision.WITHHELD]


def test_a_school_that_goes_is_counted_nowhere_and_told(tmp_path: Path) -> None:
    desk = _desk(tmp_path, "obs A, obs B, obs C")
    desk.ask("GMR De Brug")
    desk.decide(Decision.GRANTED, "GMR De Brug")
    desk.adopt()
    desk.edit("obs A, obs B, obs C]", "obs A, obs B]")
    gone = "Deze tekst is niet meer bedoeld voor: obs C."
    assert any(one.startswith(gone) for one in desk.notices())
    assert not any("Nog niet voor" in one for one in desk.notices())
    desk.edit("een week", "twee weken")
    desk.ask("GMR De Brug", sent="2026-04-01", before="2026-05-01")
    desk.decide(Decision.GRANTED, "GMR De Brug", day="2026-04-10")
    desk.adopt("2026-04-20")
    found = told(desk)
    assert found.status == "vastgesteld"
    assert sorted(found.schools) == ["obs A", "obs B"]
    assert not any("2 van 3" in one or "Nog niet voor" in one for one in found.notices)
