"""A name as it is compared: of a school, a council or a section it is the same in any case."""

from __future__ import annotations

from functools import lru_cache


@lru_cache(maxsize=4096)
def folded(name: str) -> str:
    """Return a name without what says nothing: capitals, and spaces that stand too much.

    >>> folded("  OBS  De Wal ") == folded("obs de wal")
    True
    """
    return " ".join(name.split()).casefold()
