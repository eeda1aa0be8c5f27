"""What a PDF says besides its text: artifacts, links, places with a name, and our own record."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from protocolkit.base.messages import languages
from protocolkit.document.cover_words import cover_words
from protocolkit.document.model import ANCHOR
from protocolkit.exchange.record import FILE_NAME, LONGEST
from protocolkit.importing.extract.pdf.places import Box

# What our own PDFs call the first page of the cover, and that of the text.
_FRONT, _TEXT, _ASKING = "_front", "_text", "_asking"
_MOST_FILES = 100
_LONGEST_COVER = 20_000


def link_boxes(page: pdfium.PdfPage) -> Iterator[tuple[str, Box]]:
    """Yield the address and the place of every link on a page that leads to the web."""
    position = ctypes.c_int(0)
    link = pdfium_c.FPDF_LINK()
    while pdfium_c.FPDFLink_Enumerate(page.raw, ctypes.byref(position), ctypes.byref(link)):
        action = pdfium_c.FPDFLink_GetAction(link)
        if not action or pdfium_c.FPDFAction_GetType(action) != pdfium_c.PDFACTION_URI:
            continue
        buffer = ctypes.create_string_buffer(2048)
        length = pdfium_c.FPDFAction_GetURIPath(page.pdf.raw, action, buffer, 2048)
        rect = pdfium_c.FS_RECTF()
        if length and pdfium_c.FPDFLink_GetAnnotRect(link, ctypes.byref(rect)):
            address = buffer.raw[: max(length - 1, 0)].decode("utf-8", "ignore")
            box = Box(rect.left, rect.bottom, rect.right, rect.top)
            yield address, box


def named_places(document: pdfium.PdfDocument) -> dict[int, list[tuple[str, float]]]:
    """Return the anchors of a document by page: name and height, from the top down."""
    found: dict[int, list[tuple[str, float]]] = {}
    for page, place in _anchors(document):
        found.setdefault(page, []).append(place)
    return {page: sorted(places, key=lambda place: -place[1]) for page, places in found.items()}


def _anchors(document: pdfium.PdfDocument) -> Iterator[tuple[int, tuple[str, float]]]:
    for name, page, height in place_names(document):
        if ANCHOR.match(name) and not name.startswith("noot-"):
            yield page, (name, height)


def place_names(document: pdfium.PdfDocument) -> Iterator[tuple[str, int, float]]:
    """Yield every place with a name: the name, the page counted from 0, and how high on it."""
    for index in range(pdfium_c.FPDF_CountNamedDests(document.raw)):
        length = ctypes.c_long(0)
        pdfium_c.FPDF_GetNamedDest(document.raw, index, None, ctypes.byref(length))
        buffer = ctypes.create_string_buffer(max(length.value, 2))
        place = pdfium_c.FPDF_GetNamedDest(document.raw, index, buffer, ctypes.byref(length))
        name = buffer.raw[: max(length.value, 0)].decode("utf-16-le", "ignore").rstrip("\0")
        height = _height(place) if place else None
        if height is not None:
            yield name, pdfium_c.FPDFDest_GetDestPageIndex(document.raw, place), height


def _height(place: object) -> float | None:
    has = [pdfium_c.FPDF_BOOL() for _ in range(3)]
    at = [pdfium_c.FS_FLOAT() for _ in range(3)]
    pointers = [ctypes.byref(value) for value in (*has, *at)]
    pdfium_c.FPDFDest_GetLocationInPage(place, *pointers)
    return float(at[1].value) if has[1].value else None


def record_text(document: pdfium.PdfDocument) -> str | None:
    """Return the text of the record inside a PDF, None when it has none and is not ours.

    One that is no text, or far too long, is ``""``: then the PDF is ours and its record is not.
    """
    for index in range(min(document.count_attachments(), _MOST_FILES)):
        try:
            attached = document.get_attachment(index)
            if attached.get_name() != FILE_NAME:
                continue
            content = bytes(attached.get_data())
            return content.decode("ascii") if len(content) <= LONGEST else ""
        except (pdfium.PdfiumError, UnicodeDecodeError):
            return ""
    return None


def is_of_our_first(document: pdfium.PdfDocument) -> bool:
    """Tell whether a PDF is one of our first, without a record: its cover gives a check code."""
    named = [page for page, _ in _anchors(document)]
    if not named or not min(named):
        return False
    page = document[0]
    text = page.get_textpage()
    try:
        count = min(text.count_chars(), _LONGEST_COVER)
        said = " ".join(text.get_text_range(0, count).split()) if count > 0 else ""
    finally:
        text.close()
        page.close()
    return any(words.is_code(said) for words in map(cover_words, languages()))


def text_begin(document: pdfium.PdfDocument) -> tuple[int, float]:
    """Return where the text of a PDF of ours begins: the page, counted from 0, and how high on it.

    Above it on that page may stand the contents. In our first PDFs it is the top of a page.
    """
    places = ((page, height) for name, page, height in place_names(document) if name == _TEXT)
    return next(places, (-1, 0.0))


def asking_page(document: pdfium.PdfDocument) -> int | None:
    """Return the page, from 0, that is a loose sheet before the cover, None without one."""
    return next((page for name, page, _ in place_names(document) if name == _ASKING), None)


def front_pages(document: pdfium.PdfDocument) -> range:
    """Return the pages of a PDF of ours that hold the cover and the contents, counted from 0.

    Our first PDFs name nothing but the anchors of the text.
    """
    places = {name: page for name, page, _ in place_names(document)}
    if _FRONT not in places:
        is_first = is_of_our_first(document)
        return range(min(page for page, _ in _anchors(document))) if is_first else range(0)
    return range(places.get(_ASKING, places[_FRONT]), places.get(_TEXT, len(document)))
