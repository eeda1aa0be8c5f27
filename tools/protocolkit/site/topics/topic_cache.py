"""What was made of a topic in an earlier build, kept under all that it was made from.

Editing one protocol changes a few topics; the words of the others need not be compared again.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from protocolkit.base.cache import Cache
from protocolkit.base.earlier import Earlier
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
        self._keys = comparison.keys

    def has(self, number: int) -> bool:
        """Tell whether a row of the matrix was made, in this build or an earlier one."""
        return self._topics.has(self._keys.of(number))

    def made(self, number: int, make: Callable[[], MadeTopic]) -> MadeTopic:
        """Return what is kept of a row of the matrix, or make it."""
        return self._topics.of(self._keys.of(number), make)

    def keep(self) -> None:
        """Keep what this build has, and nothing older."""
        self._topics.keep()


def _around(comparison: Comparison) -> str:
    matrix = comparison.matrix
    kinds = [(p.slug, p.facts.organisation.kind) for p in comparison.subject.protocols]
    families = comparison.judgements.kinship.families
    # No page of a topic shows a check code, which is another with every word of the text.
    columns = [replace(column, fingerprint="") for column in matrix.columns]
    return repr((matrix.subject, matrix.title, columns, matrix.themes, kinds, families))
