"""A status at the top of a file that is not that of its text, by what was adopted."""

from __future__ import annotations

from collections.abc import Iterator

from protocolkit.base.problems import Problem, problem, warning
from protocolkit.document.adoptions import adopted_on, own_holdings, replaced_by
from protocolkit.document.approval_lines import print_date
from protocolkit.document.approvals import is_adoption, is_among
from protocolkit.document.begins import begins_on, gives_way_to
from protocolkit.document.decided_text import as_it_stands
from protocolkit.document.facts import PENDING, Status
from protocolkit.document.model import Protocol

PUT_BACK = warning(
    "put-back-unadopted",
    "An earlier text was put back, and not adopted anew",
    "this text was adopted on {adopted}, and another one after it, on {other} ({version}). That "
    "one holds.",
    "Does this text hold again? Adopt it anew: protocol approve … --decision vastgesteld. Else put "
    "the other text back, or submit this one with 'protocol submit'.",
)
PUT_BACK_TO_COME = warning(
    "put-back-to-come",
    "An earlier text was put back, and another one is still to come",
    "this text holds until {day}; from then another one holds, that was adopted on {other} "
    "({version}). That one does not stand in this file any more.",
    "Put the text of that version back in this file: it has been adopted, and you need not wait "
    "for its day. Must it not begin to hold? Take that back with 'protocol correct', or adopt "
    "this text anew.",
)
STATUS_TYPED = warning(
    "status-typed",
    "The status at the top of a file is not that of its text",
    "the status is '{status}', but this text was adopted on {adopted} and holds; it is shown as "
    "adopted.",
    "Correct the status at the top of the file. Was it not adopted? Take that back with 'protocol "
    "correct'.",
)


def check_put_back(protocol: Protocol, written: Protocol, today: str = "") -> Iterator[Problem]:
    """Yield a status that was typed, and a text that does not hold until it is adopted anew.

    ``written`` has the status that stands at the top of the file. ``today`` is an ISO date; without
    it what begins later than it was adopted is to come.
    """
    place, adopted = protocol.location, print_date(adopted_on(protocol))
    other = replaced_by(protocol)
    if later := gives_way_to(protocol, today):
        values = {"day": print_date(begins_on(later)), "version": later.version or "–"}
        yield problem(PUT_BACK_TO_COME, place, other=print_date(later.date), **values)
    elif other is not None and as_it_stands(protocol, today).facts.status is Status.REPLACED:
        values = {"other": print_date(other.date), "version": other.version or "–"}
        yield problem(PUT_BACK, place, adopted=adopted, **values)
    is_pending = written.facts.status in PENDING and protocol.facts.status not in PENDING
    if is_pending and not _was_asked_since(protocol):
        yield problem(STATUS_TYPED, place, status=written.facts.status.value, adopted=adopted)


def _was_asked_since(protocol: Protocol) -> bool:
    """Tell whether something was recorded after the adoption: that gave the file its status."""
    entries = protocol.facts.approvals
    own = [one.adoption for one in own_holdings(protocol)]
    last = max(at for at, one in enumerate(entries) if is_among(one, own))
    return any(not is_adoption(one) for one in entries[last + 1 :])
