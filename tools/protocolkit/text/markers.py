"""Markers that a list can count: printing them from a style and a count, and reading them back.

Points are ``1.`` with a style in the source, ``a.`` in print. What no list can count
(``14a.``, ``1°``) is not known here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from roman_numerals import RomanNumeral

from protocolkit.text.words import BULLET

_ROMAN_LIMIT = 3999
_STYLES = ("decimal", "lower-roman", "upper-roman", "lower-alpha", "upper-alpha")
_COUNTED = re.compile(
    r"^(?P<count>\d{1,9}|[a-z]{1,2}|[A-Z]{1,2}|[ivxlcdm]+|[IVXLCDM]+)(?P<end>[.)])$"
)


@dataclass(frozen=True, slots=True)
class Counted:
    """A marker as a list counts it: ``c)`` is 3 in style ``lower-alpha``, ending in ``)``."""

    count: int
    style: str
    end: str


def print_marker(count: int, style: str, end: str) -> str:
    """Print the marker of an item; a style that cannot count so far falls back on digits."""
    if style.endswith("-alpha") and 0 < count <= 26 * 27:
        text = _letters(count)
    elif style.endswith("-roman") and 0 < count <= _ROMAN_LIMIT:
        text = str(RomanNumeral(count)).lower()
    else:
        return f"{count}{end}"
    return f"{text.upper() if style.startswith('upper') else text}{end}"


def read_markers(markers: tuple[str, ...]) -> tuple[Counted, ...] | None:
    """Find the one style that prints all these markers, or None when there is none.

    A style in which they follow on each other comes first: ``i.`` alone is roman; ``h.``, ``i.``
    are letters. Bullets have style ``""``.
    """
    if all(marker == BULLET for marker in markers):
        return tuple(Counted(0, "", "") for _ in markers)
    candidates = [_read_all(markers, style) for style in _STYLES]
    found = [counted for counted in candidates if counted is not None]
    return next((counted for counted in found if _rises(counted)), next(iter(found), None))


def _read_all(markers: tuple[str, ...], style: str) -> tuple[Counted, ...] | None:
    counted = [_read(marker, style) for marker in markers]
    known = tuple(item for item in counted if item is not None)
    one_end = len({item.end for item in known}) == 1
    return known if len(known) == len(markers) and one_end else None


def _read(marker: str, style: str) -> Counted | None:
    found = _COUNTED.match(marker)
    if found is None:
        return None
    text, end = found["count"], found["end"]
    count = _value(text, style)
    if count is None or print_marker(count, style, end) != marker:
        return None
    return Counted(count, style, end)


def _value(text: str, style: str) -> int | None:
    if style == "decimal":
        return int(text) if text.isdigit() else None
    if text.isdigit():
        return None
    if style.endswith("-alpha"):
        values = [ord(letter) - ord("a") + 1 for letter in text.lower()]
        return values[0] if len(values) == 1 else values[0] * 26 + values[1]
    try:
        return int(RomanNumeral.from_string(text.upper()))
    except ValueError:
        return None


def _rises(counted: tuple[Counted, ...]) -> bool:
    """Tell whether the markers follow on each other, as a list that was counted does."""
    return [item.count for item in counted] == list(
        range(counted[0].count, counted[0].count + len(counted))
    )


def _letters(count: int) -> str:
    if count <= 26:
        return chr(ord("a") + count - 1)
    first, second = divmod(count - 27, 26)
    return chr(ord("a") + first) + chr(ord("a") + second)
