"""Where on paper a browser would about set what stands in a web page: words, and what is filled.

What follows the flow of the page gets room of its own, however long its lines are, so a length that
is taken wrong here moves all of it alike. What its style moves out of that flow (``group`` is not
nought) may stand over other things, or off the page.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from protocolkit.importing.extract.shared.elements import Element
from protocolkit.importing.extract.web.boxes import STILL, Box, Move, turned
from protocolkit.importing.extract.web.css import StyleSheets, with_custom
from protocolkit.importing.extract.web.css_values import Declarations
from protocolkit.importing.extract.web.fills import filled, fills_of, is_clear, is_drawn
from protocolkit.importing.extract.web.laid_pieces import Painted, Room, Thing
from protocolkit.importing.extract.web.laid_words import MOST_PAINTED, Words
from protocolkit.importing.extract.web.lengths import points
from protocolkit.importing.extract.web.places import is_cutting, sides
from protocolkit.importing.extract.web.surroundings import (
    AROUND,
    BLOCK,
    BOTTOM,
    LINES,
    Around,
    surrounded,
)
from protocolkit.importing.extract.web.usual_styles import edges, margins, paddings
from protocolkit.importing.extract.web.widths import Widths, high_of

# How much higher than its room something must be to be taken to stick out of it.
_SPILL, _BACK = 1.4, -1.0
# And how much of a line it must stick out.
_SPILLED_LINE = 0.6
# How far the paint behind words reaches from their middle, in their size.
_HALF_HIGH = 0.6
# With more room around words than so much of a line they are a group apart.
_WIDE_AROUND = 0.4
_NOWHERE = Box(0.0, 0.0, 1.0, 1.0)


def _by_attribute(element: Element) -> Declarations:
    """Return what attributes of old say of how the words of an element are set."""
    said: Declarations = {}
    if element.get("nowrap") is not None and element.tag in ("td", "th"):
        said["white-space"] = "nowrap"
    if element.get("align") and element.tag != "img":
        said["float" if element.tag == "table" else "text-align"] = element.get("align").lower()
    return said


class Flow(Words):
    """One layout of a page: words, lines and boxes, and what is set by its sides."""

    def __init__(self, root: Element, sheets: StyleSheets, paper: Box) -> None:
        super().__init__()
        self._sheets = sheets
        self._widths = Widths(root)
        self._fixed: list[Thing] = []
        self._holders: list[list[Thing]] = [[]]
        room = Room(paper.left, paper.width, paper.top)
        self._set(self._thing(root, Around()), room)
        self._settle(self._holders[0], paper)
        self._settle(self._fixed, paper)

    def _thing(self, element: Element, around: Around) -> Thing:
        said = {**_by_attribute(element), **self._sheets.of(element)[0]}
        own = {name: value for name, value in said.items() if name.startswith("--")}
        custom = {**around.custom, **own} if own else around.custom
        said = with_custom(said, custom, self._sheets.defined)[0]
        return Thing(element, said, replace(around, custom=custom) if own else around)

    # -- what stands in an element --------------------------------------------------------------

    def _inside(self, thing: Thing, room: Room) -> None:
        if thing.is_made:
            return
        element, around = thing.element, thing.around
        self._pieces(thing, "before", room)
        self._words(element, element.text, around, room)
        for child in element:
            if isinstance(child.tag, str) and len(self.painted) < MOST_PAINTED:
                self._set(self._thing(child, around), room)
            self._words(element, child.tail, around, room)
        self._pieces(thing, "after", room)

    def _pieces(self, thing: Thing, name: str, room: Room) -> None:
        said = self._sheets.piece(thing.element, name)
        if said:
            self._set(Thing(thing.element, said, thing.around, is_made=True), room)

    def _set(self, thing: Thing, room: Room, width: float | None = None) -> None:
        """Put something in its place; ``width`` is that of an item in a row."""
        display, said = thing.display, thing.said
        if display == "none" or is_clear(said):
            return
        around = surrounded(thing.tag, said, thing.around, self._counts, is_item=thing.is_item)
        outside = margins(thing.tag, said, around.size, room.width)
        if any(length is not None and length < _BACK for length in outside):
            around = replace(around, group=self._counts.group())
        thing = replace(thing, around=around)
        if thing.tag == "br":
            room.high = max(room.high, around.line)
            room.end_line()
        elif said.get("position") in ("absolute", "fixed"):
            later = self._fixed if said["position"] == "fixed" else self._holders[-1]
            group = self._counts.group()
            around = replace(around, group=group)
            later.append(replace(thing, around=around, left=room.left + room.across, top=room.top))
        elif display == "contents":
            self._inside(thing, room)
        else:
            begin = len(self.painted)
            box = (
                self._placed(thing, outside, room)
                if width is None
                else self._beside(thing, outside, room, width)
            )
            self._moved(begin, thing, box, room.width)

    def _placed(self, thing: Thing, outside: list[float | None], room: Room) -> Box:
        """Set something in the flow of the page; return its box."""
        is_floated = thing.said.get("float") in ("left", "right")
        if is_floated or thing.display.startswith("inline-"):
            return self._beside(thing, outside, room)
        if thing.display == "inline":
            return self._inline(thing, outside, room)
        room.end_line()
        above, right, below, left = (length or 0.0 for length in outside)
        is_back = above < 0 or room.below < 0
        room.top += room.below + above if is_back else max(room.below, above)
        room.below = 0.0
        width = self._width(thing, room.width, left + right, is_tight=thing.display == "table")
        free = room.width - left - right - width
        autos = (outside[1] is None, outside[3] is None)
        left += max(free, 0.0) * (0.5 if all(autos) else 1.0) if autos[1] else 0.0
        box = self._boxed(thing, room.left + left, room.top, width)
        room.top, room.below = box.bottom, below
        return box

    def _width(self, thing: Thing, room: float, beside: float, *, is_tight: bool = False) -> float:
        size = thing.around.size
        sides = edges(thing.said, size)[1::2] + paddings(thing.tag, thing.said, size, room)[1::2]
        return self._widths.of(
            thing.element, thing.said, size, room, sum(sides), beside, is_tight=is_tight
        )

    def _beside(
        self, thing: Thing, outside: list[float | None], room: Room, width: float | None = None
    ) -> Box:
        """Set something on a line; ``width`` is given where a line may not be ended."""
        above, right, below, left = (length or 0.0 for length in outside)
        room.begin_line()
        if width is None:
            width = self._width(thing, room.width, left + right, is_tight=True)
            if room.across > 0 and room.across + left + width + right > room.width:
                room.end_line()
        begin = len(self.painted)
        across = room.across + left
        is_last = thing.said.get("float") == "right"
        if is_last:
            across = max(room.width - right - width, across)
        box = self._boxed(thing, room.left + across, room.top + above, width)
        if "float" in thing.said and (left + width + right < 1.0 or "shape-outside" in thing.said):
            # words go through it
            return box
        room.held += [] if is_last else self.painted[begin:]
        room.across += left + width + right
        room.high = max(room.high, above + box.height + below)
        return box

    def _inline(self, thing: Thing, outside: list[float | None], room: Room) -> Box:
        said, around = thing.said, thing.around
        lines = edges(said, around.size)
        inner = paddings(thing.tag, said, around.size, room.width)
        begin, order = len(self.painted), self._counts.place()
        room.begin_line()
        room.across += (outside[3] or 0.0) + lines[3] + inner[3]
        left, top = room.left + room.across, room.top
        later = self._held(thing, lambda: self._inside(thing, room))
        line = around.line if thing.is_made or len(self.painted) > begin else 0.0
        room.high = max(room.high, line)
        end = max(room.left + room.across, left) if room.top == top else room.left + room.width
        middle, high = top + around.line / 2, around.size * _HALF_HIGH
        box = Box(left - inner[3] - lines[3], middle - high - inner[0] - lines[0],
                  end + inner[1] + lines[1],
                  middle + high + room.top - top + inner[2] + lines[2])  # fmt: skip
        self._settle(later, box)
        reach = max(inner[0] + lines[0], inner[2] + lines[2])
        if reach > _WIDE_AROUND * around.line and around.group == 0:
            thing = replace(thing, around=replace(around, group=self._counts.group()))
        if not self._is_root_fill(thing):
            self._paint(thing, box, lines, (LINES, 0.0, order))
        room.across += inner[1] + lines[1] + (outside[1] or 0.0)
        return box

    # -- boxes ------------------------------------------------------------------------------------

    def _boxed(
        self,
        thing: Thing,
        left: float,
        top: float,
        width: float,
        around: float = 0.0,
        least: float = 0.0,
    ) -> Box:
        """Set something in a box of its own that begins here; return the box.

        ``around`` is how high what it is set in is, 0 when that is not known yet; ``least`` how
        high it is at least.
        """
        said, size = thing.said, thing.around.size
        lines, inner = edges(said, size), paddings(thing.tag, said, size, width)
        above, right, below, before = (one + other for one, other in zip(lines, inner, strict=True))
        room = Room(left + before, max(width - before - right, 0.0), top + above)
        room.align = thing.around.align
        room.across = points(thing.around.indent, size, share_of=room.width) or 0.0
        begin, order = len(self.painted), self._counts.place()
        later = self._held(thing, lambda: self._content(thing, room))
        room.across = max(room.across, 0.0)
        room.end_line()
        natural = room.top + room.below - top - above
        high = high_of(thing.element, said, size, natural, above + below, around)
        high = max(high, least - above - below)
        box = Box(left, top, left + width, top + above + high + below)
        self._settle(later, box)
        if is_cutting(said):
            self._cut(begin, box)
        elif natural - high > _SPILLED_LINE * thing.around.line and natural > _SPILL * high:
            self._regroup(begin, thing.around.group)
        if not self._is_root_fill(thing):
            is_layer = bool(thing.around.order) and thing.around.order == thing.around.context
            self._paint(thing, box, lines, (BOTTOM if is_layer else BLOCK, 0.0, order))
        return box

    def _content(self, thing: Thing, room: Room) -> None:
        """Set what stands in a box."""
        self._inside(thing, room)

    def _held(self, thing: Thing, fill: Callable[[], None]) -> list[Thing]:
        """Fill something; return what is to be set in its box when that is known."""
        said = thing.said
        is_holder = said.get("position", "static") not in ("static", "initial", "unset")
        if not is_holder and turned(said, 1.0, _NOWHERE) == STILL and "contain" not in said:
            fill()
            return []
        self._holders.append([])
        fill()
        return self._holders.pop()

    def _is_root_fill(self, thing: Thing) -> bool:
        """Tell whether what is behind an element is behind the whole page."""
        if thing.tag != "body":
            return thing.tag == "html"
        above = thing.element.getparent()
        return above is None or not filled(self._sheets.of(above)[0])

    def _paint(
        self, thing: Thing, box: Box, lines: list[float], step: tuple[float, float, float]
    ) -> None:
        around = thing.around
        if around.is_unseen:
            return
        is_fixed = thing.said.get("position") == "fixed"
        order = (*around.order, step)
        share = 1.0 if is_drawn(thing.element, thing.tag) and box.width > 0 else filled(thing.said)
        if share:
            fill = Painted(thing.element, box, order, around.group, is_fixed=is_fixed, share=share)
            self.painted.append(fill)
        for side, is_outline in fills_of(thing.said, around.size, box, lines):
            outer = (*around.context, (AROUND, 0.0, step[2])) if is_outline else order
            group = self._counts.group() if is_outline or not around.group else around.group
            self.painted.append(Painted(thing.element, side, outer, group, is_fixed=is_fixed))

    def _settle(self, later: list[Thing], box: Box) -> None:
        """Set in a box what is set by its sides."""
        for thing in later:
            self._set_by_sides(thing, box)

    def _set_by_sides(self, thing: Thing, holder: Box) -> None:
        said, size = thing.said, thing.around.size
        above, right, below, left = (
            length or 0.0 for length in margins(thing.tag, said, size, holder.width)
        )
        placed = {
            side: points(text, size, share_of=holder.width if side in ("left", "right")
                         else holder.height) or 0.0
            for side, text in sides(said).items()
        }  # fmt: skip
        beside = placed.get("left", 0.0) + placed.get("right", 0.0) + left + right
        is_tight = not {"left", "right"} <= placed.keys()
        width = self._width(thing, holder.width, beside, is_tight=is_tight)
        x = thing.left
        if "left" in placed:
            x = holder.left + placed["left"]
        elif "right" in placed:
            x = holder.right - placed["right"] - right - width - left
        y = holder.top + placed["top"] if "top" in placed else thing.top
        is_high = {"top", "bottom"} <= placed.keys()
        least = holder.height - placed["top"] - placed["bottom"] - above - below if is_high else 0.0
        begin = len(self.painted)
        box = self._boxed(thing, x + left, y + above, width, holder.height, least)
        if "bottom" in placed and "top" not in placed:
            down = holder.bottom - placed["bottom"] - below - box.bottom
            for one in self.painted[begin:]:
                one.box = Move(f=down).of(one.box)
                one.cut = Move(f=down).of(one.cut) if one.cut is not None else None
            box = Move(f=down).of(box)
        self._moved(begin, replace(thing, said={**said, "position": "absolute"}), box, holder.width)
