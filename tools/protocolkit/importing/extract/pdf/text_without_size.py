"""Text without any size: nobody sees it, and PDFium does not read it. Its words are found here."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import pypdfium2 as pdfium

from protocolkit.base.location import Location
from protocolkit.importing.extract.pdf.objects import Painted, painted_objects
from protocolkit.importing.extract.pdf.single_pieces import lay_out

# PDFium reads no text that is less wide.
_LEAST = 0.01


def unsized_words(
    document: pdfium.PdfDocument, number: int, turns: Iterable[int], location: Location
) -> Iterator[tuple[str, bool]]:
    """Yield the words of pieces of text, by their turns, and whether they have no size.

    The page is opened once more for this and thrown away.
    """
    page = document[number]
    wanted = frozenset(turns)
    items = [item for item in painted_objects(page, location) if item.number in wanted]
    unsized = [_is_unsized(item) for item in items]
    lay_out(items)
    text = page.get_textpage()
    try:
        for item, is_unsized in zip(items, unsized, strict=True):
            yield item.words(text).strip(), is_unsized
    finally:
        text.close()
        page.close()


def _is_unsized(item: Painted) -> bool:
    """Tell whether a piece of text is too narrow for PDFium to read."""
    box = item.box()
    return box is None or min(box.width, box.height) < _LEAST
