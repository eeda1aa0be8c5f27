"""Every sign that PDFium finds on a page: which one, where, how large, and what painted it.

Knows nothing of lines, columns or words.
"""

from __future__ import annotations

import ctypes
import itertools
import re
from collections.abc import Iterator
from functools import partial
from typing import NamedTuple

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from protocolkit.importing.extract.pdf.drawn_blanks import inked_places
from protocolkit.importing.extract.pdf.leftward import unturned, with_turned_words
from protocolkit.importing.extract.pdf.objects import address
from protocolkit.importing.extract.pdf.places import Box

# What PDFium puts where a word was broken at the end of a line.
_HYPHENS = "\x02\ufffe"
NO_LETTER = "\ufffd"
_UPRIGHT = 0.01
_WORD = re.compile(r"\S+")
_CONTROL = re.compile(r"[\x00\x01\x03-\x1f]")


class Glyph(NamedTuple):
    """One printed sign: its place among PDFium's signs, and the key of what painted it.

    A tuple, as is its :class:`Box`: a page has thousands of them.
    """

    sign: str
    place: int
    owner: int
    box: Box

    @property
    def is_readable(self) -> bool:
        """Whether the PDF says which letter it is: some only say how it is drawn."""
        return self.sign != NO_LETTER and not "\ue000" <= self.sign <= "\uf8ff"


def page_signs(text: pdfium.PdfTextPage) -> str:
    """Return the signs of a page so that places in the text are PDFium's own.

    What is painted and is no sign of a text, such as a code that no font explains, is U+FFFD; so
    is what is painted larger than the sign that it is said to be.
    """
    count, raw = max(text.count_chars(), 0), text.raw
    given = unturned(_at_once(raw, count) or "".join(_one_by_one(raw, count)))
    signs = with_turned_words(given, partial(_goes_right, raw))
    codes = [
        found.start()
        for found in _CONTROL.finditer(signs)
        if _is_painted_code(raw, found.start(), found[0])
    ]
    codes += inked_places(raw, signs)
    if not codes:
        return signs
    parts = list(signs)
    for place in codes:
        parts[place] = NO_LETTER
    return "".join(parts)


def _goes_right(raw: object, first: int, second: int) -> bool:
    """Tell whether the second of two signs stands right of the first, on an upright line."""
    edges = [ctypes.c_double() for _ in range(4)]
    lefts: list[float] = []
    for place in (first, second):
        pdfium_c.FPDFText_GetCharBox(raw, place, *map(ctypes.byref, edges))
        lefts.append(edges[0].value)
    return lefts[0] < lefts[1] and abs(pdfium_c.FPDFText_GetCharAngle(raw, first)) < _UPRIGHT


def _at_once(raw: object, count: int) -> str:
    """Return the signs of a page in one go; "" when their places would not be PDFium's own."""
    buffer = (ctypes.c_ushort * (count + 1))()
    copied = pdfium_c.FPDFText_GetText(raw, 0, count, buffer)
    # PDFium leaves out what has no code, and gives a sign beyond U+FFFF as two
    signs = bytes(buffer)[: 2 * count].decode("utf-16-le", "ignore")
    return signs if copied == count + 1 and len(signs) == count and "\0" not in signs else ""


def _one_by_one(raw: object, count: int) -> Iterator[str]:
    ask = pdfium_c.FPDFText_GetUnicode
    for code in map(ask, itertools.repeat(raw, count), range(count)):
        yield chr(code) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else NO_LETTER


def _is_painted_code(raw: object, place: int, sign: str) -> bool:
    """Tell whether a control character is a sign of a font, and no space or end of a line."""
    if pdfium_c.FPDFText_IsGenerated(raw, place) == 1:
        return False
    return not sign.isspace() or pdfium_c.FPDFText_HasUnicodeMapError(raw, place) == 1


def page_glyphs(text: pdfium.PdfTextPage, signs: str = "") -> list[Glyph]:
    """Return what is printed on a page; spaces, and what PDFium adds itself, are not.

    ``signs`` are those of the page, where they are known. A hyphen at the end of a line is ``-``;
    a sign without a letter is U+FFFD.
    """
    found: list[Glyph] = []
    raw = text.raw
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    edges = [ctypes.byref(edge) for edge in (left, right, bottom, top)]
    ask = pdfium_c.FPDFText_GetCharBox
    for begin, run, owner in painted_runs(text, signs):
        for place, sign in enumerate(run, begin):
            ask(raw, place, *edges)
            box = Box(left.value, bottom.value, right.value, top.value)
            found.append(Glyph(sign, place, owner, box))
    return found


def painted_runs(text: pdfium.PdfTextPage, signs: str = "") -> Iterator[tuple[int, str, int]]:
    """Yield the place of printed signs without a space, themselves, and what painted them.

    As :func:`page_glyphs`, for whoever does not ask where on the page each of them stands.
    """
    raw = text.raw
    letters = _Letters(raw)
    for word in _WORD.finditer(signs or page_signs(text)):
        for begin, end, owner in _owned(raw, *word.span()):
            run = word[0][begin - word.start() : end - word.start()]
            if owner and run.isascii() and run.isprintable():
                yield begin, letters.run(begin, run, owner), owner
            elif owner:
                for place, sign in enumerate(run, begin):
                    if sign >= " " or sign in _HYPHENS:
                        yield place, letters.run(place, sign, owner), owner


def _owned(raw: object, begin: int, end: int) -> Iterator[tuple[int, int, int]]:
    """Yield the parts of a word with what painted each: most words are one piece of text."""
    first, last = _owner(raw, begin), _owner(raw, end - 1)
    if first == last:
        yield begin, end, first
        return
    places = range(begin, end)
    for owner, run in itertools.groupby(places, lambda place: _owner(raw, place)):
        own = list(run)
        yield own[0], own[-1] + 1, owner


def _owner(raw: object, place: int) -> int:
    owner = pdfium_c.FPDFText_GetTextObject(raw, place)
    return address(owner) if owner else 0


class _Letters:
    """Knows of which signs a PDF says which letters they are; a font does so of each at once."""

    def __init__(self, raw: object) -> None:
        self._raw = raw
        self._fonts: dict[int, int] = {}
        self._known: dict[tuple[int, str], str] = {}

    def run(self, begin: int, signs: str, owner: int) -> str:
        """Return signs of one piece of text, U+FFFD for each of which only the form is known."""
        if owner not in self._fonts:
            item = pdfium_c.FPDFText_GetTextObject(self._raw, begin)
            font = pdfium_c.FPDFTextObj_GetFont(item)
            self._fonts[owner] = address(font) if font else 0
        font_key, known = self._fonts[owner], self._known
        for place, sign in enumerate(signs, begin):
            if (font_key, sign) not in known:
                known[font_key, sign] = self._letter(place, sign)
        return "".join([known[font_key, sign] for sign in signs])

    def _letter(self, place: int, sign: str) -> str:
        if pdfium_c.FPDFText_HasUnicodeMapError(self._raw, place) == 1:
            return NO_LETTER
        return "-" if sign in _HYPHENS else sign


def clean(words: str) -> str:
    """Return words as a person reads them, line by line."""
    whole = words.replace("\x02", "-").replace("\ufffe", "-")
    return "\n".join(" ".join(line.split()) for line in whole.splitlines() if line.strip())
