"""Footnotes, endnotes and comments of a Word file."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from protocolkit.importing.extract.shared.elements import Element
from protocolkit.importing.extract.shared.paragraph import Runs
from protocolkit.importing.extract.word.all_words import all_words
from protocolkit.importing.extract.word.lines import LineMaker
from protocolkit.importing.extract.word.package import W, WordPackage
from protocolkit.importing.extract.word.run_values import Calls, NoteKey
from protocolkit.importing.extract.word.runs import RunReader
from protocolkit.importing.extract.word.sight import Surroundings
from protocolkit.importing.source.lines import SourceBuilder
from protocolkit.reading.words_left_out import LeftOutReason

_KINDS = ("footnote", "endnote")

Pieces = Callable[[Element, Surroundings, RunReader], Iterator[Runs]]


class Notes:
    """The notes of a file; ``calls`` gathers which are called while the text is read."""

    def __init__(self, package: WordPackage, builder: SourceBuilder, lines: LineMaker) -> None:
        self._builder = builder
        self._lines = lines
        self._parts = {kind: package.beside(f"{kind}s") for kind in _KINDS}
        self._roots = {kind: package.part(name) for kind, name in self._parts.items()}
        comments = package.beside("comments")
        self.calls = Calls(comments=_comments(package.part(comments)), comments_part=comments)

    @property
    def parts(self) -> tuple[str, ...]:
        """The parts of the file that are accounted for here."""
        return (*self._parts.values(), self.calls.comments_part)

    def add(
        self, make_reader: Callable[[str], RunReader], pieces: Pieces, page: Surroundings
    ) -> None:
        """Add the notes in the order of their marks, each beginning with its mark.

        ``page`` is what is around them. What no mark calls is left out, and so is a comment that
        stands nowhere.
        """
        readers = {kind: make_reader(name) for kind, name in self._parts.items()}
        found = {kind: self._by_name(kind) for kind in _KINDS}
        if self.calls.labels:
            self._builder.skip()
        for key, label in list(self.calls.labels.items()):
            note = found[key.kind].pop(key.name, None)
            if note is not None:
                self._builder.begin_part(self._parts[key.kind])
                self._add(pieces(note, page, readers[key.kind]), label)
        self._builder.begin_part("")
        for kind, reader in readers.items():
            self._builder.leave_out(reader.flush(), LeftOutReason.FIELD, self._parts[kind])
        for kind, notes in found.items():
            for name, note in notes.items():
                reason = self.calls.gone.get(NoteKey(kind, name), LeftOutReason.NOT_CALLED)
                self._builder.leave_out(all_words(note), reason, self._parts[kind])
        for words in self.calls.comments.values():
            self._builder.leave_out(words, LeftOutReason.COMMENT, self.calls.comments_part)

    def _add(self, texts: Iterator[Runs], label: str) -> None:
        is_first = True
        for runs in texts:
            if is_first or runs.has_words:
                self._lines.emit_note(runs, label, is_first=is_first)
                is_first = False
            else:
                self._lines.leave(runs)

    def _by_name(self, kind: str) -> dict[str, Element]:
        """Return the notes by their name; of two with one name nothing calls the second."""
        found: dict[str, Element] = {}
        for name, note in self._elements(kind):
            if name in found:
                part = self._parts[kind]
                self._builder.leave_out(all_words(note), LeftOutReason.NOT_CALLED, part)
            found.setdefault(name, note)
        return found

    def _elements(self, kind: str) -> Iterator[tuple[str, Element]]:
        """Yield the notes by their name; lines between notes and text are no notes."""
        root = self._roots[kind]
        for note in root.iter(f"{W}{kind}") if root is not None else ():
            if note.get(f"{W}type", "normal") == "normal":
                yield note.get(f"{W}id", ""), note
            else:
                self._builder.leave_out(all_words(note), LeftOutReason.RUNNING, self._parts[kind])


def _comments(root: Element | None) -> dict[str, str]:
    found = root.iter(f"{W}comment") if root is not None else ()
    return {comment.get(f"{W}id", ""): all_words(comment) for comment in found}
