"""Blocks of Akoma Ntoso: paragraphs, lists of points and tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from protocolkit.base.location import Location
from protocolkit.document.model import ANCHOR, Block, Paragraph, Point, PointList, Table
from protocolkit.document.richtext import HardBreak, NoteMark, RichText, Text, plain, tidy
from protocolkit.document.table_sides import common_flush
from protocolkit.importing.extract.akoma_ntoso.elements import (
    CLAUSES,
    LISTS,
    POINTS,
    SECTIONS,
    children,
    holds_blocks,
    is_list_sign,
    may_be_point,
    name_of,
)
from protocolkit.importing.extract.akoma_ntoso.lines import rich_text, words_of
from protocolkit.importing.extract.akoma_ntoso.notes import Notes
from protocolkit.importing.extract.akoma_ntoso.tables import cells_of, grid_of, has_merged, side_of
from protocolkit.importing.extract.shared.elements import Element
from protocolkit.text.words import BULLET


class Blocks:
    """Reads blocks; ``merged`` are the tables among them with merged cells."""

    def __init__(self, notes: Notes, location: Location) -> None:
        self._notes = notes
        self._location = location
        self.merged: list[Table] = []

    def line(self, element: Element) -> RichText:
        """Return the words of an element on one line."""
        return rich_text(element, self._notes)

    def inside(self, element: Element, but: Iterable[str] = ()) -> tuple[Block, ...]:
        """Return the blocks in a container, without the children of some names.

        Words that stand loose between them are a paragraph each.
        """
        without = frozenset(but)
        found = [*loose_words(element.text)]
        for child in element:
            if name_of(child) not in without:
                found += self.of(child)
            found += loose_words(child.tail)
        return tuple(found)

    def of(self, element: Element) -> Iterator[Block]:
        """Yield the blocks that an element is: none where it has no words."""
        name = name_of(element)
        if name in LISTS:
            yield from self._list(element)
        elif name == "table":
            yield from self._table(element)
        elif name in SECTIONS or name in CLAUSES:
            yield from self._points([element])
        elif name in POINTS:
            yield PointList((self._item(element),))
        elif holds_blocks(element) and name != "p":
            yield from self.inside(element)
        else:
            content = self.line(element)
            if plain(content).strip() or _has_mark(content):
                yield Paragraph(content)

    def of_clause(self, element: Element) -> tuple[Block, ...]:
        """Return the blocks of what is a clause or point: its head but for its number, the rest."""
        found: list[Block] = [*loose_words(element.text)]
        waiting: list[Element] = []
        for child in element:
            name = name_of(child)
            if name in SECTIONS or name in CLAUSES:
                waiting.append(child)
            else:
                found += self._points(waiting)
                waiting = []
                if name != "num":
                    found += self.of(child)
            if tail := [*loose_words(child.tail)]:
                found += [*self._points(waiting), *tail]
                waiting = []
        return self._called(element, (*found, *self._points(waiting)))

    def called_at_number(self, element: Element) -> RichText:
        """Return the marks of notes that stand in the number of an element."""
        inside = (inline for one in children(element, "num") for inline in self.line(one))
        return tuple(inline for inline in inside if isinstance(inline, NoteMark))

    def _called(self, element: Element, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
        """Return the blocks behind a number with the marks in it before their first word."""
        marks = self.called_at_number(element)
        if not marks:
            return blocks
        first = blocks[0] if blocks else None
        if isinstance(first, Paragraph):
            return (Paragraph((*marks, *first.content)), *blocks[1:])
        return (Paragraph(marks), *blocks)

    def _points(self, elements: Iterable[Element]) -> Iterator[Block]:
        """Yield points side by side as one list; a list that holds them lends its own."""
        points: list[Point] = []
        for element in elements:
            if name_of(element) in ("list", "sublist") and not self.number(element):
                if points:
                    yield PointList(tuple(points))
                    points = []
                yield from self.of_clause(element)
            elif blocks := self.of_clause(element):
                points.append(_point(element, self.number(element), blocks))
        if points:
            yield PointList(tuple(points))

    def number(self, element: Element) -> str:
        """Return the number that is printed before an element, ``""`` without one.

        The sign of a list is a bullet.
        """
        lines = (plain(self.line(one)) for one in children(element, "num"))
        number = " ".join(" ".join(lines).split())
        return BULLET if may_be_point(element) and is_list_sign(number) else number

    def _list(self, element: Element) -> Iterator[Block]:
        points: list[Point] = []
        yield from loose_words(element.text)
        for child in element:
            is_point = name_of(child) in POINTS
            if is_point:
                points.append(self._item(child, is_bare=name_of(element) != "blockList"))
            between = [*(() if is_point else self.of(child)), *loose_words(child.tail)]
            if between and points:
                yield PointList(tuple(points))
                points = []
            yield from between
        if points:
            yield PointList(tuple(points))

    def _item(self, element: Element, *, is_bare: bool = False) -> Point:
        if is_bare and not holds_blocks(element):
            content = self.line(element)
            blocks: tuple[Block, ...] = (Paragraph(content),) if content else ()
        else:
            blocks = self.inside(element, but=("num",))
        return _point(element, self.number(element), self._called(element, blocks))

    def _table(self, element: Element) -> Iterator[Block]:
        lines = [*children(element, "tr")]
        cells = [cell for line in lines for cell in cells_of(line)]
        inside = [*children(element, "caption"), *cells]
        if _letters(words_of(element)) != _letters(*map(words_of, inside)):
            # words outside the cells would be lost
            yield from self.inside(element)
            return
        for caption in children(element, "caption"):
            yield from self.of(caption)
        rows = grid_of(lines, self._location)
        if rows:
            header, *others = (tuple(map(self._cell, row)) for row in rows)
            filled = [[*map(bool, row)] for row in (header, *others)]
            flush = common_flush(filled, [[*map(side_of, row)] for row in rows])
            table = Table(header=header, rows=tuple(others), flush=flush)
            if has_merged(lines):
                self.merged.append(table)
            yield table

    def _cell(self, element: Element | None) -> RichText:
        """Return the words of a cell on one line, as a cell here has."""
        return () if element is None else on_one_line(self.line(element))


def _letters(*texts: str) -> str:
    return "".join("".join(texts).split())


def _point(element: Element, number: str, blocks: tuple[Block, ...]) -> Point:
    anchor = element.get("eId", "")
    return Point(
        marker=number or BULLET, blocks=blocks, anchor=anchor if ANCHOR.match(anchor) else ""
    )


def loose_words(text: str | None) -> Iterator[Block]:
    """Yield what stands loose between blocks as a paragraph."""
    if text and (words := " ".join(text.split())):
        yield Paragraph((Text(words),))


def _has_mark(content: RichText) -> bool:
    return any(not isinstance(inline, Text | HardBreak) for inline in content)


def on_one_line(content: RichText) -> RichText:
    """Return a text with a space where it has a new line, as a title is read."""
    return tidy(Text(" ") if isinstance(inline, HardBreak) else inline for inline in content)
