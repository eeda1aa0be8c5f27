"""A draft by what its clauses and notes are known by: what was chosen, not where that stands."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from protocolkit.comparison.draft_answers import NOTE
from protocolkit.document.facts import Provenance
from protocolkit.document.fingerprints import is_as_written
from protocolkit.document.model import Clause, Footnote, Protocol, Section
from protocolkit.document.outline import addressable, sections
from protocolkit.document.tree import clauses_of, sections_of
from protocolkit.drafting.new.answers import NONE, OWN
from protocolkit.drafting.new.essentials import STANDARD
from protocolkit.drafting.update.drafted_answers import stem_of

Item = Clause | Footnote
Key = tuple[str, str, int]
"""The choice, the question where the choice alone does not tell, and the how many-th it is."""


class DraftText:
    """A draft of which every clause and note with a choice is found by its key."""

    def __init__(self, protocol: Protocol) -> None:
        self.protocol = protocol
        self.chapters = tuple(section.anchor for section in sections_of(protocol.parts))
        self._items: dict[str, Item] = {item.anchor: item for item in addressable(protocol)}
        self._headings = {
            clause.anchor: section
            for section in sections(protocol)
            for clause in clauses_of(section.parts)
        }
        self.declined = {
            entry.topic: entry for entry in protocol.facts.provenance if entry.choice == NONE
        }
        self._entries: dict[str, list[Provenance]] = {}
        for entry in protocol.facts.provenance:
            if entry.anchor in self._items and entry.choice != NOTE:
                self._entries.setdefault(entry.anchor, []).append(entry)
        self.anchors = dict(self._keys())
        self._known = {anchor: key for key, anchor in self.anchors.items()}

    def _keys(self) -> Iterator[tuple[Key, str]]:
        count: Counter[tuple[str, str]] = Counter()
        for anchor in self._items:
            if anchor in self._entries:
                entry = self._entries[anchor][0]
                is_named = entry.choice not in ("", OWN, STANDARD)
                known = entry.choice, "" if is_named else entry.topic or stem_of(entry)
                count[known] += 1
                yield (*known, count[known]), anchor

    def item(self, key: Key) -> Item:
        """Return a clause or note."""
        return self._items[self.anchors[key]]

    def entries(self, key: Key) -> tuple[Provenance, ...]:
        """Return where it came from, once for each topic."""
        return tuple(self._entries[self.anchors[key]])

    def topics(self, key: Key) -> tuple[str, ...]:
        """Return which questions it answers."""
        return tuple(entry.topic for entry in self.entries(key))

    def is_as_made(self, key: Key) -> bool:
        """Tell whether it stands here in the words in which it came."""
        return key in self.anchors and is_as_written(self.item(key), self.entries(key)[0])

    def section(self, key: Key) -> Section | None:
        """Return the heading right above a clause."""
        return self._headings.get(self.anchors[key])

    def heading(self, key: Key) -> str:
        """Return the anchor of the heading right above a clause; ``""``: there is none."""
        section = self.section(key)
        return section.anchor if section else ""

    def under(self, heading: str) -> tuple[Key, ...]:
        """Return what stands right under a heading, in order."""
        return tuple(key for key in self.anchors if heading and self.heading(key) == heading)
