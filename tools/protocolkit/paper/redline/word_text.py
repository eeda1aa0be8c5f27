"""The text of a Word redline: its passages, by our writer, with tracked changes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from docx.oxml.ns import qn

from protocolkit.changes.spelling import MARK, spelled
from protocolkit.document.model import Footnote
from protocolkit.paper.docx.body import TITLE, line_setting, marker_runs, marker_text
from protocolkit.paper.docx.clause_labels import with_label
from protocolkit.paper.docx.elements import Element, Setting, element, paragraph, tab
from protocolkit.paper.docx.tables import AFTER_TABLE
from protocolkit.paper.docx.text_runs import Story
from protocolkit.paper.redline.label_runs import (
    Label,
    label_apart,
    label_at,
    label_beside,
    same_words,
    words_run,
)
from protocolkit.paper.redline.note_calls import NoteCalls
from protocolkit.paper.redline.paragraphs import AnySlot, Slot, TableSlot, settle_ends
from protocolkit.paper.redline.passages import AnyPassage, Passage, State, TablePassage
from protocolkit.paper.redline.tracked import Tracker
from protocolkit.paper.redline.tracked_table import tracked_table
from protocolkit.paper.redline.tracked_words import TrackedWords
from protocolkit.paper.shared.lines import AnyLine, Line, LineKind

Remark = Callable[[Element, AnyPassage, Tracker], None]
"""Puts a comment on the first paragraph of a passage, where there is something to say of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One version in the file: its story, and how its clauses and points are cited, by anchor."""

    story: Story
    labels: Mapping[str, str]

    def label_of(self, line: AnyLine | None) -> str:
        """Return the label at a line: that of the innermost of what begins there."""
        return self.labels.get(line.anchors[-1], "") if line and line.anchors else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RedlineText:
    """Writes passages of two versions, ``old`` and ``new``.

    ``width`` is the text's, in twips, ``size`` that of its letters, in half points. ``old_note``
    and ``new_note`` are the note whose words are written, if any; one that is old or new as a whole
    comes and goes with its call: its own mark and its last end are not tracked.
    """

    old: Side
    new: Side
    calls: NoteCalls
    tracker: Tracker
    width: int
    size: str
    remark: Remark
    old_note: Footnote | None = None
    new_note: Footnote | None = None

    def elements(
        self, passages: Iterable[AnyPassage], closing: Slot | None = None
    ) -> Iterator[Element]:
        """Yield the paragraphs and tables of passages, and of what stands after the last words."""
        slots = [slot for passage in passages for slot in self._slots(passage)]
        slots += [closing] if closing else []
        if self._is_whole_note and isinstance(last := slots[-1], Slot):
            slots[-1] = replace(last, end=State.KEPT)
        for slot in settle_ends(slots):
            yield self._table(slot.passage) if isinstance(slot, TableSlot) else self._made(slot)

    def relabel(self, made: list[Element], old: str, new: str) -> None:
        """Say in a call that a note had another label before."""
        self._words.relabel(made, old, new)

    @property
    def _words(self) -> TrackedWords:
        return TrackedWords(
            old=self.old.story, new=self.new.story, calls=self.calls, tracker=self.tracker
        )

    @property
    def _is_whole_note(self) -> bool:
        return (self.old_note is None) != (self.new_note is None)

    def _slots(self, passage: AnyPassage) -> Iterator[AnySlot]:
        before, now = self._labels(passage)
        if before.above or now.above:
            yield from label_apart(before.above, now.above, passage, self.tracker)
        if isinstance(passage, TablePassage):
            yield TableSlot(passage=passage)
            yield Slot(end=passage.state, now=AFTER_TABLE, before=AFTER_TABLE)
            return
        new = self._setting(passage.new, self.new) if passage.new else None
        old = self._setting(passage.old, self.old) if passage.old else None
        either = new or old
        assert either is not None
        is_whole = passage.state is not State.KEPT
        yield Slot(
            end=passage.end,
            now=new or either,
            before=old or either,
            write=lambda: self._content(passage, before.beside, now.beside),
            mark=lambda made: self._mark(made, passage),
            calls_note=is_whole and any(MARK in spelled(one.shown) for one in passage.stretches),
            is_whole=is_whole,
        )

    def _setting(self, line: Line, side: Side) -> Setting:
        """Return how a line is set; in parts, the last of them is set as the whole."""
        if line.kind is LineKind.TITLE:
            return TITLE
        found = line_setting(line, side.story)
        has_label = label_at(side.label_of(line), is_table=False).beside
        return with_label(found, side.story.lefts) if has_label else found

    def _labels(self, passage: AnyPassage) -> tuple[Label, Label]:
        """Return the labels of the old and of the new version where their lines begin."""
        old: AnyLine | None = passage.old
        new: AnyLine | None = passage.new
        if isinstance(passage, Passage):
            old = old if passage.begins_old else None
            new = new if passage.begins_new else None
        is_table = isinstance(passage, TablePassage)
        labels = self.old.label_of(old), self.new.label_of(new)
        return label_at(labels[0], is_table=is_table), label_at(labels[1], is_table=is_table)

    def _made(self, slot: Slot) -> Element:
        made = paragraph(slot.now, slot.write())
        if slot.now == AFTER_TABLE != slot.before:
            # words that went from where only white space stays would be as small as that
            _enlarge(made, self.size)
        self.tracker.end(made, slot.end)
        self.tracker.setting(made, slot.now, slot.before)
        slot.mark(made)
        return made

    def _table(self, passage: TablePassage) -> Element:
        table = tracked_table(passage, self._words, self.width)
        self._mark(table.new, passage, table.old)
        return table.made

    def _mark(self, made: Element, passage: AnyPassage, old_made: Element | None = None) -> None:
        """Put bookmarks around a paragraph, a comment, and where a move begins and ends.

        ``old_made`` is the paragraph where the old version's bookmarks go, when that is another.
        """
        self.remark(made, passage, self.tracker)
        old, new = passage.old, passage.new
        if isinstance(passage, Passage):
            if passage.move:
                self.tracker.move(made, passage.state, passage.move)
            old = old if passage.begins_old else None
            new = new if passage.begins_new else None
        for anchor in reversed(new.anchors if new else ()):
            self.new.story.bookmarks.wrap(made, anchor)
        # where both versions have an anchor, links of the old one lead to the new one's
        if old and not (passage.new and passage.new.anchors):
            for anchor in reversed(old.anchors):
                bookmarks = self.old.story.bookmarks
                bookmarks.wrap(made if old_made is None else old_made, anchor)

    def _content(self, passage: Passage, before: str, now: str) -> list[Element]:
        made = label_beside(before, now, passage.state, self.tracker)
        made += self._lead(passage) + self._words.stretches(passage.stretches)
        return made

    def _lead(self, passage: Passage) -> list[Element]:
        """Return the markers before the words; the tab after both of them stays."""
        old = passage.old if passage.begins_old else None
        new = passage.new if passage.begins_new else None
        if LineKind.NOTE in {line.kind for line in (old, new) if line}:
            return self._note_lead(old, new)
        before = old.marker if old else ""
        after = new.marker if new else ""
        if passage.move and passage.moved:
            before, after = (passage.line.marker, passage.moved.marker)[:: 1 if old else -1]
            return self._moved_lead(passage, before, after)
        if not (before and after):
            return self.tracker.replaced(marker_runs(before), marker_runs(after))
        same, before, after = same_words(marker_text(before), marker_text(after))
        return [*same, *self.tracker.replaced(words_run(before), words_run(after)), tab()]

    def _moved_lead(self, passage: Passage, before: str, after: str) -> list[Element]:
        """Return the marker of one place of a move: what changed in it was removed or added."""
        marker, state = (before, State.REMOVED) if passage.old else (after, State.ADDED)
        if not marker:
            return []
        same, before, after = same_words(marker_text(before), marker_text(after))
        return [
            *self.tracker.runs(same, passage.state),
            *self.tracker.runs(words_run(before if passage.old else after), state),
            *self.tracker.runs([tab()], passage.state),
        ]

    def _note_lead(self, old: Line | None, new: Line | None) -> list[Element]:
        def mark(line: Line | None, note: Footnote | None, side: Side) -> list[Element]:
            is_here = line is not None and line.kind is LineKind.NOTE and note is not None
            return [side.story.notes.own_mark(note), tab()] if is_here and note else []

        before = mark(old, self.old_note, self.old)
        after = mark(new, self.new_note, self.new)
        if self._is_whole_note:
            return before + after
        is_alike = old and new and self.calls.prints_alike(old.marker, new.marker)
        return self.tracker.replaced(before, after, is_equal=bool(is_alike))


def _enlarge(made: Element, size: str) -> None:
    spacing = element("spacing", line=240, lineRule="auto")
    made.find(f"{qn('w:pPr')}/{qn('w:pStyle')}").addnext(spacing)
    for found in made.iter(qn("w:r")):
        properties = found.find(qn("w:rPr"))
        if properties is None:
            properties = element("rPr")
            found.insert(0, properties)
        properties.extend([element("sz", val=size), element("szCs", val=size)])
