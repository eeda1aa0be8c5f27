"""From which day an adopted text holds, and which texts hold on a day.

What was adopted may begin to hold later: until the day that it names, the text of before holds.
Nothing here asks what day it is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import pairwise

from protocolkit.base.messages import Translate, mark
from protocolkit.base.told_once import told_once
from protocolkit.document.adoptions import (
    EVERYWHERE,
    AdoptionState,
    Holding,
    adoption_state,
    adoptions,
    each_once,
    holdings,
    own_holdings,
    schools_of_texts,
)
from protocolkit.document.approval_lines import print_date
from protocolkit.document.approvals import Approval, is_adoption
from protocolkit.document.entry_text import is_on_this_text
from protocolkit.document.facts import DECIDED, Facts
from protocolkit.document.model import Protocol

TO_COME = mark("This text has been adopted and holds from {date}.")
UNTIL_THEN = mark("Until then {version} holds.")
UNTIL_THEN_IN_TURN = mark("Until then {version} holds, {later}.")
UNTIL_THEN_AT = mark("Until then this holds for {names}: {versions}.")
HOLDS_TILL = mark("This text holds until {date}. From then {version} holds.")
BEGIN_SENTENCES = (TO_COME, UNTIL_THEN, UNTIL_THEN_IN_TURN, UNTIL_THEN_AT, HOLDS_TILL)
"""Every sentence of these that a cover may have."""
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

    ``valid_from`` gives the day of a kept version; of the text as it stands its own facts say it,
    unless another one was adopted since: that day may be the other's still.
    """
    facts = protocol.facts
    last = adoptions(facts)[-1:]

    def known(entry: Approval) -> Approval:
        if not is_adoption(entry):
            return entry
        is_own = is_on_this_text(entry, protocol) and (not last or entry is last[-1])
        written = facts.valid_from if is_own or not entry.version else valid_from(entry.version)
        return replace(entry, begins=first_day(written))

    return replace(protocol, facts=replace(facts, approvals=tuple(map(known, facts.approvals))))


def begun_on(protocol: Protocol, day: str) -> Protocol:
    """Return a protocol in which what was adopted for a later day, that has come, is so no more.

    Where no day (ISO 8601) is given the protocol is as it was.
    """
    entries = protocol.facts.approvals
    if not day or not any(is_later(one) and one.begins <= day for one in entries):
        return protocol
    return told_from(protocol, day)


def told_from(protocol: Protocol, day: str) -> Protocol:
    """Return a protocol as it is told from a day; "" is before any later day has come."""
    told = tuple(replace(one, begun=one.begins <= day) for one in protocol.facts.approvals)
    return replace(protocol, facts=replace(protocol.facts, approvals=told))


def turning_days(protocol: Protocol) -> tuple[str, ...]:
    """Return from which days (ISO 8601) a protocol is told otherwise than before, "" the first.

    For :func:`told_from`: those on which begins what was adopted for a later day.
    """
    later = (one.begins for one in protocol.facts.approvals if first_day(one.date) < one.begins)
    return "", *sorted(set(later))


def begins_on(adoption: Approval) -> str:
    """Return the day from which an adopted text holds: the one that it names, else its own."""
    return adoption.begins or first_day(adoption.date)


def is_later(adoption: Approval) -> bool:
    """Tell whether an adopted text holds from a later day than that of its adoption.

    Where a protocol is told for a day it does so no more once its own day has come.
    """
    return first_day(adoption.date) < adoption.begins and not adoption.begun


def holdings_on(facts: Facts, day: str) -> tuple[Holding, ...]:
    """Return by which adoptions texts hold on a day (ISO 8601), in the order of their days.

    At a school that is the last text which was adopted and holds from that day or before.
    """
    return _held(facts, lambda begin: begin <= day)


@told_once
def courses(facts: Facts) -> tuple[tuple[str, tuple[Holding, ...]], ...]:
    """Return by which adoptions texts hold in turn, each time with the day on which that begins.

    The first day is "": what holds before the first day that is known.
    """
    days = sorted({"", *map(begins_on, adoptions(facts))})
    return tuple((day, holdings_on(facts, day)) for day in days)


def still_holding(facts: Facts) -> tuple[Holding, ...]:
    """Return by which adoptions a text holds now or will, and where; in the order of these.

    What was adopted for a later day than that of its adoption is to come, unless it is told for a
    day on which that has come.
    """
    begun = {"", *(begins_on(one) for one in adoptions(facts) if not is_later(one))}
    now = max(begun)
    found: dict[int, Holding] = {}
    for one in (one for day, held in courses(facts) if day >= now for one in held):
        before = found.get(id(one.adoption), one)
        is_everywhere = not (before.schools and one.schools)
        schools = () if is_everywhere else each_once((*before.schools, *one.schools))
        found[id(one.adoption)] = replace(one, schools=schools)
    return tuple(found.values())


