"""Block tokens to the blocks inside a clause or note: paragraphs, points, tables.

What protocols do not have (a directive, code, a quotation) becomes a paragraph with its source
text and a problem; nothing is dropped.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from markdown_it.rules_block.table import escapedSplit
from markdown_it.tree import SyntaxTreeNode

from protocolkit.document.model import (
    Block,
    Flush,
    Paragraph,
    Point,
    PointList,
    Table,
)
from protocolkit.document.richtext import HardBreak, Inline, RichText, Text, tidy
from protocolkit.document.table_sides import told_flush
from protocolkit.reading import codes
from protocolkit.reading.attributes import Attributes, read_attributes
from protocolkit.reading.found_problems import Report
from protocolkit.reading.inlines import clean_text, read_inlines, shown_start
from protocolkit.text.lists import IN_FIGURES, print_marker
from protocolkit.text.numerals import Numerals
from protocolkit.text.words import BULLET

LISTS = ("bullet_list", "ordered_list")
# What markdown-it says of the cells of a column.
_FLUSH = {f"text-align:{flush.value}": flush for flush in Flush}
_ITEM_MARKER = re.compile(rf"^\s*(?:[-+*]|{IN_FIGURES}|\[\^[^\]]+\]:)\s*")


@dataclass(frozen=True, slots=True)
class BlockReader:
    """Reads the blocks of one file; ``lines`` are its body's, ``offset`` lines come before.

    ``notes_inside`` are the notes that were met in other blocks, for who reads the body.
    """

    lines: tuple[str, ...]
    offset: int
    report: Report
    notes_inside: list[SyntaxTreeNode] = field(default_factory=list)

    def line_of(self, node: SyntaxTreeNode) -> int:
        """Return the line of the file on which a node begins."""
        return self.offset + (node.map[0] if node.map else 0) + 1

    def inlines(self, node: SyntaxTreeNode) -> RichText:
        """Return the rich text of a paragraph, heading or cell."""
        texts = [
            read_inlines(child, self.report, self.line_of(child))
            for child in node.children
            if child.type == "inline"
        ]
        return texts[0] if texts else ()

    def blocks(self, nodes: Iterable[SyntaxTreeNode]) -> tuple[Block, ...]:
        """Return the blocks that nodes hold; one without words does not count."""
        return tuple(block for node in nodes for block in self._block(node))

    def attributes(self, node: SyntaxTreeNode) -> Attributes:
        """Return what the line above a node says about it."""
        return read_attributes(node, self.report, self.line_of(node))

    def marker(self, item: SyntaxTreeNode, attributes: Attributes) -> str:
        """Return the marker that a list item is printed with."""
        if attributes.marker:
            return attributes.marker
        if not item.info:
            return BULLET
        if attributes.numerals is Numerals.DECIMAL:
            return f"{item.info}{item.markup}"
        return print_marker(int(item.info), attributes.numerals, item.markup)

    def as_text(self, node: SyntaxTreeNode) -> RichText:
        """Return a node's source text, line by line, and report it."""
        begin, end = node.map or (0, 0)
        first = next(iter(self.lines[begin:end]), "").strip()
        self.report.add(codes.BLOCK_AS_TEXT, self.line_of(node), text=shown_start(first))
        pieces: list[Inline] = []
        for number, line in enumerate(self.lines[begin:end], start=begin):
            own = _without_markers(line, node) if number == begin else line
            text = clean_text(own, self.report, self.offset + number + 1).strip()
            if text:
                pieces += [HardBreak(), Text(text)] if pieces else [Text(text)]
        return tidy(pieces)

    def _block(self, node: SyntaxTreeNode) -> Iterator[Block]:
        if node.type == "paragraph":
            if node.attrs:
                self.attributes(node)
            content = self.inlines(node)
        elif node.type in LISTS:
            yield self._points(node)
            return
        elif node.type == "table" and not self._is_uneven(node):
            yield self._table(node)
            return
        elif node.type == "footnote_reference":
            self.notes_inside.append(node)
            return
        else:
            content = self.as_text(node)
        if content:
            yield Paragraph(content)

    def _points(self, node: SyntaxTreeNode) -> PointList:
        attributes = self.attributes(node)
        points = []
        for number, item in enumerate(node.children):
            marker = self.marker(item, attributes) if number == 0 or not attributes.marker else ""
            points.append(
                Point(
                    marker=marker,
                    blocks=self.blocks(item.children),
                    anchor=attributes.anchor if number == 0 else "",
                )
            )
        return PointList(tuple(points))

    def _table(self, node: SyntaxTreeNode) -> Table:
        rows = [row for part in node.children for row in part.children]
        cells = [tuple(self.inlines(cell) for cell in row.children) for row in rows]
        flush = told_flush(
            _FLUSH.get(str(cell.attrs.get("style", "")), Flush.LEFT) for cell in rows[0].children
        )
        lines = tuple(self.line_of(row) for row in rows)
        return Table(header=cells[0], rows=tuple(cells[1:]), flush=flush, lines=lines)

    def _is_uneven(self, node: SyntaxTreeNode) -> bool:
        """Tell, and report, whether a row has more cells than the head: Markdown drops those."""
        begin, end = node.map or (0, 0)
        counts = [len(_cells(line)) for line in self.lines[begin:end]]
        if counts and max(counts) > counts[0]:
            self.report.add(codes.TABLE_UNEVEN, self.line_of(node))
            return True
        return False


def _without_markers(line: str, node: SyntaxTreeNode) -> str:
    """Cut the markers of the items and notes around a node off the line that they share."""
    around = node.parent
    begin = node.map[0] if node.map else -1
    while around is not None and not around.is_root and (around.map or [begin])[0] == begin:
        if around.type in ("list_item", "footnote_reference"):
            line = _ITEM_MARKER.sub("", line, count=1)
        around = around.parent
    return line


def _cells(line: str) -> list[str]:
    """Split a table's line into cells as markdown-it does: without the bars at both ends."""
    cells = escapedSplit(line.strip())
    if cells and not cells[0]:
        cells = cells[1:]
    if cells and not cells[-1]:
        cells = cells[:-1]
    return cells
