"""References that a word processor could not follow: it printed an error where a number stood."""

from __future__ import annotations

import re
from collections.abc import Iterator

_BROKEN = re.compile(
    r"(?:Fout|Error)\s?[!:]\s?(?:Verwijzingsbron niet gevonden|Bron van verwijzing niet gevonden"
    r"|Bladwijzer niet gedefinieerd|Reference source not found|Bookmark not defined"
    r"|Onbekende naam voor documenteigenschap)\.?|#(?:REF|VERW)!",
    re.IGNORECASE,
)


def broken_references(text: str) -> Iterator[tuple[int, int]]:
    """Yield the place of every error that stands where a reference was.

    >>> list(broken_references("Zie artikel Fout! Verwijzingsbron niet gevonden. hierboven"))
    [(12, 48)]
    """
    return (found.span() for found in _BROKEN.finditer(text))
