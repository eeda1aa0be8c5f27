"""A formulation of a template: its words as they are offered, and as they are written down."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from protocolkit.document.fingerprints import MARK_LENGTH, blocks_fingerprint, has_prefix
from protocolkit.document.model import Block, Footnote, Kind, Paragraph, Point, PointList
from protocolkit.document.outline import blocks_text, clause_text
from protocolkit.document.richtext import Text
from protocolkit.drafting.new.filling import filled
from protocolkit.drafting.template.values import Choice, Placeholder
from protocolkit.text.words import BULLET, fingerprint, tokens


def offered_blocks(choice: Choice) -> tuple[Block, ...]:
    """Return a choice's blocks as they are offered; a bullet comes with what leads it in.

    What explains is one paragraph with it: a list beside rules would need a number.
    """
    if not choice.lead_in:
        return choice.blocks
    words = " ".join(choice.lead_in.split())
    if choice.kind is Kind.EXPLANATION and isinstance(choice.blocks[0], Paragraph):
        return (_led(choice.blocks[0], words), *choice.blocks[1:])
    lead = Paragraph((Text(words),))
    return (lead, PointList((Point(marker=BULLET, blocks=choice.blocks),)))


def _led(paragraph: Paragraph, words: str) -> Paragraph:
    first = paragraph.content[0]
    if isinstance(first, Text):
        return Paragraph((Text(f"{words} {first.text}"), *paragraph.content[1:]))
    return Paragraph((Text(f"{words} "), *paragraph.content))


def offered_text(choice: Choice) -> str:
    """Return the words of a choice as they are offered, placeholders open."""
    return blocks_text(offered_blocks(choice))


def offered_mark(choice: Choice) -> str:
    """Return the beginning of the fingerprint of a choice's words and notes, placeholders open."""
    return blocks_fingerprint(offered_blocks(choice), *choice.notes)[:MARK_LENGTH]


def is_offered_as(choice: Choice, kept: str) -> bool:
    """Tell whether a choice still has the mark that was kept, by today's rule or an old one."""
    if has_prefix(kept):
        return offered_mark(choice) == kept
    words = [offered_text(choice), *map(clause_text, choice.notes)]
    return bool(kept) and fingerprint(tokens("\n".join(words))).startswith(kept)


class NoteBook:
    """Numbers the notes that formulations bring along; a note of one source comes once."""

    def __init__(self, taken: Iterable[str] = ()) -> None:
        self._taken = {label for label in taken if label.isdigit()}
        self._labels: dict[tuple[str, str], str] = {}

    def labels(self, choice: Choice) -> tuple[dict[str, str], list[Footnote]]:
        """Return the new label of each of a choice's notes, and the notes that are new here."""
        labels, fresh = {}, []
        for note in choice.notes:
            key = choice.origin.organisation, note.label
            if key not in self._labels:
                self._labels[key] = self._next()
                fresh.append(note)
            labels[note.label] = self._labels[key]
        return labels, fresh

    def _next(self) -> str:
        count = len(self._taken) + 1
        while str(count) in self._taken:
            count += 1
        self._taken.add(str(count))
        return str(count)


def written_clause(
    choice: Choice, values: Mapping[str, str], book: NoteBook
) -> tuple[tuple[Block, ...], tuple[Footnote, ...]]:
    """Return a choice's blocks with values filled in, and the notes that are new with it."""
    labels, fresh = book.labels(choice)

    def value_of(placeholder: Placeholder) -> str:
        return values.get(placeholder.key, "")

    blocks = filled(offered_blocks(choice), choice.placeholders, value_of, labels)
    notes = tuple(
        Footnote(
            label=labels[note.label],
            blocks=filled(note.blocks, choice.placeholders, value_of, labels),
        )
        for note in fresh
    )
    return blocks, notes
