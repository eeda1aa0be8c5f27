"""The words of one Word paragraph: runs, links, fields, note marks, tracked changes."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from protocolkit.importing.extract.word_package import MC, Element, R, Relationship, W
from protocolkit.importing.extract.word_styles import Counter, Styles, is_on, value
from protocolkit.importing.source.lines import Mark, MarkKind
from protocolkit.importing.source.links import is_safe_target
from protocolkit.text.markers import find_starts

_LINK_FIELD = re.compile(r'^\s*HYPERLINK\s+(?:\\l\s+)?"(?P<target>[^"]*)"')
_LABEL = re.compile(r"^[\w*†-]{1,4}$")
_INSIDE = ("ins", "moveTo", "smartTag", "customXml", "bdo", "dir")
_PLACED = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}txbxContent"


@dataclass(slots=True)
class Runs:
    """The text of a paragraph, marks that count from its beginning, and its bookmarks."""

    text: str = ""
    marks: list[Mark] = field(default_factory=list)
    bookmarks: list[str] = field(default_factory=list)
    bold: int = 0
    size: float = 0.0

    @property
    def is_bold(self) -> bool:
        """Whether every word is bold."""
        return 0 < len(self.text.strip()) <= self.bold

    def lines(self) -> list[Runs]:
        """Return the lines that an author typed into one paragraph as a list; else itself alone.

        They are a list when two of them or more begin with a bullet or a number.
        """
        breaks = [m for m in self.marks if m.kind is MarkKind.BREAK]
        begins = [m.end for m in breaks if find_starts(self.text[m.end :])]
        if len(begins) + bool(find_starts(self.text)) < 2:
            return [self]
        ends = [*(begin - 1 for begin in begins), len(self.text)]
        return [self._part(begin, end) for begin, end in zip([0, *begins], ends, strict=True)]

    def _part(self, begin: int, end: int) -> Runs:
        marks = [
            replace(m, begin=m.begin - begin, end=m.end - begin)
            for m in self.marks
            if begin <= m.begin and m.end <= end
        ]
        bookmarks = self.bookmarks if begin == 0 else []
        bold = min(self.bold, end - begin) if self.is_bold else 0
        text = self.text[begin:end]
        return Runs(text=text, marks=marks, bookmarks=bookmarks, bold=bold, size=self.size)

    def append(self, other: Runs) -> None:
        """Add another paragraph's text after this one's, apart by a space."""
        if self.text and other.text:
            self.text += " "
        shift = len(self.text)
        self.marks += [
            Mark(begin=m.begin + shift, end=m.end + shift, kind=m.kind, target=m.target)
            for m in other.marks
        ]
        self.text += other.text
        self.bookmarks += other.bookmarks


class RunReader:
    """Reads paragraphs; ``notes`` gathers the labels of notes in the order of their marks."""

    def __init__(
        self,
        relations: dict[str, Relationship],
        counter: Counter,
        notes: dict[str, str],
        styles: Styles,
    ) -> None:
        self._relations = relations
        self._counter = counter
        self._notes = notes
        self._styles = styles
        self._runs = Runs()
        self._fields: list[tuple[str, int, bool]] = []
        self.boxes: list[Element] = []

    def read(self, paragraph: Element) -> Runs:
        """Return the text of a paragraph; text boxes in it are kept in ``boxes``."""
        self._runs = Runs()
        self._children(paragraph)
        return self._runs

    def _children(self, parent: Element) -> None:
        for child in parent:
            name = child.tag.rsplit("}", 1)[-1] if isinstance(child.tag, str) else ""
            if name == "r":
                self._run(child)
            elif name == "hyperlink":
                self._link(child)
            elif name in _INSIDE:
                if name in ("ins", "moveTo"):
                    self._counter.add("inserted")
                self._children(child)
            elif name == "sdt":
                content = child.find(f"{W}sdtContent")
                if content is not None:
                    self._children(content)
            elif name == "fldSimple":
                self._children(child)
            elif name in ("del", "moveFrom"):
                self._counter.add("deleted")
            elif name == "bookmarkStart":
                self._runs.bookmarks.append(child.get(f"{W}name", ""))

    def _link(self, link: Element) -> None:
        begin = len(self._runs.text)
        self._children(link)
        relation = self._relations.get(link.get(f"{R}id", ""))
        target = relation.target if relation and relation.is_outside else ""
        anchor = link.get(f"{W}anchor", "")
        if not target and anchor and not anchor.startswith("_"):
            target = f"#{anchor.replace('_', '-').lower()}"
        self._mark(begin, MarkKind.LINK, target)

    def _mark(self, begin: int, kind: MarkKind, target: str = "") -> None:
        end = len(self._runs.text)
        if end > begin and (kind is not MarkKind.LINK or is_safe_target(target)):
            self._runs.marks.append(Mark(begin=begin, end=end, kind=kind, target=target))

    def _run(self, run: Element) -> None:
        properties = run.find(f"{W}rPr")
        begin = len(self._runs.text)
        call = next((child for child in run if child.get(f"{W}customMarkFollows")), None)
        label = "".join(text.text or "" for text in run.iter(f"{W}t")) if call is not None else ""
        for child in run:
            if call is None:
                self._piece(child)
            elif child is call:
                self._note(child, child.tag.rsplit("}", 1)[-1].removesuffix("Reference"), label)
        words = self._runs.text[begin:]
        if not words:
            return
        size = value(properties, "sz")
        if size.isdigit():
            self._runs.size = max(self._runs.size, float(size) / 2)
        bold = _switch(properties, "b", self._styles.look_of_run(properties).is_bold)
        if bold:
            self._runs.bold += len(words)
        if words.strip() and not any(
            m.begin == begin and m.kind is MarkKind.NOTE for m in self._runs.marks
        ):
            if bold:
                self._mark(begin, MarkKind.STRONG)
            if _switch(properties, "i"):
                self._mark(begin, MarkKind.EMPHASIS)

    def _piece(self, child: Element) -> None:
        name = child.tag.rsplit("}", 1)[-1] if isinstance(child.tag, str) else ""
        if name == "fldChar":
            self._field(child)
        elif name == "instrText":
            if self._fields:
                text, begin, shown = self._fields[-1]
                self._fields[-1] = (text + (child.text or ""), begin, shown)
        elif any(text.lstrip().startswith("TOC") for text, _, _ in self._fields):
            return
        elif name == "t":
            self._runs.text += child.text or ""
        elif name in ("tab", "ptab"):
            self._runs.text += "\t"
        elif name in ("br", "cr"):
            self._break(child)
        elif name == "noBreakHyphen":
            self._runs.text += "-"
        elif name == "sym":
            self._symbol(child)
        elif name in ("footnoteReference", "endnoteReference"):
            self._note(child, name.removesuffix("Reference"))
        elif name in ("drawing", "pict", "object", "AlternateContent"):
            self._boxes(child)

    def _break(self, child: Element) -> None:
        if child.get(f"{W}type") in ("page", "column"):
            self._runs.text += " "
            return
        begin = len(self._runs.text)
        self._runs.text += " "
        self._mark(begin, MarkKind.BREAK)

    def _symbol(self, child: Element) -> None:
        try:
            code = int(child.get(f"{W}char", ""), 16)
        except ValueError:
            return
        is_private = 0xE000 <= code <= 0xF8FF
        self._runs.text += "•" if is_private else chr(code)

    def _field(self, child: Element) -> None:
        kind = child.get(f"{W}fldCharType")
        if kind == "begin":
            self._fields.append(("", len(self._runs.text), False))
        elif kind == "separate" and self._fields:
            text, _, _ = self._fields[-1]
            self._fields[-1] = (text, len(self._runs.text), True)
        elif kind == "end" and self._fields:
            text, begin, _ = self._fields.pop()
            found = _LINK_FIELD.match(text)
            if found and begin <= len(self._runs.text):
                self._mark(begin, MarkKind.LINK, found["target"])

    def _note(self, child: Element, kind: str, printed: str = "") -> None:
        """Add the mark of a note: its number, or what the author put there (``*``)."""
        key = f"{kind} {child.get(f'{W}id', '')}"
        own = printed if _LABEL.match(printed) and printed not in self._notes.values() else ""
        label = self._notes.setdefault(key, own or str(len(self._notes) + 1))
        begin = len(self._runs.text)
        self._runs.text += f"[{label}]"
        self._mark(begin, MarkKind.NOTE, label)

    def _boxes(self, child: Element) -> None:
        chosen = child
        if child.tag == f"{MC}AlternateContent":
            found = child.find(f"{MC}Choice")
            chosen = child if found is None else found
        self.boxes += list(chosen.iter(_PLACED))


def _switch(properties: Element | None, name: str, default: bool = False) -> bool:
    found = properties.find(f"{W}{name}") if properties is not None else None
    return default if found is None else is_on(found)
