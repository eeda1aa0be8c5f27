"""What there is to tell of a text in force stays told while a later proposal lies beside it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from decided import TEXT, TODAY, Desk
from protocolkit.checking.check import check_collection
from protocolkit.collection import read_collection
from protocolkit.decisions.answering import BoardAnswer, answer
from protocolkit.decisions.decision_standing import standings
from protocolkit.document.approvals import Decision, Right
from told_everywhere import told
from typed import typed

_CHANGED = "is gewijzigd na het besluit van MR"


def _found(desk: Desk) -> list[str]:
    found = check_collection(read_collection(desk.root), TODAY)
    return [one.message(str) for one in found if one.code.name == "adopted-other-text"]


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """Return a text that was adopted in other words than a council consented to."""
    made = Desk(tmp_path)
    made.ask()
    made.decide(Decision.GRANTED)
    made.edit("een week", "twee weken")
    made.adopt()
    return made


def test_that_a_council_decided_on_another_text_stays_told_beside_a_later_proposal(
    desk: Desk,
) -> None:
    before = _found(desk)
    assert len(before) == 1
    desk.edit("naar de mentor", "naar de directeur")
    desk.ask(sent="2026-05-01", before="2026-06-20")
    assert _found(desk) == before
    said = typed("status", cwd=desk.root).stdout
    assert "Over versie vastgesteld-2026-03-24: " in said
    assert _CHANGED in said
    content = json.loads(typed("status", "--format", "json", cwd=desk.root).stdout)
    assert _CHANGED in content["protocols"][0]["in_force"][0]["notices"][0]


def test_a_text_that_was_edited_since_tells_it_once(desk: Desk) -> None:
    desk.edit("naar de mentor", "naar de directeur")
    assert len(_found(desk)) == 1


def test_a_text_that_was_decided_on_as_it_was_adopted_has_nothing_to_tell(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    desk.adopt_with_consent()
    desk.edit("naar de mentor", "naar de directeur")
    desk.ask(sent="2026-05-01", before="2026-06-20")
    assert _found(desk) == []
    assert "Over versie" not in typed("status", cwd=desk.root).stdout


def test_a_text_in_force_that_was_refused_stays_told(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    desk.ask()
    desk.decide(Decision.WITHHELD)
    desk.adopt()
    desk.edit("naar de mentor", "naar de directeur")
    desk.ask(sent="2026-05-01", before="2026-06-20")
    assert "Over versie vastgesteld-2026-03-24: De tekst is vastgesteld, terwijl MR" in " ".join(
        typed("status", cwd=desk.root).stdout.split()
    )


def test_a_text_that_was_edited_since_is_not_called_adopted(tmp_path: Path) -> None:
    desk = Desk(tmp_path, TEXT.replace("  status:", "  applies_to: [obs 1, obs 2]\n  status:"))
    desk.ask("MR 1", schools=("obs 1",))
    desk.ask("MR 2", schools=("obs 2",))
    desk.decide(Decision.GRANTED, "MR 1")
    desk.adopt()
    desk.edit("naar de mentor", "naar de directeur")
    said = " ".join(desk.notices())
    assert "De tekst is vastgesteld;" not in said
    assert "De tekst is vastgesteld;" not in typed("status", cwd=desk.root).stdout


def _codes(desk: Desk) -> list[str]:
    return sorted(code for code in desk.checked() if code != "council-silent")


def test_a_refusal_of_the_text_in_force_stays_in_check(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    desk.ask()
    desk.decide(Decision.WITHHELD)
    desk.adopt()
    assert _codes(desk) == ["status-before-decision"]
    desk.edit("naar de mentor", "naar de directeur")
    desk.ask(sent="2026-05-01", before="2026-06-20")
    assert _codes(desk) == ["adopted-refused"]
    [said] = (
        one.message(str)
        for one in check_collection(read_collection(desk.root), TODAY)
        if one.code.name == "adopted-refused"
    )
    assert "vastgesteld-2026-03-24" in said
    assert "MR" in said


def test_that_a_text_was_adopted_before_an_answer_stays_in_check(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    desk.ask(right=Right.ADVICE)
    desk.decide(Decision.NEGATIVE)
    desk.adopt()
    answer(desk.file, BoardAnswer(body="MR", day="2026-04-20", talked="2026-04-18"), TODAY)
    before = _codes(desk)
    assert before == ["adopted-before-answer", "holds-in-wait"]
    desk.edit("naar de mentor", "naar de directeur")
    desk.ask(right=Right.ADVICE, sent="2026-05-01", before="2026-06-20")
    assert _codes(desk) == before


def test_an_earlier_adoption_that_holds_at_a_school_says_so_after_an_edit(tmp_path: Path) -> None:
    desk = Desk(tmp_path, TEXT.replace("  status:", "  applies_to: [obs 1, obs 2]\n  status:"))
    desk.adopt()
    desk.edit("naar de mentor", "naar de directeur")
    desk.adopt("2026-04-24", schools=("obs 1",))
    desk.edit("een week", "twee weken")
    first, second = standings(desk.protocol)
    assert str(first.why).startswith("it is about another text, and that one holds")
    assert str(second.why) == "the text was changed after this decision"


def test_an_edited_text_says_which_version_holds(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    desk.adopt_with_consent()
    desk.edit("een week", "twee weken")
    held = "Wat nu geldt, is versie vastgesteld-2026-03-24, sinds 24 maart 2026."
    assert told(desk).notices[0] == held
    desk.edit("twee weken", "een week")
    assert told(desk).notices == ()


def test_an_edited_text_says_where_which_version_holds(tmp_path: Path) -> None:
    desk = Desk(tmp_path, TEXT.replace("  status:", "  applies_to: [obs A, obs B]\n  status:"))
    desk.adopt("2026-03-24", schools=("obs A",))
    desk.edit("een week", "twee weken")
    desk.adopt("2026-04-24", schools=("obs B",))
    desk.edit("twee weken", "drie weken")
    said = "Wat nu geldt voor {}, is versie vastgesteld-{}, sinds {}."
    assert told(desk).notices[:2] == (
        said.format("obs A", "2026-03-24", "24 maart 2026"),
        said.format("obs B", "2026-04-24", "24 april 2026"),
    )


def test_of_an_adoption_that_nobody_can_trace_no_version_is_said_to_hold(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    desk.adopt()
    code = desk.protocol.facts.approvals[0].fingerprint
    desk.edit(code, "2:" + "0" * 64)
    assert not any("Wat nu geldt" in said for said in told(desk).notices)
