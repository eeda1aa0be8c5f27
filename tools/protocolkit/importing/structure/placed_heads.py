"""Running heads and feet known by their place: equally high on each page, smaller than the text.

This is for print, where chapters change the words of a head.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet

from protocolkit.importing.source.lines import Line
from protocolkit.importing.structure.edge_text import (
    APART,
    FOOT_APART,
    continues_list,
    count_themselves,
)
from protocolkit.importing.structure.line_ends import is_terminal
from protocolkit.importing.structure.line_runs import OTHER_SIZE
from protocolkit.text.markers import find_starts
from protocolkit.text.words import tokens

_PARTED = re.compile(r"\S \| \S|^[a-zà-ÿ].* [–—-] \S")
_NOTE_LABEL = re.compile(r"^(?:\[?\d{1,3}(?:\]|[.)])?|\*{1,3})\s")
# The room, in lines, above a foot that stands on one page.
_FAR = 4.0
_PAGES_OF_HEAD = 0.4

LONGEST_HEAD = 140
"""How many signs a running head has at most."""

SAME_HEIGHT = 7.0
"""Lines of two pages stand equally high when they differ by less, in points."""


def placed_heads(lines: Sequence[Line], gone: AbstractSet[int], body: float) -> set[int]:
    """Return the lines that a printed page shows at its edge, where other pages have theirs."""
    if not lines or not all(line.height for line in lines):
        return set()
    pages = _pages(lines, gone)
    if len(pages) == 1:
        return set(_of_one_page(lines, pages[0], body))
    found: set[int] = set()
    # a head may have two parts, left and right
    for is_top in (True, False) * 2:
        inside = [[n for n in page if n not in found] for page in pages]
        edges = [page[0] if is_top else page[-1] for page in inside if len(page) > 2]
        for group in _equally_high(lines, edges):
            enough = len(group) >= max(2, _PAGES_OF_HEAD * (len(pages) - 1))
            if enough and _is_running(lines, group, body, is_top=is_top):
                found.update(group)
    return found


def _pages(lines: Sequence[Line], gone: AbstractSet[int]) -> list[list[int]]:
    by_page: defaultdict[int, list[int]] = defaultdict(list)
    for number, line in enumerate(lines):
        if number not in gone:
            by_page[line.page].append(number)
    return list(by_page.values())


def _equally_high(lines: Sequence[Line], numbers: Sequence[int]) -> Iterator[list[int]]:
    """Yield runs of lines that stand equally high and are printed in one size."""
    order = sorted(numbers, key=lambda n: (round(lines[n].size, 1), lines[n].height))
    run: list[int] = []
    for number in order:
        line, last = lines[number], lines[run[-1]] if run else None
        is_same = last is not None and abs(last.size - line.size) < OTHER_SIZE
        if last is None or not (is_same and line.height - last.height < SAME_HEIGHT):
            if run:
                yield sorted(run)
            run = []
        run.append(number)
    if run:
        yield sorted(run)


def _is_running(
    lines: Sequence[Line], numbers: Sequence[int], body: float, *, is_top: bool
) -> bool:
    texts = [lines[n].text for n in numbers]
    if any(
        len(text) > LONGEST_HEAD or lines[n].cells for n, text in zip(numbers, texts, strict=True)
    ):
        return False
    is_small = all(lines[n].size < body - OTHER_SIZE for n in numbers)
    if not is_small and (count_themselves(texts) or continues_list(lines, numbers, body)):
        return False
    if is_small and is_top:
        return True
    if is_small:
        is_apart = all(lines[n].gap >= FOOT_APART for n in numbers)
        return is_apart and not any(_NOTE_LABEL.match(text) for text in texts)
    below = [lines[n + 1].gap for n in numbers if n + 1 < len(lines)]
    if not is_top or any(map(is_terminal, texts)) or min(below, default=0.0) < APART:
        return False
    if any(lines[n].size > body + OTHER_SIZE for n in numbers):
        return False
    return len({text.split()[0] for text in texts}) == 1 or _names_headings(lines, numbers, body)


def _names_headings(lines: Sequence[Line], numbers: Sequence[int], body: float) -> bool:
    """Tell whether each of some lines says the words of a heading that is printed elsewhere."""
    headings = {
        tokens(form.lower())
        for number, line in enumerate(lines)
        if number not in numbers and (line.is_bold or line.size > body + OTHER_SIZE)
        for form in (line.text, *(line.text[len(s.marker) :] for s in find_starts(line.text)))
    }
    return all(tokens(lines[n].text.lower()) in headings for n in numbers)


def _is_edge_like(line: Line, body: float) -> bool:
    """Tell whether a line as large as text has the form of a running head: parts that a sign parts.

    One that begins with a small letter is no title.
    """
    is_plain = not line.is_bold and abs(line.size - body) < OTHER_SIZE and not line.cells
    is_short = len(line.text) <= LONGEST_HEAD and not is_terminal(line.text)
    return is_plain and is_short and bool(_PARTED.search(line.text))


def _of_one_page(lines: Sequence[Line], page: Sequence[int], body: float) -> Iterator[int]:
    """Yield the head and the foot of a document of one page: smaller, and apart."""
    if len(page) < 4:
        return
    first, last = page[0], page[-1]
    is_small = lines[first].size < body - OTHER_SIZE or _is_edge_like(lines[first], body)
    row = [n for n in page if abs(lines[n].height - lines[first].height) < 1]
    row = row if row == page[: len(row)] and len(row) < len(page) else [first]
    is_above_title = lines[page[len(row)]].size > body + OTHER_SIZE
    if is_small and (is_above_title or _says_others(lines, page[1:], lines[first])):
        yield from row
    for number in page[3:]:
        # two columns end on one page, the first of them above the foot
        is_end = number == last or lines[number + 1].is_page_start
        if is_end and lines[number].gap >= FOOT_APART and _is_edge_like(lines[number], body):
            yield number
    is_foot = lines[last].size < body - OTHER_SIZE and _room_above(lines, page) >= _FAR
    if is_foot and not _NOTE_LABEL.match(lines[last].text) and not lines[last].cells:
        yield last


def _room_above(lines: Sequence[Line], page: Sequence[int]) -> float:
    """Return the room above the last line of a page, in lines.

    Below a table, and below columns, none was measured.
    """
    before, last = lines[page[-2]], lines[page[-1]]
    if not (before.cells or last.is_page_start):
        return last.gap
    lowest = min(lines[n].height for n in page[:-1])
    return max(last.gap, (lowest - last.height) / max(last.size, 1.0) - 1)


def _says_others(lines: Sequence[Line], page: Sequence[int], head: Line) -> bool:
    """Tell whether a head that stands apart says the words of one or two other lines, and no more.

    So does one with the name of a school and that of a chapter: no word of the text is in it.
    """
    if lines[page[0]].gap < FOOT_APART:
        return False
    others = {tokens(lines[n].text.lower()) for n in page} | {()}
    words = tokens(head.text.lower())
    return any({words[:place], words[place:]} <= others for place in range(1, len(words) + 1))
