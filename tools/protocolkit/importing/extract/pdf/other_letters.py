"""Fonts of a PDF that print other letters than the file says they are.

A font says which letter each of its codes prints, and beside that a table may say which letter that
code is when the text is read or copied. Where the two differ, a reader of the page sees other words
than those that are read here. Only fonts with a usual alphabet, or with names for their letters,
can be held beside their table.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from pdfminer.encodingdb import name2unicode
from pdfminer.fontmetrics import FONT_METRICS as CORE_FONTS
from pdfplumber.page import Page

from protocolkit.importing.extract.pdf.raw_objects import (
    RawObject,
    data_of,
    is_stream,
    name_of,
    raw_pages,
    raw_pdf,
    shared_pdf,
    solved,
)

_ALPHABETS = frozenset(("WinAnsiEncoding", "MacRomanEncoding", "StandardEncoding"))
_SIMPLE = frozenset(("Type1", "MMType1", "TrueType"))
_SIGNS_ONLY = ("Symbol", "ZapfDingbats", "Wingdings", "Webdings")
_CODE, _WORDS = rb"<((?:[0-9A-Fa-f]{2}){1,2})>\s*", rb"<((?:[0-9A-Fa-f]{4}){1,16})>\s*"
_LETTER = re.compile(_CODE + _WORDS)
_RANGE = re.compile(_CODE + _CODE + rb"(?:" + _WORDS + rb"|\[([^\]]{0,4000})\])")
_WORD = re.compile(_WORDS)
# As many letters as these that are all said to be one sign are no font of signs.
_ALIKE = 3
# From so many letters on that follow each other, names are numbers of a kind.
_COUNTED, _FIRST = 4, frozenset(map(ord, "aA01"))
_BLOCK = re.compile(rb"beginbf(char|range)(.*?)endbf", re.DOTALL)


def printed_otherwise(content: bytes) -> dict[int, str]:
    """Return by page, from 0, the words that are printed where the file says others.

    May raise anything on a file that the other reader cannot read.
    """
    file = shared_pdf(content)
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
    if any(sign in name_of(font.get("BaseFont")) for sign in _SIGNS_ONLY):
        return False
    printed, signs = _printed(font), Counter[str]()
    for code, letter in _table(data_of(table)):
        if code not in printed or _is_same(printed[code], letter):
            continue
        if not _is_sign(letter):
            return True
        signs[letter] += 1
    # a font of signs has another one for each letter
    return bool(signs) and (_draws_usual(font) or max(signs.values()) >= _ALIKE)


def _is_sign(said: str) -> bool:
    """Tell whether a table says something that is no letter, as it does of a font of signs."""
    return said.isprintable() and not any(map(str.isalnum, said))


def _draws_usual(font: RawObject) -> bool:
    """Tell whether a font is one of the usual ones, which every program has itself."""
    return "FontDescriptor" not in font and name_of(font.get("BaseFont")) in CORE_FONTS


def _is_same(printed: str, said: str) -> bool:
    """Tell whether a table says what is printed."""
    one, other = (unicodedata.normalize("NFKC", text).casefold() for text in (printed, said))
    return one == other


def _printed(font: RawObject) -> dict[int, str]:
    """Return the letters and figures that a font prints for its codes, as far as it says so."""
    encoding, own = solved(font.get("Encoding")), dict[int, str]()
    if isinstance(encoding, dict):
        own = dict(_own_letters(solved(encoding.get("Differences")) or []))
        encoding = encoding.get("BaseEncoding")
    is_usual = name_of(encoding) in _ALPHABETS or (
        encoding is None and "FontDescriptor" not in font
    )
    usual = {code: chr(code) for code in range(0x80) if chr(code).isalnum()} if is_usual else {}
    own = dict.fromkeys(own, "") if _is_counted(own) else own
    return {code: letter for code, letter in {**usual, **own}.items() if letter}


def _own_letters(differences: list[RawObject]) -> Iterator[tuple[int, str]]:
    """Yield the codes for which a font names the letter itself, "" for a name of its own."""
    code = 0
    for one in map(solved, differences):
        if isinstance(one, int):
            code = one
            continue
        try:
            letter = name2unicode(name_of(one))
        except KeyError:
            letter = ""
        yield code, letter if letter.isalnum() else ""
        code += 1


def _is_counted(own: dict[int, str]) -> bool:
    """Tell whether names only count the drawings of a font: a, b, c and so on for what it has."""
    letters = [ord(letter) for _, letter in sorted(own.items()) if len(letter) == 1]
    follows = sum(second - first == 1 for first, second in pairwise(letters))
    return follows + 1 >= max(_COUNTED, len(letters)) and letters[0] in _FIRST


def _table(text: bytes) -> Iterator[tuple[int, str]]:
    for kind, block in _BLOCK.findall(text):
        if kind == b"char":
            for code, words in _LETTER.findall(block):
                yield int(code, 16), _words_of(words)
            continue
        for first, last, words, many in _RANGE.findall(block):
            begin = int(first, 16)
            listed = [_words_of(one) for one in _WORD.findall(many)]
            whole = _words_of(words)
            for place, code in enumerate(range(begin, min(int(last, 16), begin + 0xFF) + 1)):
                if whole:
                    yield code, whole[:-1] + chr(min(ord(whole[-1]) + place, 0xFFFF))
                elif place < len(listed):
                    yield code, listed[place]


def _words_of(digits: bytes) -> str:
    return bytes.fromhex(digits.decode("ascii")).decode("utf-16-be", "replace")
