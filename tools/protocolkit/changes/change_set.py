"""A change set: two versions, how their units answer each other, and what changed in each clause.

Values only. Every output (redline, table, page, JSON) renders this one value and counts with it, so
that none can disagree.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import Enum
from pathlib import PurePosixPath, PureWindowsPath

from protocolkit.changes.pieces import Piece
from protocolkit.changes.touched import Touched
from protocolkit.changes.units import ItemKind, Unit
from protocolkit.document.fingerprints import protocol_fingerprint
from protocolkit.document.model import Protocol
from protocolkit.text.words import tokens


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """One version of a protocol: how it was named, what it says, and its fingerprint.

    ``touched`` tells of a kept version whether it is as it was kept; ``untold`` are facts, by their
    paths, of which a file of another kind says nothing, so that they did not change either.
    ``basis`` is whose protocol it is based on, ``""`` where that is not known; ``linked`` is how
    people call places in other protocols that its links lead to, by subject, name and anchor.
    ``beside`` is what a file of pages holds beside its text, as kind and words: heads and feet,
    words in pictures; None of what has no such pages. ``typed_aside`` is what a person typed in a
    file of ours where labels and the contents stand.
    """

    path: str
    protocol: Protocol
    fingerprint: str
    touched: Touched = Touched.NO
    untold: frozenset[str] = frozenset()
    basis: str = ""
    linked: Mapping[tuple[str, str, str], str] = field(default_factory=dict)
    beside: tuple[tuple[str, str], ...] | None = None
    typed_aside: tuple[str, ...] = ()

    @property
    def is_nothing(self) -> bool:
        """Whether there is no text: before a first adoption, after a repeal as a whole."""
        return not self.fingerprint

    @property
    def shown_path(self) -> str:
        """How a page names it: where it stands on somebody's machine is nobody else's business."""
        for kind in (PurePosixPath, PureWindowsPath):
            if kind(self.path).is_absolute():
                return kind(self.path).name
        return self.path


def version_of(protocol: Protocol, path: str = "", basis: str = "") -> Version:
    """Return a protocol as a version: how a person named it, and whose it is based on."""
    return Version(
        path=path or protocol.location.path,
        protocol=protocol,
        fingerprint=protocol_fingerprint(protocol),
        basis=basis,
    )


class ChangeKind(Enum):
    """What happened to a clause, heading, note or title, as published."""

    CHANGED = "changed"
    ADDED = "added"
    REMOVED = "removed"
    MOVED = "moved"
    SPLIT = "split"
    MERGED = "merged"
    REPEALED = "repealed"
    RENUMBERED = "renumbered"

    @property
    def is_counted(self) -> bool:
        """Whether it changes what the text says; another number alone does not."""
        return self is not ChangeKind.RENUMBERED


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """A unit of the old version and the one of the new version that answers it.

    ``old`` or ``new`` is None for what was added or removed. The old sides of ``pieces`` are the
    text of ``old``, the new sides that of ``new``. When a paragraph was split, each pair has the
    same ``old`` and its part of it (``goes_on`` from the second on); when several became one, each
    pair has the same ``new`` and its part of it. ``moved`` units stand elsewhere in the order.
    ``has_word_marker`` tells that another marker is another word: '12.000 euro', '14.000 euro'; so
    is that of what falls under something else now.
    """

    old: Unit | None
    new: Unit | None
    pieces: tuple[Piece, ...]
    moved: bool = False
    goes_on: bool = False
    has_word_marker: bool = False

    @property
    def stands_otherwise(self) -> bool:
        """Whether it falls under something else: at another level, or a point in one version only.

        Of what was split or joined that is told already.
        """
        if not (self.old and self.new) or self.goes_on:
            return False
        return (self.old.kind, self.old.depth) != (self.new.kind, self.new.depth)

    @property
    def has_counted_marker(self) -> bool:
        """Whether a marker is a word that changed, and is counted beside the pieces."""
        return self._marker_words(self.old) + self._marker_words(self.new) > 0

    @property
    def removed_words(self) -> int:
        """How many words were removed; what is only consequential is not counted."""
        return sum(piece.removed_words for piece in self.pieces) + self._marker_words(self.old)

    @property
    def added_words(self) -> int:
        """How many words were added."""
        return sum(piece.added_words for piece in self.pieces) + self._marker_words(self.new)

    def _marker_words(self, side: Unit | None) -> int:
        """Return how many words of a marker that is a word the other side has not."""
        if not (self.has_word_marker and self.old and self.new and side):
            return 0
        other = self.new if side is self.old else self.old
        return (Counter(tokens(side.marker)) - Counter(tokens(other.marker))).total()


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What happened to one clause, heading, note or title: its anchors on both sides, its words.

    ``old`` and ``new`` are anchors; that of a title is "". ``pairs`` are its units, in
    reading order. ``refilled`` tells of what was repealed and says something again, which is what
    a repeal looks like from the other side; its kind is that it changed.
    """

    kind: ChangeKind
    item: ItemKind
    old: tuple[str, ...]
    new: tuple[str, ...]
    old_label: str
    new_label: str
    moved: bool
    pairs: tuple[Pair, ...]
    refilled: bool = False

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """The pieces of all units, in reading order."""
        return tuple(piece for pair in self.pairs for piece in pair.pieces)

    @property
    def removed_words(self) -> int:
        """How many words were removed; what is only consequential is not counted."""
        return sum(pair.removed_words for pair in self.pairs)

    @property
    def added_words(self) -> int:
        """How many words were added."""
        return sum(pair.added_words for pair in self.pairs)


