"""The record inside our own files: what a Word file or PDF says to a program besides its text.

With it an import gets back what no reader sees: the facts, the kinds of text, the short names.
Whoever finds a record has found a file of ours, in whatever language that is. A record is
untrusted: it is read as strictly as any JSON, and what it says of a text is for the text to prove.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, replace
from enum import Enum

from protocolkit.base.formats import FORMAT_NEWER, RECORD
from protocolkit.base.location import NOWHERE
from protocolkit.base.objects import Object
from protocolkit.base.problems import Problem
from protocolkit.document.facts import without_proofs
from protocolkit.document.model import Protocol
from protocolkit.document.outline import rich_texts
from protocolkit.document.richtext import Link, walk
from protocolkit.exchange.json_reader import parse_json
from protocolkit.exchange.protocol_json import (
    content_to_protocol,
    json_format_problem,
    protocol_content,
)
from protocolkit.reading.found_problems import Report

FILE_NAME = "protocolkit-record.json"
"""What the record is called where it is a file inside a file."""

LONGEST = 10_000_000
"""The most characters that a record may have; one of forty pages has a hundred thousand."""

_KEYS = frozenset({"format", "version", "made", "protocol"})
# What may stand in a link: an address that a reader may open, or a place in these protocols.
_TARGET = re.compile(
    r"^(?:(?:https?://|mailto:|tel:)[^\s\x00-\x1f]+|(?![/\\])[^:\\\s\x00-\x1f]*)$", re.IGNORECASE
)


class RecordKind(Enum):
    """What kind of file carries the record."""

    PROTOCOL = "protocol"
    TEMPLATE = "template"
    COMPARISON = "comparison"
    COMPOSED = "composed"
    LEAFLET = "leaflet"


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """What a file says of itself: what it is, and the text that it was made from.

    A comparison and a short paper have no protocol; one that was composed in a browser has none
    with it. All that is known of a record in a newer format is that it is one: ``newer``.
    """

    made: RecordKind = RecordKind.PROTOCOL
    protocol: Protocol | None = None
    newer: Problem | None = None


def record_to_text(record: Record) -> str:
    """Return a record as one line of ASCII, which every container keeps as it is."""
    content: Object = {**RECORD.head(), "made": record.made.value}
    if record.protocol is not None:
        facts = without_proofs(record.protocol.facts)
        content["protocol"] = protocol_content(replace(record.protocol, facts=facts))
    return json.dumps(content, separators=(",", ":"))


def text_to_record(text: str) -> Record | None:
    """Read a record; None when it is damaged or hostile. Never raises."""
    report = Report("")
    content = parse_json(text, report) if len(text) <= LONGEST else None
    if report.problems or not isinstance(content, dict):
        return None
    odd = json_format_problem(RECORD, content, NOWHERE)
    if odd is not None:
        return Record(newer=odd) if odd.code == FORMAT_NEWER else None
    if not content.keys() <= _KEYS:
        return None
    made = next((kind for kind in RecordKind if kind.value == content.get("made")), None)
    if made is None or "protocol" not in content:
        return (
            None if made in (None, RecordKind.PROTOCOL, RecordKind.TEMPLATE) else Record(made=made)
        )
    protocol = content_to_protocol(content["protocol"], report)
    if protocol is None or not _leads_where_it_may(protocol):
        return None
    return Record(made=made, protocol=protocol)


def may_lead_to(target: str) -> bool:
    """Tell whether a reader may follow a link: to the web, to a person, or within protocols."""
    return _TARGET.match(target) is not None


def _leads_where_it_may(protocol: Protocol) -> bool:
    """Tell whether every link is one that a reader may follow: none that nobody can see."""
    return all(
        may_lead_to(inline.target)
        for rich in rich_texts(protocol)
        for inline in walk(rich)
        if isinstance(inline, Link)
    )
