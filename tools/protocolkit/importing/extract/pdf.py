"""A PDF with text to a source: lines with their sizes and places, note marks, links, tables.

What the PDF itself marks as no part of the text (artifacts: running heads, page numbers, labels
in the margin) is left out; everything else goes the way of a text file, with better evidence.
"""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Sequence

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from protocolkit.base.location import NOWHERE, Location
from protocolkit.base.messages import mark
from protocolkit.base.problems import ProtocolkitError, problem
from protocolkit.importing.extract.pdf_columns import Columns, Gutter, find_columns
from protocolkit.importing.extract.pdf_lines import PageText, RawLine
from protocolkit.importing.extract.pdf_marks import (
    front_pages,
    is_artifact,
    link_boxes,
    named_places,
    record_text,
)
from protocolkit.importing.extract.pdf_rows import join_tables, put_rows
from protocolkit.importing.extract.pdf_tables import find_tables
from protocolkit.importing.source import codes
from protocolkit.importing.source.lines import Carried, Line, Mark, MarkKind, Source, SourceBuilder

MOST_PAGES = 1_000
_ARTIFACTS = mark("{count} lines that the PDF marks as no part of the text were left out.")
_PICTURES = mark("No text was found on page {pages}: perhaps a picture.")
_OURS = mark("Cover and contents were left out: this program made them.")

Progress = Callable[[int, int], None]

_PATHS_FOR_TABLE = 6
# A column narrower than this part of the widest is as wide in truth: its lines are only short.
_ALMOST = 0.8


def extract_pdf(
    content: bytes, location: Location = NOWHERE, progress: Progress | None = None
) -> Source:
    """Return a PDF's text as a source; ``progress`` hears of every page.

    Raises :class:`ProtocolkitError` when it is damaged, protected, a scan or far too long.
    """
    document = _opened(content, location)
    try:
        return _Extractor(document, content, location, progress).extract()
    finally:
        document.close()


def _opened(content: bytes, location: Location) -> pdfium.PdfDocument:
    try:
        document = pdfium.PdfDocument(io.BytesIO(content).getvalue())
    except pdfium.PdfiumError as reason:
        is_locked = "password" in str(reason).lower()
        code = codes.PASSWORD if is_locked else codes.DAMAGED
        raise ProtocolkitError(problem(code, location)) from None
    if len(document) > MOST_PAGES:
        pages, limit = str(len(document)), str(MOST_PAGES)
        document.close()
        raise ProtocolkitError(problem(codes.TOO_MANY_PAGES, location, pages=pages, limit=limit))
    return document


