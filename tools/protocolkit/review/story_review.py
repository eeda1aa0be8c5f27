"""What a council wrote in a paper of ours: the text, a form or another one, of any program.

A paper is told by what it shows: a form by its table, the others by the line in the foot of their
pages. Word and LibreOffice keep paragraphs and remarks in their own ways; here they are the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from protocolkit.document.model import Protocol
from protocolkit.exchange.paper_feet import is_foot_of_paper
from protocolkit.exchange.reaction_columns import Column, column_of, is_around_form
from protocolkit.reading.words_left_out import LeftOutReason
from protocolkit.review.broken_lines import as_paragraphs
from protocolkit.review.broken_pages import is_broken, paper_share
from protocolkit.review.form_table import FormCell, FormReader, Row
from protocolkit.review.front_changes import around_changes
from protocolkit.review.lapsed_places import with_lapsed_places
from protocolkit.review.moved_places import with_new_places
from protocolkit.review.note_marks import without_note_marks
from protocolkit.review.other_paper import review_other_paper
from protocolkit.review.pasted_around import around_told
from protocolkit.review.pasted_story import is_copied, is_pasted, with_tables
from protocolkit.review.placed_story import PlacedStory
from protocolkit.review.placing import UNPLACED, Stand, SubmittedText
from protocolkit.review.printed_around import SentText
from protocolkit.review.printed_leads import with_leads
from protocolkit.review.remark_placing import RemarkPlacer
from protocolkit.review.remarks import PassedOver, Remark, ReturnedChange, Review
from protocolkit.review.running_words import running_words
from protocolkit.review.split_places import with_split_places
from protocolkit.review.story_changes import story_changes
from protocolkit.review.text_changes import text_changes
from protocolkit.review.was_wordt_copy import WasWordtCopy, proposed_text
from protocolkit.review.website_page import without_website
from protocolkit.review.word_remarks import WordRemark
from protocolkit.review.word_story import Story, StoryParagraph

# How many paragraphs at the beginning tell in which way a paper was printed.
_MOST_FRONT = 80


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryReview:
    """The paragraphs of a file, its remarks, and the words in the heads and feet of its pages.

    ``has_record`` says that the file carries our record.
    """

    story: Story
    remarks: Sequence[WordRemark]
    running: Sequence[str]
    file: str
    has_record: bool = False

    def share(self, protocol: Protocol) -> float:
        """Return which share of a text's paragraphs it has, or of its clauses in a form."""
        in_text = SubmittedText(protocol).share(self.story.paragraphs)
        in_letters = paper_share([one.new for one in self.story.paragraphs], protocol)
        tables = [table.rows for table in _tables(self.story)]
        return max(in_text, in_letters, FormReader(protocol).share(tables))

    def form(self, submitted: Protocol, sent: SentText) -> Review | None:
        """Return what is written in the form of a dossier, None where it is no such form."""
        reader, tables = FormReader(submitted, sent.lapsed), tuple(_tables(self.story))
        forms = [table for table in tables if reader.is_form(table.rows)]
        if not forms:
            return None
        return self._with_running(self._form(reader, forms, tables, submitted), sent)

    @property
    def is_other_paper(self) -> bool:
        """Whether it says itself that it is a paper beside a text."""
        return any(map(is_foot_of_paper, self.running))

    def other_paper(self, submitted: Protocol, sent: SentText) -> Review:
        """Return the remarks in the margin of another paper of a dossier."""
        found = review_other_paper(self.story, self.remarks, submitted, sent, self.file)
        return self._with_running(found, sent)

    def text(self, submitted: Protocol, sent: SentText, returned: Protocol | None) -> Review:
        """Return what was written in the text itself; ``returned`` is what can be made of it."""
        copy = None if self.has_record else proposed_text(self.story, submitted, sent)
        if copy:
            return self._proposed(copy, submitted, sent)
        return self._of_text(submitted, sent, returned)

    def _of_text(
        self,
        submitted: Protocol,
        sent: SentText,
        returned: Protocol | None,
        *,
        is_part: bool = False,
    ) -> Review:
        placed = replace(self._in_place(submitted, sent), is_part=is_part)
        around = around_changes(placed, self.running, sent)
        changes = (
            text_changes(placed, returned, around.lines)
            if returned and placed.is_as_read and not placed.has_marked_copy
            else story_changes(placed)
        )
        told = tuple(with_new_places(placed, changes))
        found = with_split_places(placed, told)
        places = with_lapsed_places(placed, found, sent.lapsed)
        return Review(
            remarks=tuple(
                map(places.placed, self._placed(placed.text, places.found, placed.story))
            ),
            changes=tuple(one for one in (*around.front, *told) if not one.is_idle),
            passed_over=(*placed.empty_notes, *around.passed_over, *self._of_programs()),
            parts=placed.parts,
        )

    def _proposed(self, copy: WasWordtCopy, submitted: Protocol, sent: SentText) -> Review:
        """Return what was written in the proposed text of a copied was-wordt table."""
        found = replace(self, story=copy.story)._of_text(submitted, sent, None, is_part=True)
        why = (
            PassedOver(words=one, reason=LeftOutReason.OTHER_PAPER, file=self.file)
            for one in copy.reasons
        )
        return replace(found, passed_over=(*found.passed_over, *why))

    def _in_place(self, submitted: Protocol, sent: SentText) -> PlacedStory:
        """Return the paragraphs beside the text; of pasted words the tables are tables again."""
        own = without_note_marks(self.story, submitted)
        placed = PlacedStory(
            submitted=submitted, story=own, file=self.file, has_record=self.has_record
        )
        if self.has_record:
            return placed
        read = without_website(self.story, (submitted, *sent.others))
        own = without_note_marks(read, submitted)
        around = sent.around([one.new for one in read.paragraphs[:_MOST_FRONT]])
        front = around.front_letters
        story = around_told(with_leads(own, submitted, front), around)
        marks = placed.text.bookmarks
        if not is_pasted(read, marks):
            is_as_read = story.paragraphs == own.paragraphs
            is_new = is_copied(read, marks)
            placed = replace(placed, is_copied=is_new, is_as_read=is_as_read)
            return replace(placed, story=story, front=front)
        if is_broken([one.new for one in read.paragraphs], submitted):
            story = as_paragraphs(read, submitted, around)
            story = with_leads(story, submitted, front)
        story = with_tables(story, around.paragraphs)
        return replace(placed, story=story, is_copied=True, is_as_read=False, front=front)

    def _placed(
        self, text: SubmittedText, found: Sequence[Stand], story: Story
    ) -> tuple[Remark, ...]:
        placer = RemarkPlacer(story, text, found, self.file)
        return tuple(placer.placed([one for one in self.remarks if not one.is_of_program]))

    def _of_programs(self) -> Iterator[PassedOver]:
        """Yield what a program put in a remark that nobody made."""
        for one in (one for one in self.remarks if one.is_of_program):
            yield PassedOver(words=one.text, reason=LeftOutReason.CODE, file=self.file)

    def _with_running(self, found: Review, sent: SentText) -> Review:
        """Return what was found in a paper beside the text, and in the heads and feet of it."""
        # A paper prints its title above its pages too.
        said = {" ".join(one.new.split()) for one in self.story.paragraphs if not one.cell}
        others = (one for one in self.running if " ".join(one.split()) not in said)
        own = [one for one in others if not is_foot_of_paper(one)]
        words = running_words(own, sent.around(()), self.file)
        return replace(found, passed_over=(*found.passed_over, *words))

    def _form(
        self,
        reader: FormReader,
        forms: Sequence[_Table],
        tables: Sequence[_Table],
        submitted: Protocol,
    ) -> Review:
        """Return what is written in the cells of a form, and beside them as remarks."""
        found = [UNPLACED] * len(self.story.paragraphs)
        whom = _sender(tables)
        remarks: list[Remark] = list(self._around(submitted, forms, whom))
        changes: list[ReturnedChange] = []
        passed: list[PassedOver] = []
        for table in forms:
            read, stands = reader.read(table.rows, self.file, whom=whom)
            remarks += read.remarks
            changes += read.changes
            passed += read.passed_over
            for at, paragraph in enumerate(self.story.paragraphs):
                if paragraph.cell and paragraph.cell[0] == table.number:
                    found[at] = stands[table.lines.index(paragraph.cell[1])]
        placed = self._placed(SubmittedText(submitted), found, self.story)
        margin = (replace(one, whom=whom) for one in placed)
        return Review(
            remarks=(*remarks, *margin), changes=tuple(changes), passed_over=tuple(passed)
        )

    def _around(self, submitted: Protocol, forms: Sequence[_Table], whom: str) -> Iterator[Remark]:
        """Yield what somebody wrote around a form, where no row says a place."""
        inside = {table.number for table in forms}
        for at, paragraph in enumerate(self.story.paragraphs):
            words = paragraph.new.strip()
            is_in_form = paragraph.cell is not None and paragraph.cell[0] in inside
            if not is_in_form and words != whom and not is_around_form(words, submitted):
                name, file = f"p{at + 1}", self.file
                yield Remark(id=name, author=whom, whom=whom, date="", text=words, file=file)


def review_of_lines(
    lines: Sequence[str], file: str, submitted: Protocol, sent: SentText | None
) -> Review:
    """Return what changed in a text that was copied into a file of plain lines."""
    story = Story(paragraphs=[StoryParagraph(old=one, new=one) for one in lines])
    found = StoryReview(story=story, remarks=(), running=(), file=file)
    return found.text(submitted, sent or SentText(protocol=submitted), None)


def _sender(tables: Iterable[_Table]) -> str:
    """Return on whose behalf a whole form is filled in, as a row above it says, "" for nobody."""
    rows = (row for table in tables for row in table.rows if len(row) == 2)
    said = (row[1].text for row in rows if column_of(row[0].before) is Column.WHOM)
    return next(filter(None, said), "")


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
