"""How a text stands among the versions of its protocol on a day, in words."""

from __future__ import annotations

from protocolkit.base.messages import Translate, mark
from protocolkit.document.adoptions import adopted_on, began, own_holdings, schools_of_texts
from protocolkit.document.agreed_schools import adopted_schools
from protocolkit.document.approval_lines import print_date
from protocolkit.document.begins import HOLDS_FROM, first_day
from protocolkit.document.model import Protocol
from protocolkit.document.school_notices import shortened
from protocolkit.document.status_words import status_of
from protocolkit.versions.days import (
    begins,
    gives_way,
    leaves,
    newest_on,
    schools_on,
    schools_to_come,
    standing_on,
)
from protocolkit.versions.entry import Entry, TextStanding
from protocolkit.versions.history import History

_HOLDS = mark("holds now")
_WORDS = {
    TextStanding.HOLDS: _HOLDS,
    TextStanding.TO_COME: HOLDS_FROM,
    TextStanding.NEWEST: mark("newest text here; not known whether it holds"),
    TextStanding.EARLIER: mark("there is a newer text"),
    TextStanding.REPLACED: mark("replaced"),
    TextStanding.WITHDRAWN: mark("withdrawn"),
    TextStanding.OVER: mark("holds nowhere any more: every school of it is no more"),
    TextStanding.PENDING: mark("not adopted: {status}"),
}
_HOLDS_SINCE = mark("holds now, since {date}")
_HOLDS_UNTIL = mark("holds now, until {date}")
_REPLACED_ON = mark("replaced on {date}")
_NEXT_ADOPTED = mark("replaced; the next text was adopted on {date}")
_NEXT_DATED = mark("replaced; the next text is of {date}")
_CORRECTED = mark("corrected; the council was told of that on {date}")
_UNDONE = mark("replaced; the text of before that correction stands there again")
_NEWER = mark("there is a newer text, of {date}")
_SAME = mark("the same text as {version}")
_PARTLY = mark("holds now for {count} of {whole} schools: {names}")
_HOLDS_FROM_AT = mark("holds from {date} for {names}")
_LEAVES = mark("for {names} until {date}")
_UNTIL = mark("until {date}")
_MOST_NAMES = 3
PRESENT_NAME = mark("present text")
"""What the text of now is called when nobody kept it as a version."""


def standing_words(entry: Entry, day: str, translate: Translate, language: str) -> str:
    """Return how a text stands on a day: ``holds now``, ``replaced on 1 August 2026``."""
    standing = standing_on(entry, day)
    words = translate(_WORDS[standing])
    if standing is TextStanding.PENDING:
        return words.format(status=status_of(entry.told, translate))
    if standing is TextStanding.TO_COME:
        return _to_come(entry, day, translate, language)
    if standing is TextStanding.HOLDS:
        return _holding(entry, day, translate, language)
    return _over(entry, translate, language) or words


def _over(entry: Entry, translate: Translate, language: str) -> str:
    """Return what came after a text, with the day of that; "" when nothing is known of it."""
    newer = began(entry.successor) if entry.successor else ""
    if entry.standing is TextStanding.EARLIER and newer:
        date = print_date(newer, language)
        return translate(_NEWER).format(date=date)
    if told := _corrected_on(entry):
        return translate(_CORRECTED).format(date=print_date(told, language))
    is_replaced = entry.standing is TextStanding.REPLACED
    return _replaced(entry, translate, language) if is_replaced else ""


def row_words(entry: Entry, day: str, translate: Translate, language: str) -> str:
    """Return how a text stands in a list of all; one with the words of another names that one."""
    if entry.same_as is None:
        return standing_words(entry, day, translate, language)
    version = _version_words(entry.same_as, translate)
    return translate(_SAME).format(version=version)


def _to_come(entry: Entry, day: str, translate: Translate, language: str) -> str:
    """Return from when a text holds, and at which schools where not at all."""
    date, schools = print_date(begins(entry), language), schools_to_come(entry, day)
    said = translate(_HOLDS_FROM_AT if schools else HOLDS_FROM)
    return said.format(date=date, names=shortened(schools, translate, _MOST_NAMES))


