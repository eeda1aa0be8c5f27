"""Text that was copied from our redline, without the words that say where a change begins and ends.

Every line keeps its number.
"""

from __future__ import annotations

import re
from functools import cache

from protocolkit.base.messages import languages, translator
from protocolkit.paper.redline.change_words import AWAY, BEFORE, BEGIN_END, HERE, JOINED, NOW, SPLIT
from protocolkit.paper.redline.passages import State

_MOST = 4_000
# What is inside what moved comes first.
_KINDS = (
    (BEGIN_END[State.REMOVED], State.REMOVED),
    (BEFORE, State.REMOVED),
    (BEGIN_END[State.ADDED], State.ADDED),
    (NOW, State.ADDED),
    (AWAY, State.REMOVED),
    (HERE, State.ADDED),
)


def without_signs(text: str, gone: State = State.REMOVED) -> str:
    """Return text without the words of one state, and without the signs of both.

    >>> without_signs("De [verwijderd: mentor einde verwijderd] [nu: leraar einde nu] belt.")
    'De  leraar belt.'
    """
    for pattern, state in _patterns():
        if state is gone:
            text = pattern.sub(lambda found: "\n" * found[0].count("\n"), text)
        else:
            text = pattern.sub(r"\g<said>", text)
    for translate in map(translator, languages()):
        for sign in (SPLIT, JOINED):
            text = text.replace(translate(sign), "")
    return text


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], State], ...]:
    return tuple(
        (_between(translate(begin), translate(end)), state)
        for (begin, end), state in _KINDS
        for translate in map(translator, languages())
    )


def _between(begin: str, end: str) -> re.Pattern[str]:
    """Return a pattern for the words between two signs, which lines may break."""
    first, last = (_spaced(sign).replace(r"\{place\}", "[^:\\]]{1,120}") for sign in (begin, end))
    said = rf"(?P<said>(?:(?!{first}).){{0,{_MOST}}}?)"
    return re.compile(rf"{first}\s?{said}\s?{last}", re.DOTALL)


def _spaced(sign: str) -> str:
    return r"\s+".join(map(re.escape, sign.split()))
