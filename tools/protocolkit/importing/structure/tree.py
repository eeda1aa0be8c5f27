"""Blocks to sections and clauses: which points, paragraphs and tables belong to which item."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass

from protocolkit.base.messages import mark
from protocolkit.document.model import Paragraph, Table
from protocolkit.document.richtext import RichText, Text, tidy
from protocolkit.importing.source.lines import Line
from protocolkit.importing.structure.choices import Choices, Question, Reading
from protocolkit.importing.structure.growing_tree import Item, Part
from protocolkit.importing.structure.line_ends import is_terminal
from protocolkit.importing.structure.line_runs import Block, Boundary, Piece, Role
from protocolkit.importing.structure.rich_spans import ContentReader
from protocolkit.importing.structure.roles import DOUBT_HEADING
from protocolkit.importing.structure.text_forms import is_title_like
from protocolkit.reading.ledger import ChangeKind, SourceChange
from protocolkit.text.marker_styles import Style
from protocolkit.text.markers import Start, is_box, is_glyph
from protocolkit.text.words import BULLET, tokens

DOUBT_BELONGS = mark("may not belong to the item above it")
DOUBT_OWN = mark("may belong to the item above it")
DOUBT_TWO_LISTS = mark("may be the next of the list around it")
DOUBT_AGAIN = mark("a list begins again here: it may lie inside the item above it")
DOUBT_TABLE = mark("the rows of this table have different numbers of cells")
DOUBT_JUMP = mark("the number does not follow on the one before")

LIST_SIGN = "opsommingsteken"
SPACE_ADDED = "spatie na het nummer"
_CLOSING = re.compile(
    r"^(?:dit|het|deze)\s+(?:protocol|beleid|reglement|regeling|gedragscode)\b.{0,200}"
    r"(?:instemming|vastgesteld|tot stand gekomen|in werking|treedt|opgesteld)"
    r"|^(?:aldus )?vastgesteld\b|^instemming\b",
    re.IGNORECASE | re.DOTALL,
)
_ENDS = (".", ":", "!", "?")
_TOLERANCE = 4.0
# The number of blocks that may stand between two items of a list.
_REACH = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Tree:
    """A document with everything under its sections and items, but for its title."""

    root: Part
    changes: tuple[SourceChange, ...]


def build_tree(
    blocks: Sequence[Block], reader: ContentReader, choices: Choices | None = None
) -> Tree:
    """Put blocks under their sections and items; enter what has to be taken out for that."""
    return _TreeBuilder(blocks, reader, choices or Choices("")).build()


class _TreeBuilder:
    """Goes through the blocks once, with the sections and items in mind that are open."""

    def __init__(self, blocks: Sequence[Block], reader: ContentReader, choices: Choices) -> None:
        self._blocks = blocks
        self._reader = reader
        self._choices = choices
        self._sections = [Part(level=1)]
        self._items: list[Item] = []
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

    def _heading(self, block: Block) -> None:
        while self._sections[-1].level >= block.level:
            self._sections.pop()
        part = Part(level=block.level, block=block, title=self._reader.rich(block.pieces))
        self._space(block)
        self._sections[-1].parts.append(part)
        self._sections.append(part)
        self._items = []

    def _clause(self, item: Item) -> None:
        self._sections[-1].parts.append(item)
        self._items = [item] if item.marker else []

    # -- items --------------------------------------------------------------------------------

    def _item(self, block: Block, start: Start) -> None:
        depth = min(self._depth(block, start), self._reachable())
        item = Item(block=block, start=start, doubts=block.doubts)
        item.marker = self._printed(block, start, depth)
        content = self._reader.rich(block.pieces)
        if content:
            item.parts.append(Paragraph(content))
        is_told = DOUBT_AGAIN in item.doubts or self._choices.settled(Question.LIST, block)
        if self._is_jump(start, depth) and not is_told:
            item.doubts.append(DOUBT_JUMP)
        del self._items[depth:]
        if depth == 0:
            self._clause(item)
        else:
            self._items[-1].parts.append(item)
            self._items.append(item)

    def _reachable(self) -> int:
        """Return how many of the open items the text has not gone past.

        What came after one inside the item above it closed it: text that is added to it now would
        stand before text that was printed earlier.
        """
        open_items = 1 if self._items else 0
        for above, item in itertools.pairwise(self._items):
            if above.parts[-1] is not item:
                break
            open_items += 1
        return open_items

    def _depth(self, block: Block, start: Start) -> int:
        """Return under how many of the open items a new one lies."""
        if block.first.is_exact:
            return self._exact_depth(block)
        if start.style in (Style.MULTIPLE, Style.WORD) or not self._items:
            return 0
        beside = self._beside(block, start)
        if beside is not None:
            return beside
        depth = len(self._items)
        while depth and self._lies_outside(block, start, self._items[depth - 1]):
            depth -= 1
        if depth == 0:
            return 0
        return depth if self._may_lie_under(start, block, depth) else depth - 1

    def _beside(self, block: Block, start: Start) -> int | None:
        """Return the depth of the open item whose list goes on; None when a list begins.

        Bullets say nothing of depth, so of two lists with the same one the indent decides.
        """
        if not start.is_bullet:
            return self._counts_on(block, start)
        found: int | None = None
        for depth in range(len(self._items) - 1, -1, -1):
            item = self._items[depth]
            if item.start is None or item.start.key != start.key:
                continue
            if self._is_left_of(item.block, block):
                return found
            if not self._is_left_of(block, item.block):
                return depth
            found = depth
        return found

    def _counts_on(self, block: Block, start: Start) -> int | None:
        """Return the same for a number: by its place, by its count, by what follows on it.

        Where place and what follows say nothing, and it may be the next of two lists, both are
        doubted.
        """
        same = [
            (depth, item)
            for depth, item in enumerate(self._items)
            if item.start is not None and item.start.key == start.key
        ]
        if not same:
            return None
        next_of = [(d, item) for d, item in same if item.start and start.follows(item.start)]
        if not next_of:
            return self._begins(block, start, same)
        beside = [(depth, item) for depth, item in next_of if self._is_beside(item.block, block)]
        if len(beside) == 1:
            return beside[0][0]
        alike = [(_alike(item.block, block), depth) for depth, item in next_of]
        best, depth = max(alike)
        if len(alike) > 1 and (depth != next_of[-1][0] or alike[0][0] == best):
            inner, others = next_of[-1][0], [pair for pair in alike if pair[1] != next_of[-1][0]]
            outer = depth if depth != inner else max(others)[1]
            found = Reading.INNER if depth == inner else Reading.OUTER
            reading = self._choices.take(Question.LIST, block, found, DOUBT_TWO_LISTS)
            return inner if reading is Reading.INNER else outer
        return depth

    def _begins(self, block: Block, start: Start, same: Sequence[tuple[int, Item]]) -> int:
        """Return the depth of a number that is the next of none of the lists that are open."""
        depth, last = same[-1]
        if start.last != 1 or last.start is None or not last.start.last:
            beside = [depth for depth, item in same if self._is_beside(item.block, block)]
            return beside[-1] if beside else depth
        if self._is_left_of(self._items[-1].block, block):
            return len(self._items)
        deepest = self._items[-1].block.text
        runs_on = not is_terminal(deepest) and block.text[:1].islower()
        if deepest.endswith(":") or runs_on or self._comes_back(block, last.start):
            return len(self._items)
        reading = self._choices.take(Question.LIST, block, Reading.OUTER, DOUBT_AGAIN)
        return len(self._items) if reading is Reading.INNER else depth

    def _comes_back(self, block: Block, outer: Start) -> bool:
        """Tell whether a list goes on after one inside it that begins with ``block``.

        The first number that does not follow on the one before it says so.
        """
        place = next(n for n, other in enumerate(self._blocks) if other is block)
        inner = block.start
        for other in self._blocks[place + 1 : place + 1 + 2 * _REACH]:
            if other.role is Role.HEADING or inner is None:
                return False
            if other.role is not Role.ITEM or not other.start or other.start.key != outer.key:
                continue
            if not other.start.follows(inner):
                return other.start.follows(outer)
            inner = other.start
        return False

    def _is_beside(self, block: Block, other: Block) -> bool:
        """Tell whether two items stand equally far from the margin, in lists equally deep."""
        if block.first.depth and other.first.depth and block.first.depth != other.first.depth:
            return False
        return not (self._is_left_of(block, other) or self._is_left_of(other, block))

    def _exact_depth(self, block: Block) -> int:
        """Return the same by the indent alone, as this program set it."""
        depth = len(self._items)
        while depth and self._items[depth - 1].block.first.indent >= block.first.indent:
            depth -= 1
        return depth

    def _may_lie_under(self, start: Start, block: Block, depth: int) -> bool:
        above = self._items[depth - 1]
        if above.start is None:
            return False
        is_right_of = self._is_left_of(above.block, block)
        counted = start.style.is_figure
        if 0 < block.first.depth <= above.block.first.depth and not is_right_of:
            return above.block.text.endswith(":")
        if above.start.is_bullet and counted and not is_right_of:
            return above.block.text.endswith(":")
        if above.start.style.is_inner and counted and not is_right_of:
            return above.block.text.endswith(":")
        return True

    def _lies_outside(self, block: Block, start: Start, item: Item) -> bool:
        """Tell whether an item lies left of another, or beside it as one of the same list."""
        if item.start is not None and item.start.key == start.key:
            return not self._is_left_of(item.block, block)
        return self._is_left_of(block, item.block)

    @staticmethod
    def _is_left_of(block: Block, other: Block) -> bool:
        unit = _TOLERANCE if block.first.size else 1.5
        return block.first.indent < other.first.indent - unit

    def _is_jump(self, start: Start, depth: int) -> bool:
        if not start.count or depth >= len(self._items):
            return False
        other = self._items[depth].start
        return other is not None and other.key == start.key and not start.follows(other)

    def _printed(self, block: Block, start: Start, depth: int) -> str:
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
                    kind=ChangeKind.REMOVED,
                    begin=begin,
                    end=end,
                    text=start.marker,
                    reason=LIST_SIGN,
                )
            )
        return BULLET

    def _space(self, block: Block) -> None:
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
                kind=ChangeKind.JOINED,
                begin=line.begin,
                end=line.begin + len(word),
                text=word,
                word=f"{block.marker} {rest}",
                reason=SPACE_ADDED,
            )
        )

    # -- paragraphs ---------------------------------------------------------------------------

    def _paragraph(self, block: Block, number: int) -> None:
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
        depth = next(n for n, item in enumerate(self._items) if item is home)
        item = self._items[min(depth, self._reachable() - 1)]
        item.parts.append(part)
        item.more += lines

    def _runs_on(self, block: Block, last: Part | Item | None) -> bool:
        """Tell whether a paragraph is only a new line of the one before."""
        return (
            isinstance(last, Item)
            and not last.marker
            and last.block.role is Role.PARAGRAPH
            and block.boundary is Boundary.WEAK
            and self._merges
            and not _CLOSING.match(block.text)
        )

    def _home(self, block: Block, number: int) -> Item | None:
        """Return the open item that a paragraph belongs to, or None when it stands alone."""
        if block.first.is_exact:
            inside = self._items[: self._exact_depth(block) + 1]
            return inside[-1] if inside and not block.first.anchor else None
        if not self._items or _CLOSING.match(block.text):
            return None
        top = self._items[0]
        if self._goes_on(top.start, number):
            return self._deepest_left_of(block) if len(self._items) > 1 else top
        is_bare = self._items[-1].start is None or not self._items[-1].start.is_bullet
        if block.boundary is Boundary.WEAK and is_bare and not self._is_left_of(block, top.block):
            reading = self._choices.take(Question.BELONGS, block, Reading.WITH, DOUBT_BELONGS)
            self._items[-1].doubts += block.doubts if reading is Reading.WITH else ()
            return self._items[-1] if reading is Reading.WITH else None
        if self._is_left_of(top.block, block):
            return self._deepest_left_of(block)
        if block.first.gap <= 1.25 and not block.first.size and not block.first.is_whole:
            reading = self._choices.take(Question.BELONGS, block, Reading.APART, DOUBT_OWN)
            return self._items[-1] if reading is Reading.WITH else None
        return None

    def _deepest_left_of(self, block: Block) -> Item:
        for item in reversed(self._items[1:]):
            if self._is_left_of(item.block, block):
                return item
        return self._items[0]

    def _goes_on(self, start: Start | None, number: int) -> bool:
        """Tell whether the next of a list stands after a block: what lies between belongs to it."""
        for block in self._blocks[number + 1 : number + 1 + _REACH]:
            if block.role is Role.HEADING or start is None:
                return False
            if block.role is Role.ITEM and block.start and block.start.key == start.key:
                return self._is_successor(start, block.start)
        return False

    @staticmethod
    def _is_successor(start: Start | None, after: Start | None) -> bool:
        return start is not None and after is not None and after.follows(start)

    # -- tables -------------------------------------------------------------------------------

    def _table(self, number: int) -> int:
        """Add the table that begins at a block; return the number of the block after it."""
        first = self._blocks[number]
        end = number
        rows: list[Line] = []
        while end < len(self._blocks) and self._blocks[end].role is Role.TABLE:
            if self._blocks[end].first.table != first.first.table:
                break
            rows.append(self._blocks[end].first)
            end += 1
        cells = [[self._reader.span(begin, stop) for begin, stop in row.cells] for row in rows]
        width = max(map(len, cells))
        even = [(*row, *[()] * (width - len(row))) for row in cells]
        table = Table(header=even[0], rows=tuple(even[1:]))
        if len({len(row) for row in cells}) > 1 and not first.first.is_exact:
            whole = Block(lines=rows)
            reading = self._choices.take(Question.TABLE, whole, Reading.TABLE, DOUBT_TABLE)
            first.doubts += whole.doubts
            if reading is Reading.ROWS:
                self._rows(self._blocks[number:end], cells)
                return end
        if first.first.is_exact:
            home = self._home(first, number)
            if home is None:
                self._clause(Item(block=first, parts=[table], more=rows))
            else:
                self._add(home, table, rows)
            return end
        follows = bool(self._items) and self._goes_on(self._items[0].start, end - 1)
        if self._items and (follows or self._is_left_of(self._items[0].block, first)):
            self._items[0].doubts += first.doubts
            self._add(self._deepest_left_of(first), table, rows)
        else:
            self._clause(Item(block=first, parts=[table], doubts=first.doubts, more=rows))
        return end

    def _rows(self, blocks: Sequence[Block], cells: Sequence[Sequence[RichText]]) -> None:
        """Add each row of a table as a paragraph of its own."""
        for block, row in zip(blocks, cells, strict=True):
            spaced = [inline for cell in row if cell for inline in (Text(" "), *cell)]
            if content := tidy(spaced[1:]):
                self._clause(Item(block=block, parts=[Paragraph(content)]))


def _alike(block: Block, other: Block) -> tuple[bool, bool]:
    """Tell whether two items both begin with a capital, and both end a sentence, or neither."""
    begins = block.text[:1].isupper() is other.text[:1].isupper()
    return begins, block.text.endswith(_ENDS) is other.text.endswith(_ENDS)


def _has_paragraph_gaps(blocks: Sequence[Block]) -> bool:
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
