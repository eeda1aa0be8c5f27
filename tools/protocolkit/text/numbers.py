"""Numbers of clauses and sections: values that parse, sort and print.

A marker is what is printed (``7.``, ``A.``, ``14a.``, ``Artikel 5``); a number is how it counts.
Numbers may jump and may change; they are never a clause's identity (that is its anchor).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import total_ordering

_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
_ROMAN = re.compile(r"^(?=[IVXLC]{2,}$)C{0,3}(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})$")
_PART = re.compile(r"^(?:(?P<count>\d{1,6})(?P<suffix>[a-z]{0,2})|(?P<letters>[A-Za-z]{1,5}))$")
_ARTICLE_WORD = r"(?:Artikel|artikel|Art\.|art\.|Hoofdstuk|hoofdstuk|Paragraaf|paragraaf|§+)"
_BARE = r"\d{1,6}(?:\.\d{1,6})*[a-z]{0,2}"

# What a heading may begin with. A bare number needs no point there ('1 Inleiding').
SECTION_MARKER = re.compile(
    rf"^(?P<marker>{_ARTICLE_WORD}\s?(?:{_BARE}|[IVXLC]+)[.:]?(?=\s|$)"
    rf"|(?:{_BARE}[.)]?|[A-Z][.)]|[IVXLC]{{2,7}}[.)]?)(?=\s+\S))"
)

# What an unlisted paragraph may begin with: all that CommonMark has no list for.
PARAGRAPH_MARKER = re.compile(
    r"^(?P<marker>(?:Artikel|artikel)\s\d{1,6}[a-z]{0,2}[.:]?"
    r"|\d{1,6}(?:\.\d{1,6})+[a-z]{0,2}[.)]?"
    r"|\d{1,6}[a-z]{1,2}[.)]"
    r"|\d{1,6}[°º]"
    r"|(?:[A-Za-z]|[IVXLC]{2,7}|[ivxlc]{2,7})[.)]"
    r"|[–▪◦‣])(?=\s+\S)"
)


@total_ordering
@dataclass(frozen=True, slots=True)
class NumberPart:
    """One level of a number: ``14a`` is 14 with suffix ``a``; ``A`` is 1 in letters."""

    value: int
    suffix: str = ""
    printed: str = ""

    def __lt__(self, other: NumberPart) -> bool:
        return (self.value, self.suffix) < (other.value, other.suffix)

    def __str__(self) -> str:
        return self.printed or f"{self.value}{self.suffix}"


@total_ordering
@dataclass(frozen=True, slots=True)
class Number:
    """How a clause or section is counted, level by level: ``3.1.7``, ``A.2``, ``14a``."""

    parts: tuple[NumberPart, ...]

    def __lt__(self, other: Number) -> bool:
        return self.parts < other.parts

    def __str__(self) -> str:
        return ".".join(str(part) for part in self.parts)

    def under(self, parent: Number | None) -> Number:
        """Return this number as counted inside ``parent``, which it may already repeat."""
        if parent is None:
            return self
        depth = len(parent.parts)
        repeats = len(self.parts) > depth and self.parts[:depth] == parent.parts
        return self if repeats else Number(parent.parts + self.parts)


def parse_number(marker: str) -> Number | None:
    """Return the number that a printed marker stands for, or None (``•`` counts nothing).

    >>> str(parse_number("14a.")), str(parse_number("Artikel 5")), str(parse_number("3.1"))
    ('14a', '5', '3.1')
    """
    bare = re.sub(rf"^{_ARTICLE_WORD}\s?", "", marker.strip()).rstrip(".):°º")
    parts = [_parse_part(text) for text in bare.split(".")] if bare else []
    known = [part for part in parts if part is not None]
    return Number(tuple(known)) if known and len(known) == len(parts) else None


def is_article(marker: str) -> bool:
    """Tell whether a marker counts through the whole document (``Artikel 5``)."""
    return marker.lower().startswith(("artikel", "art."))


def _parse_part(text: str) -> NumberPart | None:
    found = _PART.match(text)
    if found is None:
        return None
    if found["count"]:
        return NumberPart(int(found["count"]), found["suffix"])
    letters = found["letters"]
    if _ROMAN.match(letters.upper()):
        return NumberPart(_roman_value(letters.upper()), printed=letters)
    if len(letters) == 1:
        return NumberPart(ord(letters.lower()) - ord("a") + 1, printed=letters)
    return None


def _roman_value(letters: str) -> int:
    values = [_ROMAN_VALUES[letter] for letter in letters]
    following = [*values[1:], 0]
    return sum(-v if v < after else v for v, after in zip(values, following, strict=True))
