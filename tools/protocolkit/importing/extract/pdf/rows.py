"""The rows of a PDF's tables: their cells' words, and tables that go on on the next page."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Sequence

from protocolkit.base.messages import Marked, mark
from protocolkit.importing.extract.pdf.cut_words import DOUBT_CUT, without_cuts
from protocolkit.importing.extract.pdf.line_pieces import RawLine
from protocolkit.importing.extract.pdf.lines import BROKEN, PageText
from protocolkit.importing.extract.pdf.places import Box
from protocolkit.importing.extract.pdf.tables import FoundTable
from protocolkit.importing.source.hyphens import Joiner
from protocolkit.importing.source.lines import Line
from protocolkit.text.function_words import FUNCTION_WORDS
from protocolkit.text.words import BULLET

DOUBT_PARTED = mark("the edge of a page parted a row of this table: it was made whole")

# The number of lines (a page number, say) that may stand between a table and a page's edge.
MOST_EDGE_LINES = 2
_SAME_PLACE = 4.0
# The height of a row that somebody can write in, in points.
_LOWEST = 8.0
_LOOSE = " \t-"
# The bullets of a sign font.
_SIGNS = re.compile("[\uf000-\uf0ff]")


def put_rows(lines: list[RawLine], found: FoundTable, page: PageText, number: int) -> list[RawLine]:
    """Return the lines of a page with those of a table replaced by its rows.

    They stay as they are when the cells do not hold exactly their letters.
    """
    inside = [n for n, line in enumerate(lines) if _is_inside(line, found.box)]
    if not inside:
        return lines
    joiner = Joiner([Line(text=line.text, begin=0) for line in lines])
    rows = _kept([_row(row, page, number, joiner) for row in found.rows])
    gone_lines = [lines[n] for n in inside]
    if _signs(rows) != _signs(gone_lines):
        return lines
    for row in rows:
        for line in gone_lines:
            if row.bottom <= (line.bottom + line.top) / 2 <= row.top:
                row.doubts |= line.doubts
    gone = frozenset(inside)
    kept = [line for n, line in enumerate(lines) if n not in gone]
    return [*kept[: inside[0]], *rows, *kept[inside[0] :]]


def _kept(rows: Sequence[RawLine]) -> list[RawLine]:
    """Return the rows with words, and those without that have room to be filled in below one."""
    kept: list[RawLine] = []
    for row in rows:
        if row.text.strip() or (kept and row.top - row.bottom >= _LOWEST):
            kept.append(row)
    return kept


def join_tables(pages: Sequence[list[RawLine]]) -> None:
    """Let a table that ends one page and begins the next be one table; pages change in place.

    A row that a page parted becomes whole again on the first of the two.
    """
    heads: dict[int, str] = {}
    for line in (line for page in pages for line in page if line.cells):
        heads.setdefault(line.table, line.text)
    for before, after in itertools.pairwise(pages):
        end = _last_row(before)
        begin = next((n for n, line in enumerate(after) if line.cells), None)
        if end is None or begin is None or begin > MOST_EDGE_LINES:
            continue
        last, first = before[end], after[begin]
        if len(last.cells) != len(first.cells) or abs(last.left - first.left) > _SAME_PLACE:
            continue
        old = first.table
        for line in after:
            line.table = last.table if line.table == old else line.table
        rest = begin + (first.text == heads[last.table])
        goes_on = rest < len(after) and after[rest].table == last.table
        if goes_on and after[rest].text.strip() and last.text.strip():
            others = [line for page in (before, after) for line in page if line.table == last.table]
            if last is not others[0] and _is_rest(after[rest], others[1:], last):
                before[end] = _whole(last, after.pop(rest))


def _last_row(lines: Sequence[RawLine]) -> int | None:
    """Return where the last row of a table stands, if nearly nothing comes after it."""
    last = next((n for n in range(len(lines) - 1, -1, -1) if lines[n].cells), None)
    return last if last is not None and last >= len(lines) - 1 - MOST_EDGE_LINES else None


def _is_rest(row: RawLine, others: Sequence[RawLine], last: RawLine) -> bool:
    """Tell whether every cell of a row only goes on with what a cell of the ``last`` one said.

    One with a word in every cell does not where other rows begin with a small letter as well,
    unless a cell breaks off. ``others`` are the rows of the table below its head.
    """
    cells = _cells(row)
    if not all(cell[:1].islower() for cell in cells if cell):
        return False
    if not cells[0] or any(map(_breaks_off, _cells(last))):
        return True
    firsts = (_cells(other)[0][:1] for other in others if other is not row)
    return not any(first.islower() for first in firsts)


def _breaks_off(cell: str) -> bool:
    """Tell whether the words of a cell can go on only."""
    return cell.endswith(("-", ",")) or cell.rpartition(" ")[2].lower() in FUNCTION_WORDS


def _cells(row: RawLine) -> list[str]:
    return [row.text[begin:end] for begin, end in row.cells]


def _whole(first: RawLine, rest: RawLine) -> RawLine:
    joiner = Joiner([Line(text=row.text, begin=0) for row in (first, rest)])
    cells = []
    for (begin, end), (rest_begin, rest_end) in zip(first.cells, rest.cells, strict=True):
        words, more = first.text[begin:end], rest.text[rest_begin:rest_end]
        if words.endswith("-"):
            cells.append(joiner.heal(words[:-1], more))
        else:
            cells.append(f"{words} {more}".strip())
    text, spans = _placed(cells)
    return RawLine(
        text=text,
        left=first.left,
        right=first.right,
        bottom=first.bottom,
        top=first.top,
        size=first.size,
        cells=spans,
        table=first.table,
        doubts=first.doubts | rest.doubts | {DOUBT_PARTED},
    )


def _is_inside(line: RawLine, box: Box) -> bool:
    middle = (line.bottom + line.top) / 2
    return box.left - 2 <= line.left <= box.right and box.bottom <= middle <= box.top


def _row(cells: Sequence[Box], page: PageText, table: int, joiner: Joiner) -> RawLine:
    texts: list[str] = []
    doubts: set[Marked] = set()
    for cell in cells:
        read = page.words_in(cell)
        found = without_cuts(read, cell, page)
        doubts |= {DOUBT_CUT} if found != read else set()
        pieces = [" ".join(piece.split()) for piece in BROKEN.split(_SIGNS.sub(BULLET, found))]
        words = pieces[0]
        for piece in pieces[1:]:
            words = joiner.heal(words, piece) if piece else f"{words}-"
        texts.append(words)
    text, spans = _placed(texts)
    first = cells[0]
    return RawLine(
        text=text,
        left=first.left,
        right=cells[-1].right,
        bottom=first.bottom,
        top=first.top,
        size=10.0,
        cells=spans,
        table=table,
        doubts=doubts,
    )


def _placed(cells: Sequence[str]) -> tuple[str, tuple[tuple[int, int], ...]]:
    """Return the text of a row and where each cell stands in it."""
    spans, position = [], 0
    for words in cells:
        spans.append((position, position + len(words)))
        position += len(words) + 1
    return "\t".join(cells), tuple(spans)


def _signs(lines: Sequence[RawLine]) -> Counter[str]:
    """Return the signs of lines, to see that a table lost none.

    A hyphen may go where a word was broken, and a bullet has more than one form.
    """
    text = "".join(line.text for line in lines)
    return Counter(sign for sign in _SIGNS.sub(BULLET, text) if sign not in _LOOSE)
