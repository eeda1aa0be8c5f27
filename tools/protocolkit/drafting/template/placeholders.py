"""A board's words with placeholders where it names itself, a system, an address or a function.

Whatever a placeholder replaces is kept beside it, so that no word is lost: with every ``words``
back in place, the text is the source again.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from protocolkit.document.model import Block, Footnote
from protocolkit.document.richtext import (
    Emphasis,
    HardBreak,
    Inline,
    Link,
    NoteMark,
    RichText,
    Text,
    plain,
)
from protocolkit.document.tree import map_texts
from protocolkit.drafting.template.blanks import Find
from protocolkit.drafting.template.one_board import Blank
from protocolkit.drafting.template.values import Placeholder, PlaceholderKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Filled:
    """Blocks with their placeholders in reading order; of a table the header comes first."""

    blocks: tuple[Block, ...]
    placeholders: tuple[Placeholder, ...]


def fill(blocks: Sequence[Block], find: Find) -> Filled:
    """Put placeholders into blocks; links that lead into the board's own document become words."""
    noted: list[Placeholder] = []
    # an anchor of a point names the place in the board's own document
    made = map_texts(
        blocks, lambda rich: _rich(rich, find, noted), lambda point: replace(point, anchor="")
    )
    return Filled(blocks=made, placeholders=tuple(noted))


def fill_notes(
    notes: Sequence[Footnote], find: Find
) -> tuple[tuple[Footnote, ...], tuple[Placeholder, ...]]:
    """Put placeholders into footnotes; return them with theirs."""
    filled = [fill(note.blocks, find) for note in notes]
    made = tuple(
        replace(note, blocks=done.blocks) for note, done in zip(notes, filled, strict=True)
    )
    return made, tuple(placeholder for done in filled for placeholder in done.placeholders)


def fill_text(text: str, find: Find) -> str:
    """Return plain words with placeholders."""
    made, at = "", 0
    for begin, end, placeholder in find(text):
        made += text[at:begin] + placeholder.printed
        at = end
    return made + text[at:]


def restored(text: str, placeholders: Iterable[Placeholder]) -> str:
    """Return a text with the words of its placeholders back in place, in order."""
    made, rest = "", text
    for placeholder in placeholders:
        before, printed, rest = rest.partition(placeholder.printed)
        made += before + (placeholder.words if printed else "")
    return made + rest


def _rich(rich: RichText, find: Find, noted: list[Placeholder]) -> RichText:
    blanks = find(plain(rich))
    noted += [placeholder for _, _, placeholder in blanks]
    return _joined(_Replacing(blanks).rich(rich))


class _Replacing:
    """Walks rich text with the place of each character, and puts placeholders where they belong."""

    def __init__(self, blanks: Sequence[Blank]) -> None:
        self._blanks = blanks
        self._at = 0

    def rich(self, rich: RichText) -> RichText:
        """Return the rich text from here on with placeholders."""
        return tuple(made for inline in rich for made in self._inline(inline))

    def _inline(self, inline: Inline) -> Iterator[Inline]:
        if isinstance(inline, Text):
            if text := self._text(inline.text):
                yield Text(text)
        elif isinstance(inline, HardBreak):
            is_inside = any(begin < self._at < end - 1 for begin, end, _ in self._blanks)
            self._at += 1
            if not is_inside:
                yield inline
        elif isinstance(inline, NoteMark):
            yield inline
        else:
            begin = self._at
            content = self.rich(inline.content)
            is_own = any(
                begin < stop and start < self._at and placeholder.kind is PlaceholderKind.ADDRESS
                for start, stop, placeholder in self._blanks
            )
            if not content:
                return
            if isinstance(inline, Link) and (is_own or not _leads_outside(inline.target)):
                yield from content
            else:
                yield replace(inline, content=content)

    def _text(self, text: str) -> str:
        first, last = self._at, self._at + len(text)
        self._at = last
        made, at = "", first
        for begin, end, placeholder in self._blanks:
            if end <= first or begin >= last:
                continue
            made += text[at - first : max(begin - first, at - first)]
            if begin >= first:
                made += placeholder.printed
            at = min(end, last)
        return made + text[at - first :]


def _leads_outside(target: str) -> bool:
    return bool(re.match(r"(?i)https?://|tel:", target))


def _joined(rich: RichText) -> RichText:
    """Return rich text in which no two runs of plain words stand side by side."""
    made: list[Inline] = []
    for inline in rich:
        last = made[-1] if made else None
        if isinstance(inline, Emphasis | Link):
            made.append(replace(inline, content=_joined(inline.content)))
        elif isinstance(inline, Text) and isinstance(last, Text):
            made[-1] = Text(last.text + inline.text)
        else:
            made.append(inline)
    return tuple(made)
