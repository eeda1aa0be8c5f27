"""Who a PDF says that made it."""

from __future__ import annotations

from collections.abc import Iterator


def makers_of_pdf(content: bytes) -> Iterator[str]:
    """Yield the name in the properties of a file; nothing of one that cannot be opened."""
    import pypdfium2 as pdfium  # noqa: PLC0415 - slow to load

    try:
        with pdfium.PdfDocument(content) as document:
            name = str(document.get_metadata_value("Author"))
    except pdfium.PdfiumError:
        return
    if name.strip():
        yield " ".join(name.split())
