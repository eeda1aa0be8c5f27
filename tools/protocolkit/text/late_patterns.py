"""Patterns that are compiled when they are first used.

Hundreds stand in our modules, compiling all of them takes a seventh of a second, and most runs
need a few.
"""

from __future__ import annotations

import re
from typing import Any, cast


def late(text: str, flags: int = 0) -> re.Pattern[str]:
    """Return a pattern like :func:`re.compile` does; a mistake in it is found at its first use."""
    return cast("re.Pattern[str]", _Late(text, flags))


class _Late:
    """Stands for a compiled pattern; each of its methods is looked up in that once."""

    def __init__(self, text: str, flags: int) -> None:
        self._given = text, flags
        self._made: re.Pattern[str] | None = None

    def __getattr__(self, name: str) -> Any:
        if self._made is None:
            self._made = re.compile(*self._given)
        value = self.__dict__[name] = getattr(self._made, name)
        return value
