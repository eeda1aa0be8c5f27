"""Writes the text and the notes of a Word redline into a file, from a redline."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.part import Part, XmlPart
from docx.oxml.ns import qn

from protocolkit.base.messages import Translate
from protocolkit.changes.spelling import MARK, spelled
from protocolkit.document.model import Protocol
from protocolkit.document.outline import called_notes
from protocolkit.document.richtext import note_labels
from protocolkit.document.tree import rows_of
from protocolkit.paper.docx.bookmarks import Bookmarks
from protocolkit.paper.docx.clause_labels import printed_labels
from protocolkit.paper.docx.comments import comment_call, comment_element, mark_comment
from protocolkit.paper.docx.elements import Element, element
from protocolkit.paper.docx.notes import CLOSING, Notes
from protocolkit.paper.docx.package import add_part
from protocolkit.paper.docx.protocol_file import ProtocolFile
from protocolkit.paper.redline.make_redline import whole_passages
from protocolkit.paper.redline.marked_words import whole
from protocolkit.paper.redline.move_notes import MoveNotes
from protocolkit.paper.redline.note_calls import NoteCalls
from protocolkit.paper.redline.order import in_order, merged
from protocolkit.paper.redline.paragraphs import Slot
from protocolkit.paper.redline.passages import (
    AnyPassage,
    NotePassages,
    Passage,
    Redline,
    State,
)
from protocolkit.paper.redline.signature import Signature
from protocolkit.paper.redline.tracked import Tracker
from protocolkit.paper.redline.word_text import RedlineText, Side
from protocolkit.paper.shared.lines import AnyLine, Line, TableLine, note_lines, protocol_lines

_USUAL_SIZE = "20"


class RedlineWriter:
    """Writes the text and the notes of one redline into a file."""

    def __init__(
        self,
        file: ProtocolFile,
        redline: Redline,
        signature: Signature,
        translate: Translate,
    ) -> None:
        self._file, self._redline, self._translate = file, redline, translate
        self._signature = signature
        old, new = redline.changes.old.protocol, redline.changes.new.protocol
        story = file.story
        bookmarks = Bookmarks(old, beside=story.bookmarks)
        _share_names(redline.passages, bookmarks, story.bookmarks)
        notes = Notes(old, bookmarks, first=len(story.notes.ordered) + 1)
        self._old = Side(
            story=replace(story, bookmarks=bookmarks, notes=notes),
            labels=printed_labels(old),
        )
        self._new = Side(
            story=story,
            labels=printed_labels(new),
        )
        pairs = (
            (note.old.label, note.new.label) for note in redline.notes if note.old and note.new
        )
        self._calls = NoteCalls(old=notes, new=story.notes, pairs=frozenset(pairs))
        self._remarks = MoveNotes(translate)
        self._comments = element("comments")

    def body(self) -> Iterator[Element]:
        """Yield what stands after the cover, in reading order."""
        text = self._text(self._old, self._new, self._file.document.part)
        yield from text.elements(self._redline.passages, self._closing(text))

    def notes(self, body: Element) -> Element:
        """Add the notes of both versions in the order of their calls; return their part's root.

        LibreOffice finds the note of a call by how far its id is from the first one's.
        """
        root, inside = self._file.notes_part()
        part = next(
            rel.target_part
            for rel in self._file.document.part.rels.values()
            if not rel.is_external and rel.target_part.partname == "/word/footnotes.xml"
        )
        old = replace(
            self._old, story=replace(self._old.story, relate=inside.relate, is_notes=True)
        )
        text = self._text(old, replace(self._new, story=inside), part)
        for note in self._redline.notes:
            for found in self._as_called(note):
                writer = replace(text, old_note=found.old, new_note=found.new)
                if found.new is None and found.passages[0].state is State.KEPT:
                    writer = replace(text, new=old, old_note=found.old, new_note=found.old)
                side, called = (
                    (self._calls.new, found.new) if found.new else (self._calls.old, found.old)
                )
                assert called is not None
                made = writer.elements(found.passages)
                root.append(element("footnote", *made, id=side.id_of(called.label)))
        _order_as_called(root, body)
        return root

    def add_comments(self) -> None:
        """Add the comments on what moved, where there are any."""
        if len(self._comments):
            add_part(self._file.document, "comments", self._comments)

    def _text(self, old: Side, new: Side, part: Part) -> RedlineText:
        return RedlineText(
            old=old,
            new=new,
            calls=self._calls,
            tracker=Tracker(
                author=self._signature.author,
                day=self._signature.day,
                next_id=self._file.story.bookmarks.next_id,
                address_of=lambda name: part.rels[name].target_ref,
            ),
            width=self._file.width,
            size=_text_size(self._file),
            remark=self._remark,
        )

    def _as_called(self, note: NotePassages) -> Iterator[NotePassages]:
        """Yield a note as it is called: once for both versions, or each with its own mark.

        Of one that is called elsewhere now, the old note goes with its call and comes back with
        it, unmarked; what changed in its words is told in the new one.
        """
        old, new = note.old, note.new
        if old and new and not self._calls.is_shared(old.label, new.label):
            if all(map(_is_line_of_both, note.passages)):
                yield NotePassages(old=None, new=new, passages=note.passages)
                yield NotePassages(old=old, new=None, passages=tuple(_kept(note_lines(old))))
                return
            for one, other, lines in ((None, new, new), (old, None, old)):
                state = State.ADDED if other else State.REMOVED
                passages = whole_passages(note_lines(lines), state)
                yield NotePassages(old=one, new=other, passages=passages)
        else:
            yield note

    def _closing(self, text: RedlineText) -> Slot | None:
        """Return the paragraph that calls the notes which the text itself never calls."""
        old, new = (
            _uncalled(version.protocol)
            for version in (self._redline.changes.old, self._redline.changes.new)
        )
        if not old and not new:
            return None
        links = [
            (old.index(one), new.index(other))
            for one, other in self._calls.pairs
            if one in old and other in new
        ]
        state = State.KEPT if old and new else State.REMOVED if old else State.ADDED

        def write() -> list[Element]:
            made: list[Element] = []
            for one, other in merged(in_order(links), len(old), len(new)):
                if one is None and other is not None:
                    made += text.tracker.runs(self._calls.new.closing_mark(new[other]), State.ADDED)
                elif one is not None and other is None:
                    made += text.tracker.runs(self._calls.old.closing_mark(old[one]), State.REMOVED)
                elif one is not None and other is not None:
                    call = self._calls.new.closing_mark(new[other])
                    self._calls.old.share(old[one], self._calls.new, new[other])
                    text.relabel(call, old[one], new[other])
                    made += call
            return made

        return Slot(end=state, now=CLOSING, before=CLOSING, write=write)

    def _remark(self, made: Element, passage: AnyPassage, tracker: Tracker) -> None:
        said = self._remarks.of(passage)
        if not said:
            return
        number = tracker.next_id()
        comment = comment_element(self._signature.author, said, number)
        if self._signature.day:
            comment.set(qn("w:date"), f"{self._signature.day}T00:00:00Z")
        self._comments.append(comment)
        state = State.REMOVED if passage.state.goes else State.ADDED
        if passage.state is State.KEPT:
            state = State.KEPT
        (call,) = tracker.runs([comment_call(number)], state)
        mark_comment(made, number, call)


def _is_line_of_both(passage: AnyPassage) -> bool:
    """Tell whether a line of a note answers one line, and refers to no note."""
    return (
        isinstance(passage, Passage)
        and passage.state is passage.end is State.KEPT
        and passage.begins_old
        and passage.begins_new
        and not any(MARK in spelled(one.old + one.new) for one in passage.stretches)
    )


def _kept(lines: Iterable[AnyLine]) -> Iterator[AnyPassage]:
    """Yield lines as passages in which nothing changed."""
    for line in lines:
        assert isinstance(line, Line)
        yield Passage(old=line, new=line, stretches=whole(line.text, line.text))


def _order_as_called(root: Element, body: Element) -> None:
    """Put the notes of a part in the order in which a text calls them, and count them so."""
    notes = {note.get(qn("w:id")): note for note in root if note.get(qn("w:type")) is None}
    for number, call in enumerate(body.iter(qn("w:footnoteReference")), start=1):
        note = notes[call.get(qn("w:id"))]
        root.append(note)
        for found in (call, note):
            found.set(qn("w:id"), str(number))


def _text_size(file: ProtocolFile) -> str:
    """Return the size of letters that a file has where no style says otherwise, in half points."""
    styles = file.document.part.part_related_by(RELATIONSHIP_TYPE.STYLES)
    assert isinstance(styles, XmlPart)
    sizes = styles.element.xpath("w:docDefaults//w:sz/@w:val")
    return str(sizes[0]) if sizes else _USUAL_SIZE


def _share_names(passages: Iterable[AnyPassage], old: Bookmarks, new: Bookmarks) -> None:
    """Let links of the old version lead to a place that both versions have.

    What was split is led to where it begins.
    """
    for passage in passages:
        if isinstance(passage, Passage) and not passage.begins_old:
            continue
        if passage.old and passage.new and passage.new.anchors:
            anchors = passage.new.anchors
            for at, anchor in enumerate(passage.old.anchors):
                answer = anchors[min(at, len(anchors) - 1)]
                old.names[anchor] = new.names[answer]


def _uncalled(protocol: Protocol) -> list[str]:
    """Return the labels of the notes that the text itself never calls, in their order."""
    called = {label for line in protocol_lines(protocol) for label in _labels_in(line)}
    return [note.label for note in called_notes(protocol) if note.label not in called]


def _labels_in(line: AnyLine) -> Iterator[str]:
    texts = (
        [cell for row in rows_of(line.table) for cell in row]
        if isinstance(line, TableLine)
        else [line.text]
    )
    return (label for rich in texts for label in note_labels(rich))
