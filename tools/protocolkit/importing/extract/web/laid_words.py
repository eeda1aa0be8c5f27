"""How words are set on the lines of a block, and what was painted is moved, cut and renamed."""

from __future__ import annotations

import re

from protocolkit.importing.extract.shared.elements import Element
from protocolkit.importing.extract.web.boxes import STILL, Box, Move, turned
from protocolkit.importing.extract.web.laid_pieces import Painted, Room, Thing
from protocolkit.importing.extract.web.lengths import points
from protocolkit.importing.extract.web.places import sides
from protocolkit.importing.extract.web.surroundings import LINES, Around, Counts
from protocolkit.importing.extract.web.widths import LETTER

MOST_PAINTED = 200_000
"""How much of a page is laid out: what comes after that is not."""

_HIGH_LETTER, _LEAST_WIDTH, _TIGHT = 0.75, 3.0, 0.5
_MOST_LINES, _MOST_TAB = 60, 2_000
_WORDLESS = frozenset(
    "input select textarea button svg canvas video iframe object embed img".split()
)
_SPACE = re.compile(r"\s+")


class Words:
    """Paints words; ``painted`` is all that was, in the order of the page."""

    def __init__(self) -> None:
        self.painted: list[Painted] = []
        self._counts = Counts()

    def _words(self, element: Element, text: str | None, around: Around, room: Room) -> None:
        """Set words on the lines of a block."""
        if not text or element.tag in _WORDLESS:
            return
        if not around.keeps_lines:
            self._line_of_words(element, text, around, room)
            return
        tab = "x" * min(int(around.tab), _MOST_TAB)
        for place, line in enumerate(text.replace("\t", tab).split("\n")):
            if place:
                room.high = max(room.high, around.line)
                room.end_line()
            self._line_of_words(element, line, around, room)

    def _line_of_words(self, element: Element, text: str, around: Around, room: Room) -> None:
        gap = around.size * LETTER
        long = len(_SPACE.sub(" ", text).strip()) * gap
        if not long:
            room.across += gap if room.across > 0 else 0.0
            return
        room.begin_line()
        room.high = max(room.high, around.line)
        width = max(room.width, _LEAST_WIDTH * around.size)
        left = max(width - max(room.across, 0.0), 0.0)
        if around.is_one_line or long <= left:
            self._ink(element, room, long, around)
            room.across += long + gap
            return
        if left > _LEAST_WIDTH * around.size:
            self._ink(element, room, left, around)
            room.across += left
            long -= left
        lines = 0
        while long > gap / 2:
            room.across = max(room.across, 1.0)
            room.end_line()
            room.high = around.line
            lines += 1
            # of very many lines the last ones stand for all
            part = long if lines > _MOST_LINES else min(long, width)
            self._ink(element, room, min(part, width), around)
            room.top += (part // width) * around.line if lines > _MOST_LINES else 0.0
            room.across = min(part, width) + gap
            long -= part

    def _ink(self, element: Element, room: Room, long: float, around: Around) -> None:
        if around.is_unseen or len(self.painted) >= MOST_PAINTED:
            return
        left = room.left + room.across
        middle = room.top + around.line / 2 - around.raised
        high = around.size * _HIGH_LETTER / 2
        # lines without height come to stand over each other
        is_tight = around.line < around.size * _TIGHT and room.high <= around.line
        group = self._counts.group() if is_tight else around.group
        box = Box(left, middle - high, left + long, middle + high)
        order = (*around.order, (LINES, 0.0, self._counts.place()))
        self.painted.append(Painted(element, box, order, group, is_words=True))
        room.held.append(self.painted[-1])

    # -- what leaves the flow ----------------------------------------------------------------

    def _regroup(self, begin: int, group: int) -> None:
        """Note that what was painted since then left the flow, as far as it did not before."""
        name = self._counts.group()
        for one in self.painted[begin:]:
            if one.group == group:
                one.group = name

    def _cut(self, begin: int, box: Box) -> None:
        for one in self.painted[begin:]:
            one.cut = box if one.cut is None else one.cut.shared(box)

    def _moved(self, begin: int, thing: Thing, box: Box, room: float) -> None:
        """Move all that was painted since then, as the style of one element says."""
        said, size = thing.said, thing.around.size
        move = turned(said, size, box) if thing.display != "inline" else STILL
        if said.get("position") == "relative":
            found = {side: points(text, size, share_of=room) or 0.0
                     for side, text in sides(said).items()}  # fmt: skip
            x = found.get("left", -found.get("right", 0.0))
            y = found.get("top", -found.get("bottom", 0.0))
            move = Move(e=x, f=y).after(move)
        if move == STILL:
            return
        for one in self.painted[begin:]:
            one.box = move.of(one.box)
            one.cut = move.of(one.cut) if one.cut is not None else None
        self._regroup(begin, thing.around.group)
