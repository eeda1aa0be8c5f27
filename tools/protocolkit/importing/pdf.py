"""A PDF with text to a source: lines with their sizes and places, note marks, links, tables.

What the PDF itself marks as no part of the text (artifacts: running heads, page numbers, labels
in the margin) is left out; everything else goes the way of a text file, with better evidence.
"""

from __future__ import annotations

import ctypes
import io
import math
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from protocolkit.cover import MADE_BY
from protocolkit.importing import codes
from protocolkit.importing.pdf_marks import is_artifact, link_boxes, named_places
from protocolkit.importing.pdf_tables import Box, find_tables
from protocolkit.importing.source import Line, Mark, MarkKind, Source, SourceBuilder
from protocolkit.messages import mark
from protocolkit.model import NOWHERE, Location
from protocolkit.problems import ProtocolkitError, problem

MOST_PAGES = 1_000
_ARTIFACTS = mark("{count} lines that the PDF marks as no part of the text were left out.")
_PICTURES = mark("No text was found on page {pages}: perhaps a picture.")
_OURS = mark("Cover and contents were left out: this program made them.")

Progress = Callable[[int, int], None]

# What PDFium puts where a word was broken at the end of a line.
_BROKEN = re.compile(r"[\x02\ufffe]")
_RAISED = re.compile(
    r"(?<=[^\W\d_)”’\"'.,;:!?])(\d{1,3}|\*{1,3})(?!\w)|(?<=[.,;:!?)”’\"'])(\d{1,3})(?!\w)"
)
_BOLD = re.compile(r"bold|black|heavy|semibold|demi", re.IGNORECASE)
_SMALLER = 0.86
_DESCENT = 0.2
_PATHS_FOR_TABLE = 6


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


@dataclass(slots=True)
class _Raw:
    """One printed line: its words, its place, and marks counted from its beginning."""

    text: str
    left: float = 0.0
    right: float = 0.0
    bottom: float = 0.0
    top: float = 0.0
    size: float = 0.0
    is_bold: bool = False
    marks: list[Mark] = field(default_factory=list)
    cells: tuple[tuple[int, int], ...] = ()
    table: int = 0


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
        self._is_ours = _is_ours(document)
        self._places = named_places(document) if self._is_ours else {}

    def extract(self) -> Source:
        total = len(self._document)
        for number in range(total):
            if self._progress is not None:
                self._progress(number + 1, total)
            page = self._document[number]
            try:
                self._page(page, number)
            finally:
                page.close()
        if not self._builder.lines:
            raise ProtocolkitError(problem(codes.SCAN, self._location))
        if self._is_ours:
            self._builder.notice(_OURS)
        if self._artifacts:
            self._builder.notice(_ARTIFACTS, count=str(self._artifacts))
        if self._empty:
            self._builder.notice(_PICTURES, pages=", ".join(map(str, self._empty)))
        return self._builder.build(is_laid_out=True, is_ours=self._is_ours)

    def _page(self, page: pdfium.PdfPage, number: int) -> None:
        paths = self._drop_artifacts(page)
        text_page = page.get_textpage()
        try:
            lines = _merged(_lines(text_page))
            if self._is_ours and _is_front(lines, number):
                return
            if not lines:
                self._empty.append(number + 1)
                return
            if paths >= _PATHS_FOR_TABLE:
                lines = self._with_tables(lines, text_page, number)
            _add_links(page, text_page, lines)
        finally:
            text_page.close()
        self._add(lines, number)

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

    def _with_tables(
        self, lines: list[_Raw], text_page: pdfium.PdfTextPage, number: int
    ) -> list[_Raw]:
        for table in find_tables(self._content, number):
            self._tables += 1
            inside = [n for n, line in enumerate(lines) if _is_inside(line, table.box)]
            if not inside:
                continue
            rows = [_row(row, text_page, self._tables) for row in table.rows]
            rows = [row for row in rows if row.text.strip()]
            if _words(rows) != _words([lines[n] for n in inside]):
                continue
            kept = [line for n, line in enumerate(lines) if n not in inside]
            lines = [*kept[: inside[0]], *rows, *kept[inside[0] :]]
        return lines

    def _add(self, lines: Sequence[_Raw], number: int) -> None:
        before: _Raw | None = None
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
                    indent=line.left,
                    right=line.right,
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
        self._builder.skip()


