"""Random walks: after each act every reader says the same, and what a small model says.

``PROTOCOL_WALKS=2000`` walks as many, ``PROTOCOL_WALKS=40:41`` that seed alone; ``PROTOCOL_ACTS``
is how many acts each has.
"""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from examples import drawn
from protocolkit.checking.check import check_collection
from protocolkit.collection import read_collection
from protocolkit.document.approvals import Approval, Decision, Right
from told_everywhere import Told, told
from typed import typed
from walks import (
    IN_FAVOUR,
    NOTHING_DECIDED,
    Walk,
    codes_of,
    concerns,
    in_force,
    is_adopted,
    still_waiting,
    surely_holding,
)
from wider_walks import WiderWalk

_ACTS = int(os.environ.get("PROTOCOL_ACTS", "8"))
_ADOPTED = ("vastgesteld", "in werking")
_COUNT = re.compile(r"Vastgesteld voor (\d+) van (\d+) scholen")
_PAGES = re.compile(r"nog moet komen: (\d+)")
_LIES = "Een andere tekst dan deze ligt voor bij: "
_SECTIONS = {"ouders", "personeel"}
_NEVER = ("frozen-", "decided-version-", "correction-", "status-typed", "decision-unfit")


def _seeds() -> Sequence[int]:
    asked = os.environ.get("PROTOCOL_WALKS")
    if asked is None:
        return drawn(range(30), 6)
    first, _, end = asked.rpartition(":")
    return range(int(first or 0), int(end))


@pytest.mark.drawn
@pytest.mark.parametrize("seed", _seeds())
def test_every_reader_says_the_same_on_a_random_walk(tmp_path: Path, seed: int) -> None:
    _walk_on(Walk(tmp_path, seed))


@pytest.mark.drawn
@pytest.mark.parametrize("seed", _seeds())
def test_schools_come_and_go_on_a_random_walk(tmp_path: Path, seed: int) -> None:
    _walk_on(WiderWalk(tmp_path, seed))


def _walk_on(walk: Walk) -> None:
    """Do things, and hold after each of them what every reader says."""
    for _ in range(_ACTS):
        if walk.step():
            try:
                _hold(walk)
            except AssertionError as reason:
                raise AssertionError("\n".join((*walk.log, str(reason)))) from reason


def _hold(walk: Walk) -> None:
    """Hold what every reader says now to each other, and to the model."""
    found = told(walk.desk)
    value = found.value
    meant = walk.schools
    adopted = (school for one in walk.entries if is_adopted(one) for school in one.schools)
    every = [o for o in dict.fromkeys((*meant, *adopted)) if o not in walk.ended]
    held = {school: in_force(walk.entries, school) for school in every}
    here = [one for one, by in held.items() if by is not None and walk.code in codes_of(by)]
    _hold_in_force(walk, value, held)
    _hold_shown(walk, found, value, here)
    _hold_schools(found, held, here)
    _hold_decisions(walk, value, here)
    _hold_consent(walk, value)
    _hold_checks(walk, found, here)
    _hold_waiting(walk, found, here)
    _hold_informed(walk, found)
    _hold_sections(walk, found)


def _hold_in_force(walk: Walk, value: dict[str, Any], held: dict[str, Approval | None]) -> None:
    """One text is in force at each school, or none: that of the last adoption there."""
    holding = value["in_force"]
    assert isinstance(holding, list)
    for school, by in held.items():
        own = [one for one in holding if not one["schools"] or school in one["schools"]]
        assert len(own) == (by is not None), (school, holding)
        for one in own:
            is_this = by is not None and walk.code in codes_of(by)
            assert one["is_this_text"] == is_this, (school, holding)


def _hold_shown(walk: Walk, found: Told, value: dict[str, Any], here: list[str]) -> None:
    """The text is called adopted where it is in force, and is counted so."""
    assert (found.status in _ADOPTED) == bool(here), (found.status, here)
    gone = [one for one in here if one not in walk.schools]
    here = [one for one in here if one in walk.schools]
    assert any("noemt" in o and "niet meer. Zij is daar" in o for o in found.notices) == bool(gone)
    adopted = value["adopted"]
    if isinstance(adopted, dict):
        assert sorted(adopted["schools"]) == sorted(here)
        assert {*adopted["schools"], *adopted["still"]} == {*walk.schools}
    else:
        assert len(here) in {0, len(walk.schools)}, here
    counted = [m for said in found.notices if (m := _COUNT.match(said))]
    is_partly = 0 < len(here) < len(walk.schools)
    assert [one.groups() for one in counted] == [
        (str(len(here)), str(len(walk.schools)))
    ] * is_partly


def _hold_schools(found: Told, held: dict[str, Approval | None], here: list[str]) -> None:
    """The page of a school calls the text adopted where it is in force there, and only there."""
    assert not found.schools or {*found.schools} == {*held}  # a text for one names none
    for school, said in found.schools.items():
        assert (said in _ADOPTED) == (school in here), (school, said)
        if "geen tekst" in said:
            assert held[school] is None, (school, said)


