"""A returned Word file, held beside the text that was submitted: its remarks and its changes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from protocolkit.base.location import Location
from protocolkit.base.problems import ProtocolkitError
from protocolkit.document.model import Protocol
from protocolkit.exchange.reaction_columns import Column, column_of, is_around_form
from protocolkit.importing.extract.word.package import WordPackage
from protocolkit.importing.kind_of_file import import_opened, open_content
from protocolkit.importing.source import codes
from protocolkit.review.form_table import FormCell, FormReader, Row
from protocolkit.review.front_changes import around_changes
from protocolkit.review.other_paper import review_other_paper
from protocolkit.review.placed_story import PlacedStory
from protocolkit.review.placing import UNPLACED, Stand, SubmittedText
from protocolkit.review.printed_around import SentText
from protocolkit.review.remark_placing import RemarkPlacer
from protocolkit.review.remarks import Remark, ReturnedChange, Review
from protocolkit.review.running_words import running_words
from protocolkit.review.story_changes import story_changes
from protocolkit.review.text_changes import text_changes
from protocolkit.review.word_remarks import WordRemark, read_remarks
from protocolkit.review.word_story import (
    Story,
    StoryParagraph,
    read_story,
    word_running_words,
)

# The reasons why a file is another paper of a dossier.
_OTHER_PAPER = (codes.OWN_COMPARISON, codes.OWN_LEAFLET)
# The reasons why a file cannot be imported whose remarks can be read all the same.
_STILL_READ = (
    *(codes.WORDS_LOST, codes.WORDS_ADDED, codes.WORDS_DIFFER),
    *(codes.SIGNS_LOST, codes.SIGNS_ADDED, codes.READS_DIFFERENTLY),
)


class ReturnedWord:
    """A returned Word file that is open: the text itself, or the form of a dossier."""

    def __init__(self, content: bytes, path: Path) -> None:
        self._content, self._path = content, path
        self._package = WordPackage(content, Location(str(path)))
        self._story = read_story(self._package)
        self._tables = tuple(_tables(self._story))
        self._running = tuple(word_running_words(self._package))

    @property
    def record(self) -> str | None:
        """Our own record in it."""
        return self._package.record()

    @property
    def words(self) -> str:
        """All its words."""
        return "\n".join(paragraph.new for paragraph in self._story.paragraphs)

    def share(self, protocol: Protocol) -> float:
        """Return which share of a text's paragraphs it has, or of its clauses in a form."""
        in_text = SubmittedText(protocol).share(self._story.paragraphs)
        return max(in_text, FormReader(protocol).share([table.rows for table in self._tables]))

    def review(self, submitted: Protocol, sent: SentText | None = None) -> Review:
        """Return what a council wrote in it about a submitted text.

        Raises :class:`~protocolkit.base.problems.ProtocolkitError` when it cannot be read.
        """
        sent = sent or SentText(protocol=submitted)
        reader = FormReader(submitted)
        forms = [table for table in self._tables if reader.is_form(table.rows)]
        if forms:
            return self._with_running(self._form(reader, forms, submitted), sent)
        try:
            returned = self._protocol()
        except ProtocolkitError as reason:
            if reason.problem.code not in _OTHER_PAPER:
                raise
            read = self._read()
            other = review_other_paper(self._story, read, submitted, self._path.name)
            return self._with_running(other, sent)
        return self._text(submitted, returned, sent)

    def _with_running(self, found: Review, sent: SentText) -> Review:
        """Return what was found in a paper beside the text, and in the heads and feet of it."""
        words = running_words(self._running, sent.around(()), self._path.name)
        return replace(found, passed_over=(*found.passed_over, *words))

    def _text(self, submitted: Protocol, returned: Protocol | None, sent: SentText) -> Review:
        """Return what was written in the text itself; ``returned`` is what can be made of it."""
        placed = PlacedStory(
            submitted=submitted,
            story=self._story,
            file=self._path.name,
            has_record=self.record is not None,
        )
        around = around_changes(placed, self._running, sent)
        changes = (
            text_changes(placed, returned, around.lines) if returned else story_changes(placed)
        )
        remarks = self._remarks(placed.text, placed.found)
        return Review(
            remarks=remarks,
            changes=(*around.front, *changes),
            passed_over=(*placed.empty_notes, *around.passed_over),
            parts=placed.parts,
        )

    def _protocol(self) -> Protocol | None:
        """Return the file as a protocol, None when none can be made of it."""
        try:
            return import_opened(open_content(self._path, self._content)).protocol
        except ProtocolkitError as reason:
            if reason.problem.code in _STILL_READ:
                return None
            raise

    def _remarks(self, text: SubmittedText, found: Sequence[Stand]) -> tuple[Remark, ...]:
        placer = RemarkPlacer(self._story, text, found, self._path.name)
        return tuple(placer.placed(self._read()))

    def _read(self) -> tuple[WordRemark, ...]:
        read = read_remarks(self._package)
        return (*read, *_without_words(self._story, read))

    def _form(self, reader: FormReader, forms: Sequence[_Table], submitted: Protocol) -> Review:
        """Return what is written in the cells of a form, and beside them as remarks."""
        found = [UNPLACED] * len(self._story.paragraphs)
        whom = _sender(self._tables)
        remarks: list[Remark] = list(self._around(submitted, forms, whom))
        changes: list[ReturnedChange] = []
        for table in forms:
            read, stands = reader.read(table.rows, self._path.name, whom=whom)
            remarks += read.remarks
            changes += read.changes
            for at, paragraph in enumerate(self._story.paragraphs):
                if paragraph.cell and paragraph.cell[0] == table.number:
                    found[at] = stands[table.lines.index(paragraph.cell[1])]
        margin = self._remarks(SubmittedText(submitted), found)
        return Review(remarks=(*remarks, *margin), changes=tuple(changes))

    def _around(self, submitted: Protocol, forms: Sequence[_Table], whom: str) -> Iterator[Remark]:
        """Yield what somebody wrote around a form, where no row says a place."""
        inside = {table.number for table in forms}
        for at, paragraph in enumerate(self._story.paragraphs):
            words = paragraph.new.strip()
            is_in_form = paragraph.cell is not None and paragraph.cell[0] in inside
            if not is_in_form and words != whom and not is_around_form(words, submitted):
                name, file = f"p{at + 1}", self._path.name
                yield Remark(id=name, author=whom, date="", text=words, file=file)


