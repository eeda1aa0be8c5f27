"""Blocks to sections and clauses: which points, paragraphs and tables belong to which item."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass

from protocolkit.base.messages import mark
from protocolkit.document.model import Paragraph, Table
from protocolkit.document.richtext import RichText, Text, plain, tidy
from protocolkit.document.table_sides import common_flush
from protocolkit.importing.source.lines import Line
from protocolkit.importing.structure.choices import Choices, Question, Reading
from protocolkit.importing.structure.closing_lines import stands_apart
from protocolkit.importing.structure.growing_tree import Item, Part, is_last_without_text
from protocolkit.importing.structure.heading_or_text import DOUBT_HEADING
from protocolkit.importing.structure.line_ends import is_terminal
from protocolkit.importing.structure.line_runs import Boundary, LineRun, Piece, Role
from protocolkit.importing.structure.open_items import DOUBT_AGAIN, OpenItems
from protocolkit.importing.structure.rich_spans import ContentReader
from protocolkit.importing.structure.swallowed_items import DOUBT_SWALLOWED, has_swallowed_next
from protocolkit.importing.structure.table_cells import DOUBT_CELL, has_swallowed
from protocolkit.importing.structure.table_edges import rows_from
from protocolkit.importing.structure.text_forms import is_title_like
from protocolkit.reading.ledger import SourceChange, SourceChangeKind
from protocolkit.text.markers import Start, is_box, is_glyph
from protocolkit.text.words import BULLET, tokens

DOUBT_BELONGS = mark("may not belong to the item above it")
DOUBT_OWN = mark("may belong to the item above it")
DOUBT_TABLE = mark("the rows of this table have different numbers of cells")
DOUBT_JUMP = mark("the number does not follow on the one before")

LIST_SIGN = "opsommingsteken"
HEAD_AGAIN = "kop van een tabel; staat op de volgende pagina nog eens"
SPACE_ADDED = "spatie na het nummer"


@dataclass(frozen=True, slots=True, kw_only=True)
class Tree:
    """A document with everything under its sections and items, but for its title."""

    root: Part
    changes: tuple[SourceChange, ...]


def build_tree(
    blocks: Sequence[LineRun], reader: ContentReader, choices: Choices | None = None
) -> Tree:
    """Put blocks under their sections and items; enter what has to be taken out for that."""
    return _TreeBuilder(blocks, reader, choices or Choices("")).build()


class _TreeBuilder:
    """Goes through the blocks once, with the sections and items in mind that are open."""

    def __init__(self, blocks: Sequence[LineRun], reader: ContentReader, choices: Choices) -> None:
        self._blocks = blocks
        self._reader = reader
        self._choices = choices
        self._sections = [Part(level=1)]
        self._open = OpenItems(blocks, choices)
        self._merges = _has_paragraph_gaps(blocks)
        self._changes: list[SourceChange] = []

    def build(self) -> Tree:
        number = 0
        while number < len(self._blocks):
            block = self._blocks[number]
            if block.role is Role.HEADING:
                self._heading(block)
            elif block.role is Role.TABLE:
                number = self._table(number)
                continue
            elif block.role is Role.ITEM and block.start is not None:
                self._item(block, block.start)
            elif block.role is not Role.TITLE:
                self._paragraph(block, number)
            number += 1
        return Tree(root=self._sections[0], changes=tuple(self._changes))

    # -- sections -----------------------------------------------------------------------------

    def _heading(self, block: LineRun) -> None:
        while self._sections[-1].level >= block.level:
            self._sections.pop()
        part = Part(level=block.level, block=block, title=self._reader.rich(block.pieces))
        self._space(block)
        self._sections[-1].parts.append(part)
        self._sections.append(part)
        self._open.items = []

    def _clause(self, item: Item) -> None:
        self._sections[-1].parts.append(item)
        self._open.items = [item] if item.marker else []

    # -- items --------------------------------------------------------------------------------

    def _item(self, block: LineRun, start: Start) -> None:
        depth = min(self._open.depth_of(block, start), self._open.reachable())
        item = Item(block=block, start=start, doubts=block.doubts)
        item.marker = self._printed(block, start, depth)
        content = self._reader.rich(block.pieces)
        if content:
            item.parts.append(Paragraph(content))
        before = self._open.items[depth] if depth < len(self._open.items) else None
        item.repeats = before is not None and before.counts_as(start)
        settled = self._choices.settled(Question.LIST, block)
        is_again = before is not None and before.repeats and item.repeats
        is_told = DOUBT_AGAIN in item.doubts or settled is not None or is_again
        if self._open.is_jump(block, start, depth) and not is_told:
            item.doubts.append(DOUBT_JUMP)
        if has_swallowed_next(block.text, start) and not block.first.is_exact:
            item.doubts.append(DOUBT_SWALLOWED)
        del self._open.items[depth:]
        if depth == 0:
            self._clause(item)
        else:
            self._open.items[-1].parts.append(item)
            self._open.items.append(item)

    def _printed(self, block: LineRun, start: Start, depth: int) -> str:
        """Return the marker as the model has it; a sign that becomes a bullet is entered."""
        self._space(block)
        is_told = depth == 0 and not is_glyph(start.marker) and start.marker
        if not start.is_bullet or is_told or is_box(start.marker):
            return start.marker
        if tokens(start.marker):
            begin = block.first.begin
            end = begin + len(start.marker)
            self._changes.append(
                SourceChange(
                    kind=SourceChangeKind.REMOVED,
                    begin=begin,
                    end=end,
                    text=start.marker,
                    reason=LIST_SIGN,
                )
            )
        return BULLET

    def _space(self, block: LineRun) -> None:
        """Enter the space that a marker glued to its text ('1.De') gets."""
        line, length = block.first, len(block.marker)
        glued = line.text[length : length + 1]
        if not length or not glued.strip() or (block.start and block.start.is_bullet):
            return
        rest = line.text[length:].split()[0]
        end = line.begin + length + len(rest)
        if self._reader.has_note(line.begin, end) or end > block.pieces[0].end:
            # another entry is about this word already: a note called in it, a broken half
            rest = ""
        word = block.marker + rest
        self._changes.append(
            SourceChange(
                kind=SourceChangeKind.JOINED,
                begin=line.begin,
                end=line.begin + len(word),
                text=word,
                word=f"{block.marker} {rest}",
                reason=SPACE_ADDED,
            )
        )

    # -- paragraphs ---------------------------------------------------------------------------

    def _paragraph(self, block: LineRun, number: int) -> None:
        content = self._reader.rich(block.pieces)
        if not content and not block.first.anchor:
            return
        home = self._home(block, number)
        if home is not None:
            if not block.first.is_exact and is_title_like(block):
                self._choices.take(Question.HEADING, block, Reading.TEXT, DOUBT_HEADING)
                home.doubts += block.doubts
            self._add(home, Paragraph(content), block.lines)
            return
        last = self._sections[-1].parts[-1] if self._sections[-1].parts else None
        if self._runs_on(block, last) and isinstance(last, Item):
            pieces = [*last.block.pieces]
            pieces[-1] = Piece(pieces[-1].begin, pieces[-1].end, pieces[-1].instead, True, True)
            last.block.pieces = [*pieces, *block.pieces]
            last.block.text = f"{last.block.text} {block.text}"
            last.parts = [Paragraph(self._reader.rich(last.block.pieces))]
            return
        self._clause(Item(block=block, parts=[Paragraph(content)], doubts=block.doubts))

    def _add(self, home: Item, part: Paragraph | Table, lines: Sequence[Line]) -> None:
        """Add text to an open item, or to the one around it that the text has not gone past."""
        depth = next(n for n, item in enumerate(self._open.items) if item is home)
        item = self._open.items[min(depth, self._open.reachable() - 1)]
        item.parts.append(part)
        item.more += lines

    def _runs_on(self, block: LineRun, last: Part | Item | None) -> bool:
        """Tell whether a paragraph is only a new line of the one before."""
        return (
            isinstance(last, Item)
            and not last.marker
            and last.block.role is Role.PARAGRAPH
            and block.boundary is Boundary.WEAK
            and self._merges
            and not stands_apart(block.text)
        )

    def _home(self, block: LineRun, number: int) -> Item | None:
        """Return the open item that a paragraph belongs to, or None when it stands alone."""
        if block.first.is_exact:
            inside = self._open.items[: self._open.exact_depth(block) + 1]
            return inside[-1] if inside and not block.first.anchor else None
        if not self._open.items or stands_apart(block.text):
            return None
        top = self._open.items[0]
        if self._open.goes_on(top.start, number):
            return self._open.deepest_left_of(block) if len(self._open.items) > 1 else top
        last = self._open.items[-1]
        is_bare = last.start is None or not last.start.is_bullet
        is_inside = not self._open.is_left_of(block, top.block)
        if block.boundary is Boundary.WEAK and is_bare and is_inside:
            return self._home_in_doubt(block)
        if self._open.is_left_of(top.block, block):
            return self._open.deepest_left_of(block)
        if is_last_without_text(self._sections[-1].parts):
            reading = self._choices.take(Question.BELONGS, block, Reading.WITH, DOUBT_BELONGS)
            top.doubts += block.doubts if reading is Reading.WITH else ()
            return top if reading is Reading.WITH else None
        if block.first.gap <= 1.25 and not block.first.size and not block.first.is_whole:
            doubt = None if self._open.is_below_list(block, number) else DOUBT_OWN
            reading = self._choices.take(Question.BELONGS, block, Reading.APART, doubt)
            return last if reading is Reading.WITH else None
        return None

    def _home_in_doubt(self, block: LineRun) -> Item | None:
        """Return the item that a paragraph right below it may belong to, as a person says.

        A sentence goes on with no point that is the end of another sentence.
        """
        homes = self._open.items
        if block.text[:1].isupper():
            homes = [item for item in homes if not _ends_sentence(item.block)]
        home = homes[-1] if homes else None
        if home is None:
            reading = self._choices.take(Question.BELONGS, block, Reading.APART, DOUBT_OWN)
            return self._open.items[-1] if reading is Reading.WITH else None
        reading = self._choices.take(Question.BELONGS, block, Reading.WITH, DOUBT_BELONGS)
        home.doubts += block.doubts if reading is Reading.WITH else ()
        return home if reading is Reading.WITH else None

    # -- tables -------------------------------------------------------------------------------

    def _table(self, number: int) -> int:
        """Add the table that begins at a block; return the number of the block after it."""
        first = self._blocks[number]
        found = rows_from(self._blocks, number, self._choices)
        end, rows = found.end, [block.first for block in found.rows]
        self._changes += map(_said_again, found.heads)
        first.doubts += found.doubts
        cells = [[self._reader.span(begin, stop) for begin, stop in row.cells] for row in rows]
        width = max(map(len, cells))
        even = [(*row, *[()] * (width - len(row))) for row in cells]
        flush = common_flush([[*map(bool, row)] for row in even], [row.flush for row in rows])
        if has_swallowed([[*map(plain, row)] for row in even]) and not first.first.is_exact:
            first.doubts.append(DOUBT_CELL)
        table = Table(header=even[0], rows=tuple(even[1:]), flush=flush)
        if len({len(row) for row in cells}) > 1 and not first.first.is_exact:
            whole = LineRun(lines=rows)
            reading = self._choices.take(Question.TABLE, whole, Reading.TABLE, DOUBT_TABLE)
            first.doubts += whole.doubts
            if reading is Reading.ROWS:
                self._rows(found.rows, cells)
                return end
        if first.first.is_exact:
            home = self._home(first, number)
            if home is None:
                self._clause(Item(block=first, parts=[table], more=rows))
            else:
                self._add(home, table, rows)
            return end
        top = self._open.items[0] if self._open.items else None
        follows = top is not None and self._open.goes_on(top.start, end - 1)
        if top is not None and (follows or self._open.is_left_of(top.block, first)):
            top.doubts += first.doubts
            self._add(self._open.deepest_left_of(first), table, rows)
        else:
            self._clause(Item(block=first, parts=[table], doubts=first.doubts, more=rows))
        return end

    def _rows(self, blocks: Sequence[LineRun], cells: Sequence[Sequence[RichText]]) -> None:
        """Add each row of a table as a paragraph of its own."""
        for block, row in zip(blocks, cells, strict=True):
            spaced = [inline for cell in row if cell for inline in (Text(" "), *cell)]
            if content := tidy(spaced[1:]):
                self._clause(Item(block=block, parts=[Paragraph(content)]))


def _ends_sentence(block: LineRun) -> bool:
    """Tell whether a point is the last part of the sentence that its list begins with."""
    return block.text[:1].islower() and is_terminal(block.text) and not block.text.endswith(";")


def _said_again(head: LineRun) -> SourceChange:
    """Return the entry for a table's head that the next page has again."""
    return SourceChange(
        kind=SourceChangeKind.REMOVED,
        begin=head.first.begin,
        end=head.first.end,
        text=head.first.text,
        reason=HEAD_AGAIN,
    )


def _has_paragraph_gaps(blocks: Sequence[LineRun]) -> bool:
    """Tell whether this text sets its paragraphs apart by more than a new line."""
    return any(
        block.role is Role.PARAGRAPH
        and before.role is Role.PARAGRAPH
        and block.boundary is Boundary.STRONG
        and is_terminal(before.text)
        and len(before.text) > 60
        and len(block.text) > 60
        for before, block in itertools.pairwise(blocks)
    )
