"""The kept texts of a protocol that hold, or will, beside the text that it has now."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from protocolkit.base.files import is_there
from protocolkit.base.problems import ProtocolkitError
from protocolkit.collection import read_document
from protocolkit.document.begins import begun_on, still_holding
from protocolkit.document.entry_text import is_on_this_text
from protocolkit.document.model import Protocol
from protocolkit.repository_layout import DOCUMENT_END, versions_folder
from protocolkit.versions.recorded_versions import recorded_in


@dataclass(frozen=True, slots=True, kw_only=True)
class TextInForce:
    """A kept text that holds or will: its version, and its protocol as is recorded now."""

    version: str
    protocol: Protocol


def texts_in_force(protocol: Protocol, root: Path, day: str = "") -> Iterator[TextInForce]:
    """Yield each other text of a protocol that holds on a ``day`` (ISO 8601) or will after it.

    A version that is not there or cannot be read is none: 'protocol check' tells of that.
    """
    begun, folder = begun_on(protocol, day), versions_folder(root) / protocol.subject
    seen: set[str] = set()
    for one in still_holding(begun.facts):
        name = one.adoption.last_version
        path = folder / f"{protocol.slug}@{name}{DOCUMENT_END}"
        is_known = bool(name) and name not in seen and one.adoption.near is None
        if not is_known or is_on_this_text(one.adoption, protocol) or not is_there(path):
            continue
        seen.add(name)
        try:
            kept = read_document(path, root).protocol
        except ProtocolkitError:
            continue
        yield TextInForce(version=name, protocol=recorded_in(kept, begun))
