"""What our own paper shows of a protocol, to hold beside what a file that came back shows.

A file shows a protocol when every visible word and mark of a note is the protocol's, in its order,
and no word of it is missing. Only then may the record inside the file speak for the text. This
knows how :mod:`protocolkit.paper` prints, and nothing of how an import guesses.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import groupby
from urllib.parse import unquote

from protocolkit.document.model import (
    Block,
    Clause,
    Footnote,
    Paragraph,
    PointList,
    Protocol,
    Table,
)
from protocolkit.document.outline import called_notes
from protocolkit.document.richtext import Emphasis, HardBreak, Link, NoteMark, RichText, Text, walk
from protocolkit.document.signs import with_names
from protocolkit.document.tree import (
    Part,
    begins_with_words,
    by_block,
    by_part,
    rows_of,
    walk_parts,
)
from protocolkit.importing.extract.pdf.leftward import in_reading_order
from protocolkit.importing.own_files.drawn_order import (
    drawn_words,
    has_their_letters,
    without_drawn,
)
from protocolkit.importing.source.lines import Line, Mark, MarkKind
from protocolkit.importing.source.links import is_safe_target
from protocolkit.text.words import glued, tokens

_MOST_WAYS = 100
# The last two are PDFium's, where a word was broken: a page's last word and first note are a line.
_LINE_END = re.compile(r"[\r\n\x02\ufffe]+")

View = tuple[tuple[tuple[str, ...], ...], tuple[str, ...], str, str]
"""What a reader sees: lines as words, where links lead, what is bold, what is in italics."""


def shows_in_word(
    protocol: Protocol, text: str, lines: Iterable[Line], marks: Iterable[Mark]
) -> bool:
    """Tell whether the lines of a Word file, and what stands out in them, are a protocol's."""
    printer = _Printer(protocol, first="[{}]", again="{}", unknown="{}")
    printed = _words([*printer.body(), printer.closing(), *printer.notes()])
    ordered = sorted(marks, key=lambda mark: mark.begin)

    def letters(kind: MarkKind) -> str:
        return _letters(text[mark.begin : mark.end] for mark in ordered if mark.kind is kind)

    seen = (
        _words(line.text for line in lines),
        _outside(mark.target for mark in ordered if mark.kind is MarkKind.LINK),
        letters(MarkKind.STRONG),
        letters(MarkKind.EMPHASIS),
    )
    return seen == (printed, *_looks(printer.texts))


def shows_in_pdf(protocol: Protocol, pages: Iterable[str], addresses: Iterable[str]) -> bool:
    """Tell whether the lines on a PDF's pages are a protocol's, its notes anywhere between.

    Extractors glue and split words where a line ends, so letters and signs are compared and no
    spaces or hyphens (words.md).
    """
    return _in_pdf(protocol, pages, addresses).is_shown


def turned_in_pdf(
    protocol: Protocol, pages: Iterable[str], addresses: Iterable[str]
) -> tuple[str, ...]:
    """Return the words whose letters stand on a PDF's pages in the order of drawing.

    None when any other words of the protocol are not those of the pages.
    """
    found = _in_pdf(protocol, pages, addresses)
    printed = [*found.body, *found.notes]
    if not found.is_led or not has_their_letters("".join(found.read), "".join(printed)):
        return ()
    body, notes = (without_drawn(_glued(lines)) for lines in (found.body, found.notes))
    is_shown = _is_woven(map(without_drawn, found.read), body, notes)
    return drawn_words(printed) if is_shown else ()


@dataclass(frozen=True, slots=True, kw_only=True)
class _InPdf:
    """What a protocol prints, beside the lines that were read, without spaces."""

    is_led: bool
    read: list[str]
    body: list[str]
    notes: list[str]

    @property
    def is_shown(self) -> bool:
        """Whether all that is printed was read, and no more."""
        return self.is_led and _is_woven(self.read, _glued(self.body), _glued(self.notes))


def _in_pdf(protocol: Protocol, pages: Iterable[str], addresses: Iterable[str]) -> _InPdf:
    printer = _Printer(protocol, first="{}", again="{}", unknown="")
    read_pages = list(pages)
    # a sign that stands on a page is one that the fonts of its board had
    named = partial(with_names, own=frozenset("".join(read_pages)))
    body = [named(line) for line in printer.body()]
    loose, notes = ([named(line) for line in lines] for lines in printer.notes_on_pages())
    lines = (line for page in read_pages for line in _LINE_END.split(page))
    return _InPdf(
        is_led=set(_addresses(printer.texts)) == set(_outside(addresses)),
        read=[glued(in_reading_order(line)) for line in lines],
        body=[*body, *loose],
        notes=notes,
    )


def view_of(holder: Clause | Footnote) -> View:
    """Return what a reader sees of a clause besides its marker: equal when nothing was changed."""
    printer = _Printer(None, first="[{}]", again="[{}]", unknown="[{}]")
    lines = _words(printer.blocks("", holder.blocks))
    return (lines, *_looks(printer.texts))


def _looks(texts: list[RichText]) -> tuple[tuple[str, ...], str, str]:
    return (
        _addresses(texts),
        _standing_out(texts, is_strong=True),
        _standing_out(texts, is_strong=False),
    )


