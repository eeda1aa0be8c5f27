"""Lines that begin with a time of the day, as the rows of a timetable do, and with no number."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from protocolkit.importing.source.lines import Line

# '8.15', '08:15', '8.15 - 8.45', '8.15 uur', before a tab or wide space.
_TIME = re.compile(
    r"^(?P<hour>[01]?\d|2[0-4])[.:](?P<minute>[0-5]\d)"
    r"(?: ?[-–] ?(?:[01]?\d|2[0-4])[.:][0-5]\d)?(?: ?uur)?(?:\t| {2,})\s*\S"
)
# Two columns or more: what a head of a timetable has as well.
_COLUMNS = re.compile(r"^\D[^\t]*\S(?:\t| {2,})\s*\S")
_FEWEST = 2


def find_times(lines: Sequence[Line]) -> frozenset[int]:
    """Return which lines begin with a time: some below each other, or one below a head.

    Numbers such as 1.14, 1.15 that each follow on the one before count clauses.
    """
    found: list[int] = []
    run: list[int] = []
    for number in range(len(lines) + 1):
        is_time = number < len(lines) and _TIME.match(lines[number].text) is not None
        if is_time and (not run or lines[number].gap == 0):
            run.append(number)
            continue
        found += run if _are_times(lines, run) else ()
        run = [number] if is_time else []
    return frozenset(found)


def _are_times(lines: Sequence[Line], run: Sequence[int]) -> bool:
    values = [_value(lines[number].text) for number in run]
    if len(values) >= _FEWEST:
        pairs = itertools.pairwise(values)
        return any(after != (hour, minute + 1) for (hour, minute), after in pairs)
    if not run or not run[0] or lines[run[0]].gap:
        return False
    return bool(_COLUMNS.match(lines[run[0] - 1].text))


def _value(text: str) -> tuple[int, int]:
    found = _TIME.match(text)
    return (int(found["hour"]), int(found["minute"])) if found else (0, 0)
