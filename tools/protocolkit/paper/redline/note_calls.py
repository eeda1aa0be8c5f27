"""Marks of notes that both versions have: when one mark can call a note for both.

Word has a note once, under one call. A mark is kept when it calls, or refers to, the same note in
either version; else the old mark goes and the new one comes, each with its note. When a note only
got another label, its label goes and comes and its call stays.
"""

from __future__ import annotations

from dataclasses import dataclass

from protocolkit.changes.spelling import MARK, cut, spelled
from protocolkit.document.richtext import RichText
from protocolkit.paper.docx.notes import Notes


@dataclass(frozen=True, slots=True)
class NoteCalls:
    """The notes of two versions in one file; ``pairs`` are the labels of those that are the same.

    Word counts the notes of both versions, or of neither.
    """

    old: Notes
    new: Notes
    pairs: frozenset[tuple[str, str]]

    def __post_init__(self) -> None:
        if not (self.old.is_counted and self.new.is_counted):
            self.old.print_labels()
            self.new.print_labels()

    def is_one_call(self, old: str, new: str) -> bool:
        """Tell whether the next mark can call a note for both versions, by its labels."""
        return self.old.is_call(old) and self.new.is_call(new) and (old, new) in self.pairs

    def prints_alike(self, old: str, new: str) -> bool:
        """Tell whether a note of both versions needs no word for its label to be right in both."""
        return self.old.is_counted or old == new

    def is_one_reference(self, old: str, new: str, *, in_note: bool) -> bool:
        """Tell whether the next mark refers to one note in both versions, or to none in either."""
        if old != new or self.old.has(old) != self.new.has(new):
            return False
        if not self.old.has(old):
            return True
        is_called = not (self.old.is_call(old) or self.new.is_call(new))
        return (in_note or is_called) and self.is_shared(old, new)

    def is_shared(self, old: str, new: str) -> bool:
        """Tell whether one note of the file is that of both versions."""
        return self.old.id_of(old) == self.new.id_of(new)


def between_marks(rich: RichText) -> list[RichText]:
    """Return rich text in parts: each mark of a note by itself, and what stands between them."""
    text = spelled(rich)
    if MARK not in text:
        return [cut(rich, 0, len(text))] if text else []
    ends = sorted({at + step for at, sign in enumerate(text) if sign == MARK for step in (0, 1)})
    return [
        cut(rich, begin, end)
        for begin, end in zip((0, *ends), (*ends, len(text)), strict=True)
        if begin < end
    ]
