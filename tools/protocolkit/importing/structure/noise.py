"""What a page shows besides its text: page numbers, running heads, a table of contents.

Nothing is taken out without an entry in the ledger, with the reason.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace

from protocolkit.importing.source.lines import Line
from protocolkit.importing.structure.contents import find_contents, title_words
from protocolkit.importing.structure.runs import OTHER_SIZE
from protocolkit.reading.ledger import ChangeKind, SourceChange
from protocolkit.text.bounded import whole_number
from protocolkit.text.markers import find_starts

PAGE_NUMBER = "paginanummer"
RUNNING_HEAD = "kop- of voetregel"
CONTENTS = "inhoudsopgave"

_PAGE_WORDS = re.compile(
    r"^(?:[-–—|]\s*)?(?:pagina|pag\.?|blz\.?|bladzijde|page)\s*[|:]?\s*\d{1,4}"
    r"(?:\s*(?:van|/|of)\s*\d{1,4})?(?:\s*[-–—|])?$",
    re.IGNORECASE,
)
_PAGE_SIGNS = re.compile(r"^(?:[-–—|]\s*\d{1,4}\s*[-–—|]|\d{1,4}\s*(?:van|/)\s*\d{1,4})$")
_HIGHEST_PAGE = 100_000
_LONE_NUMBER = re.compile(r"^(?:\d{1,4}|\(\d{1,4}\))$")
_CONTENTS_HEAD = re.compile(
    r"^(?:\d+[.]?\s+)?(?:inhoud|inhoudsopgave|inhoud van .{1,40})\s*:?$", re.IGNORECASE
)
_EDGE = 2
_LONGEST_HEAD = 140
_LONGEST_PAGE_NUMBER = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Cleaned:
    """The lines that are left, what was removed, and the headings that the contents named."""

    lines: tuple[Line, ...]
    changes: tuple[SourceChange, ...] = ()
    headings: frozenset[tuple[str, ...]] = frozenset()


def remove_noise(lines: Sequence[Line]) -> Cleaned:
    """Take page numbers, running heads and the table of contents out of a source's lines."""
    reasons: dict[int, str] = {}
    if not _is_word_file(lines):
        reasons.update(dict.fromkeys(_page_numbers(lines), PAGE_NUMBER))
        reasons.update(dict.fromkeys(_running_heads(lines, reasons), RUNNING_HEAD))
    kept = [number for number in range(len(lines)) if number not in reasons]
    contents = find_contents(lines, kept)
    headings = frozenset(words for number in contents if (words := title_words(lines[number].text)))
    for number in contents:
        reasons[number] = CONTENTS
    changes = tuple(_removed(lines[number], reason) for number, reason in sorted(reasons.items()))
    return Cleaned(lines=tuple(_joined_up(lines, reasons)), changes=changes, headings=headings)


def _is_word_file(lines: Sequence[Line]) -> bool:
    """Tell whether these are paragraphs with a size, as Word has: it keeps heads and feet apart."""
    return all(line.size and line.is_whole for line in lines)


def _removed(line: Line, reason: str) -> SourceChange:
    return SourceChange(
        kind=ChangeKind.REMOVED, begin=line.begin, end=line.end, text=line.text, reason=reason
    )


def _joined_up(lines: Sequence[Line], reasons: dict[int, str]) -> Iterable[Line]:
    """Yield the lines that stay; where a page ended between two, the second begins a page."""
    crossed, gap = False, 0.0
    for number, line in enumerate(lines):
        if number in reasons:
            crossed = crossed or reasons[number] is not CONTENTS
            gap = max(gap, line.gap)
        elif crossed:
            yield replace(line, is_page_start=True, gap=0.0)
            crossed, gap = False, 0.0
        else:
            yield replace(line, gap=max(gap, line.gap))
            gap = 0.0


def _page_numbers(lines: Sequence[Line]) -> list[int]:
    sure = [n for n, line in enumerate(lines) if _is_page_number(line.text)]
    lone = [n for n, line in enumerate(lines) if _LONE_NUMBER.match(line.text) and not line.note]
    at_edge = [n for n in lone if _at_edge(lines, n)]
    values = [int(lines[n].text.strip("()")) for n in lone]
    steps = Counter(value - position for position, value in enumerate(values)).most_common(1)
    rising = [n for i, n in enumerate(lone) if steps and values[i] - i == steps[0][0]]
    if len(rising) >= 3 and all(b - a > 5 for a, b in itertools.pairwise(rising)):
        return [*sure, *rising]
    return [*sure, *at_edge]


def _is_page_number(text: str) -> bool:
    if len(text) > _LONGEST_PAGE_NUMBER:
        return False
    return bool(_PAGE_WORDS.match(text) or _PAGE_SIGNS.match(text))


def _at_edge(lines: Sequence[Line], number: int) -> bool:
    """Tell whether a line is the first or last of a page that has more."""
    ends = number + 1 < len(lines) and lines[number + 1].is_page_start
    last = number + 1 == len(lines) and (
        lines[number].gap > 0 or lines[number].text == str(lines[number].page)
    )
    begins = lines[number].is_page_start and number > 0
    return ends or last or begins


