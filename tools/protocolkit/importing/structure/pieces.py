"""The lines of a block as pieces of the text; broken words whole, each with its entry."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from protocolkit.importing.source.hyphens import Joiner
from protocolkit.importing.source.lines import Line
from protocolkit.importing.structure.line_runs import LineRun, Piece
from protocolkit.reading.ledger import SourceChange, SourceChangeKind

BROKEN = "woord was aan het eind van een regel afgebroken"


def fill(
    block: LineRun, source: str, joiner: Joiner, taken: Sequence[tuple[int, int]] = ()
) -> list[SourceChange]:
    """Set a block's pieces and text from its lines, and return what was joined.

    A word stays broken where the ledger speaks of a part of it already, in one of the spans that
    are ``taken``: what a note was called in was never one word.
    """
    position = _body_begin(block)
    words: list[str] = []
    changes: list[SourceChange] = []
    for number, line in enumerate(block.lines):
        begin = max(position, line.begin)
        after = block.lines[number + 1] if number + 1 < len(block.lines) else None
        joined = joiner.joined(line, after) if after is not None else None
        if joined is None or after is None or _is_taken(line, after, joined, begin, taken):
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


def _body_begin(block: LineRun) -> int:
    """Return where the words after a block's marker begin."""
    begin = block.first.begin
    if block.start is None:
        return begin
    rest = block.first.text[len(block.start.marker) :]
    return begin + len(block.first.text) - len(rest.lstrip())


def _is_taken(
    line: Line,
    after: Line,
    joined: tuple[str, str, str],
    begin: int,
    taken: Sequence[tuple[int, int]],
) -> bool:
    """Tell whether halves of a word lie before ``begin``, as those of a word over three lines.

    Or whether they lie in a span that is taken.
    """
    left, right, _ = joined
    left_at, stop = line.end - len(left), after.begin + len(right)
    return left_at < begin or any(
        (one < line.end and other > left_at) or (one < stop and other > after.begin)
        for one, other in taken
    )


def _entries(
    source: str, left: tuple[int, int], right: tuple[int, int], word: str
) -> Iterator[SourceChange]:
    """Yield one entry, or two where a note or a page number stands between the halves."""
    together = not source[left[1] : right[0]].strip()
    end = right[1] if together else left[1]
    yield SourceChange(
        kind=SourceChangeKind.JOINED,
        begin=left[0],
        end=end,
        text=source[left[0] : end],
        word=word,
        reason=BROKEN,
    )
    if not together:
        yield SourceChange(
            kind=SourceChangeKind.REMOVED,
            begin=right[0],
            end=right[1],
            text=source[right[0] : right[1]],
            reason=BROKEN,
        )
