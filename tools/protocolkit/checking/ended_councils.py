"""Councils that ended by another protocol of the organisation, and were asked here after that."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from protocolkit.base.problems import Problem, problem, warning
from protocolkit.checking.decided_text import check_end
from protocolkit.document.approval_lines import print_date
from protocolkit.document.approvals import Approval, Ended
from protocolkit.document.decided_text import latest
from protocolkit.document.endings import is_over
from protocolkit.document.model import Protocol
from protocolkit.text.name_form import folded

COUNCIL_ENDS_DIFFER = warning(
    "council-ends-differ",
    "Two days are recorded on which a council ended",
    "{body} has been no more since {day} by what is recorded here, and since {first} by another "
    "record. The first of these counts.",
    "Look which day is right. Take it back with 'protocol council … --undo', and record the right "
    "one.",
)
CouncilEnds = Mapping[tuple[str, str], Ended]
"""When councils ended, by the names of their organisation and their own as they are compared."""


def ended_councils(protocols: Iterable[Protocol]) -> CouncilEnds:
    """Return when councils ended, by what is recorded in any protocol of their organisation.

    Of several days the first one counts.
    """
    found: dict[tuple[str, str], Ended] = {}
    for protocol in protocols:
        for entry in protocol.facts.approvals:
            known = found.get(_key(protocol, entry))
            if entry.ended.date and (known is None or entry.ended.date < known.date):
                found[_key(protocol, entry)] = entry.ended
    return found


def check_ended(protocol: Protocol, known: CouncilEnds) -> Iterator[Problem]:
    """Yield what is odd in entries of councils that ended.

    Where a council ended is recorded in each protocol that names it then; one that names it later
    does not know.
    """
    told: set[str] = set()
    for entry in protocol.facts.approvals:
        ended = known.get(_key(protocol, entry))
        if ended and entry.ended.date > ended.date and entry.body not in told:
            told.add(entry.body)
            days = {"day": print_date(entry.ended.date), "first": print_date(ended.date)}
            yield problem(COUNCIL_ENDS_DIFFER, protocol.location, body=entry.body, **days)
    for entry in latest(protocol):
        ended = known.get(_key(protocol, entry))
        if ended and entry.ended.date != ended.date and is_over(_day(entry), ended.date):
            yield from check_end(replace(entry, ended=ended), protocol)


def _key(protocol: Protocol, entry: Approval) -> tuple[str, str]:
    return folded(protocol.facts.organisation.name), folded(entry.body)


def _day(entry: Approval) -> str:
    return max(entry.date, entry.sent)
