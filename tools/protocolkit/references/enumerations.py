"""References that name several things: ``artikel 1, eerste en tweede lid``, ``leden 1 t/m 3``.

Each leads to all that it names, those within a range too. Where one of them leads nowhere, or the
words around it name another text, it is left out: nothing is known of it then.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass

from protocolkit.document.model import Block, Protocol
from protocolkit.document.outline import PlacedClause, placed_clauses
from protocolkit.document.richtext import plain
from protocolkit.document.tree import block_texts
from protocolkit.references.citation_index import CitationIndex, CitationTarget, citation_index
from protocolkit.references.citations import (
    LETTERED,
    LISTED,
    ORDINAL,
    PLURAL,
    UNITS,
    Citation,
    Unit,
    ordinal_number,
    unit_of,
    with_externals,
)
from protocolkit.text.function_words import FUNCTION_WORDS, JOINING, either
from protocolkit.text.late_patterns import late
from protocolkit.text.numerals import Numerals, print_count, read_count

_NUMBER = rf"{LETTERED}?\d+(?:[.:]\d+)*[a-z]?(?![\w:/%])(?!\.\d)"
_DASH = r"(?<=\d)\s?[-–]\s?(?=\d)"
_TO = rf"(?:\s+(?:tot\s+en\s+met|t/m)\s+|{_DASH})"
# A range in words is listed too: written as both, each would be read in two ways.
_BETWEEN = rf"(?:{_DASH}|{LISTED}\s+)"
_NUMBERS = rf"{_NUMBER}(?:{_BETWEEN}{_NUMBER})*"
# What an article is called may be a letter: 'artikel A lid 1' is no lid of where it stands.
_OWN = rf"(?:{_NUMBER}|(?:[IVXLC]+|[A-H])(?![\w:/%])(?!\.\d))"
_OWN_NUMBERS = rf"{_OWN}(?:{_BETWEEN}{_OWN})*"
_ORDINALS = rf"{ORDINAL}(?:{_BETWEEN}(?:het\s+)?{ORDINAL})*\s+(?:lid|leden)\b"
_POINT_WORD = r"(?:onder|sub|onderdeel|onderdelen|punten|punt|letter)"
_NAME = r"(?:[a-z]\b|\d{1,2}°?(?!\w|[.,:/]\d))"
_POINTS = rf"(?:aanhef\s+en\s+)?{_POINT_WORD}\s+{_NAME}(?:{_BETWEEN}(?:{_POINT_WORD}\s+)?{_NAME})*"
_GROUP = rf"(?:{_ORDINALS}|(?:lid|leden)\s+{_NUMBERS})(?:,?\s+{_POINTS})?"
_MEMBERS = rf"(?P<members>{_GROUP}(?:{LISTED}\s+(?:het\s+|de\s+)?{_GROUP})*)"
_OF_UNITS = late(
    rf"(?<!\w)(?:{UNITS}|[Rr]egels?)\s*(?P<numbers>{_OWN_NUMBERS})"
    rf"(?:,?\s+(?:het\s+|de\s+)?{_MEMBERS}|,?\s+(?P<points>{_POINTS}))?"
)
# Words after which a number is that of a clause, and those after which one with a stop in it is:
# 'zie 3', 'volgens 1.1', and not 'onder 5.5', 'versie 1.1'.
_PLACE = r"(?:punt(?:en)?|bepaling(?:en)?|nummers?|nrs?\.)"
_NAMED = r"(?:bedoelde?|genoemde?|vermelde?|beschreven|bepaalde?|gestelde?)\b"
_SEE = (
    r"(?:[Zz]ie|[Vv]ergelijk|[Vv]gl\.)"
    r"(?:\s+(?:ook|verder|nader|hiervoor|hierboven|hierna|hieronder))?"
    rf"(?:\s+(?:de|het))?(?:\s+{_PLACE})?(?:\s+(?:onder|bij|in))?(?:\s+{_PLACE})?"
)
_BY = (
    rf"(?:{_PLACE}|[Vv]olgens|[Cc]onform|[Kk]rachtens|[Ii]ngevolge|[Oo]vereenkomstig"
    r"|(?:strijd|overeenstemming)\s+met|[Rr]egels?\s+(?:van|uit|in|onder)"
    r"|(?:afwijking|grond|uitzondering|overtreding|naleving|toepassing)\s+(?:van|op)"
    rf"|{_NAMED}\s+(?:in|onder|bij|van))"
)
_STOPPED = rf"(?:{LETTERED}\d+(?:[.:]\d+)*|\d+(?:\.\d+)+)[a-z]?(?![\w:/%])(?!\.\d)"
_STOPPED = rf"{_STOPPED}(?:{_BETWEEN}{_STOPPED})*"
_OF_NUMBERS = late(
    rf"(?<!\w)(?:{_SEE}\s+(?:(?P<by>{_STOPPED})|(?P<seen>{_NUMBERS}))"
    rf"|{_BY}\s+(?P<following>{_STOPPED})|[Ii]n\s+(?P<inside>{_STOPPED})"
    rf"|(?:[Oo]nder|[Bb]ij)\s+(?P<named>{_STOPPED})(?=\s+{_NAMED})"
    rf"|(?P<enclosed>(?<=\(){_STOPPED}(?=\))))"
    rf"(?:,?\s+(?:het\s+|de\s+)?{_MEMBERS}|,?\s+(?P<points>{_POINTS}))?"
)
_OF_MEMBERS = late(rf"(?<!\w){_MEMBERS}(?:\s+van\s+(?:artikel|art\.)\s+(?P<of>{_OWN_NUMBERS}))?")
_ONE_GROUP = late(
    rf"(?:(?P<ordinals>{_ORDINALS})|(?:lid|leden)\s+(?P<counts>{_NUMBERS}))"
    rf"(?:,?\s+(?P<points>{_POINTS}))?"
)
_NAMES = late(rf"(?<=\s){_NAME}(?:{_BETWEEN}(?:{_POINT_WORD}\s+)?{_NAME})*")
_WORDS = late(rf"{_POINT_WORD}\s+|°|\s+(?:lid|leden)\b|\bhet\s+")
POINTED = late(
    r"[\s,]*\b(?:aanhef\s+en\s+)?(?:onder|sub|onderdeel|onderdelen|punten|punt|letter|lid)"
    r"\s+(?:[a-z]|\d+°)(?!\w)|[\s,]*\b(?:onder|sub|punt)\s+\d"
)
"""What names a point of a place that stands before it: ', onder a'."""
_DEEPER = late(r",?\s+\d{1,2}°")
_PARTS = late(rf"({_BETWEEN})")
_RANGE = late(r"\s*(?:tot\s+en\s+met|t/m|[-–])\s*")
# 'artikel 5 en 3 dagen', 'lid 1, 2 of meer keer': what is counted is no article. Whatever is not
# surely the rest of the sentence is taken for what is counted.
_REST = either(
    (FUNCTION_WORDS - JOINING - {"per", "tot", "over"})
    | set("bedoeld bedoelde geldt gelden genoemd genoemde hier hierboven hieronder".split())
    | {"niet", "staan", "staat"}
)
COUNTED = late(rf"\s*[€%°]|\s+(?!(?:{_REST})\b)[^\W\d_]")
"""What follows a number that may count it: 'en 3 dagen'."""

_JOINT = late(rf"(?:(?P<range>{_TO})|{LISTED}\s+)(?:het\s+|de\s+)?")
_SEVERAL = late(r"[Ll]eden\b")
# The names of what is a list of numbers in the patterns.
_LISTS = ("numbers", "of", "by", "seen", "following", "inside", "named", "enclosed")
_Cited = tuple[int, int, tuple[Citation, ...], bool]
_MOST = 60
"""How many things a range may name; more are taken for something else."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Enumeration:
    """A reference to several things, or to one: where it stands, and the places in their order.

    ``anchor`` and ``block`` are as those of a
    :class:`~protocolkit.references.resolve.Reference`; ``named`` is what it says of each place:
    the number, the member, the point.
    """

    anchor: str
    block: int
    start: int
    end: int
    targets: tuple[CitationTarget, ...]
    named: tuple[tuple[str, str, str], ...]


