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
# A tab leads to the words, or the label stands alone; marks inside a sentence are no label.
_FORM = re.compile(rf"{_MARK}[^{_MARK}\n]{{1,{_LONGEST}}}{_MARK}(?:\t\s*|\s*$)")
_ANYWHERE = re.compile(rf"\s*{_MARK}[^{_MARK}\n]{{1,{_LONGEST}}}{_MARK}\s*")


def as_label(label: str) -> str:
    """Return a label in its form."""
    return f"{_MARK}{label}{_MARK}"


def without_marks(text: str) -> str:
    """Return a label, or a piece of one, without the marks around it."""
    return text.replace(_MARK, "")


def label_length(text: str) -> int:
    r"""Return how long the label is with which a paragraph begins, by its form; 0 without one.

    >>> label_length(as_label("Sancties 6") + "\t6. Wie dit doet"), label_length("Sancties 6")
    (13, 0)
    """
    found = _FORM.match(text)
    return found.end() if found else 0


def without_labels(text: str) -> str:
    r"""Return a text without the labels in it, which a paragraph brings along that was joined.

    >>> without_labels("Bel de ouders." + as_label("2.3") + "\t3. Schrijf het op.")
    'Bel de ouders. 3. Schrijf het op.'
    """
    return _ANYWHERE.sub(" ", text).strip() if _MARK in text else text
