"""A text as one of its schools has it: its own councils, its own day, or not adopted there."""

from __future__ import annotations

from dataclasses import replace

from protocolkit.document.adoptions import (
    every_school,
    holdings,
    is_for_all,
    is_gone,
    own_holdings,
    schools_of_texts,
)
from protocolkit.document.approvals import is_about, is_adoption, is_among
from protocolkit.document.bodies import is_of_council
from protocolkit.document.decided_text import asked_of, current, latest
from protocolkit.document.entry_text import is_on_other_text, waits_on_other
from protocolkit.document.facts import DECIDED, Status
from protocolkit.document.model import Protocol
from protocolkit.document.still_awaited import awaited
from protocolkit.text.name_form import folded


def at_school(protocol: Protocol, name: str) -> Protocol:
    """Return a protocol with what is recorded of it for one school; whole where that is all of it.

    Where the text holds at other schools and not at this one, it is not adopted here. At a school
    that it is not meant for it is told which text holds there, and nothing of this one.
    """
    facts = protocol.facts
    every = {folded(one): one for one in schools_of_texts(facts)}
    school, has_gone = every.get(folded(name)), is_gone(name, facts)
    if school and has_gone and not is_adopted_at(protocol, name):
        return _not_meant(protocol, school)
    is_whole = not has_gone and all(is_for_all(one, facts) for one in facts.approvals)
    if school is None or is_whole:
        return protocol
    kept = current(protocol)
    # What its council decided about the text that this school has is no decision on this one.
    beside = [o for o in latest(protocol) if not is_adoption(o) and not is_among(o, kept)]
    gone = {asked_of(one) for one in beside}
    waiting = awaited(protocol)
    own = tuple(
        one
        for one in facts.approvals
        if is_about(one, school)
        if asked_of(one) not in gone or not is_on_other_text(one, protocol)
        # What another question took the place of is not asked here either.
        if is_among(one, waiting) or not waits_on_other(one, protocol)
    )
    # Of this school alone nothing is counted: how many schools there are the whole text says.
    own = tuple(replace(one, schools=(school,)) if one.schools else one for one in own)
    here = replace(facts, approvals=own, applies_to=(school,))
    if not is_adopted_at(protocol, school) and facts.status in DECIDED:
        is_asked = any(is_of_council(one) for one in own)
        here = replace(here, status=Status.SUBMITTED if is_asked else Status.CONCEPT)
    return replace(protocol, facts=here)


def _not_meant(protocol: Protocol, school: str) -> Protocol:
    """Return a protocol with what was adopted for a school that it is not meant for."""
    facts = protocol.facts
    own = tuple(
        replace(one, schools=(school,))
        for one in facts.approvals
        if is_adoption(one) and is_about(one, school)
    )
    status = Status.CONCEPT if facts.status in DECIDED else facts.status
    return replace(protocol, facts=replace(facts, approvals=own, status=status))


def is_adopted_at(protocol: Protocol, name: str) -> bool:
    """Tell whether the text holds at a school, or is not adopted school by school.

    An organisation that is none of these schools is the board itself: there it holds for some. Of a
    text that was changed after it was adopted nothing holds, and it is told where the other does.
    """
    facts, held = protocol.facts, own_holdings(protocol)
    if is_gone(name, facts):
        return any(one.is_at(name) for one in held)
    every = holdings(facts)
    if not any(one.schools for one in every) or (not held and facts.status not in DECIDED):
        return True
    own = map(folded, (facts.organisation.name, *facts.organisation.aliases))
    if folded(name) in own and folded(name) not in map(folded, every_school(facts)):
        return True
    return any(one.is_at(name) for one in held or every)


def is_without_text(protocol: Protocol, name: str) -> bool:
    """Tell whether at a school no text holds at all, while this one holds at others."""
    here = at_school(protocol, name)
    return not is_adopted_at(protocol, name) and not holdings(here.facts)
