"""Who proposes the changes of a redline, and when."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Signature:
    """Who proposes the changes, and on what day (``2026-03-04``), ``""`` when that is not known."""

    author: str
    day: str = ""
