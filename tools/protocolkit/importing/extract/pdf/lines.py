"""The printed lines of a PDF's page: their words, places and sizes, and the marks of notes.

A page may be printed sideways; places are given as a reader sees it who turns the paper.
"""

from __future__ import annotations

import ctypes
import itertools
import math
import re
from collections import Counter
from collections.abc import Iterator, Sequence

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from protocolkit.base.messages import Marked
from protocolkit.importing.extract.pdf.columns import Gutter
from protocolkit.importing.extract.pdf.glyphs import NO_LETTER, page_signs
from protocolkit.importing.extract.pdf.leftward import has_leftward, in_reading_order
from protocolkit.importing.extract.pdf.line_pieces import (
    GLUED_LABEL,
    SMALLER,
    RawLine,
    are_apart,
    in_place,
    put_together,
    with_labels_apart,
    without_gaps,
)
from protocolkit.importing.extract.pdf.paint_order import as_seen
from protocolkit.importing.extract.pdf.places import Box
from protocolkit.importing.source.doubts import RAISED
from protocolkit.importing.source.lines import Mark, MarkKind
from protocolkit.text.words import BULLET

# What PDFium puts where a word was broken at the end of a line.
BROKEN = re.compile(r"[\x02\ufffe]")
_RAISED = re.compile(
    r"(?<=[^\W\d_)”’\"'.,;:!?])(\d{1,3}|\*{1,3})(?!\w)|(?<=[.,;:!?)”’\"'])(\d{1,3})(?!\w)"
    r"|(?<=\S )(\d{1,3})(?![\w.,])"
)
_BOLD = re.compile(r"bold|black|heavy|semibold|demi", re.IGNORECASE)
_ITALIC = re.compile(r"italic|oblique", re.IGNORECASE)
_BETWEEN_MARKS = frozenset("0123456789,;*)")
_LONGEST_MARKS = 24
_DIGITS = re.compile(r"\d{2,}")
_DESCENT = 0.2
_RAISED_BY = 0.2
_WORD_SPACE = 7.0
_SAMPLES = 24


