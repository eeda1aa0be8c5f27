"""The paragraphs of a text of LibreOffice (.odt), and what was remarked and tracked in them.

As a Word file gives them, so that both are placed in the same way. A deletion is kept apart from
the text, at its beginning, and is told where it stood; an insertion stands in the text between two
marks.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from protocolkit.importing.extract.shared.elements import Element
from protocolkit.review.odt_struck import StruckStyles
from protocolkit.review.word_remarks import WordRemark, known_date
from protocolkit.review.word_story import Range, Story, StoryParagraph, Tracked
from protocolkit.text.safe_signs import shown_signs

_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_RUNNING = (f"{_STYLE}header", f"{_STYLE}footer")
_DC = "{http://purl.org/dc/elements/1.1/}"
_PARAGRAPHS = (f"{_TEXT}p", f"{_TEXT}h")
_SIGNS = {f"{_TEXT}tab": "\t", f"{_TEXT}line-break": " ", f"{_TEXT}s": " "}
_CONTENTS = (f"{_TEXT}table-of-content", f"{_TEXT}alphabetical-index")
_YES = ("true", "1")
# What stands behind the name of a remark in that of the bookmark where its deleted words begin.
_OF_REMARK = "____"


@dataclass(frozen=True, slots=True, kw_only=True)
class OdtText:
    """A text of LibreOffice: its paragraphs, and its remarks in their order."""

    story: Story
    remarks: tuple[WordRemark, ...]


@dataclass(frozen=True, slots=True)
class _Region:
    """A tracked change: who made it, and what a deletion took away."""

    by: Tracked
    content: Element | None


def read_odt(root: Element, styles: Element | None = None) -> OdtText:
    """Return the text of ``content.xml``; ``styles`` is ``styles.xml``.

    Words that a hand struck are told as words of before alone.
    """
    walk = _Walk(StruckStyles(*(one for one in (styles, root) if one is not None)))
    body = root.find(f"{_OFFICE}body/{_OFFICE}text")
    if body is not None:
        walk.read(body)
    return OdtText(story=walk.story, remarks=tuple(walk.remarks))


def odt_running_words(styles: Element) -> Iterator[str]:
    """Yield the paragraphs of the heads and feet of the pages, out of ``styles.xml``."""
    for page in styles.iterfind(f"{_OFFICE}master-styles/{_STYLE}master-page"):
        for part in page:
            if isinstance(part.tag, str) and part.tag.startswith(_RUNNING):
                yield from map(_words, part.iter(*_PARAGRAPHS))


class _Walk:
    """A walk through the text, in its order; notes come after the text."""

    def __init__(self, styles: StruckStyles) -> None:
        self.story = Story()
        self._styles, self._is_struck = styles, False
        self.remarks: list[WordRemark] = []
        self._regions: dict[str, _Region] = {}
        self._inserted: dict[str, None] = {}
        # The deletion that is being told.
        self._deletion: Tracked | None = None
        self._notes: list[tuple[Element, tuple[str, ...], int | None]] = []
        self._names: set[str] = set()
        # The bookmarks that have begun and not ended, and those after which no word came.
        self._around: dict[str, None] = {}
        self._fresh: list[str] = []
        self._waiting: list[str] = []
        # Where the words began that a remark marked, when they were deleted.
        self._begins: dict[str, int] = {}
        self._depth, self._cell = 0, (-1, -1, -1)
        # The paragraph that is being told, None between paragraphs.
        self._at: int | None = None

    def read(self, body: Element) -> None:
        for region in body.iterfind(f"{_TEXT}tracked-changes/{_TEXT}changed-region"):
            self._keep(region)
        self._blocks(body, is_contents=False)
        for note, around, caller in self._notes:
            begin = len(self.story.paragraphs)
            self._blocks(note, is_contents=False)
            for paragraph in self.story.paragraphs[begin:]:
                paragraph.is_note = True
                paragraph.bookmarks += around
                paragraph.called_in = caller

    def _keep(self, region: Element) -> None:
        for kind in (f"{_TEXT}deletion", f"{_TEXT}insertion"):
            change = region.find(kind)
            if change is not None:
                info = change.find(f"{_OFFICE}change-info")
                by = Tracked(author=_said(info, "creator"), date=_said(info, "date"))
                content = change if kind.endswith("deletion") else None
                self._regions[region.get(f"{_TEXT}id", "")] = _Region(by, content)

    def _blocks(self, parent: Element, *, is_contents: bool) -> None:
        for child in parent:
            if child.tag in _PARAGRAPHS:
                self._paragraph(child, is_contents=is_contents)
            elif child.tag == f"{_TEXT}tracked-changes":
                continue
            else:
                self._mark(child)
                self._depth += child.tag == f"{_TABLE}table"
                self._cell = self._next_cell(child)
                if child.tag != f"{_OFFICE}annotation":
                    self._blocks(child, is_contents=is_contents or child.tag in _CONTENTS)
                self._depth -= child.tag == f"{_TABLE}table"

    def _next_cell(self, element: Element) -> tuple[int, int, int]:
        """Return the count of the outermost table, and the row and column in it, at an element."""
        table, row, column = self._cell
        if self._depth != 1:
            return self._cell
        if element.tag == f"{_TABLE}table":
            return table + 1, -1, -1
        if element.tag == f"{_TABLE}table-row":
            return table, row + 1, -1
        is_cell = element.tag in (f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell")
        return (table, row, column + 1) if is_cell else self._cell

    def _paragraph(self, element: Element, *, is_contents: bool) -> None:
        around = self._at
        self._begin(is_contents=is_contents)
        self._words_of(element)
        self._at = around

    def _begin(self, *, is_contents: bool) -> None:
        """Begin a paragraph, with the bookmarks that stand before it."""
        cell = self._cell if self._depth else None
        made = StoryParagraph(bookmarks=self._waiting, is_contents=is_contents, cell=cell)
        self._waiting, self._fresh = [], []
        self._at = len(self.story.paragraphs)
        self.story.paragraphs.append(made)

    def _words_of(self, element: Element) -> None:
        """Say the words of a paragraph or a part of one, struck or not."""
        around = self._is_struck
        self._is_struck = self._styles.is_struck(element, around=around)
        self._say(element.text or "")
        self._inside(element)
        self._is_struck = around

    def _inside(self, parent: Element) -> None:
        for child in parent:
            tag = child.tag
            if tag in _SIGNS:
                self._say(_SIGNS[tag])
            elif tag == f"{_TEXT}note":
                if self._deletion is None:
                    self._notes.append((child, tuple(self._around), self._at))
                    self._call()
            elif tag in _PARAGRAPHS:  # a box of text stands in a paragraph
                self._paragraph(child, is_contents=False)
            elif isinstance(tag, str):
                self._mark(child)
                if tag != f"{_OFFICE}annotation":
                    self._words_of(child)
            self._say(child.tail or "")

    def _call(self) -> None:
        if self._at is not None and not self._is_struck:
            made = self.story.paragraphs[self._at]
            made.calls.append(len(made.new))

    def _say(self, words: str) -> None:
        if not words or self._at is None:
            return
        made = self.story.paragraphs[self._at]
        self._fresh = self._fresh if self._deletion else []
        made.new += "" if self._is_struck or self._deletion else words
        made.old += "" if self._inserted else words
        by = (
            [self._deletion]
            if self._deletion
            else [self._regions[one].by for one in self._inserted]
        )
        made.tracked += [one for one in by if one not in made.tracked[-len(by) :]]
        self.story.pieces.append((self._at, words))

    def _delete(self, region: _Region) -> None:
        """Say what was deleted where it stood: what that joined is several paragraphs again."""
        held = list(_paragraphs_in(region.content))
        self._deletion = region.by
        if held and self._at is not None:
            late = self._taken_late() if held[1:] else []
            self._words_of(held[0])
            self._go_on(held[1:], region.by)
            self.story.paragraphs[self._at].bookmarks += late
            self._fresh = late or self._fresh
        else:
            waiting, self._waiting = self._waiting, []
            self._go_on(held, region.by)
            self._at, self._waiting = None, waiting
        self._deletion = None

    def _taken_late(self) -> list[str]:
        """Take the bookmarks that are of the last of several paragraphs that were joined.

        LibreOffice lets them begin before what was deleted.
        """
        own = self.story.paragraphs[self._at or 0]
        late = [one for one in self._fresh if one in self._around]
        own.bookmarks = [one for one in own.bookmarks if one not in late]
        return late

    def _go_on(self, held: Sequence[Element], by: Tracked) -> None:
        """Say paragraphs, each behind one whose end was deleted."""
        for element in held:
            is_contents = False
            if self._at is not None:
                before = self.story.paragraphs[self._at]
                before.goes_on, is_contents = True, before.is_contents
                before.tracked.append(by)
            self._begin(is_contents=is_contents)
            self._words_of(element)

    def _mark(self, element: Element) -> None:
        name = element.get(f"{_TEXT}name", "")
        change = element.get(f"{_TEXT}change-id", "")
        match element.tag:
            case tag if tag in (f"{_TEXT}bookmark-start", f"{_TEXT}bookmark"):
                self._bookmark(name, is_open=not tag.endswith("}bookmark"))
            case tag if tag == f"{_TEXT}bookmark-end":
                self._around.pop(name, None)
            case tag if tag == f"{_OFFICE}annotation":
                self._remark(element)
            case tag if tag == f"{_OFFICE}annotation-end":
                found = self.story.ranges.get(element.get(f"{_OFFICE}name", ""))
                if found is not None and found.end == found.begin:
                    found.end = len(self.story.pieces)
            case tag if tag == f"{_TEXT}change-start":
                self._tracked(change)
            case tag if tag == f"{_TEXT}change-end":
                self._inserted.pop(change, None)
            case tag if tag == f"{_TEXT}change":
                self._tracked(change)

    def _bookmark(self, name: str, *, is_open: bool) -> None:
        if self._deletion:  # a copy has the name of what was deleted, and more behind it
            name = name.partition(" ")[0]
            self._begins[name.removesuffix(_OF_REMARK)] = len(self.story.pieces)
        holder = self._waiting if self._at is None else self.story.paragraphs[self._at].bookmarks
        holder.append(name)
        if is_open:
            self._around[name] = None
            self._fresh.append(name)

    def _tracked(self, change: str) -> None:
        region = self._regions.get(change)
        if region is None:
            return
        if region.content is not None:
            self._delete(region)
        else:
            self._inserted[change] = None
            if self._at is not None:
                self.story.paragraphs[self._at].tracked.append(region.by)

    def _remark(self, element: Element) -> None:
        said = element.get(f"{_OFFICE}name", "")
        name = said or f"o{len(self.remarks)}"
        here = len(self.story.pieces)
        where = len(self.story.paragraphs) if self._at is None else self._at
        if name in self._names:
            self.story.ranges[name].is_double = True
        else:
            begin = self._begins.get(name, here)
            self.story.ranges[name] = Range(begin=begin, end=begin, first=where, point=where)
        self._names.add(name)
        self.remarks.append(
            WordRemark(
                id=name,
                author=shown_signs(_said(element, "creator")),
                date=known_date(_said(element, "date")),
                text=shown_signs("\n".join(map(_words, element.iter(*_PARAGRAPHS)))).strip(),
                parent=_other(element, "parent-name"),
                resolved=_other(element, "resolved") in _YES,
            )
        )


def _paragraphs_in(content: Element | None) -> Iterator[Element]:
    """Yield the paragraphs of what was deleted, out of lists and tables too."""
    for child in content if content is not None else ():
        if child.tag in _PARAGRAPHS:
            yield child
        elif isinstance(child.tag, str) and child.tag != f"{_OFFICE}change-info":
            yield from _paragraphs_in(child)


def _said(holder: Element | None, name: str) -> str:
    return (holder.findtext(f"{_DC}{name}") or "") if holder is not None else ""


def _other(element: Element, name: str) -> str:
    """Return an attribute that LibreOffice adds to the standard, under any of its names."""
    return next((said for key, said in element.items() if key.endswith(f"}}{name}")), "")


def _words(element: Element) -> str:
    return "".join(_pieces(element))


def _pieces(element: Element) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        yield _SIGNS.get(child.tag, "")
        if isinstance(child.tag, str):
            yield from _pieces(child)
        yield child.tail or ""
