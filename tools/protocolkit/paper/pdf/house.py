"""The look of an organisation as the Typst templates receive it: colour, type, room, letterhead.

``colour`` and ``font`` are ``""`` for the templates' own. ``text`` is the size of the text in
points, 0 for their own; ``title`` is what the style of titles says, ``headings`` the same for each
level, None where nothing is said. Measures are in millimetres. A story has ``lines``, each with
three zones of pieces or with ``cells``, and pictures and boxes that are ``placed``. ``loose`` has
the stories of a first page that stand otherwise on a loose sheet, which has no number.
"""

from __future__ import annotations

from protocolkit.base.objects import Object
from protocolkit.paper.house.fonts import Fonts
from protocolkit.paper.house.letterhead import (
    HouseBox,
    HousePicture,
    Letterhead,
    Line,
    Piece,
    Sign,
    Story,
    Strip,
)
from protocolkit.paper.house.room import room_around, room_of_leaflets, room_sideways
from protocolkit.paper.house.style import HouseStyle
from protocolkit.paper.house.word_styles import HEADINGS, TEXT, TITLE, StyleLook
from protocolkit.paper.pdf.lines import clean, shown

_NOTHING = StyleLook()


def house_data(style: HouseStyle) -> Object:
    """Return what every template of ours takes of a look."""
    looks, room, leaflet = style.styles.looks, room_around(style), room_of_leaflets(style)
    turned = room_sideways(style)
    return {
        "colour": style.accent,
        "font": style.printed_font,
        "text": looks.get(TEXT, _NOTHING).size,
        "title": _heading(looks[TITLE], style) if TITLE in looks else None,
        "headings": [_heading(looks[name], style) if name in looks else None for name in HEADINGS],
        "margins": {
            "top": room.top,
            "bottom": room.bottom,
            "right": room.right,
            "lower": room.lower,
        },
        "turned": {"top": turned.top, "bottom": turned.bottom},
        "leaflet": {"top": leaflet.top, "bottom": leaflet.bottom},
        "letterhead": _letterhead(style.letterhead, style.fonts) if style.letterhead else None,
        "loose": _loose(style.letterhead, style.fonts),
    }


def _heading(look: StyleLook, style: HouseStyle) -> Object:
    return {
        "font": style.printed(look.font),
        "size": look.size,
        "colour": look.colour,
        "bold": bool(look.bold),
        "italic": bool(look.italic),
    }


def _letterhead(letterhead: Letterhead, fonts: Fonts) -> Object:
    stories = {
        "first_head": letterhead.first_head,
        "first_foot": letterhead.first_foot,
        "head": letterhead.head,
        "foot": letterhead.foot,
    }
    return {
        "left": letterhead.left,
        "top": letterhead.top,
        "bottom": letterhead.bottom,
        "width": letterhead.width,
        "says_page": {
            "first": letterhead.says_page(is_first=True),
            "others": letterhead.says_page(is_first=False),
        },
        **{name: _story(story, fonts) for name, story in stories.items()},
    }


def _loose(letterhead: Letterhead, fonts: Fonts) -> Object:
    """Return the stories of a first page that are other ones on a sheet without a number."""
    own = letterhead.on_loose_sheet()
    both = (
        ("first_head", letterhead.first_head, own.first_head),
        ("first_foot", letterhead.first_foot, own.first_foot),
    )
    return {name: _story(other, fonts) for name, story, other in both if other != story}


def _story(story: Story, fonts: Fonts) -> Object:
    return {
        "lines": [_block(block, fonts) for block in story.lines],
        "placed": [_placed(one, fonts) for one in story.placed],
    }


def _placed(found: HousePicture | HouseBox, fonts: Fonts) -> Object:
    """Return what has its own place on the page."""
    place = {"left": found.left or 0.0, "top": found.top}
    if isinstance(found, HousePicture):
        return {**_picture(found), **place}
    lines = [_block(line, fonts) for line in found.lines]
    return {"kind": "box", "lines": lines, "width": found.width, **place}


def _block(block: Line | Strip, fonts: Fonts) -> Object:
    if isinstance(block, Strip):
        cells = [[_block(line, fonts) for line in lines] for lines in block.cells]
        return {"cells": cells, "shares": list(block.shares)}
    return {"zones": [[_piece(piece, fonts) for piece in zone] for zone in block.zones()]}


def _piece(piece: Piece, fonts: Fonts) -> Object:
    if isinstance(piece, HousePicture):
        return _picture(piece)
    if isinstance(piece, Sign):
        return {"kind": piece.value}
    return {
        "kind": "words",
        "text": shown(piece.text, fonts),
        "bold": piece.bold,
        "italic": piece.italic,
        "colour": piece.colour,
        "size": piece.size,
    }


def _picture(picture: HousePicture) -> Object:
    return {
        "kind": "picture",
        "content": list(picture.content),
        "width": picture.width,
        "words": clean(picture.words),
    }
