"""How HTML names the numerals of a list."""

from __future__ import annotations

from typing import assert_never

from protocolkit.text.numerals import Numerals


def _list_type(numerals: Numerals) -> str:
    """Return how HTML names these numerals (``type`` of ``ol``)."""
    match numerals:
        case Numerals.DECIMAL:
            return "1"
        case Numerals.LOWER_ALPHA:
            return "a"
        case Numerals.UPPER_ALPHA:
            return "A"
        case Numerals.LOWER_ROMAN:
            return "i"
        case Numerals.UPPER_ROMAN:
            return "I"
        case Numerals.DEGREE | Numerals.DEGREE_POINT | Numerals.LETTER:
            # HTML has no name for these
            return str(numerals.value)
    assert_never(numerals)


NUMERALS = {_list_type(numerals): numerals for numerals in Numerals}
