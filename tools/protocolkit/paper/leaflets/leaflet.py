"""A short paper as values, which Word and PDF print alike: a title, and parts in one order.

It says things about a protocol and is none: whoever imports it is told so.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum


class Tone(Enum):
    """How a paragraph is said; ``OPEN`` stands out, since something lacks there."""

    PLAIN = "plain"
    NOTICE = "notice"
    SMALL = "small"
    OPEN = "open"


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """A paragraph."""

    text: str
    tone: Tone = Tone.PLAIN


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """A heading above what follows."""

    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """A table with a head; ``shares`` are its columns' parts of the width.

    ``height`` is the least height of a row in millimetres, for what is written by hand; 0 for as
    high as its words. It may give way down to ``least`` where one page is too short; 0 for never.
    ``has_names`` says that the first cell of a row is what the row is about. ``open_rows`` are
    those whose last cell stands out, since something lacks there. ``landings`` are the names of its
    rows, to which links in this paper lead; ``leads`` says of some rows to which name the last line
    of their last cell leads.
    """

    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    shares: tuple[int, ...]
    height: int = 0
    least: int = 0
    has_names: bool = False
    open_rows: frozenset[int] = frozenset()
    landings: tuple[str, ...] = ()
    leads: Mapping[int, str] = field(default_factory=dict)


Part = Words | Heading | Grid


def introducing(parts: Sequence[Part]) -> tuple[bool, ...]:
    """Return of each part whether it stays with what follows: it leads from a heading to that.

    Only what leads to something under the same heading does: in a longer chain LibreOffice keeps
    nothing together.
    """
    around = (None, *parts, None)
    return tuple(
        isinstance(before, Heading) and isinstance(after, Words | Grid)
        for before, after in zip(around, around[2:], strict=False)
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaflet:
    """A short paper; ``organisation`` stands above the title, ``standing`` at the foot of pages."""

    organisation: str
    title: str
    standing: str
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaflets:
    """Several leaflets in one file, each on a page of its own; ``title`` is that of the file."""

    title: str
    leaflets: tuple[Leaflet, ...]
