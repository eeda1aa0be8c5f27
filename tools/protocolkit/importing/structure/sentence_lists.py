"""Lists that a sentence runs on into: no sign ends the line above their first number."""

from __future__ import annotations

from collections.abc import Sequence

from protocolkit.importing.source.lines import Line
from protocolkit.text.markers import Start, find_starts

# How soon the second number follows of a list that stands within a sentence.
_REACH = 4


def list_in_sentence(lines: Sequence[Line], number: int) -> Start | None:
    """Return the first number of a list that a sentence runs on into: the second follows."""
    line = lines[number]
    if line.is_exact or line.marker or line.cells:
        return None
    firsts = [s for s in find_starts(line.text) if s.last == 1 and s.style.may_stand_in_sentence]
    seconds = [
        start
        for after in lines[number + 1 : number + 1 + _REACH]
        if not after.gap
        for start in find_starts(after.text)
    ]
    return next((s for s in firsts if any(other.follows(s) for other in seconds)), None)
