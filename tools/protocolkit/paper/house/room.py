"""The margins of our pages around a letterhead: enough for it, for our own lines, and for labels.

The same for PDF and Word, in millimetres. Without a look of one's own they are those of
``templates/typst/protocol.typ`` and ``templates/word/page.xml``.
"""

from __future__ import annotations

from dataclasses import dataclass

from protocolkit.paper.house.style import HouseStyle

_TOP, _BOTTOM, _RIGHT = 30.0, 28.0, 22.0
# What runs along on our pages, above and below the text.
_OWN_HEAD, _OWN_FOOT = 15.0, 18.0
_GAP = 5.0
_LEAFLET = 20.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """The margins of a page; the first one begins ``lower`` than the others by so much."""

    top: float
    bottom: float
    right: float
    lower: float


def room_of_leaflets(style: HouseStyle) -> Room:
    """Return the margins of short papers, each page of which has the letterhead of a first one."""
    letterhead = style.letterhead
    depth, rise = letterhead.depth(letterhead.first_head), letterhead.rise(letterhead.first_foot)
    return Room(
        top=max(_LEAFLET, depth + _GAP if depth else 0.0),
        bottom=max(_LEAFLET, rise + _OWN_FOOT if rise else 0.0),
        right=_LEAFLET,
        lower=0.0,
    )


def room_around(style: HouseStyle) -> Room:
    """Return the margins for the pages of a look."""
    given, letterhead = style.margins, style.letterhead
    depth, rise = letterhead.depth(letterhead.head), letterhead.rise(letterhead.foot)
    rise = max(rise, letterhead.rise(letterhead.first_foot) + _GAP - _OWN_FOOT)
    top = max(given.top or _TOP, depth + _OWN_HEAD if depth else 0.0)
    first = letterhead.depth(letterhead.first_head)
    return Room(
        top=top,
        bottom=max(given.bottom or _BOTTOM, rise + _OWN_FOOT if rise > 0 else 0.0),
        right=given.right or _RIGHT,
        lower=max(first + _GAP - top, 0.0) if first else 0.0,
    )
