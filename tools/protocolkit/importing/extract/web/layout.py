"""Where everything of a web page ends up on paper: its flow, with its tables, rows and grids."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from protocolkit.importing.extract.shared.elements import Element
from protocolkit.importing.extract.web.boxes import Box
from protocolkit.importing.extract.web.css import StyleSheets
from protocolkit.importing.extract.web.css_text import words_apart
from protocolkit.importing.extract.web.css_values import Declarations
from protocolkit.importing.extract.web.elements import PARTS_OF_A_TABLE, nearest
from protocolkit.importing.extract.web.fills import is_clear
from protocolkit.importing.extract.web.flow import Flow
from protocolkit.importing.extract.web.grid_cells import Cell, cell_of, row_heights
from protocolkit.importing.extract.web.laid_pieces import Painted, Room, Thing
from protocolkit.importing.extract.web.lengths import points
from protocolkit.importing.extract.web.surroundings import BLOCK, surrounded
from protocolkit.importing.extract.web.usual_styles import margins
from protocolkit.text.bounded_numbers import whole_number

_MOST_CELLS = 200
_JUSTIFIED = {"flex-end": 1.0, "end": 1.0, "right": 1.0, "center": 0.5}
# What Chromium prints of A4, and how much of it it leaves free on each side.
_WIDE, _HIGH, _EDGE = 537.0, 784.0, 29.0
# What is wider than the paper is printed smaller, up to this.
_MOST_WIDE = 2.0


def laid_out(root: Element, sheets: StyleSheets) -> tuple[list[Painted], Box]:
    """Return what is painted of a page, in its order, and the first piece of paper.

    As Chromium does on A4: what is too wide for the paper is laid out again on wider paper.
    Only the rules count of which it is sure that they do: those for several widths of a window
    never count together.
    """
    paper = _paper(sheets.paper)
    painted = _Layout(root, sheets, paper).painted
    wide = max((one.box.right for one in painted if one.cut is None), default=0.0)
    if wide <= paper.right:
        return painted, paper
    share = min(wide / paper.right, _MOST_WIDE)
    paper = Box(0.0, 0.0, paper.right * share, paper.bottom * share)
    return _Layout(root, sheets, paper).painted, paper


def _paper(said: Declarations) -> Box:
    """Return what is printed of a piece of paper of which a style says this; at most A4."""
    words = [length for word in words_apart(said.get("size", ""))
             if (length := points(word, 12.0)) is not None]  # fmt: skip
    wide, high = (words[0], words[-1]) if words else (_WIDE + 2 * _EDGE, _HIGH + 2 * _EDGE)
    around = margins("", {"margin": f"{_EDGE}pt", **said}, 12.0, wide)
    above, right, below, left = (length or 0.0 for length in around)
    return Box(
        0.0,
        0.0,
        max(min(wide - left - right, _WIDE), 1.0),
        max(min(high - above - below, _HIGH), 1.0),
    )


def _rows(table: Element) -> list[Element]:
    return [row for row in table.iter("tr") if nearest(row, "table") is table]


class _Layout(Flow):
    """A flow that knows how what stands beside each other is set."""

    def _content(self, thing: Thing, room: Room) -> None:
        display = thing.display
        if display == "table" and not thing.is_made:
            self._table(thing, room)
        elif "flex" in display and "column" not in thing.said.get("flex-direction", ""):
            self._row(thing, room)
        elif "grid" in display:
            self._grid(thing, room)
        else:
            self._inside(thing, room)

    def _table(self, thing: Thing, room: Room) -> None:
        room.align = 0.0
        rows = _rows(thing.element)
        self._parts_of_table(thing, room, self._widths.columns(rows))

    def _width(self, thing: Thing, room: float, beside: float, *, is_tight: bool = False) -> float:
        if thing.display == "table" and not thing.is_made:
            self._widths.widen(thing.element, _rows(thing.element))
        return super()._width(thing, room, beside, is_tight=is_tight)

    def _parts_of_table(self, thing: Thing, room: Room, columns: list[float]) -> None:
        for child in thing.element:
            if not isinstance(child.tag, str):
                continue
            inside = self._thing(child, thing.around)
            if child.tag in PARTS_OF_A_TABLE and inside.display.startswith("table"):
                begin = len(self.painted)
                around = surrounded(inside.tag, inside.said, inside.around, self._counts)
                inside = replace(inside, around=around)
                top = room.top
                fill = self._cells if child.tag == "tr" else self._parts_of_table
                later = self._held(inside, partial(fill, inside, room, columns))
                room.end_line()
                box = Box(room.left, top, room.left + room.width, room.top)
                self._settle(later, box)
                self._paint(inside, box, [0.0] * 4, (BLOCK, 0.0, self._counts.place()))
                self._moved(begin, inside, box, room.width)
            else:
                self._set(inside, room)

    def _cells(self, row: Thing, room: Room, columns: list[float]) -> None:
        column = 0
        for child in row.element:
            if not isinstance(child.tag, str):
                continue
            cell = self._thing(child, row.around)
            if cell.display == "none" or is_clear(cell.said):
                continue
            cell = replace(cell, around=surrounded(cell.tag, cell.said, cell.around, self._counts))
            span = whole_number(child.get("colspan"), least=1, most=len(columns), default=1)
            width = room.width * sum(columns[column : column + span])
            column += span
            begin = len(self.painted)
            box = self._beside(cell, [0.0] * 4, room, width)
            self._moved(begin, cell, box, room.width)

    def _row(self, thing: Thing, room: Room) -> None:
        """Set the items of a flexible row: each gives way as far as it may."""
        if thing.is_made:
            return
        inside = [replace(self._thing(child, thing.around), is_item=True) for child in thing.element
                  if isinstance(child.tag, str)]  # fmt: skip
        inside = [one for one in inside if one.display != "none" and not is_clear(one.said)]
        is_wrapped = (
            "wrap" in f"{thing.said.get('flex-wrap')} {thing.said.get('flex-flow')}".split()
        )
        self._words(thing.element, thing.element.text, thing.around, room)
        asked = [self._asked(one, room.width) for one in inside]
        room.align = _JUSTIFIED.get(thing.said.get("justify-content", ""), 0.0)
        fixed = sum(width for width, is_fixed, _ in asked if is_fixed)
        fixed += sum(beside for _, _, beside in asked)
        free = sum(width for width, is_fixed, _ in asked if not is_fixed)
        share = min(max(room.width - fixed, 0.0) / free, 1.0) if free else 1.0
        for one, (width, is_fixed, _) in zip(inside, asked, strict=True):
            is_apart = one.said.get("position") in ("absolute", "fixed") or is_wrapped
            self._set(one, room, None if is_apart else width if is_fixed else width * share)
            self._words(one.element.getparent(), one.element.tail, thing.around, room)

    def _asked(self, item: Thing, room: float) -> tuple[float, bool, float]:
        """Return how wide an item would be, whether it gives no way, and its margins."""
        said = item.said
        words = list(words_apart(said.get("flex", "")))
        is_fixed = said.get("flex-shrink", words[1] if len(words) > 2 else "1") == "0"
        basis = said.get("flex-basis", words[2] if len(words) > 2 else "auto")
        if points(basis, item.around.size) is not None and basis not in ("0", "0%", "0px"):
            item = replace(item, said={**said, "width": basis})
        outside = margins(item.tag, said, item.around.size, room)
        beside = (outside[1] or 0.0) + (outside[3] or 0.0)
        return self._width(item, room, beside, is_tight=True), is_fixed, beside

    def _grid(self, thing: Thing, room: Room) -> None:
        """Set the items of a grid below each other, but for those that share a cell."""
        if thing.is_made:
            return
        taken: list[tuple[Cell, float]] = []
        heights = row_heights(thing.said, thing.around.size)
        self._words(thing.element, thing.element.text, thing.around, room)
        for child in thing.element:
            if not isinstance(child.tag, str):
                continue
            item = replace(self._thing(child, thing.around), is_item=True)
            cell = cell_of(item.said)
            if heights:
                item = replace(item, around=replace(item.around, group=self._counts.group()))
            room.end_line()
            room.begin_line()
            top = next((top for other, top in taken if cell and cell.meets(other)), None)
            if top is not None:
                item = replace(item, around=replace(item.around, group=self._counts.group()))
                bottom, room.top = room.top, top
                high = f"{bottom - room.top:.2f}pt"
                item = replace(item, said={"min-height": high, **item.said})
                self._set(item, room)
                room.end_line()
                room.top = max(room.top, bottom)
            else:
                taken += [(cell, room.top)] if cell and len(taken) < _MOST_CELLS else []
                start = room.top
                self._set(item, room)
                if heights and item.display != "none":
                    room.end_line()
                    room.top = start + (heights.pop(0) if len(heights) > 1 else heights[0])
                    room.below = 0.0
            self._words(thing.element, child.tail, thing.around, room)
