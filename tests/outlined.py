"""A text taken up to the step that a test is about, and its blocks written so that one can read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from protocolkit.document.model import Block, Paragraph, PointList
from protocolkit.document.outline import placed_clauses
from protocolkit.document.richtext import plain
from protocolkit.importing.extract.text.extract import extract_text
from protocolkit.importing.importer import import_source
from protocolkit.importing.source.hyphens import Joiner
from protocolkit.importing.source.lines import Line, Source
from protocolkit.importing.structure.found_facts import Wishes
from protocolkit.importing.structure.gathering import make_blocks
from protocolkit.importing.structure.levels import assign_levels
from protocolkit.importing.structure.line_runs import LineRun, Role
from protocolkit.importing.structure.pieces import fill
from protocolkit.importing.structure.roles import assign_roles


def lines_of(text: str) -> tuple[Line, ...]:
    """Return the lines of a plain text as the extractor gives them."""
    return extract_text(text.encode()).lines


def blocks_of(text: str, contents: Sequence[tuple[str, ...]] = ()) -> list[LineRun]:
    """Return the blocks of a plain text with their roles and levels."""
    source = extract_text(text.encode())
    blocks = make_blocks(source.lines)
    joiner = Joiner(source.lines)
    for block in blocks:
        fill(block, source.text, joiner)
    assign_roles(blocks, frozenset(contents))
    assign_levels(blocks)
    return blocks


def source_of(text: str) -> Source:
    """Return a plain text as a source."""
    return extract_text(text.encode())


def outline_of(source: str | Source, wishes: Wishes | None = None) -> list[str]:
    """Return the clauses and points of a source, a line each, indented by their depth."""
    made = source_of(source) if isinstance(source, str) else source
    placed = placed_clauses(import_source(made, wishes).protocol)
    return [line for one in placed for line in _item(one.clause.marker, one.clause.blocks, "")]


def _item(marker: str, blocks: Sequence[Block], indent: str) -> Iterator[str]:
    begin = f"{indent}{marker} "
    for block in blocks:
        if isinstance(block, Paragraph):
            yield f"{begin if begin.strip() else indent}{plain(block.content)}"
            begin = indent
        elif isinstance(block, PointList):
            for point in block.points:
                yield from _item(point.marker, point.blocks, f"{indent}  ")
        else:
            for row in (block.header, *block.rows):
                yield indent + " | ".join(plain(cell) for cell in row)


def headings_of(text: str) -> list[tuple[int, str]]:
    """Return the level and the words of each heading of a plain text."""
    return [
        (block.level, f"{block.marker} {block.text}".strip())
        for block in blocks_of(text)
        if block.role is Role.HEADING
    ]
