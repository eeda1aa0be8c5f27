"""Footnotes of several boards in one document: each gets a number of its own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from protocolkit.document.model import Block, Footnote
from protocolkit.document.richtext import Emphasis, Inline, Link, NoteMark, RichText
from protocolkit.document.tree import map_texts
from protocolkit.drafting.template.values import Choice


class NoteNumbers:
    """Hands out numbers in the order of printing; ``printed`` are the notes so far."""

    def __init__(self) -> None:
        self._printed: list[Footnote] = []
        self._numbers: dict[tuple[str, str], str] = {}

    @property
    def printed(self) -> tuple[Footnote, ...]:
        """The notes that were called, in order."""
        return tuple(self._printed)

    def numbered(self, choice: Choice) -> tuple[Block, ...]:
        """Return a choice's blocks with its marks renumbered, and take its notes along."""
        board = choice.origin.organisation
        labels: dict[str, str] = {}
        new = []
        for note in choice.notes:
            key = board, note.label
            if key not in self._numbers:
                self._numbers[key] = str(len(self._numbers) + 1)
                new.append(note)
            labels[note.label] = self._numbers[key]
        for note in new:
            blocks = relabelled(note.blocks, labels)
            self._printed.append(replace(note, label=labels[note.label], blocks=blocks))
        return relabelled(choice.blocks, labels)


def relabelled(blocks: Sequence[Block], labels: Mapping[str, str]) -> tuple[Block, ...]:
    """Return blocks in which each mark has a new label; a mark without a note is left out."""
    return map_texts(blocks, lambda rich: _rich(rich, labels))


def _rich(rich: RichText, labels: Mapping[str, str]) -> RichText:
    return tuple(
        _inline(inline, labels)
        for inline in rich
        if not isinstance(inline, NoteMark) or inline.label in labels
    )


def _inline(inline: Inline, labels: Mapping[str, str]) -> Inline:
    if isinstance(inline, NoteMark):
        return NoteMark(labels[inline.label])
    if isinstance(inline, Emphasis | Link):
        return replace(inline, content=_rich(inline.content, labels))
    return inline
