"""Words that a PDF keeps to be read aloud or copied instead of those that are printed.

Most say what is printed, such as the two letters of a ligature. Those that say something else are
no text: a reader of the page does not see them.
"""

from __future__ import annotations

import ctypes
import itertools
import unicodedata
from collections.abc import Iterable, Iterator, Sequence

import pypdfium2.raw as pdfium_c

from protocolkit.importing.extract.pdf.glyphs import NO_LETTER, Glyph
from protocolkit.importing.extract.pdf.objects import TEXT, Painted, address

# The words themselves, a description, and what an abbreviation stands for (ISO 32000-1, 14.9).
_INSTEAD = (b"ActualText", b"Alt", b"E")
_LONGEST = 20_000
_ENCODINGS = ((b"\xfe\xff", "utf-16-be"), (b"\xff\xfe", "utf-16-le"), (b"\xef\xbb\xbf", "utf-8"))
# What differs from Latin-1 in the alphabet of PDF (ISO 32000-1, D.2), from 0x80 on and at 0xA0.
_SIGNS = "•†‡…—–ƒ⁄‹›−‰„“”‘’‚™ﬁﬂŁŒŠŸŽıłœšž"
_OF_PDF = {0x80 + n: sign for n, sign in enumerate(_SIGNS)} | {0xA0: "€"}
_UNSAID = "-\u00ad\u2010\u2011"


Spoken = tuple[int, str]


def spoken_words(items: Iterable[Painted]) -> dict[int, Spoken]:
    """Return, by the turn of a piece of text, what is said instead of it, with a key to that."""
    found: dict[int, Spoken] = {}
    for item in items:
        if item.kind != TEXT:
            continue
        said = [
            (address(mark), words)
            for name, mark in item.marks()
            if name != "Artifact" and (words := _instead(mark)) is not None
        ]
        if said:
            # one mark may stand in another: whoever listens gets the words of one of them
            whole = dict.fromkeys(words for _, words in said)
            found[item.number] = said[0][0], " ".join(whole)
    return found


def hush(items: Iterable[Painted], turns: Iterable[int]) -> None:
    """Let the printed letters of pieces of text be read, and not what is said instead."""
    wanted = frozenset(turns)
    for item in items:
        if item.number in wanted:
            for _, mark in list(item.marks()):
                if _instead(mark) is not None:
                    pdfium_c.FPDFPageObj_RemoveMark(item.raw, mark)


def unprinted_words(
    items: Sequence[Painted], spoken: dict[int, Spoken], glyphs: Iterable[Glyph]
) -> Iterator[tuple[str, tuple[int, ...]]]:
    """Yield what is said instead of other printed letters, with the turns of their pieces.

    Where the letters of a piece cannot be read, what is said is all there is.
    """
    printed: dict[int, list[str]] = {}
    for glyph in glyphs:
        printed.setdefault(glyph.owner, []).append(glyph.sign)
    for words, pieces in _groups(items, spoken):
        letters = "".join(sign for piece in pieces for sign in printed.get(piece.key, ()))
        if NO_LETTER not in letters and bare(letters) != bare(words):
            yield words, tuple(piece.number for piece in pieces)


def _groups(
    items: Sequence[Painted], spoken: dict[int, Spoken]
) -> Iterator[tuple[str, tuple[Painted, ...]]]:
    """Yield each text that is said instead of pieces, with the pieces that it replaces."""
    groups = itertools.groupby(items, lambda item: spoken.get(item.number))
    for said, pieces in groups:
        if said is not None:
            yield said[1], tuple(pieces)


def bare(text: str) -> str:
    """Return the letters and signs of a text: no spaces, no hyphens, ligatures as letters."""
    whole = unicodedata.normalize("NFKC", text)
    return "".join(sign for sign in whole if not sign.isspace() and sign not in _UNSAID)


def _instead(mark: object) -> str | None:
    """Return what is said instead of what stands in a mark, None when that is nothing else."""
    said = [words for name in _INSTEAD if (words := _value(mark, name)) is not None]
    return " ".join(said) if said else None


def _value(mark: object, name: bytes) -> str | None:
    length = ctypes.c_ulong()
    ask = pdfium_c.FPDFPageObjMark_GetParamBlobValue
    if not ask(mark, name, None, 0, length):
        return None
    size = min(length.value, _LONGEST)
    buffer = (ctypes.c_ubyte * max(length.value, 1))()
    ask(mark, name, buffer, length.value, length)
    return _decoded(bytes(buffer)[:size])


def _decoded(content: bytes) -> str:
    """Return a text of a PDF: in UTF-16 or UTF-8 with a mark, else in an alphabet of its own."""
    for mark, encoding in _ENCODINGS:
        if content.startswith(mark):
            text = content.removeprefix(mark).decode(encoding, "replace")
            break
    else:
        text = content.decode("latin-1").translate(_OF_PDF)
    return "".join(sign for sign in text if sign.isprintable() or sign.isspace())
