"""Links made of references in words, so that every output can follow them.

Words stay as they are: a link is put around them. A mark of a note is never inside such a link,
since it is a link itself.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from itertools import count, groupby, pairwise
from typing import TypeVar

from protocolkit.document.model import Clause, Footnote, Protocol
from protocolkit.document.richtext import (
    Emphasis,
    HardBreak,
    Inline,
    Link,
    NoteMark,
    RichText,
    Text,
    plain,
    walk,
)
from protocolkit.document.tree import map_parts, map_texts
from protocolkit.references.resolve import Reference, resolve_references

_Item = TypeVar("_Item", Clause, Footnote)

Change = Callable[[RichText], RichText]


def with_reference_links(protocol: Protocol) -> Protocol:
    """Return the protocol with a link around every reference that leads somewhere.

    Guarantees that its word sequence stays the same.
    """
    by_anchor: dict[str, dict[int, list[Reference]]] = {}
    for reference in resolve_references(protocol):
        if reference.target:
            blocks = by_anchor.setdefault(reference.anchor, {})
            blocks.setdefault(reference.block, []).append(reference)
    if not by_anchor:
        return protocol

    def change(item: _Item) -> _Item:
        if item.anchor not in by_anchor:
            return item
        return replace(item, blocks=map_texts(item.blocks, _linking(by_anchor[item.anchor])))

    notes = tuple(change(note) for note in protocol.notes)
    return replace(protocol, parts=map_parts(protocol.parts, change), notes=notes)


def linked(rich: RichText, references: Iterable[Reference]) -> RichText:
    """Return rich text with a link around the words of each reference.

    A reference that crosses the border of an emphasis becomes a link on each side of it.
    """
    spans = sorted(references, key=lambda reference: reference.start)
    pieces = list(_pieces(rich, 0, spans))
    wrapped: list[Inline] = []
    for reference, group in groupby(pieces, key=lambda piece: piece[1]):
        content = tuple(inline for inline, _ in group)
        if reference is None:
            wrapped += content
        else:
            wrapped.append(Link(target=f"#{reference.target}", content=content))
    return tuple(wrapped)


def _linking(references: dict[int, list[Reference]]) -> Change:
    """Return what makes the links of a clause, given its rich texts one after the other."""
    numbers = count()
    return lambda rich: linked(rich, references.get(next(numbers), []))


def _pieces(
    rich: RichText, position: int, spans: list[Reference]
) -> Iterator[tuple[Inline, Reference | None]]:
    """Yield the inlines of rich text, cut at the spans, each with the reference that it is in."""
    for inline in rich:
        length = _length(inline)
        around = _around(position, position + length, spans)
        if isinstance(inline, Text):
            yield from _cut(inline, position, spans)
        elif isinstance(inline, HardBreak) or (around and _can_be_linked(inline)):
            yield inline, around
        elif isinstance(inline, Emphasis):
            inside = [
                span for span in spans if span.start < position + length and position < span.end
            ]
            shifted = [
                replace(span, start=span.start - position, end=span.end - position)
                for span in inside
            ]
            yield replace(inline, content=linked(inline.content, shifted)), None
        else:
            yield inline, None
        position += length


def _cut(
    text: Text, position: int, spans: list[Reference]
) -> Iterator[tuple[Inline, Reference | None]]:
    end = position + len(text.text)
    places = {place for span in spans for place in (span.start, span.end)}
    edges = sorted({position, end, *(place for place in places if position < place < end)})
    for begin, until in pairwise(edges):
        piece = Text(text.text[begin - position : until - position])
        yield piece, _around(begin, until, spans)


def _around(start: int, end: int, spans: list[Reference]) -> Reference | None:
    return next((span for span in spans if span.start <= start and end <= span.end), None)


def _can_be_linked(inline: Inline) -> bool:
    return not any(isinstance(inner, NoteMark | Link) for inner in walk((inline,)))


def _length(inline: Inline) -> int:
    return len(plain((inline,)))
