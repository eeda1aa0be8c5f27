"""What people put on a PDF's page afterwards: fields they filled in, stamps, notes, comments.

What shows on the page becomes part of it and is read like the rest; what does not is left out,
with its words.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from protocolkit.base.messages import Marked
from protocolkit.importing.extract.pdf.objects import wide_text
from protocolkit.importing.extract.pdf.places import Box, around
from protocolkit.importing.source.doubts import OPEN_FIELD, TICKED, UNTICKED
from protocolkit.reading.words_left_out import LeftOutReason

_MOST = 5_000
_LONGEST = 100_000
_DEEPEST = 8
_HIDDEN = pdfium_c.FPDF_ANNOT_FLAG_HIDDEN
_SHOWN = frozenset(
    (
        pdfium_c.FPDF_ANNOT_FREETEXT,
        pdfium_c.FPDF_ANNOT_STAMP,
        pdfium_c.FPDF_ANNOT_WIDGET,
        pdfium_c.FPDF_ANNOT_WATERMARK,
    )
)
# Drawn over the page, with or without words: they may cover what stands there.
_DRAWN = frozenset(
    (
        pdfium_c.FPDF_ANNOT_SQUARE,
        pdfium_c.FPDF_ANNOT_CIRCLE,
        pdfium_c.FPDF_ANNOT_POLYGON,
        pdfium_c.FPDF_ANNOT_POLYLINE,
        pdfium_c.FPDF_ANNOT_LINE,
        pdfium_c.FPDF_ANNOT_INK,
        pdfium_c.FPDF_ANNOT_REDACT,
    )
)
_SILENT = frozenset((pdfium_c.FPDF_ANNOT_LINK, pdfium_c.FPDF_ANNOT_POPUP))
_CHECKED = (pdfium_c.FPDF_FORMFIELD_CHECKBOX, pdfium_c.FPDF_FORMFIELD_RADIOBUTTON)
_FILLED_IN = (
    pdfium_c.FPDF_FORMFIELD_TEXTFIELD,
    pdfium_c.FPDF_FORMFIELD_COMBOBOX,
    pdfium_c.FPDF_FORMFIELD_LISTBOX,
    pdfium_c.FPDF_FORMFIELD_SIGNATURE,
)
# What a field that no form lists says of itself.
_FILLED_IN_NAMES = ("Tx", "Ch", "Sig")
_STRIKING = frozenset((pdfium_c.FPDF_ANNOT_STRIKEOUT, pdfium_c.FPDF_ANNOT_REDACT))


@dataclass(frozen=True, slots=True, kw_only=True)
class Annotation:
    """One thing put on a page: its words, where it is, and whether it may show on the page.

    ``field`` is what to say of a field of a form that shows something else than words.
    """

    words: str
    box: Box
    kind: int
    is_hidden: bool
    field: Marked | None = None

    @property
    def may_show(self) -> bool:
        """Whether its words may be printed on the page."""
        return self.kind in _SHOWN and not self.is_hidden

    @property
    def is_perhaps_shown(self) -> bool:
        """Whether some programs print its words, though the file does not say how they look."""
        return self.kind == pdfium_c.FPDF_ANNOT_FREETEXT and not self.is_hidden

    @property
    def reason(self) -> LeftOutReason:
        """Why its words are no text when they are not printed."""
        if self.kind == pdfium_c.FPDF_ANNOT_WIDGET:
            return LeftOutReason.FORM
        return LeftOutReason.HIDDEN if self.is_hidden else LeftOutReason.COMMENT


@dataclass(frozen=True, slots=True, kw_only=True)
class Remarks:
    """All that was put on a page, the places that are struck by it, whether it has drawn words."""

    found: tuple[Annotation, ...] = ()
    struck: tuple[Box, ...] = ()
    has_drawn_words: bool = False

    @property
    def is_shown(self) -> bool:
        """Whether something of it may be printed on the page, or cover what is."""
        return self.has_drawn_words or any(
            remark.may_show or (remark.kind in _DRAWN and not remark.is_hidden)
            for remark in self.found
        )


def read_remarks(page: pdfium.PdfPage) -> Remarks:
    """Return what was put on a page."""
    found: list[Annotation] = []
    struck: list[Box] = []
    has_drawn_words = False
    form = page.formenv.raw if page.formenv else None
    for index in range(min(max(pdfium_c.FPDFPage_GetAnnotCount(page.raw), 0), _MOST)):
        raw = pdfium_c.FPDFPage_GetAnnot(page.raw, index)
        if not raw:
            continue
        try:
            kind = pdfium_c.FPDFAnnot_GetSubtype(raw)
            if kind in _STRIKING:
                struck += list(quarters_of(raw)) or [rectangle_of(raw)]
            has_drawn_words = has_drawn_words or _has_drawn_words(raw)
            if kind not in _SILENT:
                found.append(_remark(raw, kind, form))
        finally:
            pdfium_c.FPDFPage_CloseAnnot(raw)
    return Remarks(found=tuple(found), struck=tuple(struck), has_drawn_words=has_drawn_words)


def _has_drawn_words(raw: object) -> bool:
    """Tell whether an annotation of any kind is drawn with words."""
    if pdfium_c.FPDFAnnot_GetFlags(raw) & _HIDDEN:
        return False
    waiting = [
        (pdfium_c.FPDFAnnot_GetObject(raw, index), 0)
        for index in range(min(max(pdfium_c.FPDFAnnot_GetObjectCount(raw), 0), _MOST))
    ]
    while waiting:
        item, depth = waiting.pop()
        kind = pdfium_c.FPDFPageObj_GetType(item)
        if kind == pdfium_c.FPDF_PAGEOBJ_TEXT:
            return True
        if kind == pdfium_c.FPDF_PAGEOBJ_FORM and depth < _DEEPEST:
            inside = range(min(max(pdfium_c.FPDFFormObj_CountObjects(item), 0), _MOST))
            waiting += [
                (pdfium_c.FPDFFormObj_GetObject(item, index), depth + 1) for index in inside
            ]
    return False


def print_on_page(page: pdfium.PdfPage) -> None:
    """Make what was put on a page part of it; the page must be opened anew to see it."""
    pdfium_c.FPDFPage_Flatten(page.raw, pdfium_c.FLAT_NORMALDISPLAY)


def _remark(raw: object, kind: int, form: object) -> Annotation:
    words, field = note_string(raw, b"Contents"), None
    is_hidden = bool(pdfium_c.FPDFAnnot_GetFlags(raw) & _HIDDEN)
    if kind == pdfium_c.FPDF_ANNOT_WIDGET:
        words = ""
        if form is not None:
            words = _string(lambda *to: pdfium_c.FPDFAnnot_GetFormFieldValue(form, raw, *to))
        # a field that no form of the file lists keeps its words all the same
        words = words or note_string(raw, b"V")
        field = None if is_hidden else _field(raw, form, words.strip())
    if kind == pdfium_c.FPDF_ANNOT_REDACT:
        words = f"{words} {note_string(raw, b'OverlayText')}"
    return Annotation(
        words=words.strip(),
        box=rectangle_of(raw),
        kind=kind,
        is_hidden=is_hidden,
        field=field,
    )


def _field(raw: object, form: object, words: str) -> Marked | None:
    """Return what a reader sees of a field of a form besides words: a box, an empty place."""
    kind = pdfium_c.FPDFAnnot_GetFormFieldType(form, raw) if form is not None else -1
    if kind in _CHECKED:
        return TICKED if pdfium_c.FPDFAnnot_IsChecked(form, raw) else UNTICKED
    is_filled_in = kind in _FILLED_IN or note_string(raw, b"FT") in _FILLED_IN_NAMES
    return OPEN_FIELD if is_filled_in and not words else None


def note_string(raw: object, name: bytes) -> str:
    """Return a text that an annotation keeps under a name."""
    return _string(lambda *to: pdfium_c.FPDFAnnot_GetStringValue(raw, name, *to))


def rectangle_of(raw: object) -> Box:
    """Return the place of an annotation."""
    place = pdfium_c.FS_RECTF()
    pdfium_c.FPDFAnnot_GetRect(raw, ctypes.byref(place))
    return Box(place.left, place.bottom, place.right, place.top)


def _string(ask: Callable[..., int]) -> str:
    """Return a text that PDFium gives: first how long it is, then the text."""
    length = min(ask(None, 0), _LONGEST)
    if length <= 2:
        return ""
    buffer = (ctypes.c_ushort * (length // 2 + 1))()
    ask(buffer, length)
    return wide_text(buffer, length)


def quarters_of(raw: object) -> Iterator[Box]:
    """Yield the places over which a mark of a person lies."""
    for index in range(min(pdfium_c.FPDFAnnot_CountAttachmentPoints(raw), _MOST)):
        quad = pdfium_c.FS_QUADPOINTSF()
        if pdfium_c.FPDFAnnot_GetAttachmentPoints(raw, index, ctypes.byref(quad)):
            corners = [(quad.x1, quad.y1), (quad.x2, quad.y2), (quad.x3, quad.y3)]
            yield around([*corners, (quad.x4, quad.y4)])
