"""What earlier builds found odd in a protocol by itself: one that did not change is not read again.

What depends on other protocols, on the folder or on the day is looked at in every build.
"""

from __future__ import annotations

from sphinx.environment import BuildEnvironment

from protocolkit.base.cache_origin import digest
from protocolkit.base.earlier import Earlier
from protocolkit.base.problems import Problem
from protocolkit.checking.check import check_collection, check_protocol
from protocolkit.collection import Collection
from protocolkit.document.model import Protocol
from protocolkit.site.engine.caching import cache_of
from protocolkit.site.engine.protocol_keys import protocol_key


def checked(env: BuildEnvironment, collection: Collection) -> tuple[Problem, ...]:
    """Return every problem of the protocols of a site that nobody accepted."""
    earlier: Earlier[tuple[Problem, ...]] = Earlier(cache_of(env), "checks", "protocols")

    def found_in(protocol: Protocol, today: str) -> tuple[Problem, ...]:
        key = digest(protocol_key(protocol), today)
        return earlier.of(key, lambda: tuple(check_protocol(protocol, today)))

    found = check_collection(collection, found_in=found_in)
    earlier.keep()
    return found
