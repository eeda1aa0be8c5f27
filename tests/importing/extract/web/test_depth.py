"""A page is walked as deep as the parser reads one, and no deeper."""

from __future__ import annotations

import sys

from protocolkit.importing.extract.web.depth import deep_enough

_READ, _CALLS = 256, 10


def test_what_is_read_can_be_walked_and_hardly_more() -> None:
    before = sys.getrecursionlimit()
    sys.setrecursionlimit(1_000)
    try:
        with deep_enough():
            # each level of Python's own stack is some room of the machine's
            assert _READ * _CALLS <= sys.getrecursionlimit() <= 2 * _READ * _CALLS
        assert sys.getrecursionlimit() == 1_000
        sys.setrecursionlimit(20_000)
        with deep_enough():
            assert sys.getrecursionlimit() == 20_000
    finally:
        sys.setrecursionlimit(before)
