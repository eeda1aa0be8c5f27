"""What every kind of returned file can say: which text it is about, and what was written in it."""

from __future__ import annotations

from typing import Protocol as Shape

from protocolkit.document.model import Protocol
from protocolkit.review.printed_around import SentText
from protocolkit.review.remarks import Review


class ReturnedFile(Shape):
    """A returned file that is open."""

    @property
    def record(self) -> str | None:
        """Our own record in it, None when it has none."""

    @property
    def words(self) -> str:
        """All its words, in which the check code of a text may stand."""

    def share(self, protocol: Protocol) -> float:
        """Return which share of a text it has, from 0 to 1."""

    def review(self, submitted: Protocol, sent: SentText | None = None) -> Review:
        """Return the remarks and changes in it, held beside the text that was submitted.

        ``sent`` says what may stand around that text on paper; without it, what it says itself.
        """
