"""A Markdown file to a protocol with its source: our own reader has already understood it.

In the format of this program it stays as it is, anchors and all. Other Markdown gets anchors
that are made as for every import.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial

from protocolkit.document.facts import Facts, Organisation
from protocolkit.document.facts import Source as FactsSource
from protocolkit.document.model import (
    Block,
    Clause,
    Footnote,
    Paragraph,
    PointList,
    Protocol,
    Section,
    Table,
)
from protocolkit.document.outline import called_notes
from protocolkit.document.richtext import HardBreak, NoteMark, RichText, Text, plain, walk
from protocolkit.document.tree import (
    Part,
    Path,
    begins_with_words,
    block_texts,
    by_block,
    by_part,
    clauses_of,
    walk_parts,
)
from protocolkit.importing.source.lines import Source
from protocolkit.importing.structure.found_facts import Wishes, make_facts
from protocolkit.importing.structure.line_runs import Origin
from protocolkit.importing.structure.naming import Names, heading_home, note_anchors, numbered_path
from protocolkit.importing.structure.stated_decisions import find_facts
from protocolkit.reading.ledger import ChangeKind, SourceChange
from protocolkit.reading.reader import in_known_format, read_protocol_text


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadMarkdown:
    """A protocol as read from Markdown, with a plain source and the entries of its ledger."""

    protocol: Protocol
    source: Source
    changes: tuple[SourceChange, ...]
    origins: tuple[Origin, ...]
    is_ours: bool


def read_markdown(text: str, name: str = "") -> ReadMarkdown:
    """Read a Markdown file; the source is its words, with the marks of notes in brackets.

    ``name`` is how messages call it. Raises
    :class:`~protocolkit.base.problems.ProtocolkitError` when it is in a newer format of ours.
    """
    protocol = in_known_format(read_protocol_text(text, name)).protocol
    is_ours = text.startswith("---") and bool(protocol.facts.organisation.name)
    if not is_ours:
        protocol = _renamed(replace(protocol, facts=_bare(protocol)))
    return written_out(protocol, is_ours=is_ours)


def written_out(protocol: Protocol, *, is_ours: bool) -> ReadMarkdown:
    """Return a protocol whose words are its own source."""
    writer = _Writer()
    writer.protocol(protocol)
    return ReadMarkdown(
        protocol=protocol,
        source=Source(text=writer.text, lines=()),
        changes=tuple(writer.changes),
        origins=tuple(writer.origins),
        is_ours=is_ours,
    )


def known_facts(read: ReadMarkdown, wishes: Wishes) -> Facts:
    """Return the facts of a Markdown file: its own where it has them, else what is found."""
    file = FactsSource(file=f"bron/{wishes.slug or 'bron'}.txt")
    if read.is_ours:
        own = read.protocol.facts
        return replace(own, source=replace(own.source, file=file.file))
    lines = read.source.text.splitlines()
    found = find_facts(lines)
    return make_facts(read.source.text, found, plain(read.protocol.title), wishes)


def _bare(protocol: Protocol) -> Facts:
    return Facts(organisation=Organisation(name=""), title=plain(protocol.title))


def _renamed(protocol: Protocol) -> Protocol:
    """Give sections and clauses the anchors that an import makes."""
    names = Names(note_anchors(protocol))

    def parts(found: tuple[Part, ...], path: Path) -> Iterator[Part]:
        mixed = len({bool(clause.marker) for clause in clauses_of(found)}) > 1

        def clause(part: Clause) -> Part:
            home = heading_home(path[-1] if path else None)
            return replace(part, anchor=names.clause(part, numbered_path(path), home, mixed=mixed))

        def section(part: Section) -> Part:
            above = numbered_path((*path, part))
            anchor = names.section(plain(part.title), above, part.number, part.marker)
            named = replace(part, anchor=anchor)
            return replace(named, parts=tuple(parts(part.parts, (*path, named))))

        return (by_part(part, clause=clause, section=section) for part in found)

    return replace(protocol, parts=tuple(parts(protocol.parts, ())))


class _Writer:
    """Writes a protocol's words, and enters every mark of a note in the ledger."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._length = 0
        self.changes: list[SourceChange] = []
        self.origins: list[Origin] = []

    @property
    def text(self) -> str:
        """What was written."""
        return "".join(self._pieces)

    def protocol(self, protocol: Protocol) -> None:
        """Write everything in the order of words.md."""
        if not protocol.facts.title_supplied:
            self._line("", protocol.title)
        self._parts(protocol.parts)
        for note in called_notes(protocol):
            self._note(note)

    def _say(self, text: str) -> None:
        self._pieces.append(text)
        self._length += len(text)

    def _parts(self, parts: tuple[Part, ...]) -> None:
        for part, _ in walk_parts(parts):
            begin = self._length
            by_part(
                part,
                clause=lambda clause: self._blocks(clause.marker, clause.blocks),
                section=lambda section: self._line(section.marker, section.title),
            )
            self.origins.append(Origin(anchor=part.anchor, begin=begin, end=self._length))

    def _blocks(self, marker: str, blocks: tuple[Block, ...]) -> None:
        if marker and not begins_with_words(blocks):
            self._say(f"{marker}\n")
            marker = ""
        for block in blocks:
            by_block(
                block,
                paragraph=partial(self._paragraph, marker),
                points=self._points,
                table=self._table,
            )
            marker = ""

    def _paragraph(self, marker: str, found: Paragraph) -> None:
        self._line(marker, found.content)

    def _points(self, found: PointList) -> None:
        for point in found.points:
            self._blocks(point.marker, point.blocks)

    def _table(self, found: Table) -> None:
        for rich in block_texts((found,)):
            self._line("", rich)

    def _line(self, marker: str, rich: RichText) -> None:
        self._say(f"{marker} " if marker else "")
        before = ""
        for inline in walk(rich):
            if isinstance(inline, Text):
                before = inline.text
                self._say(inline.text)
            elif isinstance(inline, HardBreak):
                self._say("\n")
            elif isinstance(inline, NoteMark):
                self._mark(inline.label, before)
                before = ""
        self._say("\n")

    def _mark(self, label: str, before: str) -> None:
        """Write the mark of a note, and enter it with what stands before it.

        That is a word, or the space where a line begins; marks side by side share one entry.
        """
        last = self.changes[-1] if self.changes else None
        if last is not None and last.word and last.end == self._length:
            self.changes.pop()
            begin, text, word, labels = last.begin, last.text, last.word, f"{last.mark} {label}"
        else:
            word = before.rsplit(None, 1)[-1] if before and not before[-1].isspace() else ""
            word = word or next((piece[-1] for piece in reversed(self._pieces) if piece), "")
            begin, text, labels = self._length - len(word), word, label
        self._say(f"[{label}]")
        self.changes.append(
            SourceChange(
                kind=ChangeKind.UNGLUED,
                begin=begin,
                end=self._length,
                text=f"{text}[{label}]",
                word=word,
                mark=labels,
            )
        )

    def _note(self, note: Footnote) -> None:
        begin = self._length
        self._say(f"[{note.label}]")
        self.changes.append(
            SourceChange(
                kind=ChangeKind.UNGLUED,
                begin=begin,
                end=self._length,
                text=f"[{note.label}]",
                mark=note.label,
            )
        )
        self._say(" ")
        self._blocks("", note.blocks)
