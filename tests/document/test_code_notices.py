"""What is said of check codes: of no text that is known, or of a text but for a name."""

from __future__ import annotations

from dataclasses import replace

from protocolkit.document.approvals import Approval, Decision, Right
from protocolkit.document.code_notices import codes_unknown, name_elsewhere, names_removed
from protocolkit.document.facts import RemovedName
from protocolkit.document.fingerprints import check_code, protocol_fingerprint
from protocolkit.document.model import Protocol
from protocolkit.reading.reader import read_protocol_text

_PROTOCOL = read_protocol_text("# Hek\n\n{#a}\n1. Het hek is dicht.\n").protocol
_NOW = protocol_fingerprint(_PROTOCOL)
_OTHER = protocol_fingerprint(read_protocol_text("# Hek\n\n{#a}\n1. Open.\n").protocol)
_GRANTED = Approval(
    body="MR", right=Right.CONSENT, decision=Decision.GRANTED, date="2026-02-01", fingerprint=_NOW
)


def _with(*approvals: Approval, removed: tuple[RemovedName, ...] = ()) -> Protocol:
    facts = replace(_PROTOCOL.facts, approvals=approvals, removed_names=removed)
    return replace(_PROTOCOL, facts=facts)


def test_of_the_decision_with_a_code_that_nobody_knows_the_code_is_told() -> None:
    unknown = replace(_GRANTED, fingerprint=_OTHER, near=())
    (said,) = codes_unknown(_with(unknown), str)
    assert (check_code(_OTHER) in said, _OTHER in said) == (True, False)
    assert "known here. So that decision does not hold" in said


def test_a_code_of_a_kind_that_nobody_knows_is_told_whole() -> None:
    (said,) = codes_unknown(_with(replace(_GRANTED, fingerprint="9:abcdef", near=())), str)
    assert "9:abcdef, of a kind that is not known here" in said


def test_a_code_that_was_not_looked_up_or_is_that_of_the_text_is_not_told() -> None:
    assert list(codes_unknown(_with(replace(_GRANTED, fingerprint=_OTHER)), str)) == []
    assert list(codes_unknown(_with(replace(_GRANTED, near=())), str)) == []


def test_a_name_that_was_removed_is_told_with_its_day_and_the_code_of_before() -> None:
    removed = RemovedName(date="2026-05-01", fingerprint=_OTHER)
    protocol = _with(replace(_GRANTED, alike=(_OTHER,)), removed=(removed,))
    (said,) = names_removed(protocol, str, "nl")
    assert ("1 mei 2026" in said, check_code(_OTHER) in said) == (True, True)
    assert name_elsewhere(protocol, str) == "", "this is that version itself"
    assert list(names_removed(_with(_GRANTED), str, "nl")) == []


def test_a_text_is_known_by_its_other_codes_and_not_by_its_own() -> None:
    said = name_elsewhere(_with(replace(_GRANTED, alike=(_OTHER,))), str)
    assert (check_code(_OTHER) in said, check_code(_NOW) in said) == (True, False)
    assert name_elsewhere(_with(_GRANTED), str) == ""
    changed = replace(_GRANTED, fingerprint=_OTHER, alike=("2:ffff",))
    assert name_elsewhere(_with(changed), str) == ""
