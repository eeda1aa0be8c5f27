"""A returned text whose paragraphs have their clauses: what every reading of its changes asks."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property

from protocolkit.changes.protocol_items import items_of
from protocolkit.document.model import Protocol
from protocolkit.document.outline import clause_text, clauses, labels
from protocolkit.document.richtext import HardBreak, NoteMark, RichText, Text, note_labels, walk
from protocolkit.reading.words_left_out import LeftOutReason
from protocolkit.review.note_signs import with_signs
from protocolkit.review.part_of_text import never_in_it
from protocolkit.review.placing import Stand, SubmittedText
from protocolkit.review.remarks import PassedOver, TextPart, is_more_than_number
from protocolkit.review.word_story import Story, StoryParagraph, Tracked
from protocolkit.text.label_form import without_labels
from protocolkit.text.words import tokens


@dataclass(frozen=True, kw_only=True)
class PlacedStory:
    """The paragraphs of a file beside the text that was submitted.

    ``has_record`` says that the file carries our record, so that it was the whole text once;
    ``is_copied`` that it was copied into a new file, in which notes are left behind; ``is_part``
    that it surely has a few clauses alone; ``is_as_read`` that these are the paragraphs of the
    file as any program reads them. ``front`` are the letters of the lines before the text.
    """

    submitted: Protocol
    story: Story
    file: str
    has_record: bool = False
    is_copied: bool = False
    is_as_read: bool = True
    is_part: bool = False
    front: frozenset[str] = frozenset()

    @cached_property
    def text(self) -> SubmittedText:
        """The submitted text, as paragraphs are known by it."""
        return SubmittedText(self.submitted)

    @cached_property
    def found(self) -> tuple[Stand, ...]:
        """Where each paragraph stands."""
        return tuple(self.text.places(self.story.paragraphs, self.front))

    @property
    def has_marked_copy(self) -> bool:
        """Whether the bookmark of a clause stands at a copy of it, so that a program is misled."""
        held = zip(self.story.paragraphs, self.found, strict=True)
        return any(
            self.text.bookmarks.get(name.casefold()) == stand.copy_of
            for paragraph, stand in held
            for name in (paragraph.bookmarks if stand.copy_of else ())
        )

    @cached_property
    def lines(self) -> Mapping[str, list[str]]:
        """What stands at each clause that the file has, paragraph by paragraph."""
        return self._held(shown_words)

    @cached_property
    def signed(self) -> Mapping[str, list[str]]:
        """The same, with a sign where each note is called."""
        return self._held(_signed_words)

    def _held(self, words: Callable[[StoryParagraph], str]) -> Mapping[str, list[str]]:
        held: dict[str, list[str]] = defaultdict(list)
        for at, (paragraph, stand) in enumerate(
            zip(self.story.paragraphs, self.found, strict=True)
        ):
            if at in self.behind:
                said = held[self.behind[at]]
                said[-1] = f"{said[-1]} {words(paragraph)}"
            elif stand.anchor:
                held[stand.anchor].append(words(paragraph))
        found = {anchor: [line for line in lines if line] for anchor, lines in held.items()}
        return found | {anchor: found[anchor][:1] for anchor in self._said_again(found)}

    def _said_again(self, lines: Mapping[str, list[str]]) -> list[str]:
        """Return the notes whose words stand in others too.

        LibreOffice gives every note of some Word files the words of the first one.
        """
        notes = (note.anchor for note in self.submitted.notes)
        own = {anchor: lines.get(anchor, []) for anchor in notes}
        return [anchor for anchor, said in own.items() if len(said) > len(set(said)) == 1]

    @cached_property
    def behind(self) -> Mapping[int, str]:
        """The paragraphs that go on behind the words of another clause, and which one that is.

        The end of the paragraph before them was taken away, with tracking.
        """
        found: dict[int, str] = {}
        first, goes_on = "", False
        for at, (paragraph, stand) in enumerate(
            zip(self.story.paragraphs, self.found, strict=True)
        ):
            first = first if goes_on else ""
            if is_more_than_number(shown_words(paragraph)):
                if first and stand.anchor not in ("", first):
                    found[at] = first
                first = first or stand.anchor
            goes_on = paragraph.goes_on
        return found

    @cached_property
    def joined(self) -> Mapping[str, str]:
        """For each clause that stands in the paragraph of another one alone, that other one."""
        into = {
            self.found[at].anchor: first
            for at, first in self.behind.items()
            if not self.lines.get(self.found[at].anchor)
        }
        lacking = self.text.lacking(self.story.paragraphs, self.found)
        for paragraph, stand in zip(self.story.paragraphs, self.found, strict=True):
            if stand.anchor and paragraph.new.strip():
                for anchor in self.text.joined(stand, paragraph.new, lacking):
                    if anchor and anchor != stand.anchor:
                        into[anchor] = stand.anchor
        return into

    @cached_property
    def never_in_it(self) -> frozenset[str]:
        """The clauses, headings and notes that the file never had."""
        words = "\n".join(paragraph.new for paragraph in self.story.paragraphs)
        held = frozenset((*self.lines, *self.joined)) | {s.anchor for s in self.found if s.anchor}
        first = next((at for at, stand in enumerate(self.found) if stand.anchor), 0)
        before = any(paragraph.new.strip() for paragraph in self.story.paragraphs[:first])
        never = never_in_it(
            self.submitted,
            held,
            words,
            has_record=self.has_record,
            is_from_text=self.is_copied and not before,
        )
        if self.is_part:
            every = (item.anchor for item in items_of(self.submitted) if item.anchor)
            never = frozenset(every) - held
        # of what was copied a program keeps no note that was left behind
        return (never - held if self.is_copied else never) | self.lost_notes

    @cached_property
    def lost_notes(self) -> frozenset[str]:
        """The notes that lack where a note is empty, or has the words of another one.

        Who takes a note away takes its mark away; an empty one LibreOffice leaves.
        """
        notes = frozenset(note.anchor for note in self.submitted.notes)
        own = (one for one in self.story.paragraphs if one.is_note and not one.tracked)
        said = [" ".join(without_labels(one.old).split()) for one in own]
        is_damaged = "" in said or len(said) > len(set(said))
        is_left = self.is_copied and not notes & self.lines.keys()
        lacking = notes - self.lines.keys() if is_damaged or is_left else frozenset()
        return lacking | self._with_words_of_others

    @property
    def _with_words_of_others(self) -> frozenset[str]:
        """The notes that have the very words of another one, as after a call that went."""
        words = {note.anchor: tokens(clause_text(note)) for note in self.submitted.notes}
        says = {anchor: tokens("\n".join(self.lines.get(anchor, ()))) for anchor in words}
        return frozenset(
            anchor
            for anchor, said in says.items()
            if said and said != words[anchor] and said in words.values()
        )

    def pasted(self, rich: RichText) -> RichText:
        """Return a text as it is when it was pasted as plain words: notes are their marks."""
        marks = {note.label for note in self.submitted.notes}
        return tuple(
            Text(one.label if one.label in marks else "") if isinstance(one, NoteMark) else one
            for one in walk(rich)
            if isinstance(one, Text | NoteMark | HardBreak)
        )

    @property
    def empty_notes(self) -> tuple[PassedOver, ...]:
        """The lost notes, to be told: nobody knows whether a program or a person emptied them.

        Of a copy those that a clause calls which was copied.
        """
        cited = labels(self.submitted)
        held = (item for item in items_of(self.submitted) if self.lines.get(item.anchor))
        called = {one for item in held for unit in item.units for one in note_labels(unit.text)}
        return tuple(
            PassedOver(
                words=clause_text(note),
                reason=LeftOutReason.NOTE_BEHIND if self.is_copied else LeftOutReason.EMPTY_NOTE,
                place=cited[note.anchor],
                file=self.file,
            )
            for note in self.submitted.notes
            if note.anchor in self.lost_notes and (not self.is_copied or note.label in called)
        )

    @cached_property
    def tracked(self) -> Mapping[str, list[Tracked]]:
        """Who changed each clause with tracking on, each person once, and when first."""
        known: dict[str, list[Tracked]] = defaultdict(list)
        for paragraph, stand in zip(self.story.paragraphs, self.found, strict=True):
            for one in paragraph.tracked if stand.anchor else ():
                if one.author not in (other.author for other in known[stand.anchor]):
                    known[stand.anchor].append(one)
        return known

    @property
    def parts(self) -> tuple[TextPart, ...]:
        """How much of the text it holds, when that is a part."""
        every = [clause.anchor for clause in clauses(self.submitted)]
        lacking = sum(anchor in self.never_in_it for anchor in every)
        held = len(every) - lacking
        return (TextPart(held=held, count=len(every), file=self.file),) if lacking else ()


def shown_words(paragraph: StoryParagraph) -> str:
    """Return what a paragraph says as it stands, without the labels that we print."""
    return " ".join(without_labels(paragraph.new).split())


def _signed_words(paragraph: StoryParagraph) -> str:
    """Return what a paragraph says as it stands, with a sign for the mark of each note."""
    return " ".join(without_labels(with_signs(paragraph.new, paragraph.calls)).split())
