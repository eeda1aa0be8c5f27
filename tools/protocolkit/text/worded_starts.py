"""Numbers in words that a list of a law-like text begins with: 'lid 1', 'sub a', 'ten eerste'.

A sentence may begin with them as well ('lid 2 van dat artikel'), so they are no markers of the
source format: only a document that is taken in is read for them, with the lines around them.
"""

from __future__ import annotations

import re

from protocolkit.text.marker_styles import Style
from protocolkit.text.markers import LID, Start

_LID = re.compile(
    r"^(?P<marker>lid (?P<count>\d{1,2})(?P<suffix>[a-z]?)[.:)]?)(?=\s+[„“‘\"'(]?[A-ZÀ-Þ]|$)"
)
_SUB = re.compile(
    r"^(?P<marker>(?:[Ss]ub (?P<count>[a-z]|\d{1,2})|onder (?P<letter>[a-z]))[.:)]?)(?=\s+\S|$)"
)
_BARE_LETTER = re.compile(r"[a-z]\s+[^\W\d_]")
_TENTH = "eerste tweede derde vierde vijfde zesde zevende achtste negende tiende".split()
_ORDINAL = re.compile(rf"^(?P<marker>ten (?P<count>{'|'.join(_TENTH)})[,:]?)(?=\s+\S|$)")


def worded_starts(text: str) -> tuple[Start, ...]:
    """Return the number in words that a line begins with, () when there is none."""
    if found := _LID.match(text):
        return (
            Start(
                marker=found["marker"],
                style=Style.WORD,
                key=f"{LID.name}-1",
                count=(int(found["count"]),),
                suffix=found["suffix"],
                word=LID,
            ),
        )
    if found := _SUB.match(text):
        word, count = found["marker"].lower().split()[0], found["count"] or found["letter"]
        number = int(count) if count.isdigit() else ord(count) - ord("a") + 1
        return (_given(found["marker"], f"{word}-{count.isdigit()}", number),)
    if found := _ORDINAL.match(text):
        return (_given(found["marker"], "ten", _TENTH.index(found["count"]) + 1),)
    return ()


def begins_with_letter(text: str) -> bool:
    """Tell whether a text begins with a small letter by itself: 'a een pen' may count."""
    return bool(_BARE_LETTER.match(text))


def _given(marker: str, key: str, number: int) -> Start:
    return Start(marker=marker, style=Style.GIVEN, key=key, count=(number,))
