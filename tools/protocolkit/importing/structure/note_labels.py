"""The labels that notes begin with, and whether such a number counts a list instead."""

from __future__ import annotations

import re
from collections.abc import Sequence

from protocolkit.importing.source.lines import Line
from protocolkit.importing.structure.glued_marks import SUPERSCRIPT, Calls

LABEL = re.compile(
    r"^(?:\[(?P<box>[\w*†-]{1,4})\]|(?P<label>\d{1,3}|[⁰¹²³⁴-⁹]{1,3}|\*{1,3}|†{1,2}))(?P<end>[.)]?)\s+(?=\S)"
)
# By how much, in points, one size of print differs from another.
_OTHER_SIZE = 0.4


def label_of(match: re.Match[str]) -> str:
    """Return the label of a note as its mark is called too."""
    return str(match["box"] or match["label"]).translate(SUPERSCRIPT)


def begins_list(lines: Sequence[Line], position: int, label: str, calls: Calls) -> bool:
    """Tell whether a list begins at a line: its next number calls nothing, a note comes later."""
    after = lines[position + 1] if position + 1 < len(lines) else None
    found = LABEL.match(after.text) if after is not None else None
    if not label.isdecimal() or found is None or found["label"] != str(int(label) + 1):
        return False
    if calls.has(found["label"]):
        return False
    return any(
        line.note == label or (again is not None and not again["end"] and label_of(again) == label)
        for line in lines[position + 2 :]
        for again in (LABEL.match(line.text),)
    )


def counts_on(
    lines: Sequence[Line], earlier: Sequence[int], line: Line, match: re.Match[str]
) -> bool:
    """Tell whether a line is only the next of a list: the number before it counts the same way."""
    if not match["end"]:
        return False
    for other in (lines[n] for n in reversed(earlier)):
        if abs(other.size - line.size) > _OTHER_SIZE:
            continue
        before = LABEL.match(other.text)
        label = before["label"] if before and before["end"] == match["end"] else ""
        if label and label.isdigit():
            return bool(match["label"]) and int(label) + 1 == int(match["label"])
    return False
