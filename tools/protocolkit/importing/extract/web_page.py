"""A saved web page to a source: headings, lists, tables and links; nothing in it is run.

Scripts, styles, menus and forms are left out; no address in the page is ever opened.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from lxml import etree, html

from protocolkit.base.location import NOWHERE, Location
from protocolkit.base.messages import mark
from protocolkit.base.problems import ProtocolkitError, problem
from protocolkit.importing.extract.plain_text import decode
from protocolkit.importing.extract.word_package import Element
from protocolkit.importing.source import codes
from protocolkit.importing.source.lines import Line, Mark, MarkKind, Source, SourceBuilder
from protocolkit.importing.source.links import is_safe_target
from protocolkit.text.lists import print_marker
from protocolkit.text.numerals import Numerals
from protocolkit.text.words import BULLET

_DROPPED = mark("{count} parts of the page were left out: menus, forms, scripts and the like.")
_UNSAFE = mark("{count} links that lead to no web page were left out; their words are kept.")

_CHARSET = re.compile(rb"""<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)""", re.IGNORECASE)
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_LEFT_OUT = frozenset(
    (
        "script style head nav form button select textarea input noscript template iframe object "
        "embed svg math canvas audio video dialog aside"
    ).split()
)
_BLOCKS = frozenset(
    (
        "address article blockquote body center dd details div dl dt fieldset figcaption figure "
        "footer header hr html main p pre section summary caption"
    ).split()
)
_STYLES = {
    "a": Numerals.LOWER_ALPHA,
    "A": Numerals.UPPER_ALPHA,
    "i": Numerals.LOWER_ROMAN,
    "I": Numerals.UPPER_ROMAN,
}
_INDENT = 18.0


def extract_html(content: bytes, location: Location = NOWHERE) -> Source:
    """Return a saved web page as a source.

    Raises :class:`ProtocolkitError` when it holds no text.
    """
    found = _CHARSET.search(content[:4096])
    text = ""
    if found and not content.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        try:
            text = content.decode(found[1].decode("ascii"))
        except (LookupError, UnicodeDecodeError):
            text = ""
    text = text or decode(content, location)[0]
    parser = html.HTMLParser(
        no_network=True, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        root = html.document_fromstring(_DECLARATION.sub("", text), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        raise ProtocolkitError(problem(codes.NOT_TEXT, location)) from None
    if any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log):
        # what lies deeper than any real page was not read
        raise ProtocolkitError(problem(codes.DAMAGED, location))
    return _Page().extract(root)


@dataclass(slots=True)
class _Words:
    """Text of one block that is being gathered, with its marks."""

    text: str = ""
    marks: list[Mark] = field(default_factory=list)
    bold: int = 0


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a block stands: its heading level, list depth, and the marker it is still to get."""

    level: int = 0
    depth: int = 0
    marker: str = ""


