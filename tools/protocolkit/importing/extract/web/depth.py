"""How deep the elements of a page may stand in each other for what walks through them."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager

# The parser takes at most 256 elements in each other, and each asks for some ten calls.
_DEEPEST = 5_000


@contextmanager
def deep_enough() -> Iterator[None]:
    """Let what calls itself go as deep as a page that is read may be, and no further."""
    before = sys.getrecursionlimit()
    sys.setrecursionlimit(max(before, _DEEPEST))
    try:
        yield
    finally:
        sys.setrecursionlimit(before)