def _running_heads(lines: Sequence[Line], gone: dict[int, str]) -> set[int]:
    places: defaultdict[str, list[int]] = defaultdict(list)
    pages = {line.page for line in lines}
    edges = _edge_lines(lines) if len(pages) > 1 else set()
    for number, line in enumerate(lines):
        is_short = len(line.text) <= _LONGEST_HEAD and not line.cells and not line.note
        if number not in gone and is_short:
            places[re.sub(r"\d+", "#", line.text)].append(number)
    found: set[int] = set()
    body = Counter(line.size for line in lines).most_common(1)[0][0] if lines else 0.0
    for key, numbers in places.items():
        if not re.search(r"[^\W\d_]", key):
            continue
        here = [number for number in numbers if number in edges] if edges else []
        if not _counts_pages(lines, numbers):
            continue
        on_pages = {lines[number].page for number in here}
        always = len(here) >= len(numbers) - 1
        if _runs_on(lines, numbers, found) or _is_heading(lines, here, body):
            continue
        if always and len(on_pages) >= 2 and len(on_pages) >= 0.4 * (len(pages) - 1):
            found.update(_without_title(lines, here, numbers))
        elif not lines[0].size and len(numbers) >= 2 and _interrupts(lines, numbers, gone):
            found.update(_without_title(lines, numbers, numbers))
    return found


def _is_heading(lines: Sequence[Line], numbers: Sequence[int], body: float) -> bool:
    """Tell whether equal lines at the edges of pages are headings: counted, and printed larger."""
    return any(
        lines[n].size > body + OTHER_SIZE and bool(find_starts(lines[n].text)) for n in numbers
    )


def _runs_on(lines: Sequence[Line], numbers: Sequence[int], heads: AbstractSet[int]) -> bool:
    """Tell whether lines go on with the sentence before them, as the end of a paragraph does.

    The second line of a running head does so too: the line before it is in ``heads``.
    """
    if not lines[numbers[0]].text[:1].islower():
        return False
    return not all(number - 1 in heads for number in numbers)


def _counts_pages(lines: Sequence[Line], numbers: Sequence[int]) -> bool:
    """Tell whether lines are equal but for a number that goes up with the pages.

    What counts itself at its start ('Stap 2', 'Artikel 3') is text.
    """
    texts = {lines[number].text for number in numbers}
    if len(texts) == 1:
        return True
    last = (re.findall(r"\d+", lines[number].text)[-1] for number in numbers)
    values = [whole_number(digits, most=_HIGHEST_PAGE, default=-1) for digits in last]
    pages = [lines[number].page for number in numbers]
    if lines[numbers[0]].size and len(set(pages)) == len(pages) > 2:
        # printed pages: the number goes up with the page, as no number of a note does
        return len({value - page for value, page in zip(values, pages, strict=True)}) == 1
    if any(find_starts(text) for text in texts):
        return False
    return values == sorted(values) and len(set(values)) > 1


def _edge_lines(lines: Sequence[Line]) -> set[int]:
    by_page: defaultdict[int, list[int]] = defaultdict(list)
    page = 0
    for number, line in enumerate(lines):
        # a column counts as a page: two pages may be printed on one sheet
        page += line.is_page_start
        by_page[page].append(number)
    return {n for numbers in by_page.values() for n in (*numbers[:_EDGE], *numbers[-_EDGE:])}


def _interrupts(lines: Sequence[Line], numbers: Sequence[int], gone: dict[int, str]) -> bool:
    """Tell whether a repeated line stands beside page numbers or in the middle of sentences."""
    apart = all(b - a > 8 for a, b in itertools.pairwise(numbers))
    beside = [n for n in numbers if n - 1 in gone or n + 1 in gone]
    inside = [
        n
        for n in numbers
        if 0 < n < len(lines) - 1
        and lines[n - 1].text[-1:].isalpha()
        and lines[n + 1].text[:1].islower()
    ]
    enough = len(numbers) if len(numbers) == 2 else len(numbers) / 2
    return apart and len({*beside, *inside}) >= enough


def _without_title(
    lines: Sequence[Line], here: Sequence[int], everywhere: Sequence[int]
) -> list[int]:
    """Leave a title that is also the running head: its last place before the second page."""
    if re.search(r"\d", lines[here[0]].text) and len({lines[n].text for n in here}) > 1:
        return list(here)
    sizes = [lines[n].size for n in here]
    if max(sizes) > 0:
        # a title that is a running head too is printed larger at its own place
        return [n for n in here if lines[n].size <= min(sizes) + OTHER_SIZE]
    first_page = [n for n in everywhere if lines[n].page == lines[0].page and n < 6]
    same = [n for n in first_page if lines[n].text == lines[here[0]].text]
    return [n for n in here if not same or n != same[-1]]
