"""An item that holds the next one of its list too: the new line between them is gone."""

from __future__ import annotations

import re

from protocolkit.base.messages import mark
from protocolkit.text.markers import Start, find_starts, is_glyph

DOUBT_SWALLOWED = mark("the next item of this list seems to stand in the same line")

_BOUNDARY = re.compile(r"(?P<stop>[.;:,!?]?)\s+(?=\(?(?:\d|[A-Za-z]{1,6}[.)]))")
# After these a number or a letter cites an item, and begins none.
_CITES = re.compile(
    r"\b(?:artikel(?:en)?|art\.?|lid|leden|punt(?:en)?|onder|sub|stap|groep|klas|leerjaar|week|bijlage"
    r"|paragraaf|hoofdstuk|nummer|nr\.?|regel|en|of|tot|met|t/m)$",
    re.IGNORECASE,
)
# The longest marker with the word after it, in letters.
_LONGEST_MARKER = 40
_ENDED = re.compile(r"[.):°º]$")
_CAPITAL = re.compile(r"\s*[A-ZÀ-Þ]")


def has_swallowed_next(text: str, start: Start) -> bool:
    """Tell whether the marker that comes next stands in an item's text, where a sentence ends."""
    if start.is_bullet:
        before = r"[.;!?] " if _is_dash(start.marker) else " "
        sign = re.escape(start.marker)
        return is_glyph(start.marker) and bool(re.search(rf"{before}{sign} (?=\w)", text))
    return any(
        found.follows(start)
        and _begins(text[place.end() + len(found.marker) :], found)
        and (place["stop"] or _may_stand_bare(text[: place.start()], found))
        for place in _BOUNDARY.finditer(text)
        for found in find_starts(text[place.end() : place.end() + _LONGEST_MARKER])
    )


def _is_dash(marker: str) -> bool:
    """Tell whether a bullet is a sign that stands between words of a sentence as well."""
    return marker in "-–—−‐―*o"


def _may_stand_bare(before: str, start: Start) -> bool:
    """Tell whether a marker after no stop begins an item: it has an end, and cites nothing."""
    return bool(_ENDED.search(start.marker)) and not _CITES.search(before)


def _begins(rest: str, start: Start) -> bool:
    """Tell whether words follow a marker; one that is only a number needs a capital after it."""
    if len(start.count) == 1 and not _ENDED.search(start.marker):
        return bool(_CAPITAL.match(rest))
    return bool(rest.strip()[:1].isalpha())