def _is_woven(lines: Iterable[str], body: str, notes: str) -> bool:
    """Tell whether each line goes on with the body or with the notes, and both come to an end.

    An extractor may put the last words of a page and its first note on one line. Where there is
    more than one way to go on, all are followed; no honest text has many of these.
    """
    done, ends = 0, {0}
    for line in filter(None, lines):
        if len(ends) > _MOST_WAYS:
            return False
        after = {
            end + taken
            for end in ends
            for taken in _ways(line, body[end : end + len(line)], notes[done - end :][: len(line)])
        }
        done, ends = done + len(line), after
    return len(body) in ends and done == len(body) + len(notes)


def _ways(line: str, body: str, notes: str) -> Iterator[int]:
    """Yield how many letters of a line can be the body's next, when the rest are the notes'."""
    for taken in range(_shared(line, body) + 1):
        if notes.startswith(line[taken:]):
            yield taken
    for left in range(_shared(line, notes) + 1):
        if body.startswith(line[left:]):
            yield len(line) - left


def _shared(one: str, other: str) -> int:
    ends = (n for n, (left, right) in enumerate(zip(one, other, strict=False)) if left != right)
    return next(ends, min(len(one), len(other)))


class _Printer:
    """Prints a protocol in lines, as paper does; ``first`` and ``again`` are marks of a note."""

    def __init__(self, protocol: Protocol | None, *, first: str, again: str, unknown: str) -> None:
        self._protocol = protocol
        self._ordered = called_notes(protocol) if protocol else ()
        self._first, self._again, self._unknown = first, again, unknown
        self._known = {note.label for note in self._ordered}
        self._called: set[str] = set()
        self.texts: list[RichText] = []

    def body(self) -> Iterator[str]:
        """Yield the lines from the title on."""
        assert self._protocol is not None
        if not self._protocol.facts.title_supplied:
            yield self._line("", self._protocol.title)
        yield from self._parts(self._protocol.parts)

    def closing(self) -> str:
        """Return the line that calls the notes which nothing called."""
        loose = [note.label for note in self._ordered if note.label not in self._called]
        return " ".join(self._mark(label) for label in loose)

    def notes(self) -> Iterator[str]:
        """Yield the lines of the notes, each beginning with its mark."""
        self._called = set(self._known)
        for note in self._ordered:
            yield from self.blocks(self._first.format(note.label), note.blocks, in_cells=True)

    def notes_on_pages(self) -> tuple[list[str], list[str]]:
        """Return the lines of the notes that nothing called, which follow the body, and the rest.

        Asked for after the body; a note may be called by one before it.
        """
        loose: list[str] = []
        called: list[str] = []
        for note in self._ordered:
            lines = called if note.label in self._called else loose
            lines += self.blocks(self._first.format(note.label), note.blocks)
        return loose, called

    def blocks(
        self, marker: str, blocks: tuple[Block, ...], *, in_cells: bool = False
    ) -> Iterator[str]:
        """Yield the lines of an item; a row of a table is one, or each of its cells."""
        if marker and not begins_with_words(blocks):
            yield marker
            marker = ""

        def points(found: PointList) -> Iterable[str]:
            for point in found.points:
                yield from self.blocks(point.marker, point.blocks, in_cells=in_cells)

        def table(found: Table) -> Iterable[str]:
            for row in rows_of(found):
                cells = [self._line("", cell) for cell in row]
                yield from cells if in_cells else ["\t".join(cells)]

        for block in blocks:
            yield from by_block(
                block, paragraph=partial(self._words, marker), points=points, table=table
            )
            marker = ""

    def _words(self, marker: str, found: Paragraph) -> Iterable[str]:
        yield self._line(marker, found.content)

    def _parts(self, parts: Iterable[Part]) -> Iterator[str]:
        for part, _ in walk_parts(parts):
            yield from by_part(
                part,
                clause=lambda clause: self.blocks(clause.marker, clause.blocks),
                section=lambda section: iter((self._line(section.marker, section.title),)),
            )

    def _line(self, marker: str, rich: RichText) -> str:
        self.texts.append(rich)
        return f"{marker} " + "".join(self._pieces(rich))

    def _pieces(self, rich: RichText) -> Iterator[str]:
        for inline in walk(rich):
            if isinstance(inline, Text):
                yield inline.text
            elif isinstance(inline, HardBreak):
                yield "\n"
            elif isinstance(inline, NoteMark):
                yield self._mark(inline.label)

    def _mark(self, label: str) -> str:
        if label not in self._known:
            return self._unknown.format(label)
        form = self._again if label in self._called else self._first
        self._called.add(label)
        return form.format(label)


# -- what stands out ------------------------------------------------------------------------


def _addresses(texts: Iterable[RichText]) -> tuple[str, ...]:
    """Return where the links in texts lead outside; one after the other to one place is one."""
    found = (inline.target for rich in texts for inline in walk(rich) if isinstance(inline, Link))
    return _outside(found)


def _outside(targets: Iterable[str]) -> tuple[str, ...]:
    outside = (unquote(t) for t in targets if is_safe_target(t) and not t.startswith("#"))
    return tuple(address for address, _ in groupby(outside))


def _standing_out(texts: Iterable[RichText], *, is_strong: bool) -> str:
    """Return the letters that are bold, or in italics."""
    return _letters(
        inner.text
        for rich in texts
        for inline in walk(rich)
        if isinstance(inline, Emphasis) and inline.strong is is_strong
        for inner in walk(inline.content)
        if isinstance(inner, Text)
    )


def _glued(lines: Iterable[str]) -> str:
    return glued("\n".join(lines))


def _letters(pieces: Iterable[str]) -> str:
    return "".join("".join(pieces).split())


def _words(lines: Iterable[str]) -> tuple[tuple[str, ...], ...]:
    return tuple(filter(None, map(tokens, lines)))
