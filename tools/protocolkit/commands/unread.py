"""The protocols of a repository that could not be read: told beside the others, or refused.

A command about all protocols that leaves one out without a word says less than it seems to.
"""

from __future__ import annotations

from pathlib import Path

from protocolkit.base.problems import Problem, ProtocolkitError
from protocolkit.collection import Collection, printed_name, read_collection
from protocolkit.repository_layout import document_files


def unread_files(collection: Collection) -> tuple[Problem, ...]:
    """Return why files that should be protocols were not read."""
    read = {protocol.location.path for protocol in collection.protocols}
    files = {printed_name(path, collection.root) for path in document_files(collection.root)}
    return tuple(found for found in collection.problems if found.location.path in files - read)


def check_all_read(root: Path) -> None:
    """Raise when a protocol of a repository cannot be read, before a command changes them all."""
    for found in unread_files(read_collection(root)):
        raise ProtocolkitError(found)
