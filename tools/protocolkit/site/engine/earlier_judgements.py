"""What earlier builds worked out of clauses, so that an edit has only its own clauses judged.

How two clauses differ depends on their words, what these ask, and the names in them: what is kept
is known by just that. The norms of a protocol are kept by all that stands in it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import cast

from protocolkit.base.cache import Cache
from protocolkit.base.cache_origin import digest
from protocolkit.document.model import Protocol
from protocolkit.norms.norm import ClauseNorms
from protocolkit.norms.recognise import protocol_norms
from protocolkit.relations.compare_clauses import compare
from protocolkit.relations.relation import Judgement, Side

_KIND = "pairs"

_Pairs = dict[str, Judgement]
_Norms = dict[str, Mapping[str, ClauseNorms]]


class EarlierJudgements:
    """What is known of the clauses of one subject, in a cache, under its slug."""

    def __init__(self, cache: Cache, subject: str) -> None:
        self._cache, self._subject = cache, subject
        kept = cast("tuple[_Pairs, _Norms] | None", cache.read(_KIND, subject, ""))
        self._pairs, self._norms = kept or ({}, {})
        self._used: tuple[_Pairs, _Norms] = ({}, {})
        self._keys: dict[int, tuple[Side, str]] = {}

    def compare(self, left: Side, right: Side) -> Judgement:
        """Return the judgement of two clauses, seen from the left one."""
        key = digest(self._key(left), self._key(right))
        found = self._pairs.get(key)
        self._used[0][key] = made = compare(left, right) if found is None else found
        return made

    def norms(self, protocol: Protocol) -> Mapping[str, ClauseNorms]:
        """Return the norms of every clause and note of a protocol, by anchor."""
        key = digest(repr(protocol))
        found = self._norms.get(key)
        self._used[1][key] = made = protocol_norms(protocol) if found is None else found
        return made

    def keep(self) -> None:
        """Keep what was asked, and nothing older."""
        self._cache.write(_KIND, self._subject, "", self._used)

    def _key(self, side: Side) -> str:
        """Return what a side is known by; the side is held, so that nothing else gets its id."""
        if id(side) not in self._keys:
            self._keys[id(side)] = side, digest(repr(side))
        return self._keys[id(side)][1]
