"""What a kept version says of itself, beside what is recorded of its words since."""

from __future__ import annotations

from dataclasses import replace

from protocolkit.document.agreed_schools import schools_named
from protocolkit.document.approvals import Approval, Decision, Right
from protocolkit.document.decided_text import decided_on_other_text
from protocolkit.document.facts import Status
from protocolkit.document.fingerprints import protocol_fingerprint
from protocolkit.document.model import Protocol
from protocolkit.document.recorded import as_recorded
from protocolkit.document.shown_decisions import was_never_asked
from protocolkit.reading.reader import read_protocol_text

_TEXT = """\
---
protocol:
  title: Schooltuin
  organisation: {name: De Brug}
  approvals:
    - {body: MR De Wilg, right: instemming, decision: verleend, date: 2024-01-22}
---

# Schooltuin

{#a1}
1. De mentor belt.
"""


def _decisions(found: Protocol) -> list[tuple[str, str]]:
    return [(one.body, one.date) for one in found.facts.approvals]


def _record(*entries: Approval) -> Protocol:
    now = read_protocol_text(_TEXT.replace("belt", "mailt"), "de-brug.md").protocol
    return replace(now, facts=replace(now.facts, approvals=entries))


def test_a_decision_that_only_the_kept_version_names_stays_its_own() -> None:
    kept = read_protocol_text(_TEXT, "de-brug@1.md").protocol
    later = replace(kept.facts.approvals[0], date="2025-01-22")
    assert _decisions(as_recorded(kept, _record(later))) == [("MR De Wilg", "2024-01-22")]
    assert _decisions(as_recorded(kept, _record())) == [("MR De Wilg", "2024-01-22")]


def test_a_decision_on_these_words_goes_before_what_the_version_says_of_the_same_council() -> None:
    kept = read_protocol_text(_TEXT, "de-brug@1.md").protocol
    code = protocol_fingerprint(kept)
    given = Approval(
        body="mr de wilg",
        right=Right.CONSENT,
        decision=Decision.WITHHELD,
        date="2024-02-01",
        fingerprint=code,
    )
    other = replace(given, body="GMR De Brug")
    assert _decisions(as_recorded(kept, _record(given))) == [("mr de wilg", "2024-02-01")]
    both = [("MR De Wilg", "2024-01-22"), ("GMR De Brug", "2024-02-01")]
    assert _decisions(as_recorded(kept, _record(other))) == both


def _adopted(kept: Protocol) -> Approval:
    return Approval(
        body="CvB",
        right=Right.ADOPTION,
        decision=Decision.ADOPTED,
        date="2026-03-24",
        fingerprint=protocol_fingerprint(kept),
    )


def test_a_text_adopted_after_consent_to_another_tells_that_also_after_the_next_question() -> None:
    kept = read_protocol_text(_TEXT.partition("---\n\n")[2], "de-brug@1.md").protocol
    kept = replace(kept, facts=replace(kept.facts, status=Status.ADOPTED))
    parents = Approval(
        body="GMR De Brug",
        right=Right.CONSENT,
        decision=Decision.GRANTED,
        section="ouders",
        sent="2026-02-03",
        date="2026-03-10",
        fingerprint="2:" + "1" * 64,
    )
    adopted = _adopted(kept)
    later = replace(parents, sent="2026-11-01", date="2026-12-01", fingerprint="2:" + "2" * 64)
    found = as_recorded(kept, _record(parents, adopted, later))
    assert found.facts.approvals == (parents, adopted)
    assert decided_on_other_text(found) == (parents,)
    assert not was_never_asked(found)
    own = replace(parents, fingerprint=adopted.fingerprint)
    assert as_recorded(kept, _record(parents, own, adopted, later)).facts.approvals == (
        own,
        adopted,
    )


def test_a_kept_text_names_the_schools_where_it_holds_and_no_other() -> None:
    kept = read_protocol_text(_TEXT.partition("---\n\n")[2], "de-brug@1.md").protocol
    schools = ("De Otter", "De Reiger")
    kept = replace(kept, facts=replace(kept.facts, status=Status.ADOPTED, applies_to=schools))
    adopted = replace(_adopted(kept), schools=schools)
    other = replace(adopted, date="2026-06-24", fingerprint="2:" + "2" * 64, schools=schools[:1])
    assert schools_named(as_recorded(kept, _record(adopted))) == schools
    assert schools_named(as_recorded(kept, _record(adopted, other))) == schools[1:]
    coming = replace(other, begins="2027-08-01")
    assert schools_named(as_recorded(kept, _record(adopted, coming))) == schools
    everywhere = replace(other, schools=schools)
    assert schools_named(as_recorded(kept, _record(adopted, everywhere))) == schools
