"""The notes that people put on a PDF: who wrote them, when, what they answer, and over which words.

As a program for PDF keeps them: the words in the note itself, an answer with a link to the note
that it answers, and the state of a note ('Completed') in an answer of its own, which says nothing
else (ISO 32000-1, 12.5.6.3); that is a state here, and no note.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from protocolkit.base.location import Location
from protocolkit.base.problems import ProtocolkitError, problem
from protocolkit.importing.extract.pdf.annotations import (
    note_string,
    quarters_of,
    rectangle_of,
)
from protocolkit.importing.extract.pdf.leftward import unturned
from protocolkit.importing.extract.pdf.open import opened_pdf
from protocolkit.importing.extract.pdf.places import Box
from protocolkit.importing.source import codes
from protocolkit.text.safe_signs import whole_signs

_MOST = 5_000
_KINDS = frozenset(
    (
        pdfium_c.FPDF_ANNOT_TEXT,
        pdfium_c.FPDF_ANNOT_FREETEXT,
        pdfium_c.FPDF_ANNOT_HIGHLIGHT,
        pdfium_c.FPDF_ANNOT_UNDERLINE,
        pdfium_c.FPDF_ANNOT_SQUIGGLY,
        pdfium_c.FPDF_ANNOT_STRIKEOUT,
        pdfium_c.FPDF_ANNOT_CARET,
        pdfium_c.FPDF_ANNOT_SQUARE,
        pdfium_c.FPDF_ANNOT_CIRCLE,
        pdfium_c.FPDF_ANNOT_POLYGON,
        pdfium_c.FPDF_ANNOT_POLYLINE,
        pdfium_c.FPDF_ANNOT_LINE,
        pdfium_c.FPDF_ANNOT_INK,
        pdfium_c.FPDF_ANNOT_STAMP,
    )
)
_DONE = ("Completed", "Accepted")
# PDFium gives this for a hyphen at the end of a line that breaks a word.
_BROKEN = "\x02"
# This many letters before and after a passage are taken along.
_AROUND = 400
_WIDEST = 100_000.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """Some words of a page with the words before and after them."""

    before: str
    marked: str
    after: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PageNote:
    """A note: its words, those that it lies over, and those on the same height of the page.

    ``parent`` is the ``id`` of the note that it answers, "" for none. ``is_strike`` says that it is
    a line through words.
    """

    id: str
    parent: str
    author: str
    date: str
    text: str
    under: Passage
    beside: Passage
    resolved: bool
    is_strike: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteState:
    """The state that somebody set on a note, with the words that a program puts beside it."""

    id: str
    parent: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NotedPdf:
    """A PDF with notes: the words of each page; all notes and states in the order of the file."""

    pages: tuple[str, ...]
    notes: tuple[PageNote, ...]
    states: tuple[NoteState, ...] = ()


def read_notes(content: bytes, location: Location) -> NotedPdf:
    """Return the words and notes of a PDF.

    Raises :class:`~protocolkit.base.problems.ProtocolkitError` when it cannot be opened.
    """
    document = opened_pdf(content, location)
    try:
        pages: list[str] = []
        notes: list[PageNote] = []
        states: list[NoteState] = []
        for number in range(len(document)):
            page = document[number]
            letters = _Letters(page)
            pages.append(letters.text(0, len(letters.signs)))
            for one in _notes(page, number, letters):
                if isinstance(one, NoteState):
                    states.append(one)
                else:
                    notes.append(one)
        return NotedPdf(pages=tuple(pages), notes=tuple(notes), states=tuple(states))
    except pdfium.PdfiumError:
        raise ProtocolkitError(problem(codes.DAMAGED, location)) from None
    finally:
        document.close()


class _Letters:
    """The letters of a page, each with the middle of its place."""

    def __init__(self, page: pdfium.PdfPage) -> None:
        shown = page.get_textpage()
        count = shown.count_chars()
        codes = (pdfium_c.FPDFText_GetUnicode(shown.raw, at) for at in range(count))
        self.signs = list(unturned("".join(map(chr, codes))))
        self._middles = [_middle(shown, at) for at in range(count)]

    def passage(self, boxes: Sequence[Box]) -> Passage:
        """Return the words under boxes with those around them."""
        begin, end = self._under(boxes)
        return Passage(
            before=self.text(begin - _AROUND, begin),
            marked=self.text(begin, end),
            after=self.text(end, end + _AROUND),
        )

    def _under(self, boxes: Sequence[Box]) -> tuple[int, int]:
        """Return where the words begin and end that lie under boxes, whole words; (0, 0): none."""
        places = [
            at
            for at, middle in enumerate(self._middles)
            if self.signs[at].strip() and any(box.holds(*middle) for box in boxes)
        ]
        if not places:
            return 0, 0
        begin, end = places[0], places[-1] + 1
        while begin > 0 and self.signs[begin - 1].isalnum() and self.signs[begin].isalnum():
            begin -= 1
        while end < len(self.signs) and self.signs[end].isalnum() and self.signs[end - 1].isalnum():
            end += 1
        return begin, end

    def text(self, begin: int, end: int) -> str:
        """Return the letters from one place to another, broken words made whole."""
        # PDFium gives a sign beyond the first 65,536 as two halves.
        text = whole_signs("".join(self.signs[max(begin, 0) : end]))
        text = text.replace("\r\n", "\n").replace("\r", "\n")
        return text.replace(f"{_BROKEN}\n", "").replace(_BROKEN, "")


def _notes(page: pdfium.PdfPage, number: int, letters: _Letters) -> Iterator[PageNote | NoteState]:
    """Yield the notes and states of a page; one without words that only marks some is kept too."""
    count = min(max(pdfium_c.FPDFPage_GetAnnotCount(page.raw), 0), _MOST)
    handles = [pdfium_c.FPDFPage_GetAnnot(page.raw, index) for index in range(count)]
    try:
        read = {
            index: raw
            for index, raw in enumerate(handles)
            if raw and pdfium_c.FPDFAnnot_GetSubtype(raw) in _KINDS
        }
        threads = _Threads(page, read)
        for index, raw in read.items():
            name, answered = f"p{number + 1}n{index + 1}", threads.answered(index)
            parent = f"p{number + 1}n{answered + 1}" if answered in read else ""
            text = note_string(raw, b"Contents").strip()
            if index in threads.states:
                yield NoteState(id=name, parent=parent, text=text)
                continue
            box = rectangle_of(raw)
            beside = [Box(-_WIDEST, box.bottom, _WIDEST, box.top)]
            yield PageNote(
                id=name,
                parent=parent,
                author=note_string(raw, b"T"),
                date=note_string(raw, b"M") or note_string(raw, b"CreationDate"),
                text=text,
                under=letters.passage(list(quarters_of(raw)) or [box]),
                beside=letters.passage(beside),
                resolved=threads.is_done(index),
                is_strike=pdfium_c.FPDFAnnot_GetSubtype(raw) == pdfium_c.FPDF_ANNOT_STRIKEOUT,
            )
    finally:
        for raw in handles:
            if raw:
                pdfium_c.FPDFPage_CloseAnnot(raw)


class _Threads:
    """Which notes of a page answer others, and which of these answers only set a state."""

    def __init__(self, page: pdfium.PdfPage, read: Mapping[int, object]) -> None:
        self._above = {index: _answered(page, raw) for index, raw in read.items()}
        self.states = {
            index: note_string(raw, b"State")
            for index, raw in read.items()
            if note_string(raw, b"State") and self._above[index] in read
        }
        # 'Marked' says that somebody has seen it, and nothing of what is done with it.
        self._done = {
            self.answered(index): state in _DONE
            for index, state in self.states.items()
            if note_string(read[index], b"StateModel") != "Marked"
        }

    def answered(self, index: int) -> int:
        """Return the note that another one answers, -1 for none; never one that is a state."""
        above, seen = self._above[index], {index}
        while above in self.states and above not in seen:
            seen.add(above)
            above = self._above[above]
        return above

    def is_done(self, index: int) -> bool:
        """Tell whether the last state that was set on a note ends it."""
        return self._done.get(index, False)


def _answered(page: pdfium.PdfPage, raw: object) -> int:
    """Return which note of the page a note answers, -1 for none."""
    linked = pdfium_c.FPDFAnnot_GetLinkedAnnot(raw, b"IRT")
    if not linked:
        return -1
    try:
        return int(pdfium_c.FPDFPage_GetAnnotIndex(page.raw, linked))
    finally:
        pdfium_c.FPDFPage_CloseAnnot(linked)


def _middle(shown: pdfium.PdfTextPage, at: int) -> tuple[float, float]:
    sides = [ctypes.c_double() for _ in range(4)]
    if not pdfium_c.FPDFText_GetCharBox(shown.raw, at, *map(ctypes.byref, sides)):
        return (-1.0, -1.0)
    left, right, bottom, top = (side.value for side in sides)
    return (left + right) / 2, (bottom + top) / 2
