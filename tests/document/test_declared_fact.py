"""What is declared of a fact stands beside its type; a field without it has none."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Annotated

from protocolkit.document.approvals import (
    Approval,
    Decision,
    EarlierDecision,
    Mended,
    Proof,
    Right,
)
from protocolkit.document.declared_fact import about, declared
from protocolkit.document.facts import (
    Facts,
    Organisation,
    days,
    versions_taken_back,
    without_proofs,
)

_NAME, _DAY = about("A name."), about("A day.", is_date=True)


@dataclass(frozen=True)
class _Made:
    name: Annotated[str, _NAME] = ""
    size: Annotated[int, "of something else"] = 0
    plain: str = ""
    day: Annotated[str, _DAY] = ""


def test_only_what_is_declared_is_told_in_the_order_of_the_fields() -> None:
    assert list(declared(_Made).items()) == [("name", _NAME), ("day", _DAY)]


def test_the_days_among_the_facts_are_those_declared_so() -> None:
    assert "valid_from" in days()
    assert not {"title", "status", "organisation", "version"} & {*days()}


_PROOF = Proof(file="besluit.pdf")


def _facts(*approvals: Approval) -> Facts:
    return Facts(organisation=Organisation(name="De Brug"), approvals=approvals)


def test_which_file_proves_a_decision_is_not_published() -> None:
    bare = Approval(body="MR", right=Right.CONSENT)
    earlier = EarlierDecision(proof=_PROOF)
    now = Approval(body="MR", right=Right.CONSENT, proof=_PROOF)
    before = Approval(body="MR", right=Right.CONSENT, earlier=(earlier, EarlierDecision()))
    assert [one.proofs for one in (bare, now, before)] == [(), (_PROOF,), (_PROOF,)]
    facts = _facts(bare)
    assert without_proofs(facts) is facts
    assert without_proofs(_facts(now)).approvals == (bare,)
    (found,) = without_proofs(_facts(before)).approvals
    assert found.earlier == (EarlierDecision(), EarlierDecision())


def test_a_version_that_only_an_adoption_that_was_none_is_of_is_taken_back() -> None:
    adopted = Approval(
        body="Bestuur", right=Right.ADOPTION, decision=Decision.ADOPTED, version="vastgesteld-1"
    )
    none = Approval(
        body="Bestuur",
        right=Right.ADOPTION,
        decision=Decision.ASKED,
        version="vastgesteld-2",
        mended=(Mended(date="2026-04-01", was="vastgesteld", reason="te vroeg"),),
    )
    assert versions_taken_back(_facts(adopted)) == frozenset()
    assert versions_taken_back(_facts(adopted, none)) == {"vastgesteld-2"}
    assert versions_taken_back(_facts(replace(adopted, version="vastgesteld-2"), none)) == set()
    assert versions_taken_back(_facts(replace(none, version=""))) == frozenset()
