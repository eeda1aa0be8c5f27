"""The way in: a source to a protocol, its Markdown and its ledger, or nothing at all.

Whatever the guesses are, the words are proved before anything is returned: source plus ledger
must equal the protocol's words, and the Markdown must read back as it was written.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, replace

from protocolkit.base.location import NOWHERE, Location
from protocolkit.base.messages import mark, message
from protocolkit.base.problems import ProtocolkitError, problem
from protocolkit.document.model import Protocol
from protocolkit.document.outline import protocol_tokens
from protocolkit.document.richtext import Text, plain
from protocolkit.exchange.record import Record
from protocolkit.importing.markdown_file import ReadMarkdown, known_facts, written_out
from protocolkit.importing.own_files.matching import anchors_of
from protocolkit.importing.own_files.recorded_facts import (
    is_same_organisation,
    recall,
    unchanged_notices,
    wished_facts,
)
from protocolkit.importing.own_files.records import (
    OwnRecord,
    read_record,
    refuse_what_is_no_protocol,
)
from protocolkit.importing.source import codes
from protocolkit.importing.source.hyphens import Joiner
from protocolkit.importing.source.lines import Line, MarkKind, Source
from protocolkit.importing.structure.addresses import take_addresses
from protocolkit.importing.structure.assemble import Assembly, make_protocol
from protocolkit.importing.structure.content import ContentReader
from protocolkit.importing.structure.decisions import find_facts, guess_organisation
from protocolkit.importing.structure.footnotes import nothing_noted, take_notes
from protocolkit.importing.structure.found_facts import Wishes, make_facts
from protocolkit.importing.structure.gathering import make_blocks
from protocolkit.importing.structure.levels import assign_levels, join_titles, settle_titles
from protocolkit.importing.structure.naming import Names
from protocolkit.importing.structure.noise import Cleaned, remove_noise
from protocolkit.importing.structure.pieces import fill
from protocolkit.importing.structure.roles import assign_roles
from protocolkit.importing.structure.runs import Block, Origin, Role
from protocolkit.importing.structure.tree import TreeBuilder
from protocolkit.reading.ledger import ChangeKind, Ledger, SourceChange, replay
from protocolkit.reading.reader import read_protocol_text
from protocolkit.reading.writer import write_protocol
from protocolkit.text.differences import word_differences
from protocolkit.text.words import tokens


@dataclass(frozen=True, slots=True, kw_only=True)
class _Care:
    """What is done to the words; less of it when the proof fails."""

    takes_notes: bool = True
    joins_words: bool = True
    believes: bool = False


_CARES = (_Care(), _Care(joins_words=False), _Care(takes_notes=False, joins_words=False))
ON_COVER = "naam boven de titel; staat bij de gegevens bovenaan"
_DISBELIEVED = mark("What the file keeps for itself does not fit its text, and was not used.")
_CAREFUL = mark("Footnotes or broken words were left as they stood: taking them out was not safe.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """An import that lost nothing: what can be written, and what a person should look at.

    ``is_recorded`` says that its facts come from the record of a file of ours; ``subject`` and
    ``slug`` are then where that protocol stood.
    """

    protocol: Protocol
    markdown: str
    ledger: Ledger
    source: Source
    origins: tuple[Origin, ...]
    unsure_notes: tuple[str, ...]
    is_recorded: bool = False
    subject: str = ""
    slug: str = ""

    @property
    def words(self) -> int:
        """How many words the protocol has."""
        return len(protocol_tokens(self.protocol))


def import_source(
    source: Source, wishes: Wishes | None = None, location: Location = NOWHERE
) -> Imported:
    """Turn an extracted source into a protocol with its ledger.

    Raises :class:`ProtocolkitError` when the source is empty, or when a word would be lost.
    """
    if not tokens(source.text):
        raise ProtocolkitError(problem(codes.EMPTY, location))
    own = read_record(source)
    refuse_what_is_no_protocol(own, location)
    source = replace(source, notices=(*source.notices, *own.notices))
    recorded = own.protocol
    if own.is_shown and recorded is not None:
        return _unchanged(source, own, recorded, wishes or Wishes(), location)
    failure: ProtocolkitError | None = None
    believing = (_Care(believes=True),) if recorded is not None else ()
    for care in (*believing, *_CARES):
        try:
            return _attempt(source, own.record, wishes or Wishes(), location, care)
        except ProtocolkitError as reason:
            failure = failure or reason
            said = _DISBELIEVED if care.believes else _CAREFUL
            source = replace(source, notices=(*source.notices[:9], message(said)))
    assert failure is not None, "there is at least one way"
    raise failure


def _unchanged(
    source: Source, own: OwnRecord, recorded: Protocol, wishes: Wishes, location: Location
) -> Imported:
    """Import a file of ours whose text is all that its record says: so the record is the text."""
    is_same = is_same_organisation(wishes.organisation, recorded.facts.organisation)
    facts = wished_facts(recorded.facts, wishes, recorded.facts.source.file)
    title = () if facts.title_supplied and not is_same else recorded.title
    read = written_out(replace(recorded, facts=facts, title=title), is_ours=is_same)
    notices = (*source.notices, *unchanged_notices(recorded.facts, wishes))
    # the text is now that of the record: what was left out has no place in it
    left_out = tuple(replace(found, at=-1) for found in source.left_out)
    read = replace(read, source=replace(read.source, notices=notices, left_out=left_out))
    imported = import_markdown(read, wishes, location)
    return _known(imported, own.record) if is_same else imported


def _known(imported: Imported, record: Record | None) -> Imported:
    """Return an import with what the record knows of its place."""
    assert record is not None
    assert record.protocol is not None
    place = record.protocol
    return replace(imported, is_recorded=True, subject=place.subject, slug=place.slug)


def _attempt(
    source: Source, record: Record | None, wishes: Wishes, location: Location, care: _Care
) -> Imported:
    """Import a source with a degree of care; raise when a word would be lost."""
    is_exact = source.is_ours and not source.is_laid_out
    cleaned = Cleaned(lines=source.lines) if is_exact else remove_noise(source.lines)
    noted = take_notes(source, cleaned.lines) if care.takes_notes else nothing_noted(cleaned.lines)
    linked = take_addresses(source, noted.lines)
    joiner = Joiner(source.lines) if care.joins_words else None
    blocks = make_blocks(settle_titles(linked.lines))
    joined = [change for block in blocks for change in fill(block, source.text, joiner)]
    assign_roles(blocks, cleaned.headings)
    blocks = join_titles(blocks)
    assign_levels(blocks)
    running = "\n".join(block.text for block in blocks)
    name = wishes.organisation or guess_organisation(running)
    blocks, named = _without_name(blocks, name)
    marks = [found for found in source.marks if found.kind is not MarkKind.NOTE]
    reader = ContentReader(source.text, [*marks, *noted.marks, *linked.marks])
    builder = TreeBuilder(blocks, reader)
    root = builder.build()
    filled = _NoteBlocks(source.text, joiner)
    record = record if care.believes else None
    names = Names((f"noot-{note.label}" for note in noted.notes), _reserved(source, record))
    assembly = Assembly(reader, names)
    notes = assembly.notes(noted.notes, filled)
    said = find_facts(f"{block.marker} {block.text}".strip() for block in blocks)
    facts = make_facts(source.text, said, plain(builder.title), wishes, running)
    protocol = make_protocol(assembly, root, builder.title, notes, facts)
    changes = (*cleaned.changes, *noted.changes, *linked.changes, *joined, *named, *builder.changes)
    ledger = _ledger(source, (*changes, *filled.changes), facts.source.file)
    told = recall(protocol, assembly.origins, record, wishes)
    protocol, markdown = _proved(told.protocol, source, ledger, location)
    imported = Imported(
        protocol=protocol,
        markdown=markdown,
        ledger=ledger,
        source=replace(source, notices=(*source.notices, *told.notices)),
        origins=told.origins,
        unsure_notes=tuple(note.label for note in noted.notes if not note.is_sure),
    )
    return _known(imported, record) if told.is_recorded else imported


def _reserved(source: Source, record: Record | None) -> Iterator[str]:
    """Yield the anchors that a new clause may not get: they are of others, or were."""
    yield from (line.anchor for line in source.lines if line.anchor)
    if record is not None and record.protocol is not None:
        yield from anchors_of(record.protocol)


def import_markdown(
    read: ReadMarkdown, wishes: Wishes | None = None, location: Location = NOWHERE
) -> Imported:
    """Take a Markdown file in: one in our own format stays as it is, but for what is wished.

    Raises :class:`ProtocolkitError` when it is empty, or when a word would be lost.
    """
    wishes = wishes or Wishes()
    if not tokens(read.source.text):
        raise ProtocolkitError(problem(codes.EMPTY, location))
    facts = known_facts(read, wishes)
    protocol = replace(read.protocol, facts=facts)
    if facts.title_supplied and not protocol.title:
        protocol = replace(protocol, title=(Text(facts.title),))
    ledger = _ledger(read.source, read.changes, facts.source.file)
    proved, markdown = _proved(protocol, read.source, ledger, location)
    return Imported(
        protocol=proved,
        markdown=markdown,
        ledger=ledger,
        source=read.source,
        origins=read.origins,
        unsure_notes=(),
    )


def _without_name(blocks: list[Block], name: str) -> tuple[list[Block], tuple[SourceChange, ...]]:
    """Take the board's name off the lines of the title: it stands in the front matter.

    Only where it stands alone before the title, word for word as the front matter has it.
    """
    title = [block for block in blocks if block.role is Role.TITLE]
    found = next((block for block in title[:-1] if tokens(block.text) == tokens(name)), None)
    if found is None:
        return blocks, ()
    begin, end = found.first.begin, found.lines[-1].end
    words = " ".join(line.text for line in found.lines)
    change = SourceChange(
        kind=ChangeKind.REMOVED, begin=begin, end=end, text=words, reason=ON_COVER
    )
    return [block for block in blocks if block is not found], (change,)


class _NoteBlocks:
    """Makes blocks of a note's lines, and keeps what was joined in them."""

    def __init__(self, text: str, joiner: Joiner | None) -> None:
        self._text = text
        self._joiner = joiner
        self.changes: list[SourceChange] = []

    def __call__(self, lines: tuple[Line, ...]) -> list[Block]:
        paragraphs: list[list[Line]] = []
        for line in lines:
            if not paragraphs or line.is_whole:
                paragraphs.append([])
            paragraphs[-1].append(line)
        blocks = [Block(lines=inside) for inside in paragraphs]
        for block in blocks:
            self.changes += fill(block, self._text, self._joiner)
        return blocks


