"""When a council or a school is no more: it is there up to and including the day before.

This is the one place that says so, for whoever asks, records, tells and checks.
"""

from __future__ import annotations

from collections.abc import Iterable

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

    One that the text still says that it is for is there until that is taken out. Of one that stands
    there more than once the first day counts.
    """
    still = set(map(folded, facts.applies_to))
    found: dict[str, EndedSchool] = {}
    for one in sorted(facts.ended_schools, key=lambda one: one.date or "9"):
        if one.is_over or folded(one.name) not in still:
            found.setdefault(folded(one.name), one)
    return found
