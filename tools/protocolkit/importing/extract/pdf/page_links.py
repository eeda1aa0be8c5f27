"""The words of a page that lead to an address on the web."""

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
