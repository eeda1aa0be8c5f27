"""Colours of text and of what is behind it, and whether a reader can tell them apart."""

from __future__ import annotations

import re
from dataclasses import dataclass

from protocolkit.base.luminance import luminance
from protocolkit.base.messages import mark

DOUBT_FAINT = mark("the words can hardly be told from their background")
"""What is doubted of words that a reader may not see."""

Colour = tuple[int, int, int]
"""Red, green and blue, each from 0 to 255."""

WHITE: Colour = (255, 255, 255)
BLACK: Colour = (0, 0, 0)

# The eye cannot tell apart colours that differ less than this in red, green and blue.
_SAME = 8
# Below this contrast (WCAG 2.2, relative luminance) a reader may not see the text.
_FAINT = 1.2
_HEX = re.compile(r"#?([0-9A-Fa-f]{6})")


@dataclass(frozen=True, slots=True)
class Backdrop:
    """What is behind a text. ``is_sure`` is False where a picture or a blend may lie between.

    ``bare`` is what shows where a printer leaves the colour out, None where it never does.
    """

    colour: Colour = WHITE
    is_sure: bool = True
    bare: Colour | None = None


def hex_colour(text: str | None) -> Colour | None:
    """Return the colour that six hexadecimal digits are, None for anything else."""
    found = _HEX.fullmatch(text) if text else None
    if found is None:
        return None
    number = int(found[1], 16)
    return number >> 16, number >> 8 & 255, number & 255


def mixed(one: Colour, other: Colour, share: float) -> Colour:
    """Return ``one`` with ``share`` (0 to 1) of ``other`` in it."""
    red, green, blue = (round(a + (b - a) * share) for a, b in zip(one, other, strict=True))
    return red, green, blue


def is_same_colour(one: Colour, other: Colour) -> bool:
    """Tell whether text in one colour is not to be seen on the other."""
    return all(abs(a - b) <= _SAME for a, b in zip(one, other, strict=True))


def is_faint(one: Colour, other: Colour) -> bool:
    """Tell whether text in one colour is hardly to be seen on the other."""
    darker, lighter = sorted((luminance(*one), luminance(*other)))
    return (lighter + 0.05) / (darker + 0.05) < _FAINT
