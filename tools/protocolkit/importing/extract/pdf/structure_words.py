"""Words that the structure of a PDF gives for its parts, to be read aloud instead of what is seen.

They are named where they say something else than what is printed: beside letters as another
wording of these, beside a picture as its description. A PDF that does not call itself tagged has
none for any reader.
"""

from __future__ import annotations

import ctypes
import itertools
from collections.abc import Callable, Iterator, Sequence

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from protocolkit.base.location import Location
from protocolkit.base.problems import ProtocolkitError, problem
from protocolkit.importing.extract.pdf.alternate_text import bare
from protocolkit.importing.extract.pdf.glyphs import NO_LETTER, Glyph
from protocolkit.importing.extract.pdf.objects import (
    MOST_OBJECTS,
    TEXT,
    Painted,
    address,
    wide_text,
)
from protocolkit.importing.extract.pdf.overlaps import glyphs_box
from protocolkit.importing.extract.pdf.passed_over import Passed
from protocolkit.importing.source import codes
from protocolkit.importing.source.limits import check_amount
from protocolkit.reading.words_left_out import LeftOutReason

_LONGEST = 20_000
# The words themselves, a description, and what an abbreviation stands for (ISO 32000-1, 14.9).
_INSTEAD = (
    pdfium_c.FPDF_StructElement_GetActualText,
    pdfium_c.FPDF_StructElement_GetAltText,
    pdfium_c.FPDF_StructElement_GetExpansion,
)

# What is said instead of the parts of a page that go by these numbers.
Said = tuple[str, frozenset[int]]


def structure_words(page: pdfium.PdfPage, location: Location) -> list[Said]:
    """Return what the structure of a page says instead of its parts.

    Raises :class:`ProtocolkitError` when it has more parts than a page of text can need.
    """
    tree = pdfium_c.FPDF_StructTree_GetForPage(page.raw)
    if not tree:
        return []
    try:
        return _Structure(tree, location).said()
    finally:
        pdfium_c.FPDF_StructTree_Close(tree)


def said_otherwise(
    said: Sequence[Said], items: Sequence[Painted], glyphs: Sequence[Glyph]
) -> Iterator[Passed]:
    """Yield what is said instead of other printed letters, and what only describes a picture."""
    if not said:
        return
    parts = {
        item.key: pdfium_c.FPDFPageObj_GetMarkedContentID(item.raw)
        for item in items
        if item.kind == TEXT and not item.home
    }
    for words, numbers in said:
        printed = [glyph for glyph in glyphs if parts.get(glyph.owner, -1) in numbers]
        letters = "".join(glyph.sign for glyph in printed)
        if not printed:
            yield Passed(words=words, reason=LeftOutReason.DESCRIPTION)
        elif NO_LETTER not in letters and bare(letters) != bare(words):
            box = glyphs_box(printed)
            yield Passed(words=words, reason=LeftOutReason.SPOKEN, box=box, is_beside=True)


class _Structure:
    """The parts of a page, each with the parts in it, as its structure has them."""

    def __init__(self, tree: object, location: Location) -> None:
        self._location = location
        self._count = self._length = 0
        self._inner: dict[int, list[int]] = {}
        self._parts: dict[int, object] = {}
        self._words: dict[int, dict[str, None]] = {}
        count = max(pdfium_c.FPDF_StructTree_CountChildren(tree), 0)
        waiting = [pdfium_c.FPDF_StructTree_GetChildAtIndex(tree, n) for n in range(count)]
        waiting = [part for part in reversed(waiting) if part]
        while waiting:
            part = waiting.pop()
            if address(part) not in self._inner:
                waiting += reversed(self._enter(part))

    def said(self) -> list[Said]:
        """Return what is said instead of parts, in their order."""
        return [
            (words, frozenset(self._below(part)))
            for part, told in self._words.items()
            for words in told
        ]

    def _enter(self, part: object) -> list[object]:
        """Enter a part of the page, and return what is directly in it."""
        key = address(part)
        counted = max(pdfium_c.FPDF_StructElement_CountChildren(part), 0)
        marked = max(pdfium_c.FPDF_StructElement_GetMarkedContentIdCount(part), 0)
        self._count += 1 + counted
        if max(self._count, marked) > MOST_OBJECTS:
            limit = str(MOST_OBJECTS)
            raise ProtocolkitError(problem(codes.TOO_MUCH_DRAWN, self._location, limit=limit))
        self._parts[key] = part
        told = dict.fromkeys(words for ask in _INSTEAD if (words := self._told(ask, part)))
        if told:
            self._words[key] = told
        # a part that holds all pages has thousands, of which those of this page are there
        ask_inner = pdfium_c.FPDF_StructElement_GetChildAtIndex
        inner = [*filter(None, map(ask_inner, itertools.repeat(part), range(counted)))]
        self._inner[key] = [address(one) for one in inner]
        return inner

    def _told(self, ask: Callable[..., int], part: object) -> str:
        """Return what a part says of itself, "" when there is no word in it."""
        length = max(ask(part, None, 0), 0)
        self._length += length // 2
        check_amount(0, self._length, self._location)
        buffer = (ctypes.c_ushort * (length // 2 + 1))()
        ask(part, buffer, length)
        words = wide_text(buffer, min(length, _LONGEST))
        return words if any(map(str.isalnum, words)) else ""

    def _below(self, part: int) -> Iterator[int]:
        """Yield the numbers of what on the page is part of something."""
        waiting, seen = [part], set[int]()
        while waiting:
            one = waiting.pop()
            if one not in seen:
                seen.add(one)
                yield from self._numbers(one)
                waiting += self._inner[one]

    def _numbers(self, part: int) -> Iterator[int]:
        """Yield the numbers of what a part holds on this page.

        They are asked only below what says something: a part may hold those of all pages.
        """
        element = self._parts[part]
        ask = pdfium_c.FPDF_StructElement_GetMarkedContentIdAtIndex
        for index in range(pdfium_c.FPDF_StructElement_GetMarkedContentIdCount(element)):
            if (number := ask(element, index)) >= 0:
                yield number
