"""Lines of a source out of what was read of a web page's paragraphs and rows."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from protocolkit.base.messages import Marked
from protocolkit.importing.extract.shared.empty_rows import EmptyRows
from protocolkit.importing.extract.shared.paragraph import Runs
from protocolkit.importing.source.lines import Line, MarkKind, SourceBuilder

_INDENT = 18.0
_SIZE = 11.0
_IN_CELLS = (MarkKind.LINK, MarkKind.EMPHASIS)


@dataclass(frozen=True, slots=True)
class BlockPlace:
    """Where a block stands: its heading level, list depth, and the marker it is still to get."""

    level: int = 0
    depth: int = 0
    marker: str = ""


class PageLines:
    """Adds lines to a source."""

    def __init__(self, builder: SourceBuilder) -> None:
        self._builder = builder
        self._tables = 0
        self._empty_rows = EmptyRows()

    def add(self, words: Runs, place: BlockPlace, *, is_bold: bool) -> None:
        """Add a paragraph; one of which a reader sees no word is left out."""
        end = len(words.text.rstrip())
        if not end:
            self._leave(words)
            return
        keeps = not (is_bold or place.level)
        words = words.before(end)
        if place.marker:
            words = words.after(f"{place.marker} ")
        self._builder.add(
            Line(
                text=words.text,
                begin=0,
                indent=place.depth * _INDENT,
                right=end,
                size=_SIZE,
                is_bold=is_bold and not place.level,
                is_whole=True,
                level=place.level,
                marker=len(place.marker),
                depth=place.depth if place.marker else 0,
            ),
            [m for m in words.marks if keeps or m.kind is not MarkKind.STRONG],
            left_out=words.left_out,
            doubts=words.doubts,
            added=words.added,
        )

    def add_row(self, cells: list[Runs], place: BlockPlace) -> None:
        """Add a row of a table; without a word it stays below others only."""
        line, begin = Runs(), self._builder.offset
        spans: list[tuple[int, int]] = []
        for cell in cells:
            if spans:
                line.say("\t")
            start = len(line.text)
            line.append(cell.before(len(cell.text.rstrip())), between="")
            spans.append((begin + start, begin + len(line.text)))
        if not self._empty_rows.keeps(line, is_seen=bool(cells)):
            self._leave(line)
            return
        self._builder.add(
            Line(
                text=line.text,
                begin=0,
                indent=place.depth * _INDENT,
                right=len(line.text),
                size=_SIZE,
                is_whole=True,
                cells=tuple(spans),
                table=self._tables,
            ),
            [m for m in line.marks if m.kind in _IN_CELLS],
            left_out=line.left_out,
            doubts=line.doubts,
            added=line.added,
        )

    @contextmanager
    def table(self) -> Iterator[None]:
        """Let the rows that are added meanwhile be those of one table."""
        self._tables += 1
        self._empty_rows = EmptyRows()
        yield
        self._empty_rows.end(self._builder)

    def _leave(self, words: Runs) -> None:
        for found in words.left_out:
            self._builder.leave_out(found.text, found.reason)
        for doubt in words.doubts:
            self.doubt(doubt.text)

    def doubt(self, text: Marked) -> None:
        """Doubt the paragraph or the row before."""
        self._builder.doubt(text)
