"""Paragraphs of a Word file that tabs set in columns: a table that nobody drew lines around."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from protocolkit.importing.source.doubts import TABBED
from protocolkit.importing.source.lines import Doubt, Line, Source
from protocolkit.text.bounded_numbers import whole_number
from protocolkit.text.markers import find_starts
from protocolkit.text.worded_starts import worded_starts

# More rows than lines to fill in below each other ever have; a list may have two columns.
_FEWEST_ROWS, _FEWEST_COLUMNS, _AS_A_LIST = 3, 2, 2
# What a form asks for, or a cover tells: no row of a table begins with it.
_LABEL = re.compile(
    r"(?:(?:voor|achter)?naam|adres|plaats|woonplaats|postcode|telefoon\w*|e-?mail\w*|klas|groep"
    r"|school|leerling|datum|geboortedatum|handtekening|versie|status|auteur|eigenaar|vastgesteld"
    r"|instemming|opgesteld|onderwerp|betreft|van|aan|cc)$|(?:stap|fase) \d|.*[:.;?]$",
    re.IGNORECASE,
)
# With words like these a row is a sentence after tabs.
_LONGEST_CELL = 60
_LAST_PAGE = 9_999
_CELL = re.compile(r"[^\t]*[^\t\s][^\t]*")
_BLANK = re.compile(r"[_.…]{3,}")


def with_tabbed_rows(source: Source) -> Source:
    """Make a table of paragraphs below each other with equally many cells, as a doubt."""
    if source.is_ours:
        return source
    lines, doubts = list(source.lines), list(source.doubts)
    table = max((line.table for line in lines), default=0)
    for begin, end in _runs(lines):
        table += 1
        for number in range(begin, end):
            lines[number] = replace(lines[number], cells=_cells(lines[number]), table=table)
        doubts.append(Doubt(begin=lines[begin].begin, end=lines[end - 1].end, text=TABBED))
    return replace(source, lines=tuple(lines), doubts=tuple(doubts))


def _runs(lines: Sequence[Line]) -> Iterator[tuple[int, int]]:
    """Yield from where to where lines are rows with equally many cells."""
    begin = 0
    for width, group in itertools.groupby(lines, _columns):
        end = begin + sum(1 for _ in group)
        rows = lines[begin:end]
        is_table = width >= _FEWEST_COLUMNS and len(rows) >= _FEWEST_ROWS
        if is_table and not (_are_contents(rows) or (width == _AS_A_LIST and _are_labels(rows))):
            yield begin, end
        begin = end


def _are_contents(lines: Sequence[Line]) -> bool:
    """Tell whether lines end in the numbers of pages: '1.', 'Inleiding', '3'."""
    last = [line.text.rpartition("\t")[2].strip() for line in lines]
    pages = [whole_number(text, most=_LAST_PAGE, default=-1) for text in last]
    return all(map(str.isdigit, last)) and pages == sorted(pages)


def _are_labels(lines: Sequence[Line]) -> bool:
    """Tell whether one of some lines with two cells begins with what a form asks for."""
    return any(_LABEL.match(_first_cell(line)) for line in lines)


def _is_item(line: Line) -> bool:
    """Tell whether a tab only sets a number or a bullet apart from its words."""
    first = _first_cell(line)
    typed = " ".join(line.text.split())
    is_counted = any(one.marker == first for one in (*find_starts(typed), *worded_starts(typed)))
    return is_counted or not any(map(str.isalnum, first)) or len(first) == 1


def _first_cell(line: Line) -> str:
    return line.text.strip().partition("\t")[0].strip()


def _columns(line: Line) -> int:
    """Return how many cells a paragraph has, 0 when it is no row of a table."""
    if line.cells or line.level or line.marker or line.note or _BLANK.search(line.text):
        return 0
    cells = _cells(line)
    if len(cells) == _AS_A_LIST and _is_item(line):
        return 0
    return 0 if any(end - begin > _LONGEST_CELL for begin, end in cells) else len(cells)


def _cells(line: Line) -> tuple[tuple[int, int], ...]:
    spans = [found.span() for found in _CELL.finditer(line.text)]
    return tuple((line.begin + begin, line.begin + end) for begin, end in spans)
