"""Numbers of clauses and sections: values that sort and print.

A marker is what is printed (``7.``, ``A.``, ``14a.``, ``Artikel 5``); a number is how it counts.
Numbers may jump and may change; they are never a clause's identity (that is its anchor).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import total_ordering

from protocolkit.text.numerals import readings

_PART = re.compile(r"^(?:(?P<count>\d{1,6})(?P<suffix>[a-z]{0,2})|(?P<letters>[A-Za-z]{1,8}))$")


@total_ordering
@dataclass(frozen=True, slots=True)
class NumberPart:
    """One level of a number: ``14a`` is 14 with suffix ``a``; ``A`` is 1 in letters.

    ``other`` is what a letter alone counts when it is read the other way: ``V`` is 5, or 22.
    """

    value: int
    suffix: str = ""
    printed: str = ""
    other: int = field(default=0, compare=False)

    def __lt__(self, other: NumberPart) -> bool:
        return (self.value, self.suffix) < (other.value, other.suffix)

    def __str__(self) -> str:
        return self.printed or f"{self.value}{self.suffix}"


@total_ordering
@dataclass(frozen=True, slots=True)
class Number:
    """How a clause or section is counted, level by level: ``3.1.7``, ``A.2``, ``14a``."""

    parts: tuple[NumberPart, ...]

    def __lt__(self, other: Number) -> bool:
        return self.parts < other.parts

    def __str__(self) -> str:
        return ".".join(str(part) for part in self.parts)

    def under(self, parent: Number | None) -> Number:
        """Return this number as counted inside ``parent``, which it may already repeat.

        A chapter '2.0' is the parent of '2.1'.
        """
        if parent is None:
            return self
        over = parent.parts[: _depth(parent)]
        depth = len(over)
        repeats = len(self.parts) > depth and _printed(self)[:depth] == tuple(map(str, over))
        return self if repeats else Number(over + self.parts)


def read_number(text: str) -> Number | None:
    """Return the number that bare text such as ``3.1.7``, ``14a`` or ``IV`` is, or None."""
    parts = [_read_part(part) for part in text.split(".")]
    known = [part for part in parts if part is not None]
    return Number(tuple(known)) if len(known) == len(parts) else None


def settled(
    parts: Sequence[NumberPart], before: NumberPart | None = None
) -> tuple[NumberPart, ...]:
    """Return the numbers of one run, each letter alone read as its neighbours ask.

    ``V`` is 5 after ``IV`` or before ``VI``, and 22 after ``U``; where no neighbour tells, the
    likeliest stays. ``before`` is a number, itself settled, on which the run may go on.

    >>> [part.value for part in settled([NumberPart(8, printed="h"), NumberPart(1, "", "i", 9)])]
    [8, 9]
    """
    found: list[NumberPart] = []
    for place, part in enumerate(parts):
        after = parts[place + 1] if place + 1 < len(parts) else None
        found.append(_settled(part, found[-1] if found else before, after))
    return tuple(found)


def _read_part(text: str) -> NumberPart | None:
    found = _PART.match(text)
    if found is None:
        return None
    if found["count"]:
        return NumberPart(int(found["count"]), found["suffix"])
    letters = found["letters"]
    value, other = (*readings(letters), 0, 0)[:2]
    return NumberPart(value, printed=letters, other=other) if value else None


def _settled(part: NumberPart, before: NumberPart | None, after: NumberPart | None) -> NumberPart:
    if not part.other:
        return part
    following = {after.value, after.other} if _is_alike(part, after) and after else set()
    previous = before.value if _is_alike(part, before) and before else -1
    other_fits = (part.other == previous + 1) + (part.other + 1 in following)
    likely_fits = (part.value == previous + 1) + (part.value + 1 in following)
    if other_fits <= likely_fits:
        return part
    return replace(part, value=part.other, other=part.value)


def _is_alike(part: NumberPart, neighbour: NumberPart | None) -> bool:
    """Tell whether a neighbour is written in letters too, of the same case."""
    if neighbour is None or not neighbour.printed:
        return False
    return part.printed.isupper() == neighbour.printed.isupper()


def _depth(number: Number) -> int:
    """Return how many levels a number counts; a nought at its end counts nothing."""
    depth = len(number.parts)
    while depth > 1 and str(number.parts[depth - 1]) == "0":
        depth -= 1
    return depth


def _printed(number: Number) -> tuple[str, ...]:
    return tuple(str(part) for part in number.parts)
