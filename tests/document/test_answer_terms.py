"""Until which day a board may answer: three months on, and from no day that was mistyped."""

from __future__ import annotations

from datetime import date

import pytest

from protocolkit.document.answer_terms import answer_due, answer_until, real_day
from protocolkit.document.approvals import Approval, Decision, Right

_REFUSAL = Approval(
    body="MR", right=Right.CONSENT, decision=Decision.WITHHELD, sent="2026-01-02", date="2026-03-10"
)
_PROPOSAL = Approval(body="MR", right=Right.PROPOSAL, sent="2026-01-31")


def test_a_board_has_three_months_after_a_refusal_and_after_a_proposal() -> None:
    assert answer_due(_REFUSAL) == answer_until(_REFUSAL) == "2026-06-10"
    assert answer_due(_PROPOSAL) == answer_until(_PROPOSAL) == "2026-04-30"


def test_what_was_answered_is_owed_no_more() -> None:
    answered = Approval(
        body="MR",
        right=Right.CONSENT,
        decision=Decision.WITHHELD,
        date="2026-03-10",
        answered="2026-04-01",
    )
    assert (answer_due(answered), answer_until(answered)) == ("", "2026-06-10")
    assert answer_due(Approval(body="MR", right=Right.CONSENT, sent="2026-01-31")) == ""


@pytest.mark.parametrize(
    ("iso", "found"),
    [
        ("2026-01-31", date(2026, 1, 31)),
        ("2200-12-31", date(2200, 12, 31)),
        ("2201-01-01", None),
        ("2026-02-30", None),
        ("2026-02", None),
        ("", None),
    ],
)
def test_a_day_of_another_age_is_none(iso: str, found: date | None) -> None:
    assert real_day(iso) == found
