"""Councils that ended by another protocol of the organisation, and were asked here after that."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from protocolkit.base.problems import Problem
from protocolkit.checking.decided_text import check_end
from protocolkit.document.approvals import Approval, Ended
from protocolkit.document.decided_text import latest
from protocolkit.document.model import Protocol
from protocolkit.text.name_form import folded

CouncilEnds = Mapping[tuple[str, str], Ended]
"""When councils ended, by the names of their organisation and their own as they are compared."""


def ended_councils(protocols: Iterable[Protocol]) -> CouncilEnds:
    """Return when councils ended, by what is recorded in any protocol of their organisation."""
    return {
        _key(protocol, entry): entry.ended
        for protocol in protocols
        for entry in protocol.facts.approvals
        if entry.ended.date
    }


def check_ended(protocol: Protocol, known: CouncilEnds) -> Iterator[Problem]:
    """Yield what is odd in entries of councils that ended.

    Where a council ended is recorded in each protocol that names it then; one that names it later
    does not know.
    """
    for entry in latest(protocol):
        ended = known.get(_key(protocol, entry))
        if ended and not entry.ended.date and _day(entry) > ended.date:
            yield from check_end(replace(entry, ended=ended), protocol)


def _key(protocol: Protocol, entry: Approval) -> tuple[str, str]:
    return folded(protocol.facts.organisation.name), folded(entry.body)


def _day(entry: Approval) -> str:
    return max(entry.date, entry.sent)
