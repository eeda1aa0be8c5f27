"""What was made of a topic in an earlier build, kept under all that it was made from.

Editing one protocol changes a few topics; the words of the others need not be compared again.
"""

from __future__ import annotations

from collections.abc import Callable

from protocolkit.base.cache import Cache
from protocolkit.base.cache_origin import digest
from protocolkit.base.earlier import Earlier
from protocolkit.document.model import Protocol
from protocolkit.document.names import names_of
from protocolkit.document.outline import addressable
from protocolkit.site.comparison.data import Comparison

MadeTopic = tuple[str, str]
"""The body of a topic's page, and the script beside it."""


class TopicCache:
    """The topics of one subject; ``surroundings`` is what all of them depend on besides it."""

    def __init__(self, cache: Cache, comparison: Comparison, surroundings: str) -> None:
        subject = comparison.matrix.subject
        self._comparison = comparison
        around = f"{surroundings}{_around(comparison)}"
        self._topics: Earlier[MadeTopic] = Earlier(cache, "topics", subject, around)
        self._protocols = {p.slug: _Texts(p) for p in comparison.subject.protocols}

    def made(self, number: int, make: Callable[[], MadeTopic]) -> MadeTopic:
        """Return what is kept of a row of the matrix, or make it."""
        return self._topics.of(self._key(number), make)

    def keep(self) -> None:
        """Keep what this build has, and nothing older."""
        self._topics.keep()

    def _key(self, number: int) -> str:
        row = self._comparison.matrix.rows[number]
        topic = row.topic
        judgements = self._comparison.judgements
        parts = (
            (topic.id, topic.title, topic.theme, topic.audience, topic.kind, topic.note),
            row.cells,
            judgements.rows[number],
            [(p, judgements.norms[p], judgements.norm(topic.id, p)) for p in row.places],
            [self._protocols[p.organisation].of(p.anchor) for p in row.places],
        )
        return digest(repr(parts))


class _Texts:
    """What a topic's page shows of one protocol; where it stands in its file does not count."""

    def __init__(self, protocol: Protocol) -> None:
        self._items = {item.anchor: item for item in addressable(protocol)}
        notes = [(note.label, note.blocks) for note in protocol.notes]
        self._around = repr((names_of(protocol), notes))

    def of(self, anchor: str) -> tuple[object, ...]:
        item = self._items[anchor]
        return item.blocks, item.kind, self._around


def _around(comparison: Comparison) -> str:
    matrix = comparison.matrix
    kinds = [(p.slug, p.facts.organisation.kind) for p in comparison.subject.protocols]
    families = comparison.judgements.kinship.families
    return repr((matrix.subject, matrix.title, matrix.columns, matrix.themes, kinds, families))
