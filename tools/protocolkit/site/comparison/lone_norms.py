"""What the clauses of a protocol ask that nobody compares: the invented example, or without topics.

The search page tells it of every clause. Of what is compared it was worked out for that.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from protocolkit.base.cache import Cache
from protocolkit.base.earlier import Earlier
from protocolkit.collection import Collection
from protocolkit.document.model import Protocol
from protocolkit.norms.norm import ClauseNorms
from protocolkit.norms.recognise import protocol_norms
from protocolkit.site.comparison.data import Comparison
from protocolkit.site.engine.protocol_keys import protocol_key


class LoneNorms:
    """What was worked out of such protocols in this build or an earlier one, each by itself."""

    def __init__(self, cache: Cache) -> None:
        self._norms: Earlier[Mapping[str, ClauseNorms]] = Earlier(cache, "lone-norms", "all")

    def has(self, protocol: Protocol) -> bool:
        """Tell whether it is known of a protocol."""
        return self._norms.has(protocol_key(protocol))

    def of(self, protocol: Protocol) -> Mapping[str, ClauseNorms]:
        """Return the norms of every clause and note of a protocol, by anchor."""
        return self._norms.of(protocol_key(protocol), lambda: protocol_norms(protocol))

    def keep(self) -> None:
        """Keep what was asked for, and nothing older."""
        self._norms.keep()


def lone_protocols(collection: Collection, compared: Iterable[Comparison]) -> tuple[Protocol, ...]:
    """Return the protocols that are no column of a comparison."""
    columns = {
        (one.matrix.subject, column.slug) for one in compared for column in one.matrix.columns
    }
    return tuple(one for one in collection.protocols if (one.subject, one.slug) not in columns)
