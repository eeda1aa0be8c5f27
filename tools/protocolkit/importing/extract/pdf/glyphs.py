"""Every sign that PDFium finds on a page: which one, where, how large, and what painted it.

Knows nothing of lines, columns or words.
"""

from __future__ import annotations

import ctypes
import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from protocolkit.importing.extract.pdf.objects import address
from protocolkit.importing.extract.pdf.places import Box

# What PDFium puts where a word was broken at the end of a line.
_HYPHENS = "\x02\ufffe"
NO_LETTER = "\ufffd"
_WORD = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class Glyph:
    """One printed sign: its place among PDFium's signs, and the key of what painted it."""

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

    What is painted and is no sign of a text, such as a code that no font explains, is U+FFFD.
    """
    count = max(text.count_chars(), 0)
    ask, raw = pdfium_c.FPDFText_GetUnicode, text.raw
    signs = [
        chr(code) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else NO_LETTER
        for code in map(ask, itertools.repeat(raw, count), range(count))
    ]
    for place, sign in enumerate(signs):
        if sign < " " and sign not in _HYPHENS and _is_painted_code(raw, place, sign):
            signs[place] = NO_LETTER
    return "".join(signs)


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
    letters = _Letters(raw)
    for word in _WORD.finditer(signs or page_signs(text)):
        owners = _owners(raw, *word.span())
        for place, sign, owner in zip(range(*word.span()), word[0], owners, strict=True):
            if not owner or (sign < " " and sign not in _HYPHENS):
                continue
            ask(raw, place, *edges)
            box = Box(left.value, bottom.value, right.value, top.value)
            found.append(Glyph(letters.sign(place, sign, owner), place, owner, box))
    return found


def _owners(raw: object, begin: int, end: int) -> Iterator[int]:
    """Yield what painted each sign of a word: for most words one piece of text painted it all."""
    first, last = _owner(raw, begin), _owner(raw, end - 1)
    for place in range(begin, end):
        yield first if first == last else _owner(raw, place)


def _owner(raw: object, place: int) -> int:
    owner = pdfium_c.FPDFText_GetTextObject(raw, place)
    return address(owner) if owner else 0


class _Letters:
    """Knows of which signs a PDF says which letters they are; a font does so of each at once."""

    def __init__(self, raw: object) -> None:
        self._raw = raw
        self._fonts: dict[int, int] = {}
        self._known: dict[tuple[int, str], bool] = {}

    def sign(self, place: int, sign: str, owner: int) -> str:
        """Return a sign, U+FFFD when only its form is known."""
        if owner not in self._fonts:
            item = pdfium_c.FPDFText_GetTextObject(self._raw, place)
            font = pdfium_c.FPDFTextObj_GetFont(item)
            self._fonts[owner] = address(font) if font else 0
        key = self._fonts[owner], sign
        if key not in self._known:
            self._known[key] = pdfium_c.FPDFText_HasUnicodeMapError(self._raw, place) != 1
        if not self._known[key]:
            return NO_LETTER
        return "-" if sign in _HYPHENS else sign


def clean(words: str) -> str:
    """Return words as a person reads them, line by line."""
    whole = words.replace("\x02", "-").replace("\ufffe", "-")
    return "\n".join(" ".join(line.split()) for line in whole.splitlines() if line.strip())
