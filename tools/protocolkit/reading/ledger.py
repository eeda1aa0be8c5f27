"""The ledger of a source: every difference between a source snapshot and its protocol's words.

Applied to the source text (:mod:`~protocolkit.reading.ledger_replay`) it must give the protocol's
word sequence, exactly and in order (words.md). It is data beside the snapshot:
``bron/<organisation>.ledger.yml``.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from protocolkit.reading.words_left_out import LeftOut


class SourceChangeKind(Enum):
    """What happened to a span of the source on its way to Markdown."""

    REMOVED = "removed"
    MOVED = "moved"
    UNGLUED = "unglued"
    JOINED = "joined"


class Destination(Enum):
    """Where a moved span went: to the notes after the body, into links, or before all as title."""

    NOTES = "notes"
    LINKS = "links"
    TITLE = "title"


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceChange:
    """One entry: characters ``begin`` up to ``end`` of the source, and what became of them.

    Characters are counted in the text with line ends as one newline, without a byte-order mark.
    ``text`` repeats the span (spaces folded), ``word`` is what stands there now (unglued,
    joined), ``mark`` the label of the note that was glued to it.
    """

    kind: SourceChangeKind
    begin: int
    end: int
    text: str
    to: Destination = Destination.NOTES
    word: str = ""
    mark: str = ""
    reason: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Ledger:
    """All changes of one source, in its order; ``sha256`` is of the source's bytes.

    ``left_out`` is what the file held besides, and what is no text of the protocol. ``choices`` are
    the readings that a person took at the import, as they were typed.
    """

    source: str
    sha256: str
    changes: tuple[SourceChange, ...]
    left_out: tuple[LeftOut, ...] = ()
    choices: tuple[str, ...] = ()


def ledger_path(source: Path) -> Path:
    """Return where the ledger of a source snapshot is kept."""
    return source.with_suffix(".ledger.yml")
