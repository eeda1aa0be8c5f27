"""The proof of an import: no word of the source is lost, and the Markdown reads back the same."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from protocolkit.base.location import Location
from protocolkit.base.problems import ProtocolkitError, problem
from protocolkit.document.model import Protocol
from protocolkit.document.outline import protocol_tokens
from protocolkit.importing.source import codes
from protocolkit.importing.source.lines import Source
from protocolkit.reading.ledger import Ledger, SourceChange
from protocolkit.reading.ledger_replay import replay
from protocolkit.reading.reader import read_protocol_text
from protocolkit.reading.writer import write_protocol
from protocolkit.text.differences import word_differences

# Markdown settles at the second writing: what the reader makes one, such as two runs of bold.
_MOST_WRITINGS = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    """A protocol as its Markdown reads back, with all that differs from its source."""

    protocol: Protocol
    markdown: str
    ledger: Ledger


def prove(
    protocol: Protocol, source: Source, changes: Iterable[SourceChange], location: Location
) -> Proof:
    """Hold a protocol beside the source with its ledger.

    Raises :class:`ProtocolkitError` when a word differs, or when the Markdown of the protocol
    would not read back as it was written.
    """
    return prove_first([protocol], source, changes, location)[1]


def prove_first(
    protocols: Sequence[Protocol],
    source: Source,
    changes: Iterable[SourceChange],
    location: Location,
) -> tuple[int, Proof]:
    """Return the place and the proof of the first protocol that can be proved.

    They are made of one source with one ledger, which is replayed once for all. When none can be
    proved, raises what :func:`prove` raises for the last.
    """
    ledger = _ledger(source, changes, protocols[0].facts.source.file)
    wanted = replay(source.text, ledger).words
    *others, last = protocols
    for place, protocol in enumerate(others):
        try:
            return place, _held(protocol, wanted, ledger, location)
        except ProtocolkitError:
            continue
    return len(others), _held(last, wanted, ledger, location)


def _held(protocol: Protocol, wanted: Sequence[str], ledger: Ledger, location: Location) -> Proof:
    """Hold a protocol beside the words that the source and its ledger give."""
    read, markdown = _read_back(protocol, location)
    words = protocol_tokens(read)
    for place in word_differences(wanted, words)[:1] if wanted != words else ():
        raise ProtocolkitError(
            problem(
                codes.WORDS_DIFFER,
                location,
                position=str(place.old_start + 1),
                source=" ".join(place.old[:8]),
                result=" ".join(place.new[:8]),
            )
        )
    return Proof(protocol=replace(read, subject="", slug=""), markdown=markdown, ledger=ledger)


def _ledger(source: Source, changes: Iterable[SourceChange], file: str) -> Ledger:
    ordered = sorted(changes, key=lambda change: (change.begin, -change.end))
    return Ledger(
        source=file.rsplit("/", 1)[-1],
        sha256=hashlib.sha256(source.text.encode("utf-8")).hexdigest(),
        changes=tuple(ordered),
        left_out=source.left_out,
    )


def _read_back(protocol: Protocol, location: Location) -> tuple[Protocol, str]:
    """Return a protocol as its Markdown reads, and that Markdown, written until it stays so."""
    markdown = write_protocol(protocol)
    for _ in range(_MOST_WRITINGS - 1):
        read = read_protocol_text(markdown).protocol
        again = write_protocol(read)
        if again == markdown:
            return read, markdown
        markdown = again
    raise ProtocolkitError(problem(codes.READS_DIFFERENTLY, location))
