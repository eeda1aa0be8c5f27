"""Links made of references in words, so that every output can follow them.

Words stay as they are: a link is put around them. A mark of a note is never inside such a link,
since it is a link itself.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from itertools import count, groupby, pairwise

from protocolkit.document.model import (
    Block,
    Clause,
    Paragraph,
    Point,
    PointList,
    Protocol,
    Section,
)
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
from protocolkit.references.resolve import Reference, resolve_references

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
    notes = tuple(
        replace(note, blocks=_changed(note.blocks, _linking(by_anchor[note.anchor])))
        if note.anchor in by_anchor
        else note
        for note in protocol.notes
    )
    return replace(protocol, parts=_parts(protocol.parts, by_anchor), notes=notes)


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


def _parts(
    parts: Iterable[Clause | Section], by_anchor: dict[str, dict[int, list[Reference]]]
) -> tuple[Clause | Section, ...]:
    changed: list[Clause | Section] = []
    for part in parts:
        if isinstance(part, Section):
            changed.append(replace(part, parts=_parts(part.parts, by_anchor)))
        elif part.anchor in by_anchor:
            blocks = _changed(part.blocks, _linking(by_anchor[part.anchor]))
            changed.append(replace(part, blocks=blocks))
        else:
            changed.append(part)
    return tuple(changed)


def _linking(references: dict[int, list[Reference]]) -> Change:
    """Return what makes the links of a clause, given its rich texts one after the other."""
    numbers = count()
    return lambda rich: linked(rich, references.get(next(numbers), []))


def _changed(blocks: Iterable[Block], change: Change) -> tuple[Block, ...]:
    """Change every rich text, in the order of :func:`~protocolkit.document.outline.block_texts`."""
    changed: list[Block] = []
    for block in blocks:
        if isinstance(block, Paragraph):
            changed.append(Paragraph(change(block.content)))
        elif isinstance(block, PointList):
            changed.append(PointList(tuple(_point(point, change) for point in block.points)))
        else:
            header = tuple(change(cell) for cell in block.header)
            rows = tuple(tuple(change(cell) for cell in row) for row in block.rows)
            changed.append(replace(block, header=header, rows=rows))
    return tuple(changed)


def _point(point: Point, change: Change) -> Point:
    return replace(point, blocks=_changed(point.blocks, change))


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
