"""What each topic of a comparison is known by: all that is said of it, and of the clauses in it.

Whatever is made of a topic alone - its page, its part of the JSON, how its clauses relate - is kept
under this key, so that editing one protocol has only a few topics made again.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from protocolkit.base.cache_origin import digest
from protocolkit.collection import Subject
from protocolkit.comparison.matrix import Matrix
from protocolkit.document.model import Protocol
from protocolkit.document.names import names_of
from protocolkit.document.outline import addressable

if TYPE_CHECKING:
    from protocolkit.comparison.judgements import Judgements


class TopicKeys:
    """The keys of a comparison's topics, by their place in the matrix; worked out when asked."""

    def __init__(self, subject: Subject, matrix: Matrix, judgements: Judgements) -> None:
        self._subject, self._matrix, self._judgements = subject, matrix, judgements

    def of(self, number: int) -> str:
        """Return the key of a row of the matrix."""
        return self._all[number]

    @cached_property
    def _all(self) -> tuple[str, ...]:
        known = {p.slug: _Texts(p) for p in self._subject.protocols}
        rows = range(len(self._matrix.rows))
        return tuple(digest(repr(self._parts(number, known))) for number in rows)

    def _parts(self, number: int, known: dict[str, _Texts]) -> tuple[object, ...]:
        row, judgements = self._matrix.rows[number], self._judgements
        topic = row.topic
        return (
            (topic.id, topic.title, topic.theme, topic.audience, topic.kind, topic.note),
            row.cells,
            judgements.rows[number],
            [(p, judgements.norms[p], judgements.norm(topic.id, p)) for p in row.places],
            [known[p.organisation].of(p.anchor) for p in row.places],
        )


class _Texts:
    """What a topic's page shows of one protocol; where it stands in its file does not count."""

    def __init__(self, protocol: Protocol) -> None:
        self._items = {item.anchor: item for item in addressable(protocol)}
        notes = [(note.label, note.blocks) for note in protocol.notes]
        self._around = repr((names_of(protocol), notes))

    def of(self, anchor: str) -> tuple[object, ...]:
        item = self._items[anchor]
        return item.blocks, item.kind, self._around
