"""Which days follow a decision, and from which no day is worked out."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from protocolkit.decisions.same_text import places_of
from protocolkit.decisions.terms import following
from protocolkit.document.answer_terms import answer_due
from protocolkit.document.approvals import Approval, Decision, Right


def _days(entry: Approval) -> list[dict[str, str]]:
    return [dict(one.values) for one in following(entry)]


def _entry(right: Right, decision: Decision, **more: str) -> Approval:
    return Approval(body="MR", right=right, decision=decision, **more)  # type: ignore[arg-type]


def test_three_months_follow_a_refusal_and_six_weeks_an_answer() -> None:
    refused = _entry(Right.CONSENT, Decision.WITHHELD, date="2025-11-30")
    assert [one["day"] for one in _days(refused)] == ["28 februari 2026"]
    assert answer_due(refused) == "2026-02-28"
    answered = _entry(Right.CONSENT, Decision.WITHHELD, date="2025-11-30", answered="2026-01-01")
    assert [one["day"] for one in _days(answered)] == ["12 februari 2026"]
    assert answer_due(answered) == ""


@pytest.mark.parametrize("decision", [Decision.GRANTED, Decision.ASKED, Decision.NO_ANSWER])
def test_nothing_follows_what_is_no_refusal(decision: Decision) -> None:
    entry = _entry(Right.CONSENT, decision, date="2026-01-01", sent="2025-12-01")
    assert (_days(entry), answer_due(entry)) == ([], "")


def test_an_advice_that_was_submitted_is_answered() -> None:
    given = _entry(Right.ADVICE, Decision.NEGATIVE, date="2026-01-01", sent="2025-12-01")
    [said] = _days(given)
    assert said["decided"] == "1 januari 2026"
    answered = _entry(
        Right.ADVICE, Decision.NEGATIVE, date="2026-01-01", sent="2025-12-01", answered="2026-01-08"
    )
    [said] = _days(answered)
    assert (said["answered"], said["day"]) == ("8 januari 2026", "19 februari 2026")
    assert _days(_entry(Right.ADVICE, Decision.NEGATIVE, date="2026-01-01")) == []


def test_three_months_follow_a_proposal_until_it_is_answered() -> None:
    made = _entry(Right.PROPOSAL, Decision.ASKED, sent="2026-01-31")
    [said] = _days(made)
    assert (said["sent"], said["day"]) == ("31 januari 2026", "30 april 2026")
    assert answer_due(made) == "2026-04-30"
    followed = _entry(Right.PROPOSAL, Decision.FOLLOWED, sent="2026-01-31", date="2026-02-01")
    assert (_days(followed), answer_due(followed)) == ([], "")


@pytest.mark.parametrize("day", ["", "2026-02", "2026-02-31", "2201-01-01"])
def test_no_day_is_worked_out_from_what_is_none(day: str) -> None:
    refused = _entry(Right.CONSENT, Decision.WITHHELD, date=day)
    assert (_days(refused), answer_due(refused)) == ([], "")
    last = _entry(Right.CONSENT, Decision.WITHHELD, date="2200-01-01")
    assert answer_due(last) == "2200-04-01"


def test_eight_places_that_differ_are_named_once_each() -> None:
    def said(*labels: tuple[str, str]) -> str:
        changes = [SimpleNamespace(new_label=new, old_label=old) for new, old in labels]
        made: Any = SimpleNamespace(changes=changes)
        return places_of(made)

    assert said() == "–"
    assert said(("", "")) == "–"
    assert said(("1", "0"), ("", "2"), ("1", "3"), ("", "")) == "1, 2"
    eight = [(str(number), "") for number in range(1, 9)]
    assert said(*eight) == "1, 2, 3, 4, 5, 6, 7, 8"
    assert said(*eight, ("9", "")) == "1, 2, 3, 4, 5, 6, 7, 8, …"
