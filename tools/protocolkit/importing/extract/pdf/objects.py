"""What a PDF's page is painted with, in order: pieces of text, pictures, paths.

Knows objects only, also those inside other ones; what they mean is for others to say.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from protocolkit.base.location import Location
from protocolkit.base.problems import ProtocolkitError, problem
from protocolkit.importing.extract.pdf.places import Box, Matrix
from protocolkit.importing.source import codes

MOST_OBJECTS = 30_000
_DEEPEST = 60
_LONGEST = 20_000

TEXT, PATH = pdfium_c.FPDF_PAGEOBJ_TEXT, pdfium_c.FPDF_PAGEOBJ_PATH
PICTURE, SHADING = pdfium_c.FPDF_PAGEOBJ_IMAGE, pdfium_c.FPDF_PAGEOBJ_SHADING
_FORM = pdfium_c.FPDF_PAGEOBJ_FORM

Colour = tuple[int, int, int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Painted:
    """One object of a page: ``number`` is its turn, ``outer`` that of the one at the top.

    ``around`` moves what it draws to its place on the page; ``key`` tells it from all others, and
    ``home`` what it is directly part of.
    """

    raw: object
    key: int
    kind: int
    number: int
    outer: int
    home: int
    around: Matrix

    def box(self) -> Box | None:
        """Return where it is painted, as far as its own measures say; None when it has none."""
        edges = [ctypes.c_float() for _ in range(4)]
        if not pdfium_c.FPDFPageObj_GetBounds(self.raw, *edges):
            return None
        left, bottom, right, top = (edge.value for edge in edges)
        return self.around.box(Box(left, bottom, right, top))

    def fill(self) -> Colour:
        """Return the colour and the opacity that it is filled with."""
        return _colour(pdfium_c.FPDFPageObj_GetFillColor, self.raw)

    def stroke(self) -> Colour:
        """Return the colour and the opacity of its outline."""
        return _colour(pdfium_c.FPDFPageObj_GetStrokeColor, self.raw)

    def marks(self) -> Iterator[tuple[str, object]]:
        """Yield the marks that a PDF sets around it: their names and themselves."""
        for index in range(max(pdfium_c.FPDFPageObj_CountMarks(self.raw), 0)):
            found = pdfium_c.FPDFPageObj_GetMark(self.raw, index)
            length = ctypes.c_ulong()
            buffer = (ctypes.c_ushort * 32)()
            pdfium_c.FPDFPageObjMark_GetName(found, buffer, 64, ctypes.byref(length))
            yield wide_text(buffer, length.value), found

    def words(self, text: pdfium.PdfTextPage) -> str:
        """Return what PDFium reads in a piece of text; "" also when it passes it over."""
        length = min(pdfium_c.FPDFTextObj_GetText(self.raw, text.raw, None, 0), _LONGEST)
        buffer = (ctypes.c_ushort * (length // 2 + 1))()
        pdfium_c.FPDFTextObj_GetText(self.raw, text.raw, buffer, length)
        return wide_text(buffer, length)

    def hide(self) -> None:
        """Take it out of the page that is in memory: it is neither painted nor read."""
        pdfium_c.FPDFPageObj_SetIsActive(self.raw, False)

    def show(self) -> None:
        """Put it back."""
        pdfium_c.FPDFPageObj_SetIsActive(self.raw, True)


def painted_objects(page: pdfium.PdfPage, location: Location) -> list[Painted]:
    """Return what a page is painted with, from the bottom up; what holds others is not listed.

    Raises :class:`ProtocolkitError` when there is more of it than a page of text can need.
    """
    found: list[Painted] = []
    seen = 0
    count = max(pdfium_c.FPDFPage_CountObjects(page.raw), 0)
    waiting: list[tuple[object, int, Matrix, tuple[int, ...]]] = [
        (pdfium_c.FPDFPage_GetObject(page.raw, outer), outer, Matrix(), (0,))
        for outer in reversed(range(min(count, MOST_OBJECTS + 1)))
    ]
    while waiting:
        raw, outer, around, homes = waiting.pop()
        seen += 1
        if seen + len(waiting) > MOST_OBJECTS:
            limit = str(MOST_OBJECTS)
            raise ProtocolkitError(problem(codes.TOO_MUCH_DRAWN, location, limit=limit))
        kind = pdfium_c.FPDFPageObj_GetType(raw)
        if kind != _FORM:
            key = address(raw)
            found.append(
                Painted(
                    raw=raw,
                    key=key,
                    kind=kind,
                    number=len(found),
                    outer=outer,
                    home=homes[-1],
                    around=around,
                )
            )
        elif len(homes) <= _DEEPEST:
            inner = object_matrix(raw).within(around)
            inside = max(pdfium_c.FPDFFormObj_CountObjects(raw), 0)
            waiting += [
                (pdfium_c.FPDFFormObj_GetObject(raw, index), outer, inner, (*homes, address(raw)))
                for index in reversed(range(min(inside, MOST_OBJECTS + 1)))
            ]
    return found


def object_matrix(raw: object) -> Matrix:
    """Return how an object moves what it draws."""
    matrix = pdfium_c.FS_MATRIX()
    if not pdfium_c.FPDFPageObj_GetMatrix(raw, ctypes.byref(matrix)):
        return Matrix()
    return Matrix(matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f)


def address(pointer: object) -> int:
    """Return what tells something of PDFium apart from all else."""
    return ctypes.addressof(pointer.contents)  # type: ignore[attr-defined]


def wide_text(buffer: object, length: int) -> str:
    """Return the text that PDFium put in a buffer: ``length`` bytes of UTF-16 with a closing 0."""
    content = bytes(buffer)[:length]  # type: ignore[call-overload]
    return str(content.decode("utf-16-le", "ignore")).rstrip("\0")


def _colour(ask: object, raw: object) -> Colour:
    assert callable(ask)
    parts = [ctypes.c_uint() for _ in range(4)]
    if not ask(raw, *parts):
        return (0, 0, 0, 255)
    red, green, blue, opacity = (part.value for part in parts)
    return red, green, blue, opacity
