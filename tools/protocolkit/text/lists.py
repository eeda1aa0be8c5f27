"""What a Markdown list can count: markers from a style and a count, and read back from print.

Points are ``1.`` with a style in the source, ``a.`` or ``1°`` in print. What no list can count
(``14a.``) is not known here; the grammar of all markers is in :mod:`protocolkit.text.markers`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from protocolkit.text.numerals import Numerals, print_count, read_count
from protocolkit.text.words import BULLET

IN_FIGURES = r"\d{1,9}[.)]"
"""A pattern for what CommonMark counts an item with."""
_COUNTED = re.compile(r"^(?P<count>\d{1,9}°?|[^\W\d_]+)(?P<end>[.)]?)$")
# What the source ends a count in that has no end in print.
_UNPRINTED = "."


@dataclass(frozen=True, slots=True)
class CountedMarker:
    """A marker as a list counts it: ``c)`` is 3 in lower-case letters, ending in ``)``.

    A bullet has no numerals.
    """

    count: int
    numerals: Numerals | None
    end: str


def print_marker(count: int, numerals: Numerals, end: str) -> str:
    """Print the marker of an item; beyond the reach of its numerals, in figures."""
    return f"{print_count(count, numerals)}{end if numerals.is_ended else ''}"


def read_markers(markers: tuple[str, ...]) -> tuple[CountedMarker, ...] | None:
    """Find the one way of counting that prints all these markers, or None when there is none.

    One in which they follow on each other comes first, then the one that begins lowest: ``i.``
    alone is Roman, ``c.`` alone a letter; ``h.``, ``i.`` are letters. Bullets have no numerals.
    """
    if all(marker == BULLET for marker in markers):
        return tuple(CountedMarker(0, None, "") for _ in markers)
    candidates = [_read_all(markers, numerals) for numerals in Numerals]
    found = [counted for counted in candidates if counted is not None]
    return min(found, key=lambda run: (not _rises(run), run[0].count), default=None)


def _read_all(markers: tuple[str, ...], numerals: Numerals) -> tuple[CountedMarker, ...] | None:
    counted = [_read(marker, numerals) for marker in markers]
    known = tuple(item for item in counted if item is not None)
    one_end = len({item.end for item in known}) == 1
    return known if len(known) == len(markers) and one_end else None


def _read(marker: str, numerals: Numerals) -> CountedMarker | None:
    found = _COUNTED.match(marker)
    count = read_count(found["count"], numerals) if found else None
    if found is None or count is None or numerals.is_ended is not bool(found["end"]):
        return None
    if print_marker(count, numerals, found["end"]) != marker:
        return None
    return CountedMarker(count, numerals, found["end"] or _UNPRINTED)


def _rises(counted: tuple[CountedMarker, ...]) -> bool:
    """Tell whether the markers follow on each other, as a list that was counted does."""
    return [item.count for item in counted] == list(
        range(counted[0].count, counted[0].count + len(counted))
    )