def _hold_decisions(walk: Walk, value: dict[str, Any], here: list[str]) -> None:
    """What holds is about this text, and what is surely about it holds."""
    rows = value["decisions"]
    assert isinstance(rows, list)
    assert len(rows) == len(walk.entries)
    for row, entry in zip(rows, walk.entries, strict=True):
        if row["holds"]:
            assert walk.code in codes_of(entry), row
            assert entry.decision not in NOTHING_DECIDED, row
    for at in surely_holding(walk.entries, walk.code):
        assert rows[at]["holds"], rows[at]
    for school in here:
        adoptions = (
            row["holds"]
            for row, one in zip(rows, walk.entries, strict=True)
            if is_adopted(one) and concerns(one, school)
        )
        assert any(adoptions), school


def _hold_consent(walk: Walk, value: dict[str, Any]) -> None:
    """A school agreed when somebody consented for it to this text, and nobody refused since."""
    schools = value["schools"]
    if not isinstance(schools, dict):
        return
    assert {*schools["agreed"], *schools["still"]} == {*walk.schools}
    asked = [one for one in walk.entries if one.right.value == "instemming"]
    for school in schools["agreed"]:
        own = [o for o in asked if concerns(o, school) and walk.code in codes_of(o)]
        assert any(one.decision in IN_FAVOUR for one in own), school
        last = {(one.body, one.section): one for one in own}
        refused = [o for o in last.values() if o.decision is Decision.WITHHELD]
        assert not refused, (school, refused)


def _hold_checks(walk: Walk, found: Told, here: list[str]) -> None:
    """What check finds is so, and nothing that nobody did."""
    assert not [one for one in found.checked if one.startswith(_NEVER)], found.checked
    adopted = [one for one in walk.entries if is_adopted(one)]
    was_adopted = any(walk.code in codes_of(one) for one in adopted)
    is_decided = walk.protocol.facts.status.value in _ADOPTED
    is_changed = bool(adopted) and not was_adopted and is_decided
    assert (found.status == "gewijzigd na vaststelling") == is_changed
    if is_changed:
        assert "changed-after-decision" in found.checked
    is_back = was_adopted and not here and is_decided
    assert ("put-back-unadopted" in found.checked) == is_back, found.checked
    decided = [o for o in walk.entries if o.fingerprint and o.decision not in NOTHING_DECIDED]
    if all(walk.code in codes_of(one) for one in decided):
        assert "changed-after-decision" not in found.checked
        assert "adopted-other-text" not in found.checked


def _named(one: Approval) -> str:
    return f"{one.body} ({one.section})" if one.section else one.body


def _hold_waiting(walk: Walk, found: Told, here: list[str]) -> None:
    """What lies before a council has its form, its row and its last day, whatever text stands."""
    waiting = still_waiting(walk.entries, walk.code)
    paper = walk.desk.root.parent / f"{walk.desk.root.name}.docx"
    name = walk.desk.path.relative_to(walk.desk.root).as_posix()
    made = typed("form", name, "-o", str(paper), "--force", cwd=walk.desk.root)
    pages = _PAGES.search(made.stderr)
    assert int(pages[1] if pages else 0) == len(waiting), (waiting, made.stderr)
    asked = [one for one in waiting if one.right is not Right.PROPOSAL]
    late = check_collection(read_collection(walk.desk.root), "2099-01-01")
    silent = [one for one in late if one.code.name == "council-silent"]
    assert len(silent) == len(asked), (asked, late)
    other = [one for one in asked if walk.code not in codes_of(one)]
    for one in other:
        words = f"{_named(one)}, "
        lines = [line for line in found.said.splitlines() if words in line]
        assert any("over een andere tekst" in line for line in lines), (one, found.said)
    if not here:
        assert any(one.startswith(_LIES) for one in found.notices) == bool(other), other
    if not here or {*here} >= {*walk.schools}:
        every = [one for one in waiting if walk.code not in codes_of(one)]
        # of schools that the text is not meant for it may be told, and need not
        least = [o for o in every if not o.schools or {*o.schools} & {*walk.schools}]
        count = found.checked.count("changed-after-submission")
        assert len(least) <= count <= len(every), (every, found)


def _hold_informed(walk: Walk, found: Told) -> None:
    """Who was informed is told to have got this text, or another one."""
    for one, row in zip(walk.entries, found.value["decisions"], strict=True):
        if one.right is not Right.INFORMATION or not row["shown"]:
            continue
        is_other = walk.code not in codes_of(one)
        words = "een andere tekst ter kennisneming" if is_other else "ter kennisneming"
        assert f"{_named(one)}, {words} gestuurd" in found.said, (one, found.said)


def _hold_sections(walk: Walk, found: Told) -> None:
    """A section that got nothing of this text, while another one did, is told."""
    passed, is_sure = False, True
    for body in {one.body for one in walk.entries if one.section}:
        own = [one for one in walk.entries if one.body == body and one.sent]
        got = [one for one in own if walk.code in codes_of(one)]
        is_sure &= {one.section for one in got} >= _SECTIONS
        is_asked = any(one.right in (Right.CONSENT, Right.ADVICE) for one in got if one.section)
        missing = _SECTIONS - {one.section for one in got}
        asked = {one.section for one in own if one.right is not Right.INFORMATION}
        is_whole = "" in {one.section for one in own} or any(one.ended.date for one in own)
        is_whole |= body in {one.ended.into for one in walk.entries}
        passed |= is_asked and bool(missing - asked) and not is_whole
    is_going = walk.protocol.facts.status.value in ("voorgelegd", *_ADOPTED)
    if passed and is_going and found.status != "vervangen":
        assert "section-passed-over" in found.checked
    if is_sure:
        assert "section-passed-over" not in found.checked
