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
from protocolkit.document.model import Flush
from protocolkit.reading.words_left_out import LeftOut, LeftOutReason


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
    source's own unit (characters, points); ``height`` is how high it is printed on its page, in
    points, 0 where there are no pages; ``limit`` is where the column ends that the line stands
    in, where that is known. ``is_bold`` says that all its words stand out by their letters or by a
    line under them, ``is_underlined`` that they do so by that line alone, ``is_italic`` that
    all of them are in italics. ``level`` is that of a heading by its style (1 is the title),
    ``marker`` the length of a marker that the source counted itself, ``depth`` how deep that
    list lies (0: not known). ``is_whole`` says that the line is a paragraph by itself,
    ``cells`` that it is a row of a table, ``flush`` to which side each cell is set (nothing:
    all left), ``note`` that it belongs to the note of that label. ``is_exact`` says that this
    program made the source: style, marker and anchor are no guesses.
    """

    text: str
    begin: int
    page: int = 0
    gap: float = 0.0
    indent: float = 0.0
    right: float = 0.0
    limit: float = 0.0
    size: float = 0.0
    height: float = 0.0
    is_bold: bool = False
    is_underlined: bool = False
    is_italic: bool = False
    is_spaced: bool = False
    is_page_start: bool = False
    is_whole: bool = False
    level: int = 0
    marker: int = 0
    depth: int = 0
    cells: tuple[tuple[int, int], ...] = ()
    flush: tuple[Flush, ...] = ()
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

    ``record`` is the text of its record, ``""`` when it is no text, and None when it has none, as
    our first files. ``front`` are the lines of its cover as a reader sees them, with a tab between
    cells. ``pages`` and ``addresses`` are what its pages show where lines say less: their words,
    and where their links lead.
    """

    record: str | None
    front: tuple[str, ...] = ()
    pages: tuple[str, ...] = ()
    addresses: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A source as extracted. ``is_laid_out`` says that sizes and places in it are real.

    ``left_out`` is all that the file holds besides its text, in the order of the file; ``doubts``
    are spans of the text that a reader of the printed page may not see, or not as text. ``added``
    are spans that the file does not hold: list numbers, marks of notes. ``parts`` says from which
    offset on the text is of which part of the file, where that is not its main text. ``notices``
    are what a person should know about it.
    """

    text: str
    lines: tuple[Line, ...]
    marks: tuple[Mark, ...] = ()
    notices: tuple[Message, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    added: tuple[tuple[int, int], ...] = ()
    parts: tuple[tuple[int, str], ...] = ()
    is_laid_out: bool = False
    is_ours: bool = False
    carried: Carried | None = None


class SourceBuilder:
    """Gathers lines and marks of a source that has no text of its own yet."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._length = 0
        self._part = ""
        self._parts: list[tuple[int, str]] = []
        self.lines: list[Line] = []
        self.marks: list[Mark] = []
        self.notices: list[Message] = []
        self.left_out: list[LeftOut] = []
        self.doubts: list[Doubt] = []
        self.added: list[tuple[int, int]] = []

    @property
    def offset(self) -> int:
        """Where the next line will begin."""
        return self._length

    def begin_part(self, name: str) -> None:
        """Say of which part of the file all that follows is."""
        self._part = name
        self._parts.append((self._length, name))

    def add(
        self,
        line: Line,
        marks: Iterable[Mark] = (),
        *,
        left_out: Iterable[LeftOut] = (),
        doubts: Iterable[Doubt] = (),
        added: Iterable[tuple[int, int]] = (),
    ) -> None:
        """Add a line; all that belongs to it counts from the line's own beginning."""
        shift, marks = self._length, tuple(marks)
        is_italic = line.is_italic or _are_italic(line.text, marks)
        self.lines.append(replace(line, begin=shift, is_italic=is_italic))
        self.marks += [replace(m, begin=m.begin + shift, end=m.end + shift) for m in marks]
        self.doubts += [replace(d, begin=d.begin + shift, end=d.end + shift) for d in doubts]
        self.left_out += [
            replace(found, at=found.at + shift, part=found.part or self._part) for found in left_out
        ]
        self.added += [(begin + shift, end + shift) for begin, end in added]
        self._pieces.append(line.text)
        self._length += len(line.text) + 1

    def include(self, other: Source, part: str) -> None:
        """Add the text of another file that this one takes in as its part."""
        shift, before = self._length, self._part
        self.begin_part(part)
        self.lines += [
            replace(
                line,
                begin=line.begin + shift,
                cells=tuple((begin + shift, end + shift) for begin, end in line.cells),
                table=line.table and line.table + self._length,
            )
            for line in other.lines
        ]
        self.marks += [replace(m, begin=m.begin + shift, end=m.end + shift) for m in other.marks]
        self.doubts += [replace(d, begin=d.begin + shift, end=d.end + shift) for d in other.doubts]
        self.left_out += [
            replace(found, at=found.at + shift if found.at >= 0 else -1, part=part)
            for found in other.left_out
        ]
        self.added += [(begin + shift, end + shift) for begin, end in other.added]
        self.notices += other.notices
        text = other.text.rstrip("\n")
        self._pieces.append(text)
        self._length += len(text) + 1
        self.begin_part(before)

    def skip(self) -> None:
        """Add an empty line, for whoever reads the snapshot."""
        self._pieces.append("")
        self._length += 1

    def notice(self, text: Marked, **values: str) -> None:
        """Remember something that a person should know."""
        self.notices.append(message(text, **values))

    def leave_out(
        self, text: str, reason: LeftOutReason, part: str = "", *, is_added: bool = False
    ) -> None:
        """Remember words that are no text, as standing before the next line or in another part.

        What holds no visible character is nothing that was left out; with one reason, what stands
        in one place is told together.
        """
        if not text.strip():
            return
        at = self._length if part in ("", self._part) else -1
        part = part or self._part
        found = LeftOut(text=text, reason=reason, at=at, part=part, is_added=is_added)
        last = self.left_out[-1] if self.left_out else None
        if last is not None and replace(last, text=text) == found:
            found = replace(found, text=f"{last.text} {text}")
            self.left_out.pop()
        self.left_out.append(found)

    def doubt(self, text: Marked) -> None:
        """Doubt what stands just before this place, where no words are that can be doubted."""
        last = self.lines[-1] if self.lines else None
        begin, end = (last.begin, last.end) if last is not None else (0, 0)
        self.doubts.append(Doubt(begin=begin, end=end, text=text))

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
            added=tuple(self.added),
            parts=tuple(self._parts),
            is_laid_out=is_laid_out,
            is_ours=is_ours,
            carried=carried,
        )


def _are_italic(text: str, marks: Iterable[Mark]) -> bool:
    """Tell whether all words of a line are emphasised."""
    places = {n for m in marks if m.kind is MarkKind.EMPHASIS for n in range(m.begin, m.end)}
    return bool(places) and all(n in places for n, sign in enumerate(text) if sign.isalpha())
