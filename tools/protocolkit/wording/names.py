"""The names by which a protocol calls its own organisation, and a text without them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from protocolkit.document.model import Protocol

PLACEHOLDER = "◇"
"""What stands for an organisation's name in a neutral text."""


def names_of(protocol: Protocol) -> tuple[str, ...]:
    """Return every name that front matter gives for the organisation, longest first."""
    organisation = protocol.facts.organisation
    found = {
        organisation.name,
        organisation.parent,
        *organisation.aliases,
        *protocol.facts.applies_to,
    }
    return tuple(sorted((name for name in found if name.strip()), key=lambda n: (-len(n), n)))


def neutral(text: str, names: Iterable[str]) -> str:
    """Return a text with each name replaced by :data:`PLACEHOLDER`, whatever its case."""
    found = tuple(names)
    return _pattern(found).sub(PLACEHOLDER, text) if found else text


@lru_cache(maxsize=4096)
def _pattern(names: tuple[str, ...]) -> re.Pattern[str]:
    spaced = (r"\s+".join(map(re.escape, name.split())) for name in names)
    return re.compile(rf"(?<!\w)(?:{'|'.join(spaced)})(?!\w)", re.IGNORECASE)