def resolve_enumerations(protocol: Protocol, anchors: Container[str]) -> Iterator[Enumeration]:
    """Yield each reference of which all that it names is found in the protocol itself.

    They are looked for in the clauses and notes with these anchors.
    """
    index = citation_index(protocol)
    for placed in placed_clauses(protocol):
        if placed.clause.anchor in anchors:
            yield from _in_blocks(placed.clause.anchor, placed.clause.blocks, index, placed)
    for note in protocol.notes:
        if note.anchor in anchors:
            yield from _in_blocks(note.anchor, note.blocks, index, None)


def enumerations_in(text: str, *, are_links: bool = False) -> Iterator[tuple[int, int]]:
    """Yield each place in a text that names several things at once.

    What one word of it leads to, the words around it decide; links say for themselves where they
    lead, so that of ``are_links`` two with 'en' between them are no such place.
    """
    found = _cited_one_by_one(text) if are_links else _cited_in(text)
    return ((start, end) for start, end, cited, _ in found if len(cited) > 1)


def _in_blocks(
    anchor: str, blocks: Iterable[Block], index: CitationIndex, placed: PlacedClause | None
) -> Iterator[Enumeration]:
    for number, rich in enumerate(block_texts(blocks)):
        text = plain(rich)
        for start, end, found, is_known in _cited_in(text):
            cited = with_externals(text, [*found])
            targets = tuple(
                index.place(one, placed) if index.is_own(one, placed) else CitationTarget()
                for one in cited
            )
            if is_known and targets and all(target.anchor for target in targets):
                named = tuple((one.number, one.member, one.point) for one in cited)
                yield Enumeration(
                    anchor=anchor, block=number, start=start, end=end, targets=targets, named=named
                )


