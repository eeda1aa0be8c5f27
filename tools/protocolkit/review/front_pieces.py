"""What a copy has before its text that our own paper prints there, in whatever order it stands.

A program that reads a page puts the cells of a table on lines of their own, in rows or in columns,
and breaks a line where the page did; a copy may begin amid a line. So what our paper prints and the
copy has is held together by letters, cell by cell, each as often as it is printed.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from protocolkit.review.page_lines import is_count, row_cells
from protocolkit.review.printed_around import FrontLine, PrintedAround
from protocolkit.text.words import glued

_TAB = "\t"
# How many letters at the end of a line of ours tell that it is that line.
_SURE = 12
# The most lines on which something that we print stands.
_MOST_LINES = 12


@dataclass(frozen=True, slots=True)
class FrontBlock:
    """What went and what came between two lines that stayed; ``first`` counts the lines before."""

    gone: Sequence[str]
    come: Sequence[FrontLine]
    first: int


def without_printed(blocks: Sequence[FrontBlock], around: PrintedAround) -> list[FrontBlock]:
    """Return blocks without what we print and a copy has elsewhere, or on other lines."""
    pieces = _Pieces(blocks, around)
    come = [list(pieces.others(block)) for block in blocks]
    gone = [list(pieces.left(block.gone)) for block in blocks]
    return [
        FrontBlock(gone=lost, come=new, first=block.first)
        for block, lost, new in zip(blocks, gone, come, strict=True)
    ]


class _Pieces:
    """The lines and cells that we print and that do not stand in their place."""

    def __init__(self, blocks: Iterable[FrontBlock], around: PrintedAround) -> None:
        self._rows = row_cells(around.paragraphs)
        self._words = {glued(one.old): one.old for one in around.paragraphs}
        lines = [line for block in blocks for line in block.gone]
        self._lacking = Counter(piece for line in lines for piece in self._cells(line))
        running = {part for line in around.running for part in (line, *line.split(_TAB))}
        self._running = {*map(glued, running)} - {""}
        self._ends = [glued(line) for line in around.lines]

    def _cells(self, line: str) -> Sequence[str]:
        letters = glued(line)
        return self._rows.get(letters, (letters,))

    def others(self, block: FrontBlock) -> Iterator[FrontLine]:
        """Yield the lines that came of which we print nothing."""
        lines = block.come
        at = 0
        while at < len(lines):
            ends = range(min(at + _MOST_LINES, len(lines)), at, -1)
            is_begin = block.first == at == 0
            end = next((one for one in ends if self._take(lines[at:one], is_begin)), at)
            if end == at:
                yield lines[at]
            at = max(end, at + 1)

    def left(self, gone: Iterable[str]) -> Iterator[str]:
        """Yield the lines that went; of a row of which a part stands elsewhere, what is not."""
        for line in gone:
            own = self._cells(line)
            lost = [one for one in own if self._lacking[one] > 0]
            self._lacking -= Counter(lost)
            if lost:
                is_all = len(lost) == len(own)
                yield line if is_all else " ".join(self._words.get(one, one) for one in lost)

    def _take(self, lines: Sequence[FrontLine], is_begin: bool) -> bool:
        """Tell whether lines are what we print and lacked; that lacks no more then."""
        if any(one.tracked for one in lines):
            return False
        letters = "".join(glued(one.new) for one in lines)
        used = _parsed(letters, self._lacking, self._running)
        if used is None and not (is_begin and self._is_end(letters)):
            return False
        self._lacking -= used or Counter()
        return True

    def _is_end(self, letters: str) -> bool:
        """Tell whether letters are the end of a line of ours, amid which a copy began."""
        return len(letters) >= _SURE and any(line.endswith(letters) for line in self._ends)


def _parsed(
    letters: str, lacking: Mapping[str, int], running: Collection[str]
) -> Counter[str] | None:
    """Return the pieces that letters are, one behind another; None where they are anything else."""
    names = [one for one in lacking if one and one in letters]
    ran = [one for one in running if one in letters]
    ways: dict[int, Counter[str]] = {0: Counter()}
    for begin in range(len(letters)):
        if begin not in ways:
            continue
        for name in names:
            used = ways[begin]
            if letters.startswith(name, begin) and used[name] < lacking[name]:
                ways.setdefault(begin + len(name), used + Counter((name,)))
        for name in ran:
            if letters.startswith(name, begin):
                ways.setdefault(begin + len(name), ways[begin])
    found = ways.get(len(letters))
    return Counter() if found is None and is_count(letters) else found
