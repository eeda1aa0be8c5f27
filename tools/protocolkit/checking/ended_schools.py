"""Schools that are said to be no more, while something else says that they are."""

from __future__ import annotations

from collections.abc import Iterator

from protocolkit.base.problems import Problem, problem, warning
from protocolkit.document.approval_lines import body_name, print_date
from protocolkit.document.approvals import is_decided
from protocolkit.document.endings import ended_schools, is_over
from protocolkit.document.facts import EndedSchool
from protocolkit.document.model import Protocol
from protocolkit.text.name_form import folded

SCHOOL_IN_BOTH = warning(
    "school-in-both",
    "A school is there and is no more",
    "'{name}' stands in 'applies_to' and in 'ended_schools'. It still counts.",
    "Is the school no more? Take it out of 'applies_to'. Else take it out of 'ended_schools'.",
)
SCHOOL_DECIDED_AFTER_END = warning(
    "school-decided-after-end",
    "A decision is about a school that was no more",
    "{body} decided on {decided} for '{name}', that has been no more since {day}.",
    "A school is there up to and including the day before. Look which day is right.",
)


def check_ended_schools(protocol: Protocol) -> Iterator[Problem]:
    """Yield what is odd in the schools that are no more; one of which the day is to come is not."""
    still = set(map(folded, protocol.facts.applies_to))
    for one in protocol.facts.ended_schools:
        if folded(one.name) in still and not one.is_to_come:
            yield problem(SCHOOL_IN_BOTH, protocol.location, name=one.name)
    for one in ended_schools(protocol.facts).values():
        yield from _check_decided(one, protocol)


def _check_decided(school: EndedSchool, protocol: Protocol) -> Iterator[Problem]:
    """Yield each decision about a school on a day on which it was no more."""
    for entry in protocol.facts.approvals:
        is_about = folded(school.name) in entry.places
        if is_decided(entry) and is_about and is_over(entry.date, school.date):
            days = {"decided": print_date(entry.date), "day": print_date(school.date)}
            values = {"body": body_name(entry), "name": school.name, **days}
            yield problem(SCHOOL_DECIDED_AFTER_END, protocol.location, **values)
