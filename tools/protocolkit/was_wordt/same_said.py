"""The same thing that two texts write in another way: a time, a share, how often, a short form.

'Kwart over acht' is '8.15 uur', and 'eenmaal' is 'één keer'. Where both texts say it, one of them
is written as the other, so that what is compared then is what else differs.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache

from protocolkit.relations.quantity_forms import (
    CLOCK,
    PARTS_OF_HOUR,
    SCHOOL_OPENS,
    SPOKEN_CLOCK,
    WORDS,
)
from protocolkit.text.function_words import either
from protocolkit.text.late_patterns import late
from protocolkit.was_wordt.rule_words import same_words

_NUMBER = rf"(?:\d{{1,3}}|{either(WORDS)})"
_WHOLE_HOUR = late(
    rf"(?<=\b(?:om|na) )(?P<n>{_NUMBER}) uur(?!\w)"
    rf"|(?<=\b(?:tot|van) )(?P<to>{_NUMBER}) uur(?!\w)"
    rf"|(?<=\b(?:vanaf) )(?P<since>{_NUMBER}) uur(?!\w)",
    re.IGNORECASE,
)
_SHARES = {"de helft": 50, "een kwart": 25, "een vierde": 25, "een vijfde": 20, "driekwart": 75}
_SHARE = late(
    rf"(?<![\w-])(?:(?P<said>{either(_SHARES)})(?![\w-])"
    rf"|(?P<n>{_NUMBER})(?: procent(?!\w)| ?%))",
    re.IGNORECASE,
)
_TIMES = late(
    rf"(?<![\w-])(?:(?P<n>{_NUMBER}) ?(?:keer|maal)|(?P<once>eens)(?= (?:per|in de|in het|elke?)))"
    r"(?![\w-])",
    re.IGNORECASE,
)

_Said = tuple[object, tuple[int, int]]
"""What is said, however it is written, and where."""


def said_alike(text: str, other: str) -> str:
    """Return a text in which what the other one says too is written as it is there.

    >>> said_alike("Open om kwart over acht, eenmaal per week.", "Eens per week om 8.15 uur.")
    'Open om 8.15 uur, Eens per week.'
    """
    for find in (_times_of_day, _shares, _how_often, _words):
        text = _alike(text, other, find)
    return text


def _alike(text: str, other: str, find: Callable[[str], Iterator[_Said]]) -> str:
    here = [*find(text)]
    there: dict[object, list[str]] = {}
    for said, (begin, end) in find(other) if here else ():
        there.setdefault(said, []).append(other[begin:end])
    changed: list[tuple[tuple[int, int], str]] = []
    for said, (begin, end) in here:
        words = there.get(said, [])
        own = text[begin:end].lower()
        if own in map(str.lower, words):
            words.remove(next(one for one in words if one.lower() == own))
        elif words:
            changed.append(((begin, end), words.pop(0)))
    for (begin, end), instead in sorted(changed, reverse=True):
        text = f"{text[:begin]}{instead}{text[end:]}"
    return text


def _times_of_day(text: str) -> Iterator[_Said]:
    for found in CLOCK.finditer(text):
        yield int(found["h"]) * 60 + int(found["m"]), found.span()
    for found in SPOKEN_CLOCK.finditer(text):
        yield (
            _in_school(WORDS[found["h"].lower()] + PARTS_OF_HOUR[found["part"].lower()]),
            (found.span()),
        )
    for found in _WHOLE_HOUR.finditer(text):
        yield _in_school(_value(found["n"] or found["to"] or found["since"])), found.span()


def _in_school(hour: float) -> int:
    return round((hour if hour >= SCHOOL_OPENS else hour + 12) * 60)


def _shares(text: str) -> Iterator[_Said]:
    for found in _SHARE.finditer(text):
        said = found["said"]
        yield _SHARES[said.lower()] if said else _value(found["n"]), found.span()


def _how_often(text: str) -> Iterator[_Said]:
    for found in _TIMES.finditer(text):
        yield 1 if found["once"] else _value(found["n"]), found.span()


def _words(text: str) -> Iterator[_Said]:
    senses = same_words()
    for found in _pattern().finditer(text):
        yield senses[found[0].lower()], found.span()


@cache
def _pattern() -> re.Pattern[str]:
    forms = "|".join(map(re.escape, sorted(same_words(), key=len, reverse=True)))
    return re.compile(rf"(?<![\w./-])(?:{forms})(?![\w/-])", re.IGNORECASE)


def _value(number: str) -> int:
    return int(number) if number.isdecimal() else WORDS[number.lower()]
