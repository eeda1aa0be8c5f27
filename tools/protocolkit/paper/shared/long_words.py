"""Where a line may break in words: between them, and inside one that is wider than its column.

Such a word breaks after a sign that joins its parts, as in an address; at last between two letters.
An amount is one word: its sign, its number and the space between them.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from protocolkit.text.letter_widths import words_width
from protocolkit.text.months import MONTH
from protocolkit.text.typeface import Face

MAY_BREAK = "\u200b"
"""What stands where a line may break: it is not seen, and counts for nothing."""

# No line breaks at a space that joins, such as that of an amount.
_WORD = re.compile(r"[^ \t\n\r\f\v\u2000-\u2006\u2008-\u200b\u3000]+")
_NUMBER = r"[-+\u2212]?\d[\d.,]*[-\u2013\u2014]*"
_AMOUNT = re.compile(rf"[€$£¥] {_NUMBER}(?!\w)|(?<![\w.,]){_NUMBER} (?:[%‰]|[€$£¥](?! ?[\w+-]))")
_DAY = re.compile(rf"(?<![\w.,])\d{{1,2}} (?:{MONTH}) \d{{4}}(?!\w)", re.IGNORECASE)
_UNIT = re.compile(rf"{_AMOUNT.pattern}|{_WORD.pattern}")
# A hyphen begins what follows: at the end of a line it would be taken for one that goes.
_PART = re.compile(
    r"[€$£¥] |\d+(?:[.,]\d+)+[.,]*(?!\w)|-*[^/@.\-?&=_:]*[/@.?&=_:]+|-*[^/@.\-?&=_:]+|-+"
)
_WEB_ADDRESS = re.compile(r"^\W*https?://", re.IGNORECASE)


def widest_word(text: str, face: Face, spread: float = 1.0) -> float:
    """Return how wide the widest word is, in sizes of its letters; a web address has parts.

    Letters may be so much wider than ours as ``spread`` says, here and in what follows.
    """
    return max(
        (
            widest_part(word, face, spread)
            if _WEB_ADDRESS.match(word)
            else words_width(word, face, spread)
            for word in set(_UNIT.findall(text))
        ),
        default=0.0,
    )


def widest_day(text: str, face: Face, spread: float = 1.0) -> float:
    """Return how wide the widest day is, which is read best on one line: '14 september 2026'."""
    return max((words_width(day, face, spread) for day in set(_DAY.findall(text))), default=0.0)


def widest_part(text: str, face: Face, spread: float = 1.0) -> float:
    """Return how wide the widest part of a word is that is not broken but between two letters."""
    parts = {part for word in _WORD.findall(text) for part in _PART.findall(word)}
    parts.update(_AMOUNT.findall(text))
    return max((words_width(part, face, spread) for part in parts), default=0.0)


def in_lines(text: str, room: float, face: Face, spread: float = 1.0) -> Iterator[tuple[str, bool]]:
    """Yield text in pieces: an amount stays whole, and a part of a word wider than a line.

    Such a line has ``room`` for so many sizes of letters; with each piece, whether it stays whole.
    """
    end = 0
    for found in _UNIT.finditer(text):
        if " " in found[0] or words_width(found[0], face, spread) > room:
            if found.start() > end:
                yield text[end : found.start()], False
            yield from ((part, True) for part in _parts(found[0], room, face, spread))
            end = found.end()
    if end < len(text):
        yield text[end:], False


def in_signs(word: str, most: int) -> Iterator[str]:
    """Yield a word in pieces of so many signs at most, cut between its parts where that is enough.

    >>> [*in_signs("klachten.en.meldingen@school", 20)]
    ['klachten.en.', 'meldingen@school']
    """
    line = ""
    for part in _PART.findall(word):
        if line and len(line + part) > most:
            yield line
            line = ""
        line += part
        while len(line) > most:
            yield line[:most]
            line = line[most:]
    if line:
        yield line


def _parts(word: str, room: float, face: Face, spread: float) -> Iterator[str]:
    """Yield the lines of a word: as many of its parts as one holds."""
    line = ""
    for part in _PART.findall(word):
        for piece in _pieces(part, room, face, spread):
            if line and words_width(line + piece, face, spread) > room:
                yield line
                line = ""
            line += piece
    yield line


def _pieces(part: str, room: float, face: Face, spread: float) -> Iterator[str]:
    """Yield the pieces of a part that each fit on a line."""
    piece, width = "", 0.0
    for sign in part:
        wide = words_width(sign, face, spread)
        if piece and width + wide > room and not unicodedata.category(sign).startswith("M"):
            yield piece
            piece, width = "", 0.0
        piece, width = piece + sign, width + wide
    yield piece
