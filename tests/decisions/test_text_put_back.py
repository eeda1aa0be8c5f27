"""A text that is put back after a later question has the decisions that it had."""

from __future__ import annotations

from pathlib import Path

import pytest

from decided import Desk
from protocolkit.document.approvals import Decision
from typed import typed

_REPLACED = "een latere vraag aan deze raad kwam ervoor in de plaats"


def _changed(root: Path) -> Desk:
    """Return a protocol with consent and an adoption, changed and submitted anew."""
    desk = Desk(root)
    desk.ask("GMR", sent="2026-02-03")
    desk.decide(Decision.GRANTED, "GMR", day="2026-03-01")
    desk.adopt("2026-03-05")
    desk.edit("een week", "twee weken")
    desk.ask("GMR", sent="2026-05-01", before="2026-05-31")
    return desk


@pytest.mark.parametrize(
    "later", [None, Decision.PROPOSAL_WITHDRAWN, Decision.WITHHELD, Decision.GRANTED]
)
def test_the_earlier_decision_holds_again(tmp_path: Path, later: Decision | None) -> None:
    desk = _changed(tmp_path)
    if later is not None:
        desk.decide(later, "GMR", day="2026-05-20")
    assert desk.holds()[0] is False
    desk.edit("twee weken", "een week")
    assert desk.holds() == [True, True, False]
    assert desk.notices() == ()
    said = typed("status", "protocols/pesten/de-brug.md", cwd=desk.root).stdout
    assert "1 maart 2026. geldt: " in said
    assert _REPLACED not in said
    assert "Deze tekst is gewijzigd" not in said
    assert set(desk.checked()) <= {"status-after-decision"}
