"""A text taken up to the step that a test is about, and its blocks written so that one can read."""

from __future__ import annotations

from collections.abc import Sequence

from protocolkit.importing.extract.plain_text import extract_text
from protocolkit.importing.source.hyphens import Joiner
from protocolkit.importing.source.lines import Line
from protocolkit.importing.structure.gathering import make_blocks
from protocolkit.importing.structure.levels import assign_levels
from protocolkit.importing.structure.pieces import fill
from protocolkit.importing.structure.roles import assign_roles
from protocolkit.importing.structure.runs import Block, Role


def lines_of(text: str) -> tuple[Line, ...]:
    """Return the lines of a plain text as the extractor gives them."""
    return extract_text(text.encode()).lines


def blocks_of(text: str, contents: Sequence[tuple[str, ...]] = ()) -> list[Block]:
    """Return the blocks of a plain text with their roles and levels."""
    source = extract_text(text.encode())
    blocks = make_blocks(source.lines)
    joiner = Joiner(source.lines)
    for block in blocks:
        fill(block, source.text, joiner)
    assign_roles(blocks, frozenset(contents))
    assign_levels(blocks)
    return blocks


def headings_of(text: str) -> list[tuple[int, str]]:
    """Return the level and the words of each heading of a plain text."""
    return [
        (block.level, f"{block.marker} {block.text}".strip())
        for block in blocks_of(text)
        if block.role is Role.HEADING
    ]
