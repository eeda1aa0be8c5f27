"""What earlier builds worked out of clauses, so that an edit has only its own clauses judged.

How two clauses differ, or whether they go together in one text, depends on their words, what these
ask, and the names in them; what the words ask on these, and on what stands before and behind them.
What is kept is known by just that.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from protocolkit.base.cache import Cache
from protocolkit.base.cache_origin import digest
from protocolkit.base.earlier import Digests, Earlier
from protocolkit.checking.together import drafted_clashes
from protocolkit.comparison.kinship import sample_of
from protocolkit.document.model import Protocol
from protocolkit.norms.norm import ClauseNorms
from protocolkit.norms.recognise import Asked, protocol_norms
from protocolkit.relations.among import FoundClash, Judged, Placed, Verdict, clashes
from protocolkit.relations.compare_clauses import compare
from protocolkit.relations.relation import Judgement, Side
from protocolkit.site.engine.protocol_keys import protocol_key


class EarlierNorms:
    """What words ask, in a cache: those of one kind of text, of one subject."""

    def __init__(self, cache: Cache, kind: str, subject: str) -> None:
        self._norms: Earlier[ClauseNorms] = Earlier(cache, kind, subject)

    def of(self, protocol: Protocol) -> Mapping[str, ClauseNorms]:
        """Return the norms of every clause and note of a protocol, by anchor."""
        return protocol_norms(protocol, self._answer)

    def keep(self) -> None:
        """Keep what was asked, and nothing older."""
        self._norms.keep()

    def _answer(self, asked: Asked) -> ClauseNorms:
        key = digest(repr((asked.args, sorted(asked.keywords.items()))))
        return self._norms.of(key, asked)


class EarlierJudgements:
    """What is known of the clauses of one subject, in a cache, under its slug."""

    def __init__(self, cache: Cache, subject: str) -> None:
        self._pairs: Earlier[Judgement] = Earlier(cache, "pairs", subject)
        self._norms: Earlier[Mapping[str, ClauseNorms]] = Earlier(cache, "norms", subject)
        self._samples: Earlier[frozenset[bytes]] = Earlier(cache, "samples", subject)
        self._sides = Digests()

    def norms(self, protocol: Protocol) -> Mapping[str, ClauseNorms]:
        """Return the norms of every clause and note of a protocol, by anchor."""
        return self._norms.of(protocol_key(protocol), lambda: protocol_norms(protocol))

    def sample(self, protocol: Protocol) -> frozenset[bytes]:
        """Return what a protocol is compared by for kinship."""
        return self._samples.of(protocol_key(protocol), lambda: sample_of(protocol))

    def compare(self, left: Side, right: Side) -> Judgement:
        """Return the judgement of two clauses, seen from the left one."""
        key = self._sides.of(left), self._sides.of(right)
        return self._pairs.of(key, lambda: compare(left, right))

    def keep(self) -> None:
        """Keep what was asked, and nothing older."""
        self._pairs.keep()
        self._norms.keep()
        self._samples.keep()


class EarlierClashes:
    """What is known of the clauses of the template of a subject, in a cache, under its slug."""

    def __init__(self, cache: Cache, subject: str) -> None:
        self._pairs: Earlier[Verdict | None] = Earlier(cache, "clashes", subject)
        self._norms = EarlierNorms(cache, "template-norms", subject)
        self._placed = Digests()

    def of(self, draft: Protocol) -> tuple[FoundClash, ...]:
        """Return every two clauses of a draft that do not go together."""
        found = drafted_clashes(draft, self._find, self._norms.of)
        self._pairs.keep()
        self._norms.keep()
        return found

    def _find(self, placed: Sequence[Placed]) -> Iterator[FoundClash]:
        return clashes(placed, self._known)

    def _known(self, left: Placed, right: Placed, judged: Judged) -> Verdict | None:
        """Return the verdict on two clauses, whatever they are called."""
        key = self._placed.of(left, _judged_of), self._placed.of(right, _judged_of)
        return self._pairs.of(key, judged)


def _judged_of(placed: Placed) -> object:
    """Return what a verdict on a clause depends on: all but its name; topics have no order."""
    return placed.side, placed.origin, sorted(placed.topics), placed.binds
