"""Lines of a source out of what was read of a Word file's paragraphs, rows and notes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import chain, repeat

from protocolkit.document.model import Flush
from protocolkit.document.table_sides import told_flush
from protocolkit.importing.extract.shared.elements import Element
from protocolkit.importing.extract.shared.empty_rows import EmptyRows
from protocolkit.importing.extract.shared.paragraph import Runs
from protocolkit.importing.extract.word.file_record import FileRecord
from protocolkit.importing.extract.word.package import W
from protocolkit.importing.extract.word.properties import points
from protocolkit.importing.extract.word.styles import Look
from protocolkit.importing.extract.word.tables import MOST_COLUMNS
from protocolkit.importing.source.doubts import PICTURED
from protocolkit.importing.source.lines import Line, Mark, MarkKind, SourceBuilder
from protocolkit.reading.words_left_out import LeftOutReason
from protocolkit.text.markers import find_starts
from protocolkit.text.worded_starts import begins_with_letter, worded_starts

_LONGEST_HEADING = 250
# How far a tab that a line begins with draws it in, in points: as far as Word sets tabs by itself.
_TAB = 36.0


class LineMaker:
    """Adds lines to a source; ``record`` says whether this program made the file."""

    def __init__(self, builder: SourceBuilder, record: FileRecord) -> None:
        self._builder = builder
        self._record = record
        self._is_ours = record.is_ours
        self._gap = 0.0
        self._tables = 0
        self._empty_rows = EmptyRows()

    def leave(self, runs: Runs) -> None:
        """Add a paragraph of which a reader sees nothing: a gap, and what was left out."""
        self._gap += 1
        for found in runs.left_out:
            added = found.is_added
            self._builder.leave_out(found.text, found.reason, found.part, is_added=added)
        for doubt in runs.doubts:
            # a picture above all text is that of a cover
            if doubt.text != PICTURED or self._builder.lines:
                self._builder.doubt(doubt.text)

    def emit(self, runs: Runs, look: Look, marker: str, depth: int, left: float) -> None:
        """Add a paragraph; ``marker`` is what is printed before it, ``depth`` of its list."""
        is_long = len(runs.text) > _LONGEST_HEADING
        level = 0 if is_long and look.level != 1 else look.level
        is_bold = (look.is_bold or runs.is_bold) and not self._is_ours
        is_underlined = is_bold and runs.is_underlined and not look.is_bold
        is_plain = not (is_bold or (level and not self._is_ours))
        if not (marker or self._is_ours):
            runs, left = _drawn_in(runs, left)
        if marker:
            prefix = f"{marker} "
            # the marker of our own files stands in their text
            runs = prefixed(runs, prefix) if self._is_ours else runs.after(prefix)
        self._add(
            Line(
                text=runs.text,
                begin=0,
                gap=self._gap,
                indent=left,
                right=len(runs.text),
                size=runs.size or look.size or 11.0,
                is_bold=is_bold and not level,
                is_underlined=is_underlined and not level,
                is_whole=True,
                level=level,
                marker=len(marker),
                depth=depth if marker else 0,
                anchor=self._anchor(runs.bookmarks),
                is_exact=self._is_ours,
            ),
            runs,
            [m for m in runs.marks if is_plain or m.kind is not MarkKind.STRONG],
        )
        self._gap = 0.0

    def begin_table(self) -> None:
        """Say that the rows which follow are of a table of their own."""
        self._tables += 1
        self._empty_rows = EmptyRows()

    def end_table(self) -> None:
        """Say that all rows of the table are there."""
        self._empty_rows.end(self._builder)

    def emit_row(
        self,
        cells: list[tuple[Runs, int]],
        left: float,
        flush: Sequence[Flush] = (),
        *,
        is_seen: bool = False,
    ) -> None:
        """Add a row: its cells with the number of columns that each takes, and their sides.

        One without a word stays below others where a reader sees it.
        """
        row, spans, sides = _row(cells, flush, self._builder.offset)
        if not self._empty_rows.keeps(row, is_seen=is_seen):
            self.leave(row)
            return
        self._add(
            Line(
                text=row.text,
                begin=0,
                indent=left,
                right=len(row.text),
                size=11.0,
                is_whole=True,
                cells=tuple(spans),
                flush=told_flush(sides),
                table=self._tables,
                anchor=self._anchor(row.bookmarks),
                is_exact=self._is_ours,
            ),
            row,
            [found for found in row.marks if found.kind is not MarkKind.BREAK],
        )
        self._gap = 0.0

    def emit_note(self, runs: Runs, label: str, *, is_first: bool) -> None:
        """Add a paragraph of a note, the first beginning with the mark that calls it."""
        if is_first:
            own, tab, _ = runs.text.partition("\t")
            is_mark = bool(tab) and (own.strip() == label or self._is_printed_mark(own.strip()))
            text = runs.without(len(own) + 1 if is_mark else 0).stripped()
            called = Runs()
            called.say("[", is_added=True)
            called.say(label, is_added=not is_mark or own.strip() != label)
            called.say("] ", is_added=True)
            if is_mark and own.strip() != label:
                called.leave(own, LeftOutReason.MARK)
            called.append(text, between="")
            runs = called
        marks = [found for found in runs.marks if found.kind is not MarkKind.NOTE]
        line = Line(text=runs.text, begin=0, size=9.0, is_whole=True, note=label)
        self._add(line, runs, marks)

    def _is_printed_mark(self, own: str) -> bool:
        """Tell whether this program set what stands before the tab of a note, as its mark.

        That is what the author called the note, which the record knows; what somebody typed there
        besides is text.
        """
        if not self._is_ours:
            return False
        if not own or own.isdecimal() or self._record.protocol is None:
            return True
        return any(own == note.label for note in self._record.protocol.notes)

    def _add(self, line: Line, runs: Runs, marks: list[Mark]) -> None:
        self._builder.add(line, marks, left_out=runs.left_out, doubts=runs.doubts, added=runs.added)

    def _anchor(self, bookmarks: list[str]) -> str:
        if not self._is_ours:
            return ""
        names = [name for name in bookmarks if not name.startswith(("_", "noot_"))]
        return names[0].replace("_", "-") if names else ""


def _row(
    cells: list[tuple[Runs, int]], flush: Sequence[Flush], begin: int
) -> tuple[Runs, list[tuple[int, int]], list[Flush]]:
    """Return the text of a row that begins there, and the place and the side of each column."""
    row = Runs()
    spans: list[tuple[int, int]] = []
    sides: list[Flush] = []
    for (runs, span), side in zip(cells, chain(flush, repeat(Flush.LEFT)), strict=False):
        if spans:
            row.text += "\t"
        start = len(row.text)
        row.append(runs, between="")
        spans.append((begin + start, begin + len(row.text)))
        for _ in range(min(span - 1, MOST_COLUMNS - len(spans))):
            row.text += "\t"
            spans.append((begin + len(row.text), begin + len(row.text)))
        sides += [side] * (len(spans) - len(sides))
    return row, spans, sides


def _drawn_in(runs: Runs, left: float) -> tuple[Runs, float]:
    """Return an item that somebody typed after tabs without them, and how far it stands in."""
    rest = runs.text.lstrip()
    typed = runs.text[: len(runs.text) - len(rest)]
    is_item = find_starts(rest) or worded_starts(rest) or begins_with_letter(rest)
    if not (typed and is_item):
        return runs, left
    return runs.stripped(), left + _TAB * typed.count("\t")


def without_marker(runs: Runs) -> tuple[str, Runs]:
    """Split off the marker that this program set before a tab."""
    marker, tab, _ = runs.text.partition("\t")
    if not tab:
        return "", runs
    return marker.strip(), replace(runs.without(len(marker) + 1), bold=0)


def prefixed(runs: Runs, prefix: str) -> Runs:
    """Return a text with something before it that the file holds as well."""
    made = Runs(text=prefix)
    made.append(replace(runs, text=runs.text), between="")
    made.bold = runs.bold
    return made


def indent_of_table(table: Element) -> float:
    """Return how far a table stands from the margin, in points."""
    found = table.find(f"{W}tblPr/{W}tblInd")
    return points(found.get(f"{W}w")) or 0.0 if found is not None else 0.0
