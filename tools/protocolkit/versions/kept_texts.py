"""The kept versions of one protocol by their names and dates, for files that list them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from protocolkit.base.problems import ProtocolkitError
from protocolkit.collection import printed_name, read_document
from protocolkit.document.adoptions import began
from protocolkit.document.facts import DECIDED
from protocolkit.document.fingerprints import protocol_fingerprint
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
    for path, name in _own_versions(root, protocol):
        kept = read_document(path, root).protocol
        found.append(KeptText(name=name, date=began(kept) or dates.get(path, "")))
    return tuple(found)


def last_adopted(root: Path, protocol: Protocol) -> str:
    """Return the path of the last kept version that calls itself adopted; "" when none does.

    Whoever kept versions before this program recorded what is decided has no other sign of it. A
    version that cannot be read is none, and neither is one with the text as it is now.
    """
    found: list[tuple[str, str]] = []
    for path, _ in _own_versions(root, protocol):
        try:
            kept = read_document(path, root).protocol
        except ProtocolkitError:
            continue
        is_same = protocol_fingerprint(kept) == protocol_fingerprint(protocol)
        if kept.facts.status in DECIDED and not is_same:
            found.append((began(kept), printed_name(path, root)))
    return max(found, default=("", ""))[1]


def _own_versions(root: Path, protocol: Protocol) -> Iterator[tuple[Path, str]]:
    """Yield whatever stands where versions of a protocol stand, with the name of each."""
    for path in version_files(root):
        subject, slug, name = version_place(root, path) or ("", "", "")
        if (subject, slug) == (protocol.subject, protocol.slug):
            yield path, name
