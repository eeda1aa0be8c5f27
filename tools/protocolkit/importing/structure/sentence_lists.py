"""Lists whose numbers do not begin a line of text after the end of another.

A sentence runs on into one: no sign ends the line above its first number. Or each number stands on
a line of its own, as when a list was copied from a page.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from protocolkit.importing.source.lines import Line
from protocolkit.text.markers import Start, find_starts

# How soon the second number follows of a list that stands within a sentence.
_REACH = 4
# A bare number has fewer figures than this; so many that go up by one count a list.
_MOST_FIGURES, _FEWEST_STEPS = 3, 2


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


def count_apart(lines: Sequence[Line]) -> bool:
    """Tell whether bare numbers on lines of their own count what stands below each of them."""
    apart = [
        (number, int(line.text))
        for number, line in enumerate(lines[:-1])
        if line.text.isdecimal() and len(line.text) < _MOST_FIGURES and _is_text(lines[number + 1])
    ]
    pairs = list(itertools.pairwise(apart))
    steps = [after[1] == before[1] + 1 and after[0] > before[0] + 1 for before, after in pairs]
    begun = sum(count == 1 for _, count in apart[1:])
    is_counted = sum(steps) >= _FEWEST_STEPS and sum(steps) + begun >= len(pairs) - 1
    return is_counted and apart[0][1] == 1


def _is_text(line: Line) -> bool:
    return not (line.cells or line.size) and line.text[:1].isalpha()
