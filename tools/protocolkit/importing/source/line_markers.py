"""What a line may begin with: the marker of an item, a heading or a bullet, and its count.

Knows forms only. Whether ``16`` at the start of a line counts something or is the rest of a
sentence is decided by who knows the lines around it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum

from protocolkit.text.numbers import parse_number

# Bullets that carry no word, and those that words.md counts as one (a dash, an o).
_GLYPHS = "•●○■□➢➤►▶→✓✔☑☐·∙⁃⦁❖◆♦\\uf000-\\uf0ff"
_DASHES = "-–—−‐―*o"
# What the bullets of a sign font become when they are read as letters.
_LETTERS = "Øü§"
_KEPT = "▪◦‣"
_ROMAN = re.compile(r"^(?=.)(?:X{0,3})(?:IX|IV|V?I{0,3})$", re.IGNORECASE)
_BULLET = re.compile(
    rf"^(?P<marker>[{_GLYPHS}{_KEPT}]|[{_DASHES}](?=\s)|[{_LETTERS}](?=\s+[^\W\d]))\s*(?=\S)"
    rf"|^(?P<lone>[{_GLYPHS}{_KEPT}–−*o-])$"
)
_WORD = re.compile(
    r"^(?P<marker>(?P<word>Artikel|ARTIKEL|Art\.|Hoofdstuk|HOOFDSTUK|Deel|DEEL|Paragraaf|Lid|Stap|Fase|§+)\s?"
    r"(?P<count>\d{1,3}(?:\.\d{1,3})*[a-z]{0,2}|[IVX]{1,5})(?P<end>[.:)]?))(?=\s|$|[–-]\s)"
)
_COUNT = re.compile(
    r"^(?P<marker>\(?(?P<count>\d{1,3}(?:\.\d{1,3})*[a-z]{0,2}|[A-Za-z]|[ivxIVX]{1,5})"
    r"(?P<end>\.\)|[°º][.)]?|[.):]|))(?=\s+\S|$)"
)
_GLUED = re.compile(r"^(?P<marker>(?P<count>\d{1,2}(?:\.\d{1,2})*)(?P<end>[.)]))(?=[A-Z][a-z])")


class Style(Enum):
    """How a marker counts; items of one list have one style."""

    BULLET = "bullet"
    WORD = "word"
    PLAIN = "plain"
    MULTIPLE = "multiple"
    POINT = "point"
    BRACKET = "bracket"
    DEGREE = "degree"
    UPPER = "upper"
    LOWER = "lower"
    UPPER_ROMAN = "upper-roman"
    LOWER_ROMAN = "lower-roman"
    GIVEN = "given"


@dataclass(frozen=True, slots=True, kw_only=True)
class Start:
    """A marker at the start of a line; ``count`` its numbers, () for a bullet.

    ``key`` tells lists of one style apart: the bullet's glyph, the end of a number, the word.
    """

    marker: str
    style: Style
    key: str
    count: tuple[int, ...] = ()

    @property
    def is_bullet(self) -> bool:
        """Whether the marker counts nothing."""
        return self.style is Style.BULLET

    @property
    def last(self) -> int:
        """The innermost number."""
        return self.count[-1] if self.count else 0


def find_starts(text: str) -> tuple[Start, ...]:
    """Return every way to read a marker off the start of a line; likeliest first, often none."""
    if found := _BULLET.match(text):
        marker = found["marker"] or found["lone"]
        return (Start(marker=marker, style=Style.BULLET, key=marker),)
    if found := _WORD.match(text):
        return (_word(found),)
    found = _COUNT.match(text) or _GLUED.match(text)
    return tuple(_counted(found)) if found else ()


def is_glyph(marker: str) -> bool:
    """Tell whether a bullet is printed as the ordinary one."""
    return bool(re.fullmatch(rf"[{_GLYPHS}{_LETTERS}−‐―-]|[*o]", marker))


def _word(found: re.Match[str]) -> Start:
    word = found["word"].lower().rstrip(".")
    word = "artikel" if word == "art" else word
    count = found["count"]
    if _ROMAN.match(count):
        numbers: tuple[int, ...] = (_roman(count),)
    else:
        number = parse_number(count)
        numbers = tuple(part.value for part in number.parts) if number else ()
    key = f"{word}-{len(numbers)}"
    return Start(marker=found["marker"], style=Style.WORD, key=key, count=numbers)


def _counted(found: re.Match[str]) -> list[Start]:
    marker, count, end = found["marker"], found["count"], found["end"]
    opens = "(" if marker.startswith("(") else ""
    if opens and not end.startswith(")"):
        return []
    tail = opens + end
    if count[0].isdigit():
        return _digits(marker, count, end, tail)
    if not end or end[0] in "°º:":
        return []
    found_starts = []
    if len(count) == 1:
        upper = count.isupper()
        style = Style.UPPER if upper else Style.LOWER
        value = ord(count.lower()) - ord("a") + 1
        found_starts.append(
            Start(marker=marker, style=style, key=f"{style.value}{tail}", count=(value,))
        )
    if _ROMAN.match(count):
        style = Style.UPPER_ROMAN if count.isupper() else Style.LOWER_ROMAN
        key = f"{style.value}{tail}"
        found_starts.append(Start(marker=marker, style=style, key=key, count=(_roman(count),)))
    return found_starts


def _digits(marker: str, count: str, end: str, tail: str) -> list[Start]:
    number = parse_number(count)
    if number is None:
        return []
    numbers = tuple(part.value for part in number.parts)
    if len(numbers) > 1:
        style = Style.MULTIPLE
        key = f"{style.value}{len(numbers)}"
    elif end[:1] in ("°", "º"):
        style, key = Style.DEGREE, "degree"
    elif not end:
        style, key = Style.PLAIN, "plain"
    elif ")" in end:
        style, key = Style.BRACKET, f"bracket{tail}"
    else:
        style, key = Style.POINT, f"point{tail}"
    return [Start(marker=marker, style=style, key=key, count=numbers)]


def _roman(letters: str) -> int:
    values = [{"I": 1, "V": 5, "X": 10}[letter] for letter in letters.upper()]
    following = [*values[1:], 0]
    return sum(-v if v < after else v for v, after in zip(values, following, strict=True))
