"""Numbers that are words of a heading: 'Bijlage 2 Route', 'Stap 3: Gesprek', 'Deel B'.

'Artikel 5' is a marker before a heading. 'Bijlage 2' stays part of its words, so that what stands
under it is not called '2.1', and yet texts cite it by that number. This is the one grammar of both,
and of every other number of its own that a heading or lid has in its words: '(a) Vechten', 'Lid 1',
'A Begin'. Whether such a number counts with others is decided by who knows what stands around it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from protocolkit.text.late_patterns import late
from protocolkit.text.markers import LID, WORDS, CountingWord, Start, find_starts, word_pattern

HEADING_WORDS = (
    CountingWord(
        name="bijlage", short=("bijl.",), plurals=("bijlagen", "bijlages"), is_number=False
    ),
    CountingWord(name="onderdeel", plurals=("onderdelen",), is_number=False),
    *(word for word in WORDS if not word.is_number and word is not LID),
)
"""Words whose number a heading is cited by, though it is part of what the heading says."""

_WORDS = word_pattern((form for word in HEADING_WORDS for form in word.forms), capitals=True)
# 'Deel U dit met ouders' is a sentence.
_NUMBERED = late(
    rf"\s*(?P<word>{_WORDS})\s+(?P<number>\d{{1,3}}(?:\.\d{{1,3}})*[a-z]?|[IVXLC]+|[A-TV-Z])"
    r"(?:\s?[.:]|\s[–—-])?(?=\s|$)"
)
_NAMES = {
    form: word.name
    for word in (*WORDS, *HEADING_WORDS)
    for form in (*word.forms, *word.plurals)
    if word is not LID
}
_COUNTING = late(
    rf"(?<!\w)(?:{word_pattern(name for name in _NAMES if name[-1].isalpha())})(?!\w)"
    rf"|(?<!\w)(?:{word_pattern(name for name in _NAMES if name[-1] == '.')})|§+"
)

# A letter alone, or after a word that counts; 'U Bent hier' is no number.
_LETTERED = late(
    rf"(?P<marker>(?:(?:{word_pattern((form for w in WORDS for form in w.forms), capitals=True)})"
    r"\s)?(?P<letter>[A-TV-Z]))(?P<end>[.:)]?)(?=\s+[A-ZÀ-Þ(\d]|\s*$)"
)
_SENTENCE_STARTS = re.compile(r"\s+[a-zà-ÿ]")
_ENDED = re.compile(r"[.:)]$")


@dataclass(frozen=True, slots=True)
class HeadingNumber:
    """The word and the number that a heading begins with, and where its other words begin."""

    word: str
    number: str
    end: int


def heading_number(title: str) -> HeadingNumber | None:
    """Return the number in the words of a heading, None where it has none.

    >>> heading_number("Bijlage 2: Route")
    HeadingNumber(word='bijlage', number='2', end=10)
    """
    found = _NUMBERED.match(title)
    return (
        HeadingNumber(_NAMES[found["word"].lower()], found["number"], found.end())
        if found
        else None
    )


@dataclass(frozen=True, slots=True)
class OwnNumber:
    """The number of its own that a heading or lid begins its words with, and where it ends.

    ``word`` is a word that stays part of what is said: 'Bijlage', not 'Lid'. ``needs_series`` tells
    that it is a number only where what stands around it counts on: 'A Begin' before 'B Gesprek'.
    """

    word: str
    end: int
    start: Start | None
    needs_series: bool = False


def own_number(text: str, *, is_heading: bool) -> OwnNumber | None:
    """Return the number that the words of a heading or a lid begin with, None where none is.

    Where a small letter follows, it is the subject of a sentence: 'Lid 1 geldt niet voor kleuters'.

    >>> own_number("(a) Vechten", is_heading=True).end
    3
    >>> own_number("Lid 1 geldt niet voor kleuters", is_heading=False) is None
    True
    """
    if is_heading and (number := heading_number(text)):
        return OwnNumber(number.word, number.end, None)
    for start in find_starts(text)[:1]:
        if _is_own(start, text[len(start.marker) :], is_heading):
            needs = start.style.is_worded and not is_heading
            return OwnNumber("", len(start.marker), start, needs)
    return lettered(text) if is_heading else None


def _is_own(start: Start, rest: str, is_heading: bool) -> bool:
    if not start.style.is_worded and not is_heading:
        return False
    if start.style.is_bullet or start.style.is_bare or start.style.has_parts:
        return False
    return bool(_ENDED.search(start.marker)) or not _SENTENCE_STARTS.match(rest)


def lettered(text: str) -> OwnNumber | None:
    """Return the letter of 'A Begin' or 'Hoofdstuk A': alone it needs others around it.

    >>> lettered("H Begin").start.count, lettered("Een begin")
    ((8,), None)
    """
    if not (found := _LETTERED.match(text)):
        return None
    [start, *_] = find_starts(f"{found['letter']}. x")
    is_alone = found["marker"] == found["letter"]
    key = f"letter-{found['marker'].removesuffix(found['letter']).strip().lower()}"
    start = replace(start, marker=found["marker"], key=key)
    return OwnNumber("", found.end(), start, needs_series=is_alone)


def counting_words_in(text: str) -> frozenset[str]:
    """Return by its name each word that counts something: articles, chapters, annexes.

    >>> sorted(counting_words_in("de artikelen 3 en 4, § 2 en bijlage 1"))
    ['artikel', 'bijlage', '§']
    """
    return frozenset(_NAMES[said.lower()] for said in _COUNTING.findall(text))


def without_counting_words(text: str) -> str:
    """Return a text without those words, to hold the rest of two references together."""
    return _COUNTING.sub("", text)
