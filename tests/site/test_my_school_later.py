"""What a school's page says of a text that was adopted for other schools, and begins later."""

from __future__ import annotations

from dataclasses import replace

import pytest

from protocolkit.base.messages import translator
from protocolkit.document.approvals import Approval, Decision, Right
from protocolkit.document.begins import begins_nowhere_before, with_begins
from protocolkit.document.cover import make_cover
from protocolkit.document.fingerprints import protocol_fingerprint
from protocolkit.document.model import Protocol
from protocolkit.site import my_school
from small_boards import board


def _adopted() -> Protocol:
    settings = "  status: vastgesteld\n  valid_from: 2027-05-01\n  applies_to: [De Otter, De Wal]\n"
    made = board("brug", "De mentor belt.", settings=settings)
    entry = Approval(
        body="CvB",
        right=Right.ADOPTION,
        decision=Decision.ADOPTED,
        date="2026-10-20",
        fingerprint=protocol_fingerprint(made),
        schools=("De Otter",),
    )
    facts = replace(made.facts, approvals=(entry,))
    return with_begins(replace(made, facts=facts), lambda _: "")


@pytest.mark.parametrize(
    ("day", "said"), [("2026-12-02", " en geldt daar vanaf 1 mei 2027."), ("2027-05-01", ".")]
)
def test_a_school_outside_is_told_from_which_day_it_holds_elsewhere(
    monkeypatch: pytest.MonkeyPatch, day: str, said: str
) -> None:
    monkeypatch.setattr(my_school, "build_day", lambda: day)
    translate, protocol = translator(), _adopted()
    cover = make_cover(protocol, translate)
    _, standing = my_school.here_words(protocol, "De Wal", cover, translate)
    assert f"Deze tekst is vastgesteld voor andere scholen{said}" in standing
    assert bool(begins_nowhere_before(protocol, day)) is (day < "2027")


def test_a_text_that_was_changed_after_adoption_does_not_hold_as_it_stands() -> None:
    adopted = _adopted()
    assert not my_school.is_open(adopted)
    changed = board("brug", "De mentor mailt.", settings="  status: vastgesteld\n")
    facts = replace(changed.facts, approvals=adopted.facts.approvals)
    assert my_school.is_open(replace(changed, facts=facts))
