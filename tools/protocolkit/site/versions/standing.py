"""How a text stands among the versions of its protocol, in words and without asking the day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from protocolkit.base.messages import Translate, mark
from protocolkit.document.adoptions import adopted_on, began, own_holdings
from protocolkit.document.agreed_schools import adopted_schools
from protocolkit.document.approval_lines import print_date
from protocolkit.document.model import Protocol
from protocolkit.document.status_words import status_of
from protocolkit.versions.history import Entry, History, TextStanding

_WORDS = {
    TextStanding.HOLDS: mark("holds now"),
    TextStanding.NEWEST: mark("newest text here; not known whether it holds"),
    TextStanding.EARLIER: mark("there is a newer text"),
    TextStanding.REPLACED: mark("replaced"),
    TextStanding.WITHDRAWN: mark("withdrawn"),
    TextStanding.PENDING: mark("not adopted: {status}"),
}
_HOLDS_FROM = mark("holds from {date}")
_REPLACED_ON = mark("replaced on {date}")
_NEXT_ADOPTED = mark("replaced; the next text was adopted on {date}")
_NEXT_DATED = mark("replaced; the next text is of {date}")
_CORRECTED = mark("corrected; the council was told of that on {date}")
_UNDONE = mark("replaced; the text of before that correction stands there again")
_NEWER = mark("there is a newer text, of {date}")
_SAME = mark("the same text as {version}")
_PARTLY = mark("holds now for {count} of {whole} schools: {names}")
_MOST_NAMES = 3
PRESENT_NAME = mark("present text")
"""What the text of now is called when nobody kept it as a version."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StandingWords:
    """How a text stands; ``then`` is what the reader's clock adds once the date ``after`` is over.

    ``after`` is "" when there is nothing to wait for.
    """

    text: str
    after: str = ""
    then: str = ""


def standing_words(entry: Entry, translate: Translate, language: str) -> StandingWords:
    """Return how a text stands: ``holds now``, ``replaced on 1 August 2026``."""
    words = translate(_WORDS[entry.standing])
    if entry.standing is TextStanding.PENDING:
        return StandingWords(text=words.format(status=status_of(entry.told, translate)))
    if entry.standing is TextStanding.HOLDS:
        return _holding(entry, words, translate, language)
    newer = began(entry.successor) if entry.successor else ""
    if entry.standing is TextStanding.EARLIER and newer:
        date = print_date(newer, language)
        return StandingWords(text=translate(_NEWER).format(date=date))
    if day := _corrected_on(entry):
        said = translate(_CORRECTED).format(date=print_date(day, language))
        return StandingWords(text=said)
    if entry.standing is TextStanding.REPLACED:
        return StandingWords(text=_replaced(entry, translate, language) or words)
    return StandingWords(text=words)


def row_words(entry: Entry, translate: Translate, language: str) -> StandingWords:
    """Return how a text stands in a list of all; one with the words of another names that one."""
    if entry.same_as is None:
        return standing_words(entry, translate, language)
    version = _version_words(entry.same_as, translate)
    return StandingWords(text=translate(_SAME).format(version=version))


def _holding(entry: Entry, words: str, translate: Translate, language: str) -> StandingWords:
    """Return that a text holds: from when, and for which schools where not for all."""
    if begun := entry.told.facts.valid_from:
        said = translate(_HOLDS_FROM).format(date=print_date(begun, language))
        return StandingWords(text=said, after=_before(begun), then=words)
    schools = adopted_schools(entry.told)
    if schools is None or not schools.still:
        return StandingWords(text=words)
    more = ["…"] if len(schools.agreed) > _MOST_NAMES else []
    names = ", ".join([*schools.agreed[:_MOST_NAMES], *more])
    count, whole = len(schools.agreed), len(schools.agreed) + len(schools.still)
    said = translate(_PARTLY).format(count=count, whole=whole, names=names)
    return StandingWords(text=said)


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


def read_newest(history: History, translate: Translate) -> str:
    """Return how a link to the newest text is called; a text that is over is only the last one."""
    if history.newest.standing is TextStanding.HOLDS:
        return translate("Read the text that holds")
    is_over = history.newest.standing in {TextStanding.REPLACED, TextStanding.WITHDRAWN}
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
        (_REPLACED_ON, successor.facts.valid_from if successor else ""),
        (_NEXT_ADOPTED, adopted),
        (_NEXT_DATED, successor.facts.dated if successor else ""),
    ):
        if found and not (entry.replaced_by and found < entry.replaced_by.date):
            return translate(words).format(date=print_date(found, language))
    return ""


def _is_undone(entry: Entry, successor: Protocol) -> bool:
    """Tell whether a small correction was taken away again: the text of before it holds."""
    code = entry.text.words
    return any(code in holding.adoption.codes[1:] for holding in own_holdings(successor))


def _before(iso: str) -> str:
    """Return the day, month or year before one.

    >>> _before("2026-08-01"), _before("2026-01"), _before("2026")
    ('2026-07-31', '2025-12', '2025')
    """
    year, month, day, *_ = (*(int(part) for part in iso.split("-")), 1, 1)
    first = date(year, month, day)
    return (first - timedelta(days=1)).isoformat()[: len(iso)]
