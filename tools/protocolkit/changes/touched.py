"""Whether a version is still as it was kept."""

from __future__ import annotations

from enum import Enum


class Touched(Enum):
    """What became of a version since it was kept: nothing, or other bytes, or other words."""

    NO = "no"
    BYTES = "bytes"
    WORDS = "words"