RUNNING, PICTURE, DESCRIPTION = "running", "picture", "description"
"""What of a file of pages stands beside its text: heads and feet, words in pictures and of them."""

TYPED_ASIDE = "typed-aside"
"""What a person typed in a file of ours where labels and the contents stand."""

LINK, LEVEL, SPACING, TEXT_KIND = "link", "level", "spacing", "kind"
"""What of a text is told as a fact: where a link leads, how deep a heading lies, other spaces,
what kind of text something is, such as a rule or an explanation."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FactChange:
    """A fact of the front matter that is not what it was, or what a text says beside its words.

    ``fact`` is its path in the front matter (``dated``, ``organisation.name``). Where the text
    itself says it, ``anchor`` and ``label`` tell in what place, and ``fact`` tells what it is: "" a
    status line, :data:`LINK` the address of a link (whose words are in ``words``), :data:`LEVEL`
    the level of a heading (from 1; "" for what is no heading), :data:`TEXT_KIND` the kind of text.
    :data:`RUNNING`, :data:`PICTURE`, :data:`DESCRIPTION` and :data:`TYPED_ASIDE` are what a file
    has beside its text.
    Shown and never counted.
    """

    fact: str
    old: str
    new: str
    anchor: str = ""
    label: str = ""
    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """How much changed, by kind and in words; every output prints these numbers."""

    kinds: Mapping[ChangeKind, int]
    removed_words: int
    added_words: int

    @property
    def counted(self) -> int:
        """How many changes count: all but those of numbers alone."""
        return sum(number for kind, number in self.kinds.items() if kind.is_counted)


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeSet:
    """What changed between two versions.

    ``pairs`` are the whole correspondence: every unit of the new version in its reading order, what
    was removed after what it followed in the old one. ``changes`` are in the same order.
    """

    old: Version
    new: Version
    pairs: tuple[Pair, ...]
    changes: tuple[Change, ...]
    facts: tuple[FactChange, ...] = ()

    @property
    def face(self) -> Version:
        """The version whose head a paper has: the new one, after a whole repeal the old one."""
        return self.old if self.new.is_nothing else self.new

    @property
    def counts(self) -> Counts:
        """How much changed."""
        kinds = dict.fromkeys(ChangeKind, 0)
        for change in self.changes:
            kinds[change.kind] += 1
        return Counts(
            kinds=kinds,
            removed_words=sum(change.removed_words for change in self.changes),
            added_words=sum(change.added_words for change in self.changes),
        )


_RECORDED = ("status", "approvals")


def of_the_text(change_set: ChangeSet) -> ChangeSet:
    """Return a change set without what was recorded of the text: how far it is, what was decided.

    Whoever confirms which words were changed is not asked about those.
    """
    facts = tuple(fact for fact in change_set.facts if fact.fact not in _RECORDED)
    return replace(change_set, facts=facts)


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One place in a text that shows both versions: the old unit, the new unit, or both.

    What moved has two lines, each with one side; ``pair`` has both. The old units of all lines are
    the old version in its order, the new units the new version in its order; a unit that was split,
    or that several became, stands in several lines with a part of it in each.
    """

    old: Unit | None
    new: Unit | None
    pair: Pair


def lines_of(change_set: ChangeSet) -> tuple[Line, ...]:
    """Return the lines of a text that shows both versions, such as a redline."""
    lines: list[Line] = []
    waiting = sorted(
        (pair for pair in change_set.pairs if pair.moved and pair.old and pair.new),
        key=lambda pair: pair.old.order if pair.old else 0,
    )
    for pair in change_set.pairs:
        if pair.moved and pair.old and pair.new:
            lines.append(Line(old=None, new=pair.new, pair=pair))
            continue
        while pair.old and waiting and _order(waiting[0]) < pair.old.order:
            gone = waiting.pop(0)
            lines.append(Line(old=gone.old, new=None, pair=gone))
        lines.append(Line(old=pair.old, new=pair.new, pair=pair))
    lines += [Line(old=gone.old, new=None, pair=gone) for gone in waiting]
    return tuple(lines)


def _order(pair: Pair) -> int:
    return pair.old.order if pair.old else -1
