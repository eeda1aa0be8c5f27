"""Numbers out of files, read within bounds: the one way from a stranger's text to a number.

``str.isdigit`` and then ``int`` fails on ``²`` and on five thousand digits, and a number that is
true may still be far too large to count to. Here only plain digits count, and only within bounds
that the caller names; all else is the value that stands for 'it says nothing'.
"""

from __future__ import annotations

import re

_WHOLE = re.compile(r"\s*([+-]?)0{0,100}([0-9]{1,15})\s*")
_FIGURES = re.compile(r"\s*[+-]?[0-9]+\s*")
_HEXADECIMAL = re.compile(r"[0-9A-Fa-f]{1,8}")
_DECIMAL = re.compile(r"\s*([+-]?(?:[0-9]{1,12}(?:\.[0-9]{0,40})?|\.[0-9]{1,40}))\s*")


def whole_number(text: str | None, *, most: int, least: int = 0, default: int = 0) -> int:
    """Return a text as a whole number, or ``default`` when it is not one in these bounds.

    >>> [whole_number(text, most=63, default=1) for text in ("4", "²", "300000000", "-1", None)]
    [4, 1, 1, 1, 1]
    """
    found = _WHOLE.fullmatch(text) if text is not None else None
    number = int(found[1] + found[2]) if found else default
    return number if least <= number <= most else default


def is_out_of_bounds(text: str | None, *, most: int, least: int = 0) -> bool:
    """Tell whether a text is a whole number that lies outside these bounds.

    >>> [is_out_of_bounds(text, most=63) for text in ("64", "9" * 500, "63", "²", None)]
    [True, True, False, False, False]
    """
    if text is None or not _FIGURES.fullmatch(text):
        return False
    return whole_number(text, least=least, most=most, default=least - 1) < least


def hexadecimal_number(text: str | None, *, most: int, default: int = -1) -> int:
    """Return the number that a text of at most eight hexadecimal digits is, else ``default``."""
    number = int(text, 16) if text and _HEXADECIMAL.fullmatch(text) else default
    return number if number <= most else default


def decimal_number(
    text: str | None, *, most: float, least: float = 0.0, default: float = 0.0
) -> float:
    """Return a text as a number with a point, or ``default`` when it is not one in bounds.

    >>> [decimal_number(text, most=1638) for text in ("11.5", "1e9", "nan", "7")]
    [11.5, 0.0, 0.0, 7.0]
    """
    found = _DECIMAL.fullmatch(text) if text is not None else None
    number = float(found[1]) if found else default
    return number if least <= number <= most else default
