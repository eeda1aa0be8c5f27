"""The table of contents: which headings it lists, the same in the PDF and the Word file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from protocolkit.document.model import Protocol
from protocolkit.document.richtext import plain
from protocolkit.document.tree import Part, sections_of
from protocolkit.text.words import tokens

DEEPEST_LINE = 3
# With fewer headings the text is its own table of contents.
_FEWEST_LINES = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class ContentsLine:
    """One heading: how deep it lies (from 1), its marker, its words, and where it stands."""

    depth: int
    marker: str
    title: str
    anchor: str


def contents_lines(protocol: Protocol) -> tuple[ContentsLine, ...]:
    """Return the lines of the table of contents; none when the document has too few headings.

    A heading without words cannot be listed.
    """
    lines = tuple(_lines(protocol.parts, 1))
    return lines if len(lines) >= _FEWEST_LINES else ()


def _lines(parts: Iterable[Part], depth: int) -> Iterator[ContentsLine]:
    if depth > DEEPEST_LINE:
        return
    for section in sections_of(parts):
        title = " ".join(plain(section.title).split())
        if tokens(f"{section.marker} {title}"):
            yield ContentsLine(
                depth=depth, marker=section.marker, title=title, anchor=section.anchor
            )
        yield from _lines(section.parts, depth + 1)
