"""Who was told of a small correction is named, and who decided on the text of before it is too."""

from __future__ import annotations

from dataclasses import replace

from protocolkit.document.approvals import Approval, Decision, Right, SmallCorrection
from protocolkit.document.correction_notices import corrected_since, untold
from protocolkit.document.fingerprints import protocol_fingerprint
from protocolkit.document.model import Protocol
from protocolkit.reading.reader import read_protocol_text

_PROTOCOL = read_protocol_text("# Hek\n\n{#a}\n1. Het hek is dicht.\n").protocol
_NOW = protocol_fingerprint(_PROTOCOL)
_BEFORE = protocol_fingerprint(read_protocol_text("# Hek\n\n{#a}\n1. Het hek is dich.\n").protocol)
_OLDER = protocol_fingerprint(read_protocol_text("# Hek\n\n{#a}\n1. Open.\n").protocol)
_TOLD = (SmallCorrection(told="2026-03-04", fingerprint=_NOW),)


def _entry(body: str, code: str, *told: SmallCorrection) -> Approval:
    return Approval(
        body=body,
        right=Right.CONSENT,
        decision=Decision.GRANTED,
        date="2026-02-01",
        fingerprint=code,
        corrections=told,
    )


def _with(*approvals: Approval) -> Protocol:
    return replace(_PROTOCOL, facts=replace(_PROTOCOL.facts, approvals=approvals))


def _said(protocol: Protocol) -> list[str]:
    return list(corrected_since(protocol, str, "nl"))


def test_without_a_correction_that_was_told_nobody_is_untold() -> None:
    protocol = _with(_entry("MR A", _BEFORE), _entry("MR B", _NOW))
    assert untold(protocol) == ()
    assert _said(protocol) == []


def test_who_decided_on_the_text_of_before_and_was_not_told_is_named() -> None:
    told, other = _entry("MR A", _BEFORE, *_TOLD), _entry("MR B", _BEFORE)
    protocol = _with(told, other, _entry("MR C", _OLDER), _entry("MR D", _NOW))
    assert untold(protocol) == (other,)
    (first, second) = _said(protocol)
    assert ("MR A" in first, "4 maart 2026" in first) == (True, True)
    assert "MR B" in second
    assert not [one for one in ("MR C", "MR D") if one in f"{first} {second}"]


def test_councils_that_were_told_on_one_day_share_a_sentence() -> None:
    later = replace(_TOLD[0], told="2026-03-05")
    names = ("MR A", "MR B", "MR C")
    days = (_TOLD[0], _TOLD[0], later)
    entries = [_entry(body, _BEFORE, day) for body, day in zip(names, days, strict=True)]
    (first, second) = _said(_with(*entries))
    assert [one in first for one in (*names, "4 maart 2026")] == [True, True, False, True]
    assert ("MR C" in second, "5 maart 2026" in second) == (True, True)
