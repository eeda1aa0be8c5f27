"""The sign between the number and the words of a heading: 'Artikel 1 - Fietsen', '2 | Eten'.

It is part of the marker, so that it is printed where it stood and a label is called without it. A
dash between the words of a heading is a word of it: 'Eten - en drinken', 'Artikel 3 - 5'.
"""

from __future__ import annotations

import re

_SIGN = "[-–—|]"
# A quotation may open there; U+FFFD stands for emphasis or a link.
_OPENS = "[\"'“‘„«(]?"
WORD_SEPARATOR = rf"(?:\s?{_SIGN}(?=\s+{_OPENS}[^\W\d_]|\s+\ufffd|\s*$))?"
"""A pattern for such a sign behind a number with a word before it, where one stands."""

BARE_SEPARATOR = rf"(?:(?<=\w)\s?{_SIGN}(?=\s+(?:['‘’][ts]\s|{_OPENS}[A-ZÀ-Þ])|\s+\ufffd))?"
"""A pattern for one behind a number alone: a capital follows, since '10 - minuten' is a word."""

_SEPARATED = re.compile(rf"(?<=\S)\s?{_SIGN}$")


def without_separator(marker: str) -> str:
    """Return a marker without the sign between it and the words.

    >>> without_separator("Artikel 1 -"), without_separator("3."), without_separator("–")
    ('Artikel 1', '3.', '–')
    """
    return _SEPARATED.sub("", marker)


def without_end(marker: str) -> str:
    """Return a marker as it is called in a sentence: without its point and without that sign.

    >>> without_end("Artikel 1 -"), without_end("3.")
    ('Artikel 1', '3')
    """
    return without_separator(marker).rstrip(".")
