"""A run of lines that belong together, as it is being understood."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum

from protocolkit.base.messages import Marked
from protocolkit.importing.source.lines import Line
from protocolkit.text.markers import Start

OTHER_SIZE = 0.6
"""By how many points two lines differ at least when they are printed in two sizes of type."""


class Role(Enum):
    """What a block is in the document."""

    TITLE = "title"
    HEADING = "heading"
    ITEM = "item"
    PARAGRAPH = "paragraph"
    TABLE = "table"


class Boundary(Enum):
    """How sure it is that a block begins here: a gap or marker, or only a short line before."""

    STRONG = "strong"
    WEAK = "weak"


@dataclass(frozen=True, slots=True)
class Piece:
    """A span of the text; ``instead`` is a word that was broken, standing there whole.

    ``ends_line`` says that a space (or, with ``breaks``, a line break) follows.
    """

    begin: int
    end: int
    instead: str = ""
    ends_line: bool = False
    breaks: bool = False


@dataclass(slots=True, kw_only=True)
class LineRun:
    """A run of lines with the marker before them, as it is being understood."""

    lines: list[Line]
    start: Start | None = None
    boundary: Boundary = Boundary.STRONG
    pieces: list[Piece] = field(default_factory=list)
    text: str = ""
    doubts: list[Marked] = field(default_factory=list)
    role: Role = Role.PARAGRAPH
    level: int = 0
    is_apart: bool = False
    is_above_title: bool = False

    @property
    def first(self) -> Line:
        """The line that the block begins with."""
        return self.lines[0]

    @property
    def marker(self) -> str:
        """What is printed before the block."""
        return self.start.marker if self.start else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Where a clause or section stood in the source, and what is not sure about it."""

    anchor: str
    begin: int
    end: int
    page: int = 0
    doubts: tuple[Marked, ...] = ()
