"""What a protocol is known by in keys of what was made from it: all that is in it, as one digest.

Worked out once for a protocol; to write out all that is in it, for every kind of thing that is
kept, took longer than much of what is made.
"""

from __future__ import annotations

from collections.abc import Iterable

from protocolkit.base.cache_origin import digest
from protocolkit.base.told_once import told_once
from protocolkit.document.model import Protocol


@told_once
def protocol_key(protocol: Protocol) -> str:
    """Return what a protocol is known by."""
    return digest(repr(protocol))


def protocols_key(protocols: Iterable[Protocol]) -> str:
    """Return what protocols are known by; their order counts."""
    return digest(*map(protocol_key, protocols))
