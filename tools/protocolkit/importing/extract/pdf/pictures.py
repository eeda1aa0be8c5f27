"""What a page looks like: its pixels, and which of them change when something is taken out.

A pixel is one number (blue, green, red); so the same words in the same place are the same number.
"""

from __future__ import annotations

import ctypes
import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from protocolkit.importing.extract.pdf.objects import Painted
from protocolkit.importing.extract.pdf.places import Box, Matrix

Pixels = npt.NDArray[np.uint32]
Windows = npt.NDArray[np.int64]

_MOST_PIXELS = 2_500_000
# No page is larger (ISO 32000-1, annex C): of a larger one no picture shows what can be read.
_LARGEST = 14_400.0
_WHITE = 0xFFFFFFFF
# Device places are whole numbers: they are asked for in a picture of this many pixels.
_FINE = 1 << 20
_CORNERS = ((0, 1), (0, 3), (2, 1), (2, 3))
_FLAGS = pdfium_c.FPDF_ANNOT | pdfium_c.FPDF_PRINTING


@dataclass(frozen=True, slots=True)
class Window:
    """A part of a page in whole pixels of a scale, counted from the upper left corner."""

    left: int
    top: int
    right: int
    bottom: int

    @property
    def is_empty(self) -> bool:
        """Whether no pixel lies in it."""
        return self.right <= self.left or self.bottom <= self.top


class Paper:
    """One page, to be looked at as it would be printed."""

    def __init__(self, page: pdfium.PdfPage) -> None:
        self._page = page
        self.width, self.height = page.get_size()
        self.is_vast = max(self.width, self.height) > _LARGEST
        self.is_flat = not (self.width >= 1 and self.height >= 1)
        self._device = _device(page) if not self.is_flat else Matrix()

    def scale(self, wanted: float) -> float:
        """Return a scale in pixels per point that leaves a whole page small enough to look at."""
        largest = math.sqrt(_MOST_PIXELS / max(self.width * self.height, 1.0))
        return min(wanted, largest)

    def windows(self, boxes: Sequence[Box], scale: float) -> Windows:
        """Return the pixels that boxes of the page touch, as :meth:`window` does, one row each."""
        corners = np.array([(b.left, b.bottom, b.right, b.top) for b in boxes], dtype=float)
        to = self._device
        across = [to.a * corners[:, x] + to.c * corners[:, y] + to.e for x, y in _CORNERS]
        down = [to.b * corners[:, x] + to.d * corners[:, y] + to.f for x, y in _CORNERS]
        wide, high = self.width * scale, self.height * scale
        edges = (
            np.floor(np.minimum.reduce(across) * wide),
            np.floor(np.minimum.reduce(down) * high),
            np.ceil(np.maximum.reduce(across) * wide),
            np.ceil(np.maximum.reduce(down) * high),
        )
        found: Windows = np.clip(np.stack(edges, axis=1), -1, 1 << 30).astype(np.int64)
        found[:, :2] = np.maximum(found[:, :2], 0)
        found[:, 2] = np.minimum(found[:, 2], math.ceil(wide))
        found[:, 3] = np.minimum(found[:, 3], math.ceil(high))
        return found

    def window(self, box: Box, scale: float) -> Window:
        """Return the pixels that a box of the page touches, as far as they are on the page."""
        left, top, right, bottom = self.windows([box], scale)[0].tolist()
        return Window(left, top, right, bottom)

    def pixels(self, scale: float, window: Window | None = None) -> Pixels:
        """Return the pixels of a page, or of a window of it."""
        wide, high = math.ceil(self.width * scale), math.ceil(self.height * scale)
        part = window or Window(0, 0, wide, high)
        found = np.full((part.bottom - part.top, part.right - part.left), _WHITE, dtype=np.uint32)
        bitmap = pdfium_c.FPDFBitmap_CreateEx(
            found.shape[1],
            found.shape[0],
            pdfium_c.FPDFBitmap_BGRx,
            found.ctypes.data_as(ctypes.c_void_p),
            found.strides[0],
        )
        try:
            pdfium_c.FPDF_RenderPageBitmap(
                bitmap, self._page.raw, -part.left, -part.top, wide, high, 0, _FLAGS
            )
        finally:
            pdfium_c.FPDFBitmap_Destroy(bitmap)
        return found

    def without(
        self, gone: Iterable[Painted], scale: float, window: Window | None = None
    ) -> Pixels:
        """Return the pixels of a page without some of its objects."""
        hidden = list(gone)
        for item in hidden:
            item.hide()
        try:
            return self.pixels(scale, window)
        finally:
            for item in hidden:
                item.show()


@dataclass(frozen=True, slots=True)
class Change:
    """The pixels that differ between two pictures, and by how many of 255 steps each does."""

    shape: tuple[int, ...]
    rows: npt.NDArray[np.int64]
    columns: npt.NDArray[np.int64]
    amounts: npt.NDArray[np.int16]

    def most(self, window: Window) -> int:
        """Return the largest change in a window."""
        begin, end = np.searchsorted(self.rows, (window.top, window.bottom))
        columns = self.columns[begin:end]
        inside = (columns >= window.left) & (columns < window.right)
        return int(self.amounts[begin:end][inside].max(initial=0))

    def found_in(self, windows: Windows, least: int) -> npt.NDArray[np.bool_]:
        """Tell for each window whether a pixel in it changed by at least ``least``.

        What windows share where they overlap counts for the smallest one.
        """
        owner = np.zeros(self.shape, dtype=np.int32)
        sizes = (windows[:, 2] - windows[:, 0]) * (windows[:, 3] - windows[:, 1])
        order = np.argsort(-sizes, kind="stable")
        places = windows[order].tolist()
        for number, (left, top, right, bottom) in zip(order.tolist(), places, strict=True):
            owner[top : max(bottom, top), left : max(right, left)] = number + 1
        large = self.amounts >= least
        counts = np.bincount(owner[self.rows[large], self.columns[large]], minlength=1)
        found = np.zeros(len(windows) + 1, dtype=bool)
        found[: len(counts)] = counts > 0
        return found[1:]


def change(one: Pixels, other: Pixels) -> Change:
    """Return what changed between two pictures: of each pixel, the colour that changed most."""
    # looking through one row of yes and no is far quicker than through numbers in two directions
    differing = one ^ other
    differing &= 0xFFFFFF
    places = np.flatnonzero(differing.ravel() != 0)
    rows = places // max(one.shape[1], 1)
    columns = places - rows * one.shape[1]
    before, after = one.ravel()[places], other.ravel()[places]
    largest = np.zeros(len(rows), dtype=np.int16)
    for shift in (0, 8, 16):
        step = ((before >> shift) & 255).astype(np.int16) - ((after >> shift) & 255)
        np.maximum(largest, np.abs(step), out=largest)
    return Change(one.shape, rows, columns, largest)


def _device(page: pdfium.PdfPage) -> Matrix:
    """Return how points of a page lie in its picture, from 0 to 1 across and down."""

    def place(across: float, up: float) -> tuple[float, float]:
        x, y = ctypes.c_int(), ctypes.c_int()
        pdfium_c.FPDF_PageToDevice(page.raw, 0, 0, _FINE, _FINE, 0, across, up, x, y)
        return x.value / _FINE, y.value / _FINE

    reach = 1000.0
    left, top = place(0, 0)
    right, above = place(reach, 0), place(0, reach)
    return Matrix(
        (right[0] - left) / reach,
        (right[1] - top) / reach,
        (above[0] - left) / reach,
        (above[1] - top) / reach,
        left,
        top,
    )
