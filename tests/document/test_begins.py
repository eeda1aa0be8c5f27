"""What takes the place of a text is what begins on the day that this one ends, nothing else."""

from __future__ import annotations

from dataclasses import replace

import pytest

from protocolkit.document.approvals import Approval, Decision, Right
from protocolkit.document.begins import gives_way_to
from protocolkit.document.fingerprints import protocol_fingerprint
from protocolkit.document.model import Protocol
from protocolkit.reading.reader import read_protocol_text

_TEXTS = [
    read_protocol_text(f"# Hek\n\n{{#a}}\n1. Het hek is {how}.\n").protocol
    for how in ("dicht", "open", "weg")
]
_CODES = [protocol_fingerprint(text) for text in _TEXTS]


def _adopted(text: int, day: str, begins: str = "", *schools: str) -> Approval:
    return Approval(
        body="Bestuur",
        right=Right.ADOPTION,
        decision=Decision.ADOPTED,
        date=day,
        begins=begins,
        fingerprint=_CODES[text],
        schools=schools,
    )


def _with(*adopted: Approval, applies_to: tuple[str, ...] = ()) -> Protocol:
    facts = replace(_TEXTS[0].facts, approvals=adopted, applies_to=applies_to)
    return replace(_TEXTS[0], facts=facts)


def test_at_other_schools_another_text_may_hold_already() -> None:
    """Only what begins on that day takes the place; it is not the first that holds then."""
    elsewhere = _adopted(1, "2026-01-10", "", "West")
    first = _adopted(0, "2026-02-01", "", "Oost")
    other = _adopted(2, "2026-03-01", "2026-08-01", "Oost")
    protocol = _with(elsewhere, first, other, applies_to=("Oost", "West"))
    assert gives_way_to(protocol) == other


@pytest.mark.parametrize(("day", "is_to_come"), [("2026-07-31", True), ("2026-08-01", False)])
def test_once_its_day_has_come_nothing_gives_way(day: str, is_to_come: bool) -> None:
    other = _adopted(1, "2026-03-01", "2026-08-01")
    protocol = _with(_adopted(0, "2026-02-01"), other)
    assert gives_way_to(protocol, day) == (other if is_to_come else None)


def test_what_holds_on_or_was_replaced_at_once_gives_way_to_none() -> None:
    assert gives_way_to(_with(_adopted(0, "2026-02-01"))) is None
    assert gives_way_to(_with(_adopted(0, "2026-02-01"), _adopted(1, "2026-03-01"))) is None
