"""The lines that are drawn on a page, whatever for: around the cells of a table, through words."""

from __future__ import annotations

import ctypes
import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import pypdfium2.raw as pdfium_c

from protocolkit.importing.extract.pdf.objects import PATH, PICTURE, Painted, object_matrix
from protocolkit.importing.extract.pdf.places import Box, Matrix, around

MOST_PARTS = 50_000

_MOVE = pdfium_c.FPDF_SEGMENT_MOVETO
_UNFILLED = pdfium_c.FPDF_FILLMODE_NONE

Point = tuple[float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """One figure that is drawn in one go: its corners, and whether its outline or inside shows.

    ``thick`` is how thick its outline is.
    """

    points: tuple[Point, ...]
    is_stroked: bool
    is_filled: bool
    thick: float = 0.0

    @property
    def box(self) -> Box:
        """The rectangle around it."""
        return around(list(self.points))

    @property
    def sides(self) -> Iterator[tuple[Point, Point]]:
        """Its sides, in turn."""
        return zip(self.points, self.points[1:], strict=False)


def drawn_shapes(items: Sequence[Painted]) -> list[Shape]:
    """Return the figures of a page in the order in which they are drawn, up to a limit."""
    found: list[Shape] = []
    parts = 0
    for item in items:
        if parts > MOST_PARTS:
            break
        if item.kind == PATH:
            count = max(pdfium_c.FPDFPath_CountSegments(item.raw), 0)
            parts += count
            if count and parts <= MOST_PARTS:
                found += _shapes(item, count)
    return found


def picture_boxes(items: Sequence[Painted]) -> list[Box]:
    """Return where the pictures of a page are."""
    found = (item.box() for item in items if item.kind == PICTURE)
    return [box for box in found if box is not None]


def _shapes(item: Painted, count: int) -> Iterator[Shape]:
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    pdfium_c.FPDFPath_GetDrawMode(item.raw, ctypes.byref(fill), ctypes.byref(stroke))
    is_filled, is_stroked = fill.value != _UNFILLED, bool(stroke.value)
    if not is_filled and not is_stroked:
        return
    width = ctypes.c_float()
    pdfium_c.FPDFPageObj_GetStrokeWidth(item.raw, ctypes.byref(width))
    matrix = object_matrix(item.raw).within(item.around)
    thick = width.value * math.sqrt(abs(matrix.a * matrix.d - matrix.b * matrix.c))
    for points in _figures(item, count, matrix):
        if len(points) > 1:
            yield Shape(
                points=tuple(points), is_stroked=is_stroked, is_filled=is_filled, thick=thick
            )


def _figures(item: Painted, count: int, matrix: Matrix) -> Iterator[list[Point]]:
    """Yield the corners of each figure of a path, where they come to lie on the page."""
    across, up = ctypes.c_float(), ctypes.c_float()
    points: list[Point] = []
    for index in range(count):
        part = pdfium_c.FPDFPath_GetPathSegment(item.raw, index)
        pdfium_c.FPDFPathSegment_GetPoint(part, ctypes.byref(across), ctypes.byref(up))
        if pdfium_c.FPDFPathSegment_GetType(part) == _MOVE and points:
            yield points
            points = []
        points.append(matrix.point(across.value, up.value))
        if pdfium_c.FPDFPathSegment_GetClose(part):
            points.append(points[0])
    if points:
        yield points
