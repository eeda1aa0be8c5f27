"""Opening a PDF: what is wrong with one that cannot be used."""

from __future__ import annotations

import io
import logging

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from protocolkit.base.location import Location
from protocolkit.base.problems import ProtocolkitError, problem
from protocolkit.importing.source import codes

MOST_PAGES = 1_000
_MOST_ATTACHED = 1_000
# It tells programmers how to read forms of another kind, on the screen of whoever imports.
logging.getLogger("pypdfium2").setLevel(logging.CRITICAL)


def opened_pdf(content: bytes, location: Location) -> pdfium.PdfDocument:
    """Open a PDF; to be closed after use.

    Raises :class:`ProtocolkitError` when it is damaged, protected or far too long.
    """
    try:
        document = pdfium.PdfDocument(io.BytesIO(content).getvalue())
        _refuse_other_forms(document, location)
        # fields of forms are only printed when this was asked for before a page is opened
        document.init_forms()
    except pdfium.PdfiumError as reason:
        is_locked = "password" in str(reason).lower()
        code = codes.PASSWORD if is_locked else codes.DAMAGED
        raise ProtocolkitError(problem(code, location)) from None
    if len(document) > MOST_PAGES:
        pages, limit = str(len(document)), str(MOST_PAGES)
        document.close()
        raise ProtocolkitError(problem(codes.TOO_MANY_PAGES, location, pages=pages, limit=limit))
    return document


def attached_names(document: pdfium.PdfDocument) -> list[str]:
    """Return the names of the files that a PDF carries; none of them is opened."""
    count = min(document.count_attachments(), _MOST_ATTACHED)
    return [document.get_attachment(number).get_name() for number in range(count)]


def _refuse_other_forms(document: pdfium.PdfDocument, location: Location) -> None:
    """Refuse a form of which only some programs draw the pages (XFA): its words are not on them."""
    if document.get_formtype() == pdfium_c.FORMTYPE_XFA_FULL:
        document.close()
        raise ProtocolkitError(problem(codes.XFA, location))
