"""The kept versions of one protocol by their names and dates, for files that list them."""

from __future__ import annotations

from pathlib import Path

from protocolkit.collection import read_document
from protocolkit.document.adoptions import began
from protocolkit.document.model import Protocol
from protocolkit.exchange.akn_meta import KeptText
from protocolkit.repository_layout import (
    document_place,
    version_files,
    version_place,
    versions_folder,
)
from protocolkit.versions.index import frozen_versions


def kept_texts(root: Path, protocol: Protocol) -> tuple[KeptText, ...]:
    """Return the versions of a protocol of a repository; none for a file from elsewhere.

    The date is that of the version itself, else the day on which it was kept. Raises
    :class:`~protocolkit.base.problems.ProtocolkitError` when the list of versions cannot be read.
    """
    if document_place(root, root / protocol.location.path) != (protocol.subject, protocol.slug):
        return ()
    folder = versions_folder(root)
    dates = {folder / entry.file: entry.date for entry in frozen_versions(root)}
    found = []
    for path in version_files(root):
        subject, slug, name = version_place(root, path) or ("", "", "")
        if (subject, slug) == (protocol.subject, protocol.slug):
            kept = read_document(path, root).protocol
            found.append(KeptText(name=name, date=began(kept) or dates.get(path, "")))
    return tuple(found)
