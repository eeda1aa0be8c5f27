"""How much light a colour gives, as the guidelines for readable pages count it (WCAG 2.2)."""

from __future__ import annotations


def luminance(red: int, green: int, blue: int) -> float:
    """Return the relative luminance, 0 to 1, of a colour whose parts are 0 to 255.

    >>> luminance(0, 0, 0), round(luminance(255, 255, 255), 6)
    (0.0, 1.0)
    """
    return 0.2126 * _linear(red) + 0.7152 * _linear(green) + 0.0722 * _linear(blue)


def _linear(value: int) -> float:
    """Return a part of an sRGB colour as an amount of light."""
    part = value / 255
    return float(part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4)
