"""From which day an adopted text holds, and which texts hold on a day.

What was adopted may begin to hold later: until the day that it names, the text of before holds.
Nothing here asks what day it is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from protocolkit.base.messages import Translate, mark
from protocolkit.document.adoptions import Holding, holdings, own_holdings
from protocolkit.document.approval_lines import print_date
from protocolkit.document.approvals import Approval, is_adoption
from protocolkit.document.entry_text import is_on_this_text
from protocolkit.document.facts import DECIDED, Facts
from protocolkit.document.model import Protocol

TO_COME = mark("This text has been adopted and {standing}.")
UNTIL_THEN = mark("Until then {version} holds.")
UNTIL_THEN_IN_TURN = mark("Until then {version} holds, {later}.")
FROM = mark("from {date} {version}")
HOLDS_FROM = mark("holds from {date}")


def first_day(date: str) -> str:
    """Return the first day of a day, a month or a year.

    >>> first_day("2026-08-01"), first_day("2026-08"), first_day("2026"), first_day("")
    ('2026-08-01', '2026-08-01', '2026-01-01', '')
    """
    return f"{date}-01-01"[:10] if len(date) == len("2026") else f"{date}-01"[:10] if date else ""


def with_begins(protocol: Protocol, valid_from: Callable[[str], str]) -> Protocol:
    """Return a protocol of which each adoption knows from which day its text holds.

    ``valid_from`` gives the day of a kept version; of the text as it stands its own facts say it.
    """
    facts = protocol.facts

    def known(entry: Approval) -> Approval:
        if not is_adoption(entry):
            return entry
        is_own = is_on_this_text(entry, protocol)
        written = facts.valid_from if is_own or not entry.version else valid_from(entry.version)
        return replace(entry, begins=first_day(written))

    return replace(protocol, facts=replace(facts, approvals=tuple(map(known, facts.approvals))))


def begins_on(adoption: Approval) -> str:
    """Return the day from which an adopted text holds: the one that it names, else its own."""
    return adoption.begins or first_day(adoption.date)


def is_later(adoption: Approval) -> bool:
    """Tell whether an adopted text holds from a later day than that of its adoption."""
    return first_day(adoption.date) < adoption.begins


def holdings_on(facts: Facts, day: str) -> tuple[Holding, ...]:
    """Return by which adoptions texts hold on a day (ISO 8601), in the order of their days.

    At a school that is the last text which was adopted and holds from that day or before.
    """
    return _held(facts, lambda begin: begin <= day)


def texts_in_turn(one: Holding, facts: Facts) -> tuple[Approval, ...]:
    """Return the adoptions by which texts hold in turn where one does, up to and including it."""
    found = [one.adoption]
    while is_later(found[0]):
        day = begins_on(found[0])
        before = _held(facts, lambda begin, day=day: begin < day)  # type: ignore[misc]
        same = [o for o in before if not one.schools or any(map(o.is_at, one.schools))]
        if not same:
            break
        found.insert(0, same[-1].adoption)
    return tuple(found)


def in_turn(one: Holding, facts: Facts, translate: Translate, language: str) -> str:
    """Return in words which texts hold in turn where one does, each later one with its day."""
    said = []
    for adoption in texts_in_turn(one, facts):
        words = _named(adoption, translate)
        if is_later(adoption):
            date = print_date(begins_on(adoption), language)
            words = translate(FROM).format(date=date, version=words)
        said.append(words)
    return ", ".join(said)


def still_to_come(protocol: Protocol, day: str, translate: Translate, language: str) -> str:
    """Say of an adopted text that it holds from after a day, and what does until then."""
    own = own_holdings(protocol)
    if protocol.facts.status not in DECIDED or not own:
        return ""
    begins = min(begins_on(one.adoption) for one in own)
    if begins <= day:
        return ""
    standing = translate(HOLDS_FROM).format(date=print_date(begins, language))
    said = [translate(TO_COME).format(standing=standing)]
    now = holdings_on(protocol.facts, day)
    versions = dict.fromkeys(_named(one.adoption, translate) for one in now)
    if versions:
        said.append(translate(UNTIL_THEN).format(version=", ".join(versions)))
    return " ".join(said)


def _held(facts: Facts, is_there: Callable[[str], bool]) -> tuple[Holding, ...]:
    begun = tuple(_begun(facts, is_there))
    return holdings(facts if begun == facts.approvals else replace(facts, approvals=begun))


def _begun(facts: Facts, is_there: Callable[[str], bool]) -> Iterator[Approval]:
    for one in facts.approvals:
        begin = begins_on(one)
        if not is_adoption(one) or not begin or is_there(begin):
            yield one


def _named(adoption: Approval, translate: Translate) -> str:
    return translate("version '{version}'").format(version=adoption.last_version)
