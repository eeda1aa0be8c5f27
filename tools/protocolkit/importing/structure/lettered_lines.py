"""Lines of a list that counts in letters without a point or bracket: 'a een pen', 'b een schrift'.

A letter alone is a word more often than a count, so only several that follow on each other count.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from protocolkit.importing.source.lines import Line
from protocolkit.text.marker_styles import Style
from protocolkit.text.markers import Start
from protocolkit.text.numerals import Numerals, print_count

_LETTERED = re.compile(r"([a-z])(?:\s+[^\W\d_]|$)")
# Over how many lines one of them goes on at most.
_LONGEST = 4
# The room, in lines, between two of them in print, where paragraphs stand apart.
_ROOM_IN_PRINT = 2


def lettered_lines(lines: Sequence[Line]) -> dict[int, Start]:
    """Return the markers of such lines by number: after a colon come 'a', 'b', two or more.

    One letter may be missing between two of them.
    """
    found: dict[int, Start] = {}
    for number, line in enumerate(lines[1:], 1):
        if lines[number - 1].text.endswith(":") and _letter(line) == "a":
            run = _run(lines, number)
            found.update(run if len(run) > 1 else ())
    return found


def _run(lines: Sequence[Line], first: int) -> dict[int, Start]:
    """Return the markers of the lines that count on from one."""
    run, last, counted = {first: _start(1)}, first, 1
    for number in range(first + 1, len(lines)):
        room = _ROOM_IN_PRINT if lines[number].size else 1
        if number - last > _LONGEST or lines[number].gap > room:
            break
        count = ord(_letter(lines[number]) or "a") - ord("a") + 1
        if count in (counted + 1, counted + 2):
            run[number] = _start(count)
            last, counted = number, count
    return run


def _start(count: int) -> Start:
    letter = print_count(count, Numerals.LETTER)
    return Start(marker=letter, style=Style.LOWER, key=Numerals.LETTER.value, count=(count,))


def _letter(line: Line) -> str:
    found = _LETTERED.match(line.text)
    return found[1] if found and not (line.cells or line.marker or line.is_exact) else ""
