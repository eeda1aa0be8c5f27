"""Which text of a protocol holds on a day: what was adopted may begin to hold later.

Where it is recorded what was adopted, :mod:`~protocolkit.document.begins` says which text holds on
which day; else what the texts themselves say: until the day on which one begins, the one before it
still holds. Nothing here asks what day it is: each answer is that of the day which is given, as
ISO 8601.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from protocolkit.document.adoptions import own_holdings, schools_of_texts
from protocolkit.document.begins import begun_on, first_day
from protocolkit.document.facts import DECIDED, Status
from protocolkit.document.model import Protocol
from protocolkit.versions.entry import Entry, TextStanding
from protocolkit.versions.history import History
from protocolkit.versions.turns import Turn


def begins(entry: Entry) -> str:
    """Return the day on which a text begins to hold, "" when none is written."""
    if entry.turns:
        return next((turn.since for turn in entry.turns if turn.schools is not None), "")
    return first_day(entry.told.facts.valid_from)


def gives_way(entry: Entry) -> str:
    """Return the day on which another text takes the place of an adopted one, "" when unknown.

    A text with small corrections holds since the same day as the one without them.
    """
    if entry.turns:
        return entry.turns[-1].since if entry.turns[-1].schools is None else ""
    successor = entry.successor
    if entry.standing is not TextStanding.REPLACED or successor is None:
        return ""
    was_adopted = entry.replaced_by or entry.text.protocol.facts.status in DECIDED
    if not was_adopted or successor.facts.status not in {*DECIDED, Status.REPLACED}:
        return ""
    if any(entry.text.words in one.adoption.every_code for one in own_holdings(successor)):
        return ""
    day = first_day(successor.facts.valid_from)
    is_before = entry.replaced_by and successor.facts.valid_from < entry.replaced_by.date
    return "" if is_before or day <= begins(entry) else day


def turning_days(history: History) -> tuple[str, ...]:
    """Return the days on which another text begins to hold, in their order."""
    found = {day for one in history.entries for day in (_begins(one), gives_way(one))}
    found |= {turn.since for one in history.entries for turn in one.turns}
    return tuple(sorted(found - {""}))


def standing_on(entry: Entry, day: str) -> TextStanding:
    """Return how a text stands on a day."""
    if entry.turns:
        if schools_on(entry, day) is not None:
            return TextStanding.HOLDS
        return TextStanding.TO_COME if _next_turn(entry, day) else TextStanding.REPLACED
    is_still_there = day < gives_way(entry)
    if entry.standing is not TextStanding.HOLDS and not is_still_there:
        return entry.standing
    return TextStanding.TO_COME if day < begins(entry) else TextStanding.HOLDS


def schools_on(entry: Entry, day: str) -> tuple[str, ...] | None:
    """Return where an adopted text holds on a day: ``()`` is everywhere, None nowhere."""
    begun = [turn for turn in entry.turns if turn.since <= day]
    return begun[-1].schools if begun else None


def schools_to_come(entry: Entry, day: str) -> tuple[str, ...]:
    """Return the schools where a text that is to come on a day will hold; none is everywhere."""
    turn = _next_turn(entry, day)
    return (turn.schools or ()) if turn else ()


def leaves(entry: Entry, day: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return from which days after one a text holds no more at which schools, not all of them."""
    found = []
    for before, after in pairwise(entry.turns):
        if after.since > day and before.schools is not None and after.schools:
            there = before.schools or schools_of_texts(entry.told.facts)
            gone = tuple(one for one in there if one not in after.schools)
            found += [(after.since, gone)] if gone else []
    return tuple(found)


def newest_on(history: History, day: str) -> Entry:
    """Return the text to read on a day: while the newest one is to come, the one before it."""
    held = [one for one in history.entries if standing_on(one, day) is TextStanding.HOLDS]
    return min(held, key=lambda one: one.same_as is not None, default=history.newest)


def is_newest_on(history: History, entry: Entry, day: str) -> bool:
    """Tell whether a text has the words of the text to read on a day."""
    return entry.text.words == newest_on(history, day).text.words


def kept_page_on(entry: Entry, day: str) -> Protocol | None:
    """Return the kept version as its own page tells of it on a day, None where nothing was kept."""
    if standing_on(entry, day) is entry.standing or entry.recorded is None:
        return entry.kept_page and begun_on(entry.kept_page, day)
    facts = entry.recorded.facts
    status = Status.ADOPTED if facts.status is Status.REPLACED else facts.status
    return begun_on(replace(entry.recorded, facts=replace(facts, status=status)), day)


def _begins(entry: Entry) -> str:
    is_adopted = entry.standing is TextStanding.HOLDS or gives_way(entry)
    return begins(entry) if is_adopted else ""


def _next_turn(entry: Entry, day: str) -> Turn | None:
    later = (one for one in entry.turns if one.since > day and one.schools is not None)
    return next(later, None)
