"""The items that are open while a document is read, and under which of them the next one lies."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from protocolkit.base.messages import mark
from protocolkit.importing.structure.choices import Choices, Question, Reading
from protocolkit.importing.structure.growing_tree import Item
from protocolkit.importing.structure.line_ends import is_terminal
from protocolkit.importing.structure.line_runs import LineRun, Role
from protocolkit.text.markers import Start

DOUBT_TWO_LISTS = mark("may be the next of the list around it")
DOUBT_DEEP = mark("this list lies too deep, so its items stand beside those of the list around it")
DOUBT_AGAIN = mark("a list begins again here: it may lie inside the item above it")

_LID = re.compile(r"(?:lid|leden|onder|sub) \w", re.IGNORECASE)
_ENDS = (".", ":", "!", "?")
_TOLERANCE = 4.0
# The number of blocks that may stand between two items of a list.
_REACH = 12
_DEEPEST = 8
"""Under how many open items one may lie: the source format reads no list that lies deeper."""


class OpenItems:
    """The open items, outermost first, each inside the one before it."""

    def __init__(self, runs: Sequence[LineRun], choices: Choices) -> None:
        self._blocks = runs
        self._choices = choices
        self._places = {id(run): place for place, run in enumerate(runs)}
        self.items: list[Item] = []

    def reachable(self) -> int:
        """Return how many of the open items the text has not gone past.

        What came after one inside the item above it closed it: text that is added to it now would
        stand before text that was printed earlier.
        """
        open_items = 1 if self.items else 0
        for above, item in itertools.pairwise(self.items):
            if above.parts[-1] is not item:
                break
            open_items += 1
        return open_items

    def depth_of(self, block: LineRun, start: Start) -> int:
        """Return under how many of the open items a new one lies.

        One that lies deeper than the source format reads stands beside the deepest, with a doubt.
        """
        depth = self._found_depth(block, start)
        if depth > _DEEPEST:
            block.doubts.append(DOUBT_DEEP)
        return min(depth, _DEEPEST)

    def _found_depth(self, block: LineRun, start: Start) -> int:
        if block.first.is_exact:
            return self.exact_depth(block)
        if start.style.has_parts or start.style.is_worded or not self.items:
            return 0
        beside = self._beside(block, start)
        if beside is not None:
            return beside
        depth = len(self.items)
        while depth and self._lies_outside(block, start, self.items[depth - 1]):
            depth -= 1
        if depth == 0:
            return 0
        return depth if self._may_lie_under(start, block, depth) else depth - 1

    def _beside(self, block: LineRun, start: Start) -> int | None:
        """Return the depth of the open item whose list goes on; None when a list begins.

        Bullets say nothing of depth, so of two lists with the same one the indent decides.
        """
        if not start.is_bullet:
            return self._counts_on(block, start)
        found: int | None = None
        for depth in range(len(self.items) - 1, -1, -1):
            item = self.items[depth]
            if item.start is None or item.start.key != start.key:
                continue
            if self.is_left_of(item.block, block):
                return found
            if not self.is_left_of(block, item.block):
                return self._beside_by_case(block, start, depth)
            found = depth
        return found

    def _beside_by_case(self, block: LineRun, start: Start, depth: int) -> int:
        """Return the depth of the list that a bullet goes on with, of two in one place.

        Small letters after a colon go on with a sentence that began with a capital, up to the next
        bullet that begins so.
        """
        beside = self.items[depth].block
        if depth == len(self.items) - 1 and _finishes(block, beside):
            return depth + 1
        if block.text[:1].isupper() and beside.text[:1].islower():
            for outer in range(depth - 1, -1, -1):
                item = self.items[outer]
                is_same = item.start is not None and item.start.key == start.key
                if is_same and self._is_beside(item.block, block) and _finishes(beside, item.block):
                    return outer
        return depth

    def _counts_on(self, block: LineRun, start: Start) -> int | None:
        """Return the same for a number: by its place, by its count, by what follows on it.

        Where place and what follows say nothing, and it may be the next of two lists, both are
        doubted.
        """
        same = [
            (depth, item)
            for depth, item in enumerate(self.items)
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

    def _begins(self, block: LineRun, start: Start, same: Sequence[tuple[int, Item]]) -> int:
        """Return the depth of a number that is the next of none of the lists that are open."""
        depth, last = same[-1]
        if start.last != 1 or last.start is None or not last.start.last:
            beside = [depth for depth, item in same if self._is_beside(item.block, block)]
            return beside[-1] if beside else depth
        if self.is_left_of(self.items[-1].block, block):
            return len(self.items)
        if self._comes_back(block, last.start) or self._announces(block, start):
            return len(self.items)
        if last.repeats and last.counts_as(start):
            return depth
        reading = self._choices.take(Question.LIST, block, Reading.OUTER, DOUBT_AGAIN)
        return len(self.items) if reading is Reading.INNER else depth

    def _announces(self, block: LineRun, start: Start) -> bool:
        """Tell whether the sentence of the deepest item goes on in a list that begins here.

        Where that item is counted the same and the next one is so again, none of them does.
        """
        above = self.items[-1]
        runs_on = not is_terminal(above.block.text) and block.text[:1].islower()
        if not (runs_on or above.block.text.endswith(":")):
            return False
        if not above.counts_as(start):
            return True
        after = self._next_alike(block, start)
        return after is not None and after.follows(start) and not above.repeats

    def _next_alike(self, block: LineRun, start: Start) -> Start | None:
        """Return the next marker of the same kind, None when a heading or many runs come first."""
        place = self._places[id(block)]
        for other in self._blocks[place + 1 : place + 1 + _REACH]:
            if other.role is Role.HEADING:
                return None
            if other.role is Role.ITEM and other.start and other.start.key == start.key:
                return other.start
        return None

    def _comes_back(self, block: LineRun, outer: Start) -> bool:
        """Tell whether a list goes on after one inside it that begins with ``block``.

        The first number that does not follow on the one before it says so.
        """
        place = self._places[id(block)]
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

    def _is_beside(self, block: LineRun, other: LineRun) -> bool:
        """Tell whether two items stand equally far from the margin, in lists equally deep."""
        if block.first.depth and other.first.depth and block.first.depth != other.first.depth:
            return False
        return not (self.is_left_of(block, other) or self.is_left_of(other, block))

    def exact_depth(self, block: LineRun) -> int:
        """Return the same by the indent alone, as this program set it."""
        depth = len(self.items)
        while depth and self.items[depth - 1].block.first.indent >= block.first.indent:
            depth -= 1
        return depth

    def _may_lie_under(self, start: Start, block: LineRun, depth: int) -> bool:
        above = self.items[depth - 1]
        if above.start is None:
            return False
        is_right_of = self.is_left_of(above.block, block)
        counted = start.style.is_figure
        if 0 < block.first.depth <= above.block.first.depth and not is_right_of:
            return above.block.text.endswith(":")
        if above.start.is_bullet and counted and not is_right_of:
            return above.block.text.endswith(":")
        if above.start.style.is_inner and counted and not is_right_of:
            return above.block.text.endswith(":")
        return True

    def _lies_outside(self, block: LineRun, start: Start, item: Item) -> bool:
        """Tell whether an item lies left of another, or beside it as one of the same list."""
        if item.start is not None and item.start.key == start.key:
            return not self.is_left_of(item.block, block)
        return self.is_left_of(block, item.block)

    @staticmethod
    def is_left_of(block: LineRun, other: LineRun) -> bool:
        """Tell whether a run begins further to the left than another one."""
        unit = _TOLERANCE if block.first.size else 1.5
        return block.first.indent < other.first.indent - unit

    def is_jump(self, block: LineRun, start: Start, depth: int) -> bool:
        """Tell whether a number is not the next one of the list at a depth.

        'Artikel 40c lid 2' after 'Artikel 40c lid 1' cites the next of a law, and counts no list.
        """
        if start.style.is_worded and _LID.match(block.text):
            return False
        if not start.count or depth >= len(self.items):
            return False
        other = self.items[depth].start
        return other is not None and other.key == start.key and not start.follows(other)

    def deepest_left_of(self, block: LineRun) -> Item:
        """Return the innermost item that a run lies to the right of, else the outermost."""
        for item in reversed(self.items[1:]):
            if self.is_left_of(item.block, block):
                return item
        return self.items[0]

    def is_below_list(self, block: LineRun, number: int) -> bool:
        """Tell whether a paragraph below the last item surely belongs to none.

        It leads in to a list of its own, or a blank line parts it from items without one between.
        """
        after = self._blocks[number + 1 : number + 2]
        if block.text.endswith(":") or any(one.role is Role.ITEM for one in after):
            return True
        return self.items[-1].block.first.gap < block.first.gap

    def goes_on(self, start: Start | None, number: int) -> bool:
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


def _finishes(block: LineRun, above: LineRun) -> bool:
    """Tell whether an item goes on with the sentence of one above it that ends in a colon."""
    begins = above.text[:1].isupper() and block.text[:1].islower()
    return begins and above.text.endswith(":")


def _alike(block: LineRun, other: LineRun) -> tuple[bool, bool]:
    """Tell whether two items both begin with a capital, and both end a sentence, or neither."""
    begins = block.text[:1].isupper() is other.text[:1].isupper()
    return begins, block.text.endswith(_ENDS) is other.text.endswith(_ENDS)