def _cited_in(text: str) -> Iterator[_Cited]:
    """Yield each place in a text with all that it cites, and whether all of it is known.

    References with nothing but 'en' between them are one place: 'artikel 1.1 en artikel 1.3'. An
    annex stands apart: it may be another file, of which nothing is known.
    """
    waiting: _Cited | None = None
    for one in _cited_one_by_one(text):
        is_alike = waiting and _names_headings(waiting) == _names_headings(one)
        joint = _JOINT.fullmatch(text, waiting[1], one[0]) if waiting and is_alike else None
        if waiting and joint:
            is_known = waiting[3] and one[3] and not joint["range"]
            waiting = waiting[0], one[1], (*waiting[2], *one[2]), is_known
            continue
        if waiting:
            yield waiting
        waiting = one
    if waiting:
        yield waiting


def _names_headings(one: _Cited) -> bool:
    return any(citation.unit is Unit.HEADING for citation in one[2])


def _cited_one_by_one(text: str) -> Iterator[_Cited]:
    end = 0
    for found in sorted(_found(text), key=lambda one: (one.start(), -one.end())):
        if found.start() >= end:
            end = found.end()
            is_known = not (POINTED.match(text, end) or _DEEPER.match(text, end))
            yield found.start(), end, (*_citations(found),), is_known


def _found(text: str) -> Iterator[re.Match[str]]:
    for pattern in (_OF_MEMBERS, _OF_UNITS, _OF_NUMBERS):
        for found in pattern.finditer(text):
            if not (_may_count(found) and COUNTED.match(text, found.end())):
                yield found


def _may_count(found: re.Match[str]) -> bool:
    """Tell whether a reference ends with a number that may count what follows: the last of a list.

    So may one that no word names: 'in 1.1 seconden'. A plural asks for two numbers, 'de artikelen
    1 en 2', so that these count nothing.
    """
    named = found.groupdict()
    if named.get("seen") or named.get("inside"):
        return not (named["members"] or named["points"])
    listed, is_plural = named.get("numbers") or "", PLURAL.match(found[0])
    if named["members"]:
        *_, last = _ONE_GROUP.finditer(named["members"])
        listed, is_plural = last["counts"] or "", _SEVERAL.match(last[0])
        if last["points"]:
            return False
    if named.get("points") or named.get("of") or not listed:
        return False
    return len(_PARTS.split(listed)) // 2 + 1 > (2 if is_plural else 1)


