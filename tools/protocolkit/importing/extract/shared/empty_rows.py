"""Rows of a table without a word: below another row they are to be filled in, and stay there."""

from __future__ import annotations

from protocolkit.importing.extract.shared.paragraph import Runs
from protocolkit.importing.source.doubts import EMPTY_PLACE
from protocolkit.importing.source.lines import SourceBuilder


class EmptyRows:
    """Follows the rows of one table, and tells which of them without a word stay.

    Markdown reads the first row of a table as its head, so that one needs words.
    """

    def __init__(self) -> None:
        self._has_words = False
        self._above = 0

    def keeps(self, row: Runs, *, is_seen: bool = True) -> bool:
        """Tell whether a row stays, and doubt the first one that does when others stood above it.

        A row that nobody sees, or of which words were left out, goes when it has no others.
        """
        if row.has_words:
            if self._above:
                row.doubt_here(EMPTY_PLACE)
            self._has_words, self._above = True, 0
            return True
        is_open = is_seen and not row.left_out
        self._above += is_open and not self._has_words
        return is_open and self._has_words

    def end(self, builder: SourceBuilder) -> None:
        """Doubt the text before a table that had no word in it; one above all text is a frame."""
        if self._above and builder.lines:
            builder.doubt(EMPTY_PLACE)
