"""What one page says of how its text stands among the others of its protocol."""

from __future__ import annotations

from dataclasses import dataclass

from protocolkit.document.cover import Cover
from protocolkit.document.model import Protocol
from protocolkit.site.versions.periods import Period


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """What one page says: a sentence or none, and links as words and addresses.

    ``canonical`` is the page with the same text that search engines should name. ``told`` is the
    protocol as its cover must be made, where more is recorded of it than when it was kept, or where
    another text begins, or began, on a later day than that of its adoption; ``cover`` is what it
    says then. ``begun`` says of each entry of a kept text whether that day has come.
    """

    sentence: str
    links: tuple[tuple[str, str], ...]
    canonical: str = ""
    told: Protocol | None = None
    cover: Cover | None = None
    begun: tuple[bool, ...] = ()


Notices = tuple[Period[Notice], ...]
"""What one page says from the day of the build on."""
