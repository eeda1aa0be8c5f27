"""The beginning of a text that is too long to show whole."""

from __future__ import annotations

from collections.abc import Sequence

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


def folded(text: str, most: int) -> str:
    """Return a text on one line, cut to ``most`` characters with the sign for the rest.

    >>> folded("De school   belt de ouders.", 10)
    'De school…'
    """
    line = " ".join(text.split())
    return line if len(line) <= most else f"{line[: most - 1].rstrip()}{CUT_OFF}"


def first_names(names: Sequence[str], most: int, many: str = f"{{names}}, {CUT_OFF}") -> str:
    """Return names in one phrase; of more than ``most`` the first, and how ``many`` tells of more.

    >>> first_names(["De Es", "De Linde", "De Wilg", "De Els"], 2, "{names} en nog {count}")
    'De Es, De Linde en nog 2'
    """
    told, left = ", ".join(names[:most]), len(names) - most
    return many.format(names=told, count=left) if left > 0 else told
