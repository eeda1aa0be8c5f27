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
from protocolkit.references.citations import (
    LISTED,
    ORDINAL,
    PLURAL,
    UNITS,
    Citation,
    Unit,
    ordinal_number,
    with_externals,
)
from protocolkit.references.resolve import CitationIndex, Place
from protocolkit.text.function_words import FUNCTION_WORDS, JOINING, either
from protocolkit.text.late_patterns import late

_NUMBER = r"(?:[A-Z][.:]?)?\d+(?:[.:]\d+)*[a-z]?(?![\w:/%])(?!\.\d)"
_TO = r"(?:\s+(?:tot\s+en\s+met|t/m)\s+|(?<=\d)\s?[-–]\s?(?=\d))"
_BETWEEN = rf"(?:{_TO}|{LISTED}\s+)"
_MEMBERS = (
    rf"(?:(?P<ordinals>{ORDINAL}(?:{_BETWEEN}(?:het\s+)?{ORDINAL})*)\s+(?:lid|leden)\b"
    rf"|(?:lid|leden)\s+(?P<counts>{_NUMBER}(?:{_BETWEEN}{_NUMBER})*))"
)
_POINTS = (
    rf"(?:onder|sub|onderdeel|onderdelen|punten|punt)\s+(?P<points>[a-z]\b(?:{_BETWEEN}[a-z]\b)*)"
)
_OF_UNITS = late(
    rf"(?<!\w)(?:{UNITS}|[Rr]egels?)\s*(?P<numbers>{_NUMBER}(?:{_BETWEEN}{_NUMBER})*)"
    rf"(?:,?\s+(?:het\s+)?{_MEMBERS})?(?:,?\s+{_POINTS})?"
)
_OF_MEMBERS = late(
    rf"(?<!\w){_MEMBERS}(?:,?\s+{_POINTS})?(?:\s+van\s+(?:artikel|art\.)\s+(?P<of>{_NUMBER}))?"
)
_PARTS = late(rf"({_BETWEEN})")
_RANGE = late(r"\s*(?:tot\s+en\s+met|t/m|[-–])\s*")
# 'artikel 5 en 3 dagen', 'lid 1, 2 of meer keer': what is counted is no article. Whatever is not
# surely the rest of the sentence is taken for what is counted.
_REST = either(
    (FUNCTION_WORDS - JOINING - {"per", "tot", "over"})
    | {"bedoeld", "bedoelde", "geldt", "gelden", "hier", "niet"}
)
COUNTED = late(rf"\s*[€%°]|\s+(?!(?:{_REST})\b)[^\W\d_]")
"""What follows a number that may count it: 'en 3 dagen'."""

_SEVERAL = late(r"[Ll]eden\b")
_MOST = 60
"""How many things a range may name; more are taken for something else."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Enumeration:
    """A reference to several things, or to one: where it stands, and the places in their order.

    ``anchor`` and ``block`` are as those of a
    :class:`~protocolkit.references.resolve.Reference`.
    """

    anchor: str
    block: int
    start: int
    end: int
    targets: tuple[Place, ...]


def resolve_enumerations(protocol: Protocol, anchors: Container[str]) -> Iterator[Enumeration]:
    """Yield each reference of which all that it names is found in the protocol itself.

    They are looked for in the clauses and notes with these anchors.
    """
    index = CitationIndex(protocol)
    for placed in placed_clauses(protocol):
        if placed.clause.anchor in anchors:
            yield from _in_blocks(placed.clause.anchor, placed.clause.blocks, index, placed)
    for note in protocol.notes:
        if note.anchor in anchors:
            yield from _in_blocks(note.anchor, note.blocks, index, None)


def _in_blocks(
    anchor: str, blocks: Iterable[Block], index: CitationIndex, placed: PlacedClause | None
) -> Iterator[Enumeration]:
    for number, rich in enumerate(block_texts(blocks)):
        for start, end, cited in _cited_in(plain(rich)):
            targets = tuple(
                index.place(one, placed) if index.is_own(one, placed) else Place() for one in cited
            )
            if targets and all(target.anchor for target in targets):
                yield Enumeration(
                    anchor=anchor, block=number, start=start, end=end, targets=targets
                )


def _cited_in(text: str) -> Iterator[tuple[int, int, tuple[Citation, ...]]]:
    """Yield each place in a text with all that it cites."""
    end = 0
    for found in sorted(_found(text), key=lambda one: (one.start(), -one.end())):
        if found.start() < end:
            continue
        end = found.end()
        yield found.start(), end, with_externals(text, [*_citations(found)])


def _found(text: str) -> Iterator[re.Match[str]]:
    for pattern in (_OF_MEMBERS, _OF_UNITS):
        for found in pattern.finditer(text):
            if not (_may_count(found) and COUNTED.match(text, found.end())):
                yield found


def _may_count(found: re.Match[str]) -> bool:
    """Tell whether a reference ends with a number that may count what follows: the last of a list.

    A plural asks for two numbers, 'de artikelen 1 en 2', so that these count nothing.
    """
    named = found.groupdict()
    listed = named["counts"] or named.get("numbers") or ""
    if named["points"] or (named["ordinals"] and not named["counts"]) or named.get("of"):
        return False
    numbers = len(_PARTS.split(listed)) // 2 + 1
    is_plural = PLURAL.match(found[0]) if not named["counts"] else _SEVERAL.search(found[0])
    return numbers > (2 if is_plural else 1)


def _citations(found: re.Match[str]) -> Iterator[Citation]:
    """Yield what a place cites: the members belong to the last number, points to the last one."""
    named = found.groupdict()
    unit = Unit.MEMBER
    numbers = [""]
    if "numbers" in named:
        unit = Unit.SECTION if named.get("section") else Unit.ARTICLE
        numbers = _expanded(named["numbers"])
    elif named["of"]:
        unit, numbers = Unit.ARTICLE, [named["of"]]
    members = _expanded(named["counts"] or "") or [
        str(number) for number in _counted(named["ordinals"] or "")
    ]
    points = _expanded(named["points"] or "")
    whole = [(number, "", "") for number in numbers]
    if members:
        whole[-1:] = [(numbers[-1], member, "") for member in members]
    if points:
        whole[-1:] = [(*whole[-1][:2], point) for point in points]
    for number, member, point in whole:
        yield Citation(
            start=found.start(),
            end=found.end(),
            unit=unit,
            number=number.replace(":", "."),
            member=member,
            point=point,
        )


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
    """Return everything from one number or letter to another, these two alone when unknown."""
    if len(first) == len(last) == 1 and first.isalpha() and last.isalpha():
        places = range(ord(first), ord(last) + 1)
        return [chr(place) for place in places] if len(places) > 1 else [first, last]
    head, _, begin = first.rpartition(".")
    other, _, end = last.rpartition(".")
    if head != other or not (begin.isdigit() and end.isdigit()):
        return [first, last]
    numbers = range(int(begin), int(end) + 1)
    if not 1 < len(numbers) <= _MOST:
        return [first, last]
    return [f"{head}.{number}" if head else str(number) for number in numbers]


def _counted(ordinals: str) -> list[int]:
    """Return the numbers of a list of ordinals.

    >>> _counted("eerste, derde tot en met vijfde")
    [1, 3, 4, 5]
    """
    parts = [part for part in _PARTS.split(ordinals) if part]
    said = [
        ordinal_number(part.removeprefix("het ")) if at % 2 == 0 else part
        for at, part in enumerate(parts)
    ]
    return [int(number) for number in _expanded("".join(said))]
