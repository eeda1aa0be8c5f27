"""What every extractor hands over: one text, its lines with hints, and marks on it.

The text is what becomes the snapshot; all places are offsets in it, so that every later step can
say exactly what it removed, moved or joined. Which program made the file is known to the
extractor only.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import Enum

from protocolkit.base.messages import Marked, Message, message
from protocolkit.reading.left_out import LeftOut, Reason


class MarkKind(Enum):
    """What a mark says about a span of the text."""

    LINK = "link"
    STRONG = "strong"
    EMPHASIS = "emphasis"
    NOTE = "note"
    BREAK = "break"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A span of the text with a meaning; ``target`` is an address, or the label of a note."""

    begin: int
    end: int
    kind: MarkKind
    target: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of the text with what the source shows of it.

    ``gap`` is the room above it in blank lines; ``indent``, ``right`` and ``size`` are in the
    source's own unit (characters, points); ``limit`` is where the column ends that the line stands
    in, where that is known. ``level`` is that of a heading by its style (1 is the
    title), ``marker`` the length of a marker that the source counted itself, ``depth`` how deep
    that list lies (0: not known). ``is_whole`` says that the line is a paragraph by itself,
    ``cells`` that it is a row of a table, ``note`` that it belongs to the note of that label.
    ``is_exact`` says that this program made the source: style, marker and anchor are no guesses.
    """

    text: str
    begin: int
    page: int = 0
    gap: float = 0.0
    indent: float = 0.0
    right: float = 0.0
    limit: float = 0.0
    size: float = 0.0
    is_bold: bool = False
    is_spaced: bool = False
    is_page_start: bool = False
    is_whole: bool = False
    level: int = 0
    marker: int = 0
    depth: int = 0
    cells: tuple[tuple[int, int], ...] = ()
    table: int = 0
    note: str = ""
    anchor: str = ""
    is_exact: bool = False

    @property
    def end(self) -> int:
        """The offset just after the line."""
        return self.begin + len(self.text)


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubt:
    """A span that is text of the protocol as far as can be told, and why that is not sure."""

    begin: int
    end: int
    text: Marked


@dataclass(frozen=True, slots=True, kw_only=True)
class Carried:
    """What a file of ours carries, as it was found: nothing in it has been read or believed yet.

    ``record`` is the text of its record, ``""`` when it is no text. ``pages`` and ``addresses`` are
    what its pages show where lines say less: their words, and where their links lead.
    """

    record: str
    pages: tuple[str, ...] = ()
    addresses: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A source as extracted. ``is_laid_out`` says that sizes and places in it are real.

    ``left_out`` is all that the file holds besides its text, in the order of the file; ``doubts``
    are spans of the text that a reader of the printed page may not see, or not as text.
    ``notices`` are what a person should know about it.
    """

    text: str
    lines: tuple[Line, ...]
    marks: tuple[Mark, ...] = ()
    notices: tuple[Message, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    is_laid_out: bool = False
    is_ours: bool = False
    carried: Carried | None = None


class SourceBuilder:
    """Gathers lines and marks of a source that has no text of its own yet."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._length = 0
        self.lines: list[Line] = []
        self.marks: list[Mark] = []
        self.notices: list[Message] = []
        self.left_out: list[LeftOut] = []
        self.doubts: list[Doubt] = []

    @property
    def offset(self) -> int:
        """Where the next line will begin."""
        return self._length

    def add(self, line: Line, marks: Iterable[Mark] = ()) -> None:
        """Add a line; its marks count from the line's own beginning."""
        placed = replace(line, begin=self._length)
        self.lines.append(placed)
        self.marks += [
            replace(mark, begin=mark.begin + self._length, end=mark.end + self._length)
            for mark in marks
        ]
        self._pieces.append(line.text)
        self._length += len(line.text) + 1

    def skip(self) -> None:
        """Add an empty line, for whoever reads the snapshot."""
        self._pieces.append("")
        self._length += 1

    def notice(self, text: Marked, **values: str) -> None:
        """Remember something that a person should know."""
        self.notices.append(message(text, **values))

    def leave_out(
        self, text: str, reason: Reason, *, at: int | None = None, is_in_sentence: bool = False
    ) -> None:
        """Remember words that are no text of the protocol; ``at`` is the next line when not said.

        What holds no visible character is nothing that was left out.
        """
        if text.strip():
            place = self._length if at is None else at
            self.left_out.append(
                LeftOut(text=text, reason=reason, at=place, is_in_sentence=is_in_sentence)
            )

    def build(
        self,
        *,
        is_laid_out: bool = False,
        is_ours: bool = False,
        carried: Carried | None = None,
    ) -> Source:
        """Return what was gathered."""
        return Source(
            text="\n".join([*self._pieces, ""]),
            lines=tuple(self.lines),
            marks=tuple(self.marks),
            notices=tuple(self.notices),
            left_out=tuple(self.left_out),
            doubts=tuple(self.doubts),
            is_laid_out=is_laid_out,
            is_ours=is_ours,
            carried=carried,
        )