# -- pages ----------------------------------------------------------------------------------


def _is_ours(document: pdfium.PdfDocument) -> bool:
    """Tell whether this program made the PDF: its keywords say so, once its subject did."""
    facts = document.get_metadata_dict()
    signs = facts.get("Keywords", ""), facts.get("Subject", "")
    is_signed = signs[0] == MADE_BY or "Weergave van een document van" in signs[1]
    return facts.get("Creator", "").startswith("Typst") and is_signed


def _is_front(lines: Sequence[_Raw], number: int) -> bool:
    """Tell whether a page of ours is the cover or one of contents."""
    if number == 0:
        return True
    leaders = sum(bool(re.search(r"(?:\. ){4,}", line.text)) for line in lines)
    return leaders > 0 and leaders * 3 >= len(lines)


def _anchors(lines: Sequence[_Raw], places: Sequence[tuple[str, float]]) -> dict[int, str]:
    """Return the anchor of each line to which a place in the page leads: the first below it."""
    found: dict[int, str] = {}
    for name, height in places:
        below = [(height - line.top, n) for n, line in enumerate(lines) if line.top <= height + 3]
        if below:
            found.setdefault(min(below)[1], name)
    return found


# -- lines ----------------------------------------------------------------------------------


def _lines(text_page: pdfium.PdfTextPage) -> Iterator[_Raw]:
    count = text_page.count_chars()
    if count <= 0:
        return
    text = _characters(text_page, count)
    begin = 0
    for found in re.finditer(r"[\r\n]+|[\x02\ufffe]", text + "\n"):
        end = found.start()
        is_broken = bool(_BROKEN.match(found[0]))
        line = _line(text_page, text, begin, end, is_broken=is_broken)
        if line is not None:
            yield line
        begin = found.end()


def _merged(lines: Iterable[_Raw]) -> list[_Raw]:
    """Put what stands side by side, such as a note's mark and its words, on one line."""
    merged: list[_Raw] = []
    for line in lines:
        before = merged[-1] if merged else None
        overlap = min(line.top, before.top) - max(line.bottom, before.bottom) if before else 0
        low = min(line.top - line.bottom, before.top - before.bottom) if before else 1
        if before is None or overlap < 0.6 * low or line.left < before.right - 1:
            merged.append(line)
            continue
        space = "" if re.match(r"[.,;:!?)]", line.text) else " "
        shift = len(before.text + space)
        before.marks += [
            replace(found, begin=found.begin + shift, end=found.end + shift) for found in line.marks
        ]
        is_label = len(before.text) <= 3
        before.text = f"{before.text}{space}{line.text}"
        before.right = line.right
        if is_label:
            before.size, before.bottom = line.size, line.bottom
            before.top, before.is_bold = line.top, line.is_bold
    return merged


def _characters(text_page: pdfium.PdfTextPage, count: int) -> str:
    """Return the characters of a page so that places in the text are PDFium's own."""
    codes_of = (pdfium_c.FPDFText_GetUnicode(text_page.raw, index) for index in range(count))
    return "".join(
        chr(code) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else "\ufffd"
        for code in codes_of
    )


