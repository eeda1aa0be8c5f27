"""A ledger to its file: every difference between a snapshot and its protocol, as data."""

from __future__ import annotations

import json
from collections.abc import Iterator

from protocolkit.reading.ledger import ChangeKind, Ledger, SourceChange


def write_ledger(ledger: Ledger, protocol: str) -> str:
    """Return the text of a ledger file; ``protocol`` is the name of its protocol file.

    Strings are written as JSON, which YAML reads as it stands.
    """
    lines = [f"# Every difference between {ledger.source} and the words of ../{protocol}."]
    lines += [f"source: {_quoted(ledger.source)}", f"sha256: {ledger.sha256}"]
    if not ledger.changes:
        lines.append("changes: []")
    else:
        lines.append("changes:")
    for change in ledger.changes:
        lines += _change(change)
    return "\n".join(lines) + "\n"


def _change(change: SourceChange) -> Iterator[str]:
    yield f"  - kind: {change.kind.value}"
    yield f"    span: [{change.begin}, {change.end}]"
    if change.kind is ChangeKind.MOVED:
        yield f"    to: {change.to.value}"
    yield f"    text: {_quoted(' '.join(change.text.split()))}"
    if change.kind is ChangeKind.UNGLUED or change.word:
        yield f"    word: {_quoted(change.word)}"
    if change.mark:
        yield f"    mark: {_quoted(change.mark)}"
    if change.reason:
        yield f"    reason: {_quoted(change.reason)}"


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
