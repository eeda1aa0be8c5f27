"""How wide words are in our typeface, as its own file says (ISO/IEC 14496-22: cmap, hmtx)."""

from __future__ import annotations

import struct
from collections.abc import Iterable, Mapping
from functools import cache

from protocolkit.text.typeface import Face, face_bytes

# The widths of what the typeface lacks: other letters, and those from here on, which are square.
_OTHER, _SQUARE = 0.75, 1.0
_FIRST_SQUARE = "\u2e80"
_UNSEEN = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
_PAIR = 2
# Bold letters of others are wider still.
_BOLDER = 1.05
# Elsewhere all figures are as wide, and points are wider: what each may be as wide as.
_NARROW = str.maketrans("179.,:;", "555iirr")


def words_width(text: str, face: Face = Face.BOLD, spread: float = 1.0) -> float:
    """Return how wide text is on one line, in sizes of its letters; bold is the widest face.

    Letters of another typeface may be so much wider as ``spread`` says.
    """
    widths = _widths(face)
    if spread > 1:
        text = text.translate(_NARROW)
        spread *= _BOLDER if face in (Face.BOLD, Face.BOLD_ITALIC) else 1
    # a generator is called again for each letter, of which a paper has very many
    return spread * sum([widths[sign] if sign in widths else _other(sign) for sign in text])


def line_count(text: str, width: float, face: Face = Face.REGULAR) -> int:
    """Return on how many lines text stands, of so many sizes of its letters each."""
    return lines_of(word_widths(text, face), width, words_width(" ", face))


def word_widths(text: str, face: Face = Face.REGULAR) -> tuple[float, ...]:
    """Return how wide each word of a text is, for who counts its lines more than once."""
    return tuple(words_width(word, face) for word in text.split())


def lines_of(words: Iterable[float], width: float, space: float) -> int:
    """Return on how many lines words stand that are so wide each, with so wide a space between."""
    count, used = 1, 0.0
    for wide in words:
        if used and used + space + wide > width:
            count, used = count + 1, 0.0
        used += wide + (space if used else 0.0)
        # a word wider than a line goes on on the next
        count, used = count + int(used // width), used % width
    return count


def _other(sign: str) -> float:
    return _SQUARE if sign >= _FIRST_SQUARE else _OTHER


@cache
def _widths(face: Face) -> Mapping[str, float]:
    """Return how wide each sign of the typeface is, in sizes of its letters."""
    font = face_bytes(face)
    (count,) = struct.unpack_from(">H", font, 4)
    tables: dict[bytes, int] = {}
    for number in range(count):
        tag, _sum, begin, _length = struct.unpack_from(">4sIII", font, 12 + 16 * number)
        tables[tag] = begin
    (size,) = struct.unpack_from(">H", font, tables[b"head"] + 18)
    (known,) = struct.unpack_from(">H", font, tables[b"hhea"] + 34)
    # each has its width and its place; the last width is that of all that follow
    metrics = struct.unpack_from(f">{known * _PAIR}H", font, tables[b"hmtx"])[::_PAIR]
    glyphs = _glyphs(font, tables[b"cmap"])
    found = {chr(sign): metrics[min(at, known - 1)] / size for sign, at in glyphs.items() if at}
    return {**found, **dict.fromkeys(_UNSEEN, 0.0)}


def _glyphs(font: bytes, cmap: int) -> dict[int, int]:
    """Return the number of the glyph of each sign, by the table for Unicode that it begins with."""
    (offset,) = struct.unpack_from(">I", font, cmap + 8)
    at = cmap + offset
    (double,) = struct.unpack_from(">H", font, at + 6)
    count = double // _PAIR
    ends = struct.unpack_from(f">{count}H", font, at + 14)
    begins_at = at + 16 + double
    begins = struct.unpack_from(f">{count}H", font, begins_at)
    deltas = struct.unpack_from(f">{count}H", font, begins_at + double)
    ranges = struct.unpack_from(f">{count}H", font, begins_at + 2 * double)
    found: dict[int, int] = {}
    for part, (begin, end) in enumerate(zip(begins, ends, strict=True)):
        for sign in range(begin, end + 1):
            glyph = sign
            if ranges[part]:
                place = begins_at + 2 * double + _PAIR * (part + sign - begin) + ranges[part]
                (glyph,) = struct.unpack_from(">H", font, min(place, len(font) - _PAIR))
            found[sign] = (glyph + deltas[part]) % 65536 if glyph else 0
    return found
