"""The record of a PDF as its template receives it: a file inside the file."""

from __future__ import annotations

from protocolkit.exchange.record import FILE_NAME, Record, record_to_text
from protocolkit.messages import Translate
from protocolkit.paper.pdf.lines import Object


def record_data(record: Record, translate: Translate) -> Object:
    """Return the name and the text of what is attached, and what a reader's menu calls it."""
    return {
        "name": FILE_NAME,
        "text": record_to_text(record),
        "words": translate("For the computer: with this, the file can be imported as it was."),
    }
