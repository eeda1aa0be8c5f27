"""Spans of the text to rich text: links, notes, emphasis, and nothing that could run."""

from __future__ import annotations

import itertools
import re
from bisect import bisect_left
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from protocolkit.document.richtext import (
    Emphasis,
    HardBreak,
    Inline,
    Link,
    NoteMark,
    RichText,
    Text,
    tidy,
)
from protocolkit.importing.source.lines import Mark, MarkKind
from protocolkit.importing.source.links import is_safe_target
from protocolkit.importing.structure.line_runs import Piece

_BARE = re.compile(
    r"(?P<web>(?<![\w@./-])(?:https?://|www\.)[^\s<>\"„”|\\]+)|"
    r"(?P<mail>(?<![\w.+-])[\w.+-]{1,80}@(?:[\w-]{1,63}\.){1,9}[a-z]{2,63})"
)


@dataclass(frozen=True, slots=True)
class _Run:
    """Characters under the same marks."""

    text: str
    marks: tuple[Mark, ...]


class ContentReader:
    """Makes rich text of spans of one source's text."""

    def __init__(self, text: str, marks: Iterable[Mark]) -> None:
        self._text = text
        self._marks = sorted(marks, key=lambda mark: (mark.begin, -mark.end))
        self._begins = [mark.begin for mark in self._marks]
        ends = (mark.end for mark in self._marks)
        # how far the marks reach that begin no later than each
        self._reach = list(itertools.accumulate(ends, max))

    def rich(self, pieces: Sequence[Piece]) -> RichText:
        """Return the rich text of a block's pieces, spaces folded, none at the ends."""
        runs: list[_Run] = []
        for number, piece in enumerate(pieces):
            runs += self._runs(piece)
            if piece.ends_line and number + 1 < len(pieces):
                around = self._around(piece.end)
                runs.append(_Run("\n" if piece.breaks else " ", around))
        return tidy(_linked(_trimmed(tuple(_inlines(_folded(runs))))))

    def span(self, begin: int, end: int) -> RichText:
        """Return the rich text of one span."""
        return self.rich([Piece(begin, end)])

    def has_note(self, begin: int, end: int) -> bool:
        """Tell whether a span holds the mark of a note."""
        return any(mark.kind is MarkKind.NOTE for mark in self._inside(begin, end))

    def _runs(self, piece: Piece) -> Iterator[_Run]:
        if piece.instead:
            yield _Run(piece.instead, self._around(piece.begin))
            return
        inside = list(self._inside(piece.begin, piece.end))
        edges = {piece.begin, piece.end}
        for mark in inside:
            edges |= {max(mark.begin, piece.begin), min(mark.end, piece.end)}
        waiting, over = deque(inside), list[Mark]()
        for begin, end in itertools.pairwise(sorted(edges)):
            over = [mark for mark in over if mark.end > begin]
            while waiting and waiting[0].begin <= begin:
                over.append(waiting.popleft())
            yield _Run(self._text[begin:end], tuple(over))

    def _inside(self, begin: int, end: int) -> Iterator[Mark]:
        last = bisect_left(self._begins, end)
        first = last
        while first and self._reach[first - 1] > begin:
            first -= 1
        for number in range(first, last):
            if self._marks[number].end > begin:
                yield self._marks[number]

    def _around(self, offset: int) -> tuple[Mark, ...]:
        found = self._inside(offset, offset + 1)
        return tuple(
            mark
            for mark in found
            if mark.begin < offset < mark.end and mark.kind is not MarkKind.NOTE
        )


def _folded(runs: Iterable[_Run]) -> Iterator[_Run]:
    """Fold spaces, also across runs; a break keeps none beside it."""
    after_space = True
    for run in runs:
        if any(mark.kind is MarkKind.NOTE for mark in run.marks):
            yield run
            after_space = False
            continue
        is_break = any(mark.kind is MarkKind.BREAK for mark in run.marks)
        text = "\n" if is_break else re.sub(r"[^\S\n]+", " ", _without_breaks(run.text))
        if after_space:
            text = text.lstrip(" ")
        if text:
            after_space = text[-1] in " \n"
            yield _Run(text, run.marks)


def _without_breaks(text: str) -> str:
    return text if text == "\n" else text.replace("\n", " ").replace("\f", " ")


