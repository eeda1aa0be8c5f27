"""The tree of a protocol: every walk over its parts, blocks and points.

The one module that tells the kinds of parts and of blocks apart. A new kind of block is a class in
:mod:`protocolkit.document.model` and a case here; the type checker then names each place that has
to say what it does with one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TypeVar, assert_never

from protocolkit.document.model import Block, Clause, Paragraph, Point, PointList, Section, Table
from protocolkit.document.richtext import RichText

_Result = TypeVar("_Result")

Part = Clause | Section
Path = tuple[Section, ...]
"""The sections around a part, outermost first."""


def by_part(
    part: Part,
    *,
    clause: Callable[[Clause], _Result],
    section: Callable[[Section], _Result],
) -> _Result:
    """Return what the function for this kind of part makes of it."""
    match part:
        case Clause():
            return clause(part)
        case Section():
            return section(part)
    assert_never(part)


def by_block(
    block: Block,
    *,
    paragraph: Callable[[Paragraph], _Result],
    points: Callable[[PointList], _Result],
    table: Callable[[Table], _Result],
) -> _Result:
    """Return what the function for this kind of block makes of it."""
    match block:
        case Paragraph():
            return paragraph(block)
        case PointList():
            return points(block)
        case Table():
            return table(block)
    assert_never(block)


def walk_parts(parts: Iterable[Part], path: Path = ()) -> Iterator[tuple[Part, Path]]:
    """Yield every part in reading order with the sections around it; outer before inner."""
    for part in parts:
        yield part, path
        if isinstance(part, Section):
            yield from walk_parts(part.parts, (*path, part))


def walk_clauses(parts: Iterable[Part]) -> Iterator[tuple[Clause, Path]]:
    """Yield every clause in reading order with the sections around it."""
    return ((part, path) for part, path in walk_parts(parts) if isinstance(part, Clause))


def walk_sections(parts: Iterable[Part]) -> Iterator[tuple[Section, Path]]:
    """Yield every section in reading order, outer before inner, with the sections around it."""
    return ((part, path) for part, path in walk_parts(parts) if isinstance(part, Section))


def clauses_of(parts: Iterable[Part]) -> tuple[Clause, ...]:
    """Return the clauses among parts, not those inside sections."""
    return tuple(part for part in parts if isinstance(part, Clause))


def sections_of(parts: Iterable[Part]) -> tuple[Section, ...]:
    """Return the sections among parts, not those inside them."""
    return tuple(part for part in parts if isinstance(part, Section))


def walk_blocks(blocks: Iterable[Block]) -> Iterator[Block]:
    """Yield every block in reading order; a list of points before what is in its points."""
    for block in blocks:
        yield block
        for point in _points(block):
            yield from walk_blocks(point.blocks)


def points_of(blocks: Iterable[Block]) -> tuple[Point, ...]:
    """Return the points of the lists among blocks, not those inside points."""
    return tuple(point for block in blocks for point in _points(block))


def _points(block: Block) -> tuple[Point, ...]:
    """Return the points of a block, in which blocks lie again; none of what is no list."""
    match block:
        case PointList():
            return block.points
        case Paragraph() | Table():
            return ()
    assert_never(block)


def walk_points(blocks: Iterable[Block]) -> Iterator[Point]:
    """Yield every point in reading order, outer before inner."""
    for point in points_of(blocks):
        yield point
        yield from walk_points(point.blocks)


def paragraphs_of(blocks: Iterable[Block]) -> tuple[Paragraph, ...]:
    """Return the paragraphs among blocks, not those inside points."""
    return tuple(block for block in blocks if isinstance(block, Paragraph))


def begins_with_words(blocks: Sequence[Block]) -> bool:
    """Tell whether the first block is a paragraph, so that a marker can stand before its words."""
    if not blocks:
        return False
    match first := blocks[0]:
        case Paragraph():
            return True
        case PointList() | Table():
            return False
    assert_never(first)


def is_one_whole(blocks: Sequence[Block]) -> bool:
    """Tell whether blocks are one that needs no marker to be a clause: no list of points."""
    if len(blocks) != 1:
        return False
    match only := blocks[0]:
        case Paragraph() | Table():
            return True
        case PointList():
            return False
    assert_never(only)


def rows_of(table: Table) -> tuple[tuple[RichText, ...], ...]:
    """Return the rows of a table, its header first."""
    return (table.header, *table.rows)


def block_texts(blocks: Iterable[Block]) -> Iterator[RichText]:
    """Yield every rich text of blocks in reading order; a table row by row."""
    return (rich for rich, _ in placed_texts(blocks))


def placed_texts(blocks: Iterable[Block]) -> Iterator[tuple[RichText, int]]:
    """Yield every rich text with the line of its row; 0 outside a table that was read."""
    for block in walk_blocks(blocks):
        yield from by_block(
            block,
            paragraph=lambda paragraph: ((paragraph.content, 0),),
            points=lambda _: (),
            table=_placed_cells,
        )


def _placed_cells(table: Table) -> tuple[tuple[RichText, int], ...]:
    rows = rows_of(table)
    lines = table.lines if len(table.lines) == len(rows) else (0,) * len(rows)
    return tuple((cell, line) for row, line in zip(rows, lines, strict=True) for cell in row)


def map_texts(
    blocks: Iterable[Block],
    change: Callable[[RichText], RichText],
    on_point: Callable[[Point], Point] = lambda point: point,
) -> tuple[Block, ...]:
    """Return blocks with every rich text changed, in the order of :func:`block_texts`.

    ``on_point`` changes what else a point has, such as its anchor.
    """

    def points(block: PointList) -> Block:
        return PointList(
            tuple(
                on_point(replace(point, blocks=map_texts(point.blocks, change, on_point)))
                for point in block.points
            )
        )

    def table(block: Table) -> Block:
        header, *rows = (tuple(change(cell) for cell in row) for row in rows_of(block))
        return replace(block, header=header, rows=tuple(rows))

    def paragraph(block: Paragraph) -> Block:
        return Paragraph(change(block.content))

    return tuple(
        by_block(block, paragraph=paragraph, points=points, table=table) for block in blocks
    )


def map_parts(
    parts: Iterable[Part],
    clause: Callable[[Clause], Clause | None],
    section: Callable[[Section], Section] = lambda section: section,
) -> tuple[Part, ...]:
    """Return parts with every clause changed, or left out where ``clause`` gives None.

    ``section`` changes a section once its own parts are changed.
    """

    def inside(found: Section) -> Part:
        return section(replace(found, parts=map_parts(found.parts, clause, section)))

    made = (by_part(part, clause=clause, section=inside) for part in parts)
    return tuple(part for part in made if part is not None)
