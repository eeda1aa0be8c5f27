"""How each list of a PDF counts, declared in its structure for who does not see the markers.

Markers are words of the text, so to Typst a list counts nothing, and it says so. What a list does
count in is written there afterwards, byte for byte in the same place: the type of an element, which
may be left out (ISO 32000-1, table 323), makes room for the longer name, and no other place moves.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import assert_never

from protocolkit.base.objects import Object
from protocolkit.text.lists import read_markers
from protocolkit.text.markers import find_style
from protocolkit.text.numerals import Numerals

_NONE = "None"
_BULLETS = "Disc"
_ELEMENT = re.compile(rb"\n(\d+) 0 obj\n(<</Type/StructElem/S/(\w+)/P \d+ 0 R[^\n]*>>)\nendobj")
_REFERENCE = re.compile(rb"(?<!/Pg )\b(\d+) 0 R")
_TYPE, _UNCOUNTED = b"/Type/StructElem", b"/ListNumbering/None"


def _name(numerals: Numerals) -> str:
    match numerals:
        case Numerals.DECIMAL | Numerals.DEGREE | Numerals.DEGREE_POINT:
            return "Decimal"
        case Numerals.LOWER_ROMAN:
            return "LowerRoman"
        case Numerals.UPPER_ROMAN:
            return "UpperRoman"
        case Numerals.LOWER_ALPHA | Numerals.LETTER:
            return "LowerAlpha"
        case Numerals.UPPER_ALPHA:
            return "UpperAlpha"
    assert_never(numerals)


def numbering_of(markers: Sequence[str]) -> str:
    """Return the name that PDF has for how markers count; ``None`` for what it does not know.

    >>> numbering_of(("a.", "b.")), numbering_of(("3.1", "14a.")), numbering_of(("•",))
    ('LowerAlpha', 'Decimal', 'Disc')
    """
    if not markers:
        return _NONE
    counted = read_markers(tuple(markers))
    if counted:
        numerals = counted[0].numerals
        return _name(numerals) if numerals else _BULLETS
    if all(style and style.is_bullet for style in map(find_style, markers)):
        return _BULLETS
    return "Decimal" if all(re.search(r"\d", marker) for marker in markers) else _NONE


def list_numberings(data: Object) -> tuple[str, ...]:
    """Return how each list counts that the template prints, in the order of the structure.

    ``data`` is what :func:`~protocolkit.paper.pdf.data.typst_data` gives. A note stands where its
    mark does; the facts on a cover count nothing.
    """
    cover, notes = data["cover"], data["notes"]
    assert isinstance(cover, dict)
    assert isinstance(notes, list)
    by_anchor = {note["anchor"]: note for note in notes}
    found = [_NONE] if cover["rows"] else []
    for part in (data["title"], data["body"]):
        found += _inside(part, by_anchor)
    loose = [note for note in notes if note["loose"]]
    if loose:
        found.append(numbering_of([note["label"] for note in loose]))
    return (*found, *(one for note in loose for one in _inside(note["blocks"], by_anchor)))


def _inside(value: object, notes: Mapping[str, Object]) -> Iterator[str]:
    if isinstance(value, list):
        for inner in value:
            yield from _inside(inner, notes)
    elif isinstance(value, dict):
        if value.get("kind") == "list":
            yield numbering_of([item["marker"] for item in value["items"]])
        if value.get("kind") == "mark" and value["role"] == "first":
            yield from _inside(notes[value["anchor"]]["blocks"], notes)
        for inner in value.values():
            yield from _inside(inner, notes)


def with_numbering(pdf: bytes, numberings: Sequence[str]) -> bytes:
    """Return a file whose lists say how they count; ``numberings`` are in the structure's order.

    A file of Typst's whose lists are not these, or whose structure is not as expected, is returned
    as it was: then nothing is claimed.
    """
    elements = {int(found[1]): found for found in _ELEMENT.finditer(pdf)}
    inner = {child for found in elements.values() for child in _children(found)}
    roots = [number for number in elements if number not in inner]
    lists = [found for found in _walk(elements, roots) if found[3] == b"L"]
    if len(lists) != len(numberings) or any(_UNCOUNTED not in found[2] for found in lists):
        return pdf
    made = bytearray(pdf)
    for found, name in zip(lists, numberings, strict=True):
        begin, end = found.span(2)
        shorter = found[2].replace(_TYPE, b"", 1)
        counted = shorter.replace(_UNCOUNTED, b"/ListNumbering/" + name.encode(), 1)
        made[begin:end] = counted.ljust(end - begin)
    return bytes(made)


def _walk(elements: Mapping[int, re.Match[bytes]], roots: list[int]) -> Iterator[re.Match[bytes]]:
    """Yield elements in reading order; each once, whatever a file says."""
    waiting, seen = list(reversed(roots)), set[int]()
    while waiting:
        number = waiting.pop()
        if number in elements and number not in seen:
            seen.add(number)
            yield elements[number]
            waiting.extend(reversed(list(_children(elements[number]))))


def _children(found: re.Match[bytes]) -> Iterator[int]:
    kids = found[2][found[2].rfind(b"/K") :]
    yield from (int(child[1]) for child in _REFERENCE.finditer(kids))
