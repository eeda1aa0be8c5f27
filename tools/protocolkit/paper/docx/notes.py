"""Footnotes: their marks in the text, and the part of the file that holds their words.

A note's words stand in ``footnotes.xml`` once, in the order of words.md, its number there being
its id. Word allows no note inside a note, and calls each note once; so a second mark is a
reference to the first, and notes that the text itself never calls are called after its last
words. A note's bookmark stands around its call in the text: LibreOffice loses bookmarks that
stand inside notes.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from docx.oxml.ns import qn

from protocolkit.document.model import Footnote, Protocol
from protocolkit.document.outline import called_notes
from protocolkit.paper.docx.bookmarks import Bookmarks
from protocolkit.paper.docx.elements import (
    MARK,
    Element,
    Setting,
    element,
    field,
    paragraph,
    run,
    text_content,
    text_run,
)

STAYS = "\u2060"
"""A sign without width that words.md counts for nothing; it stands in the run of a note's call.

Its label stands in a run behind it. LibreOffice prints what stands beside a call before the note
as well, where the label stands already, and of a longer one in the text twice. It takes one letter
from the next run too: a label of one has this sign behind it. The standard (17.11.14) only says
that such a call has no number of its own.
"""
CLOSING = Setting(style="NotesWithoutPlace")
"""How the paragraph is set that calls the notes which the text itself never calls."""


class Notes:
    """The notes of one version in a file: their order, their marks, and which marks are placed.

    ``first`` is the id of the first one; those of another version in the same file come before.
    """

    def __init__(self, protocol: Protocol, bookmarks: Bookmarks, first: int = 1) -> None:
        self.ordered = called_notes(protocol)
        self._bookmarks = bookmarks
        labels = [note.label for note in self.ordered]
        self._ids = {label: first + index for index, label in enumerate(labels)}
        # Word counts from 1 in the order of the marks; labels that do so too keep up with edits
        self._is_counted = all(label == str(index) for index, label in enumerate(labels, start=1))
        self._anchors = {note.label: note.anchor for note in self.ordered}
        self._called: dict[str, str] = {}

    def mark(self, label: str, *, inside_note: bool, inside_link: bool) -> list[Element]:
        """Make the mark of a note: the call itself the first time, a reference after that."""
        if label not in self._ids:
            return [text_run(label, MARK)]
        if label not in self._called and not inside_note:
            return self._call(label)
        name = self._called[label]
        if self._is_counted:
            return [field(f"NOTEREF {name} \\f \\h", label, MARK)]
        shown = text_run(label, MARK)
        return [shown if inside_link else element("hyperlink", shown, anchor=name)]

    def id_of(self, label: str) -> int:
        """Return the id of the note with this label in ``footnotes.xml``."""
        return self._ids[label]

    @property
    def is_counted(self) -> bool:
        """Whether Word counts the notes by itself; else each label is printed as it is."""
        return self._is_counted

    def print_labels(self) -> None:
        """Let each label be printed as it is, before any mark is made."""
        self._is_counted = False

    def has(self, label: str) -> bool:
        """Tell whether there is a note with this label."""
        return label in self._ids

    def is_call(self, label: str) -> bool:
        """Tell whether the next mark of a note in the body would be its call."""
        return label in self._ids and label not in self._called

    def uncalled(self) -> list[str]:
        """Return the labels of the notes that nothing called yet."""
        return [note.label for note in self.ordered if note.label not in self._called]

    def share(self, label: str, other: Notes, other_label: str) -> None:
        """Say that a note is called by the mark of ``other_label``, which is placed already."""
        self._ids[label] = other._ids[other_label]
        self._called[label] = other._called[other_label]

    def own_mark(self, note: Footnote) -> Element:
        """Make the mark that stands before a note's words and the tab before these.

        LibreOffice loses that tab behind a mark that Word does not count, and a name may be as wide
        as the tab is far: so a space parts it from the words.
        """
        if self._is_counted:
            return run([element("footnoteRef")], MARK)
        return text_run(f"{note.label} ", MARK)

    def closing_marks(self) -> Iterator[Element]:
        """Yield the paragraph that calls the notes which nothing before it called.

        Asked for after the body and before the notes, so that every note then has its call.
        """
        if rest := self.uncalled():
            marks = [self.closing_mark(label) for label in rest]
            yield paragraph(CLOSING, chain.from_iterable(marks))

    def closing_mark(self, label: str) -> list[Element]:
        """Make the mark of a note that nothing called, as it stands after the last words."""
        return [*self._call(label), text_run(" ", MARK)]

    def _call(self, label: str) -> list[Element]:
        start, end = self._bookmarks.pair(self._anchors[label])
        self._called[label] = start.get(qn("w:name"), "")
        call = element("footnoteReference", id=self._ids[label])
        if self._is_counted:
            return [start, run([call], MARK), end]
        call.set(qn("w:customMarkFollows"), "1")
        return [start, run([call, *text_content(STAYS)], MARK), label_run(label), end]


def label_run(label: str) -> Element:
    """Return the run behind a call that prints its label."""
    return text_run(f"{label}{STAYS}" if len(label) == 1 else label, MARK)