def _citations(found: re.Match[str]) -> Iterator[Citation]:
    """Yield what a place cites: the members belong to the last number, points to the last one."""
    named = found.groupdict()
    unit, word = unit_of(found) if named.get("numbers") else (Unit.ARTICLE, "")
    numbers = _expanded(next(filter(None, map(named.get, _LISTS)), ""))
    if not numbers:
        unit, numbers = Unit.MEMBER, [""]
    whole = [(number, "", "") for number in numbers]
    inside = [*_in_groups(named["members"] or "")]
    inside += [("", point) for point in _points(named.get("points") or "")]
    if inside:
        whole[-1:] = [(numbers[-1], *place) for place in inside]
    for number, member, point in whole:
        yield Citation(
            start=found.start(),
            end=found.end(),
            unit=unit,
            number=number.replace(":", "."),
            member=member,
            point=point,
            word=word,
        )


def _in_groups(members: str) -> Iterator[tuple[str, str]]:
    """Yield the members that a text names, and of the last before its points each of these.

    >>> [*_in_groups("eerste lid, onder a en b, en leden 3 en 4")]
    [('1', 'a'), ('1', 'b'), ('3', ''), ('4', '')]
    """
    end, last = 0, ""
    for group in _ONE_GROUP.finditer(members):
        ordinals = _WORDS.sub("", group["ordinals"] or "")
        numbers = _expanded(group["counts"] or "") or _counted(ordinals)
        if last and _RANGE.match(members, end, group.start()):
            numbers[:1] = _range(last, numbers[0])[1:]
        points = _points(group["points"] or "")
        yield from ((number, "") for number in (numbers[:-1] if points else numbers))
        yield from ((numbers[-1], point) for point in points)
        end, last = group.end(), numbers[-1]


def _points(said: str) -> list[str]:
    """Return the names of points: a and b of ``onder a en onder b``."""
    names = _NAMES.search(said)
    return _expanded(_WORDS.sub("", names[0])) if names else []


def _expanded(listed: str) -> list[str]:
    """Return every number or letter of a list, those within a range too.

    >>> _expanded("1.1, 1.3 tot en met 1.5"), _expanded("a en c t/m e"), _expanded("")
    (['1.1', '1.3', '1.4', '1.5'], ['a', 'c', 'd', 'e'], [])
    """
    found: list[str] = []
    parts = [part for part in _PARTS.split(listed) if part]
    for at in range(0, len(parts), 2):
        is_range = at > 0 and _RANGE.fullmatch(parts[at - 1])
        found += _range(found[-1], parts[at])[1:] if is_range else [parts[at]]
    return found


def _range(first: str, last: str) -> list[str]:
    """Return everything from one number or letter to another.

    Where nobody knows what stands between them, a number that is none is returned with them.
    """
    unknown = [first, "?", last]
    roman = [read_count(one, Numerals.UPPER_ROMAN) or 0 for one in (first, last)]
    if 0 < roman[0] < roman[1] <= _MOST:
        counts = range(roman[0], roman[1] + 1)
        return [print_count(count, Numerals.UPPER_ROMAN) for count in counts]
    if len(first) == len(last) == 1 and first.isalpha() and last.isalpha():
        places = range(ord(first), ord(last) + 1)
        return [chr(place) for place in places] if len(places) > 1 else unknown
    head, _, begin = first.rpartition(".")
    other, _, end = last.rpartition(".")
    if head != other or not (begin.isdigit() and end.isdigit()):
        return unknown
    numbers = range(int(begin), int(end) + 1)
    if not 1 < len(numbers) <= _MOST:
        return unknown
    return [f"{head}.{number}" if head else str(number) for number in numbers]


def _counted(ordinals: str) -> list[str]:
    """Return the numbers of a list of ordinals.

    >>> _counted("eerste, derde tot en met vijfde")
    ['1', '3', '4', '5']
    """
    parts = [part for part in _PARTS.split(ordinals) if part]
    said = [ordinal_number(part) if at % 2 == 0 else part for at, part in enumerate(parts)]
    return _expanded("".join(said))
