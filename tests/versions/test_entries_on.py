"""What was recorded by a day that has passed: later decisions, answers and mends are left out."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from protocolkit.document.approvals import (
    Approval,
    Decision,
    EarlierDecision,
    Ended,
    Mended,
    Proof,
    Right,
    SmallCorrection,
)
from protocolkit.document.facts import Facts, Organisation, Status
from protocolkit.document.fingerprints import protocol_fingerprint
from protocolkit.document.model import Protocol
from protocolkit.reading.reader import read_protocol_text
from protocolkit.versions.past_day import entries_on, stood_on

_PROTOCOL = read_protocol_text(
    "# Hek\n\n{#a}\n1. Het hek is dicht.\n", subject="s", slug="x"
).protocol
_NOW = protocol_fingerprint(_PROTOCOL)
_DAY = "2026-03-31"
_PROOF = Proof(file="besluit.pdf")
_GRANTED = Approval(
    body="MR",
    right=Right.CONSENT,
    decision=Decision.GRANTED,
    sent="2026-02-01",
    date="2026-03-31",
    fingerprint=_NOW,
    version="voorgelegd-1",
    proof=_PROOF,
)
_LATE = replace(_GRANTED, date="2026-04-01")


def _on(entry: Approval) -> Approval | None:
    return next(entries_on((entry,), _DAY), None)


def test_what_was_decided_on_the_day_itself_is_told_as_it_is() -> None:
    assert _on(_GRANTED) is _GRANTED
    undated = replace(_GRANTED, sent="", date="")
    assert _on(undated) is undated


def test_what_was_decided_later_was_asked_by_then() -> None:
    assert _on(_LATE) == replace(_LATE, decision=Decision.ASKED, date="", proof=Proof())


def test_what_was_asked_later_was_not_there() -> None:
    assert _on(replace(_LATE, sent="2026-04-01")) is None
    assert _on(replace(_LATE, sent="")) is None
    assert _on(replace(_LATE, sent="2026-04")) is None


def test_changes_that_were_agreed_later_made_another_text() -> None:
    found = _on(replace(_LATE, decision=Decision.GRANTED_WITH_CHANGES))
    assert found is not None
    assert (found.decision, found.fingerprint, found.version) == (Decision.ASKED, "", "")


def test_what_was_decided_before_that_stands_in_its_place() -> None:
    first = EarlierDecision(decision=Decision.ADJOURNED, date="2026-03-01", proof=_PROOF)
    second = EarlierDecision(decision=Decision.WITHHELD, date="2026-03-20")
    third = EarlierDecision(decision=Decision.WITHHELD, date="2026-04-01")
    mended = (Mended(date="2026-03-31", was="a"), Mended(date="2026-04-01", was="b"))
    found = _on(replace(_LATE, earlier=(first, second, third), mended=mended))
    assert found is not None
    assert (found.decision, found.date, found.proof) == (Decision.WITHHELD, "2026-03-20", Proof())
    assert (found.earlier, found.mended) == ((first,), mended[:1])
    none = _on(replace(_LATE, earlier=(third,), mended=mended))
    assert none is not None
    assert (none.decision, none.earlier, none.mended) == (Decision.ASKED, (), mended[:1])
    alone = _on(replace(_LATE, mended=mended))
    assert alone is not None
    assert alone.mended == mended


@pytest.mark.parametrize(("day", "is_there"), [("2026-03-31", True), ("2026-04-01", False)])
def test_answers_talks_ends_and_corrections_have_days_of_their_own(
    day: str, is_there: bool
) -> None:
    correction, ended = SmallCorrection(told=day, fingerprint="2:ff"), Ended(date=day)
    found = _on(replace(_GRANTED, answered=day, talked=day, ended=ended, corrections=(correction,)))
    assert found is not None
    assert (found.answered, found.talked) == ((day, day) if is_there else ("", ""))
    assert found.ended == (ended if is_there else Ended())
    assert found.corrections == ((correction,) if is_there else ())


def _with(*approvals: Approval, status: Status = Status.SUBMITTED) -> Protocol:
    facts = Facts(organisation=Organisation(name="De Brug"), approvals=approvals, status=status)
    return replace(_PROTOCOL, facts=facts)


def test_nothing_that_came_later_leaves_the_protocol_as_it_is(tmp_path: Path) -> None:
    protocol = _with(_GRANTED)
    found = stood_on(protocol, tmp_path, _DAY)
    assert (found.protocol is protocol, found.version, found.is_other) == (True, "", False)
    assert list(found.notices(_DAY, str)) == []


def test_what_came_later_is_left_out_and_that_is_said(tmp_path: Path) -> None:
    found = stood_on(_with(_LATE, status=Status.ADOPTED), tmp_path, _DAY)
    assert (found.version, found.is_other) == ("", True)
    assert found.protocol.facts.status is Status.SUBMITTED
    (said,) = found.notices(_DAY, str)
    assert "31 maart 2026" in said
    before = stood_on(_with(_LATE), tmp_path, "2026-01-31").protocol.facts
    assert (before.approvals, before.status) == ((), Status.CONCEPT)


def test_a_text_of_which_the_version_is_gone_is_told_by_the_file(tmp_path: Path) -> None:
    other = replace(_GRANTED, fingerprint="2:ffff")
    found = stood_on(_with(other, status=Status.WITHDRAWN), tmp_path, _DAY)
    assert (found.version, found.protocol.facts.status) == ("", Status.WITHDRAWN)
    found = stood_on(_with(other, _LATE, status=Status.WITHDRAWN), tmp_path, _DAY)
    assert found.protocol.facts.status is Status.SUBMITTED
