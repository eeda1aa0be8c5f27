"""Lines with words in Hebrew or Arabic as PDFium gives them, and as a reader reads them.

PDFium keeps such words in the order in which they stand on the paper, from left to right, and after
one of them gives signs and spaces mirrored, until a word of letters like ours. A line with more of
them than of ours it gives wholly from right to left. Knows nothing of pages, only of text.
"""

from __future__ import annotations

import itertools
import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from enum import Enum
from typing import NamedTuple

# Letters of scripts that are read from right to left.
_LEFTWARD = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_LEFTWARD_WORD = re.compile(rf"(?:(?![،؛؟٪-٭۔\d]){_LEFTWARD.pattern}){{2,}}")
_LINE = re.compile(r"[^\r\n]+")
_OPENING, _CLOSING = "([{<«‹‘“≤⁅⁽₍〈《「『【〔", ")]}>»›’”≥⁆⁾₎〉》」』】〕"
_MIRROR = str.maketrans(_OPENING + _CLOSING, _CLOSING + _OPENING)


class _Way(Enum):
    """How signs are read: signs of numbers go along with either way, other signs with both."""

    LEFTWARD = "leftward"
    RIGHTWARD = "rightward"
    NUMBER = "number"
    OTHER = "other"


_WAYS = {
    "L": _Way.RIGHTWARD,
    **dict.fromkeys(("R", "AL"), _Way.LEFTWARD),
    **dict.fromkeys(("EN", "ES", "ET", "AN", "CS", "NSM", "BN"), _Way.NUMBER),
}


class _Run(NamedTuple):
    """Signs of a line that are read one way; ``is_turned`` when PDFium gives them mirrored."""

    begin: int
    text: str
    way: _Way
    is_turned: bool


def has_leftward(text: str) -> bool:
    """Tell whether any letter of a text is read from right to left."""
    return _LEFTWARD.search(text) is not None


def unturned(text: str) -> str:
    """Return text as PDFium gives it with the signs that were painted, each in its place."""
    if not has_leftward(text):
        return text
    return _LINE.sub(lambda line: _with_painted_signs(line[0]), text)


def with_turned_words(text: str, goes_right: Callable[[int, int], bool]) -> str:
    """Return text with each word from right to left whose letters PDFium gives the other way.

    Browsers write down the letters of such a word in the order of reading, and PDFium turns them.
    ``goes_right`` tells of the places of two letters whether the second is drawn to the right.
    """
    if not has_leftward(text):
        return text

    def turned(word: re.Match[str]) -> str:
        has_marks = any(map(unicodedata.combining, word[0]))
        is_turned = not has_marks and goes_right(word.start(), word.end() - 1)
        return word[0][::-1] if is_turned else word[0]

    return _LEFTWARD_WORD.sub(turned, text)


def in_reading_order(part: str, line: str = "") -> str:
    """Return a part of an unturned line with its words in the order in which they are read.

    ``line`` is all of it, where that is more. A number between words of both kinds may belong to
    either: it stays where it stands on the paper.
    """
    if not has_leftward(part):
        return part
    words: list[str] = []
    for runs, is_leftward in _passages(part, is_leftward=_is_leftward(line or part)):
        if is_leftward:
            words += [run.text for run in reversed(runs)]
        else:
            words += [run.text[::-1] if run.is_turned else run.text for run in runs]
    return "".join(words)


def _with_painted_signs(line: str) -> str:
    signs = list(line)
    for runs, is_leftward in _passages(line, is_leftward=_is_leftward(line)):
        if is_leftward and _is_closed_before_opened(runs):
            # what painted them wrote down which sign it is, not how it is drawn
            changed = [run for run in runs if run.way is _Way.OTHER]
        else:
            changed = [run for run in runs if run.is_turned and not is_leftward]
        for run in changed:
            signs[run.begin : run.begin + len(run.text)] = run.text.translate(_MIRROR)
    return "".join(signs)


def _is_closed_before_opened(runs: Sequence[_Run]) -> bool:
    """Tell whether the first bracket in words that are read from right to left is a closing one."""
    signs = (sign for run in reversed(runs) if run.way is _Way.OTHER for sign in run.text)
    return next((sign in ")]}" for sign in signs if sign in "()[]{}"), False)


def _is_leftward(line: str) -> bool:
    """Tell whether PDFium gives a line wholly from right to left."""
    ways = [way for way, _ in itertools.groupby(line, _way)]
    return ways.count(_Way.LEFTWARD) > ways.count(_Way.RIGHTWARD)


def _passages(part: str, *, is_leftward: bool) -> Iterator[tuple[list[_Run], bool]]:
    """Yield runs in their order on the paper, those together that are read from right to left.

    Such a passage begins and ends with words in Hebrew or Arabic, and has no letters like ours.
    """
    runs = _runs(part, is_leftward=is_leftward)
    for is_rightward, group in itertools.groupby(runs, lambda run: run.way is _Way.RIGHTWARD):
        found = list(group)
        places = [n for n, run in enumerate(found) if run.way is _Way.LEFTWARD]
        if is_rightward or not places:
            yield found, False
            continue
        first, last = places[0], places[-1] + 1
        yield found[:first], False
        yield found[first:last], True
        yield found[last:], False


def _runs(part: str, *, is_leftward: bool) -> list[_Run]:
    """Return the runs of a part of a line in their order on the paper."""
    runs: list[_Run] = []
    begin, is_turned = 0, is_leftward
    for way, group in itertools.groupby(part, _way):
        text = "".join(group)
        if way in (_Way.LEFTWARD, _Way.RIGHTWARD):
            is_turned = way is _Way.LEFTWARD
        runs.append(_Run(begin, text, way, is_turned and way is _Way.OTHER))
        begin += len(text)
    return runs[::-1] if is_leftward else runs


def _way(sign: str) -> _Way:
    return _WAYS.get(unicodedata.bidirectional(sign), _Way.OTHER)
