"""Which clauses a proposal changes: those of the new text, and of the old text what went."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from protocolkit.changes.change_set import ChangeKind, ChangeSet
from protocolkit.changes.units import ItemKind
from protocolkit.document.model import Clause, Footnote, Protocol
from protocolkit.document.outline import addressable, labels
from protocolkit.norms.norm import ClauseNorms
from protocolkit.norms.recognise import protocol_norms

_CLAUSES = (ItemKind.CLAUSE, ItemKind.NOTE)


@dataclass(frozen=True)
class Text:
    """One of the two texts, with what is asked of each of its clauses worked out once."""

    protocol: Protocol

    @cached_property
    def items(self) -> Mapping[str, Clause | Footnote]:
        """Its clauses and notes by their anchors."""
        return {item.anchor: item for item in addressable(self.protocol)}

    @cached_property
    def labels(self) -> Mapping[str, str]:
        """How each is cited."""
        return labels(self.protocol)

    @cached_property
    def norms(self) -> Mapping[str, ClauseNorms]:
        """What each asks of whom."""
        return protocol_norms(self.protocol)


@dataclass(frozen=True)
class ChangedClause:
    """A clause or note that a proposal changes; ``stands`` are its places, the new text first.

    Each place is a text and an anchor in it. What went stands in the old text alone, or keeps its
    place in the new one without a rule.
    """

    stands: tuple[tuple[Text, str], ...]
    is_gone: bool = False

    @property
    def anchor(self) -> str:
        """Its anchor: in the new text, or in the old one when it went."""
        return self.stands[0][1]

    @property
    def label(self) -> str:
        """How it is cited."""
        text, anchor = self.stands[0]
        return text.labels[anchor]


def changed_clauses(protocol: Protocol, changes: ChangeSet | None) -> tuple[ChangedClause, ...]:
    """Return what a proposal changes, in reading order; of a first text that is every clause."""
    new = Text(protocol)
    if changes is None or changes.old.is_nothing:
        return tuple(ChangedClause(((new, anchor),)) for anchor in new.items)
    return tuple(_changed(new, Text(changes.old.protocol), changes))


def _changed(new: Text, old: Text, changes: ChangeSet) -> Iterator[ChangedClause]:
    for change in changes.changes:
        if not change.kind.is_counted or change.item not in _CLAUSES:
            continue
        before = tuple((old, anchor) for anchor in change.old if anchor in old.items)
        after = [(new, anchor) for anchor in change.new if anchor in new.items]
        is_gone = change.kind is ChangeKind.REPEALED
        for stand in after:
            yield ChangedClause((stand, *before), is_gone=is_gone)
        if before and not after:
            yield ChangedClause(before, is_gone=True)
