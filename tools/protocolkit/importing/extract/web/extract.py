"""A saved web page to a source: headings, lists, tables and links; nothing in it is run.

What a reader of the printed page does not see is left out with its words, and so are scripts,
styles, menus and forms; no address in the page is ever opened.
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Callable
from dataclasses import dataclass, replace

from lxml import etree, html

from protocolkit.base.location import NOWHERE, Location
from protocolkit.base.messages import mark
from protocolkit.base.problems import ProtocolkitError, problem
from protocolkit.importing.extract.shared.elements import Element
from protocolkit.importing.extract.shared.paragraph import Runs
from protocolkit.importing.extract.web.css import StyleSheets
from protocolkit.importing.extract.web.elements import (
    BLOCKS,
    LINES,
    PARTS_OF_A_SITE,
    PARTS_OF_A_TABLE,
    main_parts,
    nearest,
    spoken,
    words_of,
)
from protocolkit.importing.extract.web.no_text import reason_to_leave
from protocolkit.importing.extract.web.numerals import NUMERALS
from protocolkit.importing.extract.web.page_text import DECLARATION, page_text
from protocolkit.importing.extract.web.sight import Shown, covers, shown
from protocolkit.importing.source import codes
from protocolkit.importing.source.doubts import COVERED, FRAMED, MADE_BY_STYLE
from protocolkit.importing.source.limits import check_amount
from protocolkit.importing.source.lines import Line, Mark, MarkKind, Source, SourceBuilder
from protocolkit.importing.source.links import is_safe_target
from protocolkit.reading.words_left_out import LeftOutReason
from protocolkit.text.bounded_numbers import whole_number
from protocolkit.text.lists import print_marker
from protocolkit.text.numerals import Numerals
from protocolkit.text.words import BULLET

_DROPPED = mark("{count} parts of the page were left out: menus, forms, scripts and the like.")
_UNSAFE = mark("{count} links that lead to no web page were left out; their words are kept.")

_MADE = mark("The style of the page puts words in it that were not taken over: '{words}'.")
_LONGEST_MADE = 300
DOUBT_FOLDED = mark("the words are folded away on the page until a reader opens them")

_INDENT = 18.0
_HIGHEST = 999_999
_MOST_COLUMNS = 50


def extract_html(content: bytes, location: Location = NOWHERE) -> Source:
    """Return a saved web page as a source.

    Raises :class:`ProtocolkitError` when it holds no text.
    """
    parser = html.HTMLParser(
        no_network=True, huge_tree=False, remove_comments=True, remove_pis=True
    )
    text = page_text(content, location)
    try:
        root = html.document_fromstring(DECLARATION.sub("", text), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        raise ProtocolkitError(problem(codes.NOT_TEXT, location)) from None
    if any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log):
        # what lies deeper than any real page was not read
        raise ProtocolkitError(problem(codes.DAMAGED, location))
    check_amount(*_amount(root), location)
    return _Page(root, location).extract(root)


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a block stands: its heading level, list depth, and the marker it is still to get."""

    level: int = 0
    depth: int = 0
    marker: str = ""


def _amount(root: Element) -> tuple[int, int]:
    """Return how many blocks a page has, and how many characters of text, whoever sees them."""
    blocks = sum(1 for _ in root.iter(*BLOCKS, *LINES))
    texts = (element for element in root.iter() if element.tag not in ("script", "style"))
    return blocks, sum(len(one.text or "") + len(one.tail or "") for one in texts)


