"""The margins of our pages around a letterhead: enough for it, for our own lines, and for labels.

The same for PDF and Word, in millimetres. Without a look of one's own they are those of
``templates/typst/protocol.typ`` and ``templates/word/page.xml``.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from protocolkit.paper.house.style import HouseStyle
from protocolkit.paper.house.word_styles import TEXT
from protocolkit.paper.shared.contents import ContentsLine
from protocolkit.paper.shared.contents_numbers import NumberRooms, number_rooms
from protocolkit.text.typeface import TYPEFACE

_TOP, _BOTTOM, _RIGHT = 30.0, 28.0, 22.0
# What runs along on our pages, above and below the text.
_OWN_HEAD, _OWN_FOOT = 22.0, 18.0
_GAP = 5.0
_LEAFLET = 20.0
# Twips: a page, and its left margin, which is always ours.
_PAGE, _LEFT = 11906, 2494
# Points, and how many twips one has.
_TEXT_SIZE, _TWIPS = 10.5, 20
# How much wider letters are in what is usual on paper, and in Verdana, the widest of all.
_USUAL, _WIDEST = 1.04, 1.2
_USUAL_FONTS = frozenset(
    "aptos|arial|calibri|cambria|candara|corbel|garamond|georgia|helvetica|segoe ui|times new roman"
    "|liberation sans|liberation serif".split("|")
)
TWIPS_PER_MM = 1440 / 25.4
"""How many twips, the measure of Word, a millimetre has."""


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


def room_sideways(style: HouseStyle) -> Room:
    """Return the margins of a page on its side, which has no letterhead: no larger than ours.

    Those at the sides stay, so that the text begins where it does on the other pages.
    """
    room = room_around(style)
    top, bottom = min(room.top, _TOP), min(room.bottom, _BOTTOM)
    return Room(top=top, bottom=bottom, right=room.right, lower=0.0)


def text_width(style: HouseStyle) -> int:
    """Return how wide the text is on an upright page, in twips."""
    return _PAGE - _LEFT - round(room_around(style).right * TWIPS_PER_MM)


def contents_rooms(style: HouseStyle, lines: Iterable[ContentsLine]) -> NumberRooms:
    """Return how much room the numbers of a table of contents have."""
    look = style.styles.looks.get(TEXT)
    size = (look.size if look else 0.0) or _TEXT_SIZE
    return number_rooms(lines, size * _TWIPS, spread(style))


def spread(style: HouseStyle) -> float:
    """Return how much wider letters may be than those of our typeface.

    Word has the typeface that a file names, which need not be in any folder.
    """
    font = style.styles.font.lower()
    if font in ("", TYPEFACE.lower()):
        return 1.0
    return _USUAL if font in _USUAL_FONTS else _WIDEST
