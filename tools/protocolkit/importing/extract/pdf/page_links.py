"""Where the words of a page lead, and which of its lines a place in the file leads to."""

from __future__ import annotations

import re
from collections.abc import Sequence

from protocolkit.importing.extract.pdf.line_pieces import RawLine
from protocolkit.importing.extract.pdf.lines import PageText
from protocolkit.importing.extract.pdf.places import Box
from protocolkit.importing.source.lines import Mark, MarkKind


def add_links(links: Sequence[tuple[str, Box]], text: PageText, lines: Sequence[RawLine]) -> None:
    """Mark the words under each link to an address."""
    for address, box in links:
        words = text.words_in(box).strip()
        middle = (box.bottom + box.top) / 2
        for line in lines:
            span = _free_span(line, words) if line.bottom - 2 <= middle <= line.top + 2 else None
            if span is not None:
                line.marks.append(
                    Mark(begin=span[0], end=span[1], kind=MarkKind.LINK, target=address)
                )
                break


def _free_span(line: RawLine, words: str) -> tuple[int, int] | None:
    """Return where words stand in a line, whole and not yet in another link."""
    taken = [(m.begin, m.end) for m in line.marks if m.kind is MarkKind.LINK]
    for found in re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", line.text) if words else ():
        begin, end = found.span()
        if all(end <= other or begin >= stop for other, stop in taken):
            return begin, end
    return None


def anchors_of(lines: Sequence[RawLine], places: Sequence[tuple[str, float]]) -> dict[int, str]:
    """Return the anchor of each line to which a place in the page leads: the first below it."""
    found: dict[int, str] = {}
    for name, height in places:
        below = [(height - line.top, n) for n, line in enumerate(lines) if line.top <= height + 3]
        if below:
            found.setdefault(min(below)[1], name)
    return found
