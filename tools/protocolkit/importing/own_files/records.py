"""A source and the record inside its file: whether there is one, and what kind of file it is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pypdfium2 as pdfium

from protocolkit.base.location import Location
from protocolkit.base.messages import mark, message
from protocolkit.base.problems import ProtocolkitError, problem
from protocolkit.document.model import Protocol
from protocolkit.exchange.record import FILE_NAME, LONGEST, Made, text_to_record
from protocolkit.importing import codes
from protocolkit.importing.extract.pdf_marks import place_names
from protocolkit.importing.extract.word_package import WordPackage
from protocolkit.importing.source import Source

_UNUSABLE = mark(
    "This program made the file, but what it keeps in it for itself is damaged or of another "
    "version. Only the text was read."
)


def with_record(source: Source, text: str | None, shows: Callable[[Protocol], bool]) -> Source:
    """Return a source with the record of its file; ``text`` is None when the file has none.

    ``shows`` tells whether what can be seen of the file is a protocol, no more and no less. A
    record that cannot be used is said and left out.
    """
    if text is None:
        return source
    record = text_to_record(text)
    if record is None:
        return replace(source, notices=(*source.notices, message(_UNUSABLE)))
    is_as_recorded = record.protocol is not None and shows(record.protocol)
    return replace(source, record=record, is_as_recorded=is_as_recorded)


def refuse_what_is_no_protocol(source: Source, location: Location) -> None:
    """Raise :class:`ProtocolkitError` for our files that are no protocol of an organisation.

    A comparison never is one; a template becomes one when somebody has chosen and filled in.
    """
    made = source.record.made if source.record else Made.PROTOCOL
    if made is Made.COMPARISON:
        raise ProtocolkitError(problem(codes.OWN_COMPARISON, location))
    if made is Made.TEMPLATE and source.is_as_recorded:
        raise ProtocolkitError(problem(codes.OWN_TEMPLATE, location))


_FRONT, _TEXT = "_front", "_text"
_MOST_FILES = 100


def record_of_pdf(document: pdfium.PdfDocument) -> str | None:
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


_ROOT = "{urn:protocolkit:record:1}record"
_KIND = "customXml"
_MOST_PARTS = 20


def record_of_word(package: WordPackage) -> str | None:
    """Return the text of the record in a Word file, None when it has none.

    Other programs keep parts of their own in the same place; one that is damaged is none of ours.
    """
    related = package.relationships(package.main).values()
    parts = [found.target for found in related if found.kind == _KIND and not found.is_outside]
    for name in parts[:_MOST_PARTS]:
        try:
            root = package.part(name)
        except ProtocolkitError:
            continue
        if root is not None and root.tag == _ROOT:
            return root.text or ""
    return None
