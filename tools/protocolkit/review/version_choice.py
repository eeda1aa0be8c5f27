"""Which of several versions of one text a file is about, and which protocol a few clauses are of.

A part of a text may have nothing in which versions differ. Then it is held beside the newest one
that was submitted, and the others are named.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from protocolkit.changes.change_set import Version
from protocolkit.changes.protocol_items import items_of
from protocolkit.changes.units import UnitKind
from protocolkit.document.facts import Status
from protocolkit.document.model import Protocol
from protocolkit.document.richtext import plain
from protocolkit.text.words import holds_in_a_row, tokens

Words = tuple[str, ...]

# A file is of a protocol when it has this many paragraphs, of this many words, that no other
# protocol has, and they are this share of it.
_FEWEST, _LONG, _MOST = 2, 6, 0.5


@dataclass(frozen=True, slots=True)
class Chosen:
    """The text that a file is about; ``alike`` are versions that it tells as little apart."""

    version: Version
    alike: tuple[Version, ...] = ()


def newest_alike(versions: Sequence[Version], kept: Collection[str], words: str) -> Chosen:
    """Return of versions of one text, the oldest first, the one of which a file has most.

    Only what not all of them have counts. Of as much, the newest that was submitted goes first,
    then the newest of those that were ``kept``: these paths are what councils had.
    """
    said = tokens(words)
    own = [_paragraphs(one.protocol) for one in versions]
    shared = set.intersection(*own)
    held = [sum(holds_in_a_row(said, one) for one in texts - shared) for texts in own]
    best = [one for one, count in zip(versions, held, strict=True) if count == max(held)]
    had = [one for one in best if one.path in kept]
    submitted = [one for one in had if one.protocol.facts.status is Status.SUBMITTED]
    chosen = (submitted or had or best)[-1]
    others = {one.fingerprint: one for one in best if one.fingerprint != chosen.fingerprint}
    return Chosen(chosen, tuple(others.values()))


def are_of_one(protocol: Protocol, others: Iterable[Protocol], words: str) -> bool:
    """Tell whether a file is mostly paragraphs of a protocol, of which some are of no other one."""
    said = tokens(words)
    own = {one for one in _paragraphs(protocol) if holds_in_a_row(said, one)}
    if sum(map(len, own)) < _MOST * len(said):
        return False
    elsewhere = set[Words]().union(*map(_paragraphs, others))
    return sum(len(one) >= _LONG for one in own - elsewhere) >= _FEWEST


def _paragraphs(protocol: Protocol) -> set[Words]:
    """Return the words of each paragraph and each row of a table."""
    found: set[Words] = set()
    for item in items_of(protocol):
        cells = [unit for unit in item.units if unit.kind is UnitKind.CELL]
        rows = groupby(cells, lambda unit: unit.path[:-1])
        found |= {tuple(w for unit in row for w in tokens(plain(unit.text))) for _, row in rows}
        others = (unit for unit in item.units if unit.kind is not UnitKind.CELL)
        found |= {tokens(plain(unit.text)) for unit in others}
    return found - {()}
