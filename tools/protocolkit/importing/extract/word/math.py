"""Formulas of a Word file (OMML) on one line: what stands in them, in the order of reading.

A formula of letters and signs comes over as it stands. One that stands in rows (a fraction, a
root, a power) needs signs between its parts to say the same on one line; they are ours.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from protocolkit.importing.extract.shared.elements import Element
from protocolkit.importing.extract.word.all_words import local_name
from protocolkit.importing.extract.word.package import M, W
from protocolkit.reading.words_left_out import LeftOutReason

_LINES = ("H", "V", "BLTR", "TLBR")
_OPERATORS = frozenset(" +-−–×·*/:=<>")


@dataclass(frozen=True, slots=True)
class MathPiece:
    """A piece of a formula; ``run`` is the ``m:r`` it stands in, None for a sign of ours.

    ``gone`` is why a reader does not see it as text: only its room is there, or it is struck.
    """

    text: str
    run: Element | None = None
    gone: LeftOutReason | None = None


def math_pieces(element: Element) -> Iterator[MathPiece]:
    """Yield the pieces of a formula, or of a part of one."""
    name = local_name(element)
    if name == "r":
        text = "".join(t.text or "" for t in element if t.tag in (f"{M}t", f"{W}t", f"{W}delText"))
        yield MathPiece(text, element)
    elif name in _SHAPES:
        yield from _SHAPES[name](element)
    elif not name.endswith("Pr"):
        for child in element:
            yield from math_pieces(child)


def _phantom(element: Element) -> Iterator[MathPiece]:
    """Yield what keeps room on the page, and is shown unless that is said otherwise."""
    shown = element.find(f"{M}phantPr/{M}show")
    is_hidden = shown is not None and not is_on_in_math(shown)
    for piece in _part(element, "e"):
        yield replace(piece, gone=piece.gone or (LeftOutReason.HIDDEN if is_hidden else None))


def _boxed(element: Element) -> Iterator[MathPiece]:
    """Yield what stands in a box, which may be a line through it."""
    lines = (element.find(f"{M}borderBoxPr/{M}strike{name}") for name in _LINES)
    is_struck = any(line is not None and is_on_in_math(line) for line in lines)
    for piece in _part(element, "e"):
        yield replace(piece, gone=piece.gone or (LeftOutReason.STRUCK if is_struck else None))


def _grouping(element: Element) -> Iterator[MathPiece]:
    """Yield what has a sign over or under it, and the sign when it is a letter or an accent."""
    yield from _part(element, "e")
    name = local_name(element)
    sign = _sign(element, f"{name}Pr", "chr", "")
    if name == "acc" or sign.isalnum():
        yield MathPiece(sign)


def is_on_in_math(switch: Element) -> bool:
    """Tell whether a switch of a formula is on."""
    return switch.get(f"{M}val", "1") not in ("0", "off", "false")


def _fraction(element: Element) -> Iterator[MathPiece]:
    yield from _grouped(element, "num")
    yield MathPiece("/")
    yield from _grouped(element, "den")


def _raised(element: Element) -> Iterator[MathPiece]:
    yield from _part(element, "e")
    for name, sign in (("sub", "_"), ("sup", "^")):
        if element.find(f"{M}{name}") is not None:
            yield MathPiece(sign)
            yield from _grouped(element, name)


def _limit(element: Element) -> Iterator[MathPiece]:
    yield from _part(element, "e")
    yield MathPiece("_" if local_name(element) == "limLow" else "^")
    yield from _grouped(element, "lim")


def _root(element: Element) -> Iterator[MathPiece]:
    yield from _part(element, "deg")
    yield MathPiece("√")
    yield from _grouped(element, "e")


def _large(element: Element) -> Iterator[MathPiece]:
    yield MathPiece(_sign(element, "naryPr", "chr", "∫"))
    for name, sign in (("sub", "_"), ("sup", "^")):
        if any(piece.text for piece in _part(element, name)):
            yield MathPiece(sign)
            yield from _grouped(element, name)
    yield MathPiece(" ")
    yield from _part(element, "e")


def _delimited(element: Element) -> Iterator[MathPiece]:
    yield MathPiece(_sign(element, "dPr", "begChr", "("))
    between = _sign(element, "dPr", "sepChr", "|")
    for number, part in enumerate(element.findall(f"{M}e")):
        if number:
            yield MathPiece(between)
        yield from math_pieces(part)
    yield MathPiece(_sign(element, "dPr", "endChr", ")"))


def _rows(element: Element) -> Iterator[MathPiece]:
    """Yield a matrix or lines of equations: cells by a space, rows by a semicolon."""
    rows = element.findall(f"{M}mr") or element.findall(f"{M}e")
    for number, row in enumerate(rows):
        if number:
            yield MathPiece("; ")
        cells = row.findall(f"{M}e") or [row]
        for place, cell in enumerate(cells):
            if place:
                yield MathPiece(" ")
            yield from math_pieces(cell)


_SHAPES = {
    "f": _fraction,
    "sSup": _raised,
    "sSub": _raised,
    "sSubSup": _raised,
    "sPre": _raised,
    "limLow": _limit,
    "limUpp": _limit,
    "rad": _root,
    "nary": _large,
    "d": _delimited,
    "m": _rows,
    "eqArr": _rows,
    "phant": _phantom,
    "borderBox": _boxed,
    "groupChr": _grouping,
    "acc": _grouping,
}


def _part(element: Element, name: str) -> Iterator[MathPiece]:
    found = element.find(f"{M}{name}")
    if found is not None:
        yield from math_pieces(found)


def _grouped(element: Element, name: str) -> Iterator[MathPiece]:
    """Yield a part, in brackets when it is more than one term."""
    pieces = list(_part(element, name))
    is_long = any(sign in _OPERATORS for piece in pieces for sign in piece.text.strip())
    yield from [MathPiece("("), *pieces, MathPiece(")")] if is_long else pieces


def _sign(element: Element, properties: str, name: str, usual: str) -> str:
    """Return the one sign that a formula draws by a property."""
    found = element.find(f"{M}{properties}/{M}{name}")
    return found.get(f"{M}val", usual)[:1] if found is not None else usual