class PageText:
    """The characters of a page with their places; to be closed after use.

    ``signs`` are those of the page, where they are known.
    """

    def __init__(self, page: pdfium.PdfPage, signs: str = "") -> None:
        self.raw: pdfium.PdfTextPage = page.get_textpage()
        self._width, self._height = _page_size(page)
        self.doubts: dict[int, set[Marked]] = {}
        self.late: dict[int, int] = {}
        self._is_masked = False
        self.text = signs or page_signs(self.raw)
        self.quarters = self._quarters()
        if page.get_rotation() != 90 * self.quarters:
            # PDFium puts lines in order only where they are seen upright
            self.raw.close()
            page.set_rotation(90 * self.quarters)
            self.raw = page.get_textpage()
            self.text = page_signs(self.raw)

    def close(self) -> None:
        """Let go of the page."""
        self.raw.close()

    def lines(self, gutters: Sequence[Gutter] = ()) -> list[RawLine]:
        """Return the printed lines in the order of the PDF; none goes across a gutter."""
        lines = self._lines(gutters)
        placed = in_place(list(lines)) if self.late else list(lines)
        return with_labels_apart(put_together(as_seen(placed, gutters), gutters))

    def settle(
        self, signs: dict[int, str], doubts: dict[int, set[Marked]], late: dict[int, int]
    ) -> None:
        """Take over what a closer look at the page gave, by place.

        ``signs`` are other signs than PDFium gives (a space for one that nobody sees), ``late``
        those that were put on the page afterwards, each with what it is part of: they are read
        where they stand.
        """
        if signs:
            self.text = "".join(signs.get(n, sign) for n, sign in enumerate(self.text))
            self._is_masked = True
        self.doubts, self.late = doubts, late

    def pieces(self) -> list[Box]:
        """Return the places of the text, a line or a part of one at a time."""
        boxes = (self._turned(*self.raw.get_rect(n)) for n in range(self.raw.count_rects()))
        pieces: list[Box] = []
        for box in boxes:
            last = pieces[-1] if pieces else None
            if last is None or not _goes_on(last, box):
                pieces.append(box)
                continue
            low, high = min(last.bottom, box.bottom), max(last.top, box.top)
            pieces[-1] = Box(last.left, low, box.right, high)
        return pieces

    def _quarters(self) -> int:
        """Return how many quarters a page must be turned clockwise to read most of its text."""
        length = len(self.text)
        places = range(0, length, max(length // _SAMPLES, 1))
        turns = Counter(
            round(math.atan2(matrix.b, matrix.a) / (math.pi / 2)) % 4
            for matrix in (self._matrix(n) for n in places if not self.text[n].isspace())
        )
        return turns.most_common(1)[0][0] if turns else 0

    def upright(self, box: Box) -> Box:
        """Return a place as it is when the page is turned so that its text stands upright."""
        return self._turned(box.left, box.bottom, box.right, box.top)

    def words_in(self, box: Box) -> str:
        """Return the words in a part of the page."""
        if self._is_masked or has_leftward(self.text):
            return self._seen_in(box)
        return str(self.raw.get_text_bounded(box.left, box.bottom, box.right, box.top))

    def _seen_in(self, box: Box) -> str:
        """Return the same, without single signs that nobody sees, each line as it is read."""
        inside = (
            place
            for place in range(len(self.text))
            if box.holds(*Box(*self.raw.get_charbox(place)).middle)
        )
        lines = itertools.groupby(inside, self._line_of)
        return "\n".join(in_reading_order(self._seen(list(group)), line) for line, group in lines)

    def _line_of(self, place: int) -> str:
        begin, end = self.text.rfind("\n", 0, place) + 1, self.text.find("\n", place)
        return self.text[begin : end if end > 0 else None].rstrip("\r")

    def _seen(self, inside: Sequence[int]) -> str:
        found = [self.text[inside[0] : inside[0] + 1]] if inside else []
        for before, place in itertools.pairwise(inside):
            found.append(self.text[before + 1 : place + 1] if place - before < 4 else " ")
            if place - before >= 4:
                found.append(self.text[place])
        return "".join(found)

    def _turned(self, left: float, bottom: float, right: float, top: float) -> Box:
        if self.quarters == 1:
            return Box(bottom, self._width - right, top, self._width - left)
        if self.quarters == 2:
            return Box(
                self._width - right, self._height - top, self._width - left, self._height - bottom
            )
        if self.quarters == 3:
            return Box(self._height - top, left, self._height - bottom, right)
        return Box(left, bottom, right, top)

    def _lines(self, gutters: Sequence[Gutter]) -> Iterator[RawLine]:
        begin = 0
        for found in re.finditer(r"[\r\n]+|[\x02\ufffe]", self.text + "\n"):
            end = found.start()
            is_broken = bool(BROKEN.match(found[0]))
            for first, last in self._parted(begin, end, gutters):
                line = self._line(first, last, is_broken=is_broken and last == end)
                if line is not None:
                    yield line
            begin = found.end()

    def _parted(self, begin: int, end: int, gutters: Sequence[Gutter]) -> Iterator[tuple[int, int]]:
        """Yield the parts of a line that stand apart: by a gutter, or as put on the page later."""
        before: float | None = None
        part = self.late.get(begin)
        for place in range(begin, end) if gutters or self.late else ():
            if self.text[place].isspace():
                continue
            box = self._box(place)
            is_apart = before is not None and are_apart(
                before, box.left, gutters, self._size(place)
            )
            if is_apart or self.late.get(place) != part:
                yield begin, place
                begin = place
            before, part = box.right, self.late.get(place)
        yield begin, end

    def _line(self, begin: int, end: int, *, is_broken: bool) -> RawLine | None:
        text = self.text
        while begin < end and text[begin].isspace():
            begin += 1
        while end > begin and text[end - 1].isspace():
            end -= 1
        if begin >= end:
            return None
        places = [place for place in _samples(begin, end) if not text[place].isspace()]
        sizes = sorted(self._size(place) for place in places)
        size = sizes[len(sizes) // 2]
        fonts = [self._font(place) for place in places]
        base = max((place for place in places if self._size(place) > SMALLER * size), default=begin)
        low = self._baseline(base) - _DESCENT * size
        first, last = self._box(begin), self._box(end - 1)
        line = RawLine(
            text=text[begin:end] + ("-" if is_broken and text[end - 1] != "-" else ""),
            left=min(first.left, last.left),
            right=max(first.right, last.right),
            bottom=low,
            top=low + size,
            size=round(size, 1),
            is_bold=all(map(_BOLD.search, fonts)),
            is_italic=all(map(_ITALIC.search, fonts)),
            is_late=begin in self.late,
        )
        line.is_raised = self._is_raised(begin, size)
        self._doubt(line, begin, end)
        self._mark_notes(line, begin, size)
        if not line.marks:
            line.text = in_reading_order(line.text, self._line_of(begin))
        return without_gaps(line)

    def _mark_notes(self, line: RawLine, begin: int, size: float) -> None:
        """Mark the raised signs of a line, which call notes, and set a glued label apart."""
        label = GLUED_LABEL.match(line.text)
        if label and self._is_raised(begin, size) > self._is_small(begin + label.end(), size):
            line.text = f"{label[0]} {line.text[label.end() :]}"
            begin -= 1
        for found in _RAISED.finditer(line.text):
            place = begin + found.start()
            if self._is_raised(place, size) and not self._is_in_label(begin, place, size):
                line.marks.append(
                    Mark(begin=found.start(), end=found.end(), kind=MarkKind.NOTE, target=found[0])
                )
        for found in _DIGITS.finditer(line.text):
            first, last = begin + found.start(), begin + found.end() - 1
            if self._is_raised(last, size) and not self._is_raised(first, size):
                line.doubts = line.doubts | {RAISED}

    def _is_in_label(self, begin: int, place: int, size: float) -> bool:
        """Tell whether what is as small before a number is more than marks: a label in a margin."""
        for before in range(place - 1, max(begin, place - _LONGEST_MARKS) - 1, -1):
            if self.text[before].isspace() or self.text[before] in _BETWEEN_MARKS:
                continue
            return self._is_small(before, size)
        return False

    def _doubt(self, line: RawLine, begin: int, end: int) -> None:
        """Enter the doubts about a line. Signs that say nothing may be a bullet."""
        first = line.text[:1]
        is_sign = first == NO_LETTER or "\ue000" <= first <= "\uf8ff"
        is_bullet = is_sign and line.text[1:2].isspace()
        if is_bullet and first == NO_LETTER:
            line.text = BULLET + line.text[1:]
        for place in range(begin + is_bullet, end) if self.doubts else ():
            line.doubts |= self.doubts.get(place, set())

    def _box(self, index: int) -> Box:
        return self._turned(*self.raw.get_charbox(index, loose=True))

    def _size(self, index: int) -> float:
        """Return the size in points at which a character is printed."""
        matrix = self._matrix(index)
        size = float(pdfium_c.FPDFText_GetFontSize(self.raw.raw, index))
        return size * math.hypot(matrix.c, matrix.d)

    def _is_raised(self, index: int, size: float) -> bool:
        """Tell whether a character is printed smaller than its line, or a digit well above it."""
        if self._is_small(index, size):
            return True
        if not self.text[index].isdigit():
            return False
        bottom = self._turned(*self.raw.get_charbox(index)).bottom
        return bottom - self._baseline(index) > _RAISED_BY * size

    def _is_small(self, index: int, size: float) -> bool:
        return self._size(index) < SMALLER * size

    def _matrix(self, index: int) -> pdfium_c.FS_MATRIX:
        matrix = pdfium_c.FS_MATRIX()
        pdfium_c.FPDFText_GetMatrix(self.raw.raw, index, ctypes.byref(matrix))
        return matrix

    def _baseline(self, index: int) -> float:
        across, up = ctypes.c_double(), ctypes.c_double()
        pdfium_c.FPDFText_GetCharOrigin(self.raw.raw, index, ctypes.byref(across), ctypes.byref(up))
        return self._turned(across.value, up.value, across.value, up.value).bottom

    def _font(self, index: int) -> str:
        buffer = ctypes.create_string_buffer(128)
        flags = ctypes.c_int()
        length = pdfium_c.FPDFText_GetFontInfo(
            self.raw.raw, index, buffer, 128, ctypes.byref(flags)
        )
        return buffer.raw[: max(length - 1, 0)].decode("utf-8", "ignore")


def _page_size(page: pdfium.PdfPage) -> tuple[float, float]:
    """Return width and height of the paper before it is turned."""
    left, bottom, right, top = page.get_mediabox()
    return right - left, top - bottom


def _goes_on(last: Box, box: Box) -> bool:
    low = min(box.top - box.bottom, last.top - last.bottom)
    overlap = min(box.top, last.top) - max(box.bottom, last.bottom)
    return overlap >= 0.5 * low and -1 <= box.left - last.right <= _WORD_SPACE


def _samples(begin: int, end: int) -> list[int]:
    """Return places in a line to look at: its ends and some between."""
    length = end - begin
    inner = [begin + length * part // 6 for part in range(1, 6)]
    return sorted({begin, *inner, end - 1})
