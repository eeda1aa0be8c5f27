"""The pieces of text of a PDF's page, each read by itself.

They are laid out anew, far apart, before they are read. So nothing depends on where they stand, on
what lies over them, or on what a reader of the page makes of lines and columns.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from protocolkit.base.location import Location
from protocolkit.importing.extract.pdf.alternate_text import hush, spoken_words
from protocolkit.importing.extract.pdf.annotations import print_on_page, read_remarks
from protocolkit.importing.extract.pdf.glyphs import painted_runs
from protocolkit.importing.extract.pdf.objects import TEXT, Painted, painted_objects
from protocolkit.importing.extract.pdf.open import attached_names, opened_pdf
from protocolkit.importing.extract.pdf.structure_words import structure_words
from protocolkit.importing.source.limits import Progress, Stage, tell_nobody

_SIZE, _STEP = 10.0, 40.0


@dataclass(frozen=True, slots=True, kw_only=True)
class PaintedPage:
    """What a page paints, piece by piece; ``beside`` is what it says in comments or aloud.

    Without what the structure of the file says: :func:`structure_said`.
    """

    pieces: tuple[str, ...]
    beside: tuple[str, ...]


def painted_pages(
    content: bytes, location: Location, progress: Progress = tell_nobody
) -> Iterator[PaintedPage]:
    """Yield what each page of a PDF paints, and last the names of the files that it carries.

    ``progress`` hears of every page.

    Raises :class:`~protocolkit.base.problems.ProtocolkitError` when it cannot be opened.
    """
    document = opened_pdf(content, location)
    try:
        total = len(document)
        for number in range(total):
            progress(Stage.PROVED_PAGES, number + 1, total)
            yield _page(document, number, location)
        yield PaintedPage(pieces=(), beside=tuple(attached_names(document)))
    finally:
        document.close()


def structure_said(content: bytes, location: Location) -> Iterator[str]:
    """Yield what the structure of a PDF says of its pages instead of what they paint.

    It takes long in a file of many pages, as PDFium goes over all of it for each.
    """
    document = opened_pdf(content, location)
    try:
        for page in document:
            yield from (words for words, _ in structure_words(page, location))
            page.close()
    finally:
        document.close()


def lay_out(items: Iterable[Painted]) -> None:
    """Set each piece of text of a page in memory on a line of its own, all in one size."""
    for line, item in enumerate(items):
        pdfium_c.FPDFTextObj_SetFontSize(item.raw, _SIZE)
        place = pdfium_c.FS_MATRIX(1, 0, 0, 1, 0, line * _STEP)
        pdfium_c.FPDFPageObj_SetMatrix(item.raw, place)


def _page(document: pdfium.PdfDocument, number: int, location: Location) -> PaintedPage:
    page = document[number]
    remarks = read_remarks(page)
    if remarks.is_shown:
        print_on_page(page)
        page.close()
        page = document[number]
    items = [item for item in painted_objects(page, location) if item.kind == TEXT]
    spoken = spoken_words(items)
    hush(items, spoken)
    lay_out(items)
    text = page.get_textpage()
    pieces: dict[int, list[str]] = {}
    try:
        for _, signs, owner in painted_runs(text):
            pieces.setdefault(owner, []).append(signs)
    finally:
        text.close()
        page.close()
    return PaintedPage(
        pieces=tuple("".join(signs) for signs in pieces.values()),
        beside=(
            *(words for _, words in spoken.values()),
            *(remark.words for remark in remarks.found),
        ),
    )
