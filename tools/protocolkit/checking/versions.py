"""A repository against an earlier version of itself: what may not silently change."""

from __future__ import annotations

from collections.abc import Iterator

from protocolkit.checking.anchors import check_anchors
from protocolkit.collection import PROTOCOLS, Collection
from protocolkit.history import changed_since, earlier_text
from protocolkit.problems import Problem
from protocolkit.reading.reader import read_protocol_text


def check_versions(collection: Collection, revision: str) -> tuple[Problem, ...]:
    """Return every anchor lost or re-used since a git revision.

    Outside a git repository, and for files that the revision does not have, there is nothing.
    """
    changed = changed_since(collection.root, revision, PROTOCOLS)
    return tuple(_problems(collection, revision, changed)) if changed else ()


def _problems(collection: Collection, revision: str, changed: tuple[str, ...]) -> Iterator[Problem]:
    for protocol in collection.protocols:
        name = protocol.location.path
        if name in changed and (text := earlier_text(collection.root, revision, name)):
            yield from check_anchors(read_protocol_text(text, name).protocol, protocol)
