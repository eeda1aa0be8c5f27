"""A text of a history: how its page tells of it, and since when it holds."""

from __future__ import annotations

from dataclasses import replace

import pytest

from protocolkit.document.approvals import Approval, Decision, Right
from protocolkit.document.facts import Facts, Organisation, Status
from protocolkit.document.fingerprints import protocol_fingerprint
from protocolkit.document.model import Protocol
from protocolkit.reading.reader import read_protocol_text
from protocolkit.versions.entry import Entry, TextStanding
from protocolkit.versions.known_text import KnownText

_TEXT = read_protocol_text("# Hek\n\n{#a}\n1. Het hek is dicht.\n").protocol
_NOW = protocol_fingerprint(_TEXT)


def _with(*approvals: Approval, valid_from: str = "") -> Protocol:
    facts = Facts(
        organisation=Organisation(name="De Brug"),
        approvals=approvals,
        status=Status.ADOPTED,
        valid_from=valid_from,
    )
    return replace(_TEXT, facts=facts)


def _adopted(version: str, day: str) -> Approval:
    return Approval(
        body="Bestuur",
        right=Right.ADOPTION,
        decision=Decision.ADOPTED,
        date=day,
        fingerprint=_NOW,
        version=version,
    )


def _entry(told: Protocol, *, is_kept: bool = True) -> Entry:
    known = KnownText(name="v1", docname="x", protocol=told, fingerprint=_NOW, key="k")
    return Entry(
        name="v1",
        present=None if is_kept else known,
        kept=known if is_kept else None,
        standing=TextStanding.HOLDS,
        told=told,
        recorded=told,
    )


@pytest.mark.parametrize("standing", [*TextStanding])
def test_the_page_of_a_kept_text_says_that_it_was_replaced(standing: TextStanding) -> None:
    entry = replace(_entry(_with()), standing=standing)
    assert entry.kept_page is not None
    is_replaced = standing is TextStanding.REPLACED
    assert entry.kept_page.facts.status is (Status.REPLACED if is_replaced else Status.ADOPTED)
    assert replace(entry, recorded=None).kept_page is None


def test_a_text_holds_from_its_day_else_from_the_decision_on_its_version() -> None:
    first, second = _adopted("v0", "2026-01-01"), _adopted("v1", "2026-02-01")
    assert _entry(_with(first, second, valid_from="2026-08-01")).date == "2026-08-01"
    assert _entry(_with(first, second)).date == "2026-02-01"
    assert _entry(_with(first)).date == "2026-01-01"
    assert _entry(_with(first, second), is_kept=False).date == "2026-01-01"
    assert _entry(_with()).date == ""


def test_the_text_of_an_entry_is_the_present_one_when_it_is_there() -> None:
    kept, present = _entry(_with()), _entry(_with(), is_kept=False)
    assert kept.text is kept.kept
    assert replace(kept, present=present.present).text is present.present
