"""Lines of a list that counts in letters without a point or bracket: 'a een pen', 'b een schrift'.

No list of the source format counts so, so the letter stays a word of its line.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from protocolkit.importing.source.lines import Line

_LETTERED = re.compile(r"([a-z])\s+[^\W\d_]")
# Over how many lines one of them goes on at most.
_LONGEST = 4


def lettered_lines(lines: Sequence[Line]) -> frozenset[int]:
    """Return the numbers of such lines: after a colon come 'a', 'b' and so on, two or more."""
    found: set[int] = set()
    for number, line in enumerate(lines[1:], 1):
        if lines[number - 1].text.endswith(":") and _letter(line) == "a":
            run = _run(lines, number)
            found.update(run if len(run) > 1 else ())
    return frozenset(found)


def _run(lines: Sequence[Line], first: int) -> list[int]:
    """Return the numbers of the lines that count on from one."""
    run = [first]
    for number in range(first + 1, len(lines)):
        if number - run[-1] > _LONGEST or lines[number].gap > 1:
            break
        if _letter(lines[number]) == chr(ord("a") + len(run)):
            run.append(number)
    return run


def _letter(line: Line) -> str:
    found = _LETTERED.match(line.text)
    return found[1] if found and not line.cells else ""
