"""What our own PDFs carry for a program: the record, and where the cover ends."""

from __future__ import annotations

import pypdfium2 as pdfium

from protocolkit.exchange.record import FILE_NAME, LONGEST
from protocolkit.importing.pdf_marks import place_names

_FRONT, _TEXT = "_front", "_text"
_MOST_FILES = 100


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


def front_pages(document: pdfium.PdfDocument) -> range:
    """Return the pages of a PDF of ours that hold the cover and the contents, counted from 0."""
    places = {name: page for name, page, _ in place_names(document)}
    if _FRONT not in places:
        return range(0)
    return range(places[_FRONT], places.get(_TEXT, len(document)))