def _line(
    text_page: pdfium.PdfTextPage, text: str, begin: int, end: int, *, is_broken: bool
) -> _Raw | None:
    while begin < end and text[begin].isspace():
        begin += 1
    while end > begin and text[end - 1].isspace():
        end -= 1
    if begin >= end:
        return None
    places = [place for place in _samples(begin, end) if not text[place].isspace()]
    sizes = sorted(_size(text_page, place) for place in places)
    size = sizes[len(sizes) // 2]
    base = max(
        (place for place in places if _size(text_page, place) > _SMALLER * size), default=begin
    )
    low = _baseline(text_page, base) - _DESCENT * size
    line = _Raw(
        text=text[begin:end] + ("-" if is_broken and text[end - 1] != "-" else ""),
        left=text_page.get_charbox(begin, loose=True)[0],
        right=text_page.get_charbox(end - 1, loose=True)[2],
        bottom=low,
        top=low + size,
        size=round(size, 1),
        is_bold=all(_BOLD.search(_font(text_page, place)) for place in places),
    )
    for found in _RAISED.finditer(line.text):
        if _size(text_page, begin + found.start()) < _SMALLER * size:
            line.marks.append(
                Mark(begin=found.start(), end=found.end(), kind=MarkKind.NOTE, target=found[0])
            )
    return _without_gaps(line)


def _without_gaps(line: _Raw) -> _Raw:
    """Take the space away that a raised mark leaves before a sign."""
    for number, found in enumerate(line.marks):
        if re.match(r" [.,;:!?)]", line.text[found.end :]):
            line.text = line.text[: found.end] + line.text[found.end + 1 :]
            line.marks[number + 1 :] = [
                replace(later, begin=later.begin - 1, end=later.end - 1)
                for later in line.marks[number + 1 :]
            ]
    return line


def _samples(begin: int, end: int) -> list[int]:
    """Return places in a line to look at: its ends and some between."""
    length = end - begin
    inner = [begin + length * part // 6 for part in range(1, 6)]
    return sorted({begin, *inner, end - 1})


def _size(text_page: pdfium.PdfTextPage, index: int) -> float:
    """Return the size in points at which a character is printed."""
    matrix = pdfium_c.FS_MATRIX()
    pdfium_c.FPDFText_GetMatrix(text_page.raw, index, ctypes.byref(matrix))
    size = float(pdfium_c.FPDFText_GetFontSize(text_page.raw, index))
    return size * math.hypot(matrix.c, matrix.d)


def _baseline(text_page: pdfium.PdfTextPage, index: int) -> float:
    across, up = ctypes.c_double(), ctypes.c_double()
    pdfium_c.FPDFText_GetCharOrigin(text_page.raw, index, ctypes.byref(across), ctypes.byref(up))
    return up.value


def _font(text_page: pdfium.PdfTextPage, index: int) -> str:
    buffer = ctypes.create_string_buffer(128)
    flags = ctypes.c_int()
    length = pdfium_c.FPDFText_GetFontInfo(text_page.raw, index, buffer, 128, ctypes.byref(flags))
    return buffer.raw[: max(length - 1, 0)].decode("utf-8", "ignore")


# -- tables and links -----------------------------------------------------------------------


def _is_inside(line: _Raw, box: Box) -> bool:
    middle = (line.bottom + line.top) / 2
    return box.left - 2 <= line.left <= box.right and box.bottom <= middle <= box.top


def _row(cells: Sequence[Box], text_page: pdfium.PdfTextPage, table: int) -> _Raw:
    texts, spans, position = [], [], 0
    for cell in cells:
        found = text_page.get_text_bounded(cell.left, cell.bottom, cell.right, cell.top)
        words = " ".join(_BROKEN.sub("\u00ad\n", found).replace("\u00ad\n", "").split())
        spans.append((position, position + len(words)))
        position += len(words) + 1
        texts.append(words)
    first = cells[0]
    return _Raw(
        text="\t".join(texts),
        left=first.left,
        right=cells[-1].right,
        bottom=first.bottom,
        top=first.top,
        size=10.0,
        cells=tuple(spans),
        table=table,
    )


def _words(lines: Sequence[_Raw]) -> Counter[str]:
    """Return the letters of lines, to see that a table lost none."""
    return Counter(letter for line in lines for letter in line.text if letter.isalnum())


def _add_links(page: pdfium.PdfPage, text_page: pdfium.PdfTextPage, lines: Sequence[_Raw]) -> None:
    """Mark the words under each link to an address."""
    for address, box in link_boxes(page):
        words = text_page.get_text_bounded(box.left, box.bottom, box.right, box.top).strip()
        middle = (box.bottom + box.top) / 2
        for line in lines:
            span = _free_span(line, words) if line.bottom - 2 <= middle <= line.top + 2 else None
            if span is not None:
                line.marks.append(
                    Mark(begin=span[0], end=span[1], kind=MarkKind.LINK, target=address)
                )
                break


def _free_span(line: _Raw, words: str) -> tuple[int, int] | None:
    """Return where words stand in a line, whole and not yet in another link."""
    taken = [(m.begin, m.end) for m in line.marks if m.kind is MarkKind.LINK]
    for found in re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", line.text) if words else ():
        begin, end = found.span()
        if all(end <= other or begin >= stop for other, stop in taken):
            return begin, end
    return None
