"""For which text of a clause a person wrote something beside it, kept under ``seen`` in that file.

Beside what was written the program keeps the mark of the clause and that of the writing itself.
When the clause changes the writing is out of date, until somebody writes it anew or takes its mark
away. A mark of the clause alone is of a place that was still empty.
"""

from __future__ import annotations

import zlib
from collections.abc import Mapping
from enum import Enum

from protocolkit.document.fingerprints import clause_mark, has_fingerprint
from protocolkit.document.model import Clause, Footnote
from protocolkit.reading.yaml_content import compose, content_of, verify, with_added
from protocolkit.reading.yaml_edit import added, assigned
from protocolkit.reading.yaml_values import Value, block

SEEN = "seen"
"""The key under which the marks stand, each by the name of what it is about."""


class SeenState(Enum):
    """How a writing stands to the clause that it is about; a fresh one has no mark yet."""

    FRESH = "fresh"
    CURRENT = "current"
    OUTDATED = "outdated"
    UNKNOWN = "unknown"


def seen_mark(item: Clause | Footnote, text: str) -> str:
    """Return the mark of what was written about a clause as it is now."""
    return f"{clause_mark(item)} {_own_mark(text)}" if text.strip() else clause_mark(item)


def seen_state(item: Clause | Footnote | None, text: str, seen: str) -> SeenState:
    """Return how a writing stands to its clause; ``seen`` is the mark that was kept, or ``""``."""
    if item is None:
        return SeenState.UNKNOWN
    clause, _, own = seen.partition(" ")
    if not seen or (own and own != _own_mark(text)):
        return SeenState.FRESH
    return SeenState.CURRENT if has_fingerprint(item, clause) else SeenState.OUTDATED


def with_seen(text: str, marks: Mapping[str, str]) -> str:
    """Return a YAML text with marks under ``seen``, at its end; every other byte stays.

    Raises :class:`~protocolkit.reading.yaml_values.NotEditableError` where that is not certain.
    """
    if not marks:
        return text
    top = compose(text)
    addition: Mapping[str, Value] = {SEEN: marks}
    known = content_of(top)
    if isinstance(known, dict) and SEEN in known:
        return assigned(text, (SEEN,), marks) if known[SEEN] else added(text, addition)
    end = "" if text.endswith("\n") else "\n"
    made = f"{text}{end}" + "\n".join([*block(addition, 0), ""])
    verify(made, with_added(known, addition))
    return made


def without_seen(text: str) -> tuple[str, str]:
    """Return a YAML text up to the marks at its end, and those; ("text", "") where it has none."""
    top = compose(text)
    if top is None or top.flow_style or not top.value or top.value[-1][0].value != SEEN:
        return text, ""
    at = top.value[-1][0].start_mark.index
    return text[:at], text[at:]


def _own_mark(text: str) -> str:
    """Return the CRC-32 of the words of a writing: it only tells whether somebody wrote it anew."""
    return f"{zlib.crc32(' '.join(text.split()).encode()):08x}"
