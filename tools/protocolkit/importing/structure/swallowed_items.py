"""An item that holds the next one of its list too: the new line between them is gone."""

from __future__ import annotations

import re

from protocolkit.base.messages import mark
from protocolkit.text.markers import Start, find_starts, is_glyph

DOUBT_SWALLOWED = mark("the next item of this list seems to stand in the same line")

_BOUNDARY = re.compile(r"(?<=[.;:,!?])\s+(?=\S)")
_ENDED = re.compile(r"[.):°º]$")
_CAPITAL = re.compile(r"\s*[A-ZÀ-Þ]")


def has_swallowed_next(text: str, start: Start) -> bool:
    """Tell whether the marker that comes next stands in an item's text, where a sentence ends."""
    if start.is_bullet:
        return is_glyph(start.marker) and f" {start.marker} " in text and not _is_dash(start.marker)
    rests = (text[found.end() :] for found in _BOUNDARY.finditer(text))
    return any(
        found.follows(start) and _begins(rest[len(found.marker) :], found)
        for rest in rests
        for found in find_starts(rest)
    )


def _is_dash(marker: str) -> bool:
    """Tell whether a bullet is a sign that stands between words of a sentence as well."""
    return marker in "-–—−‐―*o"


def _begins(rest: str, start: Start) -> bool:
    """Tell whether words follow a marker; one that is only a number needs a capital after it."""
    if len(start.count) == 1 and not _ENDED.search(start.marker):
        return bool(_CAPITAL.match(rest))
    return bool(rest.strip()[:1].isalpha())
