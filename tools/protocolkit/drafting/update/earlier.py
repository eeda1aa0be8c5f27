"""The words of a source as they were when somebody took them over, from the history in git.

Without git, or when the text was never committed, nothing is known and nothing is made up.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from protocolkit.base.git import earlier_text, revisions
from protocolkit.document.adopted import BOARD_WIDE
from protocolkit.document.facts import Provenance
from protocolkit.document.fingerprints import has_fingerprint
from protocolkit.document.model import Clause, Footnote, Protocol
from protocolkit.document.names import names_of
from protocolkit.document.outline import addressable, clause_text
from protocolkit.drafting.template.sources import choice_id, neutral_text
from protocolkit.reading.reader import read_protocol_text
from protocolkit.repository_layout import folder_name

_MOST = 30


class EarlierTexts:
    """Finds earlier words of one subject's protocols; every version is read once."""

    def __init__(self, root: Path, subject: str) -> None:
        self._root = root
        self._subject = subject
        self._known: dict[str, tuple[Protocol, ...]] = {}

    def words(self, entry: Provenance) -> str:
        """Return the words that an entry of provenance was made from, or ``""``."""
        for protocol in self._versions(entry.source.organisation):
            for item in addressable(protocol):
                if item.anchor == entry.source.anchor and _is_same(item, protocol, entry):
                    return clause_text(item)
        return ""

    def _versions(self, slug: str) -> tuple[Protocol, ...]:
        if slug not in self._known:
            self._known[slug] = tuple(self._read(slug)) if slug else ()
        return self._known[slug]

    def _read(self, slug: str) -> Iterator[Protocol]:
        name = f"{folder_name(self._root)}/{self._subject}/{slug}.md"
        for revision in revisions(self._root, name, _MOST):
            text = earlier_text(self._root, revision, name)
            if text:
                yield read_protocol_text(text, subject=self._subject, slug=slug).protocol


def _is_same(item: Clause | Footnote, protocol: Protocol, entry: Provenance) -> bool:
    if entry.choice == BOARD_WIDE:
        return has_fingerprint(item, entry.fingerprint)
    return choice_id(neutral_text(item, names_of(protocol))) == entry.choice
