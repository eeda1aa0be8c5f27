"""Where a part of a protocol stood in its source."""

from __future__ import annotations

from dataclasses import dataclass

from protocolkit.messages import Marked


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Where a clause or section stood in the source, and what is not sure about it."""

    anchor: str
    begin: int
    end: int
    page: int = 0
    doubts: tuple[Marked, ...] = ()