class _Page:
    """Walks one page."""

    def __init__(self, root: Element, location: Location) -> None:
        self._builder = SourceBuilder()
        self._sheets = StyleSheets((one.text or "" for one in root.iter("style")), location)
        self._words = Runs()
        self._place = _Place()
        self._shown = Shown()
        self._dropped = 0
        self._unsafe = 0
        # what the style puts in, each once and in order
        self._made: dict[str, None] = {}
        self._tables = 0
        # the cell whose lines are gathered, when one is
        self._cell: Runs | None = None

    def extract(self, root: Element) -> Source:
        self._main = main_parts(root)
        self._walk(root)
        self._flush()
        if self._dropped:
            self._builder.notice(_DROPPED, count=str(self._dropped))
        if self._unsafe:
            self._builder.notice(_UNSAFE, count=str(self._unsafe))
        if self._made:
            words = textwrap.shorten(" ".join(self._made), _LONGEST_MADE, placeholder=" ...")
            self._builder.notice(_MADE, words=words)
        return self._builder.build()

    def _walk(self, element: Element) -> None:
        name = element.tag if isinstance(element.tag, str) else ""
        if not name:
            return
        before, self._shown = self._shown, shown(element, self._shown, self._sheets)
        if name == "object":
            # what stands in it is shown only where its file cannot be
            self._shown = replace(self._shown, is_unsure=True)
        reason = reason_to_leave(element, name, self._main, self._shown)
        if reason is not LeftOutReason.CODE and covers(element, self._shown, self._sheets):
            self._words.doubt_here(COVERED)
        if reason is LeftOutReason.FRAMED:
            self._words.leave(f"{words_of(element)} ", reason)
            self._words.doubt_here(FRAMED)
        elif reason is not None:
            self._dropped += reason in PARTS_OF_A_SITE
            self._words.leave(f"{words_of(element)} ", reason)
        else:
            self._place_of(element, name)
        self._shown = before

    def _place_of(self, element: Element, name: str) -> None:
        self._words.leave(spoken(element), LeftOutReason.DESCRIPTION)
        if name == "table":
            self._table(element)
        elif name in ("ul", "ol") and self._cell is None:
            self._list(element)
        elif re.fullmatch(r"h[1-6]", name):
            self._block(element, int(name[1]))
        elif name in BLOCKS or name in ("li", "ul", "ol"):
            self._block(element)
        else:
            self._inline(element, name)

    def _inside(self, element: Element) -> None:
        is_closed = element.tag == "details" and element.get("open") is None
        if self._shown.reason is None and (made := self._sheets.made(element)):
            self._made.setdefault(made)
            self._words.doubt_here(MADE_BY_STYLE)
        self._say(element.text, is_folded=is_closed)
        for child in element:
            self._walk(child)
            self._say(child.tail, is_folded=is_closed)

    def _block(self, element: Element, level: int = 0) -> None:
        self._flush()
        before = self._place
        self._place = replace(before, level=level)
        self._inside(element)
        self._flush()
        self._place = replace(self._place, level=before.level, depth=before.depth)

    def _list(self, element: Element) -> None:
        self._flush()
        before = self._place
        style = NUMERALS.get(element.get("type", ""), Numerals.DECIMAL)
        is_plain = "none" in self._shown.marker.split()
        count = whole_number(element.get("start"), least=-_HIGHEST, most=_HIGHEST, default=1)
        self._say(element.text)
        for item in element:
            if item.tag != "li":
                self._walk(item)
                self._say(item.tail)
                continue
            count = whole_number(item.get("value"), least=-_HIGHEST, most=_HIGHEST, default=count)
            marker = "" if is_plain else print_marker(count, style, ".")
            marker = BULLET if element.tag == "ul" else marker
            self._place = _Place(depth=before.depth + 1, marker=marker)
            self._item(item)
            self._flush()
            self._say(item.tail)
            count += 1
        self._place = _Place(level=before.level, depth=before.depth)

    def _item(self, item: Element) -> None:
        """Read an item of a list, unless nobody sees it."""
        before, self._shown = self._shown, shown(item, self._shown, self._sheets)
        if self._shown.gone is not None:
            self._words.leave(f"{words_of(item)} ", self._shown.gone)
        else:
            self._inside(item)
        self._shown = before

    def _inline(self, element: Element, name: str) -> None:
        if name == "br":
            self._add_mark(len(self._words.text), MarkKind.BREAK, add=" ")
            return
        begin = len(self._words.text)
        self._inside(element)
        if len(self._words.text) < begin:
            return
        if name == "a":
            target = (element.get("href") or "").strip()
            if is_safe_target(target) and not target.startswith("#"):
                self._add_mark(begin, MarkKind.LINK, target)
            elif target and not target.startswith("#"):
                self._unsafe += 1
        elif name in ("strong", "b"):
            self._words.bold += len(self._words.text) - begin
            self._add_mark(begin, MarkKind.STRONG)
        elif name == "u":
            self._words.bold += len(self._words.text) - begin
        elif name in ("em", "i"):
            self._add_mark(begin, MarkKind.EMPHASIS)

    def _add_mark(self, begin: int, kind: MarkKind, target: str = "", *, add: str = "") -> None:
        self._words.say(add)
        end = len(self._words.text)
        if end > begin:
            self._words.marks.append(Mark(begin=begin, end=end, kind=kind, target=target))

    def _say(self, text: str | None, *, is_folded: bool = False) -> None:
        if not text:
            return
        folded = re.sub(r"\s+", " ", text)
        if self._shown.reason is not None:
            self._words.leave(folded, self._shown.reason)
            return
        if not self._words.text:
            folded = folded.lstrip(" ")
        self._words.say(folded, doubt=DOUBT_FOLDED if is_folded else self._shown.doubt)

    def _flush(self) -> None:
        """Add what was gathered as one paragraph."""
        words, self._words = self._words, Runs()
        end = len(words.text.rstrip())
        bold = words.bold
        words = words.judged()
        if self._cell is not None:
            self._cell.append(words)
            return
        if not end:
            self._leave(words)
            return
        place = self._place
        is_bold = bold >= end
        keeps = not (is_bold or place.level)
        words = words.before(end)
        if place.marker:
            words = words.after(f"{place.marker} ")
        self._builder.add(
            Line(
                text=words.text,
                begin=0,
                indent=place.depth * _INDENT,
                right=end,
                size=11.0,
                is_bold=is_bold and not place.level,
                is_whole=True,
                level=place.level,
                marker=len(place.marker),
                depth=place.depth if place.marker else 0,
            ),
            [m for m in words.marks if keeps or m.kind is not MarkKind.STRONG],
            left_out=words.left_out,
            doubts=words.doubts,
            added=words.added,
        )
        self._place = _Place(level=place.level, depth=place.depth)

    def _leave(self, words: Runs) -> None:
        """Leave out what stands in a paragraph or a row of which a reader sees no word."""
        for found in words.left_out:
            self._builder.leave_out(found.text, found.reason)
        for doubt in words.doubts:
            self._builder.doubt(doubt.text)

    # -- tables -------------------------------------------------------------------------------

    def _table(self, table: Element) -> None:
        self._flush()
        rows = [row for row in table.iter("tr") if nearest(row, "table") is table]
        width = max((len(row.findall("td")) + len(row.findall("th")) for row in rows), default=0)
        if width < 2 or self._cell is not None:
            self._cells_as_blocks(table)
            return
        self._tables += 1
        self._inside_table(table)

    def _cells_as_blocks(self, element: Element) -> None:
        """Read a table that only places text: each cell is a block, once."""
        self._say(element.text)
        for child in element:
            if child.tag in PARTS_OF_A_TABLE:
                self._looked_at(child, self._cells_as_blocks)
            elif child.tag in ("td", "th"):
                self._looked_at(child, self._block)
            else:
                self._walk(child)
            self._say(child.tail)

    def _inside_table(self, element: Element) -> None:
        self._say(element.text)
        for child in element:
            if child.tag == "tr":
                self._looked_at(child, self._row)
            elif child.tag in PARTS_OF_A_TABLE:
                self._looked_at(child, self._inside_table)
            else:
                self._walk(child)
            self._say(child.tail)
        self._flush()

    def _looked_at(self, element: Element, read: Callable[[Element], None]) -> None:
        """Read a part of a table, unless nobody sees it."""
        before, self._shown = self._shown, shown(element, self._shown, self._sheets)
        if self._shown.gone is not None:
            self._words.leave(f"{words_of(element)} ", self._shown.gone)
        else:
            read(element)
        self._shown = before

    def _row(self, row: Element) -> None:
        self._flush()
        cells: list[Runs] = []
        for child in row:
            if child.tag in ("td", "th"):
                self._looked_at(child, lambda cell: self._add_cell(cell, cells))
            else:
                self._walk(child)
            self._say(child.tail)
        line, begin = Runs(), self._builder.offset
        spans: list[tuple[int, int]] = []
        for cell in cells:
            if spans:
                line.say("\t")
            start = len(line.text)
            line.append(cell.before(len(cell.text.rstrip())), between="")
            spans.append((begin + start, begin + len(line.text)))
        if not line.has_words:
            self._leave(line)
            return
        self._builder.add(
            Line(
                text=line.text,
                begin=0,
                indent=self._place.depth * _INDENT,
                right=len(line.text),
                size=11.0,
                is_whole=True,
                cells=tuple(spans),
                table=self._tables,
            ),
            [m for m in line.marks if m.kind in (MarkKind.LINK, MarkKind.EMPHASIS)],
            left_out=line.left_out,
            doubts=line.doubts,
        )

    def _add_cell(self, cell: Element, cells: list[Runs]) -> None:
        kept, self._cell = self._cell, Runs()
        place, self._place = self._place, _Place()
        self._inside(cell)
        self._flush()
        cells.append(self._cell)
        span = whole_number(cell.get("colspan"), least=1, most=_MOST_COLUMNS, default=1)
        cells += [Runs() for _ in range(min(span - 1, _MOST_COLUMNS - len(cells)))]
        self._cell, self._place = kept, place
