"""Whether a protocol has the words of its source: what is wrong between it, source and ledger."""

from __future__ import annotations

import hashlib
from pathlib import Path

from protocolkit.base.files import decoded, is_there, read_bytes
from protocolkit.base.problems import Problem, error
from protocolkit.document.model import Protocol
from protocolkit.document.outline import protocol_tokens, rich_texts
from protocolkit.document.richtext import Link, note_labels, walk
from protocolkit.reading.found_problems import Report
from protocolkit.reading.ledger import Ledger, ledger_path
from protocolkit.reading.ledger_file import read_ledger
from protocolkit.reading.ledger_replay import Replay, replay
from protocolkit.text.differences import word_differences

LEDGER_SOURCE_CHANGED = error(
    "ledger-source-changed",
    "The source is not the one that the ledger speaks of",
    "the source file is not the one that this ledger was made for.",
    "Put the original file back, or import it again.",
)
LEDGER_SPAN = error(
    "ledger-span",
    "An entry of the ledger does not fit the source",
    "the entry at {span} says '{text}', the source says '{found}'.",
    "Correct the entry, or import the source again.",
)
LEDGER_WORDS = error(
    "ledger-words",
    "The protocol does not have the words of its source",
    "at word {position} the source has '{source}' and the protocol '{protocol}'.",
    "Put the words back as the source has them, or enter the difference in the ledger.",
)
LEDGER_NOTES = error(
    "ledger-notes",
    "The marks of the notes differ from the source",
    "the source calls the notes {source}, the protocol {protocol}.",
    "Put each mark where the source has it.",
)
LEDGER_LINKS = error(
    "ledger-links",
    "An address of the source leads nowhere",
    "the address '{address}' stands in the source, but no link of the protocol leads to it.",
    "Give the words that it belongs to this address.",
)
# How many places are reported, and how many words of each.
_SHOWN = 10
_CONTEXT = 12


def verify(
    protocol: Protocol, source: Path, report: Report, inside: Path | None = None
) -> tuple[Problem, ...]:
    """Compare a protocol with its source and ledger; return what is wrong.

    Without a ledger the source must have the same words as it stands. Neither may lead out of the
    folder ``inside``.
    """
    path, content = ledger_path(source), read_bytes(source, inside)
    text = decoded(content, str(source))
    ledger = Ledger(source=source.name, sha256="", changes=())
    if is_there(path):
        ledger = read_ledger(path, report, inside)
        if hashlib.sha256(content).hexdigest() != ledger.sha256:
            report.add(LEDGER_SOURCE_CHANGED)
        _check_spans(text, ledger, report)
    _compare(replay(text, ledger), protocol, report)
    return tuple(report.problems)


def _check_spans(text: str, ledger: Ledger, report: Report) -> None:
    for change in ledger.changes:
        found = " ".join(text[change.begin : change.end].split())
        if found != " ".join(change.text.split()):
            span = f"{change.begin}-{change.end}"
            report.add(LEDGER_SPAN, change.line, span=span, text=change.text[:60], found=found[:60])


def _compare(found: Replay, protocol: Protocol, report: Report) -> None:
    words = protocol_tokens(protocol)
    for place in word_differences(found.words, words)[:_SHOWN]:
        report.add(
            LEDGER_WORDS,
            position=str(place.old_start + 1),
            source=" ".join(place.old[:_CONTEXT]),
            protocol=" ".join(place.new[:_CONTEXT]),
        )
    marks = tuple(label for rich in rich_texts(protocol) for label in note_labels(rich))
    if found.marks != marks:
        report.add(LEDGER_NOTES, source=", ".join(found.marks), protocol=", ".join(marks))
    inlines = [inline for rich in rich_texts(protocol) for inline in walk(rich)]
    targets = {inline.target for inline in inlines if isinstance(inline, Link)}
    for address in found.addresses:
        if address not in targets:
            report.add(LEDGER_LINKS, address=address)
