"""A ledger applied to the text of its source: what comes out are the words of the protocol."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from protocolkit.reading.ledger import Destination, Ledger, SourceChange, SourceChangeKind
from protocolkit.text.words import tokens


@dataclass(frozen=True, slots=True)
class Replay:
    """A source with its ledger applied: its words, the marks of notes, the addresses of links."""

    words: tuple[str, ...]
    marks: tuple[str, ...]
    addresses: tuple[str, ...]


def replay(text: str, ledger: Ledger) -> Replay:
    """Apply a ledger to its source's text."""
    state = _Replay(text)
    body = state.apply(ledger.changes, 0, len(text))
    marks = [*state.title_marks, *state.marks]
    notes = _in_order(state.notes, marks)
    return Replay(
        words=tokens("\n".join([*state.titles, body, *(note.text for note in notes)])),
        marks=(*marks, *(mark for note in notes for mark in note.marks)),
        addresses=tuple(state.addresses),
    )


@dataclass(frozen=True, slots=True)
class _MovedNote:
    """A note that stood in mid-text: its words, its label where it is printed, the marks in it."""

    text: str
    label: str
    marks: tuple[str, ...]


def _in_order(notes: Sequence[_MovedNote], marks: Sequence[str]) -> tuple[_MovedNote, ...]:
    """Return notes in the order of their first mark, as words.md has them.

    ``marks`` are those of the body. Notes that nothing calls come last.
    """
    by_label = {note.label: note for note in notes if note.label}
    order: dict[str, None] = {}
    pending = list(marks)
    while pending:
        label = pending.pop(0)
        if label in by_label and label not in order:
            order[label] = None
            pending += by_label[label].marks
    called = [by_label[label] for label in order]
    return (*called, *(note for note in notes if not any(note is one for one in called)))


class _Replay:
    """Gathers notes, marks, addresses and what moves before all while spans are replaced."""

    def __init__(self, text: str, *, is_note: bool = False) -> None:
        self._text = text
        self._is_note = is_note
        self.notes: list[_MovedNote] = []
        self.marks: list[str] = []
        self.labels: list[str] = []
        self.addresses: list[str] = []
        self.titles: list[str] = []
        self.title_marks: list[str] = []

    def apply(self, changes: Iterable[SourceChange], begin: int, end: int) -> str:
        """Return the text from ``begin`` to ``end`` with the changes in it applied."""
        inside = sorted(
            (change for change in changes if begin <= change.begin and change.end <= end),
            key=lambda change: (change.begin, -change.end),
        )
        pieces, position = [], begin
        for number, change in enumerate(inside):
            if change.begin < position:
                continue
            pieces.append(self._text[position : change.begin])
            pieces.append(self._replacement(change, _within(change, inside, number + 1)))
            position = change.end
        return "".join([*pieces, self._text[position:end]])

    def _replacement(self, change: SourceChange, inner: Iterable[SourceChange]) -> str:
        if change.kind is SourceChangeKind.MOVED:
            moved = _Replay(self._text, is_note=change.to is not Destination.TITLE)
            text = moved.apply(inner, change.begin, change.end)
            if change.to is Destination.TITLE:
                self.titles.append(text)
                self.title_marks += moved.marks
            elif change.to is Destination.LINKS:
                self.addresses += text.split()
            else:
                label = next(iter(moved.labels), "")
                self.notes.append(_MovedNote(text, label, tuple(moved.marks)))
            return "\n"
        if change.kind is SourceChangeKind.UNGLUED:
            # only the mark that a source begins with has nothing before it; a label never has
            is_call = bool(change.word) or (change.begin == 0 and not self._is_note)
            found = self.marks if is_call else self.labels
            found += change.mark.split()
        return change.word if change.kind is not SourceChangeKind.REMOVED else "\n"


def _within(
    change: SourceChange, ordered: Sequence[SourceChange], first: int
) -> Iterator[SourceChange]:
    """Yield the changes, from the first on, that begin before another ends."""
    for number in range(first, len(ordered)):
        if ordered[number].begin >= change.end:
            return
        yield ordered[number]
