"""Texts that are the same but for a name are one text for who decided about any of them."""

from __future__ import annotations

from protocolkit.document.approvals import Approval, Right
from protocolkit.document.facts import Facts, Organisation, RemovedName
from protocolkit.document.fingerprints import protocol_fingerprint
from protocolkit.document.model import Clause, Paragraph, Protocol
from protocolkit.document.richtext import Text
from protocolkit.document.same_texts import same_texts, with_same_texts


def _kept(words: str, *before: str) -> Protocol:
    facts = Facts(
        organisation=Organisation(name="De Brug"),
        removed_names=tuple(RemovedName(date="2026-05-01", fingerprint=code) for code in before),
    )
    clause = Clause(anchor="a", marker="1.", blocks=(Paragraph((Text(words),)),))
    return Protocol(facts=facts, title=(Text("Pesten"),), parts=(clause,))


def test_a_version_without_such_a_name_is_none() -> None:
    assert same_texts([_kept("Een regel.")]) == ()


def test_versions_that_share_a_text_are_one() -> None:
    one, same, other = (
        _kept("Een regel.", "2:aa"),
        _kept("Een andere regel.", "2:aa", "2:bb"),
        _kept("Iets anders.", "2:cc"),
    )
    codes = [protocol_fingerprint(text) for text in (one, same, other)]
    assert same_texts([one, other, same]) == (
        frozenset({"2:cc", codes[2]}),
        frozenset({"2:aa", "2:bb", codes[0], codes[1]}),
    )


def test_an_entry_gets_the_other_codes_of_its_text() -> None:
    groups = (frozenset({"2:aa", "2:ab"}), frozenset({"2:cc"}))
    entry = Approval(body="MR", right=Right.CONSENT, fingerprint="2:aa")
    assert with_same_texts(entry, groups).alike == ("2:ab",)
    assert with_same_texts(Approval(body="MR", right=Right.CONSENT), groups).alike == ()
