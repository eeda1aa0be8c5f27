"""Signs of fonts that hold pictures for letters, as the signs that everybody has for them."""

from __future__ import annotations

import sys
import unicodedata

from protocolkit.importing.extract.shared.elements import Element
from protocolkit.text.bounded_numbers import hexadecimal_number
from protocolkit.text.words import BULLET

# What tells something by itself; the other signs are bullets.
_TICKED, _EMPTY, _RIGHT, _LEFT, _UP, _DOWN, _BOTH = "☒☐→←↑↓↔"
_WINGDINGS = {
    **dict.fromkeys((0x78, 0xFD, 0xFE), _TICKED),
    **dict.fromkeys((0x6F, 0x70, 0x71, 0x72, 0xA8), _EMPTY),
    **dict.fromkeys((0xE0, 0xE8, 0xF0), _RIGHT),
    **dict.fromkeys((0xDF, 0xE7, 0xEF), _LEFT),
    **dict.fromkeys((0xE1, 0xE9, 0xF1), _UP),
    **dict.fromkeys((0xE2, 0xEA, 0xF2), _DOWN),
    0xF3: _BOTH,
    0xFC: "✓",
    0xFB: "✗",
}
_WINGDINGS_2 = {
    **dict.fromkeys((0x51, 0x52, 0x53, 0x54), _TICKED),
    **dict.fromkeys((0x2A, 0xA3), _EMPTY),
    0x50: "✓",
    0x4F: "✗",
}
_SYMBOL = {0xAC: _LEFT, 0xAD: _UP, 0xAE: _RIGHT, 0xAF: _DOWN, 0xAB: _BOTH, 0xDE: "⇒", 0xDB: "⇔",
           0xB3: "≥", 0xA3: "≤", 0xB9: "≠", 0xB1: "±", 0xB4: "×", 0xB0: "°"}  # fmt: skip
_FONTS = {"wingdings": _WINGDINGS, "wingdings 2": _WINGDINGS_2, "symbol": _SYMBOL}
_PRIVATE = 0xF000


def symbol(element: Element) -> str:
    """Return the sign that a ``w:sym`` or ``w16se:symEx`` prints; "" when it names none.

    Boxes, ticks and arrows are what everybody has for them; what only its own font knows is a
    bullet.
    """
    said = next((text for name, text in element.items() if name.endswith("}char")), "")
    font = next((text for name, text in element.items() if name.endswith("}font")), "")
    code = hexadecimal_number(said, most=sys.maxunicode)
    known = _FONTS.get(font.strip().lower(), {})
    bare = code - _PRIVATE if code >= _PRIVATE else code
    if bare in known:
        return known[bare]
    kind = unicodedata.category(chr(code)) if code >= 0 else "Cc"
    if kind == "Co":
        return BULLET
    return "" if kind in ("Cc", "Cs", "Cn") else chr(code)
