"""Tables on a PDF's page, from the lines that are drawn around their cells."""

from __future__ import annotations

import io
from dataclasses import dataclass

import pdfplumber


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on a page, in points from its lower left corner."""

    left: float
    bottom: float
    right: float
    top: float


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundTable:
    """A table's place, and the places of its cells by row."""

    box: Box
    rows: tuple[tuple[Box, ...], ...]


def find_tables(content: bytes, number: int) -> tuple[FoundTable, ...]:
    """Return the tables of two columns and rows or more on page ``number``, counted from 0."""
    with pdfplumber.open(io.BytesIO(content), pages=[number + 1]) as document:
        page = document.pages[0]
        height = float(page.height)
        found = []
        for table in page.find_tables():
            rows = tuple(
                tuple(_box(cell, height) for cell in row.cells if cell is not None)
                for row in table.rows
            )
            rows = tuple(row for row in rows if row)
            if len(rows) >= 2 and max(map(len, rows)) >= 2:
                found.append(FoundTable(box=_box(table.bbox, height), rows=rows))
        return tuple(found)


def _box(corners: tuple[float, float, float, float], height: float) -> Box:
    left, top, right, bottom = (float(corner) for corner in corners)
    return Box(left, height - bottom, right, height - top)
