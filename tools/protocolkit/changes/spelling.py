"""Rich text as one string in which a mark of a note is one sign, and pieces cut out of it again.

A place in that string is a place in the rich text, so that words, which are found in the string,
can be cut out with their emphasis, links and marks.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

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

MARK = "\x02"
"""Stands for the mark of a note; the reader lets no control character into a text."""


def spelled(rich: RichText) -> str:
    """Return the words of rich text, a mark of a note as one sign, a hard break as a newline."""
    return "".join(_signs(rich))


def cut(rich: RichText, begin: int, end: int) -> RichText:
    """Return the part of rich text between two places of what :func:`spelled` returns."""
    if len(rich) == 1 and isinstance(rich[0], Text) and begin <= 0 and end >= len(rich[0].text):
        return rich
    return tidy(_cut(rich, begin, end))


def mark_labels(rich: RichText) -> Iterator[str]:
    """Yield the label of each mark, in the order in which :func:`spelled` has signs for them."""
    for inline in rich:
        if isinstance(inline, NoteMark):
            yield inline.label
        elif isinstance(inline, Emphasis | Link):
            yield from mark_labels(inline.content)


def _length(inline: Inline) -> int:
    match inline:
        case Text(text):
            return len(text)
        case NoteMark() | HardBreak():
            return 1
        case Emphasis(content=content) | Link(content=content):
            return sum(map(_length, content))


def _signs(rich: RichText) -> Iterator[str]:
    for inline in rich:
        match inline:
            case Text(text):
                yield text
            case NoteMark():
                yield MARK
            case HardBreak():
                yield "\n"
            case Emphasis(content=content) | Link(content=content):
                yield from _signs(content)


def _cut(rich: RichText, begin: int, end: int) -> Iterator[Inline]:
    at = 0
    for inline in rich:
        length = _length(inline)
        first, last = max(begin - at, 0), min(end - at, length)
        at += length
        if first >= last:
            continue
        match inline:
            case Text(text):
                yield Text(text[first:last])
            case NoteMark() | HardBreak():
                yield inline
            case Emphasis(content=content) | Link(content=content):
                yield replace(inline, content=cut(content, first, last))
