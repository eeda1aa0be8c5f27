"""What a page shows of a text, line by line: our paragraphs, and the pieces of a line between gaps.

Who copies a page gets a line for each line of it, and beside the text what runs along: labels in
the margin, numbers, heads and feet. Letters alone tell which is which: ends of lines, spaces and
hyphens are the program's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from functools import cache
from itertools import groupby

from protocolkit.base.messages import languages, translator
from protocolkit.changes.protocol_items import items_of
from protocolkit.changes.units import ItemKind, UnitKind
from protocolkit.document.model import Protocol
from protocolkit.document.outline import labels
from protocolkit.document.richtext import HardBreak, NoteMark, RichText, Text, plain, walk
from protocolkit.review.printed_around import PrintedAround
from protocolkit.review.word_story import StoryParagraph
from protocolkit.text.words import glued

_GAP = re.compile(r"[ \xa0]{2,}|\t+|\f")
# How many dots lead to the page of a heading in the contents.
_LEAST_DOTS, _DOTS, _DIGITS = 4, ".…·", "0123456789"
_LEADERS = re.compile(rf"(?:[{_DOTS}][ \xa0]?){{{_LEAST_DOTS},}}\d{{0,4}}")
_PAGE = re.compile(r"\s*\d{1,4}$")


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedText:
    """A paragraph of ours: ``words`` as a program reads them, and what a page shows of it.

    ``letters`` are the signs of it without spaces, its notes by their marks; ``leads`` are what
    may stand before these: its number or letter, behind a label. ``marks`` are those of notes.
    ``row`` is the row of a table that it stands in; ``cells`` are the letters of those that it is.
    ``is_note`` says that it stands below the text.
    """

    words: str
    marker: str
    letters: str
    leads: tuple[str, ...] = ("",)
    marks: tuple[str, ...] = ()
    anchor: str = ""
    row: tuple[str, tuple[int, ...]] | None = None
    cells: tuple[str, ...] = ()
    is_front: bool = False
    is_contents: bool = False
    is_note: bool = False

    @property
    def is_whole_row(self) -> bool:
        """Whether it stands for a row of which nobody knows whose cell has which words."""
        return self.row is not None and not self.row[0]


def printed_texts(protocol: Protocol, around: PrintedAround) -> tuple[PrintedText, ...]:
    """Return what stands before a text, and then its own paragraphs, in their order."""
    return (*_front(around), *_own(protocol))


def _front(around: PrintedAround) -> Iterator[PrintedText]:
    rows = row_cells(around.paragraphs)
    for line in around.lines:
        is_entry = around.key(line) in around.contents
        number, _, rest = line.partition("\t")
        # '2.1 Voor wie' may stand on two lines of the contents, its number first
        has_number = is_entry and _GAP.search(rest) is not None
        shown = _PAGE.sub("", rest if has_number else line) if is_entry else line
        letters = glued(shown)
        yield PrintedText(
            words=line,
            marker="",
            letters=letters,
            leads=("", glued(number)) if has_number else ("",),
            cells=rows.get(letters, ()),
            is_front=True,
            is_contents=is_entry,
        )


def row_cells(paragraphs: Sequence[StoryParagraph]) -> dict[str, tuple[str, ...]]:
    """Return the letters of the cells of each row, by those of the whole row."""
    inside = (one for one in paragraphs if one.cell)
    rows = groupby(inside, lambda one: one.cell[:2] if one.cell else None)
    cells = (tuple(glued(one.old) for one in row) for _, row in rows)
    return {"".join(row): row for row in cells}


def _own(protocol: Protocol) -> Iterator[PrintedText]:
    marks = {note.label for note in protocol.notes}
    names = {note.anchor: note.label for note in protocol.notes}
    cited = labels(protocol)
    for item in items_of(protocol):
        label = glued(cited.get(item.anchor, ""))
        for at, unit in enumerate(item.units):
            letters = glued(_with_marks(unit.text, marks))
            if not letters or item.kind is ItemKind.TITLE:
                continue
            marker = names[item.anchor] if item.kind is ItemKind.NOTE else unit.marker
            lead = glued(marker)
            yield PrintedText(
                words=f"{unit.marker} {plain(unit.text)}".strip(),
                marker=unit.marker,
                anchor=item.anchor,
                row=(item.anchor, unit.path[:-1]) if unit.kind is UnitKind.CELL else None,
                letters=letters,
                is_note=item.kind is ItemKind.NOTE,
                leads=("", lead, label + lead) if at == 0 else ("", lead),
                marks=tuple(
                    one.label
                    for one in walk(unit.text)
                    if isinstance(one, NoteMark) and one.label in marks
                ),
            )


def _with_marks(rich: RichText, marks: Set[str]) -> str:
    said = (
        Text(one.label if one.label in marks else "") if isinstance(one, NoteMark) else one
        for one in walk(rich)
        if isinstance(one, Text | NoteMark | HardBreak)
    )
    return plain(tuple(said))


@dataclass(frozen=True, slots=True, kw_only=True)
class PageLine:
    """A piece of a line between gaps: which paragraph of the file it is of, and its letters.

    ``home`` is the paragraph of ours that it is of, where that is known; ``is_as_was`` says that
    this is all there.
    """

    at: int
    text: str
    letters: str
    home: int | PrintedText | None = None
    is_as_was: bool = False


def page_lines(lines: Sequence[str]) -> list[PageLine]:
    """Return the pieces of lines that have letters; dots that lead to a page are left out."""
    return [
        PageLine(at=at, text=" ".join(piece.split()), letters=letters)
        for at, line in enumerate(lines)
        for piece in _GAP.split(without_leader(line))
        if (letters := glued(piece))
    ]


def row_letters(own: Sequence[PrintedText]) -> set[str]:
    """Return the letters of each whole row of our tables."""
    cells = groupby((one for one in own if one.row is not None), lambda one: one.row)
    return {"".join(cell.letters for cell in row) for _, row in cells}


def around_letters(protocol: Protocol, around: PrintedAround) -> tuple[frozenset[str], list[str]]:
    """Return what stands beside paragraphs by itself, and what runs along on every page."""
    units = [unit for item in items_of(protocol) for unit in item.units]
    beside = {glued(unit.marker) for unit in units} | {*map(glued, labels(protocol).values())}
    beside |= {glued(note.label) for note in protocol.notes}
    running = [glued(part) for line in around.running for part in (line, *line.split("\t"))]
    return frozenset(beside), [one for one in running if one]


def is_page_line(line: str) -> bool:
    """Tell whether a line is one that only pages have: dots up to a page, or which page it is."""
    return is_leader(line) or is_count(glued(line))


def is_leader(line: str) -> bool:
    """Tell whether a line ends with dots that lead to a page."""
    return without_leader(line) != line


def without_leaders(line: str) -> str:
    """Return a line that has more behind the dots of the contents with a gap for these."""
    begin = _LEADERS.search(line)
    return line if begin is None or begin[0] == line[begin.start() :] else _LEADERS.sub("\t", line)


def without_leader(line: str) -> str:
    """Return a line of the contents without the dots that lead to a page, and that page."""
    head = line.rstrip().rstrip(_DIGITS)
    bare = head.rstrip(f"{_DOTS} \xa0")
    is_leader = sum(map(head[len(bare) :].count, _DOTS)) >= _LEAST_DOTS
    return bare if is_leader else line


def is_count(letters: str) -> bool:
    """Tell whether letters are the line that counts the pages."""
    return any(one.fullmatch(letters) for one in _counts())


@cache
def _counts() -> tuple[re.Pattern[str], ...]:
    said = (translator(language)("Page {page} of {total}") for language in languages())
    parts = (map(glued, re.split(r"\{\w+\}", one)) for one in said)
    return tuple(re.compile(r"\d{1,4}".join(one)) for one in parts)