class _Extractor:
    """Goes through the pages once."""

    def __init__(
        self,
        document: pdfium.PdfDocument,
        content: bytes,
        location: Location,
        progress: Progress | None,
    ) -> None:
        self._document = document
        self._content = content
        self._location = location
        self._progress = progress
        self._builder = SourceBuilder()
        self._artifacts = 0
        self._empty: list[int] = []
        self._tables = 0
        self._record = record_text(document)
        self._is_ours = self._record is not None
        self._seen: list[str] = []
        self._addresses: list[str] = []
        self._front = front_pages(document) if self._is_ours else range(0)
        self._places = named_places(document) if self._is_ours else {}
        self._gutters: tuple[Gutter, ...] = ()

    def extract(self) -> Source:
        total = len(self._document)
        pages: list[list[RawLine]] = []
        for number in range(total):
            if self._progress is not None:
                self._progress(number + 1, total)
            if number in self._front:
                pages.append([])
                continue
            page = self._document[number]
            try:
                pages.append(self._page(page, number))
            finally:
                page.close()
        join_tables(pages)
        for number, lines in enumerate(pages):
            self._add_columns(lines, number)
            self._builder.skip()
        if not self._builder.lines:
            raise ProtocolkitError(problem(codes.SCAN, self._location))
        if self._front:
            self._builder.notice(_OURS)
        if self._artifacts:
            self._builder.notice(_ARTIFACTS, count=str(self._artifacts))
        if self._empty:
            self._builder.notice(_PICTURES, pages=", ".join(map(str, self._empty)))
        return self._builder.build(is_laid_out=True, is_ours=self._is_ours, carried=self._carried())

    def _carried(self) -> Carried | None:
        if self._record is None:
            return None
        return Carried(
            record=self._record, pages=tuple(self._seen), addresses=tuple(self._addresses)
        )

    def _page(self, page: pdfium.PdfPage, number: int) -> list[RawLine]:
        """Return the lines of a page: rows of tables whole, columns not yet in order."""
        paths = self._drop_artifacts(page)
        text = PageText(page)
        try:
            lines = self._lines(text)
            if self._is_ours:
                self._seen.append(text.raw.get_text_range())
                self._addresses += [address for address, _ in link_boxes(page)]
            if not lines:
                self._empty.append(number + 1)
            if paths >= _PATHS_FOR_TABLE and not text.quarters:
                for table in find_tables(self._content, number):
                    self._tables += 1
                    lines = put_rows(lines, table, text, self._tables)
            _add_links(page, text, lines)
        finally:
            text.close()
        return lines

    def _lines(self, text: PageText) -> list[RawLine]:
        """Return the lines of a page, cut at the gutters between columns where it has these."""
        lines = text.lines()
        if self._is_ours:
            return lines
        gutters = find_columns(text.pieces(), None, self._gutters).gutters
        cut = text.lines(gutters) if gutters else lines
        return cut if self._columns(cut).gutters else lines

    def _columns(self, lines: Sequence[RawLine]) -> Columns[RawLine]:
        return find_columns(lines, _runs_on, self._gutters)

    def _add_columns(self, lines: Sequence[RawLine], number: int) -> None:
        """Add the lines of a page column by column, each as if it were a page of its own."""
        found = None if self._is_ours else self._columns(lines)
        self._gutters = found.gutters if found else ()
        if found is None or not found.gutters:
            self._add(lines, number)
            return
        widest = max(column.right - column.left for column in found.columns)
        for column in found.columns:
            width = column.right - column.left
            limit = widest if width > _ALMOST * widest else width
            self._add(column.lines, number, shift=column.left, limit=limit)

    def _drop_artifacts(self, page: pdfium.PdfPage) -> int:
        """Take what the PDF calls an artifact off a page; return how many drawn paths it has."""
        dropped, paths = [], 0
        for item in page.get_objects(max_depth=1):
            if item.type == pdfium_c.FPDF_PAGEOBJ_PATH:
                paths += 1
            elif item.type == pdfium_c.FPDF_PAGEOBJ_TEXT and is_artifact(item):
                dropped.append(item)
        for item in dropped:
            page.remove_obj(item)
        self._artifacts += len(dropped)
        return paths

    def _add(
        self, lines: Sequence[RawLine], number: int, *, shift: float = 0.0, limit: float = 0.0
    ) -> None:
        before: RawLine | None = None
        anchors = _anchors(lines, self._places.get(number, ()))
        for position, line in enumerate(lines):
            size = line.size or 10.0
            drop = (before.bottom - line.bottom) / size if before else 0.0
            gap = max(drop - 1.0, 0.0)
            spans = tuple(
                (self._builder.offset + begin, self._builder.offset + end)
                for begin, end in line.cells
            )
            self._builder.add(
                Line(
                    text=line.text,
                    begin=0,
                    page=number + 1,
                    gap=round(gap, 2),
                    indent=line.left - shift,
                    right=line.right - shift,
                    limit=limit,
                    size=line.size,
                    is_bold=line.is_bold,
                    is_page_start=before is None and bool(self._builder.lines),
                    cells=spans,
                    table=line.table,
                    anchor=anchors.get(position, ""),
                ),
                line.marks,
            )
            before = line


# -- pages ----------------------------------------------------------------------------------


def _anchors(lines: Sequence[RawLine], places: Sequence[tuple[str, float]]) -> dict[int, str]:
    """Return the anchor of each line to which a place in the page leads: the first below it."""
    found: dict[int, str] = {}
    for name, height in places:
        below = [(height - line.top, n) for n, line in enumerate(lines) if line.top <= height + 3]
        if below:
            found.setdefault(min(below)[1], name)
    return found


# -- columns and links -----------------------------------------------------------------------


def _runs_on(line: RawLine) -> bool:
    """Tell whether a line goes on with the sentence before it."""
    return line.text[:1].islower()


def _add_links(page: pdfium.PdfPage, text: PageText, lines: Sequence[RawLine]) -> None:
    """Mark the words under each link to an address."""
    for address, box in link_boxes(page):
        words = text.raw.get_text_bounded(box.left, box.bottom, box.right, box.top).strip()
        middle = (box.bottom + box.top) / 2
        for line in lines:
            span = _free_span(line, words) if line.bottom - 2 <= middle <= line.top + 2 else None
            if span is not None:
                line.marks.append(
                    Mark(begin=span[0], end=span[1], kind=MarkKind.LINK, target=address)
                )
                break


def _free_span(line: RawLine, words: str) -> tuple[int, int] | None:
    """Return where words stand in a line, whole and not yet in another link."""
    taken = [(m.begin, m.end) for m in line.marks if m.kind is MarkKind.LINK]
    for found in re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", line.text) if words else ():
        begin, end = found.span()
        if all(end <= other or begin >= stop for other, stop in taken):
            return begin, end
    return None
