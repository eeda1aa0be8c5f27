"""Chapters in capitals from whichever letter: 'H.' to 'M.', 'VIII.' to 'XIII.', 'A Doel'.

One capital may be a name or a word, so only several that follow on each other count.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from protocolkit.importing.source.lines import Line
from protocolkit.text.heading_numbers import lettered
from protocolkit.text.markers import Start, find_starts

_FEWEST = 3


def capital_runs(lines: Sequence[Line]) -> dict[int, Start]:
    """Return the markers of such lines by number, a letter alone read as its neighbours ask."""
    found: dict[int, Start] = {}
    for run in sorted(_runs(lines), key=len, reverse=True):
        if len(run) >= _FEWEST and not found.keys() & run.keys():
            found.update(run)
    return found


def _runs(lines: Sequence[Line]) -> list[dict[int, Start]]:
    """Return the lines that count on from each other, in each way in which they can be read."""
    runs: list[dict[int, Start]] = []
    waiting: defaultdict[tuple[str, tuple[int, ...]], list[dict[int, Start]]] = defaultdict(list)
    for number, line in enumerate(lines):
        if line.cells or line.marker or line.is_exact or not line.text[:2].isupper():
            continue
        for start in _capitals(line.text):
            before = waiting[start.key, (start.last - 1,)]
            run = before.pop() if before else {}
            if not run:
                runs.append(run)
            run[number] = start
            waiting[start.key, start.count].append(run)
    return runs


def _capitals(text: str) -> list[Start]:
    """Return every way to read the capitals that a line begins with, as a count."""
    starts = [start for start in find_starts(text) if start.style.is_capitals]
    bare = lettered(text)
    if bare is None or bare.start is None or not bare.needs_series:
        return starts
    is_before_words = bare.end == len(bare.start.marker) < len(text)
    return [*starts, bare.start] if is_before_words else starts
