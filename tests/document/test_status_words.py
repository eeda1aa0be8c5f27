"""How far a text is by what was decided about it, where its status alone would say otherwise."""

from __future__ import annotations

from dataclasses import replace

import pytest

from protocolkit.base.messages import translator
from protocolkit.document.approvals import Approval, Decision, Right
from protocolkit.document.cover_words import cover_words
from protocolkit.document.facts import Facts, Organisation, Status
from protocolkit.document.fingerprints import protocol_fingerprint
from protocolkit.document.model import Protocol
from protocolkit.document.organisations import SECTORS, sector_name
from protocolkit.document.status_words import (
    mark_of,
    standing_of,
    status_name,
    status_of,
    status_word,
)
from protocolkit.reading.reader import read_protocol_text

_PROTOCOL = read_protocol_text("# Hek\n\n{#a}\n1. Het hek is dicht.\n").protocol
_NOW = protocol_fingerprint(_PROTOCOL)
_OTHER = protocol_fingerprint(read_protocol_text("# Hek\n\n{#a}\n1. Open.\n").protocol)


def _entry(right: Right, decision: Decision, code: str = _NOW, **more: object) -> Approval:
    made = Approval(body="MR", right=right, decision=decision, date="2026-03-04", fingerprint=code)
    return replace(made, **more)  # type: ignore[arg-type]


def _text(status: Status, *approvals: Approval) -> Protocol:
    facts = Facts(organisation=Organisation(name="De Brug"), status=status, approvals=approvals)
    return replace(_PROTOCOL, facts=facts)


_PROPOSED = _text(Status.CONCEPT, _entry(Right.PROPOSAL, Decision.ASKED))
_RESUBMITTED = _text(Status.SUBMITTED, _entry(Right.CONSENT, Decision.ASKED, _OTHER))
_CHANGED = _text(Status.ADOPTED, _entry(Right.ADOPTION, Decision.ADOPTED, _OTHER))
_UNTRACED = _text(Status.ADOPTED, _entry(Right.ADOPTION, Decision.ADOPTED, _OTHER, near=()))
_HOLDS = _text(Status.ADOPTED, _entry(Right.ADOPTION, Decision.ADOPTED))
_WITHDRAWN = _text(Status.CONCEPT, _entry(Right.CONSENT, Decision.PROPOSAL_WITHDRAWN))
_DRAFT = _text(Status.CONCEPT)


@pytest.mark.parametrize(
    ("text", "word", "named", "marked", "standing"),
    [
        (_DRAFT, "concept", "draft", "DRAFT", "Draft"),
        (_HOLDS, "vastgesteld", "adopted", "", "4 maart 2026"),
        (_PROPOSED, "voorstel van de raad", "proposal of the council", "PROPOSAL", "MR"),
        (_RESUBMITTED, "gewijzigd na het voorleggen", "changed after", "CHANGED", "De Brug"),
        (
            _CHANGED,
            "gewijzigd na vaststelling",
            "changed after it was adopted",
            "CHANGED",
            "4 maart",
        ),
        (_UNTRACED, "vaststelling niet na te gaan", "not to be traced", "NOT TO BE", "4 maart"),
        (_WITHDRAWN, "concept", "draft", "DRAFT", "was withdrawn"),
    ],
)
def test_what_is_decided_says_how_far_a_text_is(
    text: Protocol, word: str, named: str, marked: str, standing: str
) -> None:
    assert status_word(text) == word
    assert named.lower() in status_of(text, str).lower()
    assert marked in mark_of(text, str)
    assert bool(mark_of(text, str)) is (text is not _HOLDS)
    assert standing in standing_of(text, "2026", str, "nl")


def test_each_of_these_is_told_otherwise() -> None:
    texts = (_DRAFT, _HOLDS, _PROPOSED, _RESUBMITTED, _CHANGED, _UNTRACED, _WITHDRAWN)
    said = {standing_of(text, "2026", str, "nl") for text in texts}
    assert len(said) == len(texts)
    assert len({status_word(text) for text in texts}) == len(texts) - 1, "withdrawn is a draft"


def test_words_of_a_cover_are_known_again_however_they_are_written() -> None:
    for language in ("nl", "en"):
        words = cover_words(language)
        assert [words.status(status_name(one, translator(language)).upper()) for one in Status] == [
            *Status
        ]
        names = [sector_name(one.code, translator(language)) for one in SECTORS]
        assert [words.sector(f" {name} ") for name in names] == [one.code for one in SECTORS]
        assert words.status("iets anders") is None
        assert words.sector("iets anders") == "iets anders"
