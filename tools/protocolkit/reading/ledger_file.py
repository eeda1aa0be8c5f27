"""A ledger as a file: read strictly, and written so that it reads back as the same value."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from protocolkit.base.files import read_text
from protocolkit.base.formats import LEDGER
from protocolkit.reading.format_line import check_format, format_line
from protocolkit.reading.found_problems import Report
from protocolkit.reading.ledger import Destination, Ledger, SourceChange, SourceChangeKind
from protocolkit.reading.words_left_out import LeftOut, LeftOutReason
from protocolkit.reading.yaml_text import YamlMapping, read_mapping
from protocolkit.text.bounded_numbers import whole_number

# No source is longer, in characters or in pages.
_LONGEST = 1_000_000_000


def read_ledger(path: Path, report: Report, inside: Path | None = None) -> Ledger:
    """Read a ledger file; what is wrong in it goes to ``report``.

    ``inside`` is the folder that the file may not lead out of. Raises
    :class:`~protocolkit.base.problems.ProtocolkitError` when it cannot be opened, and for a newer
    format.
    """
    top = read_mapping(read_text(path, inside, report.path), report)
    check_format(top, LEDGER, report)
    ledger = Ledger(
        source=top.text("source"),
        sha256=top.text("sha256"),
        changes=tuple(_change(entry) for entry in top.mappings("changes")),
        left_out=tuple(_left_out(entry) for entry in top.mappings("left_out")),
        choices=top.texts("choices"),
    )
    top.close()
    return ledger


def _change(entry: YamlMapping) -> SourceChange:
    span = [whole_number(text, most=_LONGEST) for text in entry.texts("span")]
    change = SourceChange(
        kind=entry.choice("kind", SourceChangeKind.REMOVED),
        begin=min(span, default=0),
        end=max(span, default=0),
        text=entry.text("text"),
        to=entry.choice("to", Destination.NOTES),
        word=entry.text("word"),
        mark=entry.text("mark"),
        reason=entry.text("reason"),
        line=entry.line,
    )
    entry.close()
    return change


def _left_out(entry: YamlMapping) -> LeftOut:
    found = LeftOut(
        text=entry.text("text"),
        reason=entry.choice("reason", LeftOutReason.HIDDEN),
        at=whole_number(entry.text("at"), most=_LONGEST, default=-1),
        page=whole_number(entry.text("page"), most=_LONGEST),
        is_in_sentence=entry.flag("in_sentence", default=False),
    )
    entry.close()
    return found


def write_ledger(ledger: Ledger, protocol: str) -> str:
    """Return the text of a ledger file; ``protocol`` is the name of its protocol file.

    Strings are written as JSON, which YAML reads as it stands.
    """
    lines = [f"# Every difference between {ledger.source} and the words of ../{protocol}."]
    lines += [format_line(LEDGER), f"source: {_quoted(ledger.source)}", f"sha256: {ledger.sha256}"]
    if ledger.choices:
        lines.append(f"choices: [{', '.join(map(_quoted, ledger.choices))}]")
    if not ledger.changes:
        lines.append("changes: []")
    else:
        lines.append("changes:")
    for change in ledger.changes:
        lines += _entry(change)
    if ledger.left_out:
        lines.append("left_out:")
    for found in ledger.left_out:
        lines += _left_out_entry(found)
    return "\n".join(lines) + "\n"


def _entry(change: SourceChange) -> Iterator[str]:
    yield f"  - kind: {change.kind.value}"
    yield f"    span: [{change.begin}, {change.end}]"
    if change.kind is SourceChangeKind.MOVED:
        yield f"    to: {change.to.value}"
    yield f"    text: {_quoted(' '.join(change.text.split()))}"
    if change.kind is SourceChangeKind.UNGLUED or change.word:
        yield f"    word: {_quoted(change.word)}"
    if change.mark:
        yield f"    mark: {_quoted(change.mark)}"
    if change.reason:
        yield f"    reason: {_quoted(change.reason)}"


def _left_out_entry(found: LeftOut) -> Iterator[str]:
    yield f"  - text: {_quoted(' '.join(found.text.split()))}"
    yield f"    reason: {found.reason.value}"
    if found.at >= 0:
        yield f"    at: {found.at}"
    if found.page:
        yield f"    page: {found.page}"
    if found.is_in_sentence:
        yield "    in_sentence: true"


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
