"""Short marks of a clause's words, by which a drafted clause is known again."""

from __future__ import annotations

import zlib

from protocolkit.facts import Provenance
from protocolkit.model import Clause, Footnote
from protocolkit.outline import clause_fingerprint, clause_text

MARK_LENGTH = 16
"""How many digits of a fingerprint provenance keeps: enough for the clauses of one document."""


def clause_mark(clause: Clause | Footnote) -> str:
    """Return the beginning of a clause's fingerprint."""
    return clause_fingerprint(clause)[:MARK_LENGTH]


def written_mark(item: Clause | Footnote) -> str:
    """Return the CRC-32 of a clause's words, as 8 hex digits.

    It only tells whether somebody touched words after they were first written here. A page that
    came over plain http may compute no SHA-256, and the composer writes it too.
    """
    return f"{zlib.crc32(' '.join(clause_text(item).split()).encode()):08x}"


def is_as_written(item: Clause | Footnote, entry: Provenance) -> bool:
    """Tell whether a clause has the words that were first written here."""
    if entry.written:
        return entry.written in (written_mark(item), clause_mark(item))
    return clause_mark(item) == entry.fingerprint
