"""Numbers that are words of a heading: 'Bijlage 2 Route', 'Stap 3: Gesprek', 'Deel B'.

'Artikel 5' is a marker before a heading. 'Bijlage 2' stays part of its words, so that what stands
under it is not called '2.1', and yet texts cite it by that number. This is the one grammar of both.
"""

from __future__ import annotations

from dataclasses import dataclass

from protocolkit.text.late_patterns import late
from protocolkit.text.markers import LID, WORDS, CountingWord, word_pattern

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


def counting_words_in(text: str) -> frozenset[str]:
    """Return by its name each word that counts something: articles, chapters, annexes.

    >>> sorted(counting_words_in("de artikelen 3 en 4, § 2 en bijlage 1"))
    ['artikel', 'bijlage', '§']
    """
    return frozenset(_NAMES[said.lower()] for said in _COUNTING.findall(text))


def without_counting_words(text: str) -> str:
    """Return a text without those words, to hold the rest of two references together."""
    return _COUNTING.sub("", text)
