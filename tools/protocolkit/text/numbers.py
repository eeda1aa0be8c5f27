"""Numbers of clauses and sections: values that parse, sort and print.

A marker is what is printed (``7.``, ``A.``, ``14a.``, ``Artikel 5``); a number is how it counts.
Numbers may jump and may change; they are never a clause's identity (that is its anchor).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import total_ordering

from protocolkit.text.numerals import readings

_PART = re.compile(r"^(?:(?P<count>\d{1,6})(?P<suffix>[a-z]{0,2})|(?P<letters>[A-Za-z]{1,8}))$")
_ARTICLE_WORD = r"(?:Artikel|artikel|Art\.|art\.|Hoofdstuk|hoofdstuk|Paragraaf|paragraaf|§+)"
_BARE = r"\d{1,6}(?:\.\d{1,6})*[a-z]{0,2}"

# What a heading may begin with. A number needs no point there ('1 Inleiding'), nor do the letters
# that count chapters before a word with a capital ('V Slot'); any other letter does.
SECTION_MARKER = re.compile(
    rf"^(?P<marker>{_ARTICLE_WORD}\s?(?:{_BARE}|[IVXLC]+)[.:]?(?=\s|$)"
    rf"|(?:{_BARE}[.)]?|[A-Z][.)]|[IVXLC]{{2,7}}[.)]?)(?=\s+\S)"
    r"|[IVX](?=\s+[A-ZÀ-Þ]))"
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
    """One level of a number: ``14a`` is 14 with suffix ``a``; ``A`` is 1 in letters.

    ``other`` is what a letter alone counts when it is read the other way: ``V`` is 5, or 22.
    """

    value: int
    suffix: str = ""
    printed: str = ""
    other: int = field(default=0, compare=False)

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
        repeats = len(self.parts) > depth and _printed(self)[:depth] == _printed(parent)
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


def settled(
    parts: Sequence[NumberPart], before: NumberPart | None = None
) -> tuple[NumberPart, ...]:
    """Return the numbers of one run, each letter alone read as its neighbours ask.

    ``V`` is 5 after ``IV`` or before ``VI``, and 22 after ``U``; where no neighbour tells, the
    likeliest stays. ``before`` is a number, itself settled, on which the run may go on.

    >>> [part.value for part in settled([NumberPart(8, printed="h"), NumberPart(1, "", "i", 9)])]
    [8, 9]
    """
    found: list[NumberPart] = []
    for place, part in enumerate(parts):
        after = parts[place + 1] if place + 1 < len(parts) else None
        found.append(_settled(part, found[-1] if found else before, after))
    return tuple(found)


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
    value, other = (*readings(letters), 0, 0)[:2]
    return NumberPart(value, printed=letters, other=other) if value else None


def _settled(part: NumberPart, before: NumberPart | None, after: NumberPart | None) -> NumberPart:
    if not part.other:
        return part
    following = {after.value, after.other} if _is_alike(part, after) and after else set()
    previous = before.value if _is_alike(part, before) and before else -1
    other_fits = (part.other == previous + 1) + (part.other + 1 in following)
    likely_fits = (part.value == previous + 1) + (part.value + 1 in following)
    if other_fits <= likely_fits:
        return part
    return replace(part, value=part.other, other=part.value)


def _is_alike(part: NumberPart, neighbour: NumberPart | None) -> bool:
    """Tell whether a neighbour is written in letters too, of the same case."""
    if neighbour is None or not neighbour.printed:
        return False
    return part.printed.isupper() == neighbour.printed.isupper()


def _printed(number: Number) -> tuple[str, ...]:
    return tuple(str(part) for part in number.parts)
