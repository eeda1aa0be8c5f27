"""A Markdown file to a protocol with its source: our own reader has already understood it.

In the format of this program it stays as it is, anchors and all. Other Markdown gets anchors
that are made as for every import.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial

from protocolkit.base.location import Location
from protocolkit.base.problems import ProtocolkitError, problem
from protocolkit.document.facts import Facts, Organisation
from protocolkit.document.facts import Source as FactsSource
from protocolkit.document.model import (
    Block,
    Footnote,
    Paragraph,
    PointList,
    Protocol,
    Table,
)
from protocolkit.document.outline import called_notes
from protocolkit.document.richtext import HardBreak, NoteMark, RichText, Text, plain, walk
from protocolkit.document.tree import (
    Part,
    begins_with_words,
    block_texts,
    by_block,
    by_part,
    walk_parts,
)
from protocolkit.importing.extract.markdown.bold_heads import with_bold_heads
from protocolkit.importing.extract.markdown.extract import printed_markdown
from protocolkit.importing.extract.markdown.settings import (
    Settings,
    settings_and_body,
    unknown_settings,
)
from protocolkit.importing.new_anchors import with_anchors
from protocolkit.importing.proof.markdown_count import prove_markdown
from protocolkit.importing.source import codes
from protocolkit.importing.source.lines import Source
from protocolkit.importing.source.unseen_signs import unseen_signs, without_unseen_signs
from protocolkit.importing.structure.found_facts import Wishes, make_facts
from protocolkit.importing.structure.line_runs import Origin
from protocolkit.importing.structure.stated_decisions import find_facts
from protocolkit.reading.codes import TOO_DEEP
from protocolkit.reading.front_matter import split_front_matter
from protocolkit.reading.inline_writer import write_rich
from protocolkit.reading.ledger import SourceChange, SourceChangeKind
from protocolkit.reading.markdown import DEEPEST
from protocolkit.reading.reader import in_known_format, read_protocol_text
from protocolkit.reading.words_left_out import LeftOut, LeftOutReason
from protocolkit.reading.writer import write_protocol


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
    :class:`~protocolkit.base.problems.ProtocolkitError` when it is in a newer format of ours, or
    when a word of it would be in neither the protocol nor the report.
    """
    settings, body = settings_and_body(text)
    facts = in_known_format(read_protocol_text(f"---\n{settings.yaml}\n---\n", name)).protocol.facts
    if settings.yaml and facts.organisation.name:
        return _read_ours(text, name, settings.yaml)
    return _read_strangers(body, settings, name)


def _read_ours(text: str, name: str, yaml: str) -> ReadMarkdown:
    """Read a file in our own format: it stays as it is, but for signs that nobody sees."""
    clean = "".join(_without_unseen(text))
    read = written_out(_protocol(clean, name), is_ours=True)
    written, _, _ = split_front_matter(write_protocol(replace(read.protocol, parts=(), notes=())))
    hidden = tuple(
        LeftOut(text=words, reason=LeftOutReason.HIDDEN, is_in_sentence=True)
        for _, _, words in unseen_signs(text)
    )
    source = without_unseen_signs(read.source)
    told = (*hidden, *unknown_settings(yaml, written))
    return replace(read, source=replace(source, left_out=told))


def _without_unseen(text: str) -> Iterator[str]:
    position = 0
    for begin, end, _ in unseen_signs(text):
        yield text[position:begin]
        position = end
    yield text[position:]


def _read_strangers(body: str, settings: Settings, name: str) -> ReadMarkdown:
    """Read a file as others write them: what a reader of its page sees."""
    printed = printed_markdown(body, Location(name))
    printed = replace(printed, marked=with_bold_heads(printed.marked))
    protocol = _strangers(printed.text, name)
    if settings.title and not protocol.title:
        title = write_rich((Text(settings.title),))
        printed = replace(printed, marked=f"# {title}\n\n{printed.marked}")
        protocol = _strangers(printed.text, name)
        settings = settings.without_title()
    read = written_out(protocol, is_ours=False)
    source = read.source
    if printed.left_out or printed.doubts:
        marked = written_out(_strangers(printed.marked, name), is_ours=False).source.text
        source = printed.placed(source, marked)
    else:
        source = replace(source, left_out=printed.placeless)
    source = without_unseen_signs(replace(source, left_out=(*settings.left_out, *source.left_out)))
    prove_markdown(f"{settings.source}\n{body}", source, protocol, Location(name))
    return replace(read, source=source)


def _strangers(text: str, name: str) -> Protocol:
    """Return what Markdown of others says, with anchors as every import makes them."""
    # an empty line, so that no line between words is taken for settings
    protocol = _protocol(f"\n{text}", name)
    return with_anchors(replace(protocol, facts=_bare(protocol)))


def _protocol(text: str, name: str) -> Protocol:
    """Return what Markdown says; what is too deep for our reader is refused."""
    reading = read_protocol_text(text, name)
    if any(found.code is TOO_DEEP for found in reading.problems):
        raise ProtocolkitError(problem(codes.TOO_DEEP, Location(name), limit=str(DEEPEST)))
    return reading.protocol


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
                before = ""
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
                kind=SourceChangeKind.UNGLUED,
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
                kind=SourceChangeKind.UNGLUED,
                begin=begin,
                end=self._length,
                text=f"[{note.label}]",
                mark=note.label,
            )
        )
        self._say(" ")
        self._blocks("", note.blocks)
