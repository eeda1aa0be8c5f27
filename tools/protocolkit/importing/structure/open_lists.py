"""The lists that are being counted while lines are read: which number may come next.

Every question is answered from counts that are kept, so a text with very many numbers takes no
more time per number than one with few.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from protocolkit.text.markers import Start

_Count = tuple[int, ...]


@dataclass(slots=True)
class _Series:
    """The last numbers of all lists of one way of counting that may still go on."""

    waiting: list[_Count] = field(default_factory=list)
    numbers: Counter[_Count] = field(default_factory=Counter)
    lasts: Counter[int] = field(default_factory=Counter)


class OpenLists:
    """Knows, of each way of counting, the last number of every list that may still go on."""

    def __init__(self) -> None:
        self._series: dict[str, _Series] = {}
        self._chapters: Counter[int] = Counter()

    def has(self, key: str) -> bool:
        """Tell whether something was counted in this way before."""
        return key in self._series

    def follows(self, start: Start) -> bool:
        """Tell whether a number is the next of a list."""
        series = self._series.get(start.key)
        before = _before(start.count)
        return series is not None and before is not None and series.numbers[before] > 0

    def repeats(self, start: Start) -> bool:
        """Tell whether a number is that of the item before it once more."""
        series = self._series.get(start.key)
        return series is not None and series.waiting[-1:] == [start.count]

    def jumps(self, start: Start, most: int) -> bool:
        """Tell whether a number is at most so many further than the last of a list."""
        series = self._series.get(start.key)
        if series is None:
            return False
        return any(series.lasts[start.last - step] for step in range(1, most + 1))

    def is_near(self, chapter: int) -> bool:
        """Tell whether a number begins as an open one does, or one further; with none, it does."""
        return not +self._chapters or any(self._chapters[chapter - step] > 0 for step in (0, 1))

    def count(self, start: Start) -> None:
        """Take a number up: it goes on with the last list it is the next of, or begins one."""
        series = self._series.setdefault(start.key, _Series())
        if not start.count:
            return
        before = _before(start.count)
        while series.waiting and series.waiting[-1] != before and start.last > 1:
            self._drop(series)
        if series.waiting and series.waiting[-1] == before:
            self._drop(series)
        series.waiting.append(start.count)
        series.numbers[start.count] += 1
        series.lasts[start.last] += 1
        self._chapters[start.count[0]] += 1

    def _drop(self, series: _Series) -> None:
        gone = series.waiting.pop()
        series.numbers[gone] -= 1
        series.lasts[gone[-1]] -= 1
        self._chapters[gone[0]] -= 1


def _before(count: _Count) -> _Count | None:
    """Return the number that comes before one in its list."""
    return (*count[:-1], count[-1] - 1) if count else None
