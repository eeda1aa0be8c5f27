"""Which text of a protocol holds on a day: what was adopted may begin to hold later.

Until the day on which a text begins, the one before it still holds. Nothing here asks what day it
is: each answer is that of the day which is given, as ISO 8601.
"""

from __future__ import annotations

from dataclasses import replace

from protocolkit.document.adoptions import own_holdings
from protocolkit.document.begins import first_day
from protocolkit.document.facts import DECIDED, Status
from protocolkit.document.model import Protocol
from protocolkit.versions.history import Entry, History, TextStanding


def begins(entry: Entry) -> str:
    """Return the day on which a text begins to hold, "" when none is written."""
    return first_day(entry.told.facts.valid_from)


def gives_way(entry: Entry) -> str:
    """Return the day on which another text takes the place of an adopted one, "" when unknown.

    A text with small corrections holds since the same day as the one without them.
    """
    successor = entry.successor
    if entry.standing is not TextStanding.REPLACED or successor is None:
        return ""
    was_adopted = entry.replaced_by or entry.text.protocol.facts.status in DECIDED
    if not was_adopted or successor.facts.status not in DECIDED:
        return ""
    if any(entry.text.words in one.adoption.every_code for one in own_holdings(successor)):
        return ""
    day = first_day(successor.facts.valid_from)
    is_before = entry.replaced_by and successor.facts.valid_from < entry.replaced_by.date
    return "" if is_before or day <= begins(entry) else day


def turning_days(history: History) -> tuple[str, ...]:
    """Return the days on which another text begins to hold, in their order."""
    found = {day for one in history.entries for day in (_begins(one), gives_way(one))}
    return tuple(sorted(found - {""}))


def standing_on(entry: Entry, day: str) -> TextStanding:
    """Return how a text stands on a day."""
    is_still_there = day < gives_way(entry)
    if entry.standing is not TextStanding.HOLDS and not is_still_there:
        return entry.standing
    return TextStanding.TO_COME if day < begins(entry) else TextStanding.HOLDS


def newest_on(history: History, day: str) -> Entry:
    """Return the text to read on a day: while the newest one is to come, the one before it."""
    found = history.newest
    for older in history.entries[history.entries.index(found) + 1 :]:
        if standing_on(found, day) is not TextStanding.TO_COME:
            break
        if gives_way(older) == begins(found):
            found = older
    return found


def is_newest_on(history: History, entry: Entry, day: str) -> bool:
    """Tell whether a text has the words of the text to read on a day."""
    return entry.text.words == newest_on(history, day).text.words


def kept_page_on(entry: Entry, day: str) -> Protocol | None:
    """Return the kept version as its own page tells of it on a day, None where nothing was kept."""
    if standing_on(entry, day) is entry.standing or entry.recorded is None:
        return entry.kept_page
    facts = entry.recorded.facts
    status = Status.ADOPTED if facts.status is Status.REPLACED else facts.status
    return replace(entry.recorded, facts=replace(facts, status=status))


def _begins(entry: Entry) -> str:
    is_adopted = entry.standing is TextStanding.HOLDS or gives_way(entry)
    return begins(entry) if is_adopted else ""
