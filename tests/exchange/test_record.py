"""The record in a file of ours: it comes back as it was, and a hostile one is none."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from protocolkit.document.approvals import Proof
from protocolkit.document.model import Clause, Paragraph, Protocol
from protocolkit.document.richtext import Link, Text
from protocolkit.exchange.record import Record, RecordKind, record_to_text, text_to_record
from seeds import protocol


def _leading_to(target: str) -> Protocol:
    words = (Text("Zie "), Link(target=target, content=(Text("hier"),)), Text("."))
    clause = Clause(anchor="a", marker="1.", blocks=(Paragraph(words),))
    return replace(protocol("oponoa"), parts=(clause,), notes=())


@pytest.mark.parametrize("made", [RecordKind.PROTOCOL, RecordKind.TEMPLATE])
def test_a_record_comes_back_as_it_was(made: RecordKind) -> None:
    record = Record(made=made, protocol=protocol("cvo-baarn-soest"))
    text = record_to_text(record)
    assert text.isascii()
    assert "\n" not in text
    assert text_to_record(text) == record


def test_which_file_proves_a_decision_is_in_no_record() -> None:
    wanted = protocol("cvo-baarn-soest")
    proof = Proof(file="notulen-van-jansen.pdf", date="2020-03-05", sha256="0af1")
    proved = replace(wanted.facts.approvals[0], proof=proof)
    facts = replace(wanted.facts, approvals=(proved, *wanted.facts.approvals[1:]))
    text = record_to_text(Record(protocol=replace(wanted, facts=facts)))
    assert "jansen" not in text
    assert text_to_record(text) == Record(protocol=wanted)


@pytest.mark.parametrize("made", RecordKind)
def test_what_must_have_a_protocol_has_one(made: RecordKind) -> None:
    found = text_to_record(record_to_text(Record(made=made)))
    without = made in (RecordKind.COMPARISON, RecordKind.COMPOSED, RecordKind.LEAFLET)
    assert found == (Record(made=made) if without else None)


@pytest.mark.parametrize(
    ("target", "is_fit"),
    [
        ("https://example.org/x", True),
        ("mailto:a@example.org", True),
        ("#art-1", True),
        ("oponoa.md#art-1", True),
        ("javascript:alert(1)", False),
        ("file:///etc/passwd", False),
        ("//example.org/x", False),
        ("\\\\server\\share", False),
        ("https://example.org/\nx", False),
    ],
)
def test_a_link_that_nobody_should_follow_spoils_a_record(target: str, is_fit: bool) -> None:
    record = Record(protocol=_leading_to(target))
    assert (text_to_record(record_to_text(record)) == record) is is_fit


def test_a_record_in_a_newer_format_says_so_and_nothing_else() -> None:
    content = json.loads(record_to_text(Record(protocol=protocol("oponoa"))))
    found = text_to_record(json.dumps({**content, "version": 2, "more": 1}))
    assert found is not None
    assert found.protocol is None
    assert found.newer is not None
    assert found.newer.code.name == "format-newer"


@pytest.mark.parametrize(
    "change", [{"version": 0}, {"version": True}, {"format": "x"}, {"made": "x"}, {"more": 1}]
)
def test_another_format_version_or_key_is_no_record(change: dict[str, object]) -> None:
    content = json.loads(record_to_text(Record(protocol=protocol("oponoa"))))
    assert text_to_record(json.dumps({**content, **change})) is None
    assert text_to_record("{") is None
