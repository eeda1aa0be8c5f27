"""The paragraphs of a returned Word file with what was remarked and tracked in them.

Every paragraph is told twice: as it was before what was tracked, by which it is known again, and
as it stands; what a hand struck no longer stands. A remark keeps which paragraphs it covers.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from protocolkit.importing.extract.shared.elements import Element
from protocolkit.importing.extract.word.package import MC, W, WordPackage
from protocolkit.importing.extract.word.properties import value
from protocolkit.importing.extract.word.tracked import GONE
from protocolkit.review.word_struck import StruckRuns
from protocolkit.text.label_form import label_length
from protocolkit.text.safe_signs import shown_signs

_COME = (f"{W}ins", f"{W}moveTo")
_TEXT = {f"{W}t": None, f"{W}delText": None}
_SIGNS = {
    f"{W}tab": "\t",
    f"{W}br": " ",
    f"{W}cr": " ",
    f"{W}ptab": " ",
    f"{W}noBreakHyphen": "-",
}
_TABLE = f"{W}tbl"
_LINES_ABOVE_NOTES = ("separator", "continuationSeparator", "continuationNotice")
_LONGEST_QUOTE = 2_000
_CONTENTS = ("TOC", "Inhopg")
_NOTES = (f"{W}footnote", f"{W}endnote")
_RUNNING = ("header", "footer")
_CALLS = {f"{W}footnoteReference": _NOTES[0], f"{W}endnoteReference": _NOTES[1]}


@dataclass(frozen=True, slots=True, kw_only=True)
class Tracked:
    """Words of which a program kept track: who put them there or took them away, and when."""

    author: str
    date: str


@dataclass(slots=True, kw_only=True)
class StoryParagraph:
    """One paragraph: its words before (``old``) and as they stand (``new``).

    ``bookmarks`` are the names that begin in it. ``is_contents`` says that it is a line of a table
    of contents. ``cell`` counts the table, row and column that it stands in. ``is_note`` says that
    it is of a note, whose ``bookmarks`` are those around the place that calls it; ``called_in`` is
    the place in the story of the paragraph that does. ``goes_on`` says that its end was taken away
    with tracking, so that the next one goes on behind its words.
    ``calls`` are the places in its words as they stand at which notes are called. ``is_by_words``
    says that it has no bookmark of its own: its words and those around it told which it is.
    ``is_row`` says that it is a whole row of a table: whose cell has which words is not certain.
    """

    old: str = ""
    new: str = ""
    bookmarks: list[str] = field(default_factory=list)
    tracked: list[Tracked] = field(default_factory=list)
    is_contents: bool = False
    cell: tuple[int, int, int] | None = None
    is_note: bool = False
    goes_on: bool = False
    calls: list[int] = field(default_factory=list)
    called_in: int | None = None
    is_by_words: bool = False
    is_row: bool = False


@dataclass(slots=True, kw_only=True)
class Range:
    """What a remark covers: pieces of words from ``begin`` up to ``end``, and where it stands.

    ``first`` is the paragraph in which it begins, ``point`` that in which the remark's own mark
    stands. ``is_double`` says that a file has several ranges of this name: nobody knows which.
    """

    begin: int = 0
    end: int = 0
    first: int | None = None
    point: int | None = None
    is_double: bool = False

    @property
    def home(self) -> int | None:
        """The paragraph in which the remark stands when no words are marked."""
        return self.first if self.point is None else self.point


@dataclass(slots=True, kw_only=True)
class Story:
    """All paragraphs of a file, the text first and then its notes, and the ranges of remarks.

    ``pieces`` are all words in the order of the file, each with its paragraph; ``calls`` are the
    notes that the text calls, by their kind and name, each with the bookmarks around its call;
    ``callers`` are the paragraphs that call them.
    """

    paragraphs: list[StoryParagraph] = field(default_factory=list)
    pieces: list[tuple[int, str]] = field(default_factory=list)
    ranges: dict[str, Range] = field(default_factory=dict)
    calls: dict[tuple[str, str], tuple[str, ...]] = field(default_factory=dict)
    callers: dict[tuple[str, str], int] = field(default_factory=dict)

    def quote(self, marked: Range) -> str:
        """Return the marked words, paragraph by paragraph; of very many the beginning."""
        found: dict[int, str] = {}
        length = 0
        for at, words in self.pieces[marked.begin : marked.end]:
            found[at] = found.get(at, "") + words
            length += len(words)
            if length > _LONGEST_QUOTE:
                found[at] += " …"
                break
        # The label that we print before a clause is none of its words.
        found_words = (words[label_length(words) :] for words in found.values())
        shown = (" ".join(words.split()) for words in found_words)
        return " ".join(words for words in shown if words)


def word_running_words(package: WordPackage) -> Iterator[str]:
    """Yield the paragraphs of the heads and feet of a Word file."""
    relations = package.relationships(package.main).values()
    for relation in (one for one in relations if one.kind in _RUNNING and not one.is_outside):
        root = package.part(relation.target)
        yield from map(all_text, root.iter(f"{W}p") if root is not None else ())


def read_story(package: WordPackage) -> Story:
    """Return the paragraphs of a file."""
    story = Story()
    struck = StruckRuns(package.part(package.beside("styles")))
    for part in (package.main, package.beside("footnotes"), package.beside("endnotes")):
        root = package.part(part) if part else None
        if root is not None:
            _Walk(story, struck).walk(root)
    return story


class _Walk:
    """A walk through one part, in the order of the file."""

    def __init__(self, story: Story, struck: StruckRuns) -> None:
        self._story = story
        self._struck, self._style = struck, ""
        self._open: dict[str, None] = {}
        self._places: dict[int, int] = {}
        # Bookmarks that stand between paragraphs belong to the next one.
        self._waiting: list[str] = []
        # The bookmarks that have begun and not ended, by their ids.
        self._around: dict[str, str] = {}
        # How deep in tables; the count of the outermost table, and the row and column in it.
        self._depth, self._cell = 0, (-1, -1, -1)

    def walk(self, parent: Element) -> None:
        for child in parent:
            if child.tag == f"{W}p":
                self._paragraph(child)
            elif child.tag == f"{MC}Fallback" or child.get(f"{W}type") in _LINES_ABOVE_NOTES:
                continue
            else:
                self._mark(child, None)
                self._depth += child.tag == _TABLE
                self._cell = self._next_cell(child)
                begin = len(self._story.paragraphs)
                self.walk(child)
                if child.tag in _NOTES:
                    self._note(child, begin)
                self._depth -= child.tag == _TABLE

    def _note(self, element: Element, begin: int) -> None:
        """Tell the paragraphs of a note as such; one that the text no longer calls has gone."""
        name = (element.tag, element.get(f"{W}id", ""))
        around = self._story.calls.get(name)
        for paragraph in self._story.paragraphs[begin:]:
            paragraph.is_note = True
            paragraph.bookmarks += around or ()
            paragraph.called_in = self._story.callers.get(name)
            paragraph.new = paragraph.new if around is not None else ""

    def _next_cell(self, element: Element) -> tuple[int, int, int]:
        table, row, column = self._cell
        if self._depth != 1:
            return self._cell
        if element.tag == _TABLE:
            return table + 1, -1, -1
        if element.tag == f"{W}tr":
            return table, row + 1, -1
        return (table, row, column + 1) if element.tag == f"{W}tc" else self._cell

    def _paragraph(self, element: Element) -> None:
        cell = self._cell if self._depth else None
        made = StoryParagraph(bookmarks=self._waiting, cell=cell)
        self._waiting = []
        self._places[id(made)] = len(self._story.paragraphs)
        self._story.paragraphs.append(made)
        around, self._style = self._style, value(element.find(f"{W}pPr"), "pStyle")
        made.is_contents = self._style.startswith(_CONTENTS)
        for change in element.iterfind(f"{W}pPr/{W}rPr/*"):
            if change.tag in (*GONE, *_COME):
                made.tracked.append(_tracked(change))
            made.goes_on = made.goes_on or change.tag in GONE
        self._inside(element, made, is_old=True, is_new=True)
        self._style = around

    def _inside(self, parent: Element, made: StoryParagraph, *, is_old: bool, is_new: bool) -> None:
        for child in parent:
            tag = child.tag
            if tag in (f"{W}pPr", f"{W}rPr", f"{MC}Fallback"):
                continue
            if tag == f"{W}p":  # a box of text stands in a paragraph
                self._paragraph(child)
            elif tag in GONE or tag in _COME:
                made.tracked.append(_tracked(child))
                stays, comes = is_old and tag in GONE, is_new and tag in _COME
                self._inside(child, made, is_old=stays, is_new=comes)
            elif tag in _TEXT or tag in _SIGNS:
                words = _SIGNS.get(tag) or child.text or ""
                self._words(words, made, is_old=is_old, is_new=is_new)
            else:
                if is_new and tag in _CALLS:
                    name = (_CALLS[tag], child.get(f"{W}id", ""))
                    self._story.calls[name] = tuple(self._around.values())
                    self._story.callers[name] = self._places[id(made)]
                    made.calls.append(len(made.new))
                self._mark(child, made)
                stays = is_new and not self._is_struck(child)
                self._inside(child, made, is_old=is_old, is_new=stays)

    def _is_struck(self, element: Element) -> bool:
        return element.tag == f"{W}r" and self._struck.is_struck(element, self._style)

    def _words(self, words: str, made: StoryParagraph, *, is_old: bool, is_new: bool) -> None:
        words = shown_signs(words)
        made.old += words if is_old else ""
        made.new += words if is_new else ""
        self._story.pieces.append((self._places[id(made)], words))

    def _mark(self, element: Element, made: StoryParagraph | None) -> None:
        name = element.get(f"{W}id", "")
        match element.tag.removeprefix(W) if isinstance(element.tag, str) else "":
            case "bookmarkStart":
                holder = self._waiting if made is None else made.bookmarks
                holder.append(element.get(f"{W}name", ""))
                self._around[name] = element.get(f"{W}name", "")
            case "bookmarkEnd":
                self._around.pop(name, None)
            case "commentRangeStart":
                found = self._story.ranges.setdefault(name, Range())
                found.is_double = found.is_double or found.first is not None
                found.begin = found.end = len(self._story.pieces)
                found.first = self._place() if made is not None else len(self._story.paragraphs)
                self._open[name] = None
            case "commentRangeEnd":
                if name in self._open:
                    self._open.pop(name)
                    self._story.ranges[name].end = len(self._story.pieces)
            case "commentReference":
                found = self._story.ranges.setdefault(name, Range())
                found.is_double = found.is_double or found.point is not None
                found.point = self._place()
                if found.first is None:
                    found.begin = found.end = len(self._story.pieces)
                if name in self._open:  # a range that does not end, ends here
                    found.end = len(self._story.pieces)

    def _place(self) -> int:
        return max(len(self._story.paragraphs) - 1, 0)


def _tracked(change: Element) -> Tracked:
    return Tracked(author=change.get(f"{W}author", ""), date=change.get(f"{W}date", ""))


def all_text(element: Element) -> str:
    """Return the words of the paragraphs of an element, a line for each."""
    return "\n".join("".join(_pieces(one)) for one in element.iter(f"{W}p")).strip()


def _pieces(paragraph: Element) -> Iterator[str]:
    """Yield the words of a paragraph; what is there for older programs only says them again."""
    for found in paragraph.iter(*_TEXT, *_SIGNS):
        if next(found.iterancestors(f"{MC}Fallback"), None) is None:
            yield _SIGNS.get(found.tag) or found.text or ""
