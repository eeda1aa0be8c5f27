"""What is odd in schools that are no more: named still, and decided about after their end."""

from __future__ import annotations

import pytest

from protocolkit.checking.ended_schools import check_ended_schools
from protocolkit.document.approvals import Approval, Decision, Right
from protocolkit.document.facts import EndedSchool, Facts, Organisation
from protocolkit.document.model import Protocol


def _codes(
    entry: Approval | None = None, named: tuple[str, ...] = (), *, is_to_come: bool = False
) -> list[str]:
    ended = EndedSchool(name="De Ark", date="2026-08-01", is_to_come=is_to_come)
    facts = Facts(
        organisation=Organisation(name="De Brug"),
        ended_schools=(ended,),
        applies_to=named,
        approvals=(entry,) if entry else (),
    )
    return [one.code.name for one in check_ended_schools(Protocol(facts=facts, title=(), parts=()))]


def _entry(day: str, decision: Decision = Decision.GRANTED, school: str = "de ark") -> Approval:
    return Approval(body="MR", right=Right.CONSENT, decision=decision, date=day, schools=(school,))


@pytest.mark.parametrize(
    ("entry", "is_odd"),
    [
        (_entry("2026-07-31"), False),
        (_entry("2026-08-01"), True),
        (_entry("2026-09-01", Decision.WITHHELD), True),
        (_entry("2026-09-01", Decision.ASKED), False),
        (_entry("2026-09-01", school="De Boog"), False),
        (_entry(""), False),
    ],
)
def test_a_decision_about_a_school_that_was_no_more_is_odd(entry: Approval, is_odd: bool) -> None:
    assert _codes(entry) == (["school-decided-after-end"] if is_odd else [])


def test_a_school_that_is_no_more_is_not_one_that_a_text_is_for() -> None:
    assert _codes(named=("de Ark",)) == ["school-in-both"]
    assert _codes(named=("De Boog",)) == []
    assert _codes(named=("De Ark",), is_to_come=True) == []
