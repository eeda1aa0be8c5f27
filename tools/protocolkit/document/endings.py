"""When a council or a school is no more: it is there up to and including the day before.

This is the one place that says so, for whoever asks, records, tells and checks.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from protocolkit.document.approvals import Approval, Ended
from protocolkit.document.facts import EndedSchool, Facts
from protocolkit.text.name_form import folded


def is_over(day: str, end: str) -> bool:
    """Tell whether on a day is no more what ended on another; a day that is not known says no.

    >>> is_over("2026-07-31", "2026-08-01"), is_over("2026-08-01", "2026-08-01")
    (False, True)
    """
    return bool(day and end) and day >= end


def end_of(entry: Approval, entries: Iterable[Approval]) -> Ended:
    """Return when the council of an entry ended, by the first of the days that are recorded.

    An entry that does not say that it ended stays as it is.
    """
    own = [
        one.ended for one in entries if one.ended.date and folded(one.body) == folded(entry.body)
    ]
    return min(own, key=lambda one: one.date) if entry.ended.date and own else entry.ended


def ended_schools(facts: Facts) -> dict[str, EndedSchool]:
    """Return the schools that are no more, by their names as they are compared.

    One that the text still says that it is for is there until that is taken out, and so is one of
    which the day is to come. Of one that stands there more than once the first day counts.
    """
    still = set(map(folded, facts.applies_to))
    found: dict[str, EndedSchool] = {}
    for one in sorted(facts.ended_schools, key=lambda one: one.date or "9"):
        is_there = one.is_to_come or folded(one.name) in still
        if one.is_over or not is_there:
            found.setdefault(folded(one.name), one)
    return found


def with_schools_till(facts: Facts, day: str) -> Facts:
    """Return facts in which a school that is no more from after a day (ISO 8601) is there still.

    Without a day, and where there is no such school, they are as they were.
    """
    ended = tuple(
        replace(one, is_to_come=bool(day and one.date) and not is_over(day, one.date))
        for one in facts.ended_schools
    )
    over = {folded(one.name) for one in ended if not one.is_to_come}
    named = set(map(folded, facts.applies_to))
    till = {folded(one.name): one.name for one in ended if folded(one.name) not in over}
    if not till:
        return facts
    # Where the text names no schools those count that decisions name.
    more = [name for key, name in till.items() if named and key not in named]
    return replace(facts, ended_schools=ended, applies_to=(*facts.applies_to, *more))
