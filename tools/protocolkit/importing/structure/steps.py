"""The steps from the lines of a source to its structure; each hands its value on to the next."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from protocolkit.document.model import Footnote, Paragraph
from protocolkit.document.richtext import RichText
from protocolkit.importing.source.hyphens import Joiner
from protocolkit.importing.source.lines import Line, MarkKind, Source
from protocolkit.importing.structure.addresses import take_addresses
from protocolkit.importing.structure.choices import Choice, Choices, Reading
from protocolkit.importing.structure.footnotes import Note, take_notes
from protocolkit.importing.structure.gathering import make_blocks
from protocolkit.importing.structure.growing_tree import Part
from protocolkit.importing.structure.letterheads import is_name
from protocolkit.importing.structure.levels import assign_levels, join_titles, settle_titles
from protocolkit.importing.structure.line_runs import LineRun, Origin, Role
from protocolkit.importing.structure.noise import Cleaned, remove_noise
from protocolkit.importing.structure.pieces import fill
from protocolkit.importing.structure.rich_spans import ContentReader
from protocolkit.importing.structure.roles import assign_roles
from protocolkit.importing.structure.stated_decisions import guess_organisation, is_school_name
from protocolkit.importing.structure.titles import TITLE_DOUBTS
from protocolkit.importing.structure.tree import build_tree
from protocolkit.reading.ledger import Destination, SourceChange, SourceChangeKind
from protocolkit.reading.words_left_out import LeftOutReason
from protocolkit.text.words import tokens

ABOVE_TITLE = "regel boven de titel; zo gekozen bij de import"
BELOW_TEXT = "titel; staat in de bron onder andere regels"
ON_COVER = "naam boven de titel; staat bij de gegevens bovenaan"

# Among so many lines below a title the name of a school is that of its own.
_NEAR_TITLE = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Title:
    """The title of a document; ``left_out`` are lines above it that are no part of it.

    ``origin`` is where it stood, and what is not sure about it; None when there is none. ``moved``
    are its own lines where text stands above them, below which no protocol has its title.
    """

    content: RichText
    origin: Origin | None = None
    left_out: tuple[LineRun, ...] = ()
    moved: tuple[LineRun, ...] = ()

    @property
    def changes(self) -> tuple[SourceChange, ...]:
        """The entries of the ledger for the lines that are left out, and for those that move."""
        return (*map(_on_cover, self.left_out), *map(_to_top, self.moved))


@dataclass(frozen=True, slots=True, kw_only=True)
class Structure:
    """What a source is built of, before its parts have names.

    ``paragraphs`` are its blocks in reading order, ``changes`` the entries of the ledger for all
    that was taken out, moved or joined. ``running`` is its text, a line for each block;
    ``unsure_notes`` are the labels of notes that only their number tells, ``choices`` the places
    that can be read in another way.
    """

    root: Part
    paragraphs: tuple[LineRun, ...]
    running: str
    notes: tuple[Footnote, ...]
    unsure_notes: tuple[str, ...]
    changes: tuple[SourceChange, ...]
    reader: ContentReader
    choices: tuple[Choice, ...] = ()

    @property
    def organisation(self) -> str:
        """The board that the text names most, else the school on a line above or below the title.

        "" when it names none.
        """
        places = [n for n, block in enumerate(self.paragraphs) if block.role is Role.TITLE]
        titles = [self.paragraphs[place].text for place in places]
        above = (text for text in titles[:-1] if is_school_name(text) or is_name(text))
        first = places[-1] + 1 if places else 0
        near = itertools.takewhile(_may_be_of_cover, self.paragraphs[first : first + _NEAR_TITLE])
        below = (block.text for block in near if is_name(block.text))
        guess = guess_organisation(self.running)
        lines = (line.text for place in places for line in self.paragraphs[place].lines)
        whole = (line for line in lines if is_name(line) and guess.startswith(line))
        return next(whole, guess) or next(itertools.chain(above, below), "")

    def reads_otherwise(self, organisation: str) -> bool:
        """Tell whether a name that a person gives may make something else of a line."""
        if tokens(organisation.lower()) == tokens(self.organisation.lower()):
            return False
        titles = sum(block.role is Role.TITLE for block in self.paragraphs)
        wanted = tokens(organisation.lower())
        return titles > 1 or any(tokens(b.text.lower()) == wanted for b in self.paragraphs)

    def title(self, organisation: str) -> Title:
        """Return the title without the line above it that only names the board.

        That name stands in the front matter; the line must have it word for word.
        """
        blocks = [block for block in self.paragraphs if block.role is Role.TITLE]
        wanted = tokens(organisation)
        names = [block for block in blocks[:-1] if tokens(block.text) == wanted]
        kept = [
            block
            for block in blocks
            if not (block.is_above_title or any(block is name for name in names))
        ]
        pieces = [piece for block in kept for piece in block.pieces]
        left_out = tuple(block for block in blocks if not any(block is one for one in kept))
        above = itertools.takewhile(lambda block: kept and block is not kept[-1], self.paragraphs)
        is_below = any(block.role is not Role.TITLE for block in above)
        return Title(
            content=self.reader.rich(pieces),
            left_out=left_out,
            origin=_origin(kept),
            moved=tuple(kept) if is_below else (),
        )


def _may_be_of_cover(block: LineRun) -> bool:
    """Tell whether a line below a title may still be one of its cover: no heading and no list."""
    return block.role is Role.PARAGRAPH and block.start is None


def _origin(blocks: Sequence[LineRun]) -> Origin | None:
    if not blocks:
        return None
    return Origin(
        anchor="",
        begin=blocks[0].first.begin,
        end=blocks[-1].lines[-1].end,
        page=blocks[0].first.page,
        doubts=tuple(doubt for block in blocks for doubt in block.doubts if doubt in TITLE_DOUBTS),
    )


def find_structure(
    source: Source, chosen: Mapping[str, Reading] | None = None, organisation: str = ""
) -> Structure:
    """Work out what each line of a source is, and what it belongs to.

    A copied e-mail without a title of its own has as title what it is about.
    ``chosen`` are the readings that a person took, ``organisation`` is the name that she gave.
    """
    choices = Choices(source.text, chosen)
    cleaned = _cleaned(source, choices)
    found = _of_cleaned(source, cleaned, choices, organisation)
    if cleaned.subject is None or any(one.role is Role.TITLE for one in found.paragraphs):
        return found
    choices = Choices(source.text, chosen)
    cleaned = _cleaned(source, choices, keeps_subject=True)
    return _of_cleaned(source, cleaned, choices, organisation)


def _of_cleaned(source: Source, cleaned: Cleaned, choices: Choices, organisation: str) -> Structure:
    noted = take_notes(source, cleaned.lines)
    linked = take_addresses(source, noted.lines)
    blocks = make_blocks(settle_titles(linked.lines), cleaned.headings)
    note_blocks = [_note_blocks(note) for note in noted.notes]
    joined = _fill_all((*blocks, *itertools.chain(*note_blocks)), source, noted.unglued)
    running = "\n".join(block.text for block in blocks)
    assign_roles(blocks, cleaned.headings, choices, organisation or guess_organisation(running))
    blocks = join_titles(blocks)
    assign_levels(blocks)
    marks = [found for found in source.marks if found.kind is not MarkKind.NOTE]
    reader = ContentReader(source.text, [*marks, *noted.marks, *linked.marks])
    tree = build_tree(blocks, reader, choices)
    return Structure(
        root=tree.root,
        paragraphs=tuple(blocks),
        running=running,
        notes=tuple(
            _footnote(note, inside, reader)
            for note, inside in zip(noted.notes, note_blocks, strict=True)
        ),
        unsure_notes=tuple(note.label for note in noted.notes if not note.is_sure),
        changes=(*cleaned.changes, *noted.changes, *linked.changes, *joined, *tree.changes),
        reader=reader,
        choices=choices.made,
    )


def _cleaned(source: Source, choices: Choices, *, keeps_subject: bool = False) -> Cleaned:
    """Return the lines of a source without noise.

    A file of ours has none, but for a PDF; one that marks what runs along has no text that does.
    """
    if source.is_ours and not source.is_laid_out:
        return Cleaned(lines=source.lines)
    is_marked = any(one.reason is LeftOutReason.ARTIFACT for one in source.left_out)
    lists = [one.at for one in source.left_out if one.reason is LeftOutReason.CONTENTS]
    marks_heads = source.is_ours and is_marked
    return remove_noise(
        source.lines,
        choices,
        marks_heads=marks_heads,
        contents_left_out=lists,
        keeps_subject=keeps_subject,
    )


def _fill_all(
    blocks: Iterable[LineRun], source: Source, unglued: Sequence[tuple[int, int]]
) -> list[SourceChange]:
    joiner = Joiner(source.lines)
    return [change for block in blocks for change in fill(block, source.text, joiner, unglued)]


def _note_blocks(note: Note) -> list[LineRun]:
    paragraphs: list[list[Line]] = []
    for line in note.lines:
        if not paragraphs or line.is_whole:
            paragraphs.append([])
        paragraphs[-1].append(line)
    return [LineRun(lines=inside) for inside in paragraphs]


def _footnote(note: Note, blocks: Sequence[LineRun], reader: ContentReader) -> Footnote:
    contents = (reader.rich(block.pieces) for block in blocks)
    return Footnote(
        label=note.label, blocks=tuple(Paragraph(content) for content in contents if content)
    )


def _to_top(title: LineRun) -> SourceChange:
    return SourceChange(
        kind=SourceChangeKind.MOVED,
        begin=title.first.begin,
        end=title.lines[-1].end,
        text=" ".join(line.text for line in title.lines),
        to=Destination.TITLE,
        reason=BELOW_TEXT,
    )


def _on_cover(name: LineRun) -> SourceChange:
    return SourceChange(
        kind=SourceChangeKind.REMOVED,
        begin=name.first.begin,
        end=name.lines[-1].end,
        text=" ".join(line.text for line in name.lines),
        reason=ABOVE_TITLE if name.is_above_title else ON_COVER,
    )
