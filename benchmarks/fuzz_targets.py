"""What is done with an input that nobody wrote, and what must hold then."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from dataclasses import dataclass, fields, is_dataclass, replace
from functools import partial
from pathlib import Path
from random import Random
from typing import Any
from unicodedata import normalize

import fuzz_inputs as inputs
from protocolkit.base.messages import translator
from protocolkit.checking.check import check_protocol
from protocolkit.comparison.topics_file import read_seen_text, read_topics_text
from protocolkit.document.fingerprints import protocol_fingerprint
from protocolkit.document.model import Protocol
from protocolkit.document.outline import protocol_tokens
from protocolkit.document.richtext import Text
from protocolkit.drafting.new.answers import read_answers_text
from protocolkit.drafting.template.choices_file import read_choices_text
from protocolkit.exchange.protocol_json import json_to_protocol, protocol_to_json
from protocolkit.importing.import_values import Imported
from protocolkit.importing.kind_of_file import import_opened, open_file
from protocolkit.importing.report import make_report
from protocolkit.importing.report_pages import report_html, report_text
from protocolkit.norms.recognise import protocol_norms
from protocolkit.reading.found_problems import Report
from protocolkit.reading.ledger_file import read_ledger, write_ledger
from protocolkit.reading.ledger_proof import verify
from protocolkit.reading.reader import read_protocol_text
from protocolkit.reading.writer import write_protocol
from protocolkit.references.resolve import resolve_references
from protocolkit.text.differences import phrase_differences, word_differences
from protocolkit.text.words import tokens

_MOST_WRITINGS = 3


class Broken(Exception):  # noqa: N818 - what is broken is a law
    """A law that does not hold."""


@dataclass(frozen=True, slots=True)
class Target:
    """How an input of a kind is made, and what holds it to its laws."""

    make: Callable[[Random], Any]
    hold: Callable[[Any], None]


def _law(holds: bool, name: str) -> None:
    if not holds:
        raise Broken(name)


# -- reading and writing --------------------------------------------------------------------


def _settled(protocol: Protocol) -> Protocol:
    """Return a protocol as it reads back for good; its words never change on the way."""
    words = protocol_tokens(protocol)
    for _ in range(_MOST_WRITINGS):
        again = read_protocol_text(write_protocol(protocol)).protocol
        _law(protocol_tokens(again) == words, "written, the words are others")
        if again == protocol:
            return protocol
        protocol = again
    raise Broken("written again and again, it never reads back the same")


def _read(text: str) -> None:
    protocol = _settled(read_protocol_text(text).protocol)
    back = json_to_protocol(protocol_to_json(protocol)).protocol
    _law(back is None or replace(back, location=protocol.location) == protocol, "JSON differs")
    protocol_fingerprint(protocol)


def _look(text: str) -> None:
    protocol = read_protocol_text(text).protocol
    tuple(check_protocol(protocol, "2026-01-01"))
    resolve_references(protocol)
    protocol_norms(protocol)


def _odd_protocol(random: Random) -> Protocol:
    """Return a protocol with signs of Markdown in its texts, as no file can hold it."""
    protocol = read_protocol_text(inputs.markdown(random)).protocol

    def changed(value: object) -> object:
        if isinstance(value, tuple):
            if len(value) == 1 and isinstance(value[0], Text) and random.random() < 0.5:
                return (Text(normalize("NFC", _plain(inputs.signs(random)) or "x")),)
            return tuple(changed(item) for item in value)
        if is_dataclass(value) and not isinstance(value, type):
            found = {each.name: changed(getattr(value, each.name)) for each in fields(value)}
            return replace(value, **found)
        return value

    facts = protocol.facts
    made = changed(replace(protocol, facts=replace(facts, title="")))
    assert isinstance(made, Protocol)
    return replace(made, facts=facts)


def _plain(text: str) -> str:
    return "".join(c for c in text if c.isprintable()).strip()


# -- words ----------------------------------------------------------------------------------


def _words(text: str) -> None:
    found = tokens(text)
    _law(tokens(" ".join(found)) == found, "the words of words are others")
    _law(tokens(normalize("NFD", text)) == found, "the words hang on how accents are written")


def _pair(random: Random) -> tuple[tuple[str, ...], tuple[str, ...]]:
    old = tokens(inputs.window(random, "txt", 4))
    return old, tokens(inputs.mutated(random, " ".join(old)))


def _difference(pair: tuple[tuple[str, ...], tuple[str, ...]]) -> None:
    old, new = pair
    made: list[str] = []
    at = 0
    for place in word_differences(old, new):
        _law(old[place.old_start : place.old_start + len(place.old)] == place.old, "old words")
        made += [*old[at : place.old_start], *place.new]
        at = place.old_start + len(place.old)
    _law((*made, *old[at:]) == new, "the differences do not make the new text")
    tuple(phrase_differences(old, new))


# -- files ----------------------------------------------------------------------------------


def _import(content: bytes, ending: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"x{ending}"
        path.write_bytes(content)
        imported = import_opened(open_file(path))
        _hold_import(imported, Path(folder))


def _hold_import(imported: Imported, folder: Path) -> None:
    """Hold an import to what it promises; that no word is lost it has proved itself."""
    read = read_protocol_text(imported.markdown).protocol
    _law(replace(read, subject="", slug="") == imported.protocol, "the Markdown reads differently")
    report = make_report(imported, "x", translator())
    report_html(report, translator())
    report_text(report, translator())
    source, ledger = folder / "bron.txt", folder / "bron.ledger.yml"
    source.write_text(imported.source.text, "utf-8", newline="")
    ledger.write_text(write_ledger(imported.ledger, "x.md"), "utf-8", newline="")
    verify(imported.protocol, source, Report("x"))


def _ledger(text: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "x.ledger.yml"
        path.write_bytes(text.encode("utf-8", "ignore"))
        read_ledger(path, Report("x"))


def _yaml(text: str, read: Callable[[str, Report], object]) -> None:
    report = Report("x")
    read(text, report)
    for found in report.problems:
        found.line(translator())


def _topics(text: str, report: Report) -> None:
    read_topics_text(text, "s", report)
    read_seen_text(text, report)


TARGETS = {
    "reader": Target(inputs.markdown, _read),
    "checks": Target(inputs.markdown, _look),
    "front": Target(inputs.front_matter, _read),
    "writer": Target(_odd_protocol, _settled),  # type: ignore[arg-type]
    "words": Target(inputs.odd_text, _words),
    "diff": Target(_pair, _difference),
    "topics": Target(partial(inputs.yaml, kind="topics"), partial(_yaml, read=_topics)),
    "answers": Target(inputs.answers, partial(_yaml, read=read_answers_text)),
    "choices": Target(partial(inputs.yaml, kind="choices"), partial(_yaml, read=read_choices_text)),
    "ledger": Target(partial(inputs.yaml, kind="ledger"), _ledger),
    "text": Target(inputs.text, partial(_import, ending=".txt")),
    "html": Target(inputs.html, partial(_import, ending=".html")),
    "word": Target(inputs.word, partial(_import, ending=".docx")),
    "record": Target(inputs.record, partial(_import, ending=".docx")),
    "pdf": Target(inputs.pdf, partial(_import, ending=".pdf")),
}
SHARES = {
    "reader": 6_000,
    "checks": 2_000,
    "front": 2_000,
    "writer": 6_000,
    "words": 26_000,
    "diff": 15_000,
    "topics": 12_000,
    "answers": 10_000,
    "choices": 8_000,
    "ledger": 7_000,
    "text": 2_000,
    "html": 1_500,
    "word": 1_500,
    "record": 600,
    "pdf": 500,
}
"""How many inputs of each kind a run has: together somewhat over 100,000."""
