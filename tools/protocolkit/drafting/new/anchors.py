"""Anchors for the clauses of a new protocol."""

from __future__ import annotations

import re

from protocolkit.document.model import ANCHOR_LENGTH
from protocolkit.reading.body import slug

_RESERVED = re.compile(r"^noot-")


def sound_anchor(stem: str, used: set[str]) -> str:
    """Return an anchor made from a name that is not in use yet, and count it as used."""
    base = slug(stem)
    if _RESERVED.match(base):
        base = f"o-{base}"[:ANCHOR_LENGTH].rstrip("-")
    candidate, count = base, 1
    while candidate in used:
        count += 1
        candidate = f"{base[: ANCHOR_LENGTH - len(str(count)) - 1].rstrip('-')}-{count}"
    used.add(candidate)
    return candidate
