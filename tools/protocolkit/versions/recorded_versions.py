"""A kept version from its file, with what is recorded of its words in its protocol's own file."""

from __future__ import annotations

from pathlib import Path

from protocolkit.base.files import is_there
from protocolkit.base.problems import ProtocolkitError
from protocolkit.collection import read_document
from protocolkit.document.model import Protocol
from protocolkit.document.recorded import as_recorded
from protocolkit.repository_layout import DOCUMENT_END, protocols_folder, version_place


def recorded(protocol: Protocol, path: Path, root: Path) -> Protocol:
    """Return the protocol of a file; of a kept version with what is recorded of it since."""
    place = version_place(root, path)
    if place is None:
        return protocol
    now = protocols_folder(root) / place[0] / f"{place[1]}{DOCUMENT_END}"
    try:
        record = read_document(now, root).protocol if is_there(now) else protocol
    except ProtocolkitError:
        record = protocol  # who reads that file says why it cannot be read
    return as_recorded(protocol, record)
