"""Running heads and feet: lines that stand at the edges of pages and belong to no page.

They are known by equal words, by a number that counts the pages, or, in print, by their place:
equally high on each page and smaller than the text, though chapters change in them.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet

from protocolkit.importing.source.lines import Line
from protocolkit.importing.structure.edge_text import (
    APART,
    FOOT_APART,
    continues_list,
    count_themselves,
    fill_pages,
    stand_at_edges,
)
from protocolkit.importing.structure.line_ends import is_terminal
from protocolkit.importing.structure.line_runs import OTHER_SIZE
from protocolkit.importing.structure.placed_heads import (
    LONGEST_HEAD,
    SAME_HEIGHT,
    placed_heads,
)
from protocolkit.text.bounded_numbers import whole_number
from protocolkit.text.markers import find_starts
from protocolkit.text.words import tokens

_EDGE = 2
_HIGHEST_PAGE = 100_000
# A line that says which of how many pages this is, among other words.
_COUNTS_PAGES = re.compile(
    r"^(?=.{1,140}$).*\b(?:pagina|pag\.?|blz\.?|bladzijde|page)\s*\d{1,4}\s*(?:van|/|of)\s*\d{1,4}$"
    r"|^(?:pagina|pag\.?|blz\.?|bladzijde|page)\s*\d{1,4}\s*(?:van|/|of)\s*\d{1,4}\b(?=.{1,140}$)"
    r"[^.;]*$",
    re.IGNORECASE,
)
# The words of a head, and a number after them.
_WORDS_AND_NUMBER = re.compile(
    r"^(?P<words>[^\W\d_][^.;:!?]*?(?: [^\s.;:!?]+\.?){2,}) (?P<page>\d{1,3})$"
)
# Which page this is, of how many.
_OF_SO_MANY = re.compile(r"(?<![\d/.-])(?P<page>\d{1,4}) ?(?:/|van) ?\d{1,4}$")
# The number of a page on the line below the words of a head.
_PAGE = re.compile(r"^\d{1,3}$")
# What no chapter below a title is called, but a title below a head is.
_OF_A_TITLE = re.compile(r"protocol|reglement|regeling|statuut|gedragscode|beleid", re.IGNORECASE)
# How far the line before a running head reaches, when that stands in the middle of a sentence.
_FULL = 0.6
# What stands on so many of the pages after the first, or on more, runs along.
_ON_PAGES = 0.4


def find_running_heads(lines: Sequence[Line], gone: Mapping[int, str]) -> set[int]:
    """Return which lines are running heads and feet; ``gone`` are the page numbers."""
    body = body_size(lines)
    found = {n for n, line in enumerate(lines) if n not in gone and _COUNTS_PAGES.search(line.text)}
    found |= _numbered(lines, gone)
    found |= _repeated(lines, gone, body, found)
    return found | placed_heads(lines, {*gone, *found}, body)


def _numbered(lines: Sequence[Line], gone: Mapping[int, str]) -> set[int]:
    """Return the heads or feet of copied pages: equal words before the number of each page."""
    if lines and lines[0].size:
        return set()
    places: defaultdict[str, list[tuple[int, int, int]]] = defaultdict(list)
    for number, line in enumerate(lines):
        may_be_head = number not in gone and len(line.text) <= LONGEST_HEAD
        parts = _WORDS_AND_NUMBER.match(line.text) if may_be_head else None
        if parts and not line.cells:
            places[parts["words"]].append((number, number, int(parts["page"])))
        elif number and (page := _PAGE.match(line.text)) and not lines[number - 1].cells:
            places[lines[number - 1].text].append((number - 1, number, int(page[0])))
    found: set[int] = set()
    for here in places.values():
        ends, pages = [n for _, n, _ in here], [page for _, _, page in here]
        is_counted = pages == [*range(pages[0], pages[0] + len(pages))]
        if len(here) > 1 and is_counted and stand_at_edges(ends, len(lines)):
            found.update(n for first, last, _ in here for n in (first, last))
    return found - gone.keys()


def body_size(lines: Sequence[Line]) -> float:
    """Return the size in which most of a text is printed, 0 where sizes are not known."""
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[line.size] += len(line.text)
    return sizes.most_common(1)[0][0] if sizes else 0.0


def _repeated(
    lines: Sequence[Line], gone: Mapping[int, str], body: float, known: AbstractSet[int]
) -> set[int]:
    """Return the lines that stand on several pages in equal words."""
    places: defaultdict[str, list[int]] = defaultdict(list)
    pages = {line.page for line in lines}
    edges = _edge_lines(lines) if len(pages) > 1 else set()
    for number, line in enumerate(lines):
        is_short = len(line.text) <= LONGEST_HEAD and not line.cells and not line.note
        # what announces a list is text, however often it stands there
        is_short = is_short and not (_is_point(line.text) or line.text.endswith(":"))
        if number not in gone and is_short:
            places[re.sub(r"\d+", "#", line.text)].append(number)
    found: set[int] = set(known)
    for key, numbers in places.items():
        if not re.search(r"[^\W\d_]", key):
            continue
        here = [number for number in numbers if number in edges] if edges else []
        if not _counts_pages(lines, numbers) or continues_list(lines, here, body):
            continue
        on_pages = {lines[number].page for number in here}
        always = len(here) >= len(numbers) - 1
        if _runs_on(lines, numbers, {*gone, *found}) or _is_heading(lines, here, body):
            continue
        if _flows_on(lines, here, body) or not _share_a_height(lines, here):
            continue
        if always and len(on_pages) >= 2 and len(on_pages) >= _ON_PAGES * (len(pages) - 1):
            if not fill_pages(lines, here, {*gone, *found}):
                found.update(_without_title(lines, here, numbers))
        elif not lines[0].size and len(numbers) >= 2 and _interrupts(lines, numbers, gone):
            found.update(_without_title(lines, numbers, numbers))
    return found


def _is_point(text: str) -> bool:
    """Tell whether a line begins with the sign of a list: two lists may hold the same words."""
    return any(start.is_bullet and not start.marker.isalnum() for start in find_starts(text))


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
    if lines[numbers[0]].size and len({lines[number].text for number in numbers}) > 1:
        # its number counts the pages
        return False
    begin = [_begins(lines, number, heads) for number in numbers]
    if any(begin) and _are_level(lines, numbers):
        # what is printed in one place begins with nothing there: it only stands between sentences
        return False
    return not all(begin)


def _are_level(lines: Sequence[Line], numbers: Sequence[int]) -> bool:
    """Tell whether some printed lines of more pages than one all stand equally high."""
    heights = [lines[n].height for n in numbers]
    is_printed = all(heights) and len({lines[n].page for n in numbers}) > 1
    return is_printed and max(heights) - min(heights) < SAME_HEIGHT


def _share_a_height(lines: Sequence[Line], numbers: Sequence[int]) -> bool:
    """Tell whether two of some printed lines stand equally high, as heads and feet do.

    Where heights are not known, they may.
    """
    heights = sorted(lines[n].height for n in numbers)
    if not all(heights) or len(heights) < 2:
        return True
    first = lines[numbers[0]]
    if is_terminal(first.text) and _stands_as_text(lines, numbers):
        return False
    return any(b - a < SAME_HEIGHT for a, b in itertools.pairwise(heights))


def _stands_as_text(lines: Sequence[Line], numbers: Sequence[int]) -> bool:
    """Tell whether a sentence has the place of text.

    Other pages have other words there in the same size, or it is the first below the head.
    """
    if any(_is_below_head(lines, n) for n in numbers):
        return True
    first, pages = lines[numbers[0]], {lines[n].page for n in numbers}
    return any(
        line.page not in pages
        and abs(line.size - first.size) < OTHER_SIZE
        and abs(line.height - first.height) < SAME_HEIGHT
        for line in lines
    )


def _is_below_head(lines: Sequence[Line], number: int) -> bool:
    """Tell whether the second line of a page stands below a heading, or far below the head."""
    if not 0 < number < len(lines) - 1 or not lines[number - 1].is_page_start:
        return False
    before, line, after = lines[number - 1 : number + 2]
    if before.size > line.size + OTHER_SIZE:
        return True
    return line.page == after.page and line.gap > after.gap + APART


def _flows_on(lines: Sequence[Line], numbers: Sequence[int], body: float) -> bool:
    """Tell whether a printed line is the first of a sentence that the line right below ends.

    Two paragraphs may begin with the same words. Below a running head there is room.
    """
    return any(
        lines[n].size
        and abs(lines[n].size - body) < OTHER_SIZE
        and not is_terminal(lines[n].text)
        and n + 1 < len(lines)
        and lines[n + 1].page == lines[n].page
        and lines[n + 1].gap < APART
        and lines[n + 1].text[:1].islower()
        and not _is_above_columns(lines, n)
        for n in numbers
    )


def _is_above_columns(lines: Sequence[Line], number: int) -> bool:
    """Tell whether a line stands above all columns of its page: none of them goes on with it."""
    line, below = lines[number], lines[number + 1]
    if not (line.is_page_start or number == 0) or not below.is_page_start:
        return False
    others = (other.height for other in lines if other.page == line.page and other is not line)
    return all(height < line.height - SAME_HEIGHT for height in others)


def _begins(lines: Sequence[Line], number: int, heads: AbstractSet[int]) -> bool:
    """Tell whether a line goes on with nothing: a head or a whole sentence stands before it."""
    before = number - 1
    if before < 0 or (before in heads and not lines[number].is_page_start):
        return True
    if not lines[number].is_page_start and lines[number].size:
        return lines[number].gap >= FOOT_APART and is_terminal(lines[before].text)
    while before in heads:
        before -= 1
    return lines[number].is_page_start and (before < 0 or is_terminal(lines[before].text))


def _counts_pages(lines: Sequence[Line], numbers: Sequence[int]) -> bool:
    """Tell whether lines are equal but for a number that goes up with the pages.

    What counts itself at its start ('Stap 2', 'Artikel 3') is text.
    """
    texts = {lines[number].text for number in numbers}
    if len(texts) == 1:
        return True
    if count_themselves(texts):
        return False
    last = (_number_of_page(lines[number].text) for number in numbers)
    values = [whole_number(digits, most=_HIGHEST_PAGE, default=-1) for digits in last]
    pages = [lines[number].page for number in numbers]
    if lines[numbers[0]].size and len(set(pages)) == len(pages) > 2:
        # printed pages: the number goes up with the page, as no number of a note does
        return len({value - page for value, page in zip(values, pages, strict=True)}) == 1
    if any(find_starts(text) for text in texts):
        return False
    return values == sorted(values) and len(set(values)) > 1


def _number_of_page(text: str) -> str:
    """Return the last number of a line, or the first of '2/7': the page of so many."""
    found = _OF_SO_MANY.search(text)
    return found["page"] if found else str(re.findall(r"\d+", text)[-1])


def _edge_lines(lines: Sequence[Line]) -> set[int]:
    by_page: defaultdict[int, list[int]] = defaultdict(list)
    page = 0
    for number, line in enumerate(lines):
        # a column counts as a page: two pages may be printed on one sheet
        page += line.is_page_start
        by_page[page].append(number)
    return {n for numbers in by_page.values() for n in (*numbers[:_EDGE], *numbers[-_EDGE:])}


def _interrupts(lines: Sequence[Line], numbers: Sequence[int], gone: Mapping[int, str]) -> bool:
    """Tell whether a repeated line stands beside page numbers or in the middle of sentences."""
    apart = all(b - a > 8 for a, b in itertools.pairwise(numbers))
    widest = max((line.right for line in lines), default=0.0)
    beside = [n for n in numbers if n - 1 in gone or n + 1 in gone or n == 0]
    inside = [
        n
        for n in numbers
        if 0 < n < len(lines) - 1
        and lines[n - 1].text[-1:].isalpha()
        and lines[n - 1].right >= _FULL * widest
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
    if same and _stands_above_title(lines, same[-1]):
        return list(here)
    return [n for n in here if not same or n != same[-1]]


def _stands_above_title(lines: Sequence[Line], number: int) -> bool:
    """Tell whether a title stands right below a head: it says so, or both begin alike."""
    texts = [line.text.strip(" :.") for line in lines[number : number + 2]]
    head, below = (tokens(text.lower()) for text in (*texts, "")[:2])
    shorter = min(len(head), len(below))
    if shorter and below and (head[:shorter] == below[:shorter] or head[-len(below) :] == below):
        return True
    after = lines[number + 1 : number + 2]
    return any(
        _OF_A_TITLE.search(line.text) and not is_terminal(line.text) and line.right <= LONGEST_HEAD
        for line in after
    )
