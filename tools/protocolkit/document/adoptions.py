"""Which adopted text is in force, since when and for which schools: one value for every reader.

It is worked out from what is recorded at the top of a protocol's file. Adoptions stand in the order
of their days; at a school the last one that is for it counts. A text that was adopted more than
once without another one between holds from the first of these. What another text was adopted after
does not hold until it is adopted again, whatever a council consented to.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import Enum

from protocolkit.base.told_once import told_once
from protocolkit.document.approvals import Approval, is_about, is_adoption
from protocolkit.document.endings import ended_schools
from protocolkit.document.entry_text import are_of_one_text, is_on_this_text
from protocolkit.document.facts import Facts
from protocolkit.document.model import Protocol
from protocolkit.text.name_form import folded

EVERYWHERE = ""
"""Stands for all schools where a text is not adopted school by school."""


class AdoptionState(Enum):
    """How a text stands among the texts of its protocol that were adopted.

    ``OVER`` is that of a text that holds at no school any more, since each that it was adopted for
    is no more, and after which no other text was adopted. ``UNKNOWN`` is that of a text where no
    adoption names the text that it is about.
    """

    UNKNOWN = "unknown"
    IN_FORCE = "in-force"
    OVER = "over"
    REPLACED = "replaced"
    NEVER_ADOPTED = "never-adopted"


_ADOPTED = (AdoptionState.IN_FORCE, AdoptionState.OVER)


@dataclass(frozen=True, slots=True, kw_only=True)
class Holding:
    """An adoption by which a text holds, and the schools where it does; ``()`` is everywhere."""

    adoption: Approval
    schools: tuple[str, ...]

    def is_at(self, school: str) -> bool:
        """Tell whether the text holds at a school."""
        return not self.schools or folded(school) in map(folded, self.schools)


@told_once
def adoptions(facts: Facts) -> tuple[Approval, ...]:
    """Return what was adopted, in the order of the days; one that was taken back is none.

    Where a day is not known the order is that of the file.
    """
    found = [one for one in facts.approvals if is_adoption(one)]
    return tuple(sorted(found, key=lambda one: one.date) if all(o.date for o in found) else found)


@told_once
def every_school(facts: Facts) -> tuple[str, ...]:
    """Return the schools that a protocol is meant for; without these those that decisions name.

    One that stands there in several ways counts once, as it stands first. One that the text is no
    longer meant for is none, and neither is one that is no more: what was decided for it stays
    recorded, and is counted nowhere.
    """
    named = facts.applies_to or (s for one in facts.approvals for s in one.schools)
    return _still_there(named, facts)


@told_once
def gone_schools(facts: Facts) -> tuple[str, ...]:
    """Return the schools that decisions name, and that the text is no longer meant for."""
    here = set(map(folded, every_school(facts)))
    named = each_once(school for one in facts.approvals for school in one.schools)
    return tuple(one for one in named if folded(one) not in here)


@told_once
def schools_of_texts(facts: Facts) -> tuple[str, ...]:
    """Return the schools where a text may hold: those that it is meant for, or was adopted for.

    A text that was adopted for a school holds there until another one is, also where the new text
    is not meant for it.
    """
    named = (school for one in adoptions(facts) for school in one.schools)
    return each_once((*every_school(facts), *_still_there(named, facts)))


def is_gone(school: str, facts: Facts) -> bool:
    """Tell whether a text was adopted for a school that it is no longer meant for."""
    name = folded(school)
    is_known = name in map(folded, schools_of_texts(facts))
    return is_known and name not in map(folded, every_school(facts))


def _still_there(schools: Iterable[str], facts: Facts) -> tuple[str, ...]:
    ended = ended_schools(facts)
    return tuple(one for one in each_once(schools) if folded(one) not in ended)


def is_for_all(approval: Approval, facts: Facts) -> bool:
    """Tell whether an entry is about every school that a protocol is meant for.

    What is recorded names the schools that there were then: one that came later is not among them.
    What names the only one says so.
    """
    is_known = len(each_once(facts.applies_to)) > 1
    every = set(map(folded, every_school(facts)))
    return not approval.schools or (is_known and every <= approval.places)


def each_once(schools: Iterable[str]) -> tuple[str, ...]:
    """Return each school once, as it stands first.

    >>> each_once(["De Wal", "obs 1", "de wal"])
    ('De Wal', 'obs 1')
    """
    found: dict[str, str] = {}
    for school in schools:
        found.setdefault(folded(school), school)
    return tuple(found.values())


@told_once
def holdings(facts: Facts) -> tuple[Holding, ...]:
    """Return by which adoptions texts hold now, each with its schools, in the order of the days."""
    events, schools = adoptions(facts), schools_of_texts(facts)
    every = set(map(folded, schools))
    if not schools and all(one.schools for one in events):
        return ()
    if all(is_for_all(one, facts) and (not one.schools or every <= one.places) for one in events):
        run = _run(events)
        return (Holding(adoption=run[0], schools=()),) if run else ()
    found: dict[int, list[str]] = {}
    for school in schools:
        run = _run([one for one in events if is_about(one, school)])
        if run:
            found.setdefault(id(run[0]), []).append(school)
    return tuple(
        Holding(adoption=one, schools=tuple(found[id(one)])) for one in events if id(one) in found
    )


@told_once
def last_holdings(facts: Facts) -> tuple[Holding, ...]:
    """Return by which adoptions texts hold; where every school of them is no more, held last."""
    return holdings(facts) or holdings(replace(facts, ended_schools=()))


def _run(events: Sequence[Approval]) -> Sequence[Approval]:
    """Return the last adoptions in a row that are all of one text."""
    begin = len(events) - 1
    while begin > 0 and are_of_one_text(events[begin - 1], events[begin]):
        begin -= 1
    return events[max(begin, 0) :]


def adoption_state(protocol: Protocol) -> AdoptionState:
    """Return how the text as it stands is placed among what was adopted."""
    events = adoptions(protocol.facts)
    now = last_holdings(protocol.facts)
    if any(is_on_this_text(one.adoption, protocol) for one in now):
        return AdoptionState.IN_FORCE if holdings(protocol.facts) else AdoptionState.OVER
    if not now or not all(one.adoption.fingerprint for one in now):
        return AdoptionState.UNKNOWN
    is_earlier = any(is_on_this_text(one, protocol) for one in events)
    return AdoptionState.REPLACED if is_earlier else AdoptionState.NEVER_ADOPTED


def own_holdings(protocol: Protocol) -> tuple[Holding, ...]:
    """Return by which adoptions the text as it stands holds now."""
    return tuple(one for one in holdings(protocol.facts) if is_on_this_text(one.adoption, protocol))


def other_holdings(protocol: Protocol) -> tuple[Holding, ...]:
    """Return by which adoptions another text than this one holds now."""
    own = own_holdings(protocol)
    return tuple(one for one in holdings(protocol.facts) if one not in own)


def told_adoptions(protocol: Protocol) -> tuple[Approval, ...]:
    """Return the adoptions that are told of the text as it stands.

    Those by which it holds, or held last; of a text that was replaced its last one; and of a text
    that was never adopted those of the other text that was adopted last.
    """
    place = adoption_state(protocol)
    last = tuple(one.adoption for one in last_holdings(protocol.facts))
    if place in _ADOPTED:
        return tuple(one for one in last if is_on_this_text(one, protocol))
    if place is AdoptionState.REPLACED:
        events = adoptions(protocol.facts)
        return tuple(one for one in events if is_on_this_text(one, protocol))[-1:]
    if place is AdoptionState.UNKNOWN:
        return last
    return tuple(one for one in last if one is last[-1] or are_of_one_text(one, last[-1]))


def replaced_by(protocol: Protocol) -> Approval | None:
    """Return the adoption by which another text took the place of this one, None without one."""
    if adoption_state(protocol) is not AdoptionState.REPLACED:
        return None
    later: Approval | None = None
    for one in reversed(adoptions(protocol.facts)):
        if is_on_this_text(one, protocol):
            return later
        later = one
    return None


def adopted_on(protocol: Protocol) -> str:
    """Return since when the text as it stands is adopted, "" when it is not known.

    Of a text that is not adopted it is the day of the adoption that is told of it.
    """
    told = [one.date for one in told_adoptions(protocol) if one.date]
    return (min if adoption_state(protocol) in _ADOPTED else max)(told, default="")


def began(protocol: Protocol) -> str:
    """Return the date by which a text is placed among others: of effect, adoption or its own."""
    facts = protocol.facts
    is_adopted = adoption_state(protocol) is not AdoptionState.NEVER_ADOPTED
    return facts.valid_from or (adopted_on(protocol) if is_adopted else "") or facts.dated
