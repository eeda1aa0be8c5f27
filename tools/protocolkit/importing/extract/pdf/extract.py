"""A PDF with text to a source: lines with their sizes and places, note marks, links, tables.

What the PDF itself marks as no part of the text (artifacts: running heads, page numbers, labels
in the margin) is left out; everything else goes the way of a text file, with better evidence.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

import pypdfium2 as pdfium

from protocolkit.base.location import NOWHERE, Location
from protocolkit.base.problems import ProtocolkitError, problem
from protocolkit.importing.extract.pdf.bullets import put_bullets
from protocolkit.importing.extract.pdf.column_lines import (
    FEWEST_COUNTED,
    are_columns,
    doubt_side_by_side,
    painted_columns,
)
from protocolkit.importing.extract.pdf.columns import FEWEST_LINES, Columns, Gutter, find_columns
from protocolkit.importing.extract.pdf.front import PdfFront, logo_lines
from protocolkit.importing.extract.pdf.glyphs import NO_LETTER, clean
from protocolkit.importing.extract.pdf.leftward import unturned
from protocolkit.importing.extract.pdf.line_pieces import RawLine, room_above
from protocolkit.importing.extract.pdf.lines import PageText
from protocolkit.importing.extract.pdf.marks import (
    asking_page,
    front_pages,
    is_of_our_first,
    named_places,
    record_text,
    text_begin,
)
from protocolkit.importing.extract.pdf.nested_forms import check_nested_forms
from protocolkit.importing.extract.pdf.open import attached_names, opened_pdf
from protocolkit.importing.extract.pdf.page import PrintedPage, open_page
from protocolkit.importing.extract.pdf.page_links import add_links, anchors_of
from protocolkit.importing.extract.pdf.page_tables import SHAPES_FOR_TABLE, PageTables
from protocolkit.importing.extract.pdf.passed_over import Passed, PlacedLine, doubted, left_out
from protocolkit.importing.extract.pdf.rows import join_tables
from protocolkit.importing.extract.pdf.told import ATTACHED, OTHER_FORM, tell_of_pages
from protocolkit.importing.extract.pdf.underlines import mark_underlined
from protocolkit.importing.extract.pdf.unread_drawings import UnreadWords, unread_words
from protocolkit.importing.extract.shared.notices import OURS
from protocolkit.importing.source import codes
from protocolkit.importing.source.doubts import SCANNED
from protocolkit.importing.source.limits import Progress, Stage, check_amount, tell_nobody
from protocolkit.importing.source.lines import (
    Carried,
    Doubt,
    Line,
    Source,
    SourceBuilder,
)
from protocolkit.reading.words_left_out import LeftOutReason

# Points: how near to its place the first line of the text may stand.
_NEAR = 6.0
# A column narrower than this part of the widest is as wide in truth: its lines are only short.
_ALMOST = 0.8


def extract_pdf(
    content: bytes, location: Location = NOWHERE, progress: Progress = tell_nobody
) -> Source:
    """Return a PDF's text as a source; ``progress`` hears of every page.

    Raises :class:`ProtocolkitError` when it is damaged, protected, a scan or far too long.
    """
    document = opened_pdf(content, location)
    try:
        check_nested_forms(content, location)
        return _Extractor(document, location, progress, unread_words(content)).extract()
    finally:
        document.close()


class _Extractor:
    """Goes through the pages once."""

    def __init__(
        self,
        document: pdfium.PdfDocument,
        location: Location,
        progress: Progress,
        unread: UnreadWords,
    ) -> None:
        self._document = document
        self._unread_words = unread
        self._location = location
        self._progress = progress
        self._builder = SourceBuilder()
        self._passed: dict[int, list[Passed]] = {}
        self._scans: list[int] = []
        self._placed: list[PlacedLine] = []
        self._empty: list[int] = []
        self._unread: Counter[int] = Counter()
        self._tables = PageTables()
        self._amount = self._length = 0
        self._record = record_text(document)
        self._is_ours = self._record is not None or is_of_our_first(document)
        self._seen: list[str] = []
        self._shown: list[str] = []
        self._addresses: list[str] = []
        self._front = front_pages(document) if self._is_ours else range(0)
        self._sheet = asking_page(document) if self._is_ours else None
        self._begin = text_begin(document) if self._is_ours else (-1, 0.0)
        self._places = named_places(document) if self._is_ours else {}
        self._gutters: tuple[Gutter, ...] = ()

    def extract(self) -> Source:
        total = len(self._document)
        pages: list[list[RawLine]] = []
        for number in range(total):
            self._progress(Stage.PAGES, number + 1, total)
            pages.append(self._page(number))
            self._check_amount(pages[-1])
        for number, lines in self._tables.completed.items():
            pages[number] = lines
        self._leave_front(pages)
        join_tables(pages)
        for number, lines in enumerate(pages):
            self._placed = []
            self._add_columns(lines, number)
            self._leave_out(number)
            self._builder.skip()
        self._leave_carried()
        if not self._builder.lines:
            code = codes.NOTHING_SEEN if any(self._passed.values()) else codes.SCAN
            raise ProtocolkitError(problem(code, self._location))
        if self._front:
            self._builder.notice(OURS)
        tell_of_pages(self._builder, self._scans, self._unread, self._empty)
        return self._builder.build(is_laid_out=True, is_ours=self._is_ours, carried=self._carried())

    def _leave_carried(self) -> None:
        """Leave out what only a form of another kind says, and which files the PDF carries."""
        text = "".join("".join(line.text for line in self._builder.lines).split())
        said = [words for words in self._unread_words.form if "".join(words.split()) not in text]
        if said:
            self._builder.leave_out("\n".join(said), LeftOutReason.NOT_ON_PAGE)
            self._builder.notice(OTHER_FORM)
        if not self._is_ours and (names := attached_names(self._document)):
            self._builder.leave_out("\n".join(names), LeftOutReason.NOT_ON_PAGE)
            self._builder.notice(ATTACHED)

    def _check_amount(self, lines: Sequence[RawLine]) -> None:
        self._amount += len(lines)
        self._length += sum(len(line.text) for line in lines)
        check_amount(self._amount, self._length, self._location)

    def _carried(self) -> Carried | None:
        if not self._is_ours:
            return None
        return Carried(
            record=self._record,
            front=tuple(self._shown),
            pages=tuple(self._seen),
            addresses=tuple(self._addresses),
        )

    def _leave_front(self, pages: list[list[RawLine]]) -> None:
        """Leave out the cover and the contents, as far as this program made them."""
        if not self._front:
            return
        # the cover says what the sheet before it speaks of
        order = sorted(self._front, key=lambda number: number == self._sheet)
        lines = [line for number in order for line in pages[number]]
        mixed, above = self._above_text(pages)
        lines += above
        body = [line.text for page in pages[self._front.stop :] for line in page][len(above) :]
        front = PdfFront(lines, body)
        drawn = logo_lines((pages[number], self._passed[number]) for number in self._front)
        added = [line for line in front.typed() if id(line) not in drawn]
        self._seen += [line.text for line in added]
        typed = {id(line) for line in added}
        self._shown += front.shown(added)
        for number in self._front:
            ours = [line for line in pages[number] if id(line) not in typed]
            words = clean("\n".join(line.text for line in ours))
            self._passed[number].insert(0, Passed(words=words, reason=LeftOutReason.OURS))
            pages[number] = [line for line in pages[number] if id(line) in typed]
        if above:
            self._leave_above(pages[mixed], [line for line in above if id(line) not in typed])
        if added and (place := front.title_lines()):
            # a reader sees the title on the cover first
            pages[self._front.stop][place:place] = added
            for number in self._front:
                pages[number] = []

    def _above_text(self, pages: list[list[RawLine]]) -> tuple[int, list[RawLine]]:
        """Return the page on which the text begins, and the lines of it that stand above."""
        page, height = self._begin
        is_mixed = self._front.stop == page < len(pages)
        lines = pages[page] if is_mixed else []
        return page, [line for line in lines if line.bottom > height - _NEAR]

    def _leave_above(self, page: list[RawLine], ours: list[RawLine]) -> None:
        """Leave out what this program printed above the text, on the page where that begins."""
        words = clean("\n".join(line.text for line in ours))
        self._passed[self._begin[0]].insert(0, Passed(words=words, reason=LeftOutReason.OURS))
        known = {id(line) for line in ours}
        page[:] = [line for line in page if id(line) not in known]

    def _text_of(self, shown: PageText, number: int) -> str:
        """Return the text of a page, without what stands above the text of the document."""
        page, height = self._begin
        is_mixed, raw = number == page, shown.raw
        text = raw.get_text_bounded(top=height + _NEAR) if is_mixed else raw.get_text_range()
        return unturned(str(text))

    def _leave_out(self, number: int) -> None:
        """Give what was passed over on a page its place in the text."""
        passed, page = self._passed[number], number + 1
        self._builder.left_out += left_out(passed, self._placed, page, self._builder.offset)
        self._builder.doubts += doubted(passed, self._placed)
        if page in self._scans and self._placed:
            self._builder.doubts.append(self._placed[0].doubt(SCANNED))

    def _page(self, number: int) -> list[RawLine]:
        """Return the lines of a page: rows of tables whole, columns not yet in order."""
        page = open_page(self._document, number, self._location)
        try:
            is_plain = len(page.shapes) < SHAPES_FOR_TABLE
            lines, gutters = self._lines(page.text, is_plain=is_plain)
            if self._is_ours and number not in self._front:
                self._seen.append(self._text_of(page.text, number))
                self._addresses += [address for address, _ in page.links]
            if not lines and not page.passed:
                self._empty.append(number + 1)
            lines = self._tables.with_rows(lines, page, number)
            if page.shapes and not page.text.quarters:
                put_bullets(lines, page.shapes, gutters)
            add_links(page.links, page.text, lines)
            if not page.text.quarters:
                mark_underlined(lines, page.shapes)
            if page.is_scan:
                self._scans.append(number + 1)
            # a picture in a file of ours is described by what is printed beside it
            passed = [one for one in page.passed if not (self._is_ours and one.is_description)]
            self._passed[number] = [*passed, *self._passed_unread(page, number)]
        finally:
            page.close()
        return lines

    def _passed_unread(self, page: PrintedPage, number: int) -> Iterator[Passed]:
        """Yield the words of drawings on a page, less those put on it that were read after all."""
        told = "".join((page.text.text, *(one.words for one in page.passed)))
        known = "".join(told.split())
        for words, reason in self._unread_words.pages.get(number, ()):
            is_put_on = reason is LeftOutReason.HIDDEN
            if not is_put_on or any("".join(word.split()) not in known for word in words.split()):
                yield Passed(words=words, reason=reason, is_beside=not is_put_on)

    def _lines(self, text: PageText, *, is_plain: bool) -> tuple[list[RawLine], tuple[Gutter, ...]]:
        """Return the lines of a page, cut at the gutters between its columns, and these.

        ``is_plain`` says that it has too few drawn lines for a table.
        """
        lines = text.lines()
        if self._is_ours:
            return lines, ()
        pieces = text.pieces()
        for fewest in (FEWEST_LINES, FEWEST_COUNTED):
            gutters = find_columns(pieces, None, self._gutters, fewest=fewest).gutters
            cut = text.lines(gutters) if gutters else lines
            if self._columns(cut).gutters:
                return cut, gutters
            if fewest == FEWEST_LINES and is_plain:
                doubt_side_by_side(lines, cut)
        return lines, ()

    def _columns(self, lines: Sequence[RawLine]) -> Columns[RawLine]:
        return find_columns(lines, are_columns, self._gutters, fewest=FEWEST_COUNTED)

    def _add_columns(self, lines: Sequence[RawLine], number: int) -> None:
        """Add the lines of a page column by column, each as if it were a page of its own."""
        found = Columns(()) if self._is_ours else self._columns(lines)
        self._gutters = found.gutters
        read = found.columns if found.gutters else painted_columns(found.columns)
        if not read:
            self._add(lines, number)
        widest = max((column.right - column.left for column in read), default=0.0)
        for column in read:
            width = column.right - column.left
            limit = widest if width > _ALMOST * widest else width
            self._add(column.lines, number, shift=column.left, limit=limit)

    def _add(
        self, lines: Sequence[RawLine], number: int, *, shift: float = 0.0, limit: float = 0.0
    ) -> None:
        before: RawLine | None = None
        anchors = anchors_of(lines, self._places.get(number, ()))
        for position, line in enumerate(lines):
            spans = tuple(
                (self._builder.offset + begin, self._builder.offset + end)
                for begin, end in line.cells
            )
            begin, end = self._builder.offset, self._builder.offset + len(line.text)
            self._placed.append(PlacedLine(line=line, begin=begin))
            self._builder.doubts += [
                Doubt(begin=begin, end=end, text=doubt) for doubt in sorted(line.doubts)
            ]
            self._builder.add(
                Line(
                    text=line.text,
                    begin=0,
                    page=number + 1,
                    gap=room_above(line, before),
                    indent=line.left - shift,
                    right=line.right - shift,
                    limit=limit,
                    size=line.size,
                    height=line.bottom,
                    is_bold=line.is_bold,
                    is_underlined=line.is_underlined,
                    is_italic=line.is_italic,
                    is_page_start=before is None and bool(self._builder.lines),
                    cells=spans,
                    table=line.table,
                    anchor=anchors.get(position, ""),
                ),
                line.marks,
            )
            if unread := line.text.count(NO_LETTER):
                self._unread[number + 1] += unread
            before = line
