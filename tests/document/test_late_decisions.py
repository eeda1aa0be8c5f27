"""A council decided late when the same text was adopted before, for its schools."""

from __future__ import annotations

from dataclasses import replace

import pytest

from protocolkit.document.approvals import Approval, Decision, Right
from protocolkit.document.late_decisions import decided_late

_ADOPTED = Approval(
    body="Bestuur",
    right=Right.ADOPTION,
    decision=Decision.ADOPTED,
    date="2026-03-01",
    fingerprint="2:aa",
)
_GRANTED = Approval(
    body="MR",
    right=Right.CONSENT,
    decision=Decision.GRANTED,
    date="2026-03-02",
    fingerprint="2:aa",
)


def test_a_decision_after_the_adoption_is_told_with_it() -> None:
    assert list(decided_late([_GRANTED, _ADOPTED])) == [(_GRANTED, _ADOPTED)]


@pytest.mark.parametrize(
    "granted",
    [
        replace(_GRANTED, date="2026-03-01"),
        replace(_GRANTED, date="2026-02-28"),
        replace(_GRANTED, date="2026-03"),
        replace(_GRANTED, date=""),
        replace(_GRANTED, decision=Decision.ASKED),
        replace(_GRANTED, fingerprint="2:bb"),
        replace(_GRANTED, right=Right.ADOPTION),
    ],
)
def test_in_time_on_another_text_or_not_decided_is_not_late(granted: Approval) -> None:
    assert list(decided_late([granted, _ADOPTED])) == []


def test_for_other_schools_it_is_another_question() -> None:
    east, west = replace(_ADOPTED, schools=("Oost",)), replace(_GRANTED, schools=("West",))
    assert list(decided_late([west, east])) == []
    assert list(decided_late([replace(west, schools=("Oost", "West")), east])) != []
