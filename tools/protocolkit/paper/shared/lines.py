"""A protocol as lines: its paragraphs and tables in the order in which a paper prints them.

What each line is, not how it looks: a writer gives it a style, and a redline lays the lines of
two versions beside each other.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from protocolkit.document.model import (
    Block,
    Clause,
    Footnote,
    Paragraph,
    PointList,
    Protocol,
    Section,
    Table,
)
from protocolkit.document.richtext import RichText
from protocolkit.document.tree import begins_with_words, by_block, by_part


class LineKind(Enum):
    """What a line of words is; ``NOTE`` is the first of a note, which begins with its mark."""

    TITLE = "title"
    HEADING = "heading"
    WORDS = "words"
    NOTE = "note"


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One paragraph: what is printed before its words, its words, and which anchors begin at it.

    ``depth`` is that of a heading (from 1), or of words: 0 is the text itself, 1 an item, 2 a
    point in it. ``marker`` is that of an item or heading where its first words stand, and the
    label of a note. ``anchors`` are outer before inner.
    """

    kind: LineKind
    text: RichText
    depth: int = 0
    marker: str = ""
    anchors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class TableLine:
    """One table, which has at least one cell, at the depth of the words around it.

    It ``may_turn`` its page when it stands in a clause or a point of one, and not in a note.
    """

    table: Table
    depth: int
    anchors: tuple[str, ...] = ()
    may_turn: bool = False


AnyLine = Line | TableLine


def protocol_lines(protocol: Protocol) -> Iterator[AnyLine]:
    """Yield the lines of a protocol: the title, the sections and the clauses; without its notes.

    A title that is not the board's own stands on the cover alone.
    """
    if protocol.title and not protocol.facts.title_supplied:
        yield Line(kind=LineKind.TITLE, text=protocol.title)
    yield from _part_lines(protocol.parts, 1)


def note_lines(note: Footnote) -> Iterator[AnyLine]:
    """Yield the lines of a note; before the first stands its mark."""
    return _block_lines(note.blocks, 0, LineKind.NOTE, note.label, ())


def _part_lines(parts: Iterable[Clause | Section], depth: int) -> Iterator[AnyLine]:
    def clause(found: Clause) -> Iterator[AnyLine]:
        level = 1 if found.marker else 0
        return _block_lines(
            found.blocks,
            level,
            LineKind.WORDS,
            found.marker,
            _as_anchors(found.anchor),
            is_clause=True,
        )

    def section(found: Section) -> Iterator[AnyLine]:
        yield Line(
            kind=LineKind.HEADING,
            text=found.title,
            depth=depth,
            marker=found.marker,
            anchors=_as_anchors(found.anchor),
        )
        yield from _part_lines(found.parts, depth + 1)

    for part in parts:
        yield from by_part(part, clause=clause, section=section)


def _block_lines(
    blocks: Sequence[Block],
    depth: int,
    kind: LineKind,
    marker: str,
    anchors: tuple[str, ...],
    *,
    is_clause: bool = False,
) -> Iterator[AnyLine]:
    """Yield the lines of an item; its marker, kind and anchors are those of the first one."""
    if not begins_with_words(blocks) and (marker or not any(map(_has_paragraph, blocks))):
        yield Line(kind=kind, text=(), depth=depth, marker=marker, anchors=anchors)
        kind, marker, anchors = LineKind.WORDS, "", ()

    def words(found: Paragraph) -> Iterator[AnyLine]:
        yield Line(kind=kind, text=found.content, depth=depth, marker=marker, anchors=anchors)

    def points(found: PointList) -> Iterator[AnyLine]:
        outer = anchors
        for point in found.points:
            inner = (*outer, *_as_anchors(point.anchor))
            yield from _block_lines(
                point.blocks,
                depth + 1,
                LineKind.WORDS,
                point.marker,
                inner,
                is_clause=is_clause,
            )
            outer = ()

    def table(found: Table) -> Iterator[AnyLine]:
        if found.header or any(found.rows):
            yield TableLine(table=found, depth=depth, anchors=anchors, may_turn=is_clause)

    for block in blocks:
        yield from by_block(block, paragraph=words, points=points, table=table)
        if _has_paragraph(block):
            kind, marker, anchors = LineKind.WORDS, "", ()


def _as_anchors(anchor: str) -> tuple[str, ...]:
    return (anchor,) if anchor else ()


def _has_paragraph(block: Block) -> bool:
    """Tell whether a block prints at least one paragraph, where a bookmark can stand."""
    return by_block(
        block,
        paragraph=lambda _: True,
        points=lambda found: bool(found.points),
        table=lambda found: bool(found.header or any(found.rows)),
    )
