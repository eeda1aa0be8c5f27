"""A kept version from its file, with what is recorded of its words in its protocol's own file."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from protocolkit.base.files import is_there
from protocolkit.base.problems import ProtocolkitError
from protocolkit.collection import read_document, with_versions
from protocolkit.document.begins import begun_on, gives_way_to
from protocolkit.document.facts import Status
from protocolkit.document.model import Protocol
from protocolkit.document.recorded import as_recorded
from protocolkit.repository_layout import DOCUMENT_END, protocols_folder, version_place


def recorded(protocol: Protocol, path: Path, root: Path, day: str = "") -> Protocol:
    """Return the protocol of a file; of a kept version with what is recorded of it since.

    ``day`` (ISO 8601) is the one on which it is told; without it what was adopted for a later day
    than that of its adoption is to come.
    """
    place = version_place(root, path)
    if place is None:
        return protocol
    now = protocols_folder(root) / place[0] / f"{place[1]}{DOCUMENT_END}"
    try:
        record = (
            with_versions(read_document(now, root).protocol, root) if is_there(now) else protocol
        )
    except ProtocolkitError:
        record = protocol  # who reads that file says why it cannot be read
    return recorded_in(protocol, begun_on(record, day))


def recorded_in(protocol: Protocol, record: Protocol) -> Protocol:
    """Return a kept version with what is recorded of it in its protocol's own file.

    One that holds until another one begins, on a later day than that was adopted, is not replaced.
    """
    found = as_recorded(protocol, record)
    if found.facts.status is not Status.REPLACED or gives_way_to(found) is None:
        return found
    return replace(found, facts=replace(found.facts, status=Status.ADOPTED))
