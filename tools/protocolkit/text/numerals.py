"""Numerals: how a count is written in figures, in letters and in Roman numerals, and read back.

Knows counts and letters only: no points, brackets or words around them. A letter alone may be
read in two ways (``v`` is 5 and 22); which one counts is for who knows its neighbours.
"""

from __future__ import annotations

from enum import Enum
from typing import assert_never

from roman_numerals import OutOfRangeError, RomanNumeral

PRINTED_COUNT = r"(?:[0-9]{1,7}°?|[a-zA-Z]{1,2}|[ivxlcdm]{1,15}|[IVXLCDM]{1,15})"
"""A pattern for all that may be printed as a count, for who only has to know its signs."""

_DEGREE = "°"
_LETTERS = 26
_MOST_LETTERS = _LETTERS * (_LETTERS + 1)
_MOST_ROMAN = 3999


class Numerals(Enum):
    """A way of writing counts; the value is the ``style`` that a list has in the source."""

    DECIMAL = "decimal"
    LOWER_ROMAN = "lower-roman"
    UPPER_ROMAN = "upper-roman"
    LOWER_ALPHA = "lower-alpha"
    UPPER_ALPHA = "upper-alpha"
    DEGREE = "degree"
    DEGREE_POINT = "degree-point"
    LETTER = "letter"

    @property
    def is_ended(self) -> bool:
        """Whether a marker in these numerals ends in a point or bracket: not in ``1°``, ``a``."""
        return self not in (Numerals.DEGREE, Numerals.LETTER)


def print_count(count: int, numerals: Numerals) -> str:
    """Write a count; what these numerals cannot write is written in figures.

    >>> print_count(4, Numerals.UPPER_ROMAN), print_count(28, Numerals.LOWER_ALPHA)
    ('IV', 'ab')
    """
    match numerals:
        case Numerals.DECIMAL:
            return str(count)
        case Numerals.LOWER_ROMAN:
            return _roman(count).lower()
        case Numerals.UPPER_ROMAN:
            return _roman(count)
        case Numerals.LOWER_ALPHA | Numerals.LETTER:
            return _letters(count)
        case Numerals.UPPER_ALPHA:
            return _letters(count).upper()
        case Numerals.DEGREE | Numerals.DEGREE_POINT:
            return f"{count}{_DEGREE}"
    assert_never(numerals)


def read_count(text: str, numerals: Numerals) -> int | None:
    """Return the count that a text stands for in these numerals, or None when it stands for none.

    >>> read_count("v", Numerals.LOWER_ROMAN), read_count("v", Numerals.LOWER_ALPHA)
    (5, 22)
    """
    match numerals:
        case Numerals.DECIMAL:
            return int(text) if text.isascii() and text.isdigit() else None
        case Numerals.LOWER_ROMAN:
            return _roman_value(text) if _is_lower(text) else None
        case Numerals.UPPER_ROMAN:
            return _roman_value(text) if _is_upper(text) else None
        case Numerals.LOWER_ALPHA | Numerals.LETTER:
            return _letters_value(text) if _is_lower(text) else None
        case Numerals.UPPER_ALPHA:
            return _letters_value(text) if _is_upper(text) else None
        case Numerals.DEGREE | Numerals.DEGREE_POINT:
            figures = text.removesuffix(_DEGREE)
            return read_count(figures, Numerals.DECIMAL) if figures != text else None
    assert_never(numerals)


def readings(letters: str) -> tuple[int, ...]:
    """Return every count that letters of one case may stand for; the likeliest first.

    That is the smallest: a list that begins at 22 or at 100 is rarer than one of five items.
    Only a single letter has two of them, since only a single letter counts in letters at all.

    >>> readings("V"), readings("c"), readings("IV"), readings("B"), readings("ab")
    ((5, 22), (3, 100), (4,), (2,), ())
    """
    upper = letters.isupper()
    roman = read_count(letters, Numerals.UPPER_ROMAN if upper else Numerals.LOWER_ROMAN)
    alpha = read_count(letters, Numerals.UPPER_ALPHA if upper else Numerals.LOWER_ALPHA)
    found = {count for count in (roman, alpha if len(letters) == 1 else None) if count}
    return tuple(sorted(found))


def _is_lower(text: str) -> bool:
    return text.isascii() and text.isalpha() and text == text.lower()


def _is_upper(text: str) -> bool:
    return text.isascii() and text.isalpha() and text == text.upper()


def _roman(count: int) -> str:
    return str(RomanNumeral(count)) if 1 <= count <= _MOST_ROMAN else str(count)


def _letters(count: int) -> str:
    if not 1 <= count <= _MOST_LETTERS:
        return str(count)
    if count <= _LETTERS:
        return chr(ord("a") + count - 1)
    first, second = divmod(count - _LETTERS - 1, _LETTERS)
    return _letters(first + 1) + _letters(second + 1)


def _letters_value(text: str) -> int | None:
    values = [ord(letter) - ord("a") + 1 for letter in text.lower()]
    if len(values) == 1:
        return values[0]
    return values[0] * _LETTERS + values[1] if len(values) == 2 else None


def _roman_value(text: str) -> int | None:
    try:
        return int(RomanNumeral.from_string(text.upper()))
    except (ValueError, OutOfRangeError):
        return None