def _sender(tables: Iterable[_Table]) -> str:
    """Return on whose behalf a whole form is filled in, as a row above it says, "" for nobody."""
    rows = (row for table in tables for row in table.rows if len(row) == 2)
    said = (row[1].text for row in rows if column_of(row[0].before) is Column.WHOM)
    return next(filter(None, said), "")


def _without_words(story: Story, read: Sequence[WordRemark]) -> Iterator[WordRemark]:
    """Yield the remarks that the text refers to and whose words the file does not have any more."""
    known = {one.id for one in read}
    if len(known) < len(read):
        return  # ids that repeat name nothing, so none is known to lack its words
    for name, marked in story.ranges.items():
        if name not in known and marked.point is not None:
            yield WordRemark(id=name, author="", date="", text="", parent="", resolved=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Table:
    """A table of the file: which one, its rows, and the number that each has in the file."""

    number: int
    rows: tuple[Row, ...]
    lines: tuple[int, ...]


def _tables(story: Story) -> Iterator[_Table]:
    tables: dict[int, dict[int, dict[int, list[StoryParagraph]]]] = {}
    for paragraph in story.paragraphs:
        if paragraph.cell:
            table, row, column = paragraph.cell
            cells = tables.setdefault(table, {}).setdefault(row, {})
            cells.setdefault(column, []).append(paragraph)
    for number, rows in tables.items():
        made = tuple(
            {at: _cell(number, line, at, own) for at, own in cells.items()}
            for line, cells in rows.items()
        )
        yield _Table(number=number, rows=made, lines=tuple(rows))


def _cell(table: int, row: int, column: int, paragraphs: Iterable[StoryParagraph]) -> FormCell:
    held = list(paragraphs)
    return FormCell(
        name=f"t{table + 1}r{row + 1}c{column + 1}",
        text="\n".join(one.new for one in held).strip(),
        before="\n".join(one.old for one in held).strip(),
    )


def review_word(content: bytes, path: Path, submitted: Protocol) -> Review:
    """Return what a council wrote in a Word file, as :meth:`ReturnedWord.review`."""
    return ReturnedWord(content, path).review(submitted)
