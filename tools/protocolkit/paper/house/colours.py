"""Colours of letters on white paper, and whether a reader can tell them from it."""

from __future__ import annotations

import re

from protocolkit.base.luminance import luminance

_COLOUR = re.compile(r"^#[0-9a-fA-F]{6}$")
# WCAG 2.2, success criterion 1.4.3, for text of any size.
LEAST_CONTRAST = 4.5


def is_colour(text: str) -> bool:
    """Tell whether this is a colour as we write one: ``#rrggbb``."""
    return bool(_COLOUR.match(text))


def is_readable(colour: str) -> bool:
    """Tell whether this is a colour that words on white may have."""
    return is_colour(colour) and contrast_on_white(colour) >= LEAST_CONTRAST


def contrast_on_white(colour: str) -> float:
    """Return the contrast of ``#rrggbb`` on white, 1 to 21, as WCAG 2.2 counts it.

    >>> round(contrast_on_white("#1d5a86"), 1)
    7.3
    """
    red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return 1.05 / (luminance(red, green, blue) + 0.05)
