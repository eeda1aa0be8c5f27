"""Which boards have a column in a table of the comparison: none that has nothing in all of it.

Nor has one where most boards have nothing on about a page. Those are named in one sentence.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from protocolkit.base.messages import Translate, mark
from protocolkit.comparison.matrix import Column, Presence, Row
from protocolkit.paper.shared.comparison_cells import Box, height

# How many lines a page has, and the share of its columns that may be empty: three of five.
_PAGE = 38
_MOST_EMPTY = 3 / 5

_NOTHING = (Presence.NOT_FOUND, Presence.UNKNOWN)
_SAID = (
    mark("Not found at: {names}."),
    mark("Not found, and the source is incomplete, at: {names}."),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """Rows below each other with columns for the same boards, by their places in the matrix."""

    rows: tuple[Row, ...]
    places: tuple[int, ...]


def runs(rows: Sequence[Row], boxes: Sequence[Sequence[Box]]) -> Iterator[Run]:
    """Yield the rows of a theme in runs, each with the boards that have something there.

    ``boxes`` are what is printed of each row.
    """
    usual = _present(rows)
    found: list[Run] = []
    for page in _pages(rows, boxes):
        places = _present(page)
        if len(usual) - len(places) < _MOST_EMPTY * len(usual):
            places = usual
        if found and found[-1].places == places:
            found[-1] = Run(rows=(*found[-1].rows, *page), places=places)
        else:
            found.append(Run(rows=tuple(page), places=places))
    yield from found


def missing_said(run: Run, columns: Sequence[Column], translate: Translate) -> tuple[str, ...]:
    """Return who has nothing in the rows of a run, and so no column there."""
    names: dict[Presence, list[str]] = {}
    for at, column in enumerate(columns):
        if at not in run.places:
            names.setdefault(run.rows[0].cells[at].presence, []).append(column.name)
    return tuple(
        translate(said).format(names=", ".join(names[presence]))
        for presence, said in zip(_NOTHING, _SAID, strict=True)
        if presence in names
    )


def _present(rows: Sequence[Row]) -> tuple[int, ...]:
    """Return the places of the boards that have something in rows; of all where none has."""
    every = tuple(range(len(rows[0].cells)))
    return (
        tuple(at for at in every if any(row.cells[at].presence not in _NOTHING for row in rows))
        or every
    )


def _pages(rows: Sequence[Row], boxes: Sequence[Sequence[Box]]) -> Iterator[list[Row]]:
    """Yield the rows that stand on about a page together."""
    page: list[Row] = []
    high = 0.0
    for row, cells in zip(rows, boxes, strict=True):
        wide = max(height(box, len(cells)) for box in cells)
        if page and high + wide > _PAGE:
            yield page
            page, high = [], 0.0
        page.append(row)
        high += wide
    if page:
        yield page
