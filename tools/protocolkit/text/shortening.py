"""The beginning of a text that is too long to show whole."""

from __future__ import annotations

CUT_OFF = "…"
"""What ends a text of which only the beginning is shown."""


def shortened(text: str, most: int) -> str:
    """Return a text, or the whole words in its first ``most`` characters and a sign for the rest.

    >>> shortened("De school belt de ouders.", 14)
    'De school …'
    """
    return text if len(text) <= most else f"{text[:most].rsplit(' ', 1)[0]} {CUT_OFF}"


def first_words(text: str, most: int) -> str:
    """Return the first words of a text, and a sign for the rest when it has more than ``most``.

    >>> first_words("De school  belt de ouders.", 3)
    'De school belt …'
    """
    words = text.split()
    return " ".join(words) if len(words) <= most else f"{' '.join(words[:most])} {CUT_OFF}"
