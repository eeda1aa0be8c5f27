"""What is read of Word paragraphs: their runs, the notes they call, and what was counted."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import NamedTuple

from protocolkit.importing.extract.shared.elements import Element
from protocolkit.importing.extract.shared.paragraph import Runs
from protocolkit.importing.extract.word.bound_text import Bound
from protocolkit.importing.extract.word.contents import Contents
from protocolkit.importing.extract.word.drawings import Box, Drawings
from protocolkit.importing.extract.word.fields import FieldEnds
from protocolkit.importing.extract.word.own_labels import OwnLabels
from protocolkit.importing.extract.word.sight import ParagraphSight, Sight
from protocolkit.importing.extract.word.styles import Styles
from protocolkit.reading.words_left_out import LeftOutReason

_LABEL = re.compile(r"^[\w*†-]{1,4}$")


@dataclass(slots=True)
class Counter:
    """Counts what a person should know of: inserted and deleted pieces, comments, boxes."""

    counts: dict[str, int] = field(default_factory=dict)

    def add(self, name: str, by: int = 1) -> None:
        """Count one more."""
        self.counts[name] = self.counts.get(name, 0) + by


class NoteKey(NamedTuple):
    """Which note of a file: ``footnote`` or ``endnote``, and what Word calls it among those."""

    kind: str
    name: str


@dataclass(slots=True, kw_only=True)
class Calls:
    """What paragraphs call: notes by the order of their marks, and comments.

    ``labels`` are those of the notes that a reader sees called, ``gone`` why another call is not
    seen; ``comments`` holds the words of each comment until it is called.
    """

    labels: dict[NoteKey, str] = field(default_factory=dict)
    gone: dict[NoteKey, LeftOutReason] = field(default_factory=dict)
    comments: dict[str, str] = field(default_factory=dict)
    comments_part: str = ""

    def label(self, key: NoteKey, printed: str) -> str:
        """Return the label of a note that is called: what its author put there, or its number."""
        is_free = self.labels.get(key) == printed or printed not in self.labels.values()
        is_own = bool(_LABEL.match(printed)) and is_free
        return self.labels.setdefault(key, printed if is_own else str(len(self.labels) + 1))


@dataclass(frozen=True, slots=True, kw_only=True)
class FileTools:
    """What all readers of one file share.

    ``listed`` returns how its list sets a paragraph of some properties (``w:pPr``).
    """

    styles: Styles
    sight: Sight
    drawings: Drawings
    calls: Calls
    counter: Counter
    field_ends: FieldEnds
    listed: Callable[[Element | None], Element | None]
    bound: Bound
    labels: OwnLabels
    contents: Contents


@dataclass(frozen=True, slots=True)
class Paragraph:
    """What was read of a paragraph, the text boxes that hang on it, and how it is seen."""

    runs: Runs
    boxes: tuple[Box, ...]
    sight: ParagraphSight