class _Page:
    """Walks one page."""

    def __init__(self) -> None:
        self._builder = SourceBuilder()
        self._words = _Words()
        self._place = _Place()
        self._dropped = 0
        self._unsafe = 0
        self._tables = 0

    def extract(self, root: Element) -> Source:
        for start in self._starts(root):
            self._walk(start)
            self._flush()
        if self._dropped:
            self._builder.notice(_DROPPED, count=str(self._dropped))
        if self._unsafe:
            self._builder.notice(_UNSAFE, count=str(self._unsafe))
        return self._builder.build()

    @staticmethod
    def _starts(root: Element) -> list[Element]:
        """Return the elements that hold the page's own text."""
        for path in ("//main", "//*[@role='main']", "//article"):
            found = root.xpath(path)
            if found:
                return [e for e in found if not any(a in found for a in e.iterancestors())]
        body = root.find("body")
        return [root if body is None else body]

    def _walk(self, element: Element) -> None:
        name = element.tag if isinstance(element.tag, str) else ""
        if name in _LEFT_OUT or element.get("hidden") is not None or not name:
            self._dropped += bool(name)
            return
        if name == "table":
            self._table(element)
        elif name in ("ul", "ol"):
            self._list(element)
        elif re.fullmatch(r"h[1-6]", name):
            self._block(element, int(name[1]))
        elif name in _BLOCKS or name == "li":
            self._block(element)
        else:
            self._inline(element, name)

    def _inside(self, element: Element) -> None:
        self._say(element.text)
        for child in element:
            self._walk(child)
            self._say(child.tail)

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
        numerals = _STYLES.get(element.get("type", ""), Numerals.DECIMAL)
        start = element.get("start", "1")
        count = int(start) if re.fullmatch(r"\d{1,6}", start) else 1
        for item in element:
            if item.tag != "li":
                self._walk(item)
                continue
            own = item.get("value", "")
            count = int(own) if re.fullmatch(r"\d{1,6}", own) else count
            marker = BULLET if element.tag == "ul" else print_marker(count, numerals, ".")
            self._place = _Place(depth=before.depth + 1, marker=marker)
            self._inside(item)
            self._flush()
            count += 1
        self._place = _Place(level=before.level, depth=before.depth)

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
        elif name in ("em", "i"):
            self._add_mark(begin, MarkKind.EMPHASIS)

    def _add_mark(self, begin: int, kind: MarkKind, target: str = "", *, add: str = "") -> None:
        self._words.text += add
        end = len(self._words.text)
        if end > begin:
            self._words.marks.append(Mark(begin=begin, end=end, kind=kind, target=target))

    def _say(self, text: str | None) -> None:
        if text:
            folded = re.sub(r"\s+", " ", text)
            if not self._words.text:
                folded = folded.lstrip(" ")
            self._words.text += folded

    def _flush(self) -> None:
        """Add what was gathered as one paragraph."""
        words, self._words = self._words, _Words()
        text = words.text.rstrip()
        if not text:
            return
        place = self._place
        prefix = f"{place.marker} " if place.marker else ""
        is_bold = words.bold >= len(text)
        keeps = not (is_bold or place.level)
        marks = [
            Mark(
                begin=found.begin + len(prefix),
                end=min(found.end, len(text)) + len(prefix),
                kind=found.kind,
                target=found.target,
            )
            for found in words.marks
            if found.begin < len(text) and (keeps or found.kind is not MarkKind.STRONG)
        ]
        self._builder.add(
            Line(
                text=prefix + text,
                begin=0,
                indent=place.depth * _INDENT,
                right=len(text),
                size=11.0,
                is_bold=is_bold and not place.level,
                is_whole=True,
                level=place.level,
                marker=len(place.marker),
                depth=place.depth if place.marker else 0,
            ),
            marks,
        )
        self._place = _Place(level=place.level, depth=place.depth)

    def _table(self, table: Element) -> None:
        self._flush()
        rows = [list(_cells(row)) for row in table.iter("tr") if _nearest(row, "table") is table]
        rows = [row for row in rows if any(cell[0].strip() for cell in row)]
        if max(map(len, rows), default=0) < 2:
            for cell in table.iter("td", "th"):
                self._block(cell)
            return
        self._tables += 1
        for row in rows:
            position, spans = self._builder.offset, []
            for text, _ in row:
                spans.append((position, position + len(text)))
                position += len(text) + 1
            line = "\t".join(text for text, _ in row)
            self._builder.add(
                Line(
                    text=line,
                    begin=0,
                    indent=self._place.depth * _INDENT,
                    right=len(line),
                    size=11.0,
                    is_whole=True,
                    cells=tuple(spans),
                    table=self._tables,
                )
            )


def _cells(row: Element) -> Iterator[tuple[str, int]]:
    for cell in row:
        if cell.tag in ("td", "th"):
            pieces = (text for text in cell.itertext() if not isinstance(text, bytes))
            yield " ".join("".join(pieces).split()), 1
            span = cell.get("colspan", "1")
            yield from (("", 1) for _ in range(min(int(span), 50) - 1 if span.isdigit() else 0))


def _nearest(element: Element, name: str) -> Element | None:
    return next(element.iterancestors(name), None)
