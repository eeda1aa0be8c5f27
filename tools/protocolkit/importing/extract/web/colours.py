"""Colours as a style sheet names them: which colour that is, whether it is clear, or not known."""

from __future__ import annotations

import colorsys
import re
from dataclasses import dataclass

from protocolkit.importing.extract.shared.colours import BLACK, WHITE, Colour, hex_colour
from protocolkit.text.bounded_numbers import decimal_number, hexadecimal_number

# The names of CSS Color 4.
_NAMED = (
    "aliceblue f0f8ff antiquewhite faebd7 aqua 00ffff aquamarine 7fffd4 azure f0ffff beige f5f5dc "
    "bisque ffe4c4 black 000000 blanchedalmond ffebcd blue 0000ff blueviolet 8a2be2 brown a52a2a "
    "burlywood deb887 cadetblue 5f9ea0 chartreuse 7fff00 chocolate d2691e coral ff7f50 "
    "cornflowerblue 6495ed cornsilk fff8dc crimson dc143c cyan 00ffff darkblue 00008b darkcyan "
    "008b8b darkgoldenrod b8860b darkgray a9a9a9 darkgreen 006400 darkgrey a9a9a9 darkkhaki "
    "bdb76b darkmagenta 8b008b darkolivegreen 556b2f darkorange ff8c00 darkorchid 9932cc darkred "
    "8b0000 darksalmon e9967a darkseagreen 8fbc8f darkslateblue 483d8b darkslategray 2f4f4f "
    "darkslategrey 2f4f4f darkturquoise 00ced1 darkviolet 9400d3 deeppink ff1493 deepskyblue "
    "00bfff dimgray 696969 dimgrey 696969 dodgerblue 1e90ff firebrick b22222 floralwhite fffaf0 "
    "forestgreen 228b22 fuchsia ff00ff gainsboro dcdcdc ghostwhite f8f8ff gold ffd700 goldenrod "
    "daa520 gray 808080 green 008000 greenyellow adff2f grey 808080 honeydew f0fff0 hotpink "
    "ff69b4 indianred cd5c5c indigo 4b0082 ivory fffff0 khaki f0e68c lavender e6e6fa "
    "lavenderblush fff0f5 lawngreen 7cfc00 lemonchiffon fffacd lightblue add8e6 lightcoral f08080 "
    "lightcyan e0ffff lightgoldenrodyellow fafad2 lightgray d3d3d3 lightgreen 90ee90 lightgrey "
    "d3d3d3 lightpink ffb6c1 lightsalmon ffa07a lightseagreen 20b2aa lightskyblue 87cefa "
    "lightslategray 778899 lightslategrey 778899 lightsteelblue b0c4de lightyellow ffffe0 lime "
    "00ff00 limegreen 32cd32 linen faf0e6 magenta ff00ff maroon 800000 mediumaquamarine 66cdaa "
    "mediumblue 0000cd mediumorchid ba55d3 mediumpurple 9370db mediumseagreen 3cb371 "
    "mediumslateblue 7b68ee mediumspringgreen 00fa9a mediumturquoise 48d1cc mediumvioletred "
    "c71585 midnightblue 191970 mintcream f5fffa mistyrose ffe4e1 moccasin ffe4b5 navajowhite "
    "ffdead navy 000080 oldlace fdf5e6 olive 808000 olivedrab 6b8e23 orange ffa500 orangered "
    "ff4500 orchid da70d6 palegoldenrod eee8aa palegreen 98fb98 paleturquoise afeeee "
    "palevioletred db7093 papayawhip ffefd5 peachpuff ffdab9 peru cd853f pink ffc0cb plum dda0dd "
    "powderblue b0e0e6 purple 800080 rebeccapurple 663399 red ff0000 rosybrown bc8f8f royalblue "
    "4169e1 saddlebrown 8b4513 salmon fa8072 sandybrown f4a460 seagreen 2e8b57 seashell fff5ee "
    "sienna a0522d silver c0c0c0 skyblue 87ceeb slateblue 6a5acd slategray 708090 slategrey "
    "708090 snow fffafa springgreen 00ff7f steelblue 4682b4 tan d2b48c teal 008080 thistle d8bfd8 "
    "tomato ff6347 turquoise 40e0d0 violet ee82ee wheat f5deb3 white ffffff whitesmoke f5f5f5 "
    "yellow ffff00 yellowgreen 9acd32 "
).split()
_NAMES = {
    name: found
    for name, digits in zip(_NAMED[::2], _NAMED[1::2], strict=True)
    if (found := hex_colour(digits)) is not None
} | {"canvas": WHITE, "canvastext": BLACK, "window": WHITE, "windowtext": BLACK}
_PART = r"[+-]?[0-9.]{1,20}(?:%|deg|turn|rad|grad)?"
_FUNCTION = re.compile(
    rf"(rgb|hsl)a?\(\s*({_PART})[\s,]+({_PART})[\s,]+({_PART})(?:[\s,/]+([0-9.]{{1,20}}%?))?\s*\)"
)
_TURNS = {"deg": 1 / 360, "turn": 1.0, "rad": 0.1591549, "grad": 1 / 400}
# What is written as a function and cannot be worked out here.
_UNKNOWN = re.compile(r"(?:[\w-]{1,40})\(")
SAME_AS_AROUND = frozenset(("inherit", "currentcolor", "unset", "revert", "revert-layer"))


