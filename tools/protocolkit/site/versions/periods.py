"""What is told of a text from one day until another, for pages that are read on any day.

A page holds what is true on the day of its build, and hidden beside it what is true later; the
reader's own clock shows that. What was true before the build is on no page.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Generic, TypeVar

Told = TypeVar("Told")


@dataclass(frozen=True, slots=True, kw_only=True)
class Period(Generic[Told]):
    """What is told (``told``) from ``since`` until before ``until``; ``""`` stands for no day.

    What has a first day that is still to come is hidden until then.
    """

    told: Told
    since: str = ""
    until: str = ""


def periods(
    days: Iterable[str], build_day: str, tell: Callable[[str], Told]
) -> tuple[Period[Told], ...]:
    """Return what is told from the day of the build on; of equal neighbours one."""
    found = [Period(told=tell(build_day))]
    for day in sorted({one for one in days if one > build_day}):
        told = tell(day)
        if told != found[-1].told:
            found[-1] = replace(found[-1], until=day)
            found.append(Period(told=told, since=day))
    return tuple(found)