def _holding(entry: Entry, day: str, translate: Translate, language: str) -> str:
    """Return that a text holds: until or since when, and for which schools where not for all."""
    schools = schools_on(entry, day)
    if schools is None:
        known = adopted_schools(entry.told)
        schools = known.agreed if known and known.still else ()
    every = schools_of_texts(entry.told.facts)
    until, begun = gives_way(entry), first_day(entry.told.facts.valid_from)
    said, date = _HOLDS, ""
    if schools and set(schools) < set(every):
        said = _PARTLY
    elif until:
        said, date = _HOLDS_UNTIL, print_date(until, language)
    elif begun:
        said, date = _HOLDS_SINCE, print_date(begun, language)
    count, whole = len(schools), len(every)
    words = [
        translate(said).format(
            date=date, count=count, whole=whole, names=shortened(schools, translate, _MOST_NAMES)
        )
    ]
    for left, places in leaves(entry, day):
        date = print_date(left, language)
        words.append(
            translate(_LEAVES).format(date=date, names=shortened(places, translate, _MOST_NAMES))
        )
    if said is _PARTLY and until:
        words.append(translate(_UNTIL).format(date=print_date(until, language)))
    return ", ".join(words)


def entry_name(entry: Entry, translate: Translate) -> str:
    """Return how readers call one text of a history."""
    return entry.name or translate(PRESENT_NAME)


def version_words(entry: Entry, translate: Translate) -> str:
    """Return how a sentence calls one text of a history: ``version '2'``, ``the present text``."""
    return _version_words(entry.name, translate)


def _version_words(name: str, translate: Translate) -> str:
    if not name:
        return translate("the present text")
    return translate("version '{version}'").format(version=name)


def between(old: Entry, new: Entry, translate: Translate) -> str:
    """Return how a link calls two texts: ``From 2025-1 to present text``."""
    names = {"old": entry_name(old, translate), "new": entry_name(new, translate)}
    return translate("From {old} to {new}").format(**names)


def read_newest(history: History, day: str, translate: Translate) -> str:
    """Return how a link to the text to read on a day is called; one that is over is the last."""
    standing = standing_on(newest_on(history, day), day)
    if standing is TextStanding.HOLDS:
        return translate("Read the text that holds")
    is_over = standing in {TextStanding.REPLACED, TextStanding.WITHDRAWN, TextStanding.OVER}
    return translate("Read the last text") if is_over else translate("Read the newest text")


def _corrected_on(entry: Entry) -> str:
    """Return when a council was told of the small correction of a text; "" of any other text."""
    code, successor = entry.text.words, entry.successor
    if entry.standing is not TextStanding.REPLACED or successor is None:
        return ""
    days = (
        one.corrections[one.codes.index(code)].told
        for one in successor.facts.approvals
        if one.fingerprint and code in one.codes[:-1]
    )
    return max(days, default="")


def _replaced(entry: Entry, translate: Translate, language: str) -> str:
    """Return what took the place of a text, by a day that is not before that of the text itself."""
    successor = entry.successor
    if successor is not None and _is_undone(entry, successor):
        return translate(_UNDONE)
    adopted = entry.replaced_by.date if entry.replaced_by else ""
    if successor is not None and not entry.replaced_by:
        adopted = adopted_on(successor)
    for words, found in (
        (_REPLACED_ON, _taken_over_on(entry)),
        (_NEXT_ADOPTED, adopted),
        (_NEXT_DATED, successor.facts.dated if successor else ""),
    ):
        if found and not (entry.replaced_by and found < entry.replaced_by.date):
            return translate(words).format(date=print_date(found, language))
    return ""


def _taken_over_on(entry: Entry) -> str:
    """Return the day of its own on which another text began to hold; "" where it has none."""
    if entry.turns:
        adopted = entry.replaced_by.date if entry.replaced_by else ""
        return day if (day := gives_way(entry)) > adopted else ""
    found = first_day(entry.successor.facts.valid_from) if entry.successor else ""
    return "" if entry.replaced_by and found <= begins(entry) else found


def _is_undone(entry: Entry, successor: Protocol) -> bool:
    """Tell whether a small correction was taken away again: the text of before it holds."""
    code = entry.text.words
    return any(code in holding.adoption.codes[1:] for holding in own_holdings(successor))