@dataclass(frozen=True, slots=True)
class Found:
    """A colour that was written, None where it is none; ``share`` is how much of it shows: 0 to 1.

    ``is_told`` is False when it is a colour, and cannot be worked out.
    """

    colour: Colour | None = None
    share: float = 1.0
    is_told: bool = True


def read_colour(text: str) -> Found:
    """Return the colour that a style sheet says."""
    text = text.strip().lower()
    if text == "transparent":
        return Found(share=0.0)
    if re.fullmatch(r"#[0-9a-f]{3,4}", text):
        text = "#" + "".join(sign * 2 for sign in text[1:])
    if re.fullmatch(r"#[0-9a-f]{8}", text):
        return Found(hex_colour(text[:7]), hexadecimal_number(text[7:], most=255) / 255)
    found = _FUNCTION.fullmatch(text)
    if found is not None:
        return _of_function(found)
    known = hex_colour(text) if text.startswith("#") else _NAMES.get(text)
    return Found(known, is_told=known is not None or not _UNKNOWN.match(text))


def attribute_colour(text: str) -> str:
    """Return the colour that an attribute (``bgcolor``) says, as a style sheet writes it.

    Whatever is written there is a colour (WHATWG HTML, "rules for parsing a legacy colour value").
    """
    text = text.strip().lower()
    if text in _NAMES:
        return text
    if re.fullmatch(r"#[0-9a-f]{3}", text):
        return text
    digits = re.sub(r"[^0-9a-f]", "0", text[:128].removeprefix("#")) or "0"
    digits += "0" * (-len(digits) % 3)
    third = len(digits) // 3
    parts = [digits[place * third : (place + 1) * third][-8:] for place in range(3)]
    while len(parts[0]) > 2 and all(part[0] == "0" for part in parts):
        parts = [part[1:] for part in parts]
    return "#" + "".join(part[:2].rjust(2, "0") for part in parts)


def _of_function(found: re.Match[str]) -> Found:
    share = _share(found[5], 1.0) if found[5] is not None else 1.0
    if found[1] == "rgb":
        red, green, blue = (round(_share(found[n], 255.0) * 255) for n in (2, 3, 4))
        return Found((red, green, blue), share)
    light, full = (
        min(decimal_number(found[n].rstrip("%"), most=100, default=100) / 100, 1.0) for n in (4, 3)
    )
    parts = colorsys.hls_to_rgb(_turn(found[2]), light, full)
    red, green, blue = (round(part * 255) for part in parts)
    return Found((red, green, blue), share)


def _share(text: str, whole: float) -> float:
    """Return which part of the whole a number or a percentage is, from 0 to 1."""
    whole = 100.0 if text.endswith("%") else whole
    number = text.rstrip("%degturna")
    return min(max(decimal_number(number, least=-1e9, most=1e9, default=whole) / whole, 0.0), 1.0)


def _turn(text: str) -> float:
    unit = next((name for name in ("grad", "turn", "deg", "rad") if text.endswith(name)), "")
    number = decimal_number(text.removesuffix(unit), least=-1e6, most=1e6)
    return number * _TURNS[unit or "deg"] % 1.0
