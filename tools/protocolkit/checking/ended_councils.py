"""Councils that ended by another protocol of the organisation, and were asked here after that."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from protocolkit.base.problems import Problem
from protocolkit.checking.decided_text import check_end
from protocolkit.document.approvals import Approval
from protocolkit.document.decided_text import latest
from protocolkit.document.model import Protocol
from protocolkit.text.name_form import folded


def check_ended(protocol: Protocol, protocols: Sequence[Protocol]) -> Iterator[Problem]:
    """Yield what is odd in entries of councils that ended, by what ``protocols`` say of them.

    Where a council ended is recorded in each protocol that names it then; one that names it later
    does not know.
    """
    own = folded(protocol.facts.organisation.name)
    known = {
        folded(one.body): one.ended
        for other in protocols
        if folded(other.facts.organisation.name) == own
        for one in other.facts.approvals
        if one.ended.date
    }
    for entry in latest(protocol):
        ended = known.get(folded(entry.body))
        if ended and not entry.ended.date and _day(entry) > ended.date:
            yield from check_end(replace(entry, ended=ended), protocol)


def _day(entry: Approval) -> str:
    return max(entry.date, entry.sent)
