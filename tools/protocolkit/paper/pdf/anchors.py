"""The names of places in one PDF: each given once, and known before anything leads there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain

from protocolkit.document.model import Block, Protocol
from protocolkit.document.tree import Part, walk_clauses, walk_parts, walk_points


class Anchors:
    """Which places a document has: ``targets`` can be led to, ``notes`` are those of its notes.

    An anchor is given to the first that has it.
    """

    def __init__(self, protocol: Protocol) -> None:
        in_notes = (_of_points(note.blocks) for note in protocol.notes)
        anchors = {*_in_parts(protocol.parts), *chain.from_iterable(in_notes)} - {""}
        self.notes = _of_notes(protocol, anchors)
        self.targets = anchors | set(self.notes.values())
        self._taken: set[str] = set()

    def take(self, anchor: str) -> str:
        """Return ``anchor`` for whoever asks first, ``""`` after that."""
        if anchor in self._taken:
            return ""
        self._taken.add(anchor)
        return anchor


def _in_parts(parts: Iterable[Part]) -> Iterator[str]:
    for part, _ in walk_parts(parts):
        yield part.anchor
    for clause, _ in walk_clauses(parts):
        yield from _of_points(clause.blocks)


def _of_points(blocks: Iterable[Block]) -> Iterator[str]:
    return (point.anchor for point in walk_points(blocks))


def _of_notes(protocol: Protocol, taken: set[str]) -> dict[str, str]:
    """Return a name for each note by label, different from each other and from ``taken``."""
    found: dict[str, str] = {}
    for note in protocol.notes:
        anchor, count = note.anchor, 1
        while anchor in taken or anchor in found.values():
            count += 1
            anchor = f"{note.anchor}-{count}"
        found.setdefault(note.label, anchor)
    return found
