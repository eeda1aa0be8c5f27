"""A saved web page to a source: headings, lists, tables and links; nothing in it is run.

What a reader of the printed page does not see is left out with its words, and so are scripts,
styles, menus and forms; no address in the page is ever opened.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from protocolkit.base.location import NOWHERE, Location
from protocolkit.importing.extract.shared.elements import Element
from protocolkit.importing.extract.shared.paragraph import Runs
from protocolkit.importing.extract.web.attached import NOTHING, Carriage
from protocolkit.importing.extract.web.collapsed import collapsed_cells, has_coloured_columns
from protocolkit.importing.extract.web.css import StyleSheets
from protocolkit.importing.extract.web.depth import deep_enough
from protocolkit.importing.extract.web.elements import (
    BLOCKS,
    PARTS_OF_A_SITE,
    PARTS_OF_A_TABLE,
    amount_of,
    drawn,
    frames_nothing,
    in_order,
    main_parts,
    nearest,
    set_ruby_apart,
    spoken,
    words_of,
)
from protocolkit.importing.extract.web.framed import (
    FRAMES,
    frame_doubt,
    hinted_words,
    unshown_words,
)
from protocolkit.importing.extract.web.gathered import Gathered
from protocolkit.importing.extract.web.lines import BlockPlace
from protocolkit.importing.extract.web.lists import ListMarkers, own_marker
from protocolkit.importing.extract.web.no_text import field_doubt, has_shadow, reason_to_leave
from protocolkit.importing.extract.web.overlaps import doubts_of_places
from protocolkit.importing.extract.web.own_pages import carried_by
from protocolkit.importing.extract.web.page_text import page_text
from protocolkit.importing.extract.web.parsed import parsed_page
from protocolkit.importing.extract.web.sheets import PageSheets
from protocolkit.importing.extract.web.sight import Shown, about, shown
from protocolkit.importing.extract.web.told import Told
from protocolkit.importing.source.doubts import EMPTY_PLACE, FRAMED, MADE_BY_STYLE, UNTOLD
from protocolkit.importing.source.limits import check_amount
from protocolkit.importing.source.lines import MarkKind, Source, SourceBuilder
from protocolkit.importing.source.links import is_safe_target
from protocolkit.reading.words_left_out import LeftOutReason
from protocolkit.text.bounded_numbers import whole_number

# What these hold is seen where a style says how they are set.
_SHOWN_BY_STYLE = frozenset("script style title datalist noembed noframes rp".split())
_SHOWING = {"embed": LeftOutReason.FRAMED}
_MOST_COLUMNS = 50


def extract_html(
    content: bytes,
    location: Location = NOWHERE,
    carried: Carriage = NOTHING,
    charset: str = "",
) -> Source:
    """Return a saved web page as a source; ``carried`` are the documents that came with it.

    ``charset`` is the encoding that was named beside it.

    Raises :class:`ProtocolkitError` when it holds no text.
    """
    text = page_text(content, location, charset)
    root, is_old = parsed_page(text, location)
    check_amount(*amount_of(root), location)
    set_ruby_apart(root)
    with deep_enough():
        return _Page(root, location, carried, is_old=is_old).extract(root, hinted_words(text))


class _Page:
    """Walks one page."""

    def __init__(
        self, root: Element, location: Location, carried: Carriage, *, is_old: bool
    ) -> None:
        self._builder = SourceBuilder()
        self._gathered = Gathered(self._builder)
        self._carried = carried
        found = PageSheets(root, carried)
        self._sheets = StyleSheets(found.texts, location, carried, is_old=is_old)
        self._places = doubts_of_places(root, self._sheets)
        self._shown = Shown(defined=self._sheets.defined)
        self._told = Told(missing=len(found.missing))
        self._collapsed: set[Element] = set()
        self._markers: ListMarkers | None = None

    def extract(self, root: Element, hints: str) -> Source:
        self._main = main_parts(root)
        self._made_here(self._sheets.made_on_paper())
        self._walk(root)
        self._gathered.flush()
        self._builder.leave_out(unshown_words(self._carried), LeftOutReason.NOT_ON_PAGE)
        self._builder.leave_out(hints, LeftOutReason.NOT_ON_PAGE)
        self._told.tell(self._builder)
        return self._builder.build(carried=carried_by(root))

    def _walk(self, element: Element) -> None:
        name = element.tag if isinstance(element.tag, str) else ""
        if not name:
            return
        before = self._look(element)
        if name in ("object", "bdo", "marquee") or has_shadow(element):
            # what stands in an object is shown only where its file cannot be, in a shadow seldom
            self._shown = replace(self._shown, is_unsure=True)
        reason = reason_to_leave(element, name, self._main, self._shown, self._carried)
        if reason is None and (doubt := about(element, self._shown, self._sheets)):
            self._gathered.words.doubt_here(doubt)
        if reason is LeftOutReason.FRAMED:
            self._gathered.leave(words_of(element, self._carried), reason)
            self._gathered.words.doubt_here(FRAMED)
        elif reason is not None:
            if name in FRAMES and self._shown.reason is None:
                self._gathered.doubt(frame_doubt(element, name, self._carried))
            if name in _SHOWN_BY_STYLE and self._shown.display not in ("", "none"):
                self._gathered.words.doubt_here(UNTOLD)
            if self._shown.reason is None:
                self._gathered.doubt(field_doubt(element, self._gathered.words.text))
            self._told.dropped += reason in PARTS_OF_A_SITE
            self._gathered.leave(words_of(element, self._carried), reason)
        else:
            self._place_of(element, name)
        self._shown = before

    def _look(self, element: Element) -> Shown:
        """See how an element is printed; return how what is around it is."""
        before, self._shown = self._shown, shown(element, self._shown, self._sheets)
        self._shown = replace(self._shown, place=self._places.get(element))
        return before

    def _place_of(self, element: Element, name: str) -> None:
        self._gathered.words.leave(spoken(element), LeftOutReason.DESCRIPTION)
        if name == "embed" and self._shown.reason is None:
            self._gathered.doubt(frame_doubt(element, name, self._carried))
        if words := drawn(element, self._carried):
            self._gathered.leave(words, _SHOWING.get(name, LeftOutReason.PICTURE))
            if name in _SHOWING:
                self._gathered.words.doubt_here(FRAMED)
        if name == "table":
            self._table(element)
        elif name in ("ul", "ol"):
            self._list(element)
        elif name == "li" and self._markers is not None:
            self._loose_item(element, self._markers)
        elif re.fullmatch(r"h[1-6]", name):
            self._block(element, int(name[1]))
        elif name in BLOCKS or name in ("li", "ul", "ol"):
            self._block(element)
        else:
            self._inline(element, name)

    def _made_here(self, words: str) -> None:
        """Doubt words that the style puts here."""
        if words and self._shown.reason is None:
            self._told.made.setdefault(words)
            self._gathered.words.doubt_here(MADE_BY_STYLE)

    def _inside(self, element: Element) -> None:
        self._made_here(self._sheets.made(element, self._shown.custom))
        self._made_here(own_marker(element, self._shown))
        around, head = self._shown, None
        if element.tag == "details" and element.get("open") is None:
            head = element.find("summary")
            self._shown = replace(around, is_folded=True)
        folded = self._shown
        self._say(element.text)
        for child in element:
            self._shown = around if child is head else folded
            self._walk(child)
            self._shown = folded
            self._say(child.tail)
        self._shown = around

    def _say(self, text: str | None) -> None:
        self._gathered.say(text, self._shown)

    def _block(self, element: Element, level: int = 0) -> None:
        self._gathered.flush()
        before = self._gathered.place
        self._gathered.place = replace(before, level=level)
        self._inside(element)
        self._gathered.flush()
        self._gathered.place = replace(self._gathered.place, level=before.level, depth=before.depth)

    def _list(self, element: Element) -> None:
        self._gathered.flush()
        before = self._gathered.place
        markers = ListMarkers(element, self._sheets.of(element)[0])
        around, self._markers = self._markers, markers
        self._say(element.text)
        for item in element:
            if item.tag != "li":
                self._walk(item)
            else:
                self._gathered.place = BlockPlace(depth=before.depth + 1)
                self._item(item, markers)
                self._gathered.flush()
            self._say(item.tail)
        self._markers = around
        self._gathered.place = BlockPlace(level=before.level, depth=before.depth)

    def _item(self, item: Element, markers: ListMarkers) -> None:
        """Read an item of a list, unless nobody sees it."""
        before = self._look(item)
        marker = markers.next(item, self._shown, self._sheets.of(item)[0])
        if self._shown.gone is not None:
            self._gathered.leave(words_of(item, self._carried), self._shown.gone)
        else:
            self._gathered.place = replace(self._gathered.place, marker=marker.text)
            self._made_here(marker.made)
            self._gathered.doubt(marker.doubt)
            self._inside(item)
        self._shown = before

    def _loose_item(self, item: Element, markers: ListMarkers) -> None:
        """Read an item that stands in something else than its list."""
        self._gathered.flush()
        marker = markers.next(item, self._shown, self._sheets.of(item)[0])
        self._gathered.place = replace(
            self._gathered.place, marker=marker.text, depth=max(self._gathered.place.depth, 1)
        )
        self._made_here(marker.made)
        self._gathered.doubt(marker.doubt)
        self._inside(item)
        self._gathered.flush()

    def _inline(self, element: Element, name: str) -> None:
        if name == "br":
            self._gathered.add_mark(len(self._gathered.words.text), MarkKind.BREAK, add=" ")
            return
        begin = len(self._gathered.words.text)
        self._inside(element)
        if len(self._gathered.words.text) < begin:
            return
        if name == "a":
            target = (element.get("href") or "").strip()
            if is_safe_target(target) and not target.startswith("#"):
                self._gathered.add_mark(begin, MarkKind.LINK, target)
            elif target and not target.startswith("#"):
                self._told.unsafe += 1
        elif name in ("strong", "b"):
            self._gathered.words.bold += len(self._gathered.words.text) - begin
            self._gathered.add_mark(begin, MarkKind.STRONG)
        elif name == "u":
            self._gathered.words.bold += len(self._gathered.words.text) - begin
        elif name in ("em", "i"):
            self._gathered.add_mark(begin, MarkKind.EMPHASIS)

    # -- tables -------------------------------------------------------------------------------

    def _table(self, table: Element) -> None:
        self._gathered.flush()
        if has_coloured_columns(table, self._sheets):
            self._shown = replace(self._shown, is_unsure=True)
        rows = [row for row in table.iter("tr") if nearest(row, "table") is table]
        self._collapsed.update(collapsed_cells(table, rows, self._sheets))
        width = max((len(row.findall("td")) + len(row.findall("th")) for row in rows), default=0)
        if width < 2 or self._gathered.is_in_cell:
            self._cells_as_blocks(table)
            self._gathered.doubt_above(EMPTY_PLACE if frames_nothing(table) else None)
            return
        with self._gathered.table():
            self._inside_table(table)

    def _cells_as_blocks(self, element: Element) -> None:
        """Read a table that only places text: each cell is a block, once."""
        self._say(element.text)
        for child in in_order(element):
            if child.tag in PARTS_OF_A_TABLE:
                self._looked_at(child, self._cells_as_blocks)
            elif child.tag in ("td", "th"):
                self._looked_at(child, self._block)
            else:
                self._walk(child)
            self._say(child.tail)

    def _inside_table(self, element: Element) -> None:
        self._say(element.text)
        for child in in_order(element):
            if child.tag == "tr":
                self._looked_at(child, self._row)
            elif child.tag in PARTS_OF_A_TABLE:
                self._looked_at(child, self._inside_table)
            else:
                self._walk(child)
            self._say(child.tail)
        self._gathered.flush()

    def _looked_at(self, element: Element, read: Callable[[Element], None]) -> None:
        """Read a part of a table, unless nobody sees it."""
        before = self._look(element)
        gone = LeftOutReason.HIDDEN if element in self._collapsed else self._shown.gone
        if gone is not None:
            self._gathered.leave(words_of(element, self._carried), gone)
        else:
            read(element)
        self._shown = before

    def _row(self, row: Element) -> None:
        self._gathered.flush()
        cells: list[Runs] = []
        for child in row:
            if child.tag in ("td", "th"):
                self._looked_at(child, lambda cell: self._add_cell(cell, cells))
            else:
                self._walk(child)
            self._say(child.tail)
        self._gathered.add_row(cells)

    def _add_cell(self, cell: Element, cells: list[Runs]) -> None:
        markers, self._markers = self._markers, None
        with self._gathered.cell() as words:
            self._inside(cell)
        cells.append(words)
        span = whole_number(cell.get("colspan"), least=1, most=_MOST_COLUMNS, default=1)
        cells += [Runs() for _ in range(min(span - 1, _MOST_COLUMNS - len(cells)))]
        self._markers = markers
