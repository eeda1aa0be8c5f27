"""Fonts of a PDF that print other letters than the file says they are.

A font says which letter each of its codes prints, and beside that a table may say which letter that
code is when the text is read or copied. Where the two differ, a reader of the page sees other words
than those that are read here. Only fonts with a usual alphabet can be held beside their table.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pdfplumber.page import Page

from protocolkit.importing.extract.pdf.raw_objects import (
    RawObject,
    data_of,
    is_stream,
    name_of,
    raw_pages,
    raw_pdf,
    solved,
)

_ALPHABETS = frozenset(("WinAnsiEncoding", "MacRomanEncoding", "StandardEncoding"))
_SIMPLE = frozenset(("Type1", "MMType1", "TrueType"))
_SIGNS_ONLY = ("Symbol", "ZapfDingbats", "Wingdings", "Webdings")
_LETTER = re.compile(rb"<([0-9A-Fa-f]{2})>\s*<([0-9A-Fa-f]{4})>")
_RANGE = re.compile(rb"<([0-9A-Fa-f]{2})>\s*<([0-9A-Fa-f]{2})>\s*<([0-9A-Fa-f]{4})>")
_BLOCK = re.compile(rb"beginbf(char|range)(.*?)endbf", re.DOTALL)


def printed_otherwise(content: bytes) -> dict[int, str]:
    """Return by page, from 0, the words that are printed where the file says others.

    May raise anything on a file that the other reader cannot read.
    """
    file = raw_pdf(content)
    odd = {
        number
        for number, (_, resources) in enumerate(raw_pages(file))
        if any(map(_is_odd, _fonts(resources)))
    }
    if not odd:
        return {}
    # fonts are kept by a reader once it has read them, so the second one begins anew
    plain = raw_pdf(content)
    for _, resources in raw_pages(plain):
        for font in filter(_is_odd, _fonts(resources)):
            del font["ToUnicode"]
    found: dict[int, str] = {}
    for number in sorted(odd):
        said = set(_words(file, number))
        printed = [word for word in _words(plain, number) if word not in said]
        if printed:
            found[number] = " ".join(printed)
    return found


def _words(file: RawObject, number: int) -> list[str]:
    page = file.pages[number]
    return str(Page(file, page.page_obj, number + 1).extract_text()).split()


def _fonts(resources: RawObject) -> Iterator[RawObject]:
    named = solved(resources.get("Font")) if isinstance(resources, dict) else None
    fonts = map(solved, named.values() if isinstance(named, dict) else ())
    yield from (font for font in fonts if isinstance(font, dict))


def _is_odd(font: RawObject) -> bool:
    """Tell whether a font prints another letter or figure than its table says."""
    table = solved(font.get("ToUnicode"))
    if name_of(font.get("Subtype")) not in _SIMPLE or not is_stream(table):
        return False
    encoding, own = solved(font.get("Encoding")), frozenset[int]()
    if isinstance(encoding, dict):
        own = frozenset(_own_codes(solved(encoding.get("Differences")) or []))
        encoding = encoding.get("BaseEncoding")
    is_usual = name_of(encoding) in _ALPHABETS or (
        encoding is None and "FontDescriptor" not in font
    )
    if not is_usual or any(sign in name_of(font.get("BaseFont")) for sign in _SIGNS_ONLY):
        return False
    return any(
        code not in own and code < 0x80 and chr(code).isalnum() and chr(code) != letter
        for code, letter in _table(data_of(table))
        if letter.isalnum() or not letter.isprintable()
    )


def _own_codes(differences: list[RawObject]) -> Iterator[int]:
    """Yield the codes for which a font names the letter itself."""
    code = 0
    for one in map(solved, differences):
        if isinstance(one, int):
            code = one
        else:
            yield code
            code += 1


def _table(text: bytes) -> Iterator[tuple[int, str]]:
    for kind, block in _BLOCK.findall(text):
        if kind == b"char":
            for code, letter in _LETTER.findall(block):
                yield int(code, 16), chr(int(letter, 16))
            continue
        for first, last, letter in _RANGE.findall(block):
            begin = int(first, 16)
            for code in range(begin, int(last, 16) + 1):
                yield code, chr(min(int(letter, 16) + code - begin, 0xFFFF))
