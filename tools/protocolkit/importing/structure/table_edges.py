"""Tables that reach the edge of a page or a column: what stands beyond it, and how sure that is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from protocolkit.base.messages import Marked, mark
from protocolkit.importing.source.lines import Line
from protocolkit.importing.structure.choices import Choices, Question, Reading
from protocolkit.importing.structure.line_runs import LineRun, Role

DOUBT_EDGE = mark("this table reaches the edge of a page: look whether its rows are all there")

# How far two parts of a table may stand beside each other, in points.
_BESIDE = 4.0


@dataclass(frozen=True, slots=True, kw_only=True)
class TableRows:
    """The rows of one table; ``end`` is the number of the block after it.

    ``heads`` are rows that only say again what the first one says, at the top of a page.
    """

    end: int
    rows: tuple[LineRun, ...]
    heads: tuple[LineRun, ...] = ()
    doubts: tuple[Marked, ...] = ()


def rows_from(blocks: Sequence[LineRun], number: int, choices: Choices) -> TableRows:
    """Return the rows of the table that begins at a block, over edges too.

    Beyond an edge the table goes on in rows with as many cells, in the same place. Unless its head
    is printed again there that is a doubt, and a person can part the two.
    """
    first = blocks[number]
    rows, heads, doubts = [first], list[LineRun](), list[Marked]()
    end = number + 1
    while end < len(blocks) and blocks[end].role is Role.TABLE:
        block, before = blocks[end].first, blocks[end - 1].first
        if not _is_beyond_edge(block):
            if block.table != before.table:
                break
            rows.append(blocks[end])
        elif _says_again(block, first.first):
            heads.append(blocks[end])
        else:
            found = Reading.TOGETHER if _goes_on(block, before) else Reading.APART
            part = LineRun(lines=[block])
            reading = choices.take(Question.EDGE, part, found, DOUBT_EDGE)
            doubts += part.doubts
            if reading is Reading.APART:
                break
            rows.append(blocks[end])
        end += 1
    return TableRows(
        end=end, rows=tuple(rows), heads=tuple(heads), doubts=tuple(dict.fromkeys(doubts))
    )


def _is_beyond_edge(line: Line) -> bool:
    """Tell whether a row is the first on its page, or in its column of a page."""
    return line.is_page_start and line.height > 0


def _says_again(line: Line, head: Line) -> bool:
    return line.text == head.text and len(line.cells) > 1


def _goes_on(line: Line, before: Line) -> bool:
    """Tell whether a row has the cells and the place of one before the edge."""
    if len(line.cells) != len(before.cells):
        return False
    return abs(line.indent - before.indent) <= _BESIDE and abs(line.right - before.right) <= _BESIDE
