"""The record that a Word file of ours carries: read when something first asks for it."""

from __future__ import annotations

from functools import cached_property

from protocolkit.document.model import Protocol
from protocolkit.exchange.record import text_to_record


class FileRecord:
    """The record of one file; ``is_ours`` says that its styles are those of our files."""

    def __init__(self, text: str | None, *, is_ours: bool) -> None:
        self.text = text
        self.is_ours = is_ours

    @cached_property
    def protocol(self) -> Protocol | None:
        """The protocol that the file was made of, as far as its record says."""
        record = text_to_record(self.text) if self.is_ours and self.text is not None else None
        return record.protocol if record is not None else None
