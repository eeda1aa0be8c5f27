"""The lines of a block as pieces of the text; broken words whole, each with its entry."""

from __future__ import annotations

import re
from collections.abc import Iterator

from protocolkit.importing.source.hyphens import Joiner
from protocolkit.importing.structure.runs import Block, Piece
from protocolkit.reading.ledger import ChangeKind, SourceChange

BROKEN = "woord was aan het eind van een regel afgebroken"


def fill(block: Block, source: str, joiner: Joiner | None) -> list[SourceChange]:
    """Set a block's pieces and text from its lines, and return what was joined.

    Without a joiner, words stay broken.
    """
    position = _body_begin(block)
    words: list[str] = []
    changes: list[SourceChange] = []
    for number, line in enumerate(block.lines):
        begin = max(position, line.begin)
        after = block.lines[number + 1] if number + 1 < len(block.lines) else None
        joined = joiner.joined(line, after) if joiner and after is not None else None
        # what the line before took of a word over three lines is not taken again
        if joined is None or after is None or line.end - len(joined[0]) < begin:
            block.pieces.append(Piece(begin, line.end, ends_line=True))
            words += [line.text[begin - line.begin :], " "]
            continue
        left, right, word = joined
        left_at, position = line.end - len(left), after.begin + len(right)
        block.pieces += [Piece(begin, left_at), Piece(left_at, position, instead=word)]
        words += [line.text[begin - line.begin : left_at - line.begin], word]
        changes += _entries(source, (left_at, line.end), (after.begin, position), word)
    block.text = re.sub(r"\s+", " ", "".join(words)).strip()
    return changes


def _body_begin(block: Block) -> int:
    """Return where the words after a block's marker begin."""
    begin = block.first.begin
    if block.start is None:
        return begin
    rest = block.first.text[len(block.start.marker) :]
    return begin + len(block.first.text) - len(rest.lstrip())


def _entries(
    source: str, left: tuple[int, int], right: tuple[int, int], word: str
) -> Iterator[SourceChange]:
    """Yield one entry, or two where a note or a page number stands between the halves."""
    together = not source[left[1] : right[0]].strip()
    end = right[1] if together else left[1]
    yield SourceChange(
        kind=ChangeKind.JOINED,
        begin=left[0],
        end=end,
        text=source[left[0] : end],
        word=word,
        reason=BROKEN,
    )
    if not together:
        yield SourceChange(
            kind=ChangeKind.REMOVED,
            begin=right[0],
            end=right[1],
            text=source[right[0] : right[1]],
            reason=BROKEN,
        )
