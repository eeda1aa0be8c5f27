"""Lengths of a style sheet in points, also those that are worked out (``calc(1em - 16px)``)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from protocolkit.text.bounded_numbers import decimal_number, whole_number

PIXEL = 0.75
_UNITS = {"px": PIXEL, "pt": 1.0, "cm": 28.35, "mm": 2.835, "q": 0.709, "in": 72.0, "pc": 12.0,
          "rem": 12.0, "vw": 6.0, "vh": 8.0, "vi": 6.0, "vb": 8.0, "vmin": 6.0, "vmax": 8.0,
          "ex": 6.0, "ch": 6.0, "cap": 8.0, "ic": 12.0, "rlh": 14.0}  # fmt: skip
_OF_THE_WINDOW = re.compile(r"[sld](?=v)")
_OF_LETTERS = {"em": 1.0, "lh": 1.2}
_NUMBER = re.compile(
    r"([+-]?(?:[0-9]{1,20}(?:\.[0-9]{0,20})?|\.[0-9]{1,20}))(e[+-]?[0-9]{1,3})?([a-z]{1,5}|%)?"
)
_PIECE = re.compile(
    rf"\s*(?:(?P<number>{_NUMBER.pattern})"
    r"|(?P<name>-?[a-z][a-z-]{0,20})?(?P<open>\()"
    r"|(?P<sign>[-+*/,)]))\s*"
)
_DEEPEST, _LONGEST = 20, 400


class _UntoldError(Exception):
    """A calculation that is not worked out here."""


def points(text: str | None, size: float, share_of: float = 500.0) -> float | None:
    """Return a length in points, None when it is none or cannot be worked out.

    ``size`` is that of the letters in points; a percentage is of ``share_of``.
    """
    text = text.strip().lower() if text else ""
    if "(" in text:
        return _worked_out(text, size, share_of)
    found = _NUMBER.fullmatch(text)
    return _length(found, size, share_of) if found else None


def is_untold(text: str | None, size: float) -> bool:
    """Tell whether this is a calculation that cannot be worked out here."""
    return bool(text) and "(" in str(text) and points(text, size) is None


def number(text: str | None, default: float) -> float:
    """Return a number without a unit, or a percentage as a part of one."""
    found = points(text, 1 / PIXEL, share_of=PIXEL)
    return default if found is None else found / PIXEL


def _length(found: re.Match[str], size: float, share_of: float) -> float | None:
    count = decimal_number(found[1], least=-1e9, most=1e9)
    if found[2]:
        power = whole_number(found[2][1:], least=-20, most=9, default=9)
        count = max(min(count * 10.0**power, 1e9), -1e9)
    unit = _OF_THE_WINDOW.sub("", found[3] or "px")
    if unit == "%":
        return count / 100 * share_of
    if unit in _OF_LETTERS:
        return count * size * _OF_LETTERS[unit]
    return count * _UNITS[unit] if unit in _UNITS else None


# -- calculations ---------------------------------------------------------------------------


def _worked_out(text: str, size: float, share_of: float) -> float | None:
    try:
        return _Calculation(text, size, share_of).result()
    except (_UntoldError, ZeroDivisionError, OverflowError):
        return None


class _Calculation:
    """One calculation: sums of products of lengths, numbers and what stands in brackets."""

    def __init__(self, text: str, size: float, share_of: float) -> None:
        self._pieces = list(_pieces(text))
        self._at = 0
        self._size = size
        self._share_of = share_of

    def result(self) -> float:
        """Return what it comes to, in points."""
        found, is_length = self._one(0)
        if self._at < len(self._pieces):
            raise _UntoldError
        return found if is_length else found * PIXEL

    def _next(self, *signs: str) -> str:
        """Take the next piece when it is one of these signs; else "" and nothing is taken."""
        piece = self._pieces[self._at] if self._at < len(self._pieces) else None
        if piece is None or piece["sign"] not in signs:
            return ""
        self._at += 1
        return str(piece["sign"])

    def _sum(self, depth: int) -> tuple[float, bool]:
        total, is_length = self._product(depth)
        while True:
            sign = self._next("+", "-")
            piece = self._pieces[self._at] if self._at < len(self._pieces) else None
            is_glued = not sign and piece is not None and bool(piece["number"])
            if not sign and not (is_glued and piece is not None and piece[0].strip()[0] in "+-"):
                return total, is_length
            more, is_other = self._product(depth)
            total += -more if sign == "-" else more
            is_length = is_length or is_other

    def _product(self, depth: int) -> tuple[float, bool]:
        total, is_length = self._one(depth)
        while sign := self._next("*", "/"):
            more, is_other = self._one(depth)
            total = total * more if sign == "*" else total / more
            is_length = is_length or is_other
        return total, is_length

    def _one(self, depth: int) -> tuple[float, bool]:
        if depth > _DEEPEST or self._at >= len(self._pieces):
            raise _UntoldError
        piece = self._pieces[self._at]
        self._at += 1
        if piece["open"]:
            return self._in_brackets(piece["name"] or "", depth)
        found = _NUMBER.fullmatch(piece["number"] or "")
        if found is None:
            raise _UntoldError
        if not found[3]:
            return (_length(found, self._size, self._share_of) or 0.0) / PIXEL, False
        length = _length(found, self._size, self._share_of)
        if length is None:
            raise _UntoldError
        return length, True

    def _in_brackets(self, name: str, depth: int) -> tuple[float, bool]:
        values = [self._sum(depth + 1)]
        while self._next(","):
            values.append(self._sum(depth + 1))
        if not self._next(")"):
            raise _UntoldError
        numbers, is_length = [one for one, _ in values], any(one for _, one in values)
        if name in ("", "calc", "-webkit-calc", "-moz-calc") and len(numbers) == 1:
            return numbers[0], is_length
        if name == "clamp" and len(numbers) == 3:
            return max(numbers[0], min(numbers[1], numbers[2])), is_length
        if name in ("min", "max"):
            return (min if name == "min" else max)(numbers), is_length
        raise _UntoldError


def _pieces(text: str) -> Iterator[re.Match[str]]:
    position = 0
    while position < min(len(text), _LONGEST):
        found = _PIECE.match(text, position)
        if found is None:
            raise _UntoldError
        position = found.end()
        yield found
    if position < len(text):
        raise _UntoldError