def _ledger(source: Source, changes: tuple[SourceChange, ...], file: str) -> Ledger:
    ordered = sorted(changes, key=lambda change: (change.begin, -change.end))
    digest = hashlib.sha256(source.text.encode("utf-8")).hexdigest()
    return Ledger(
        source=file.rsplit("/", 1)[-1],
        sha256=digest,
        changes=tuple(ordered),
        left_out=source.left_out,
    )


def _proved(
    protocol: Protocol, source: Source, ledger: Ledger, location: Location
) -> tuple[Protocol, str]:
    """Return the protocol as its Markdown reads back; raise when a word would differ."""
    wanted = replay(source.text, ledger).words
    markdown = write_protocol(protocol)
    for _ in range(3):
        read = read_protocol_text(markdown).protocol
        again = write_protocol(read)
        if again == markdown:
            break
        markdown = again
    else:
        raise ProtocolkitError(problem(codes.READS_DIFFERENTLY, location))
    words = protocol_tokens(read)
    for place in word_differences(wanted, words)[:1] if wanted != words else ():
        raise ProtocolkitError(
            problem(
                codes.WORDS_DIFFER,
                location,
                position=str(place.old_start + 1),
                source=" ".join(place.old[:8]),
                result=" ".join(place.new[:8]),
            )
        )
    return replace(read, subject="", slug=""), markdown