def begins_nowhere_before(protocol: Protocol, day: str) -> str:
    """Return the first day on which an adopted text holds anywhere, "" where it does by a day."""
    first = min((begins_on(one.adoption) for one in own_holdings(protocol)), default="")
    return first if first > day else ""


def gives_way_to(protocol: Protocol, day: str = "") -> Approval | None:
    """Return the adoption by which another text takes the place of this one after a day.

    None unless this text holds until a later day than that on which the other one was adopted.
    """
    if adoption_state(protocol) is not AdoptionState.REPLACED:
        return None
    found = None
    for (_, before), (begun, after) in pairwise(courses(protocol.facts)):
        is_there, stays = (
            any(is_on_this_text(one.adoption, protocol) for one in held) for held in (before, after)
        )
        if is_there and not stays:
            found = next((o.adoption for o in after if begins_on(o.adoption) == begun), None)
    is_coming = found is not None and is_later(found) and begins_on(found) > day
    return found if is_coming else None


def texts_in_turn(one: Holding, facts: Facts, day: str = "") -> tuple[Approval, ...]:
    """Return the adoptions by which texts hold in turn where one does, up to and including it.

    What holds no more on a day is none of them.
    """
    found = [one.adoption]
    while is_later(found[0]) and begins_on(found[0]) > day:
        begun = begins_on(found[0])
        before = _held(facts, lambda begin, begun=begun: begin < begun)  # type: ignore[misc]
        same = [o for o in before if not one.schools or any(map(o.is_at, one.schools))]
        if not same:
            break
        found.insert(0, same[-1].adoption)
    return tuple(found)


def in_turn(one: Holding, facts: Facts, translate: Translate, language: str) -> str:
    """Return in words which texts hold in turn where one does, each later one with its day."""
    return ", ".join(_said_in_turn(texts_in_turn(one, facts), "", translate, language))


def still_to_come(
    protocol: Protocol, day: str, translate: Translate, language: str
) -> tuple[str, ...]:
    """Say of an adopted text that it holds from after a day, and what does until then.

    Where no day is given ("") that is said of each text that was adopted for a later day.
    """
    coming = [one for one in own_holdings(protocol) if is_later(one.adoption)]
    coming = [one for one in coming if begins_on(one.adoption) > day]
    if protocol.facts.status not in DECIDED or not coming:
        return ()
    date = print_date(min(begins_on(one.adoption) for one in coming), language)
    said = translate(TO_COME).format(date=date)
    return (said, *_until_then(protocol, coming, day, translate, language))


def _until_then(
    protocol: Protocol, coming: list[Holding], day: str, translate: Translate, language: str
) -> Iterator[str]:
    """Yield which texts hold until others do; per school where these are not the same."""
    found: dict[tuple[str, ...], list[str]] = {}
    for one in coming:
        for school in one.schools or schools_of_texts(protocol.facts) or (EVERYWHERE,):
            alone = replace(one, schools=(school,) if school else ())
            turn = texts_in_turn(alone, protocol.facts, day)[:-1]
            words = tuple(_said_in_turn(turn, day, translate, language))
            found.setdefault(words, []).append(school)
    for (first, *later), schools in ((words, at) for words, at in found.items() if words):
        if len(found) > 1:
            versions = ", ".join((first, *later))
            yield translate(UNTIL_THEN_AT).format(names=", ".join(schools), versions=versions)
        else:
            said = translate(UNTIL_THEN_IN_TURN if later else UNTIL_THEN)
            yield said.format(version=first, later=", ".join(later))


def holds_till(protocol: Protocol, translate: Translate, language: str) -> str:
    """Say of an adopted text until which day it holds, where another one holds from then."""
    other = gives_way_to(protocol)
    if other is None:
        return ""
    date = print_date(begins_on(other), language)
    return translate(HOLDS_TILL).format(date=date, version=_named(other, translate))


def _said_in_turn(
    turn: tuple[Approval, ...], day: str, translate: Translate, language: str
) -> Iterator[str]:
    for adoption in turn:
        words = _named(adoption, translate)
        if is_later(adoption) and begins_on(adoption) > day:
            date = print_date(begins_on(adoption), language)
            words = translate(FROM).format(date=date, version=words)
        yield words


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
