"""A file of Akoma Ntoso, opened and imported as the command does it."""

from __future__ import annotations

from pathlib import Path

from protocolkit.importing.import_values import Imported
from protocolkit.importing.kind_of_file import Opened, import_opened, open_content
from protocolkit.importing.structure.found_facts import Wishes

AKN = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
"""The names of its elements."""


def opened_akn(content: bytes) -> Opened:
    """Return a file of these bytes as it is opened."""
    return open_content(Path("x.xml"), content)


def imported_akn(content: bytes, wishes: Wishes | None = None) -> Imported:
    """Return what is read from it."""
    return import_opened(opened_akn(content), wishes)
