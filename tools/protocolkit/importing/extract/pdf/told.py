"""What a person should know of pages of a PDF: scans, pictures, letters that cannot be read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from protocolkit.base.messages import mark
from protocolkit.importing.source.lines import SourceBuilder

OTHER_FORM = mark("This PDF also holds a form (XFA) with words of its own: see what was left out.")
ATTACHED = mark("This PDF carries other files, which were not read: see what was left out.")
_SCANS = mark("Page {pages} is a scan: compare its text with the picture.")
_UNREAD = mark(
    "Signs of which the file does not say the letter, on page {pages}: {count}. Each is a \ufffd."
)
_PICTURES = mark("No text was found on page {pages}: perhaps a picture.")


def tell_of_pages(
    builder: SourceBuilder, scans: Sequence[int], unread: Counter[int], empty: Sequence[int]
) -> None:
    """Tell which pages (from 1) are scans, hold ``unread`` signs (by page), or have no text."""
    if scans:
        builder.notice(_SCANS, pages=_listed(scans))
    if unread:
        builder.notice(_UNREAD, count=str(unread.total()), pages=_listed(sorted(unread)))
    if empty:
        builder.notice(_PICTURES, pages=_listed(empty))


def _listed(pages: Iterable[int]) -> str:
    return ", ".join(map(str, pages))
