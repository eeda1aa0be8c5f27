"""What a change set says of its versions."""

from __future__ import annotations

from dataclasses import replace

import pytest

import small_boards
from protocolkit.changes.change_set import FactChange, Version, version_of
from protocolkit.changes.compare_versions import compare_versions
from protocolkit.changes.fact_rows import FACT_NAMES
from protocolkit.document.approvals import Approval, Decision, Right
from protocolkit.document.declared_fact import declared
from protocolkit.document.facts import Facts, Organisation
from protocolkit.document.fingerprints import protocol_fingerprint
from protocolkit.document.model import Protocol

_EMPTY = Protocol(facts=Facts(organisation=Organisation(name="De Brug")), title=(), parts=())


@pytest.mark.parametrize(
    ("path", "shown"),
    [
        ("protocols/hek/brug.md@HEAD~1", "protocols/hek/brug.md@HEAD~1"),
        ("/home/anna/Nieuw.docx", "Nieuw.docx"),
        ("C:\\Users\\Anna\\Nieuw.docx", "Nieuw.docx"),
        ("", ""),
    ],
)
def test_a_page_does_not_tell_where_a_file_stands_on_a_machine(path: str, shown: str) -> None:
    assert replace(version_of(_EMPTY), path=path).shown_path == shown


def test_each_fact_that_a_document_claims_has_a_name_for_readers() -> None:
    """The title is text; "" is a line on the status; decisions are told in one."""
    own = {name for name, about in declared(Facts).items() if about.is_claim} - {"title"}
    of_it = {name for name, about in declared(Organisation).items() if about.is_claim}
    assert set(FACT_NAMES) == {"", "approvals", *own, *(f"organisation.{name}" for name in of_it)}


def test_what_a_council_decided_is_a_fact_that_can_change() -> None:
    before = Approval(body="MR De Brug", right=Right.CONSENT, decision=Decision.GRANTED)
    after = replace(before, decision=Decision.WITHHELD, date="2026-02-03")
    old, new = (
        replace(_EMPTY, facts=replace(_EMPTY.facts, approvals=(one,))) for one in (before, after)
    )
    found = compare_versions(version_of(old), version_of(new))
    assert found.counts.counted == 0
    assert found.facts == (
        FactChange(
            fact="approvals",
            old="MR De Brug: instemming, verleend",
            new="MR De Brug: instemming, onthouden, 3 februari 2026",
        ),
    )


def test_what_was_decided_on_another_text_is_told_of_that_text_only() -> None:
    """A proposal has the decisions on the text before it in its file too."""
    one, other = (small_boards.board("brug", said) for said in ("Bel aan.", "Bel twee keer aan."))
    granted = Approval(
        body="MR De Brug",
        right=Right.CONSENT,
        decision=Decision.GRANTED,
        fingerprint=protocol_fingerprint(one),
    )
    asked = replace(granted, decision=Decision.ASKED, fingerprint=protocol_fingerprint(other))
    old = replace(one, facts=replace(one.facts, approvals=(granted,)))
    new = replace(other, facts=replace(other.facts, approvals=(granted, asked)))
    found = compare_versions(version_of(old), version_of(new))
    assert found.facts == (
        FactChange(
            fact="approvals",
            old="MR De Brug: instemming, verleend",
            new="MR De Brug: instemming, gevraagd",
        ),
    )


def test_a_question_that_still_lies_there_about_the_text_as_it_was_is_no_change() -> None:
    one, other = (small_boards.board("brug", said) for said in ("Bel aan.", "Bel twee keer aan."))
    asked = Approval(
        body="MR De Brug",
        right=Right.CONSENT,
        decision=Decision.ASKED,
        fingerprint=protocol_fingerprint(one),
    )
    anew = replace(asked, fingerprint=protocol_fingerprint(other))

    def version(text: Protocol, *entries: Approval) -> Version:
        return version_of(replace(text, facts=replace(text.facts, approvals=entries)))

    old = version(one, asked)
    for new in (version(other, asked), version(other, asked, anew)):
        assert compare_versions(old, new).facts == compare_versions(new, old).facts == ()
    [gone] = compare_versions(old, version(other)).facts
    assert (gone.old, gone.new) == ("MR De Brug: instemming, gevraagd", "")
