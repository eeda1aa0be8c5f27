"""The form of a label that is printed beside a clause in Word: how it is told from the text.

A label has a character style of its own. Where a program drops styles, two marks without width
around the label still tell it; words.md counts these for nothing.
"""

from __future__ import annotations

import re

LABEL_STYLE = "Bepalingslabel"
"""The id and the name of the character style of labels, in every language."""

_MARK = "\u200b"
_LONGEST = 80
_FORM = re.compile(rf"{_MARK}[^{_MARK}\n]{{1,{_LONGEST}}}{_MARK}\s*")


def as_label(label: str) -> str:
    """Return a label in its form."""
    return f"{_MARK}{label}{_MARK}"


def is_label(text: str, style: str = "") -> bool:
    """Tell whether words are a label of ours: by their form, or by their style when they are short.

    >>> is_label(as_label("Sancties 6")), is_label("Sancties 6")
    (True, False)
    >>> is_label("Sancties 6", LABEL_STYLE)
    True
    """
    if _FORM.fullmatch(text):
        return True
    return style == LABEL_STYLE and 0 < len(text.strip()) <= _LONGEST and _MARK not in text