def _inlines(runs: Iterable[_Run]) -> Iterator[Inline]:
    """Nest runs: a link around bold around italics."""
    waiting = deque(runs)
    while waiting:
        first = waiting[0]
        outer = _outer(first)
        if outer is None:
            yield from _leaf(waiting.popleft())
            continue
        group = []
        while waiting and outer in waiting[0].marks:
            run = waiting.popleft()
            inner = (mark for mark in run.marks if mark.kind is not outer.kind)
            group.append(_Run(run.text, tuple(inner)))
        yield from _wrapped(outer, tidy(_inlines(group)))


def _outer(run: _Run) -> Mark | None:
    for kind in (MarkKind.LINK, MarkKind.STRONG, MarkKind.EMPHASIS):
        for mark in run.marks:
            if mark.kind is kind and not any(m.kind is MarkKind.NOTE for m in run.marks):
                return mark
    return None


def _leaf(run: _Run) -> Iterator[Inline]:
    note = next((mark for mark in run.marks if mark.kind is MarkKind.NOTE), None)
    if note is not None:
        yield NoteMark(note.target)
        return
    for number, line in enumerate(run.text.split("\n")):
        if number:
            yield HardBreak()
        if line:
            yield Text(line)


def _wrapped(mark: Mark, content: RichText) -> Iterator[Inline]:
    """Put content into a link or emphasis; spaces at its ends stay outside."""
    before, content, after = _without_ends(content)
    if before:
        yield Text(before)
    if content and mark.kind is MarkKind.LINK and is_safe_target(mark.target):
        yield Link(target=mark.target, content=content)
    elif content and mark.kind in (MarkKind.STRONG, MarkKind.EMPHASIS) and _is_lettered(content):
        yield Emphasis(content=content, strong=mark.kind is MarkKind.STRONG)
    else:
        yield from content
    if after:
        yield Text(after)


def _without_ends(content: RichText) -> tuple[str, RichText, str]:
    before = after = ""
    pieces = list(content)
    if pieces and isinstance(pieces[0], Text):
        text = pieces[0].text
        before = " " if text != text.lstrip() else ""
        pieces[0] = Text(text.lstrip())
    if pieces and isinstance(pieces[-1], Text):
        text = pieces[-1].text
        after = " " if text != text.rstrip() and text else ""
        pieces[-1] = Text(text.rstrip())
    return before, tidy(pieces), after


def _is_lettered(content: RichText) -> bool:
    """Tell whether emphasis begins and ends at letters: else Markdown does not see it."""
    first, last = content[0], content[-1]
    if not (isinstance(first, Text) and isinstance(last, Text)):
        return False
    return first.text[0].isalnum() and last.text[-1].isalnum()


def _trimmed(rich: RichText) -> RichText:
    """Cut spaces off both ends of every line, and breaks off both ends of the text."""
    pieces = deque(rich)
    while pieces and pieces[0] in (HardBreak(), Text(" ")):
        pieces.popleft()
    while pieces and pieces[-1] in (HardBreak(), Text(" ")):
        pieces.pop()
    lines: list[Inline] = [HardBreak(), *pieces, HardBreak()]
    trimmed: list[Inline] = []
    for before, inline, after in zip(lines[:-2], pieces, lines[2:], strict=True):
        if isinstance(inline, Text):
            text = inline.text.lstrip() if isinstance(before, HardBreak) else inline.text
            text = text.rstrip() if isinstance(after, HardBreak) else text
            trimmed.append(Text(text))
        elif not (isinstance(inline, HardBreak) and isinstance(before, HardBreak)):
            trimmed.append(inline)
    return tidy(trimmed)


def _linked(rich: RichText) -> Iterator[Inline]:
    """Make links of the bare addresses in a text."""
    for inline in rich:
        if isinstance(inline, Text):
            yield from _addresses(inline.text)
        else:
            yield inline


def _addresses(text: str) -> Iterator[Inline]:
    position = 0
    for found in _BARE.finditer(text):
        words = found[0].rstrip(".,;:!?'’")
        if words.endswith(")") and "(" not in words:
            words = words.rstrip(")")
        address = words
        if found["mail"]:
            address = f"mailto:{words}"
        elif words.lower().startswith("www."):
            address = f"https://{words}"
        if found.start() > position:
            yield Text(text[position : found.start()])
        yield Link(target=address, content=(Text(words),))
        position = found.start() + len(words)
    if position < len(text):
        yield Text(text[position:])
